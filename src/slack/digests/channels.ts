/** Asks Slack whether it takes posts of ours in a channel, without posting one. */
import type { webApi } from '@slack/bolt';
import { describeError, type Log } from '../../bot/log.ts';
import type { Channels, Permission } from '../../bot/subscribing.ts';
import { classify } from './failure.ts';

export interface ChannelsOptions {
  readonly client: webApi.WebClient;
  /** Of the workspace. */
  readonly token: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What no later try would change by itself. */
const REFUSALS: readonly string[] = ['channel', 'workspace', 'revoked'];

/** Slack takes nothing further ahead than 120 days. */
const FAR_SECONDS = 119 * 24 * 60 * 60;

/** Read by nobody, unless Slack fails to delete it and so does every digest pass for four months. */
const PROBE = 'Rafah Facts asked Slack whether it may post here. Please ignore this message.';

/**
 * `conversations.info` would need a scope that reads channels, and says nothing of posting rights. So a message is
 * scheduled for a far day and deleted at once: Slack answers exactly what it will answer to a digest (`not_in_channel`,
 * `is_archived`, `restricted_action`, …), and nobody sees anything. Should the deletion fail, the digest pass withdraws
 * the message like any other that it doesn't want.
 */
export function createChannels({ client, token, log, now }: ChannelsOptions): Channels {
  async function remove(channel: string, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const removal = { token, channel, scheduled_message_id: id };
    try {
      // Twice: a probe that stays is worth a second call.
      await client.chat.deleteScheduledMessage(removal).catch(() => client.chat.deleteScheduledMessage(removal));
    } catch (error) {
      // A digest pass that came between has withdrawn it.
      if (classify(error).kind === 'late') return;
      log.warn('A probe could not be deleted', describeError(error));
    }
  }
  return {
    async takePosts(channelId): Promise<Permission> {
      try {
        const post_at = Math.floor(now() / 1000) + FAR_SECONDS;
        const scheduled = await client.chat.scheduleMessage({ token, channel: channelId, post_at, text: PROBE });
        await remove(scheduled.channel ?? channelId, scheduled.scheduled_message_id);
        return { kind: 'granted' };
      } catch (error) {
        const failure = classify(error);
        if (REFUSALS.includes(failure.kind)) return { kind: 'refused', error: failure.error };
        log.warn('Slack could not be asked about a channel', describeError(error));
        return { kind: 'unknown' };
      }
    },
  };
}
