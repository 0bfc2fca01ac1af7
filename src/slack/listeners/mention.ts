/** A mention in a channel: answered in its thread. Slack tells of it again when its message is edited. */
import type { Dispatch } from '../dispatch.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { exchange } from './exchange.ts';
import { reasonToIgnore } from './person.ts';

export function registerMention(app: Dispatch, dependencies: ListenerDependencies): void {
  app.event('app_mention', async ({ event, body, context, client }) => {
    const reason = reasonToIgnore(event, context.botUserId);
    if (reason !== null) return dependencies.metrics.ignored.count({ reason });
    const place = {
      surface: 'mention',
      teamId: context.teamId ?? body.team_id,
      channelId: event.channel,
      userId: event.user ?? '',
      threadTs: event.thread_ts ?? event.ts,
      messageTs: event.ts,
    } as const;
    const editedTs = event.edited?.ts ?? null;
    await exchange(dependencies, client, context, { place, text: event.text, editedTs, isAddressed: true });
  });
}
