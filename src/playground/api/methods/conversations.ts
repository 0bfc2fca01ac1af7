import type { Slack } from '../../slack.ts';
import { botConversationId, botUserId, team } from '../../workspace/seed.ts';
import type { Conversation } from '../../workspace/workspace.ts';
import { arg, defineMethod, type Json } from '../method.ts';
import { findConversation, scopeFamily } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { requireScope } from '../tokens.ts';

function conversationPayload(conversation: Conversation): Json {
  const { id, name, kind, isArchived, members, created, topic } = conversation;
  const shared = { id, created, is_archived: isArchived, context_team_id: team.id, updated: created * 1000 };
  if (kind === 'im' || kind === 'app') {
    const user = [...members].find((member) => member !== botUserId);
    return { ...shared, is_im: true, is_org_shared: false, user, is_open: true };
  }
  return {
    ...shared,
    name,
    name_normalized: name,
    is_channel: true,
    is_group: kind === 'private',
    is_private: kind === 'private',
    is_im: false,
    is_mpim: false,
    is_general: name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_member: members.has(botUserId),
    num_members: members.size,
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

const info = defineMethod({
  name: 'conversations.info',
  args: { channel: arg.text },
  run(args, { workspace }, token) {
    const conversation = findConversation(workspace, args.channel);
    requireScope(token, `${scopeFamily(conversation)}:read`);
    return { channel: conversationPayload(conversation) };
  },
});

const largestPage = 1000;

function page<Item>(items: readonly Item[], limit: number | undefined, cursor: string | undefined) {
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString().replace('from:', '')) : 0;
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const end = start + Math.min(Math.max(1, limit ?? 100), largestPage);
  const next = end < items.length ? Buffer.from(`from:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), response_metadata: { next_cursor: next } };
}

const paging = { limit: arg.integer.optional(), cursor: arg.text.optional() };

const members = defineMethod({
  name: 'conversations.members',
  args: { channel: arg.text, ...paging },
  run(args, { workspace }, token) {
    const conversation = findConversation(workspace, args.channel);
    requireScope(token, `${scopeFamily(conversation)}:read`);
    const { items, response_metadata } = page([...conversation.members], args.limit, args.cursor);
    return { members: items, response_metadata };
  },
});

const list = defineMethod({
  name: 'conversations.list',
  args: { types: arg.text.optional(), exclude_archived: arg.flag.optional(), ...paging },
  run(args, { workspace }, token) {
    const kinds = { public_channel: 'channels', private_channel: 'groups', im: 'im', mpim: 'mpim' } as const;
    const types = (args.types ?? 'public_channel').split(',').map((type) => type.trim());
    const families = types.map((type) => {
      const family = kinds[type as keyof typeof kinds];
      if (family === undefined) throw new Refusal('invalid_types');
      requireScope(token, `${family}:read`);
      return family as string;
    });
    const found = [...workspace.conversations.values()]
      .filter((it) => families.includes(scopeFamily(it)))
      .filter((it) => it.kind === 'public' || it.members.has(botUserId))
      .filter((it) => !(args.exclude_archived === true && it.isArchived));
    const { items, response_metadata } = page(found, args.limit, args.cursor);
    return { channels: items.map(conversationPayload), response_metadata };
  },
});

const open = defineMethod({
  name: 'conversations.open',
  scopes: ['im:write'],
  args: { users: arg.text.optional(), channel: arg.text.optional(), return_im: arg.flag.optional() },
  run(args, { workspace }) {
    if (args.channel)
      return { no_op: true, already_open: true, channel: { id: findConversation(workspace, args.channel).id } };
    if (!args.users) throw new Refusal('users_list_not_supplied');
    const ids = args.users.split(',');
    if (ids.length > 1) throw new Refusal('not_enough_users');
    if (workspace.users.get(args.users)?.kind !== 'person') throw new Refusal('user_not_found');
    const conversation = findConversation(workspace, botConversationId(args.users));
    const channel = args.return_im === true ? conversationPayload(conversation) : { id: conversation.id };
    return { no_op: true, already_open: true, channel };
  },
});

const join = defineMethod({
  name: 'conversations.join',
  scopes: ['channels:join'],
  args: { channel: arg.text },
  run(args, { workspace }: Slack) {
    const conversation = findConversation(workspace, args.channel);
    if (conversation.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
    if (conversation.isArchived) throw new Refusal('is_archived');
    if (conversation.members.has(botUserId)) {
      return { channel: conversationPayload(conversation), warning: 'already_in_channel' };
    }
    workspace.join(conversation.id, botUserId);
    return { channel: conversationPayload(findConversation(workspace, args.channel)) };
  },
});

export const conversationMethods = [info, members, list, open, join];
