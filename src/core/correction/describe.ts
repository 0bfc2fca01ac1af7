/** What a corrected message says of itself. Days are YYYY-MM-DD. */
import { formatDate } from '../attribution.ts';

/** @param left statements that still stand in the message */
export function describeAmended(day: string, left: number): string {
  if (left === 0) return `Withdrawn on ${formatDate(day)}: what stood here is no longer among the facts.`;
  return `Corrected on ${formatDate(day)}: the facts were edited after this was posted.`;
}

/** @param differences one sentence each: how it read before */
export function describeCorrection(day: string, differences: readonly string[]): string {
  return [`Corrected on ${formatDate(day)}.`, ...differences].join(' ');
}

export function describeWithdrawn(day: string): string {
  return `Withdrawn on ${formatDate(day)}: a statement that stood here is no longer among the facts.`;
}

export function describeRestored(day: string): string {
  return `Restored on ${formatDate(day)}, after it had been withdrawn.`;
}

export const VERDICT_WITHDRAWN =
  'This judged a claim. What it was judged by was corrected since, so the verdict no longer stands. ' +
  'Please check the claim again.';
export const NO_ANSWER = 'No answer was found.';
export const SHARED = 'Shared from the article:';
