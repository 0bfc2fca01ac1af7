/**
 * Messages that Slack tells of without a mention: direct messages to the app (its Messages tab), answered in their thread
 * as Slack's agent view lays them out, and, in channels that chose it, follow-ups in threads in which it has answered.
 */
import type { AskingPlace } from '../../bot/claims.ts';
import type { Dispatch } from '../dispatch.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { exchange } from './exchange.ts';
import { type MessageEvent, type ReadMessage, readMessage } from './message.ts';
import { reasonToIgnore } from './person.ts';

export function registerMessages(app: Dispatch, dependencies: ListenerDependencies): void {
  const { followUps, metrics, posting } = dependencies;
  const ignore = (reason: string): void => metrics.ignored.count({ reason });

  app.event('message', async ({ event, body, context, client }) => {
    const { channel, channel_type }: MessageEvent = event;
    const message = readMessage(event);
    if (message === null) return ignore('not_written');
    const reason = reasonToIgnore(message, context.botUserId);
    if (message.user === context.botUserId && message.edit === null) {
      // One that Slack held for us: only here it tells which message that became.
      await posting.identify({ teamId: context.teamId ?? body.team_id, channelId: channel, ts: message.ts });
    }
    if (reason !== null) return ignore(reason);
    const isDirect = channel_type === 'im';
    const place: AskingPlace = {
      surface: isDirect ? 'direct_message' : 'follow_up',
      teamId: context.teamId ?? body.team_id,
      channelId: channel,
      userId: message.user ?? '',
      threadTs: message.threadTs ?? message.ts,
      messageTs: message.ts,
    };
    if (!isDirect && !(isFollowUp(message) && (await followUps.areWanted(place)))) return ignore('not_addressed');
    const editedTs = message.edit?.ts ?? null;
    await exchange(dependencies, client, context, { place, text: message.text, editedTs, isAddressed: isDirect });
  });
}

/** In a thread, and to nobody: mentions of the bot arrive by an event of their own, and what is for others isn't for it. */
function isFollowUp({ ts, threadTs, text, edit }: ReadMessage): boolean {
  return threadTs !== null && threadTs !== ts && !MENTION.test(text) && !MENTION.test(edit?.before ?? '');
}

/** Of a person, a group or everyone. */
const MENTION = /<[@!](?!date)/;
