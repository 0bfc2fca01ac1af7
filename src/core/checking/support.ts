/** Which statements say what a claim says: one alone, or two that tell of one thing. */
import type { NonEmpty } from '../answer.ts';
import { describeAttribution } from '../attribution.ts';
import type { Statement } from '../corpus.ts';
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Comparison, Means } from './comparison.ts';
import type { Clause, Telling } from './reading.ts';
import { agentsOf } from './roles.ts';
import { isVerb } from './verbs.ts';

/** A telling and what became of its comparison with the claim. */
export interface Compared extends Comparison {
  readonly telling: Telling;
}

/** What a statement must share of itself with a claim of hardly any words. */
const LEAST_SHARE = 0.5;
/** Length of YYYY-MM-DD: a date with its day. */
const DAY = 10;
/** What two statements must both say of a claim to tell of one thing. */
const LEAST_SHARED = 2;

/** Whether the claim is one of the sentences that say what the statement says: the same units in the same order. */
export function saysTheSame(
  { content, numbers }: Clause,
  { telling, missing, differences, short }: Compared,
  means: Means,
): boolean {
  if (missing.length + differences.length + short.length > 0) return false;
  const isSame = (unit: Unit, at: number) => {
    const told = telling.content[at];
    return told !== undefined && unit.negated === told.negated && (means(unit, told) || unit.text === told.text);
  };
  return (
    content.length + numbers.length >= 2 &&
    content.length === telling.content.length &&
    numbers.length === telling.numbers.length &&
    content.every(isSame)
  );
}

const areNames = ({ content }: Clause) => content.every(({ kind }) => kind === 'name');

/** The fewest that say it all; `null` where none do. */
export function supportOf(claim: Clause, compared: readonly Compared[]): NonEmpty<Statement> | null {
  const said = claim.content.length + claim.numbers.length;
  if (said + claim.dates.length < 2 || deniesNothing(claim)) return null;
  // "Rafah is a town in Israel": what only names say of each other must be all that is told.
  const isOfNames = claim.numbers.length === 0 && areNames(claim);
  const good = compared.filter(
    ({ differences, short, share, telling }) =>
      differences.length === 0 &&
      short.length === 0 &&
      (said >= 2 || share >= LEAST_SHARE) &&
      (!isOfNames || areNames(telling)),
  );
  const [whole] = good.filter(({ missing }) => missing.length === 0).sort((a, b) => b.share - a.share);
  if (whole !== undefined) return [whole.telling.statement];
  const best = [...good].sort((a, b) => a.missing.length - b.missing.length)[0];
  if (best === undefined) return null;
  const rest = good.find(
    (other) =>
      other.telling.at !== best.telling.at &&
      best.missing.every((unit) => !other.missing.includes(unit) && isSecondary(unit, claim, best, other)) &&
      belongTogether(claim, best, other),
  );
  return rest === undefined ? null : [best.telling.statement, rest.telling.statement];
}

/** What a second statement may add: who somebody is by office, and of the same day what is neither a name nor a verb. */
function isSecondary(unit: Unit, claim: Clause, a: Compared, b: Compared): boolean {
  if (unit.unknown || unit.negated || isAgent(unit, claim) || isOrdering(unit, claim.question)) return false;
  const [one, other] = [a.telling.statement.date?.on, b.telling.statement.date?.on];
  return (
    unit.office ||
    (one !== undefined && one === other && one.length === DAY && unit.kind !== 'name' && !isVerb(unit, claim.question))
  );
}

/** Both tell of the same person or body, and neither is told by somebody whom the other is not told by. */
function belongTogether(claim: Clause, a: Compared, b: Compared): boolean {
  const shared = claim.content.filter((unit) => !a.missing.includes(unit) && !b.missing.includes(unit));
  const isAbout = shared.some(({ kind }) => kind === 'name') && shared.length >= LEAST_SHARED;
  return (
    isAbout &&
    describeAttribution(a.telling.statement.attribution) === describeAttribution(b.telling.statement.attribution)
  );
}

/** "Sullivan isn't": nobody can tell what is denied. */
function deniesNothing({ question: { words } }: Clause): boolean {
  const last = words.at(-1)?.surface.toLowerCase() ?? '';
  return last === 'not' || last === 'cannot' || DENIED_AUXILIARY.test(last);
}
const DENIED_AUXILIARY = /^(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|ca|should)n['’]?t$/u;

const isOrdering = (unit: Unit, { words }: Question) =>
  unit.words.every((at) => words[at]?.form === 'before' || words[at]?.form === 'after');

/** Whether the claim says that it does something. */
function isAgent(name: Unit, { content, question }: Clause): boolean {
  return content.some(
    (unit) => unit.kind !== 'name' && isVerb(unit, question) && agentsOf(unit, question).includes(name),
  );
}
