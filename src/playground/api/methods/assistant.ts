import * as z from 'zod';
import type { Slack } from '../../slack.ts';
import { arg, decoded, defineMethod } from '../method.ts';
import { findConversation } from '../places.ts';
import { Refusal } from '../refusal.ts';

/** Milliseconds until Slack clears a status by itself. */
const statusLifetime = 2 * 60 * 1000;

const loadingMessages = decoded(z.array(z.string().min(1).max(50)).max(10)).optional();
const prompts = decoded(
  z
    .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
    .min(1)
    .max(4),
);

/** @throws Refusal `channel_not_found`, `thread_not_found`. */
function findThread({ workspace }: Slack, channel: string, threadTs: string): string {
  const conversation = findConversation(workspace, channel);
  if (workspace.message(conversation.id, threadTs) === undefined) throw new Refusal('thread_not_found');
  return conversation.id;
}

const setStatus = defineMethod({
  name: 'assistant.threads.setStatus',
  scopes: ['assistant:write', 'chat:write'],
  args: { channel_id: arg.text, thread_ts: arg.text, status: arg.text, loading_messages: loadingMessages },
  run(args, slack) {
    const { workspace, clock } = slack;
    const channelId = findThread(slack, args.channel_id, args.thread_ts);
    const key = `${channelId} ${args.thread_ts}`;
    const status = { channelId, threadTs: args.thread_ts, text: args.status };
    if (args.status === '') workspace.statuses.delete(key);
    else workspace.statuses.set(key, status);
    workspace.record({ type: 'state' });
    clock.runAt(clock.now() + statusLifetime, () => {
      if (workspace.statuses.get(key) === status && workspace.statuses.delete(key)) workspace.record({ type: 'state' });
    });
    return {};
  },
});

const setSuggestedPrompts = defineMethod({
  name: 'assistant.threads.setSuggestedPrompts',
  scopes: ['assistant:write'],
  args: { channel_id: arg.text, thread_ts: arg.text.optional(), title: arg.text.optional(), prompts },
  run(args, slack) {
    const { workspace } = slack;
    const conversation = findConversation(workspace, args.channel_id);
    if (conversation.kind !== 'app') throw new Refusal('channel_type_not_supported');
    if (args.thread_ts) findThread(slack, args.channel_id, args.thread_ts);
    workspace.prompts.set(`${conversation.id} ${args.thread_ts ?? ''}`, {
      channelId: conversation.id,
      prompts: args.prompts,
      ...(args.thread_ts && { threadTs: args.thread_ts }),
      ...(args.title && { title: args.title }),
    });
    workspace.record({ type: 'state' });
    return {};
  },
});

const setTitle = defineMethod({
  name: 'assistant.threads.setTitle',
  scopes: ['assistant:write'],
  args: { channel_id: arg.text, thread_ts: arg.text, title: arg.text },
  run(args, slack) {
    findThread(slack, args.channel_id, args.thread_ts);
    slack.workspace.threadTitles.set(args.thread_ts, args.title);
    slack.workspace.record({ type: 'state' });
    return {};
  },
});

export const assistantMethods = [setStatus, setSuggestedPrompts, setTitle];
