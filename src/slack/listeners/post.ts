/** Posting a reply where it was asked for. */
import type { webApi } from '@slack/bolt';
import type { Place } from '../../bot/place.ts';
import type { SlackMessage } from '../render/render.ts';

/** Nothing in a message of ours is worth a preview below it. */
export const NO_UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/** @throws what the Web API answers, when the message could not be posted */
export async function postReply(
  client: webApi.WebClient,
  token: string,
  place: Place,
  { text, blocks }: SlackMessage,
): Promise<void> {
  await client.chat.postMessage({
    token,
    channel: place.channelId,
    ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
    text,
    blocks,
    ...NO_UNFURL,
  });
}
