import type { BlockAction, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startSocketApp } from './bolt-app.ts';
import { modal, plain } from './dialogs.ts';
import { bot, dana, desk, eventually, refusalOf, sam, startSlack } from './local-slack.ts';

describe('the Home tab', () => {
  const home = (text: string) => ({
    type: 'home' as const,
    blocks: [
      {
        type: 'section' as const,
        block_id: 's',
        text: plain(text),
        accessory: { type: 'button' as const, action_id: 'refresh', text: plain('Refresh') },
      },
    ],
  });

  it('is published when it is opened, each person’s own', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        if (event.tab === 'home')
          await client.views.publish({ user_id: event.user, view: home(`Hello ${event.user}`) });
      });
      app.action('refresh', async ({ ack, body, client }) => {
        await ack();
        const view_id = (body as BlockAction).view?.id ?? '';
        await client.views.update({ view_id, view: home('Refreshed') });
      });
    });
    await slack.do('open-home', { userId: sam });
    const viewId = await eventually(async () => {
      const view = (await slack.state(sam)).home;
      expect(view?.blocks).toMatchObject([{ text: plain(`Hello ${sam}`) }]);
      return view?.id;
    });
    expect((await slack.state(dana)).home).toBeNull();
    await slack.do('action', { viewId, userId: sam, blockId: 's', actionId: 'refresh' });
    await eventually(async () =>
      expect((await slack.state(sam)).home?.blocks).toMatchObject([{ text: plain('Refreshed') }]),
    );
  });

  it('wants a person and a home view', async () => {
    const slack = await startSlack();
    expect(await refusalOf(slack.client.views.publish({ user_id: bot, view: home('a') }))).toMatchObject({
      error: 'user_not_found',
    });
    const call = slack.client.apiCall('views.publish', { user_id: dana, view: modal() });
    expect(await refusalOf(call)).toMatchObject({ error: 'invalid_arguments' });
  });
});

describe('a shortcut', () => {
  it('on a message brings the message', async () => {
    const slack = await startSlack();
    const seen: MessageShortcut[] = [];
    await startSocketApp(slack, (app) => {
      app.shortcut({ callback_id: 'repeat_message', type: 'message_action' }, async ({ shortcut, ack, respond }) => {
        seen.push(shortcut);
        await ack();
        await respond(`You meant: ${shortcut.message.text}`);
      });
    });
    const written = await slack.do('message', { channelId: desk, text: 'check me', userId: sam });
    const messageTs = written.ok ? written['ts'] : '';
    await slack.do('shortcut', { callbackId: 'repeat_message', channelId: desk, messageTs });
    expect(seen).toMatchObject([
      {
        user: { id: dana },
        channel: { id: desk, name: 'privategroup' },
        message_ts: messageTs,
        message: { user: sam, text: 'check me' },
      },
    ]);
    await eventually(async () =>
      expect((await slack.messages(desk)).at(-1)).toMatchObject({ ephemeralTo: dana, text: 'You meant: check me' }),
    );
  });

  it('from anywhere opens a dialog', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.shortcut('ask', async ({ shortcut, ack, client }) => {
        await ack();
        await client.views.open({ trigger_id: (shortcut as GlobalShortcut).trigger_id, view: modal() });
      });
    });
    await slack.do('shortcut', { callbackId: 'ask', userId: sam });
    await eventually(async () => expect((await slack.state(sam)).modals).toHaveLength(1));
    expect(await slack.do('shortcut', { callbackId: 'unknown' })).toMatchObject({ error: 'shortcut_not_found' });
  });
});
