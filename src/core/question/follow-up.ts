/** Questions that need an earlier one: "and Macron?", "when?", "why?", "did he say it there?". Deterministic. */
import type { Statement } from '../corpus.ts';
import type { Carried, Question } from './analysis.ts';
import { entityKey, type Terms } from './terms.ts';
import { nameUnit, type Unit } from './units.ts';
import type { Word } from './words.ts';

/** An earlier question, as it was understood, and whom its answer speaks of. */
export interface Turn {
  readonly question: Question;
  /** Whom and what the first statement of the answer is about, its speaker first. */
  readonly told: readonly Unit[];
  /** The place of that statement; `null` where there was no answer. */
  readonly statement: number | null;
}

const set = (words: string) => new Set(words.split(' '));
const PERSONS = set('he she him her his hers himself herself');
const PLURALS = set('they them their theirs those these both');
const THINGS = set('it that this its there then one ones so');
const CONNECTIVES = set('and but or what how so');
/** Up to so many units a question may be a fragment that leans on the one before. */
const FRAGMENT = 2;

/** How much an earlier word weighs beside one of the question itself. */
const CARRIED_NAME = 0.8;
const CARRIED_WORD = 0.4;
/** A follow-up's own words are a detail; what it was about stays the subject. */
const CARRIED_DETAIL = 0.1;
const CARRIED_AGAIN = 0.9;
const CARRIED_PAST = 0.4;
const CARRIED_TOLD = 0.25;

/** A pronoun stands for what was spoken of, not for what was said of it. */
const POINTING: ReadonlySet<string> = new Set(['thing', 'plural', 'person']);

type Need = 'none' | 'fragment' | 'person' | 'plural' | 'thing';

/** Whom and what a statement is about, its speaker first. */
export function unitsOf({ attribution, entities }: Statement, terms: Terms): Unit[] {
  const speaker = attribution.kind === 'speaker' ? [attribution.speaker] : [];
  return [...new Set([...speaker, ...entities])].map((entity) => nameUnit(entity, terms.intern(entityKey(entity))));
}

/** Whether and how the question points back. */
function needOf(question: Question): Need {
  const { words, units } = question;
  const pointers = words.flatMap(({ form }, index) => (isPointer(form, index, words) ? [form] : []));
  const hasName = units.some(({ entities }) => entities.some(({ kind }) => kind === 'person'));
  if (pointers.some((form) => PERSONS.has(form)) && !hasName) return 'person';
  if (pointers.some((form) => PLURALS.has(form)) && !hasName) return 'plural';
  if (pointers.some((form) => THINGS.has(form))) return 'thing';
  if (startsLeaning(words)) return 'fragment';
  if (question.slot === 'title' && hasName) return 'none';
  const content = units.filter(({ quoted }) => !quoted);
  const complete = question.slot !== 'none' && units.length > 1 && units.some(({ kind }) => kind === 'name');
  return content.length <= FRAGMENT && content.length === units.length && !complete ? 'fragment' : 'none';
}

/** "and the Israelis?", "what about France?", "but when?" */
function startsLeaning(words: readonly Word[]): boolean {
  const [first, second] = words;
  if (first === undefined || !CONNECTIVES.has(first.form)) return false;
  if (first.form === 'what' || first.form === 'how') return second?.form === 'about';
  return first.form !== 'so' || words.length <= 3;
}

/** "that" and "this" only where they stand for something: not in "the vote that followed", "the talks on this Monday". */
function isPointer(form: string, at: number, words: readonly Word[]): boolean {
  if (PERSONS.has(form) || PLURALS.has(form) || form === 'it' || form === 'its') return true;
  if (!THINGS.has(form) || form === 'so') return false;
  const before = words[at - 1];
  const after = words[at + 1];
  if (form === 'that' || form === 'this') return before === undefined || before.stop || after === undefined;
  if (form === 'there')
    return (
      before !== undefined && !set('is are was were').has(after?.form ?? '') && !set('is are was were').has(before.form)
    );
  if (form === 'one' || form === 'ones') return before !== undefined && !before.stop;
  return after === undefined;
}

/**
 * The question with what it needs of the earlier ones; itself where it needs nothing.
 * @param turns oldest first
 */
