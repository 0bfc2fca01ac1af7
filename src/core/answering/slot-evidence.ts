/** Whether a statement has what a question's slot wants: a day for "when", a number of the right thing for "how many". */

import type { Statement } from '../corpus.ts';
import type { Question } from '../question/analysis.ts';
import type { Slot } from '../question/asking.ts';
import { CALENDAR } from '../question/calendar.ts';
import type { TermId } from '../question/terms.ts';
import type { Word } from '../question/words.ts';
import type { Evidence } from './evidence.ts';

/** Slots that only a certain kind of words fills. For the others any statement about the matter will do. */
const TYPED: ReadonlySet<Slot> = new Set([
  'time',
  'clock',
  'count',
  'amount',
  'duration',
  'name',
  'reason',
  'place',
  'source',
  'quote',
]);

export function isTyped(slot: Slot): boolean {
  return TYPED.has(slot);
}

const set = (words: string) => new Set(words.split(' '));
const SPANS = set('minute minutes hour hours day days week weeks month months year years');
const REASONS = set('because over since unless about discuss attempt aim purpose');

/**
 * How surely the statement's own words and fields fill the slot, whatever its wordings ask: 0 to 1.
 * It does not tell whether the rest of the question fits.
 */
export function slotEvidence(question: Question, at: number, evidence: Evidence): number {
  const statement = evidence.statements[at];
  const text = evidence.texts[at];
  if (statement === undefined || text === undefined) return 0;
  switch (question.slot) {
    case 'time':
      return statement.date === null ? 0 : dateEvidence(question, text, statement);
    case 'source':
      if (statement.attribution.kind === 'article') return statement.quotes.length > 0 ? 0.9 : 0;
      return statement.attribution.kind === 'outlet' || statement.attribution.through !== null ? 1 : 0.9;
    case 'quote':
      return speaksIn(question, statement);
    case 'place': {
      const units = [...question.units, ...question.carried.map(({ unit }) => unit)];
      const named = new Set(units.flatMap(({ entities }) => entities.map(({ id }) => id)));
      const places = text.units.flatMap(({ entities }) => entities.filter(({ kind }) => kind === 'place'));
      return places.some(({ id }) => !named.has(id)) ? 0.6 : 0;
    }
    case 'count':
      return countsAskedFor(question, text) ? 0.9 : 0;
    case 'duration':
      return text.words.some(({ form }) => SPANS.has(form)) ? 0.5 : 0;
    case 'reason':
      return text.words.some(({ form }) => REASONS.has(form)) ? 0.5 : 0;
    case 'name':
    case 'clock':
    case 'amount':
      return 0;
    default:
      return 1;
  }
}

/** What share of a text must be in the question for its date to be that of what is asked. */
const SAME_EVENT = 0.35;

/** A date tells when something was said, or when that happened which most of the text is about. */
function dateEvidence(question: Question, text: Question, { attribution }: Statement): number {
  if (attribution.kind === 'speaker') return 0.8;
  if (!text.words.some(({ form }) => MONTHS.has(form))) return 0.2;
  const units = [...question.units, ...question.carried.map(({ unit }) => unit)];
  const asked = new Set(units.flatMap(({ terms }) => terms));
  const told = text.units.filter(
    ({ kind, words }) => kind !== 'number' && !words.some((at) => isCalendar(text.words[at])),
  );
  const same = told.filter(({ terms }) => terms.some((term) => asked.has(term)));
  return 0.8 * Math.min(1, same.length / Math.max(1, told.length) / SAME_EVENT);
}

function isCalendar(word: Word | undefined): boolean {
  return CALENDAR.includes(word?.form ?? '');
}

/** Whether the statement is what someone named in the question says: a near miss where it is what someone else says. */
function speaksIn(question: Question, { attribution, quotes }: Statement): number {
  const units = [...question.units, ...question.carried.map(({ unit }) => unit)];
  const spoken = units.flatMap(({ entities }) => entities.filter(({ kind }) => kind !== 'body' && kind !== 'place'));
  const named = new Set(spoken.map(({ id }) => id));
  if (named.size === 0) return 1;
  const speakers = quotes.map(({ speaker }) => speaker);
  if (attribution.kind === 'speaker') speakers.push(attribution.speaker);
  if (attribution.kind === 'outlet') speakers.push(attribution.through.outlet);
  if (speakers.length === 0) return 0.5;
  return speakers.some(({ id }) => named.has(id)) ? 1 : 0.15;
}

/** How many words from a number its noun may stand: "14 of the 15 member countries". */
const REACH = 6;

/** "how many countries": a number in the text with the same noun after it. */
function countsAskedFor(question: Question, text: Question): boolean {
  const last = Math.max(-1, ...question.asked.words);
  const focus = question.units.find(({ words }) => (words[0] ?? 0) > last);
  if (focus === undefined) return true;
  const wanted = new Set<TermId>(focus.terms);
  return text.units.some(({ kind, words }) => {
    const from = words[0] ?? 0;
    if (kind !== 'number' || isDatePart(text.words, from)) return false;
    return text.units.some((unit) => {
      const distance = (unit.words[0] ?? 0) - from;
      return distance > 0 && distance <= REACH && unit.terms.some((term) => wanted.has(term));
    });
  });
}

const MONTHS = set('january february march april may june july august september october november december');

function isDatePart(words: readonly Word[], at: number): boolean {
  return MONTHS.has(words[at + 1]?.form ?? '') || MONTHS.has(words[at - 1]?.form ?? '');
}
