import type { App, BlockAction } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startHttpApp, startSocketApp } from './bolt-app.ts';
import { controls, plain } from './dialogs.ts';
import { desk, eventually, newsroom, sam, startSlack, yuki } from './local-slack.ts';

describe('a press in a message', () => {
  it.each([
    ['Socket Mode', startSocketApp],
    ['signed HTTP', startHttpApp],
  ] as const)('over %s brings the element, the message and a response_url', async (_name, startApp) => {
    const slack = await startSlack();
    const seen: BlockAction[] = [];
    await startApp(slack, (app: App) => {
      app.action('go', async ({ ack, body, respond }) => {
        seen.push(body as BlockAction);
        await ack();
        await respond({ replace_original: true, text: 'gone' });
      });
    });
    const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: controls });
    const pressed = { channelId: newsroom, messageTs: ts, blockId: 'controls', actionId: 'go', userId: sam };
    expect(await slack.do('action', pressed)).toEqual({ ok: true });
    expect(seen).toMatchObject([
      {
        type: 'block_actions',
        user: { id: sam, name: 'sam', username: 'sam' },
        container: { type: 'message', message_ts: ts, channel_id: newsroom, is_ephemeral: false },
        channel: { id: newsroom, name: 'newsroom' },
        message: { ts, text: 'a', bot_id: expect.any(String) },
        actions: [{ type: 'button', action_id: 'go', block_id: 'controls', value: 'now', text: plain('Go') }],
      },
    ]);
    await eventually(async () => expect(await slack.messages(newsroom)).toMatchObject([{ ts, text: 'gone' }]));
  });

  it('in an ephemeral message comes without the message, which can be deleted', async () => {
    const slack = await startSlack();
    const seen: BlockAction[] = [];
    await startSocketApp(slack, (app) => {
      app.command('/parrot', ({ ack }) => ack({ text: 'a', blocks: controls }));
      app.action('go', async ({ ack, body, respond }) => {
        seen.push(body as BlockAction);
        await ack();
        await respond({ delete_original: true });
      });
    });
    await slack.do('message', { channelId: newsroom, text: '/parrot' });
    const [message] = await slack.messages(newsroom);
    const pressed = { channelId: newsroom, messageTs: message?.ts, blockId: 'controls', actionId: 'go' };
    expect(await slack.do('action', { ...pressed, userId: sam })).toMatchObject({ error: 'message_not_found' });
    await slack.do('action', pressed);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.container).toMatchObject({ is_ephemeral: true });
    expect(seen[0]).not.toHaveProperty('message');
    await eventually(async () => expect(await slack.messages(newsroom)).toEqual([]));
  });

  it('chooses options as the app wrote them, and remembers them in the state', async () => {
    const slack = await startSlack();
    const seen: BlockAction[] = [];
    await startSocketApp(slack, (app) => {
      app.action(/.*/, async ({ ack, body }) => {
        seen.push(body as BlockAction);
        await ack();
      });
    });
    const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: controls });
    const place = { channelId: newsroom, messageTs: ts, blockId: 'controls' };
    await slack.do('action', {
      ...place,
      actionId: 'menu',
      state: { type: 'static_select', selected_option: { value: '2' } },
    });
    await slack.do('action', { ...place, actionId: 'go' });
    expect(seen[0]?.actions).toMatchObject([{ selected_option: { value: '2', text: plain('Option 2') } }]);
    expect(seen[1]?.state?.values).toMatchObject({ controls: { menu: { selected_option: { value: '2' } } } });
  });

  it('says which feedback button was pressed', async () => {
    const slack = await startSlack();
    const seen: BlockAction[] = [];
    await startSocketApp(slack, (app) => {
      app.action('rate', async ({ ack, body }) => {
        seen.push(body as BlockAction);
        await ack();
      });
    });
    const feedback = {
      type: 'feedback_buttons' as const,
      action_id: 'rate',
      positive_button: { text: plain('Good'), value: 'up' },
      negative_button: { text: plain('Bad'), value: 'down' },
    };
    const blocks = [{ type: 'context_actions' as const, block_id: 'rating', elements: [feedback] }];
    const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks });
    const place = { channelId: newsroom, messageTs: ts, blockId: 'rating', actionId: 'rate' };
    await slack.do('action', { ...place, state: { type: 'feedback_buttons', value: 'down' } });
    expect(seen[0]?.actions).toMatchObject([{ type: 'feedback_buttons', value: 'down', text: plain('Bad') }]);
    expect(
      await slack.do('action', { ...place, state: { type: 'feedback_buttons', value: 'sideways' } }),
    ).toMatchObject({
      error: 'invalid_state',
    });
  });

  it('is no business of people who can’t see the message', async () => {
    const slack = await startSlack();
    const { ts } = await slack.client.chat.postMessage({ channel: desk, text: 'a', blocks: controls });
    const pressed = { channelId: desk, messageTs: ts, blockId: 'controls', actionId: 'go', userId: yuki };
    expect(await slack.do('action', pressed)).toMatchObject({ error: 'message_not_found' });
    const shortcut = { callbackId: 'repeat_message', channelId: desk, messageTs: ts, userId: yuki };
    expect(await slack.do('shortcut', shortcut)).toMatchObject({ error: 'message_not_found' });
  });

  it('that the app doesn’t acknowledge is told to the person', async () => {
    const slack = await startSlack();
    const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: controls });
    const pressed = { channelId: newsroom, messageTs: ts, blockId: 'controls', actionId: 'go' };
    expect(await slack.do('action', pressed)).toMatchObject({ error: 'dispatch_failed' });
    await startSocketApp(slack, (app) => {
      app.action('go', async () => {});
    });
    expect(await slack.do('action', pressed)).toMatchObject({ error: 'operation_timeout' });
    expect(await slack.do('action', { ...pressed, actionId: 'gone' })).toMatchObject({ error: 'element_not_found' });
  });
});
