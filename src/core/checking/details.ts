/** Days, amounts, lengths of time, order in time, whose official: details that decide whether a claim is right. */
import type { Unit } from '../question/units.ts';
import type { Difference, Means } from './comparison.ts';
import { agree, tells as tellsDate } from './dates.ts';
import { type Counted, compareAmounts } from './numbers.ts';
import { turnedOrder } from './order.ts';
import type { Clause, Telling } from './reading.ts';
import { compareSpans } from './spans.ts';
import { isVerb } from './verbs.ts';

interface Details {
  readonly missing: readonly Unit[];
  readonly differences: readonly Difference[];
}

export function compareDetails(claim: Clause, telling: Telling, means: Means): Details {
  const all = [
    compareDates(claim, telling),
    compareNumbers(claim, telling, means),
    compareSpansOf(claim, telling),
    compareOwners(claim, telling, means),
    comparePartial(claim, telling, means),
    turnedOrder(claim, telling, means),
  ];
  return { missing: all.flatMap(({ missing }) => missing), differences: all.flatMap(({ differences }) => differences) };
}

/** A unit that stands for what no unit was read for: the claim has it, and the statement doesn't. */
const orFirst = (units: readonly Unit[], { content }: Clause): readonly Unit[] =>
  units.length > 0 ? units : content.slice(0, 1);

function compareDates(claim: Clause, telling: Telling): Details {
  const missing: Unit[] = [];
  const differences: Difference[] = [];
  for (const date of claim.dates) {
    if (telling.dates.some((told) => tellsDate(date, told))) continue;
    const units = claim.question.units.filter((unit) => unit.words.every((at) => date.words.includes(at)));
    const [other] = telling.dates;
    if (other === undefined || telling.dates.some((told) => agree(date, told))) missing.push(...orFirst(units, claim));
    else differences.push({ claimed: date.text, told: telling.statement.date?.written ?? other.text, units });
  }
  return { missing, differences };
}

function compareNumbers(claim: Clause, telling: Telling, means: Means): Details {
  const missing: Unit[] = [];
  const differences: Difference[] = [];
  for (const number of claim.numbers) {
    const own = number.unit === null ? [] : [number.unit];
    const results = telling.numbers
      .filter((told) => countsSame(number, told, telling, means))
      .map((told) => ({ told, result: compareAmounts(number, told) }));
    if (results.some(({ result }) => result === 'same')) continue;
    const wrong = results.filter(({ result }) => result === 'differs').map(({ told }) => told);
    if (wrong.length === 0) {
      missing.push(...(own.length > 0 ? own : orFirst(number.counts.slice(0, 1), claim)));
      continue;
    }
    const counted = number.counts[0] === undefined ? '' : ` ${number.counts[0].text}`;
    differences.push({ claimed: `${number.text}${counted}`, told: shownFor(number, wrong, claim, means), units: own });
  }
  return { missing, differences };
}

/** The number that people are shown beside the claim's: of the same thing, and of the same that is done or so. */
function shownFor(number: Counted, wrong: readonly Counted[], { question }: Clause, means: Means): string | null {
  const [thing] = number.counts;
  const deed = number.counts.find((unit) => isVerb(unit, question));
  const tells = (told: Counted, unit: Unit | undefined) =>
    unit === undefined || told.counts.some((other) => means(unit, other));
  const isOf = (told: Counted) =>
    tells(told, deed) &&
    (tells(told, thing) || told.borrowed.some((other) => thing !== undefined && means(thing, other)));
  const found = wrong.find((told) => (number.isRank ? told.isRank : isOf(told)));
  return found?.text ?? null;
}

/** Whether both numbers count the same: nothing that one counts is counted by another number of the statement. */
function countsSame(number: Counted, told: Counted, { numbers }: Telling, means: Means): boolean {
  if (number.isRank && told.isRank) return true;
  if (number.isLeftOut !== told.isLeftOut) return false;
  if (number.counts.length === 0) return told.counts.length === 0 && number.isPart === told.isPart;
  const isAmong = (units: readonly Unit[]) => (unit: Unit) => units.some((other) => means(unit, other));
  const others = numbers.filter((other) => other !== told).flatMap(({ counts }) => counts);
  const shared = number.counts.filter(isAmong(told.counts));
  const elsewhere = number.counts.filter(
    (unit) => !shared.includes(unit) && !isAmong(told.borrowed)(unit) && isAmong(others)(unit),
  );
  return (
    shared.some(({ kind, entities }) => kind !== 'name' || entities.some((named) => named.kind !== 'place')) &&
    elsewhere.length === 0
  );
}