export function followUp(question: Question, turns: readonly Turn[]): Question {
  const last = turns.at(-1);
  if (last === undefined) return question;
  const need = needOf(question);
  if (need === 'none') return question;
  const carried = new Map<string, Carried>();
  const carry = (unit: Unit, factor: number) => {
    const key = unit.terms.join(' ');
    const meant = need === 'person' || (need === 'thing' && !isAgent(unit));
    if (!carried.has(key) && !isDisplaced(unit, question)) carried.set(key, { unit, factor, meant });
  };
  // "who warned of that?" asks for someone else than whoever was spoken of.
  const seeksPerson = question.slot === 'person' && need !== 'person' && need !== 'plural';
  const carryName = (unit: Unit) => {
    if (!seeksPerson) carry(unit, CARRIED_NAME);
  };
  const { units, carried: again } = last.question;
  if (need === 'person' && ![...units, ...again.map(({ unit }) => unit)].some(isPerson)) {
    last.told.filter(isPerson).slice(0, 1).forEach(carryName);
  }
  if (need === 'plural') for (const turn of turns.slice(-2)) turn.question.units.filter(isPerson).forEach(carryName);
  // "and about rescheduling?" moves on to something else; "how long after?" asks for a detail of the same.
  const movedOn = startsLeaning(last.question.words);
  const word = again.length > 0 && !movedOn ? CARRIED_DETAIL : CARRIED_WORD;
  for (const unit of units) {
    if (isPerson(unit)) carryName(unit);
    else carry(unit, word);
  }
  for (const { unit, factor } of again)
    if (!isPerson(unit) || !seeksPerson)
      carry(unit, factor * (movedOn && !isPerson(unit) ? CARRIED_PAST : CARRIED_AGAIN));
  if (need === 'thing' && !pointsToOne(question) && !namesSubject(last.question))
    for (const unit of last.told) if (!isPerson(unit)) carry(unit, CARRIED_TOLD);
  const leans = startsLeaning(question.words) || question.units.every(({ kind }) => kind === 'name');
  const inherits = question.slot === 'none' && need === 'fragment' && leans;
  const slot = inherits ? last.question.slot : question.slot;
  const all = [...carried.values()];
  // "what's her job?" is about her alone.
  return {
    ...question,
    slot,
    after: last.statement,
    carried: slot === 'title' ? all.filter(({ unit }) => isPerson(unit)) : all,
  };
}

/**
 * The same with less and less of what was said before: "Is the meeting in person?" - "when is it?" asks for the
 * meeting; "How many shelter in Rafah?" - "where is it?" for Rafah alone. None where nothing can fall away.
 */
export function withoutDetails(question: Question): readonly Question[] {
  if (question.carried.length === 0 || !POINTING.has(needOf(question))) return [];
  const names = question.carried.filter(({ unit }) => unit.kind === 'name');
  const [subject, ...others] = question.carried
    .filter(({ unit }) => unit.kind !== 'name')
    .sort((a, b) => b.factor - a.factor);
  if (subject === undefined) return [];
  const withSubject = others.length === 0 ? [] : [[...names, { ...subject, factor: CARRIED_WORD }]];
  const typed = names.filter(({ factor }) => factor > CARRIED_TOLD);
  const namesOnly = typed.length === 0 ? [] : [typed.map((name) => ({ ...name, factor: CARRIED_NAME }))];
  return [...withSubject, ...namesOnly].map((carried) => ({ ...question, carried }));
}

/** What "it" stands for is among the words of the question before. */
function namesSubject({ units, carried }: Question): boolean {
  return [...units, ...carried.map(({ unit }) => unit)].filter(({ kind }) => kind !== 'name').length > 1;
}

/** "the original one": it is of the kind spoken of, and another. */
function pointsToOne({ words }: Question): boolean {
  return words.some(({ form }) => form === 'one' || form === 'ones');
}

/** Someone or something that "it" does not stand for. */
function isAgent({ entities }: Unit): boolean {
  return entities.some(({ kind }) => kind === 'person' || kind === 'body' || kind === 'outlet');
}

function isPerson(unit: Unit): boolean {
  return unit.entities.some(({ kind }) => kind === 'person');
}

/** A name takes the place of an earlier one of its kind; a word is not carried where it stands already. */
function isDisplaced(unit: Unit, question: Question): boolean {
  return question.units.some((own) => {
    if (own.terms.some((term) => unit.terms.includes(term))) return true;
    if (own.kind !== 'name' || unit.kind !== 'name') return false;
    return own.entities.some(({ kind }) => unit.entities.some((entity) => entity.kind === kind));
  });
}

/** "ok", "hello", a smiley: nothing that could be asked of what was spoken of. */
export function asksNothing(question: Question): boolean {
  const { slot, units, words } = question;
  const points = startsLeaning(words) || words.some(({ form }, at) => isPointer(form, at, words));
  return slot === 'none' && !points && units.every(({ unknown }) => unknown);
}

/** Nothing but a new name: "and Macron?". The last question it fits may not be the last one asked. */
export function isBareName(question: Question): boolean {
  return question.slot === 'none' && question.units.length === 1 && question.units[0]?.kind === 'name';
}
