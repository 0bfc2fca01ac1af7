/**
 * Corrections reach what was posted: messages that show a wording which the served edition no longer has are changed in
 * place. What is there to do is read from the store each time, so it goes on after a crash and where another stopped.
 */
import { amendPost, composeCorrected, listStale, type Wordings, wordingsOf } from '../core/correction/amend.ts';
import {
  CORRECTED_SECONDS,
  type Post,
  type PostContent,
  type PostedMessage,
  type PostedStatement,
} from '../core/correction/post.ts';
import { listVersions, type StatementVersion } from '../core/correction/shown.ts';
import type { Reply } from '../core/reply.ts';
import type { Library } from './handle.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Editions, Posts } from './post-ports.ts';
import { CLOSED_SECONDS, type Failure, type Outcome } from './scheduled-messages.ts';

/** Messages of ours at Slack. `src/slack` implements this over the Web API; none rejects for what Slack does. */
export interface PostedMessages {
  /** @param edition of the facts that the reply was made from */
  change(message: PostedMessage, reply: Reply, edition: string): Promise<Outcome<null>>;
}

export interface CorrectionsDependencies {
  readonly posts: Posts;
  readonly editions: Editions;
  readonly messages: PostedMessages;
  readonly library: () => Library;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For how long an edition must have been served first, in milliseconds: who slipped can put it right unseen. */
  readonly graceMs?: number | undefined;
}

export interface Corrections {
  /** Workspaces with a message to correct. */
  teamIds(): Promise<readonly string[]>;
  /**
   * Corrects some of a workspace's messages.
   * @param isStopping asked before each call to Slack
   * @returns when to go on, in milliseconds since 1970; `null` where that can wait for the next round
   */
  visit(teamId: string, isStopping: () => boolean): Promise<number | null>;
}

const GRACE_MS = 10_000;
/** For one call, and for taking over from who died. */
const LEASE_SECONDS = 120;
/** Messages looked at in one visit; then it is another workspace's turn. */
const POSTS_A_VISIT = 20;
/** Until a call without an answer is made again: it changes the message to what it may be already. */
const UNKNOWN_SECONDS = 60;

/** What is served, beside what was served before. */
interface Reading {
  readonly wordings: Wordings;
  readonly known: readonly StatementVersion[];
  readonly stale: readonly PostedStatement[];
}

export function createCorrections(dependencies: CorrectionsDependencies): Corrections {
  const { posts, editions, messages, library, metrics, log, now, graceMs = GRACE_MS } = dependencies;
  /** The edition that this process last said to serve, and when. */
  let adopted = { edition: '', at: 0 };
  const seconds = (): number => Math.floor(now() / 1000);
  const since = (): number => seconds() - CORRECTED_SECONDS;

  /** Digests that Slack posted, without telling which messages they became. */
  async function tellUnreachable(): Promise<void> {
    const stale = listStale(wordingsOf(library().corpus), await editions.versions());
    const counts = await posts.countUnreachable(stale, since(), seconds());
    const digests = counts.reduce((sum, each) => sum + each.posts, 0);
    if (digests > 0) log.warn('Posted digests read as the facts did before, and can’t be corrected', { digests });
  }

  /** `null` where another process serves a later edition than this one: then it is that one's to correct. */
  async function read(): Promise<Reading | null> {
    const { corpus } = library();
    if (adopted.edition !== corpus.edition) {
      await editions.adopt(corpus.edition, listVersions(corpus), seconds());
      adopted = { edition: corpus.edition, at: now() };
      await tellUnreachable();
    }
    if ((await editions.current()) !== corpus.edition) return null;
    const wordings = wordingsOf(corpus);
    const known = await editions.versions();
    return { wordings, known, stale: listStale(wordings, known) };
  }

  async function correct(post: Post, { wordings, known }: Reading): Promise<Outcome<null> | null> {
    const day = new Date(now()).toISOString().slice(0, 10);
    const amendment = amendPost(post.content, wordings, day);
    const claimed = await posts.claim(post, seconds(), LEASE_SECONDS);
    if (claimed === null) return null;
    if (amendment.kind === 'same') {
      await posts.amend(claimed, amendment.content);
      return null;
    }
    const change = (content: PostContent) =>
      messages.change(post.message, composeCorrected(content, wordings, known), wordings.corpus.edition);
    const outcome = await change(amendment.content);
    if (outcome.ok) {
      metrics.corrections.count({ outcome: 'corrected' });
      // The question was edited meanwhile: the message must read as the answer to that.
      if (!(await posts.amend(claimed, amendment.content))) await restore(post.message, change);
    } else {
      await settle(claimed, outcome.failure);
    }
    return outcome;
  }

  async function restore(message: PostedMessage, change: (content: PostContent) => Promise<unknown>): Promise<void> {
    const recorded = await posts.find(message);
    if (recorded !== null) await change(recorded.content);
  }

  async function settle(claimed: Post, failure: Failure): Promise<void> {
    const { channelId, teamId } = claimed.message;
    switch (failure.kind) {
      case 'later':
        await posts.postpone(claimed, seconds());
        return;
      case 'unknown':
        await posts.postpone(claimed, seconds() + UNKNOWN_SECONDS);
        return;
      case 'workspace':
        await posts.postpone(claimed, seconds() + CLOSED_SECONDS);
        return;
      case 'uninstalled':
        return;
      case 'channel':
      case 'late':
      case 'bug':
        // Deleted, out of the app's reach, or too old to be edited there.
        metrics.corrections.count({ outcome: 'given_up' });
        log.warn('A posted message can’t be corrected', { teamId, channelId, error: failure.error });
        await posts.delete(claimed.message);
    }
  }

  return {
    async teamIds() {
      const reading = await read();
      if (reading === null) return [];
      const counts = await posts.countShowing(reading.stale, since());
      return [...new Set(counts.map(({ teamId }) => teamId))];
    },

    async visit(teamId, isStopping) {
      const reading = await read();
      if (reading === null) return null;
      if (now() < adopted.at + graceMs) return adopted.at + graceMs;
      const range = { teamId, since: since(), now: seconds(), limit: POSTS_A_VISIT };
      const due = await posts.listShowing(reading.stale, range);
      for (const post of due) {
        if (isStopping() || library().corpus.edition !== reading.wordings.corpus.edition) return now();
        const outcome = await correct(post, reading);
        if (outcome === null || outcome.ok) continue;
        const { failure } = outcome;
        if (failure.kind === 'later') return now() + failure.seconds * 1000;
        if (failure.kind === 'unknown') return now() + UNKNOWN_SECONDS * 1000;
        if (failure.kind === 'workspace') {
          log.error('Corrections of a workspace have to wait', { teamId, error: failure.error });
          return now() + CLOSED_SECONDS * 1000;
        }
        if (failure.kind === 'uninstalled') return null;
      }
      return due.length < POSTS_A_VISIT ? null : now();
    },
  };
}
