/** What a text is about, as units that can be compared: a name, an idea, a number, a word. */

import type { Entity } from '../schema.ts';
import type { Meaning, TermId, Terms } from './terms.ts';
import type { Word } from './words.ts';

export interface Unit {
  /** As typed. */
  readonly text: string;
  /** What it may mean; whichever fits counts. The stem of a single word that is no name is among them. */
  readonly terms: readonly TermId[];
  /** The term of the very words or number; names have none. */
  readonly own: TermId | null;
  /** Terms that a longer phrase around it names: "planned meeting" is the original one, "meeting" alone is not. */
  readonly hints: readonly TermId[];
  /** The stems of the words of a longer one: they fit partly. */
  readonly parts: readonly TermId[];
  /** The entities it may name; several for an office that several hold. */
  readonly entities: readonly Entity[];
  /** Named by office ("the French president") rather than by name. */
  readonly office: boolean;
  readonly kind: 'name' | 'concept' | 'number' | 'word';
  /** It hardly tells what is asked. */
  readonly minor: boolean;
  /** Indexes of its words. */
  readonly words: readonly number[];
  /** A negation applies to it: "not binding", "didn't veto". */
  readonly negated: boolean;
  readonly quoted: boolean;
  readonly sentence: number;
  readonly clause: number;
  /** No statement, name, idea or common word: nobody here knows what it is. */
  readonly unknown: boolean;
}

/** Words that deny what follows. */
const NEGATORS = new Set([
  'not',
  'no',
  'never',
  'without',
  'neither',
  'nor',
  'none',
  'nobody',
  'non',
  'hardly',
  'refuse',
  'refused',
  'fail',
  'failed',
  'decline',
  'declined',
]);
/** How many words a negation reaches. */
const NEGATION_REACH = 5;

/**
 * Units in order of their first word. Words that carry grammar only, and those the lexicon ignores, give none.
 * @param asking words that are no content
 */
export function readUnits(words: readonly Word[], terms: Terms, asking: ReadonlySet<number>): readonly Unit[] {
  /** By word. */
  const taken = words.map((): Draft | undefined => undefined);
  const ignored = new Set<number>();
  const partial: { meaning: Meaning & { kind: 'entity' }; words: readonly number[] }[] = [];
  const drafts: Draft[] = [];
  for (let at = 0; at < words.length; at++) {
    const matches = terms
      .startingAt(words, at)
      .filter(
        (match) =>
          sameSentence(words, match.words) &&
          match.words.every((index) => taken[index] === undefined && !asking.has(index)),
      );
    let longest = 0;
    for (const { value, words: own } of matches) {
      if (value.kind === 'entity' && own.length > 1 && !value.proper) {
        partial.push({ meaning: value, words: own });
        continue;
      }
      if (own.length < longest) break;
      longest = own.length;
      if (value.kind === 'ignore') {
        if (!own.some((index) => taken[index] !== undefined)) for (const index of own) ignored.add(index);
        continue;
      }
      const draft = taken[at] ?? { words: own, meanings: [], hints: [] };
      draft.meanings.push(value);
      if (taken[at] === undefined) {
        drafts.push(draft);
        for (const index of own) taken[index] = draft;
      }
    }
    if (taken[at] !== undefined || ignored.has(at) || asking.has(at)) continue;
    const word = words[at];
    if (word === undefined || word.stop || NEGATORS.has(word.form)) continue;
    const draft = { words: [at], meanings: [], hints: [] };
    drafts.push(draft);
    taken[at] = draft;
  }
  for (const { meaning, words: own } of partial) {
    for (const draft of new Set(own.map((index) => taken[index]))) draft?.hints.push(meaning.term);
  }
  const negated = findNegated(drafts, words);
  return drafts.map((draft) => unitOf(draft, negated.has(draft), words, terms));
}

interface Draft {
  readonly words: readonly number[];
  readonly meanings: Exclude<Meaning, { kind: 'ignore' }>[];
  readonly hints: TermId[];
}

