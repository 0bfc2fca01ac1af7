import type { App, BlockAction } from '@slack/bolt';
import { eventually, type LocalSlack, newsroom } from './local-slack.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
const menu = {
  type: 'static_select' as const,
  action_id: 'menu',
  options: [1, 2].map((number) => ({ text: plain(`Option ${number}`), value: `${number}` })),
};
export const controls = [
  {
    type: 'actions' as const,
    block_id: 'controls',
    elements: [{ type: 'button' as const, action_id: 'go', text: plain('Go'), value: 'now' }, menu],
  },
];
export const modal = (extra: object = {}) => ({
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
export const words = (value: string) => ({ words: { text: { type: 'plain_text_input', value } } });

/** Presses a button that opens the dialog; gives its id. */
export async function openForm(slack: LocalSlack): Promise<string> {
  const { ts } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: controls });
  await slack.do('action', { channelId: newsroom, messageTs: ts, blockId: 'controls', actionId: 'go' });
  return eventually(async () => {
    const id = (await slack.state()).modals.at(-1)?.viewId;
    if (id === undefined) throw new Error('no dialog');
    return id;
  });
}

export function opensForm(app: App, extra: object = {}): void {
  app.action('go', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: modal(extra) });
  });
}
