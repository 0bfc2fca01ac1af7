/** Names that a claim denies or places: "no Palestinians", "not the United States", "in Israel". */
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import { agentsOf, isPlaceName } from './roles.ts';
import { isVerb } from './verbs.ts';

/**
 * What becomes of the name by how it stands: the statement says otherwise, doesn't say it, or leaves nothing to be
 * said; `open` where it is enough to be named.
 * @param same the statement's units for it
 */
export function compareName(
  unit: Unit,
  claim: Question,
  same: readonly Unit[],
  text: Question,
): 'differs' | 'missing' | 'denied' | 'open' {
  if (!unit.negated) return isMisplaced(unit, claim, same, text) ? 'missing' : 'open';
  const isNobody = isOfNobody(unit, claim);
  if (isNobody && same.some((other) => !other.negated)) return 'differs';
  // "canceled by Israel and not by Biden" denies that he did; "not about Rafah" needs to be told.
  const isElsewhere = isWithin(unit, claim) && text.units.some((other) => isPlaceName(other, text));
  const isDenying = !isNobody && (isElsewhere || isContrast(unit, claim));
  return isDenying || same.some((other) => other.negated) ? 'denied' : 'missing';
}

/** "No Palestinians are there." */
function isOfNobody({ words: own }: Unit, { words }: Question): boolean {
  return words[(own[0] ?? 0) - 1]?.form === 'no';
}

/** "and not by Biden", "not the United States". */
function isContrast({ words: own }: Unit, { words }: Question): boolean {
  let at = (own[0] ?? 0) - 1;
  while (words[at]?.form === 'the' || words[at]?.form === 'by') at--;
  return words[at]?.form === 'not';
}

/** "in Israel": where something is. */
function isWithin({ words: own }: Unit, { words }: Question): boolean {
  return words[(own[0] ?? 0) - 1]?.form === 'in';
}

/** Told of only as somebody who does something. */
function isDoer(name: Unit, question: Question): boolean {
  return question.units.some(
    (unit) => unit.kind !== 'name' && isVerb(unit, question) && agentsOf(unit, question).includes(name),
  );
}

/** "in Israel", "to Israel", where it is told only of what Israel does, or of what is done for it. */
function isMisplaced(unit: Unit, claim: Question, same: readonly Unit[], text: Question): boolean {
  const isIn = isWithin(unit, claim);
  if (!isIn && (same.length === 0 || claim.words[(unit.words[0] ?? 0) - 1]?.form !== 'to')) return false;
  return same.every((other) => isDoer(other, text) || (isIn && isTurnedTo(other, text)));
}

/** "support for Israel": a country that is not told of as where something is. */
function isTurnedTo({ words: own, entities }: Unit, { words }: Question): boolean {
  return entities.every(({ kind }) => kind === 'body') && words[(own[0] ?? 0) - 1]?.form !== 'in';
}
