import * as z from 'zod';
import type { Slack } from '../../slack.ts';
import { newId } from '../../workspace/ids.ts';
import { postMessage } from '../../workspace/messages.ts';
import { botId, botUserId } from '../../workspace/seed.ts';
import type { Scheduled } from '../../workspace/workspace.ts';
import { readContent } from '../content.ts';
import { arg, defineMethod } from '../method.ts';
import { findConversation, findPostable } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { threadRoot } from './chat.ts';

const day = 24 * 60 * 60;
/** Seconds ahead. */
const farthest = 120 * day;
const perWindow = 30;
/** Seconds. */
const window = 5 * 60;
/** Within this many seconds of its time a message can't be deleted any more. */
const tooLateToDelete = 60;
/**
 * Within this many, Slack answers that it is deleted, lists it no more, and posts it all the same
 * (slackapi/bolt-js#1857, slackhq/slack-api-docs#107).
 */
const tooLateToBelieve = 5 * 60;
const longestText = 40_000;

const schedule = defineMethod({
  name: 'chat.scheduleMessage',
  scopes: ['chat:write'],
  args: {
    channel: arg.text,
    post_at: z.unknown(),
    text: arg.text.optional(),
    blocks: arg.json.optional(),
    markdown_text: arg.text.optional(),
    thread_ts: arg.text.optional(),
    metadata: arg.json.optional(),
  },
  run(args, slack, token) {
    const { workspace, clock } = slack;
    if (args.post_at === undefined) {
      throw Refusal.withMessages('invalid_arguments', ['missing required field: post_at']);
    }
    const postAt = Number(args.post_at);
    if (args.post_at === '' || !Number.isInteger(postAt)) throw new Refusal('invalid_time');
    if ((args.text ?? '').length > longestText) throw new Refusal('msg_too_long');
    const content = readContent(args);
    const conversation = findPostable(workspace, args.channel, token);
    if (postAt * 1000 <= clock.now()) throw new Refusal('time_in_past');
    if (postAt > clock.seconds() + farthest) throw new Refusal('time_too_far');
    const neighbours = [...workspace.scheduled.values()].filter(
      (other) =>
        other.channelId === conversation.id && Math.floor(other.postAt / window) === Math.floor(postAt / window),
    );
    if (neighbours.length >= perWindow) throw new Refusal('restricted_too_many');
    const threadTs = threadRoot(workspace, conversation.id, args.thread_ts);
    const id = newId('Q');
    const scheduled: Scheduled = {
      id,
      channelId: conversation.id,
      postAt,
      createdAt: clock.seconds(),
      hasMetadata: args.metadata !== undefined,
      ...content,
      ...(threadTs !== undefined && { threadTs }),
      cancel: clock.runAt(postAt * 1000, () => postScheduled(slack, scheduled)),
    };
    workspace.scheduled.set(id, scheduled);
    workspace.record({ type: 'state' });
    const message = {
      text: scheduled.text,
      type: 'delayed_message',
      user: botUserId,
      bot_id: botId,
      ...(scheduled.blocks !== undefined && { blocks: scheduled.blocks }),
    };
    return { channel: conversation.id, scheduled_message_id: id, post_at: postAt, message };
  },
});

/** Posts unless the bot may not any more; either way it is scheduled no longer. */
function postScheduled({ workspace }: Slack, scheduled: Scheduled): void {
  workspace.scheduled.delete(scheduled.id);
  const { channelId, text, blocks, threadTs } = scheduled;
  const conversation = workspace.conversations.get(channelId);
  const mayPost = conversation?.members.has(botUserId) === true && !conversation.isArchived;
  if (!mayPost || scheduled.hasMetadata) {
    workspace.record({ type: 'state' });
    return;
  }
  postMessage(workspace, {
    channelId,
    userId: botUserId,
    botId,
    text,
    origin: 'scheduled',
    ...(blocks !== undefined && { blocks }),
    ...(threadTs !== undefined && { threadTs }),
  });
}

const unschedule = defineMethod({
  name: 'chat.deleteScheduledMessage',
  scopes: ['chat:write'],
  args: { channel: arg.text, scheduled_message_id: arg.text },
  run(args, { workspace, clock }) {
    const conversation = findConversation(workspace, args.channel);
    const scheduled = workspace.scheduled.get(args.scheduled_message_id);
    const tooLate = scheduled !== undefined && scheduled.postAt - clock.now() / 1000 < tooLateToDelete;
    if (scheduled?.channelId !== conversation.id || tooLate) throw new Refusal('invalid_scheduled_message_id');
    if (scheduled.postAt - clock.now() / 1000 >= tooLateToBelieve) scheduled.cancel();
    workspace.scheduled.delete(scheduled.id);
    workspace.record({ type: 'state' });
    return {};
  },
});

const largestPage = 100;

const list = defineMethod({
  name: 'chat.scheduledMessages.list',
  args: {
    channel: arg.text.optional(),
    oldest: arg.text.optional(),
    latest: arg.text.optional(),
    limit: arg.integer.optional(),
    cursor: arg.text.optional(),
  },
  run(args, { workspace }) {
    const channelId = args.channel ? findConversation(workspace, args.channel).id : undefined;
    const oldest = Number(args.oldest ?? 0);
    const latest = args.latest ? Number(args.latest) : Number.POSITIVE_INFINITY;
    const after = args.cursor ? readCursor(args.cursor) : '';
    const found = [...workspace.scheduled.values()]
      .filter((it) => channelId === undefined || it.channelId === channelId)
      .filter((it) => it.postAt >= oldest && it.postAt <= latest)
      .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
      .filter((it) => sortKey(it) > after);
    const page = found.slice(0, Math.min(Math.max(1, args.limit ?? largestPage), largestPage));
    const last = page.at(-1);
    const hasMore = last !== undefined && page.length < found.length;
    return {
      scheduled_messages: page.map(({ id, channelId: channel_id, postAt, createdAt, text }) => ({
        id,
        channel_id,
        post_at: postAt,
        date_created: createdAt,
        text,
      })),
      response_metadata: { next_cursor: hasMore ? Buffer.from(sortKey(last)).toString('base64') : '' },
    };
  },
});

/** By time, then by id: a cursor stays good while messages come and go. */
function sortKey({ postAt, id }: Scheduled): string {
  return `scheduled:${String(postAt).padStart(12, '0')}:${id}`;
}

function readCursor(cursor: string): string {
  const decoded = Buffer.from(cursor, 'base64').toString();
  if (!decoded.startsWith('scheduled:')) throw new Refusal('invalid_cursor');
  return decoded;
}

export const scheduleMethods = [schedule, unschedule, list];
