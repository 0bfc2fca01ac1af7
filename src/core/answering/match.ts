/** How well each statement fits a question. */
import type { Question } from '../question/analysis.ts';
import { SLOTS, type Slot } from '../question/asking.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import { type Evidence, weightOf } from './evidence.ts';
import { createSlotEvidence, isTyped } from './slot-evidence.ts';
import { strengthIn } from './strength.ts';

export interface Weighed {
  readonly unit: Unit;
  readonly weight: number;
  /** Stands outside the part that asks: it helps to find, and is hardly missed. */
  readonly context: boolean;
  /** A wording that asks for the same must hold it: it is the question's own, or the person it is about. */
  readonly pivotal: boolean;
}

export interface Fit {
  readonly statement: number;
  /** Ranks. */
  readonly score: number;
  /** Share of what is asked that the statement holds, 0 to 1. */
  readonly coverage: number;
  /** How like its closest wording the question is, 0 to 1. */
  readonly likeness: number;
  /** Whether it has what the slot wants, 0 to 1. */
  readonly slot: number;
}

export function weigh(question: Question, evidence: Evidence): Weighed[] {
  const { from, to } = question.asked;
  const own = question.units.map((unit) => {
    const at = unit.words[0] ?? 0;
    const context = at < from || at >= to;
    return { unit, weight: weightInQuestion(unit, evidence), context, pivotal: !context };
  });
  const carried = question.carried.map(({ unit, factor }) => {
    const pivotal = own.length === 0 || unit.entities.some(({ kind }) => kind === 'person');
    return { unit, weight: factor * weightInQuestion(unit, evidence), context: false, pivotal };
  });
  return [...own, ...carried];
}

function weightInQuestion(unit: Unit, evidence: Evidence): number {
  const weight = weightOf(unit.terms, evidence);
  if (unit.kind === 'number' || unit.minor) return weight * MINOR_WEIGHT;
  if (unit.kind !== 'word' || unit.terms.some(evidence.isKnown)) return weight;
  return weight * (unit.unknown ? UNKNOWN_WEIGHT : COMMON_WEIGHT);
}

/** The statements that have anything to do with the question, best first; of equal ones the first in reading order. */
export function matchStatements(question: Question, weighed: readonly Weighed[], evidence: Evidence): Fit[] {
  const size = evidence.statements.length;
  const units = weighed.map(({ unit }) => unit);
  const held = evidence.inStatements(units);
  const likenWordings = createLikening(question, weighed, held, evidence);
  const typed = isTyped(question.slot);
  const slotEvidence = createSlotEvidence(question, evidence);
  const fits: Fit[] = [];
  for (const statement of evidence.candidates.find(termsIn(units))) {
    let covered = 0;
    let asked = 0;
    let lacksName = false;
    for (let index = 0; index < weighed.length; index++) {
      const { unit, weight, context } = weighed[index] as Weighed;
      const strength = held[index * size + statement] ?? 0;
      covered += weight * strength * (context ? 0.5 : 1);
      asked += weight * (context ? 0.5 * strength + 0.1 * (1 - strength) : 1);
      if (strength < HELD_FROM && !context && unit.kind === 'name') lacksName = true;
    }
    const { likeness, worded, slotHeld } = likenWordings(statement);
    const coverage = asked === 0 ? 0 : Math.max(covered / asked, AS_WORDED * worded);
    let slot = typed ? slotHeld : 1;
    // The evidence is at most 1: where there is no more to gain it need not be looked for.
    if (typed && coverage > slot) slot = Math.max(slot, coverage * slotEvidence(statement));
    const score = (0.42 * coverage + 0.42 * likeness + 0.16 * slot) * (lacksName ? WITHOUT_NAME : 1);
    fits.push({ statement, coverage, likeness, slot, score });
  }
  return fits.sort((a, b) => b.score - a.score || a.statement - b.statement);
}

function termsIn(units: readonly Unit[]): readonly TermId[] {
  const found: TermId[] = [];
  for (const { terms, hints, parts } of units) found.push(...terms, ...hints, ...parts);
  return found;
}

/** What a statement hardly holds of the question, or not at all. */
export function missingIn(statement: number, weighed: readonly Weighed[], evidence: Evidence): Weighed[] {
  return weighed.filter(({ unit }) => strengthIn(statement, unit, evidence) < HELD_FROM);
}

