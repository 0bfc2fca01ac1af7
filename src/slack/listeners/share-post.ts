/** Posting what somebody shares: the one way for answers, verdicts and dialogs. */
import { webApi } from '@slack/bolt';
import { describeError, type Log } from '../../bot/log.ts';
import type { Metrics } from '../../bot/metrics.ts';
import type { Posting } from '../../bot/posting.ts';
import type { PostContent, PostedMessage } from '../../core/correction/post.ts';
import { classify } from '../digests/failure.ts';
import { type Fetch, neverConnected } from '../fetch.ts';
import type { SlackMessage } from '../render/render.ts';
import { NO_UNFURL, postReply } from './post.ts';

export interface SharePlace {
  readonly channelId: string;
  /** The message whose thread it goes to, or `null` for the channel itself. */
  readonly threadTs: string | null;
  /** Slack's address for answering the press: it posts where the app is no member, too. `null` where there is none. */
  readonly responseUrl: string | null;
}

export type Shared =
  /** `ts` where the app is a member; Slack tells none for what is posted through an address. */
  | { readonly kind: 'posted'; readonly ts: string | null }
  /** Certainly not posted. */
  | { readonly kind: 'refused' }
  /** Certainly not posted: the address is no longer good. */
  | { readonly kind: 'expired' }
  /** Slack gave no answer: it may be posted. */
  | { readonly kind: 'unknown' };

export interface ShareDependencies {
  readonly client: webApi.WebClient;
  readonly token: string;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * Posts as a member, and through the address only where Slack says that the app isn't one. Never tries a second way
 * after an outcome that isn't known: one post too many is worse than a sentence that asks to look.
 */
export async function shareMessage(
  dependencies: ShareDependencies,
  place: SharePlace,
  message: SlackMessage,
): Promise<Shared> {
  const { client, token, log, metrics } = dependencies;
  try {
    return { kind: 'posted', ts: (await postReply(client, token, place, message)) ?? null };
  } catch (error) {
    if (isNoMember(error) && place.responseUrl !== null) {
      return shareThroughAddress(dependencies, place, place.responseUrl, message);
    }
    metrics.errors.count({ where: 'share' });
    log.error('An answer could not be shared', describeError(error));
    return { kind: classify(error).kind === 'unknown' ? 'unknown' : 'refused' };
  }
}

function isNoMember(error: unknown): boolean {
  return (
    error instanceof webApi.WebAPIPlatformError && ['not_in_channel', 'channel_not_found'].includes(error.data.error)
  );
}

async function shareThroughAddress(
  { fetch, log, metrics }: ShareDependencies,
  { threadTs }: SharePlace,
  responseUrl: string,
  { text, blocks }: SlackMessage,
): Promise<Shared> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const body = { response_type: 'in_channel', replace_original: false, ...thread, text, blocks, ...NO_UNFURL };
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: 'posted', ts: null };
    metrics.errors.count({ where: 'share' });
    log.error('An answer could not be shared through its address', { status: response.status });
    if (response.status === 404) return { kind: 'expired' };
    return { kind: response.status < 500 ? 'refused' : 'unknown' };
  } catch (error) {
    metrics.errors.count({ where: 'share' });
    log.error('An answer could not be shared through its address', describeError(error));
    return { kind: neverConnected(error) ? 'refused' : 'unknown' };
  }
}

/** Where Slack told its timestamp, a correction can reach it. Never rejects. */
export async function recordShared(
  { posting }: { readonly posting: Posting },
  { teamId, channelId }: Omit<PostedMessage, 'ts'>,
  shared: Shared,
  content: PostContent | null,
): Promise<void> {
  if (shared.kind !== 'posted' || shared.ts === null) return;
  await posting.recordContent({ teamId, channelId, ts: shared.ts }, content);
}

/** One sentence for whoever pressed. @param posted where it is now: "Shared in this channel." */
export function describeShared({ kind }: Shared, posted: string): string {
  switch (kind) {
    case 'posted':
      return posted;
    case 'refused':
      return 'This could not be shared here: Slack did not allow it. Nothing was posted.';
    case 'expired':
      return 'This can be shared for half an hour only. Nothing was posted. Please ask again, then share.';
    case 'unknown':
      return 'Slack did not say whether this was shared. Please look in the channel before you share it again.';
  }
}

export const GONE = 'The facts were edited since this answer. Please ask again, then share.';
