/** A mention in a channel: answered in its thread. */
import type { App } from '@slack/bolt';
import { tokenOf } from '../app.ts';
import { removeMention } from '../escape.ts';
import { answerMessage, readRequest } from './answer.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { answerDigest } from './digest-command.ts';
import { reasonToIgnore } from './person.ts';
import { postReply } from './post.ts';

export function registerMention(app: App, dependencies: ListenerDependencies): void {
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
    const text = removeMention(event.text, context.botUserId ?? '');
    const request = readRequest(text);
    const token = tokenOf(context);
    const answer =
      request.kind === 'digest'
        ? await answerDigest(dependencies, request.words, place, client, token)
        : await answerMessage(dependencies, request, place);
    await postReply(client, token, place, answer);
  });
}
