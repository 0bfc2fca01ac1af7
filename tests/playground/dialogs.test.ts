import type { BlockAction, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startSocketApp } from './bolt-app.ts';
import { modal, openForm, opensForm, plain, words } from './dialogs.ts';
import { board, dana, eventually, newsroom, refusalOf, sam, startSlack } from './local-slack.ts';

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

  it('starts with the conversation in front of the person, and brings an address for the one they choose', async () => {
    const slack = await startSlack();
    const where = {
      type: 'input' as const,
      block_id: 'where',
      label: plain('Where'),
      element: {
        type: 'conversations_select' as const,
        action_id: 'channel',
        default_to_current_conversation: true,
        response_url_enabled: true,
      },
    };
    const seen: ViewSubmitAction[] = [];
    await startSocketApp(slack, (app) => {
      opensForm(app, { blocks: [where] });
      app.view('form', async ({ ack, body, respond }) => {
        seen.push(body as ViewSubmitAction);
        await ack();
        await respond({ response_type: 'in_channel', text: 'Here it is' });
      });
    });
    const viewId = await openForm(slack);
    const state = (await slack.state()).modals.at(-1)?.view.state.values;
    expect(state).toMatchObject({ where: { channel: { selected_conversation: newsroom } } });
    const values = { where: { channel: { type: 'conversations_select', selected_conversation: board } } };
    expect(await slack.do('view-submit', { viewId, values })).toEqual({ ok: true });
    expect(seen[0]?.response_urls).toMatchObject([{ block_id: 'where', action_id: 'channel', channel_id: board }]);
    await eventually(async () => expect((await slack.messages(board)).at(-1)?.text).toBe('Here it is'));
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

  it('keeps what was typed into inputs that an update keeps', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      opensForm(app);
      app.action('menu', async ({ ack, body, client }) => {
        await ack();
        const view_id = (body as BlockAction).view?.id ?? '';
        await client.views.update({ view_id, view: modal({ title: plain('Changed') }) });
      });
    });
    const viewId = await openForm(slack);
    const state = { type: 'static_select', selected_option: { value: '2' } };
    const values = words('typed');
    await slack.do('action', { viewId, blockId: 'choice', actionId: 'menu', state, values });
    await eventually(async () =>
      expect((await slack.state()).modals[0]?.view).toMatchObject({
        title: { text: 'Changed' },
        state: {
          values: { words: { text: { value: 'typed' } }, choice: { menu: { selected_option: { value: '2' } } } },
        },
      }),
    );
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
