import type {
  App,
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { startHttpApp, startSocketApp } from './bolt-app.ts';
import { bot, dana, desk, type LocalSlack, newsroom, refusalOf, sam, startSlack } from './local-slack.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const menu = {
  type: 'static_select' as const,
  action_id: 'menu',
  options: [1, 2].map((number) => ({ text: plain(`Option ${number}`), value: `${number}` })),
};
const controls = [
  {
    type: 'actions' as const,
    block_id: 'controls',
    elements: [{ type: 'button' as const, action_id: 'go', text: plain('Go'), value: 'now' }, menu],
  },
];
const modal = (extra: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Send'),
  private_metadata: 'm',
  blocks: [
    {
      type: 'input' as const,
      block_id: 'words',
      label: plain('Words'),
      element: { type: 'plain_text_input' as const, action_id: 'text', min_length: 2, max_length: 5 },
    },
    { type: 'input' as const, block_id: 'choice', label: plain('Choice'), optional: true, element: menu },
  ],
  ...extra,
});
const words = (value: string) => ({ words: { text: { type: 'plain_text_input', value } } });

/** Presses a button that opens the dialog; gives its id. */
async function openForm(slack: LocalSlack): Promise<string> {
  const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: controls });
  await slack.do('action', { channelId: newsroom, messageTs: ts, blockId: 'controls', actionId: 'go' });
  return vi.waitFor(async () => {
    const id = (await slack.state()).modals.at(-1)?.viewId;
    if (id === undefined) throw new Error('no dialog');
    return id;
  });
}

function opensForm(app: App, extra: object = {}): void {
  app.action('go', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: modal(extra) });
  });
}

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
    await vi.waitFor(async () => expect(await slack.messages(newsroom)).toMatchObject([{ ts, text: 'gone' }]));
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
    await vi.waitFor(async () => expect(await slack.messages(newsroom)).toEqual([]));
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

