/** Posting a reply where it was asked for, and changing it. */
import { webApi } from '@slack/bolt';
import type { Place } from '../../bot/place.ts';
import type { SlackMessage } from '../render/render.ts';

/** Nothing in a message of ours is worth a preview below it. */
export const NO_UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/**
 * @returns Slack's timestamp of the message
 * @throws what the Web API answers, when the message could not be posted
 */
export async function postReply(
  client: webApi.WebClient,
  token: string,
  { channelId, threadTs }: Pick<Place, 'channelId' | 'threadTs'>,
  { text, blocks }: SlackMessage,
): Promise<string | undefined> {
  const posted = await client.chat.postMessage({
    token,
    channel: channelId,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    text,
    blocks,
    ...NO_UNFURL,
  });
  return posted.ts;
}

/**
 * A reply that somebody deleted stays deleted.
 * @throws what else the Web API answers, when the message could not be changed
 */
export async function changeReply(
  client: webApi.WebClient,
  token: string,
  { channelId }: Pick<Place, 'channelId'>,
  ts: string,
  { text, blocks }: SlackMessage,
): Promise<void> {
  try {
    await client.chat.update({ token, channel: channelId, ts, text, blocks });
  } catch (error) {
    const isGone = error instanceof webApi.WebAPIPlatformError && error.data.error === 'message_not_found';
    if (!isGone) throw error;
  }
}
