/** The messages that Slack holds for later, over the Web API: each call once, with a client that nobody else waits for. */
import type { webApi } from '@slack/bolt';
import type { ScheduledMessages } from '../../bot/scheduled-messages.ts';
import type { Held } from '../../core/digest/reconcile.ts';
import { NO_UNFURL } from '../listeners/post.ts';
import { render } from '../render/render.ts';
import { type Calls, failed } from './calls.ts';

const PAGE = 100;

/** @param now milliseconds since 1970 */
export function createScheduledMessages({ client, call }: Calls, now: () => number): ScheduledMessages {
  return {
    async list(teamId, span) {
      const held: Held[] = [];
      let cursor = '';
      do {
        const page = await call(teamId, 'chat.scheduledMessages.list', (token) =>
          client.chat.scheduledMessages.list({
            token,
            limit: PAGE,
            ...(cursor !== '' && { cursor }),
            ...(span !== null && { oldest: String(span.from), latest: String(span.to) }),
          }),
        );
        if (!page.ok) {
          if (page.failure.kind !== 'later' || cursor === '') return page;
          // Many pages: the first ones would be in vain.
          await pause(page.failure.seconds);
          continue;
        }
        held.push(...readHeld(teamId, page.value));
        cursor = page.value.response_metadata?.next_cursor ?? '';
      } while (cursor !== '');
      return { ok: true, value: held };
    },

    async queue({ teamId, channelId, postAt }, digest) {
      const { text, blocks } = render({ kind: 'digest', digest }, 'conversation');
      const queued = await call(teamId, 'chat.scheduleMessage', (token) =>
        // Never with metadata: Slack would take it, and never post it.
        client.chat.scheduleMessage({ token, channel: channelId, post_at: postAt, text, blocks, ...NO_UNFURL }),
      );
      if (!queued.ok) return queued;
      const { scheduled_message_id: messageId } = queued.value;
      return messageId === undefined ? failed({ kind: 'unknown', error: 'no_id' }) : { ok: true, value: messageId };
    },

    async withdraw({ teamId, channelId }, messageId) {
      const withdrawn = await call(teamId, 'chat.deleteScheduledMessage', (token) =>
        client.chat.deleteScheduledMessage({ token, channel: channelId, scheduled_message_id: messageId }),
      );
      return withdrawn.ok ? { ok: true, value: null } : withdrawn;
    },

    async tellStopped(subscription) {
      const { teamId, orderedBy } = subscription;
      const message = render({ kind: 'notice', notice: { kind: 'stopped', subscription } }, 'conversation');
      const told = await call(teamId, 'chat.postMessage', (token) =>
        client.chat.postMessage({ token, channel: orderedBy, ...message, ...NO_UNFURL }),
      );
      return told.ok ? { ok: true, value: null } : told;
    },
  };

  async function pause(seconds: number): Promise<void> {
    const end = now() + seconds * 1000;
    while (now() < end) await new Promise((resolve) => setTimeout(resolve, Math.min(1000, end - now())));
  }
}

function readHeld(
  teamId: string,
  { scheduled_messages = [] }: webApi.ChatScheduledMessagesListResponse,
): readonly Held[] {
  return scheduled_messages.flatMap(({ id, channel_id: channelId, post_at: postAt }) =>
    id === undefined || channelId === undefined || postAt === undefined
      ? []
      : [{ slot: { teamId, channelId, postAt }, messageId: id }],
  );
}
