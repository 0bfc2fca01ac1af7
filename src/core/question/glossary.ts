/** One language of the glossary as a tree of words: which of its phrases a row of words holds. */
import type { GlossaryFile } from '../reading-schema.ts';
import type { Entity } from '../schema.ts';

export type GlossaryLanguage = GlossaryFile['languages'][number];

/** A word or a run of words that the glossary knows. */
export interface Known {
  /** How many words it takes. */
  readonly length: number;
  /** In English; '' for words that English does without. */
  readonly meant: string;
  /** It names a person or a body: somebody who does what verbs say. */
  readonly agent: boolean;
}

export interface Glossary {
  /** The longest phrase of the language that starts at the word `from`; a form in full comes before a form by its start. */
  at(words: readonly string[], from: number): Known | null;
}

/** What a glossary knows: plain data. */
export interface GlossaryIndex {
  readonly root: Node;
  readonly prefixes: readonly { readonly typed: string; readonly meant: string }[];
  readonly endings: readonly { readonly typed: string; readonly leaves: string }[];
}

/** Most nodes lead nowhere else. */
interface Node {
  byForm: Map<string, Node> | null;
  /** By their first letter, the longest first. */
  byStart: Map<string, Start[]> | null;
  known: { readonly meant: string; readonly agent: boolean } | null;
}

/** A word of which only the start counts, and where it leads. */
interface Start {
  readonly text: string;
  readonly node: Node;
}

/** "l'ONU" is two words, "ארה״ב" is one; apostrophes and hyphens part words in Latin letters only. */
const WORDS = /[\p{Script=Hebrew}\p{M}]+(?:["״׳'’]\p{Script=Hebrew}+)*|[\p{L}\p{M}\p{N}]+/gu;

export interface ForeignWord {
  readonly surface: string;
  readonly form: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export function readForeignWords(text: string): ForeignWord[] {
  const words: ForeignWord[] = [];
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const { 0: surface, index } = match;
    const form = foldForeign(surface);
    if (form !== '') words.push({ surface, form, start: index, end: index + surface.length });
  }
  return words;
}

/** Without accents, vowel points, hamzas, tatweel and gershayim; one form of alef, yeh and teh marbuta; digits 0 to 9. */
function foldForeign(surface: string): string {
  if (PLAIN.test(surface)) return surface.toLowerCase();
  return surface
    .normalize('NFKD')
    .replace(/[\p{M}ـ"״׳'’]+/gu, '')
    .toLowerCase()
    .replace(/[ßœæøłىة٠-٩۰-۹]/gu, (letter) => FOLDED.get(letter) ?? letter);
}

/** Nothing to fold but the case. */
const PLAIN = /^[A-Za-z0-9]+$/;

const FOLDED = new Map<string, string>([
  ...Object.entries({ ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ى: 'ي', ة: 'ه' }),
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value): [string, string] => [digit, String(value)]),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value): [string, string] => [digit, String(value)]),
]);

/** The words of a glossary's form as they are compared; "*" stays at the end of a word of which only the start counts. */
export function readForm(typed: string): string[] {
  return readForeignWords(typed).map(({ form, end }) => (typed[end] === '*' ? `${form}*` : form));
}

export function indexGlossary(language: GlossaryLanguage, entityById: ReadonlyMap<string, Entity>): GlossaryIndex {
  const root = createNode();
  for (const { entity, meant, typed } of language.entries) {
    const named = entity === undefined ? undefined : entityById.get(entity);
    const known = { meant: named?.name ?? meant ?? '', agent: named?.kind === 'person' || named?.kind === 'body' };
    for (const form of typed) {
      let node = root;
      for (const word of readForm(form)) node = follow(node, word);
      node.known ??= known;
    }
  }
  const prefixes = language.prefixes.map(({ typed, meant = '' }) => ({ typed: foldForeign(typed), meant }));
  const endings = language.endings.map(({ typed, leaves = '' }) => ({
    typed: foldForeign(typed),
    leaves: foldForeign(leaves),
  }));
  return { root, prefixes, endings };
}

export function createGlossary({ root, prefixes, endings }: GlossaryIndex): Glossary {
  function phraseAt(words: readonly string[], from: number, first: string): Known | null {
    let best: Known | null = null;
    const walk = (node: Node, at: number): void => {
      if (node.known !== null && (best === null || at - from > best.length))
        best = { length: at - from, ...node.known };
      const word = at === from ? first : words[at];
      if (word === undefined) return;
      const whole = node.byForm?.get(word);
      if (whole !== undefined) walk(whole, at + 1);
      for (const start of node.byStart?.get(word.charAt(0)) ?? NONE) {
        if (word.startsWith(start.text)) walk(start.node, at + 1);
      }
    };
    walk(root, from);
    return best;
  }

  function at(words: readonly string[], from: number, word: string, depth: number): Known | null {
    const whole = phraseAt(words, from, word);
    if (whole !== null || depth === 0) return whole;
    for (const { typed, meant } of prefixes) {
      if (!word.startsWith(typed) || word.length - typed.length < MIN_AFTER_PREFIX) continue;
      const rest = at(words, from, word.slice(typed.length), depth - 1);
      if (rest !== null) return { ...rest, meant: `${meant} ${rest.meant}`.trim() };
    }
    return null;
  }

  /** The word as it is, else without an ending. */
  function inflected(words: readonly string[], from: number): Known | null {
    const word = words[from] ?? '';
    const whole = at(words, from, word, MAX_PREFIXES);
    if (whole !== null) return whole;
    for (const { typed, leaves } of endings) {
      if (!word.endsWith(typed) || word.length - typed.length < MIN_BEFORE_ENDING) continue;
      const rest = at(words, from, word.slice(0, -typed.length) + leaves, MAX_PREFIXES);
      if (rest !== null) return rest;
    }
    return null;
  }

  return { at: inflected };
}

/** "ולשבהחלטה": prefixes heap up, but not without end. */
const MAX_PREFIXES = 3;
/** What a prefix leaves of a word. */
const MIN_AFTER_PREFIX = 2;
/** What an ending leaves of a word. */
const MIN_BEFORE_ENDING = 3;
const NONE: readonly Start[] = [];

function follow(node: Node, word: string): Node {
  if (word.endsWith('*')) return followStart(node, word.slice(0, -1));
  node.byForm ??= new Map();
  const known = node.byForm.get(word);
  if (known !== undefined) return known;
  const next = createNode();
  node.byForm.set(word, next);
  return next;
}

function followStart(node: Node, text: string): Node {
  node.byStart ??= new Map();
  const first = text.charAt(0);
  const starts = node.byStart.get(first) ?? [];
  node.byStart.set(first, starts);
  const known = starts.find((start) => start.text === text);
  if (known !== undefined) return known.node;
  const next = createNode();
  starts.push({ text, node: next });
  starts.sort((a, b) => b.text.length - a.text.length);
  return next;
}

function createNode(): Node {
  return { byForm: null, byStart: null, known: null };
}