describe('a dialog', () => {
  it('opens once for a trigger, within three seconds', async () => {
    const slack = await startSlack();
    const triggers: string[] = [];
    await startSocketApp(slack, (app) => {
      app.command('/parrot', async ({ command, ack }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    const open = (trigger_id: string, view = modal()) => slack.client.views.open({ trigger_id, view });
    await slack.do('message', { channelId: newsroom, text: '/parrot' });
    const [first = ''] = triggers;
    expect(await refusalOf(open(first, modal({ title: plain('a'.repeat(25)) })))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: expect.arrayContaining(['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]']),
      },
    });
    expect(await open(first)).toMatchObject({
      view: { callback_id: 'form', private_metadata: 'm', team_id: 'T0PLAYGRND' },
    });
    expect(await refusalOf(open(first))).toMatchObject({ error: 'exchanged_trigger_id' });
    await slack.do('message', { channelId: newsroom, text: '/parrot' });
    slack.clock.advance(3001);
    expect(await refusalOf(open(triggers[1] ?? ''))).toMatchObject({ error: 'expired_trigger_id' });
    expect(await refusalOf(open('1.2.3'))).toMatchObject({ error: 'invalid_trigger_id' });
  });

  it('submits what was filled in, and closes', async () => {
    const slack = await startSlack();
    const seen: ViewSubmitAction[] = [];
    await startSocketApp(slack, (app) => {
      opensForm(app);
      app.view('form', async ({ ack, body }) => {
        seen.push(body as ViewSubmitAction);
        await ack();
      });
    });
    const viewId = await openForm(slack);
    const values = { ...words('abc'), choice: { menu: { type: 'static_select', selected_option: { value: '1' } } } };
    expect(await slack.do('view-submit', { viewId, values })).toEqual({ ok: true });
    expect(seen).toMatchObject([
      {
        type: 'view_submission',
        user: { id: dana },
        view: {
          id: viewId,
          callback_id: 'form',
          private_metadata: 'm',
          state: {
            values: {
              words: { text: { type: 'plain_text_input', value: 'abc' } },
              choice: { menu: { selected_option: { value: '1' } } },
            },
          },
        },
      },
    ]);
    expect((await slack.state()).modals).toEqual([]);
  });

  it.each([
    ['', 'Please complete this required field.'],
    ['a', 'This field must be at least 2 characters.'],
    ['abcdef', 'This field must be no more than 5 characters.'],
  ])('with “%s” is not sent', async (value, error) => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => opensForm(app));
    const viewId = await openForm(slack);
    expect(await slack.do('view-submit', { viewId, values: words(value) })).toEqual({
      ok: true,
      errors: { words: error },
    });
    expect((await slack.state()).modals).toHaveLength(1);
  });

  it.each([
    [
      'errors',
      { response_action: 'errors', errors: { words: 'Not these' } },
      { ok: true, errors: { words: 'Not these' } },
      1,
    ],
    [
      'errors for an unknown block',
      { response_action: 'errors', errors: { other: 'a' } },
      { ok: false, error: 'invalid_response_action' },
      1,
    ],
    ['update', { response_action: 'update', view: modal({ title: plain('Second') }) }, { ok: true }, 1],
    ['push', { response_action: 'push', view: modal({ title: plain('Second') }) }, { ok: true }, 2],
    ['an invalid view', { response_action: 'update', view: modal({ title: plain('a'.repeat(25)) }) }, { ok: false }, 1],
    ['clear', { response_action: 'clear' }, { ok: true }, 0],
  ] as const)('does what the app answers: %s', async (_what, answer, outcome, left) => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      opensForm(app);
      app.view({ callback_id: 'form', type: 'view_submission' }, ({ ack }) => ack(answer));
    });
    const viewId = await openForm(slack);
    expect(await slack.do('view-submit', { viewId, values: words('abc') })).toMatchObject(outcome);
    expect((await slack.state()).modals).toHaveLength(left);
  });

  it('tells when it is closed, if it asked for that', async () => {
    const slack = await startSlack();
    const seen: ViewClosedAction[] = [];
    await startSocketApp(slack, (app) => {
      opensForm(app, { notify_on_close: true });
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
        seen.push(body as ViewClosedAction);
        await ack();
      });
    });
    const viewId = await openForm(slack);
    expect(await slack.do('view-close', { viewId, userId: sam })).toMatchObject({ error: 'view_not_found' });
    expect(await slack.do('view-close', { viewId })).toEqual({ ok: true });
    expect(seen).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { id: viewId } }]);
    expect((await slack.state()).modals).toEqual([]);
  });

  it('stacks three views, not four, and updates in place by hash', async () => {
    const slack = await startSlack();
    const open = () => slack.triggers.issue(dana);
    const views = slack.client.views;
    const { view } = await views.open({ trigger_id: open(), view: modal() });
    await views.push({ trigger_id: open(), view: modal() });
    await views.push({ trigger_id: open(), view: modal() });
    expect(await refusalOf(views.push({ trigger_id: open(), view: modal() }))).toMatchObject({
      error: 'push_limit_reached',
    });
    expect((await slack.state()).modals.map((it) => it.view.previous_view_id)).toMatchObject([
      null,
      view?.id,
      expect.any(String),
    ]);
    const view_id = view?.id ?? '';
    expect(await refusalOf(views.update({ view_id, hash: 'old', view: modal() }))).toMatchObject({
      error: 'hash_conflict',
    });
    await views.update({ view_id, hash: view?.hash ?? '', view: modal({ title: plain('Changed') }) });
    expect((await slack.state()).modals[0]).toMatchObject({ viewId: view_id, view: { title: { text: 'Changed' } } });
    expect(await refusalOf(views.update({ view_id: 'V0NONE', view: modal() }))).toMatchObject({ error: 'not_found' });
  });

  it('that is too large is refused', async () => {
    const slack = await startSlack();
    const trigger_id = slack.triggers.issue(dana);
    const fields = Array.from({ length: 10 }, () => ({ type: 'plain_text' as const, text: 'é'.repeat(2000) }));
    const blocks = Array.from({ length: 7 }, () => ({ type: 'section' as const, fields }));
    expect(await refusalOf(slack.client.views.open({ trigger_id, view: modal({ blocks }) }))).toMatchObject({
      error: 'view_too_large',
    });
  });
});

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
    const viewId = await vi.waitFor(async () => {
      const view = (await slack.state(sam)).home;
      expect(view?.blocks).toMatchObject([{ text: plain(`Hello ${sam}`) }]);
      return view?.id;
    });
    expect((await slack.state(dana)).home).toBeNull();
    await slack.do('action', { viewId, userId: sam, blockId: 's', actionId: 'refresh' });
    await vi.waitFor(async () =>
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
    await vi.waitFor(async () =>
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
    await vi.waitFor(async () => expect((await slack.state(sam)).modals).toHaveLength(1));
    expect(await slack.do('shortcut', { callbackId: 'unknown' })).toMatchObject({ error: 'shortcut_not_found' });
  });
});
