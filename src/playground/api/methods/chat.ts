import type { Block, Message } from '../../protocol.ts';
import { deleteMessage, editMessage, postMessage } from '../../workspace/messages.ts';
import { messagePayload } from '../../workspace/payloads.ts';
import { botId, botUserId, team } from '../../workspace/seed.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readContent } from '../content.ts';
import { arg, defineMethod } from '../method.ts';
import { findConversation, findPostable } from '../places.ts';
import { Refusal } from '../refusal.ts';

const contentArgs = {
  text: arg.text.optional(),
  blocks: arg.json.optional(),
  markdown_text: arg.text.optional(),
};

/** `chat.update` counts bytes after escaping; `chat.postMessage` doesn't refuse. */
const longestUpdate = 4000;

/** A thread's parent by the ts of any of its messages; an unknown or ephemeral one has no thread to reply in. */
export function threadRoot(workspace: Workspace, channelId: string, ts: string | undefined): string | undefined {
  const message = ts === undefined ? undefined : workspace.message(channelId, ts);
  return message === undefined || message.ephemeralTo !== undefined ? undefined : (message.threadTs ?? message.ts);
}

const post = defineMethod({
  name: 'chat.postMessage',
  scopes: ['chat:write'],
  args: {
    channel: arg.text,
    ...contentArgs,
    thread_ts: arg.text.optional(),
    reply_broadcast: arg.flag.optional(),
  },
  run(args, { workspace }, token) {
    const content = readContent(args);
    const conversation = findPostable(workspace, args.channel, token);
    const threadTs = threadRoot(workspace, conversation.id, args.thread_ts);
    const message = postMessage(workspace, {
      channelId: conversation.id,
      userId: botUserId,
      botId,
      ...content,
      ...(threadTs !== undefined && { threadTs }),
      ...(threadTs !== undefined && args.reply_broadcast === true && { broadcast: true }),
    });
    return { channel: conversation.id, ts: message.ts, message: messagePayload(workspace, message) };
  },
});

const postEphemeral = defineMethod({
  name: 'chat.postEphemeral',
  scopes: ['chat:write'],
  args: { channel: arg.text, user: arg.text, ...contentArgs, thread_ts: arg.text.optional() },
  run(args, { workspace }, token) {
    const content = readContent(args);
    const conversation = findPostable(workspace, args.channel, token);
    if (!conversation.members.has(args.user)) throw new Refusal('user_not_in_channel');
    const threadTs = threadRoot(workspace, conversation.id, args.thread_ts);
    const message = postMessage(workspace, {
      channelId: conversation.id,
      userId: botUserId,
      botId,
      ephemeralTo: args.user,
      ...content,
      ...(threadTs !== undefined && { threadTs }),
    });
    return { message_ts: message.ts };
  },
});

/** One of the bot's own messages. @throws Refusal `message_not_found` or `forbidden`. */
function ownMessage(workspace: Workspace, channelId: string, ts: string, forbidden: string): Message {
  const message = workspace.message(channelId, ts);
  if (message === undefined || message.ephemeralTo !== undefined || message.deleted) {
    throw new Refusal('message_not_found');
  }
  if (message.userId !== botUserId) throw new Refusal(forbidden);
  return message;
}

const update = defineMethod({
  name: 'chat.update',
  scopes: ['chat:write'],
  args: { channel: arg.text, ts: arg.text, ...contentArgs },
  run(args, { workspace }) {
    if (Buffer.byteLength(args.text ?? '') > longestUpdate) throw new Refusal('msg_too_long');
    const removesBlocks = Array.isArray(args.blocks) && args.blocks.length === 0;
    const content = readContent({ ...args, blocks: removesBlocks ? undefined : args.blocks });
    const conversation = findConversation(workspace, args.channel);
    if (conversation.isArchived) throw new Refusal('is_inactive');
    const previous = ownMessage(workspace, conversation.id, args.ts, 'cant_update_message');
    const blocks: readonly Block[] | undefined = content.blocks ?? (removesBlocks ? undefined : previous.blocks);
    const text = args.text ?? (args.markdown_text === undefined ? previous.text : content.text);
    const message = editMessage(workspace, previous, { text, ...(blocks !== undefined && { blocks }) });
    const shown = messagePayload(workspace, message);
    return { channel: conversation.id, ts: message.ts, text, message: shown };
  },
});

const remove = defineMethod({
  name: 'chat.delete',
  scopes: ['chat:write'],
  args: { channel: arg.text, ts: arg.text },
  run(args, { workspace }) {
    const conversation = findConversation(workspace, args.channel);
    deleteMessage(workspace, ownMessage(workspace, conversation.id, args.ts, 'cant_delete_message'));
    return { channel: conversation.id, ts: args.ts };
  },
});

const permalink = defineMethod({
  name: 'chat.getPermalink',
  args: { channel: arg.text, message_ts: arg.text },
  run(args, { workspace }) {
    const conversation = findConversation(workspace, args.channel);
    const message = workspace.message(conversation.id, args.message_ts);
    if (message === undefined || message.ephemeralTo !== undefined) throw new Refusal('message_not_found');
    const path = `https://${team.domain}.slack.com/archives/${conversation.id}/p${message.ts.replace('.', '')}`;
    const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
    return {
      channel: conversation.id,
      permalink: isReply ? `${path}?thread_ts=${message.threadTs}&cid=${conversation.id}` : path,
    };
  },
});

export const chatMethods = [post, postEphemeral, update, remove, permalink];
