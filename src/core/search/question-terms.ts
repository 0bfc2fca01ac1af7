/** The words of a question that carry content: what each weighs, and which words of the passages may stand for it. */
import { rarityInEnglish } from './common-words.ts';
import type { ParsedQuestion } from './question.ts';
import { synonymsOf } from './synonyms.ts';
import type { Token } from './text.ts';
import type { Vocabulary, WordId } from './vocabulary.ts';
import { rootOf } from './word-forms.ts';

/**
 * `head` names the kind of answer ("year"), `focus` says more of it; `name` and `number` are as they look; `verb` is a
 * guess by form and place; all others are `plain`.
 */
export type TermKind = 'head' | 'focus' | 'name' | 'number' | 'verb' | 'plain';

export interface Term {
  /** Which token of the question it is. */
  readonly at: number;
  readonly kind: TermKind;
  /** Inverse document frequency, mixed from these passages and from English at large. */
  readonly weight: number;
  /** Words that count as this one, and how much, 0 to 1: itself, its compounds, slips, relatives, synonyms. */
  readonly words: ReadonlyMap<WordId, number>;
  readonly isYear: boolean;
}

const FULL = 1;
const TYPO = 0.8;
const SYNONYM = 0.5;
const RELATIVE = 0.3;
const GLUE_SHARE = 0.5;
/** How much English at large counts beside the passages. */
const ENGLISH_SHARE = 0.3;
const YEAR = /^(?:1\d|20)\d\d/;
const MODAL = /^(?:do|does|did|can|could|will|would|should|must|may|might|to)$/;

/** A question of more terms is read up to here; nobody asks one. */
const MAX_TERMS = 60;

/** @returns the terms in the question's order, each root once */
export function readTerms(question: ParsedQuestion, vocabulary: Vocabulary): readonly Term[] {
  const { tokens, glue } = question;
  const verb = verbAfterModal(question);
  const isMixedCase = hasMixedCase(tokens);
  const seen = new Set<string>();
  return tokens.flatMap((token, at): Term[] => {
    const root = rootOf(token.form);
    if (token.stop || seen.has(root) || seen.size >= MAX_TERMS) return [];
    seen.add(root);
    const id = vocabulary.idOf(root);
    const { words, meant } = wordsFor(tokens, at, root, vocabulary);
    const rarity = Math.min(...(meant.length === 0 ? [undefined] : meant).map(vocabulary.rarity));
    const mixed = (1 - ENGLISH_SHARE) * rarity + ENGLISH_SHARE * Math.max(0.3, rarityInEnglish(root));
    const capital = isMixedCase && at > 0 && /^\p{Lu}/u.test(token.surface);
    const isName = capital || (id !== undefined && vocabulary.isName(id));
    return [
      {
        at,
        kind: kindOf(question, at, isName, verb),
        weight: glue.has(at) ? mixed * GLUE_SHARE : mixed,
        words,
        isYear: YEAR.test(token.form),
      },
    ];
  });
}

function kindOf({ tokens, head, focus, glue }: ParsedQuestion, at: number, isName: boolean, verb: number): TermKind {
  const form = tokens[at]?.form ?? '';
  if (glue.has(at)) return 'head';
  if (/^\p{N}/u.test(form)) return 'number';
  if (isName) return 'name';
  if (at === head) return 'head';
  if (at >= focus[0] && at < focus[1]) return 'focus';
  return at === verb || /(?:ed|ing)$/.test(form) ? 'verb' : 'plain';
}

/** "did Harris *say*": the first content word after the auxiliary that is not a name, passing over its subject's first. */
function verbAfterModal({ tokens }: ParsedQuestion): number {
  const modal = tokens.findIndex(({ form }) => MODAL.test(form));
  if (modal === -1) return -1;
  const from = modal + (tokens[modal]?.form === 'to' ? 1 : 2);
  const isMixedCase = hasMixedCase(tokens);
  return tokens.findIndex(({ stop, surface }, at) => at >= from && !stop && !(isMixedCase && /^\p{Lu}/u.test(surface)));
}

/** Whether capitals tell names: some words after the first have one, and some don't. */
function hasMixedCase(tokens: readonly Token[]): boolean {
  const rest = tokens.filter(({ form }) => !/^\p{N}/u.test(form)).slice(1);
  const capitals = rest.filter(({ surface }) => /^\p{Lu}/u.test(surface)).length;
  return capitals > 0 && capitals < rest.length;
}

/** @returns the words with their shares, and those that the term is taken to be, by which it is weighed */
function wordsFor(tokens: readonly Token[], at: number, root: string, vocabulary: Vocabulary) {
  const form = tokens[at]?.form ?? '';
  const compound = tokens[at]?.compound ?? null;
  const words = new Map<WordId, number>();
  const add = (id: WordId | undefined, share: number) => {
    if (id !== undefined && share > (words.get(id) ?? 0)) words.set(id, share);
  };
  const own = vocabulary.idOf(root);
  const wholes = [compound, joined(tokens[at - 1], form), joined({ form, stop: false }, tokens[at + 1])];
  const meant = new Set<WordId>();
  for (const whole of wholes) {
    const id = whole === null ? undefined : vocabulary.idOf(rootOf(whole));
    add(id, FULL);
    if (id !== undefined) meant.add(id);
  }
  const typos = own === undefined ? vocabulary.typosOf(form) : [];
  for (const id of typos) {
    add(id, TYPO);
    meant.add(id);
  }
  for (const synonym of synonymsOf(root)) add(vocabulary.idOf(synonym), SYNONYM);
  for (const id of vocabulary.relativesOf(root)) add(id, RELATIVE);
  add(own, FULL);
  return { words, meant: own === undefined ? [...meant] : [own] };
}

type Part = Pick<Token, 'form' | 'stop'>;

/** "cease fire" may be written "ceasefire". */
function joined(one: Part | undefined, other: Part | string | undefined): string | null {
  const next = typeof other === 'string' ? { form: other, stop: false } : other;
  return one === undefined || next === undefined || one.stop || next.stop ? null : one.form + next.form;
}
