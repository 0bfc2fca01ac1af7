/** A question as features that a linear model weighs: its words, ideas, names, their order, and what it asks for. */
import type { Question } from '../question/analysis.ts';
import type { Slot } from '../question/asking.ts';
import { hashText, strangeStem, type TermId, type Terms } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';

/** What a word can be that no example has. */
export const STRANGERS = ['name', 'number', 'unknown', 'common'] as const;

export type Stranger = (typeof STRANGERS)[number];

/** Takes what a question is described by: the hash of a feature's name and how much of it there is. */
export interface Sink {
  /** The most counts where a feature comes several times. */
  feature(feature: number, share: number): void;
  /** A content word, by its feature, and what it is where no example has it. */
  content(feature: number, stranger: Stranger, share: number): void;
}

export type Describe = (question: Question, sink: Sink) => void;

/** A word that no example has counts so much where it stands outside the part that asks; */
const STRANGE_OUTSIDE = 0.25;
/** one that some have so much. */
const OUTSIDE = 0.5;
/** What was answered before, together with a word, for less than the word itself. */
const AFTER_WORD = 0.5;
/** That a word is none of the corpus counts for more than which word it is. */
const FOREIGN = 1.5;

export function createDescribe(terms: Terms): Describe {
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
  return (question, sink) => describeQuestion(question, named, sink);
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

function describeQuestion(question: Question, named: (term: TermId) => NamedTerm, sink: Sink): void {
  const { words, units, carried, after, asked, slot, mixedCase } = question;
  const afterFeature = after === null ? null : hashText(String(after), KIND.after);
  let before = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const stem = strangeStem(word.stem);
    if (afterFeature !== null) sink.feature(join(afterFeature, stem, KIND.after), AFTER_WORD);
    const inside = index >= asked.from && index < asked.to;
    const share = inside ? 1 : OUTSIDE;
    if (index > 0) sink.feature(join(before, stem, KIND.sequence), share);
    before = stem;
    if (word.stop) {
      sink.feature(hashText(word.form, KIND.grammar), share);
      continue;
    }
    sink.feature(stem, share);
    const stranger = strangerOf(word, mixedCase && index > 0);
    const strangeShare = inside ? 1 : STRANGE_OUTSIDE;
    sink.content(stem, stranger, strangeShare);
    if (word.unknown) putForeign(stranger, slot, FOREIGN * strangeShare, sink);
  }
  const slotFeature = hashText(slot, KIND.slot);
  sink.feature(slotFeature, 1);
  if (afterFeature !== null) {
    sink.feature(afterFeature, 1);
    sink.feature(join(afterFeature, slotFeature, KIND.after), 1);
  }
  const keys: Key[] = [];
  for (const { unit, factor } of carried) keys.push(putUnit(unit, factor, slotFeature, named, sink));
  for (const unit of units) keys.push(putUnit(unit, 1, slotFeature, named, sink));
  for (let first = 0; first < keys.length; first++) {
    for (let second = first + 1; second < keys.length; second++)
      putPairs(keys[first] as Key, keys[second] as Key, sink);
  }
}

/** A word of no statement, whether examples have it or not: by its kind, and by what is asked of it. */
function putForeign(stranger: Stranger, slot: Slot, share: number, sink: Sink): void {
  const kind = hashText(stranger, KIND.foreign);
  sink.feature(kind, share);
  sink.feature(join(hashText(slot, KIND.slot), kind, KIND.foreign), 0.7 * share);
}

/** What stands for a unit in pairs. */
interface Key {
  readonly share: number;
  readonly terms: readonly NamedTerm[];
}

function putUnit(unit: Unit, share: number, slot: number, named: (term: TermId) => NamedTerm, sink: Sink): Key {
  for (const term of unit.terms) {
    const { kind, feature, word } = named(term);
    if (unit.negated) sink.feature(join(feature, feature, KIND.negated), share);
    if (kind === 'stem') {
      if (share < 1) sink.feature(word, share);
      continue;
    }
    sink.feature(feature, share);
    sink.feature(join(slot, feature, KIND.slotTerm), share);
  }
  if (unit.negated) sink.feature(KIND.negated, share);
  return { share, terms: keyTerms(unit, named) };
}

function putPairs(first: Key, second: Key, sink: Sink): void {
  const share = Math.min(first.share, second.share);
  for (const a of first.terms) for (const b of second.terms) sink.feature(join(a.feature, b.feature, KIND.pair), share);
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
  foreign: 0x2c1b3c6d,
  after: 0x165667b1,
} as const;

/** Order counts. */
function join(first: number, second: number, seed: number): number {
  const value = Math.imul(seed ^ first, 0x85ebca6b);
  return Math.imul((value ^ (value >>> 13)) + second, 0xc2b2ae35) >>> 0;
}
