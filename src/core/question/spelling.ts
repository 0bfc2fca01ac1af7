/** Mending slips of the finger, without turning a name nobody knows into one that the statements know. */
import { editDistance, stem, type Token, tokenize } from '../search/text.ts';
import { rememberWords } from '../search/word-memory.ts';

export interface Mended {
  readonly form: string;
  readonly stem: string;
  readonly stop: boolean;
  readonly unknown: boolean;
}

/**
 * The words a token stands for.
 * @param tellsName whether a capital letter of it says that it is a name
 */
export type Spell = (token: Token, tellsName: boolean) => readonly Mended[];

/** What a slip may be one of, by its first letter. */
type ByStart = ReadonlyMap<string, readonly string[]>;

export interface SpellingSource {
  /** Everything that may be meant. */
  readonly known: ReadonlySet<string>;
  /** Words that names are made of: the only ones a capitalised word may be a slip of. */
  readonly names: ReadonlySet<string>;
  /** Correct words that look like slips of known ones ("truck", "truce"), as they stand. */
  readonly spelled: readonly string[];
}

/** How words are spelled: plain data, made from the corpus. */
export interface SpellingIndex {
  readonly known: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Names that only cues have: as they stand, they are nobody's the statements know. */
  readonly foreign: ReadonlySet<string>;
  /** What shorthand stands for. */
  readonly expansions: Expansions;
  /** Stems of everything that needs no mending. */
  readonly stems: ReadonlySet<string>;
  readonly byStart: ByStart;
  /** Words that people ask with and the corpus does not have. A slip is one of them where it is none of a known word. */
  readonly asked: ByStart;
}

export type Expansions = ReadonlyMap<string, readonly Mended[]>;

/** @param readsAs words that are read as others */
export function readExpansions(
  readsAs: readonly { readonly meant: string; readonly typed: readonly string[] }[],
): Expansions {
  const expansions = new Map<string, readonly Mended[]>();
  for (const { meant, typed } of readsAs) {
    const words = tokenize(meant).map(({ form, stem, stop }) => ({ form, stem, stop, unknown: false }));
    for (const word of typed) expansions.set(foldShorthand(word), words);
  }
  return expansions;
}

/** For texts whose spelling is beyond doubt: only words that are read as others are replaced. */
export function createTrust(expansions: Expansions): Spell {
  return (token) => expansions.get(token.form) ?? [asItStands(token)];
}

/** For what people type: slips of known words are mended, too. */
export function createMend(index: SpellingIndex): Spell {
  const { known, foreign, expansions, stems } = index;
  const trust = createTrust(expansions);
  const nearestOf = rememberWords((form) => findNearest(form, null, index.byStart));
  const nearestNameOf = rememberWords((form) => findNearest(form, index.names, index.byStart));
  const nearestAskedOf = rememberWords((form) => findNearest(form, null, index.asked));
  return (token, tellsName) => {
    const { form, stem: own, stop } = token;
    if (stop || form === 'us' || expansions.has(form) || /\p{N}/u.test(form)) return trust(token, tellsName);
    if (known.has(form) || stems.has(own)) return trust(token, tellsName);
    if (foreign.has(form)) return [{ ...asItStands(token), unknown: true }];
    const isName = tellsName && token.capitalised;
    const nearest = form.length < 3 ? null : (isName ? nearestNameOf : nearestOf)(form);
    if (nearest !== null) return expansions.get(nearest) ?? tokenize(nearest).map((each) => asItStands(each));
    const asked = isName || form.length < LEAST_ASKED ? null : nearestAskedOf(form);
    const meant = asked === null ? token : (tokenize(asked)[0] ?? token);
    return [{ ...asItStands(meant), unknown: !stems.has(meant.stem) }];
  };
}

/** Shorter words that people ask with are too like one another. */
const LEAST_ASKED = 6;
/** A word that fewer questions have may be a slip itself. */
const LEAST_QUESTIONS = 4;

/**
 * Words that questions have several times and that can't be slips of known words.
 * @param counts in how many questions each word is, by its form
 */
export function collectAsked(
  counts: ReadonlyMap<string, number>,
  { known, names, stems, byStart }: Pick<SpellingIndex, 'known' | 'names' | 'byStart' | 'stems'>,
): ByStart {
  const asked = [...counts].flatMap(([form, count]) =>
    count < LEAST_QUESTIONS || form.length < LEAST_ASKED || known.has(form) || names.has(form) ? [] : [form],
  );
  return groupByStart(asked.filter((form) => stems.has(stem(form)) || findNearest(form, null, byStart) === null));
}

function foldShorthand(word: string): string {
  return tokenize(word)[0]?.form ?? word;
}

/** Porter gives "use" the stem "us": the country keeps apart from it. */
function asItStands({ form, stem: own, stop }: Token): Mended {
  return { form, stem: form === 'us' ? 'u.s.' : own, stop, unknown: false };
}

/** To be made once all texts are read: what they say is known. */
export function collectCandidates({ known, names, spelled }: SpellingSource): Pick<SpellingIndex, 'stems' | 'byStart'> {
  const forms = new Set([...known, ...names]);
  return { stems: new Set([...forms, ...spelled].map(stem)), byStart: groupByStart(forms) };
}

function groupByStart(forms: Iterable<string>): ByStart {
  const byStart = new Map<string, string[]>();
  for (const form of forms) {
    if (form.length < 4 || /\p{N}/u.test(form)) continue;
    const start = form.slice(0, 1);
    const bucket = byStart.get(start);
    if (bucket === undefined) byStart.set(start, [form]);
    else bucket.push(form);
  }
  return byStart;
}

/** @param among only these; `null` for all */
function findNearest(typed: string, among: ReadonlySet<string> | null, byStart: ByStart): string | null {
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const start of new Set([typed.slice(0, 1), typed.slice(1, 2)])) {
    for (const candidate of byStart.get(start) ?? []) {
      if (among !== null && !among.has(candidate)) continue;
      const cost = slipCost(typed, candidate);
      if (cost < bestCost || (cost === bestCost && best !== null && candidate < best)) {
        best = candidate;
        bestCost = cost;
      }
    }
  }
  return best;
}

/**
 * How unlike a slip it is; Infinity where it is none. One edit from five letters on; in four letters only a swap or
 * a letter more or less; two edits from seven letters on where the words start alike.
 */
function slipCost(typed: string, known: string): number {
  const sameStart = typed[0] === known[0];
  if (!sameStart && !(typed[0] === known[1] && typed[1] === known[0])) return Number.POSITIVE_INFINITY;
  const length = Math.min(typed.length, known.length);
  if (length === 3 && typed.length === known.length) return Number.POSITIVE_INFINITY;
  const limit = length >= 7 && sameStart && typed[1] === known[1] ? 2 : 1;
  if (Math.abs(typed.length - known.length) > limit) return Number.POSITIVE_INFINITY;
  const edits = editDistance(typed, known, limit);
  if (edits > limit || edits === 0) return Number.POSITIVE_INFINITY;
  const swapped = typed.length === known.length && [...typed].sort().join('') === [...known].sort().join('');
  if (length === 4 && typed.length === known.length && !swapped) return Number.POSITIVE_INFINITY;
  return edits - (swapped ? 0.5 : 0) + (typed.at(-1) === known.at(-1) ? 0 : 0.25);
}
