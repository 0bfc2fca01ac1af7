/** What the questions that editors wrote down tell of a claim: whether it assumes what a statement contradicts. */
import type { Judge } from '../answering/judge.ts';
import type { Question } from '../question/analysis.ts';
import type { Clause } from './reading.ts';

export interface Taught {
  readonly statement: number;
  /** Too like a wrong assumption for being supported. */
  readonly isDoubtful: boolean;
  /** So like one that it is one. */
  readonly isWrong: boolean;
}

/** Shares of likelihood: that it is of the statement, that it has it wrong. */
const DOUBTFUL = { likely: 0.9, correcting: 0.88, closest: 0.27 };
const WRONG = { likely: 0.97, correcting: 0.99, closest: 0.17 };
/** By how much more it is like the closest of them than like any question that is met with silence. */
const LEAST_AHEAD = 0.04;
/** Others may have said or done so, too. */
const OTHERS = /\b(?:someone|something|people|an outlet|a country) other than /u;

/**
 * `null` where the questions tell nothing. A claim that denies something, has a word that nobody knows or compares an
 * amount is not judged by them: questions are alike by their words, whatever a "not" or a "fewer" does to these.
 */
export function createTaught(judge: Judge): (question: Question, claim: Clause) => Taught | null {
  return (question, { content, numbers }) => {
    const { assumption, signs } = judge.judge(question);
    const isOne = assumption?.kind === 'learned' || assumption?.kind === 'written';
    if (signs === null || !isOne) return null;
    const isPlain =
      content.every(({ negated, unknown }) => !negated && !unknown) && numbers.every(({ bound }) => bound === 'exact');
    const passes = (least: typeof WRONG) =>
      isPlain && signs.likely >= least.likely && signs.correcting >= least.correcting && signs.closest >= least.closest;
    const isAhead = signs.closest - signs.closestSilent >= LEAST_AHEAD;
    return {
      statement: assumption.statement,
      isDoubtful: passes(DOUBTFUL),
      isWrong: passes(WRONG) && isAhead && !OTHERS.test(assumption.assumed),
    };
  };
}
