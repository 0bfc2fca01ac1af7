/** What is kept for the editor's report. Implemented, and to be used, as `ports.ts` says. */

/** Ways in which a question was left without an answer. */
export type Unanswered = 'not_stated' | 'unknown_name' | 'outside' | 'unread';

/** A question that found no answer, over all days that are kept. */
export interface UnansweredQuestion {
  readonly teamId: string;
  readonly question: string;
  readonly why: Unanswered;
  readonly count: number;
  /** YYYY-MM-DD in UTC. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * Questions that found no answer, counted by day: no user, no channel, no time of day.
 * Beside `Conversations` the only place where the words of a question are kept: for at most ninety days.
 */
export interface UnansweredQuestions {
  /**
   * Counts one more, or several; of several processes that count at once none is lost.
   * @param question already without what names or reaches a person
   * @param times how many more, one where it is left out
   * @returns `false`, with nothing kept, where the workspace has as many different ones on that day as are kept
   */
  count(teamId: string, question: string, why: Unanswered, now: number, times?: number): Promise<boolean>;
  /** Most frequent first, of all workspaces. */
  list(now: number): Promise<readonly UnansweredQuestion[]>;
  /** Deletes what was counted ninety days ago or earlier; how many rows. */
  purge(now: number): Promise<number>;
  /** Deletes everything: the editor wants no report. */
  clear(): Promise<void>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

/** Why a reply was not helpful, as people can choose: the first two of an answer, the third of a silence, the others of both. */
export const UNHELPFUL_REASONS = [
  'wrong_statement',
  'should_be_silent',
  'should_have_answered',
  'out_of_date',
  'other',
] as const;
export type UnhelpfulReason = (typeof UNHELPFUL_REASONS)[number];

/** What was rated: which statements were shown, and as what. Nothing that was typed. */
export interface RatedReply {
  readonly teamId: string;
  readonly reply: 'answer' | 'silence';
  /** Of the facts it was made from. */
  readonly edition: string;
  /** Best first; of a silence, those that were shown as related. */
  readonly statementIds: readonly string[];
}

/** `unexplained` is "not helpful" without a reason. */
export type Verdict = 'helpful' | 'unexplained' | UnhelpfulReason;

/** Ratings of one reply, over all days that are kept. */
export interface RatingCount extends RatedReply {
  readonly verdict: Verdict;
  readonly count: number;
  /** YYYY-MM-DD in UTC. */
  readonly lastDay: string;
}

/** What people found helpful or not, counted by day, for ninety days: no user, no channel, no question. */
export interface Ratings {
  /** Counts one more; of several processes that count at once none is lost. */
  count(rated: RatedReply, verdict: Verdict, now: number): Promise<void>;
  /** A reason for what was counted as `unexplained` on the same day, which it then no longer is. */
  explain(rated: RatedReply, reason: UnhelpfulReason, now: number): Promise<void>;
  /** Most frequent first, of all workspaces. */
  list(now: number): Promise<readonly RatingCount[]>;
  /** Deletes what was counted ninety days ago or earlier; how many rows. */
  purge(now: number): Promise<number>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}
