/** Wrong offices, days, numbers and opposites: false premises that nobody had to write down. */
import type { Corpus, Statement } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import { isWeekday, weekdayOf } from '../question/calendar.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Assumption } from './corrections.ts';
import type { Evidence, View } from './evidence.ts';
import { type Fit, missingIn, type Weighed } from './match.ts';
import { isTyped } from './slot-evidence.ts';

/** The statements that fit say otherwise. @param fits best first; looked up only where something may differ */
export type FindContradiction = (
  question: Question,
  weighed: readonly Weighed[],
  fits: () => readonly Fit[],
) => Assumption | null;

const NOTHING: ReadonlySet<TermId> = new Set();

/** What share of the rest of the question a statement must hold for the difference to be a contradiction. */
const REST_SHARE = 0.75;
/** What the rest must weigh to tell what the question is about. */
const LEAST_REST = 0.3;

/** Something that the question and a statement say differently. */
interface Difference {
  readonly assumed: string;
  readonly units: readonly Unit[];
}

/** What of a question a statement may say differently. */
interface Doubts {
  /** Places of units that are numbers. */
  readonly numbers: readonly number[];
  /** The first that is a day of the week. */
  readonly day: Unit | undefined;
  /** Those that have opposites, and which. */
  readonly opposed: readonly { readonly unit: Unit; readonly opposites: readonly TermId[] }[];
}

/** Plain data, made from the corpus. */
export interface ContradictionsIndex {
  /** Of each statement, the terms that its editor's wordings take for granted: to ask with them assumes nothing false. */
  readonly granted: readonly ReadonlySet<TermId>[];
  /** Of each statement, the terms of its text. */
  readonly said: readonly ReadonlySet<TermId>[];
  /** By id of a person. */
  readonly officeStatements: ReadonlyMap<string, number>;
}

export function indexContradictions(
  { statements, entities }: Corpus,
  texts: readonly Question[],
  views: readonly View[],
): ContradictionsIndex {
  const granted = statements.map(() => new Set<TermId>());
  for (const { statement, question } of views) {
    if (!question.asked.presumes) continue;
    for (const { terms: own } of question.units) for (const term of own) granted[statement]?.add(term);
  }
  const said = texts.map(({ units }) => new Set(units.flatMap((unit) => unit.terms)));
  const officeStatements = new Map<string, number>();
  for (const entity of entities) {
    const at = entity.kind === 'person' ? findOfficeStatement(entity.id, entity.office, { statements, texts }) : null;
    if (at !== null) officeStatements.set(entity.id, at);
  }
  return { granted, said, officeStatements };
}

export function createContradictions(
  { granted, said, officeStatements }: ContradictionsIndex,
  { terms }: Reader,
  evidence: Evidence,
): FindContradiction {
  function wrongOffice(question: Question): Assumption | null {
    const { units, words } = question;
    for (const [index, unit] of units.entries()) {
      const next = units[index + 1];
      if (next === undefined || unit.kind !== 'name' || next.kind !== 'name' || unit.office === next.office) continue;
      const [person, office] = unit.office ? [next, unit] : [unit, next];
      const [entity] = person.entities;
      if (entity === undefined || entity.kind !== 'person' || office.entities.includes(entity)) continue;
      const between = words.slice((unit.words.at(-1) ?? 0) + 1, next.words[0]).map(({ form }) => form);
      const isIt = unit.office ? between.length === 0 : between.every((form) => APPOSITION.has(form));
      const statement = officeStatements.get(entity.id);
      if (!isIt || statement === undefined) continue;
      return {
        kind: 'office',
        statement,
        assumed: `${entity.name} is ${office.text}`,
        units: new Set([person, office]),
      };
    }
    return null;
  }

  /** What of the question may be said differently by a statement; `null` where nothing may. */
  function readDoubts(question: Question): Doubts | null {
    const { units, slot } = question;
    const numbers = units.flatMap((unit, index) => (unit.kind === 'number' ? [index] : []));
    const day = units.find((unit) => isWeekday(formOf(unit, question)));
    // "lasting how many weeks?" and "what time does it end?" deny nothing.
    const denies = !isTyped(slot) || slot === 'reason' || slot === 'quote';
    const opposed = (denies ? units : []).flatMap((unit) => {
      const opposites = unit.negated ? [] : unit.terms.flatMap((term) => terms.opposites(term));
      return opposites.length === 0 ? [] : [{ unit, opposites }];
    });
    return numbers.length === 0 && day === undefined && opposed.length === 0 ? null : { numbers, day, opposed };
  }

  function differenceOf(question: Question, doubts: Doubts, at: number): Difference | null {
    const text = evidence.texts[at];
    const statement = evidence.statements[at];
    if (text === undefined || statement === undefined) return null;
    return (
      wrongNumber(question, doubts, text) ??
      wrongDay(question, doubts, text, statement) ??
      opposite(question, doubts, at)
    );
  }

  function opposite(question: Question, { opposed }: Doubts, at: number): Difference | null {
    const own = said[at] ?? NOTHING;
    for (const { unit, opposites } of opposed) {
      // Hardly any statement has an opposite: it is looked for first.
      if (!opposites.some((term) => own.has(term))) continue;
      if (unit.terms.some((term) => own.has(term) || granted[at]?.has(term) === true)) continue;
      const denied = opposites.filter((term) => own.has(term));
      if (question.units.some((other) => other.terms.some((term) => denied.includes(term)))) continue;
      return { assumed: `"${unit.text}" was the word for it`, units: [unit] };
    }
    return null;
  }

  /** Another statement says just that of the same matter. */
  function isSaidSomewhere(difference: Difference, weighed: readonly Weighed[], fits: readonly Fit[]): boolean {
    return fits.some(
      ({ statement }) =>
        difference.units.every(({ terms: own }) => own.some((term) => evidence.says(statement, term))) &&
        restShare(difference, weighed, missingIn(statement, weighed, evidence)) >= REST_SHARE,
    );
  }

  return (question, weighed, findFits) => {
    const office = wrongOffice(question);
    if (office !== null) return office;
    const doubts = readDoubts(question);
    if (doubts === null) return null;
    const fits = findFits();
    let best: { readonly assumption: Assumption; readonly share: number; readonly length: number } | null = null;
    for (const { statement } of fits) {
      const difference = differenceOf(question, doubts, statement);
      const share = difference === null ? 0 : restShare(difference, weighed, missingIn(statement, weighed, evidence));
      if (difference === null || share < REST_SHARE || isSaidSomewhere(difference, weighed, fits)) continue;
      const length = evidence.texts[statement]?.words.length ?? 0;
      if (best !== null && (best.share > share || (best.share === share && best.length <= length))) continue;
      const units = new Set(difference.units);
      best = { assumption: { kind: 'difference', statement, assumed: difference.assumed, units }, share, length };
    }
    return best?.assumption ?? null;
  };
}

