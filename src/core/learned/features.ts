/** A question as features that a linear model weighs: its words, ideas, names, their order, and what it asks for. */
import type { Question } from '../question/analysis.ts';
import { hashText, strangeStem, type TermId, type Terms } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';

/** By the hash of a feature's name: how much of it there is. */
export type Features = Map<number, number>;

/** What a word can be that no example has. */
export const STRANGERS = ['name', 'number', 'unknown', 'common'] as const;

type Stranger = (typeof STRANGERS)[number];

export interface Described {
  readonly features: Features;
  /** Content words, each by its own feature, and what it is where no example has it. */
  readonly content: readonly { readonly feature: number; readonly stranger: Stranger; readonly share: number }[];
}

/** A word that no example has counts so much where it stands outside the part that asks. */
const OUTSIDE = 0.25;

export function createDescribe(terms: Terms): (question: Question) => Described {
  /** By term of the corpus: these never change. */
  const known: NamedTerm[] = [];
  const named = (term: TermId): NamedTerm => {
    const found = known[term];
    if (found !== undefined) return found;
    const name = terms.nameOf(term);
    if (name === null) return { kind: 'stem', feature: term, word: term };
    const read = nameTerm(name, terms.isConcept(term));
    known[term] = read;
    return read;
  };
  return (question) => describeQuestion(question, named);
}

interface NamedTerm {
  readonly kind: 'entity' | 'concept' | 'stem' | 'other';
  readonly feature: number;
  /** Of a stem: the feature of the word. */
  readonly word: number;
}

function nameTerm(name: string, isConcept: boolean): NamedTerm {
  const kind = isConcept ? 'concept' : name.startsWith('entity:') ? 'entity' : name.startsWith(STEM) ? 'stem' : 'other';
  return { kind, feature: hashText(name, KIND.term), word: strangeStem(name.slice(STEM.length)) };
}

function describeQuestion(question: Question, named: (term: TermId) => NamedTerm): Described {
  const { words, units, carried, asked, slot, mixedCase } = question;
  const features: Features = new Map();
  const content: { feature: number; stranger: Stranger; share: number }[] = [];
  const put = (feature: number, share = 1) => {
    if ((features.get(feature) ?? 0) < share) features.set(feature, share);
  };
  words.forEach((word, index) => {
    const stem = strangeStem(word.stem);
    if (word.stop) put(hashText(word.form, KIND.grammar));
    else {
      put(stem);
      const share = index >= asked.from && index < asked.to ? 1 : OUTSIDE;
      content.push({ feature: stem, stranger: strangerOf(word, mixedCase && index > 0), share });
    }
    const next = words[index + 1];
    if (next !== undefined) put(join(stem, strangeStem(next.stem), KIND.sequence));
  });
  const slotFeature = hashText(slot, KIND.slot);
  put(slotFeature);
  const meant = [
    ...carried.map(({ unit, factor }) => ({ unit, share: factor })),
    ...units.map((unit) => ({ unit, share: 1 })),
  ];
  const keys = meant.map(({ unit, share }) => {
    for (const term of unit.terms) {
      const { kind, feature, word } = named(term);
      if (unit.negated) put(join(feature, feature, KIND.negated), share);
      if (kind === 'stem') {
        if (share < 1) put(word, share);
        continue;
      }
      put(feature, share);
      put(join(slotFeature, feature, KIND.slotTerm), share);
    }
    if (unit.negated) put(KIND.negated, share);
    return { share, features: keyTerms(unit, named).map(({ feature }) => feature) };
  });
  keys.forEach((first, index) => {
    for (const second of keys.slice(index + 1)) {
      const share = Math.min(first.share, second.share);
      for (const a of first.features) for (const b of second.features) put(join(a, b, KIND.pair), share);
    }
  });
  return { features, content };
}

/** The feature that stands for all words of a kind that no example has. */
export function strangerFeature(stranger: Stranger): number {
  return hashText(stranger, KIND.stranger);
}

const STEM = 'stem:';

function strangerOf({ form, capitalised, unknown }: Word, tellsName: boolean): Stranger {
  if (/^\d/u.test(form)) return 'number';
  if (capitalised && tellsName) return 'name';
  return unknown ? 'unknown' : 'common';
}

const MAX_KEY_TERMS = 2;

/** What stands for a unit in pairs: its names, else its ideas, else its word. */
function keyTerms({ terms: own }: Unit, named: (term: TermId) => NamedTerm): readonly NamedTerm[] {
  const all = own.map(named);
  const names = all.filter(({ kind }) => kind === 'entity');
  if (names.length > 0) return names.slice(0, MAX_KEY_TERMS);
  const ideas = all.filter(({ kind }) => kind === 'concept');
  return ideas.length > 0 ? ideas.slice(0, MAX_KEY_TERMS) : all.slice(0, 1);
}

/** Seeds: features of different kinds have different hashes. */
const KIND = {
  grammar: 0x050c5d1f,
  sequence: 0x27220a95,
  slot: 0x1b873593,
  term: 0x4f1bbcdd,
  slotTerm: 0x6c078965,
  negated: 0x5bd1e995,
  pair: 0x38495ab5,
  stranger: 0x71b3a1c3,
} as const;

/** Order counts. */
function join(first: number, second: number, seed: number): number {
  const value = Math.imul(seed ^ first, 0x85ebca6b);
  return Math.imul((value ^ (value >>> 13)) + second, 0xc2b2ae35) >>> 0;
}
