/** A direct message to the app (its Messages tab): answered where it was written, in its thread if it has one. */
import type { App } from '@slack/bolt';
import { tokenOf } from '../app.ts';
import { removeMention } from '../escape.ts';
import { answerMessage, readRequest } from './answer.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { answerDigest } from './digest-command.ts';
import { type IncomingMessage, reasonToIgnore } from './person.ts';
import { postReply } from './post.ts';

interface DirectMessage extends IncomingMessage {
  readonly channel: string;
  readonly channel_type: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
}

export function registerDirectMessage(app: App, dependencies: ListenerDependencies): void {
  app.event('message', async ({ event, body, context, client }) => {
    const message: DirectMessage = event;
    if (message.channel_type !== 'im') return;
    const reason = reasonToIgnore(message, context.botUserId);
    if (reason !== null) return dependencies.metrics.ignored.count({ reason });
    const place = {
      surface: 'direct_message',
      teamId: context.teamId ?? body.team_id,
      channelId: message.channel,
      userId: message.user ?? '',
      threadTs: message.thread_ts ?? null,
      messageTs: message.ts,
    } as const;
    const text = removeMention(message.text ?? '', context.botUserId ?? '');
    const request = readRequest(text);
    const token = tokenOf(context);
    const answer =
      request.kind === 'digest'
        ? await answerDigest(dependencies, request.words, place, client, token)
        : await answerMessage(dependencies, request, place);
    await postReply(client, token, place, answer);
  });
}