/** "Sullivan as secretary of state", "is Macron the prime minister". */
const APPOSITION = new Set(['as', 'the', 'a', 'an', 'is', 'was', 'being', 'been', 'become', 'became']);

/** The shortest statement that names the person and the office. */
function findOfficeStatement(
  id: string,
  office: string | undefined,
  { statements, texts }: Pick<Evidence, 'statements' | 'texts'>,
): number | null {
  if (office === undefined) return null;
  const wanted = office.toLowerCase().split(' ').at(-1) ?? '';
  let best: number | null = null;
  texts.forEach((text, at) => {
    const names = text.units.some(
      ({ entities, office: byOffice }) => !byOffice && entities.some((entity) => entity.id === id),
    );
    if (!names || !(statements[at]?.text.toLowerCase().includes(wanted) ?? false)) return;
    if (best === null || text.words.length < (texts[best]?.words.length ?? 0)) best = at;
  });
  return best;
}

/** How much of the rest of the question a statement holds that lacks `missing`; 0 where the rest tells too little. */
function restShare({ units }: Difference, weighed: readonly Weighed[], missing: readonly Weighed[]): number {
  const rest = weighed.filter(({ unit, context }) => !context && !units.includes(unit));
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  const lacks = rest.filter((each) => missing.includes(each));
  if (total < LEAST_REST || lacks.some(({ unit }) => unit.kind === 'name')) return 0;
  return 1 - lacks.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** How many units after a number its noun may stand. */
const NOUN_REACH = 3;
const SPANS = new Set(['minut', 'hour', 'dai', 'week', 'month', 'year']);
const RANK = /^(?:[2-9]|\d{2,})(?:st|nd|rd|th)$/u;

function wrongNumber(question: Question, doubts: Doubts, text: Question): Difference | null {
  for (const index of doubts.numbers) {
    const unit = question.units[index] as Unit;
    const numbers = text.units.filter(({ kind }) => kind === 'number');
    if (numbers.some((other) => shares(other, unit))) continue;
    const noun = question.units[index + 1];
    const isRank = RANK.test(formOf(unit, question));
    const same = isRank
      ? numbers.some((other) => RANK.test(formOf(other, text)))
      : noun !== undefined && numbers.some((other) => counts(other, noun, text));
    if (!same) continue;
    const phrase = noun === undefined ? unit.text : `${unit.text} ${noun.text}`;
    return { assumed: `it was ${isRank ? 'the ' : ''}${phrase}`, units: [unit] };
  }
  return null;
}

/** Whether the number counts the same thing, or another span of time. */
function counts(number: Unit, noun: Unit, text: Question): boolean {
  const at = text.units.indexOf(number);
  const isSpan = (unit: Unit) => unit.words.some((index) => SPANS.has(text.words[index]?.stem ?? ''));
  const spanAsked = /^(?:minute|hour|day|week|month|year)s?$/iu.test(noun.text);
  return text.units
    .slice(at + 1, at + 1 + NOUN_REACH)
    .some((unit) => shares(unit, noun) || (spanAsked && isSpan(unit)));
}

/** A day of the week that the statement's date is not. */
function wrongDay(question: Question, { day: named }: Doubts, text: Question, { date }: Statement): Difference | null {
  if (named === undefined || date === null) return null;
  const day = weekdayOf(date.on);
  if (day === null || formOf(named, question) === day) return null;
  const says = text.words.some(({ form }) => form === formOf(named, question));
  const alsoRight = question.words.some(({ form }) => form === day);
  return says || alsoRight || !text.words.some(({ form }) => isWeekday(form))
    ? null
    : { assumed: `it was on ${named.text}`, units: [named] };
}

function formOf(unit: Unit, { words }: Question): string {
  return words[unit.words[0] ?? -1]?.form ?? '';
}

function shares(a: Unit, b: Unit): boolean {
  return a.terms.some((term) => b.terms.includes(term));
}
