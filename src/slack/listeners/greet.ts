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
  app.event('member_joined_channel', async ({ event, context, client }) => {
    if (event.user !== context.botUserId) return;
    await greet(dependencies, client, context, 'channel', { id: event.channel, channelId: event.channel });
  });
}

/** The Messages tab was opened: what to ask is suggested each time. @throws where the greeting could not be posted */
export async function meetPerson(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  context: Context,
  { user, channel }: { readonly user: string; readonly channel: string },
): Promise<void> {
  await greet(dependencies, client, context, 'person', { id: user, channelId: channel });
  try {
    const prompts = EXAMPLES.map(({ title, message }) => ({ title, message }));
    // Without a thread: they stand in the tab itself, as Slack's agent view has it.
    await client.assistant.threads.setSuggestedPrompts({ token: tokenOf(context), channel_id: channel, prompts });
  } catch (error) {
    // The manifest's own prompts stand there then.
    dependencies.log.warn('Prompts could not be suggested', describeError(error));
  }
}

async function greet(
  { greetings, library, metrics, now }: ListenerDependencies,
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