function unitOf({ words: own, meanings, hints }: Draft, negated: boolean, words: readonly Word[], terms: Terms): Unit {
  const parts = own.map((index) => words[index] as Word);
  const first = parts[0] as Word;
  const single = parts.length === 1;
  const entities: Entity[] = [];
  const found: TermId[] = [];
  let byName = false;
  for (const meaning of meanings) {
    put(found, meaning.term);
    if (meaning.kind !== 'entity' || !meaning.proper) continue;
    put(entities, meaning.entity);
    if (!meaning.office) byName = true;
  }
  const isName = entities.length > 0;
  const number = single && isDigit(first.form) ? numberKey(first.form) : null;
  const stems = parts.flatMap(({ stop, stem }) => (stop && !single ? [] : [terms.ofStem(stem)]));
  const literal = isName ? null : terms.ofStem(single ? first.stem : parts.map(({ stem }) => stem).join(' '));
  if (literal !== null) put(found, literal);
  const numbered = number === null ? null : terms.intern(number);
  if (numbered !== null) put(found, numbered);
  const besides: TermId[] = [];
  for (const hint of hints) if (!found.includes(hint)) put(besides, hint);
  for (const entity of entities) {
    const seat = seatOf(entity, terms);
    if (seat !== null && !found.includes(seat)) put(besides, seat);
  }
  return {
    text: single ? first.surface : parts.map(({ surface }) => surface).join(' '),
    terms: found,
    own: numbered ?? literal,
    hints: besides,
    parts: single ? [] : stems,
    entities,
    office: isName && !byName,
    kind: isName ? 'name' : number !== null ? 'number' : meanings.length > 0 ? 'concept' : 'word',
    minor: !isName && meanings.some(({ term }) => terms.isMinor(term)),
    words: own,
    negated,
    quoted: parts.some(({ quoted }) => quoted),
    sentence: first.sentence,
    clause: first.clause,
    unknown: meanings.length === 0 && parts.some(({ unknown }) => unknown),
  };
}

/** A unit means few things: looking through them is quicker than a set of them. */
function put<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}

function isDigit(form: string): boolean {
  return form >= '0' && form < ':';
}

/** "14" and "fourteen" are one number, "5th" and "fifth" one rank; a rank is also its number. */
function numberKey(form: string): string | null {
  const match = /^(\d+)(st|nd|rd|th|k|m|mn)?$/u.exec(form);
  if (match === null) return null;
  const scale = match[2] === 'k' ? 1_000 : match[2] === 'm' || match[2] === 'mn' ? 1_000_000 : 1;
  return `number:${Number(match[1]) * scale}`;
}

/**
 * Marks what each negation denies: the next thing done or said after it, past the subject of an inverted question
 * ("didn't the US veto"), or the name where nothing else follows.
 */
function findNegated(drafts: readonly Draft[], words: readonly Word[]): ReadonlySet<Draft> {
  const negated = new Set<Draft>();
  const isName = ({ meanings }: Draft) => meanings.some((meaning) => meaning.kind === 'entity' && meaning.proper);
  words.forEach(({ form, clause }, at) => {
    // "not stopped" may be an idea of its own: it denies nothing else.
    if (!NEGATORS.has(form) || drafts.some((draft) => draft.words.length > 1 && draft.words.includes(at))) return;
    const reached = drafts.filter(({ words: own }) => {
      const from = own[0] ?? 0;
      return from > at && from - at <= NEGATION_REACH && words[from]?.clause === clause;
    });
    // "no U.S. veto" denies the veto.
    const denied =
      form === 'no' ? (nextTo(reached, isName) ?? reached[0]) : (reached.find((draft) => !isName(draft)) ?? reached[0]);
    if (denied !== undefined) negated.add(denied);
  });
  return negated;
}

/** The first that is no name, where only names stand before it and no word between them. */
function nextTo(drafts: readonly Draft[], isName: (draft: Draft) => boolean): Draft | undefined {
  const at = drafts.findIndex((draft) => !isName(draft));
  const joined = drafts
    .slice(0, at)
    .every((draft, index) => drafts[index + 1]?.words[0] === (draft.words.at(-1) ?? 0) + 1);
  return at > 0 && joined ? drafts[at] : undefined;
}

function sameSentence(words: readonly Word[], own: readonly number[]): boolean {
  const first = words[own[0] ?? 0]?.sentence;
  return own.every((index) => words[index]?.sentence === first);
}

/** "Washington" may be the government that sits there. */
function seatOf({ kind, side }: Entity, terms: Terms): TermId | null {
  return kind === 'place' && side !== undefined ? terms.intern(`entity:${side}`) : null;
}

/** A unit that names an entity without any word having been typed for it. */
export function nameUnit(entity: Entity, term: TermId): Unit {
  return {
    text: entity.name,
    terms: [term],
    own: null,
    hints: [],
    parts: [],
    entities: [entity],
    office: false,
    kind: 'name',
    minor: false,
    words: [],
    negated: false,
    quoted: false,
    sentence: 0,
    clause: 0,
    unknown: false,
  };
}
