/** Where a statement says less than a claim, though it has all its words: less certainly, of fewer, under a condition. */
import type { Unit } from '../question/units.ts';
import type { Means } from './comparison.ts';
import { mixesTimes } from './order.ts';
import type { Clause, Telling } from './reading.ts';
import { agentsOf, personAfter } from './roles.ts';
import {
  certaintyOf,
  isDone,
  isFirm,
  isPassive,
  isPast,
  isPastPlan,
  isPlanned,
  isToBe,
  isToCome,
  isUnreal,
  isVerb,
} from './verbs.ts';

/** Who does it, who says it, in which words; how certainly, under which condition, in fact or in plan; of how many; all at one time; to whom; what is denied; another than that. */
export type Shortfall =
  | 'agent'
  | 'speaker'
  | 'quote'
  | 'certainty'
  | 'condition'
  | 'plan'
  | 'only'
  | 'all'
  | 'time'
  | 'object'
  | 'denial'
  | 'other';

const CHECKS: readonly (readonly [Shortfall, (claim: Clause, telling: Telling, means: Means) => boolean])[] = [
  ['certainty', overstates],
  ['condition', forgetsCondition],
  ['plan', actsOnPlan],
  ['only', restricts],
  ['all', generalizes],
  ['time', mixesTimes],
  ['object', changesObject],
  ['denial', deniesMore],
  ['other', isOther],
];

export function shortOf(claim: Clause, telling: Telling, means: Means): Shortfall[] {
  return CHECKS.flatMap(([kind, isShort]) => (isShort(claim, telling, means) ? [kind] : []));
}

function pairs(claim: Clause, { question }: Telling, means: Means): (readonly [Unit, readonly Unit[]])[] {
  return claim.content
    .filter(({ kind }) => kind !== 'name')
    .map((unit): readonly [Unit, readonly Unit[]] => [unit, question.units.filter((other) => means(unit, other))])
    .filter(([, same]) => same.length > 0);
}

/** "will lead to" where the statement has "could", "may take part" where it has "is to". */
function overstates(claim: Clause, telling: Telling, means: Means): boolean {
  return pairs(claim, telling, means).some(([unit, same]) => {
    const claimed = certaintyOf(unit, claim.question);
    return same.every((other) => {
      const told = certaintyOf(other, telling.question);
      if (told === 'possible') return claimed !== 'possible' && isFirm(unit, claim.question);
      return claimed === 'possible' && isVerb(unit, claim.question);
    });
  });
}

/** "Israel attacked" where the statement has a threat to attack, "the hostages are free" where it has a call to free them. */
function forgetsCondition(claim: Clause, telling: Telling, means: Means): boolean {
  const matched = pairs(claim, telling, means);
  const isUnrealThere = (same: readonly Unit[]) => same.every((other) => isUnreal(other, telling.question));
  const real = ([unit, same]: readonly [Unit, readonly Unit[]]) =>
    !isUnrealThere(same) || isUnreal(unit, claim.question) || isToBe(unit, claim.question);
  const verbs = matched.filter(([unit]) => isVerb(unit, claim.question) && !MOOD.test(unit.text));
  return matched.length > 0 && (verbs.some((pair) => !real(pair)) || !matched.some(real));
}
const MOOD = /ing$/iu;

/** What was only planned is claimed to have been done. */
function actsOnPlan(claim: Clause, telling: Telling, means: Means): boolean {
  if (isPlanned(claim.question)) return false;
  if (isPastPlan(telling.question)) return true;
  return pairs(claim, telling, means).some(([unit, same]) => {
    if (!isVerb(unit, claim.question) || !isPast(unit, claim.question)) return false;
    return same.every((other) => isToCome(other, telling.question) || !isDone(other, telling.question));
  });
}

