import type { App, BlockSuggestion } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startHttpApp, startSocketApp } from './bolt-app.ts';
import { modal, plain } from './dialogs.ts';
import { dana, type LocalSlack, newsroom, sam, startSlack } from './local-slack.ts';

const menu = {
  type: 'external_select' as const,
  action_id: 'fruit',
  placeholder: plain('Fruit'),
  min_query_length: 0,
};
const dialog = modal({ blocks: [{ type: 'input', block_id: 'menu', label: plain('Fruit'), element: menu }] });
const option = (name: string) => ({ text: plain(name), value: name.toLowerCase() });

/** What the menu in an open dialog offers. */
async function ask(slack: LocalSlack, query: string, extra: object = {}) {
  const { view } = await slack.client.views.open({ trigger_id: slack.triggers.issue(dana), view: dialog });
  return slack.do('options', { viewId: view?.id, blockId: 'menu', actionId: 'fruit', query, ...extra });
}

describe('a menu with an external source', () => {
  it.each([
    ['Socket Mode', startSocketApp],
    ['signed HTTP', startHttpApp],
  ] as const)('over %s offers what the app says for what was typed', async (_name, startApp) => {
    const slack = await startSlack();
    const seen: BlockSuggestion[] = [];
    await startApp(slack, (app: App) => {
      app.options('fruit', async ({ ack, body }) => {
        seen.push(body as BlockSuggestion);
        await ack({ options: [option('Apple'), option('Apricot')] });
      });
    });
    expect(await ask(slack, 'ap')).toEqual({ ok: true, options: [option('Apple'), option('Apricot')] });
    expect(seen).toMatchObject([
      {
        type: 'block_suggestion',
        user: { id: dana },
        team: { id: 'T0PLAYGRND' },
        container: { type: 'view' },
        view: { callback_id: 'form', private_metadata: 'm' },
        action_id: 'fruit',
        block_id: 'menu',
        value: 'ap',
      },
    ]);
  });

  it('in a message comes with the channel and the message; groups are told with their labels', async () => {
    const slack = await startSlack();
    const seen: BlockSuggestion[] = [];
    await startSocketApp(slack, (app) => {
      app.options('fruit', async ({ ack, body }) => {
        seen.push(body as BlockSuggestion);
        await ack({ option_groups: [{ label: plain('Red'), options: [option('Cherry')] }] });
      });
    });
    const blocks = [{ type: 'actions' as const, block_id: 'menu', elements: [menu] }];
    const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks });
    const asked = { channelId: newsroom, messageTs: ts, blockId: 'menu', actionId: 'fruit', query: '', userId: sam };
    expect(await slack.do('options', asked)).toEqual({ ok: true, options: [{ ...option('Cherry'), group: 'Red' }] });
    expect(seen).toMatchObject([{ user: { id: sam }, channel: { id: newsroom }, message: { ts } }]);
  });

  it.each([
    ['more than a hundred options', { options: Array.from({ length: 101 }, (_, i) => option(`Fruit ${i}`)) }],
    ['an option that is too long', { options: [option('a'.repeat(76))] }],
    ['nothing', undefined],
  ])('takes no %s', async (_what, answer) => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.options('fruit', ({ ack }) => ack(answer as { options: never[] }));
    });
    expect(await ask(slack, '')).toMatchObject({ ok: false, error: 'invalid_options' });
  });

  it('is nobody else’s to ask, and nothing else can be asked for', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.options('fruit', ({ ack }) => ack({ options: [] }));
    });
    expect(await ask(slack, '')).toEqual({ ok: true, options: [] });
    expect(await ask(slack, '', { userId: sam })).toMatchObject({ error: 'not_found' });
    expect(await ask(slack, '', { actionId: 'other' })).toMatchObject({ error: 'element_not_found' });
  });
});
