/** Remembers what was posted, so that corrections reach it. */
import { heldMessage, type PostContent, type PostedMessage } from '../core/correction/post.ts';
import { recordReply } from '../core/correction/record.ts';
import type { Reply } from '../core/reply.ts';
import { describeError, type Log } from './log.ts';
import type { Posts } from './post-ports.ts';

/** How long after its time Slack may post what it held. A channel has one digest a day. */
const LATE_SECONDS = 15 * 60;

export interface PostingDependencies {
  readonly posts: Posts;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Never rejects: a message that is posted is posted, whether or not it can be corrected later. */
export interface Posting {
  /**
   * The message now reads as the reply does.
   * @param reply `null` where it holds no facts
   * @param edition of the facts that the reply was made from
   */
  record(message: PostedMessage, reply: Reply | null, edition: string): Promise<void>;
  /**
   * This message of ours was posted: where it is one that Slack held, its record is from now on found by its timestamp.
   */
  identify(message: PostedMessage): Promise<void>;
  /** @param content `null` where the message holds no statement */
  recordContent(message: PostedMessage, content: PostContent | null): Promise<void>;
}

export function createPosting({ posts, log, now }: PostingDependencies): Posting {
  async function recordContent(message: PostedMessage, content: PostContent | null): Promise<void> {
    try {
      if (content === null) await posts.delete(message);
      else await posts.save(message, content, Math.floor(now() / 1000));
    } catch (error) {
      log.warn('A posted message could not be recorded, and will not be corrected', describeError(error));
    }
  }
  async function identify({ teamId, channelId, ts }: PostedMessage): Promise<void> {
    const postedAt = Math.floor(Number(ts));
    const held = (postAt: number): PostedMessage => heldMessage({ teamId, channelId, postAt });
    try {
      const [latest] = await posts.listHeld(held(postedAt - LATE_SECONDS), held(postedAt + 1));
      if (latest !== undefined) await posts.identify(latest.message, ts);
    } catch (error) {
      log.warn('A posted digest could not be recorded, and will not be corrected', describeError(error));
    }
  }

  return {
    identify,
    recordContent,
    record: (message, reply, edition) => recordContent(message, reply && recordReply(reply, edition)),
  };
}
