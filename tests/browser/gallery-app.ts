/** A real Bolt app that shows everything an app can show: messages with every kind of element, dialogs, a Home tab. */
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { KnownBlock, View } from '@slack/types';
import type { ManifestInput } from '../../src/playground/manifest.ts';
import type { Playground } from '../../src/playground/server.ts';

export const GALLERY_MANIFEST: ManifestInput = {
  display_information: { name: 'Gallery' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'gallery' },
    slash_commands: [{ command: '/show', description: 'Shows things', usage_hint: '[what]', should_escape: true }],
    shortcuts: [
      { name: 'Quote message', type: 'message', callback_id: 'quote_message', description: 'Says it again' },
      { name: 'Ask gallery', type: 'global', callback_id: 'ask', description: 'Opens a dialog' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'assistant:write'] } },
  settings: {
    event_subscriptions: { bot_events: ['app_mention', 'message.im', 'app_home_opened'] },
    interactivity: { is_enabled: true },
  },
};

export interface Gallery {
  /** What people did with its elements, oldest first: `action_id` and what was chosen. */
  readonly uses: readonly string[];
  /** What dialogs were submitted with. */
  readonly submissions: readonly unknown[];
  stop(): Promise<void>;
}

export async function startGallery(playground: Playground): Promise<Gallery> {
  const uses: string[] = [];
  const submissions: unknown[] = [];
  const receiver = new SocketModeReceiver({
    appToken: playground.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: playground.apiUrl } },
  });
  const app = new App({
    receiver,
    token: playground.botToken,
    clientOptions: { slackApiUrl: playground.apiUrl },
    logLevel: LogLevel.ERROR,
    convoStore: false,
  });

  app.command('/show', async ({ command, ack, client }) => {
    if (command.text === 'dialog') {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: DIALOG });
    } else if (command.text === 'elements') {
      await ack({ response_type: 'ephemeral', text: 'Elements', blocks: ELEMENTS });
    } else if (command.text === 'texts') {
      await ack({ response_type: 'in_channel', text: 'Texts', blocks: TEXTS });
    } else {
      await ack({ response_type: 'ephemeral', text: `You typed: ${command.text}` });
    }
  });
  app.action(/.*/, async ({ action, ack }) => {
    await ack();
    const { action_id, value, selected_option, selected_date } = action as unknown as Record<string, unknown>;
    const chosen = (selected_option as { value: string } | undefined)?.value ?? value ?? selected_date ?? '';
    uses.push(`${action_id} ${chosen}`.trim());
  });
  app.options('fruit', async ({ payload, ack }) => {
    const fruits = ['Apple', 'Apricot', 'Banana'].filter((name) => name.toLowerCase().startsWith(payload.value));
    await ack({ options: fruits.map(option) });
  });
  app.view('gallery_dialog', async ({ view, ack }) => {
    const { values } = view.state;
    if (values['name']?.['input']?.value === 'nobody') {
      await ack({ response_action: 'errors', errors: { name: 'Nobody is not a name.' } });
      return;
    }
    submissions.push(values);
    await ack();
  });
  app.shortcut('quote_message', async ({ shortcut, ack, client }) => {
    await ack();
    const quoted = 'message' in shortcut ? String(shortcut['message']['text']) : '';
    await client.views.open({ trigger_id: shortcut.trigger_id, view: quoteView(quoted) });
  });
  app.shortcut('ask', async ({ shortcut, ack, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: DIALOG });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `Heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.event('message', async ({ event, say }) => {
    if (event.subtype !== undefined || 'bot_id' in event) return;
    await say({ text: 'An answer in a thread.', thread_ts: event.thread_ts ?? event.ts });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: HOME });
  });

  await app.start();
  return {
    uses,
    submissions,
    stop: async () => {
      await app.stop();
    },
  };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const raw = (text: string) => ({ type: 'raw_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

const ELEMENTS: KnownBlock[] = [
  { type: 'header', text: plain('Elements') },
  {
    type: 'section',
    block_id: 'more',
    text: plain('With a menu beside it'),
    accessory: { type: 'overflow', action_id: 'overflow', options: [option('First'), option('Second')] },
  },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'go', text: plain('Go'), style: 'primary', value: 'gone' },
      {
        type: 'button',
        action_id: 'remove',
        text: plain('Remove'),
        style: 'danger',
        value: 'removed',
        confirm: {
          title: plain('Remove it?'),
          text: plain('It can’t be brought back.'),
          confirm: plain('Remove'),
          deny: plain('Keep'),
        },
      },
      {
        type: 'static_select',
        action_id: 'pick',
        placeholder: plain('Pick one'),
        options: [option('Red'), option('Blue')],
      },
      { type: 'datepicker', action_id: 'day', placeholder: plain('Day') },
    ],
  },
  {
    type: 'context_actions',
    block_id: 'thumbs',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Helpful'), value: 'good' },
        negative_button: { text: plain('Not helpful'), value: 'bad' },
      },
    ],
  },
];

const TEXTS: KnownBlock[] = [
  { type: 'section', text: { type: 'mrkdwn', text: '*14 of 15* at 10:30:00 &lt;script&gt;alert(1)&lt;/script&gt;' } },
  { type: 'section', text: plain('<img src=x onerror=alert(1)> *not bold*') },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'As it was said' }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'A point' }] }],
      },
    ],
  },
  { type: 'context', elements: [plain('A place in the article')] },
  { type: 'image', image_url: 'https://example.org/picture.png', alt_text: 'A picture from elsewhere' },
  {
    type: 'data_table',
    caption: 'Two rows',
    page_size: 1,
    row_header_column_index: 0,
    rows: [
      [raw('Who'), raw('Office')],
      [raw('Ada'), raw('Analyst')],
      [raw('Grace'), raw('Admiral')],
    ],
  },
  { type: 'markdown', text: 'Drawn by a **library**' },
];

const DIALOG: View = {
  type: 'modal',
  callback_id: 'gallery_dialog',
  title: plain('A dialog'),
  submit: plain('Save'),
  close: plain('Leave'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input', action_id: 'input' },
    },
    {
      type: 'input',
      block_id: 'days',
      label: plain('Days'),
      element: { type: 'checkboxes', action_id: 'input', options: [option('Monday'), option('Tuesday')] },
    },
    {
      type: 'input',
      block_id: 'hour',
      label: plain('Hour'),
      hint: plain('In your own time zone'),
      element: { type: 'timepicker', action_id: 'input', initial_time: '09:00' },
    },
    {
      type: 'input',
      block_id: 'where',
      label: plain('Channel'),
      optional: true,
      element: { type: 'conversations_select', action_id: 'input', placeholder: plain('Choose a channel') },
    },
    {
      type: 'input',
      block_id: 'fruit',
      label: plain('Fruit'),
      optional: true,
      element: { type: 'external_select', action_id: 'fruit', min_query_length: 2, placeholder: plain('Type one') },
    },
  ],
};

const HOME: View = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('At home') },
    {
      type: 'actions',
      block_id: 'home_row',
      elements: [{ type: 'button', action_id: 'home_button', text: plain('Home button'), value: 'home' }],
    },
  ],
};

function quoteView(text: string): View {
  return { type: 'modal', title: plain('Quote'), blocks: [{ type: 'section', text: plain(text) }] };
}
