/** Greetings: of a person who opens the app's Messages tab, and of a channel that the app is invited to. Each once. */
import type { Context, webApi } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import { EXAMPLES } from '../../core/wording.ts';
import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { render } from '../render/render.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { postReply } from './post.ts';

export function registerGreetings(app: Dispatch, dependencies: ListenerDependencies): void {
  const { greetings, library, log, metrics, now } = dependencies;

  async function greet(
    client: webApi.WebClient,
    context: Context,
    to: 'person' | 'channel',
    whom: { readonly id: string; readonly channelId: string },
  ): Promise<void> {
    if (!(await greetings.claim(context.teamId ?? '', whom.id, Math.floor(now() / 1000)))) return;
    const { articles, asOf } = library().corpus;
    metrics.replies.count({ surface: to === 'person' ? 'direct_message' : 'mention', reply: 'greeting' });
    const message = render({ kind: 'greeting', to, articles, asOf }, 'conversation');
    await postReply(client, tokenOf(context), { channelId: whom.channelId, threadTs: null }, message);
  }

  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'messages') return;
    await greet(client, context, 'person', { id: event.user, channelId: event.channel });
    try {
      const prompts = EXAMPLES.map(({ title, message }) => ({ title, message }));
      await client.assistant.threads.setSuggestedPrompts({
        token: tokenOf(context),
        channel_id: event.channel,
        prompts,
      });
    } catch (error) {
      // The manifest's own prompts stand there then.
      log.warn('Prompts could not be suggested', describeError(error));
    }
  });

  app.event('member_joined_channel', async ({ event, context, client }) => {
    if (event.user !== context.botUserId) return;
    await greet(client, context, 'channel', { id: event.channel, channelId: event.channel });
  });
}
