import type { Block, Message } from '../protocol.ts';
import { appId, botId, team } from './seed.ts';
import type { OpenView } from './views.ts';
import type { Conversation, Workspace } from './workspace.ts';

/** A message as the Web API and events show it. */
export function messagePayload(workspace: Workspace, message: Message): Record<string, unknown> {
  const parent = message.threadTs === undefined ? undefined : workspace.message(message.channelId, message.threadTs);
  const isReply = parent !== undefined && parent.ts !== message.ts;
  return {
    type: 'message',
    ...(message.origin === 'join' && { subtype: 'channel_join' }),
    user: message.userId,
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(message.botId === undefined
      ? { client_msg_id: clientMessageId(message.ts), blocks: [richTextOf(message.text)] }
      : { bot_id: botId, app_id: appId, bot_profile: botProfile(workspace) }),
    ...(message.blocks !== undefined && { blocks: message.blocks }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(isReply && { parent_user_id: parent.userId }),
    ...(message.replyCount > 0 && { reply_count: message.replyCount }),
    ...(message.edited !== undefined && { edited: { user: message.userId, ts: message.edited.ts } }),
  };
}

/** A view as methods and interactions show it. */
export function viewPayload(view: OpenView): Record<string, unknown> {
  const { userId: _viewer, openedIn: _place, title, submit, close, ...rest } = view;
  return {
    ...rest,
    title: title ?? null,
    submit: submit ?? null,
    close: close ?? null,
    team_id: team.id,
    app_id: appId,
    bot_id: botId,
    app_installed_team_id: team.id,
  };
}

/** The name that commands and interactions give a conversation. */
export function channelName(conversation: Conversation): string {
  if (conversation.kind === 'im' || conversation.kind === 'app') return 'directmessage';
  return conversation.kind === 'private' ? 'privategroup' : conversation.name;
}

function botProfile(workspace: Workspace): Record<string, unknown> {
  return { id: botId, app_id: appId, name: workspace.bot.realName, deleted: false, team_id: team.id };
}

/** Stable for a message, as Slack's is. */
function clientMessageId(ts: string): string {
  const digits = ts.replace('.', '').padStart(32, '0');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

/** What Slack's composer sends beside the text: one paragraph with its mentions and links. Styles stay as typed. */
function richTextOf(text: string): Block {
  const elements = text
    .split(/(<[^<>]*>)/)
    .filter((part) => part !== '')
    .map((part) => inlineElement(part));
  const section = { type: 'rich_text_section', elements };
  return { type: 'rich_text', block_id: 'typed', elements: [section] };
}

function inlineElement(part: string): Record<string, unknown> {
  const [, sign, target = '', label] = /^<([@#!]?)([^|>]*)(?:\|([^>]*))?>$/.exec(part) ?? [];
  if (sign === '@') return { type: 'user', user_id: target };
  if (sign === '#') return { type: 'channel', channel_id: target };
  if (sign === '!') return { type: 'broadcast', range: target };
  if (sign === '') return { type: 'link', url: target, ...(label !== undefined && { text: label }) };
  return { type: 'text', text: part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
}