/** A statement by its wordings, each 0 to 1. */
interface Likened {
  /** How like the question the closest one is. */
  readonly likeness: number;
  /** How much of the question a single one holds. */
  readonly worded: number;
  /** The same among those that ask for the same kind of answer. */
  readonly slotHeld: number;
}

/** @param held how surely each unit is meant in each statement */
function createLikening(
  question: Question,
  weighed: readonly Weighed[],
  held: Float64Array,
  { statements, views, inViews }: Evidence,
): (statement: number) => Likened {
  const { firstOf, slotOf, weightOf: viewWeightOf } = views;
  const count = slotOf.length;
  const size = statements.length;
  const seen = inViews(weighed.map(({ unit }) => unit));
  const length = weighed.length;
  const weights = new Float64Array(length);
  const shares = new Float64Array(length);
  const pivotal = new Float64Array(length);
  let total = 0;
  let pivot = 0;
  weighed.forEach(({ weight, context, pivotal: isPivotal }, index) => {
    const share = context ? weight * 0.35 : weight;
    weights[index] = weight;
    shares[index] = share;
    total += share;
    if (!isPivotal) return;
    pivotal[index] = share;
    pivot += share;
  });
  /** Of the statement at hand: what its other wordings hold counts in part. */
  const besides = new Float64Array(length);
  const agreement = AGREEMENT[question.slot];
  return (statement) => {
    let likeness = 0;
    let worded = 0;
    let slotHeld = 0;
    for (let index = 0; index < length; index++) besides[index] = 0.6 * (held[index * size + statement] ?? 0);
    const end = firstOf[statement + 1] ?? 0;
    for (let view = firstOf[statement] ?? 0; view < end; view++) {
      let forward = 0;
      let direct = 0;
      let pivots = 0;
      let back = 0;
      for (let index = 0; index < length; index++) {
        const there = seen[index * count + view] ?? 0;
        const least = besides[index] ?? 0;
        const share = shares[index] ?? 0;
        forward += share * (there > least ? there : least);
        direct += share * there;
        pivots += (pivotal[index] ?? 0) * there;
        back += (weights[index] ?? 0) * there;
      }
      if (forward === 0) continue;
      const there = forward / total;
      const own = direct / total;
      const viewWeight = viewWeightOf[view] ?? 0;
      const andBack = viewWeight === 0 ? 0 : Math.min(1, back / viewWeight);
      worded = Math.max(worded, own);
      const agreed = agreement[slotOf[view] ?? 0] ?? 0;
      likeness = Math.max(likeness, (0.7 * there + 0.3 * andBack) * agreed);
      if (agreed < 0.95 || question.slot === 'quote') continue;
      const whole = (0.7 * Math.max(own, pivot === 0 ? 0 : pivots / pivot) + 0.3 * there) * (0.5 + 0.5 * andBack);
      slotHeld = Math.max(slotHeld, Math.min(1, 1.25 * whole));
    }
    return { likeness, worded, slotHeld };
  };
}

/** A unit that a statement holds less surely is missing in it. */
const HELD_FROM = 0.4;
/** A statement about somebody else is a near miss. */
const WITHOUT_NAME = 0.9;

/** A single wording of the editor's that holds the whole question is nearly as good as the text. */
const AS_WORDED = 0.97;

/** "those two senior officials": a number, like a minor idea, hardly tells what is asked. */
const MINOR_WEIGHT = 0.4;
/** A word that no statement has and that nobody here knows, and a common one that no statement has. */
const UNKNOWN_WEIGHT = 0.9;
const COMMON_WEIGHT = 0.35;

/** How well a wording that asks for one kind of answer serves a question for another. */
function agree(asked: Slot, given: Slot): number {
  if (asked === given) return 1;
  if (given === 'none') return 0.85;
  if (asked === 'none') return 0.92;
  if (asked === 'polar' || asked === 'choice') return given === 'polar' || given === 'choice' ? 1 : 0.88;
  if (asked === 'thing' || asked === 'manner' || asked === 'quote') return isTyped(given) ? 0.75 : 0.92;
  if (isTyped(asked)) return 0.6;
  return 0.8;
}

/** By slot asked for, then by the number of the slot given. */
const AGREEMENT = Object.fromEntries(
  SLOTS.map((asked) => [asked, Float64Array.from(SLOTS, (given) => agree(asked, given))]),
) as Readonly<Record<Slot, Float64Array>>;
