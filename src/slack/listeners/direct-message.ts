/** A direct message to the app (its Messages tab): answered in its thread, as Slack's agent view lays it out. */
import type { Dispatch } from '../dispatch.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { exchange } from './exchange.ts';
import { type MessageEvent, readMessage } from './message.ts';
import { reasonToIgnore } from './person.ts';

export function registerDirectMessage(app: Dispatch, dependencies: ListenerDependencies): void {
  app.event('message', async ({ event, body, context, client }) => {
    const { channel, channel_type }: MessageEvent = event;
    if (channel_type !== 'im') return;
    const message = readMessage(event);
    const reason = message === null ? 'not_written' : reasonToIgnore(message, context.botUserId);
    if (message === null || reason !== null) return dependencies.metrics.ignored.count({ reason: reason ?? '' });
    const place = {
      surface: 'direct_message',
      teamId: context.teamId ?? body.team_id,
      channelId: channel,
      userId: message.user ?? '',
      threadTs: message.threadTs ?? message.ts,
      messageTs: message.ts,
    } as const;
    await exchange(dependencies, client, context, { place, text: message.text, editedTs: message.edit?.ts ?? null });
  });
}
