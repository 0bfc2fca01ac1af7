import type { Block, Message, Ts } from '../protocol.ts';
import { slackbotId } from './seed.ts';
import type { Workspace } from './workspace.ts';

/** A message about to be posted. `text` is encoded as Slack carries it. */
export interface Draft {
  readonly channelId: string;
  readonly userId: string;
  readonly text: string;
  readonly botId?: string;
  readonly blocks?: readonly Block[];
  readonly threadTs?: Ts;
  readonly ephemeralTo?: string;
  readonly broadcast?: true;
  readonly origin?: NonNullable<Message['origin']>;
}

/** Posts a message. A reply counts up its parent. */
export function postMessage(workspace: Workspace, draft: Draft): Message {
  const message: Message = { ...draft, ts: workspace.nextTs(), replyCount: 0 };
  const before = workspace.messagesIn(draft.channelId);
  const counted = draft.ephemeralTo === undefined ? countReply(before, draft.threadTs, 1) : before;
  workspace.messages.set(draft.channelId, [...counted, message]);
  if (draft.threadTs !== undefined) workspace.statuses.delete(`${draft.channelId} ${draft.threadTs}`);
  workspace.record({ type: 'message_posted', message });
  return message;
}

/** Replaces text and blocks; leaving `blocks` out keeps a message without blocks. */
export function editMessage(
  workspace: Workspace,
  previous: Message,
  change: { readonly text: string; readonly blocks?: readonly Block[] },
): Message {
  const { blocks: _dropped, ...rest } = previous;
  const message: Message = { ...rest, ...change, edited: { ts: workspace.nextTs() } };
  replaceMessage(workspace, message);
  workspace.record({ type: 'message_changed', message, previous });
  return message;
}

/** Removes a message. A parent with replies stays as an empty shell, as Slack keeps it. */
export function deleteMessage(workspace: Workspace, previous: Message): void {
  const messages = workspace.messagesIn(previous.channelId);
  if (previous.replyCount > 0) {
    const { blocks: _dropped, ...rest } = previous;
    replaceMessage(workspace, { ...rest, text: 'This message was deleted.', deleted: true });
  } else {
    const left = messages.filter((message) => message.ts !== previous.ts);
    const counted = previous.ephemeralTo === undefined ? countReply(left, previous.threadTs, -1) : left;
    workspace.messages.set(previous.channelId, counted);
  }
  workspace.record({ type: 'message_deleted', previous });
}

/** What Slack itself tells one person, as Slackbot's ephemeral message. */
export function slackbotSays(
  workspace: Workspace,
  place: { readonly channelId: string; readonly threadTs?: Ts },
  userId: string,
  text: string,
  blocks?: readonly Block[],
): Message {
  return postMessage(workspace, {
    channelId: place.channelId,
    ...(place.threadTs !== undefined && { threadTs: place.threadTs }),
    userId: slackbotId,
    text,
    ephemeralTo: userId,
    ...(blocks !== undefined && { blocks }),
  });
}

function replaceMessage(workspace: Workspace, message: Message): void {
  const messages = workspace.messagesIn(message.channelId);
  workspace.messages.set(
    message.channelId,
    messages.map((other) => (other.ts === message.ts ? message : other)),
  );
}

function countReply(messages: readonly Message[], threadTs: Ts | undefined, by: 1 | -1): readonly Message[] {
  if (threadTs === undefined) return messages;
  return messages.map((message) =>
    message.ts === threadTs ? { ...message, threadTs, replyCount: Math.max(0, message.replyCount + by) } : message,
  );
}