/** "warned Netanyahu" where Netanyahu is told of, and not as the one who was warned. */
function changesObject(claim: Clause, telling: Telling, means: Means): boolean {
  const { question } = telling;
  return pairs(claim, telling, means).some(([unit, same]) => {
    const person = isVerb(unit, claim.question) ? personAfter(unit, claim.question) : null;
    if (person === null) return false;
    const told = question.units.filter((other) => other.kind === 'name' && means(person, other));
    const isAgent = (other: Unit) =>
      question.units.some((verb) => isVerb(verb, question) && agentsOf(verb, question).includes(other));
    const isAfter = (verb: Unit) =>
      told.some((other) => (other.words[0] ?? 0) > (verb.words[0] ?? 0) && !isAgent(other));
    return !same.some((verb) => isAfter(verb) || (told.length > 0 && isPassive(verb, question)));
  });
}

const ONLY = new Set(['only', 'alone', 'sole', 'solely', 'exclusively', 'just', 'merely']);

/** "only Dermer attends": nobody says that there are no others. "Only minutes" restricts an amount, not who. */
function restricts({ question }: Clause, telling: Telling, means: Means): boolean {
  const { words, units } = question;
  return words.some(({ form, quoted }, at) => {
    if (!ONLY.has(form) || quoted) return false;
    const next = units.find((unit) => (unit.words[0] ?? 0) > at);
    if (next !== undefined && (next.kind === 'number' || AMOUNTS.test(next.text) || ORDER.has(next.text.toLowerCase())))
      return false;
    if (telling.question.words.some((word) => ONLY.has(word.form))) return false;
    // "one abstained" says that nobody else did.
    return !telling.question.words.some((word, index) => {
      const after = telling.question.units.find((unit) => (unit.words[0] ?? 0) === index + 1);
      return (
        (word.surface.toLowerCase() === 'one' || word.form === '1') &&
        after !== undefined &&
        units.some((unit) => means(unit, after))
      );
    });
  });
}
const AMOUNTS = /^(?:minutes?|hours?|days?|weeks?|months?|years?|a |an )/iu;
const ORDER = new Set(['after', 'before']);

const ALL = new Set([
  'all',
  'every',
  'each',
  'everyone',
  'everybody',
  'entire',
  'whole',
  'both',
  'most',
  'majority',
  'half',
]);

/** "all members" where the statement does not say all. */
function generalizes({ question }: Clause, telling: Telling, means: Means): boolean {
  return question.words.some(({ form, quoted }, at) => {
    if (!ALL.has(form) || quoted || question.units.some((unit) => unit.words.includes(at))) return false;
    if (form === 'both') return false;
    const next = question.units.find((unit) => (unit.words[0] ?? 0) > at);
    if (next === undefined) return false;
    return !telling.question.words.some((word, index) => {
      if (!ALL.has(word.form)) return false;
      const after = telling.question.units.find((unit) => (unit.words[0] ?? 0) > index);
      return after !== undefined && means(next, after);
    });
  });
}

/** "would not look for one": it denies something that was not read. */
function deniesMore(claim: Clause, telling: Telling): boolean {
  return deniesUnread(claim) && !deniesUnread(telling);
}

function deniesUnread({ question: { words, units }, content }: Clause): boolean {
  return words.some(({ form, clause, quoted }, at) => {
    if ((form !== 'not' && form !== 'never') || quoted || words[at + 1]?.form === 'only') return false;
    if (units.some((unit) => unit.words.length > 1 && unit.words.includes(at))) return false;
    return !content.some((unit) => unit.negated && unit.clause === clause && (unit.words[0] ?? 0) > at);
  });
}

const OTHER = new Set(['another', 'else', 'different']);

/** "someone other than Macron", "on another day": the statement has to speak of another, too. */
function isOther({ question: { words, units } }: Clause, { question }: Telling): boolean {
  return words.some(({ surface, quoted }, at) => {
    const typed = surface.toLowerCase();
    const isMark = OTHER.has(typed) || (typed === 'other' && words[at + 1]?.form === 'than');
    if (!isMark || quoted) return false;
    if (
      units.some(
        (unit) =>
          unit.words.length > 1 &&
          unit.words.includes(at) &&
          !words.slice(at + 1, at + 3).some(({ form }) => form === 'than'),
      )
    )
      return false;
    return !question.words.some((word) => word.form === 'other' || OTHER.has(word.surface.toLowerCase()));
  });
}
