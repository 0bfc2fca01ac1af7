/** Mending slips of the finger, without turning a name nobody knows into one that the statements know. */
import { editDistance, stem, type Token, tokenize } from '../search/text.ts';

export interface Mended {
  readonly form: string;
  readonly stem: string;
  readonly stop: boolean;
  readonly unknown: boolean;
}

export interface Spelling {
  /**
   * The words a token stands for: itself, its shorthand written out, or the one known word it is a slip of.
   * @param first whether it starts the text, where a capital says nothing
   */
  mend(token: Token, first: boolean, mixedCase: boolean): readonly Mended[];
}

export interface SpellingSource {
  /** Everything that may be meant. */
  readonly known: Iterable<string>;
  /** Words that names are made of: the only ones a capitalised word may be a slip of. */
  readonly names: Iterable<string>;
  /** Correct words that look like slips of known ones ("truck", "truce"), as they stand. */
  readonly spelled: Iterable<string>;
  /** Words that are read as others. */
  readonly readsAs: readonly { readonly meant: string; readonly typed: readonly string[] }[];
}

export function createSpelling({ known, names, spelled, readsAs }: SpellingSource): Spelling {
  const nameForms = new Set(names);
  const forms = new Set([...known, ...nameForms]);
  const stems = new Set([...forms].map(stem));
  const correct = new Set(spelled);
  const correctStems = new Set([...correct].map(stem));
  const byStart = new Map<string, string[]>();
  for (const form of forms) {
    if (form.length < 4 || /\p{N}/u.test(form)) continue;
    const key = form.slice(0, 1);
    const bucket = byStart.get(key);
    if (bucket === undefined) byStart.set(key, [form]);
    else bucket.push(form);
  }
  const expansions = new Map<string, readonly Mended[]>();
  for (const { meant, typed } of readsAs) {
    const words = tokenize(meant).map(({ form, stem, stop }) => ({ form, stem, stop, unknown: false }));
    for (const word of typed) expansions.set(tokenize(word)[0]?.form ?? word, words);
  }

  function nearest(typed: string, onlyNames: boolean): string | null {
    let best: string | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    const starts = new Set([typed.slice(0, 1), typed.slice(1, 2)]);
    for (const start of starts) {
      for (const candidate of byStart.get(start) ?? []) {
        if (onlyNames && !nameForms.has(candidate)) continue;
        const cost = slipCost(typed, candidate);
        if (cost < bestCost || (cost === bestCost && best !== null && candidate < best)) {
          best = candidate;
          bestCost = cost;
        }
      }
    }
    return best;
  }

  return {
    mend(token, first, mixedCase) {
      const expansion = expansions.get(token.form);
      if (expansion !== undefined) return expansion;
      const { form, stop } = token;
      // Porter gives "use" the stem "us": the country keeps apart from it.
      const own = form === 'us' ? 'u.s.' : token.stem;
      const whole = { form, stem: own, stop, unknown: false };
      if (stop || form === 'us' || /\p{N}/u.test(form) || stems.has(own) || forms.has(form)) return [whole];
      if (correct.has(form) || correctStems.has(own)) return [whole];
      const named = mixedCase && token.capitalised && !first;
      const meant = form.length < 4 ? null : nearest(form, named);
      if (meant === null) return [{ ...whole, unknown: true }];
      const [mended] = tokenize(meant);
      return [{ form: meant, stem: stem(meant), stop: mended?.stop ?? false, unknown: false }];
    },
  };
}

/**
 * How unlike a slip it is; Infinity where it is none. One edit from five letters on; in four letters only a swap or
 * a letter more or less; two edits from seven letters on where the words start alike.
 */
function slipCost(typed: string, known: string): number {
  const length = Math.min(typed.length, known.length);
  const limit = length >= 7 ? 2 : 1;
  if (Math.abs(typed.length - known.length) > limit) return Number.POSITIVE_INFINITY;
  const edits = editDistance(typed, known, limit);
  if (edits > limit || edits === 0) return Number.POSITIVE_INFINITY;
  const sameStart = typed[0] === known[0];
  if (edits === 2 && !(sameStart && typed.slice(0, 2) === known.slice(0, 2))) return Number.POSITIVE_INFINITY;
  if (!sameStart && !(typed[0] === known[1] && typed[1] === known[0])) return Number.POSITIVE_INFINITY;
  const swapped = typed.length === known.length && [...typed].sort().join('') === [...known].sort().join('');
  if (length === 4 && typed.length === known.length && !swapped) return Number.POSITIVE_INFINITY;
  return edits - (swapped ? 0.5 : 0) + (typed.at(-1) === known.at(-1) ? 0 : 0.25);
}
