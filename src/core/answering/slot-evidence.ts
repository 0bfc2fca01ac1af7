/** Whether a statement has what a question's slot wants: a day for "when", a number of the right thing for "how many". */
import type { Statement } from '../corpus.ts';
import { onceEach } from '../once-each.ts';
import type { Question } from '../question/analysis.ts';
import type { Slot } from '../question/asking.ts';
import { CALENDAR } from '../question/calendar.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';
import type { Entity } from '../schema.ts';
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
const MONTHS = set('january february march april may june july august september october november december');
const SPANS = set('minute minutes hour hours day days week weeks month months year years');
const REASONS = set('because over since unless about discuss attempt aim purpose');

/**
 * How surely a statement's own words and fields fill the slot, whatever its wordings ask: 0 to 1, by the statement's
 * place. It does not tell whether the rest of the question fits.
 */
export function createSlotEvidence(question: Question, { statements, texts }: Evidence): (at: number) => number {
  const fills = fillsSlot(question);
  return (at) => {
    const text = texts[at];
    const statement = statements[at];
    return text === undefined || statement === undefined ? 0 : fills(text, statement);
  };
}

function fillsSlot(question: Question): (text: Question, statement: Statement) => number {
  switch (question.slot) {
    case 'time': {
      const asked = new Set(unitsIn(question).flatMap(({ terms }) => terms));
      return (text, statement) => (statement.date === null ? 0 : dateEvidence(asked, text, statement));
    }
    case 'source':
      return (_, { attribution, quotes }) => {
        if (attribution.kind === 'article') return quotes.length > 0 ? 0.9 : 0;
        return attribution.kind === 'outlet' || attribution.through !== null ? 1 : 0.9;
      };
    case 'quote': {
      const named = idsOf(unitsIn(question), ({ kind }) => kind !== 'body' && kind !== 'place');
      return (_, statement) => speaksIn(named, statement);
    }
    case 'place': {
      const named = idsOf(unitsIn(question), () => true);
      return (text) => (placesIn(text).some((id) => !named.has(id)) ? 0.6 : 0);
    }
    case 'count': {
      const wanted = countedIn(question);
      return (text) => (wanted === null || wanted.some((term) => countedBy(text).has(term)) ? 0.9 : 0);
    }
    case 'duration':
      return (text) => (tellsSpan(text) ? 0.5 : 0);
    case 'reason':
      return (text) => (tellsReason(text) ? 0.5 : 0);
    case 'name':
    case 'clock':
    case 'amount':
      return () => 0;
    default:
      return () => 1;
  }
}

/** The question's own units and those of earlier ones that it needs. */
function unitsIn({ units, carried }: Question): readonly Unit[] {
  return [...units, ...carried.map(({ unit }) => unit)];
}

function idsOf(units: readonly Unit[], wanted: (entity: Entity) => boolean): ReadonlySet<string> {
  return new Set(units.flatMap(({ entities }) => entities.filter(wanted).map(({ id }) => id)));
}

// What a statement's text has is found out once: it never changes.
const tellsSpan = onceEach(({ words }: Question) => words.some(({ form }) => SPANS.has(form)));
const tellsReason = onceEach(({ words }: Question) => words.some(({ form }) => REASONS.has(form)));
const namesMonth = onceEach(({ words }: Question) => words.some(({ form }) => MONTHS.has(form)));
const placesIn = onceEach(({ units }: Question) => [...idsOf(units, ({ kind }) => kind === 'place')]);

/** What a text tells beside its dates and numbers. */
const eventIn = onceEach(({ units, words }: Question) =>
  units.filter(({ kind, words: own }) => kind !== 'number' && !own.some((at) => isCalendar(words[at]))),
);

/** What share of a text must be in the question for its date to be that of what is asked. */
const SAME_EVENT = 0.35;

/** A date tells when something was said, or when that happened which most of the text is about. */
function dateEvidence(asked: ReadonlySet<TermId>, text: Question, { attribution }: Statement): number {
  if (attribution.kind === 'speaker') return 0.8;
  if (!namesMonth(text)) return 0.2;
  const told = eventIn(text);
  const same = told.filter(({ terms }) => terms.some((term) => asked.has(term)));
  return 0.8 * Math.min(1, same.length / Math.max(1, told.length) / SAME_EVENT);
}

function isCalendar(word: Word | undefined): boolean {
  return CALENDAR.includes(word?.form ?? '');
}

/**
 * Whether the statement is what someone named in the question says: a near miss where it is what someone else says.
 * @param named ids of those who are named
 */
function speaksIn(named: ReadonlySet<string>, statement: Statement): number {
  if (named.size === 0) return 1;
  const speakers = speakersIn(statement);
  if (speakers.length === 0) return 0.5;
  return speakers.some((id) => named.has(id)) ? 1 : 0.15;
}

const speakersIn = onceEach(({ attribution, quotes }: Statement): readonly string[] => {
  const speakers = quotes.map(({ speaker }) => speaker.id);
  if (attribution.kind === 'speaker') speakers.push(attribution.speaker.id);
  if (attribution.kind === 'outlet') speakers.push(attribution.through.outlet.id);
  return speakers;
});

/** How many words from a number its noun may stand: "14 of the 15 member countries". */
const REACH = 6;

/** "how many countries": what is to be counted; `null` where the question doesn't say. */
function countedIn({ asked, units }: Question): readonly TermId[] | null {
  const last = Math.max(-1, ...asked.words);
  return units.find(({ words }) => (words[0] ?? 0) > last)?.terms ?? null;
}

/** What stands after a number in the text. */
const countedBy = onceEach(({ units, words }: Question): ReadonlySet<TermId> => {
  const counted = new Set<TermId>();
  for (const { kind, words: own } of units) {
    const from = own[0] ?? 0;
    if (kind !== 'number' || isDatePart(words, from)) continue;
    for (const unit of units) {
      const distance = (unit.words[0] ?? 0) - from;
      if (distance > 0 && distance <= REACH) for (const term of unit.terms) counted.add(term);
    }
  }
  return counted;
});

function isDatePart(words: readonly Word[], at: number): boolean {
  return MONTHS.has(words[at + 1]?.form ?? '') || MONTHS.has(words[at - 1]?.form ?? '');
}
