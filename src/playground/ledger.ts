import type { Ledger } from './protocol.ts';

/**
 * What is emulated and how faithfully: `full` behaves as Slack's documentation says, `close` differs where no bot is
 * likely to look, `partial` does the common part. Tests hold it against the routes; `docs/playground.md` is made of it.
 */
export const ledger: Ledger = [
  // Web API
  web('api.test', 'full', 'Echoes arguments and errors.'),
  web('auth.test', 'full', 'The bot’s identity, or the app’s for an app token.'),
  web(
    'apps.connections.open',
    'close',
    'A WebSocket URL good for one connection within 30 s. No limit of connections.',
  ),
  web(
    'chat.postMessage',
    'close',
    'Text, blocks, markdown_text, threads, broadcasts, user ids as channels. Text beyond 40,000 characters is cut. Attachments, metadata, unfurling, custom names and icons are ignored. A thread_ts that is no message posts to the channel.',
  ),
  web('chat.postEphemeral', 'close', 'As chat.postMessage. Kept until deleted, while Slack forgets it on reload.'),
  web('chat.update', 'close', 'Own messages; text up to 4,000 bytes; blocks kept unless replaced. No edit window.'),
  web('chat.delete', 'full', 'Own messages; a parent with replies leaves an empty one.'),
  web('chat.getPermalink', 'full', 'Links of Slack’s form. They lead nowhere.'),
  web(
    'chat.scheduleMessage',
    'close',
    'Posts by the workspace’s clock. 120 days ahead, 30 in five minutes a channel, and never with metadata: Slack’s own fault, kept.',
  ),
  web(
    'chat.deleteScheduledMessage',
    'full',
    'Until a minute before the time; in the last five minutes without effect, as in Slack.',
  ),
  web('chat.scheduledMessages.list', 'close', 'By channel and time, in pages. Only messages still waiting.'),
  web('conversations.info', 'partial', 'The common fields. Scope by kind of conversation.'),
  web('conversations.list', 'partial', 'By kind, in pages, without archived ones on request.'),
  web('conversations.members', 'close', 'In pages.'),
  web('conversations.open', 'partial', 'The direct message with one person, which is always open. No group messages.'),
  web('conversations.join', 'close', 'Public channels.'),
  web('users.info', 'partial', 'Names and time zone; no e-mail address, no status.'),
  web('team.info', 'partial', 'Id, name and domain.'),
  web('oauth.v2.access', 'close', 'Codes work once. Bot tokens only.'),
  web('auth.revoke', 'full', 'Ends the token; with test it doesn’t.'),
  web('views.open', 'close', 'Triggers work once, within 3 s. Views are validated.'),
  web('views.push', 'close', 'Up to three views.'),
  web(
    'views.update',
    'close',
    'By view_id or external_id, with hash. Inputs that keep block_id and action_id keep their value.',
  ),
  web('views.publish', 'close', 'The Home tab, each person’s own; needs the Home tab in the manifest.'),
  web(
    'assistant.threads.setStatus',
    'close',
    'Cleared by an answer or after two minutes. Loading messages are checked and not shown.',
  ),
  web('assistant.threads.setSuggestedPrompts', 'close', 'In the Messages tab and in its threads.'),
  web('assistant.threads.setTitle', 'full', 'Titles of threads in the Messages tab.'),

  // What all of them share
  shared(
    'tokens and scopes',
    'close',
    'Bot and app tokens in a header, form or query; each method wants its scope; tokens can be revoked. No user tokens, no rotation.',
  ),
  shared(
    'errors',
    'close',
    'Slack’s error strings, and its words with JSON pointers for invalid arguments and blocks. The order in which several faults are found may differ.',
  ),
  shared(
    'Block Kit',
    'close',
    'All blocks and elements of @slack/types 3.2 with their limits; unknown properties refused; all text of a message together at most 12,000 characters. Slack doesn’t document that last limit. Image URLs are not fetched.',
  ),
  shared(
    'rate limits',
    'partial',
    'Calls a minute by method, and one message a second in a channel, without the bursts that Slack tolerates. `npm run playground` counts; tests choose, and can have any method answer 429.',
  ),

  // OAuth
  {
    group: 'oauth',
    name: '/oauth/v2/authorize',
    fidelity: 'partial',
    notes:
      'A consent page, on which optional scopes can be left out, with codes for ten minutes; redirects to this machine only. One workspace; each installation gets a token of its own.',
  },

  // To the app
  delivery(
    'Socket Mode',
    'close',
    'Real WebSockets, hello, envelopes, acknowledgements with payload, pings, refresh and cut on demand. Connections live until someone ends them.',
  ),
  delivery(
    'signed HTTP',
    'close',
    'v0 signatures, URL verification, three seconds, redirects refused. Signed with the machine’s time, whatever the workspace’s clock says. One URL for everything.',
  ),
  delivery(
    'retries',
    'close',
    'Events at once, after 1 and after 5 minutes of the workspace’s clock, with number and reason; x-slack-no-retry is kept. Apps are never switched off for failing.',
  ),
  delivery(
    'response_url',
    'close',
    'Five uses, thirty minutes; ephemeral or in_channel; replace_original, delete_original.',
  ),

  event(
    'app_mention',
    'close',
    'Where the bot is a member; else Slackbot offers to invite it. Again at each edit that leaves the mention, or adds it.',
  ),
  event(
    'message.im',
    'close',
    'New, changed and deleted messages, the bot’s own included; a deleted parent as a tombstone. rich_text holds mentions and links, no styles.',
  ),
  event('message.channels', 'partial', 'As message.im, in public channels that the bot is in.'),
  event('message.groups', 'partial', 'As message.im, in private channels that the bot is in.'),
  event('app_home_opened', 'close', 'For both tabs, with the published view.'),
  event('app_uninstalled', 'close', 'When a person uninstalls the app; its tokens then answer account_inactive.'),
  event('tokens_revoked', 'close', 'Before app_uninstalled. Slack may send the two in any order.'),
  event('member_joined_channel', 'close', 'Of channels that the bot is in.'),
  event('member_left_channel', 'close', 'Of channels that the bot is in.'),

  interaction(
    'slash commands',
    'close',
    'should_escape, three seconds, answers in the acknowledgement, in_channel echo, refused in threads; Slack’s own only /invite.',
  ),
  interaction(
    'block_actions',
    'close',
    'In messages and views, with state. Ephemeral messages aren’t sent back. Confirmation dialogs are the page’s affair.',
  ),
  interaction(
    'block_suggestion',
    'close',
    'For menus with an external source, in messages and views; options or groups of them, at most a hundred. min_query_length is the page’s affair. Sent to the one URL, while Slack sends it to the options load URL.',
  ),
  interaction(
    'view_submission',
    'close',
    'Checks inputs first; errors, update, push and clear; response_urls for menus that ask for them.',
  ),
  interaction('view_closed', 'full', 'With notify_on_close and clear_on_close.'),
  interaction('message_action', 'close', 'Message shortcuts of the manifest.'),
  interaction('shortcut', 'close', 'Global shortcuts of the manifest.'),
];

type Fidelity = Ledger[number]['fidelity'];

function web(name: string, fidelity: Fidelity, notes: string) {
  return { group: 'web api', name, fidelity, notes } as const;
}
function shared(name: string, fidelity: Fidelity, notes: string) {
  return { group: 'rules', name, fidelity, notes } as const;
}
function delivery(name: string, fidelity: Fidelity, notes: string) {
  return { group: 'delivery', name, fidelity, notes } as const;
}
function event(name: string, fidelity: Fidelity, notes: string) {
  return { group: 'event', name, fidelity, notes } as const;
}
function interaction(name: string, fidelity: Fidelity, notes: string) {
  return { group: 'interaction', name, fidelity, notes } as const;
}