function compareSpansOf(claim: Clause, telling: Telling): Details {
  const missing: Unit[] = [];
  const differences: Difference[] = [];
  for (const span of claim.spans) {
    const results = telling.spans.map((told) => ({ told, result: compareSpans(span, told) }));
    if (results.some(({ result }) => result === 'same')) continue;
    const wrong = results.find(({ result }) => result === 'differs');
    const units = claim.question.units.filter((unit) => unit.words.every((at) => span.words.includes(at)));
    if (wrong === undefined) missing.push(...orFirst(units, claim));
    else differences.push({ claimed: span.text, told: wrong.told.text, units });
  }
  return { missing, differences };
}

const OFFICIALS =
  /^(?:officials?|diplomats?|ministers?|negotiators?|representatives?|sources?|delegations?|troops|soldiers|army)$/iu;

/** "an Israeli official" where the statement has a U.S. one. */
function compareOwners(claim: Clause, telling: Telling, means: Means): Details {
  const missing: Unit[] = [];
  const differences: Difference[] = [];
  for (const [owner, unit] of owned(claim)) {
    if (owner.negated) continue;
    const told = owned(telling).filter(([, other]) => means(unit, other));
    const [first] = told;
    const isNamed = claim.question.units.some(
      (next) => next.kind === 'name' && next.words[0] === (unit.words.at(-1) ?? 0) + 1,
    );
    const isUnowned = telling.question.units.some(({ text }) => text.toLowerCase() === 'official');
    if (
      first === undefined &&
      !isNamed &&
      (isUnowned || !telling.question.units.some(({ text }) => OFFICIALS.test(text) && !/^source/iu.test(text)))
    )
      missing.push(owner);
    if (first === undefined || told.some(([other]) => means(owner, other))) continue;
    differences.push({
      claimed: `${owner.text} ${unit.text}`,
      told: `${first[0].text} ${first[1].text}`,
      units: [owner],
    });
  }
  return { missing, differences };
}

function owned({ question: { units, words } }: Clause): (readonly [Unit, Unit])[] {
  return units.flatMap((unit, index): (readonly [Unit, Unit])[] => {
    if (!OFFICIALS.test(unit.text)) return [];
    const owners: Unit[] = [];
    for (let at = index - 1; at >= 0; at--) {
      const owner = units[at];
      const next = units[at + 1];
      if (owner === undefined || next === undefined || owner.kind !== 'name' || owner.office) break;
      const gap = words.slice((owner.words.at(-1) ?? 0) + 1, next.words[0]);
      if (!gap.every(({ form }) => form === 'and' || form === 'or')) break;
      owners.push(owner);
    }
    return owners.map((owner) => [owner, unit] as const);
  });
}

const SOME = new Set(['some', 'few', 'several', 'part', 'certain', 'partial']);
const ALL = new Set(['all', 'every', 'each']);

/** "some hostages" where the statement has all of them. */
function comparePartial(claim: Clause, telling: Telling, means: Means): Details {
  const differences: Difference[] = [];
  for (const unit of claim.content) {
    if (!quantified(unit, claim, SOME)) continue;
    const whole = telling.question.units.find((other) => means(unit, other) && quantified(other, telling, ALL));
    if (whole !== undefined)
      differences.push({ claimed: `some ${unit.text}`, told: `all ${whole.text}`, units: [unit] });
  }
  return { missing: [], differences };
}

function quantified(unit: Unit, { question: { words } }: Clause, quantifiers: ReadonlySet<string>): boolean {
  const at = unit.words[0] ?? 0;
  return words.slice(Math.max(0, at - 2), at).some(({ form }) => quantifiers.has(form));
}
