/** How well each statement fits a question. */
import type { Question } from '../question/analysis.ts';
import type { Slot } from '../question/slots.ts';
import type { Unit } from '../question/units.ts';
import { type Evidence, weightOf } from './evidence.ts';
import { isTyped, slotEvidence } from './slot-evidence.ts';

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
  readonly missing: readonly Weighed[];
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

export function matchStatements(question: Question, weighed: readonly Weighed[], evidence: Evidence): Fit[] {
  const { statements, views } = evidence;
  const size = statements.length;
  const held = weighed.map(({ unit }) => strengths(unit, size, evidence.statementsWith, evidence.isConcept));
  const forward = new Float64Array(views.length);
  const direct = new Float64Array(views.length);
  const pivots = new Float64Array(views.length);
  const back = new Float64Array(views.length);
  let total = 0;
  let pivot = 0;
  weighed.forEach(({ unit, weight, context, pivotal }, index) => {
    const own = held[index] as Float64Array;
    const w = context ? weight * 0.35 : weight;
    total += w;
    if (pivotal) pivot += w;
    const seen = strengths(unit, views.length, evidence.viewsWith, evidence.isConcept);
    for (let view = 0; view < views.length; view++) {
      const there = seen[view] ?? 0;
      const backed = 0.6 * (own[views[view]?.statement ?? 0] ?? 0);
      forward[view] = (forward[view] ?? 0) + w * Math.max(there, backed);
      back[view] = (back[view] ?? 0) + weight * there;
      direct[view] = (direct[view] ?? 0) + w * there;
      if (pivotal) pivots[view] = (pivots[view] ?? 0) + w * there;
    }
  });
  const likeness = new Float64Array(size);
  const worded = new Float64Array(size);
  const slotHeld = new Float64Array(size);
  views.forEach((view, index) => {
    const there = total === 0 ? 0 : (forward[index] ?? 0) / total;
    const andBack = view.weight === 0 ? 0 : Math.min(1, (back[index] ?? 0) / view.weight);
    const own = total === 0 ? 0 : (direct[index] ?? 0) / total;
    worded[view.statement] = Math.max(worded[view.statement] ?? 0, own);
    const agreement = agree(question.slot, view.slot);
    likeness[view.statement] = Math.max(likeness[view.statement] ?? 0, (0.7 * there + 0.3 * andBack) * agreement);
    if (agreement >= 0.95) {
      const held =
        (0.7 * Math.max(own, pivot === 0 ? 0 : (pivots[index] ?? 0) / pivot) + 0.3 * there) * (0.5 + 0.5 * andBack);
      slotHeld[view.statement] = Math.max(slotHeld[view.statement] ?? 0, Math.min(1, 1.25 * held));
    }
  });
  return statements
    .map((_, statement) => {
      let covered = 0;
      let asked = 0;
      const missing: Weighed[] = [];
      weighed.forEach((each, index) => {
        const strength = held[index]?.[statement] ?? 0;
        const { weight, context } = each;
        covered += weight * strength * (context ? 0.5 : 1);
        asked += weight * (context ? 0.5 * strength + 0.1 * (1 - strength) : 1);
        if (strength < 0.4) missing.push(each);
      });
      const coverage = asked === 0 ? 0 : Math.max(covered / asked, AS_WORDED * (worded[statement] ?? 0));
      const like = likeness[statement] ?? 0;
      const slot = isTyped(question.slot)
        ? Math.max(
            question.slot === 'quote' ? 0 : (slotHeld[statement] ?? 0),
            coverage * slotEvidence(question, statement, evidence),
          )
        : 1;
      return { statement, coverage, likeness: like, slot, missing, score: 0.42 * coverage + 0.42 * like + 0.16 * slot };
    })
    .sort((a, b) => b.score - a.score || a.statement - b.statement);
}

function strengths(
  unit: Unit,
  size: number,
  where: Evidence['statementsWith'],
  isConcept: Evidence['isConcept'],
): Float64Array {
  const found = new Float64Array(size);
  for (const term of [...unit.terms, ...unit.hints]) {
    const share = isConcept(term) ? SAME_IDEA : 1;
    for (const { at, strength } of where(term)) if (strength * share > (found[at] ?? 0)) found[at] = strength * share;
  }
  for (const part of unit.parts) {
    const share = PART / unit.parts.length;
    for (const { at, strength } of where(part))
      if ((found[at] ?? 0) < PART) found[at] = (found[at] ?? 0) + strength * share;
  }
  return found;
}

/** Another word for the same is nearly as good as the word. */
const SAME_IDEA = 0.93;

/** A single wording of the editor's that holds the whole question is nearly as good as the text. */
const AS_WORDED = 0.97;

/** "those two senior officials": a number, like a minor idea, hardly tells what is asked. */
const MINOR_WEIGHT = 0.4;
/** A word that no statement has and that nobody here knows, and a common one that no statement has. */
const UNKNOWN_WEIGHT = 0.9;
const COMMON_WEIGHT = 0.35;

/** How much of a name its single words make up. */
const PART = 0.5;

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
