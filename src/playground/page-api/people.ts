import { addToChannel, type Commands, failure } from '../delivery/commands.ts';
import type { Failure, Message, MessageDone, Outcome } from '../protocol.ts';
import { deleteMessage, editMessage, postMessage } from '../workspace/messages.ts';
import { botUserId } from '../workspace/seed.ts';
import { encodeTyped } from '../workspace/text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RequestOf } from './requests.ts';

type By<Request> = Request & { readonly userId: string };

/** What people do in channels: write, edit, delete, invite. */
export class People {
  readonly #workspace: Workspace;
  readonly #commands: Commands;

  constructor(workspace: Workspace, commands: Commands) {
    this.#workspace = workspace;
    this.#commands = commands;
  }

  async write(request: By<RequestOf<'message'>>): Promise<Outcome<MessageDone>> {
    const { channelId, text, threadTs, userId } = request;
    const conversation = this.#workspace.visible(channelId, userId);
    if (conversation === undefined) return noChannel;
    if (conversation.isArchived) return failure('is_archived', 'This channel is archived. Nobody can write here.');
    if (!conversation.members.has(userId)) return failure('not_in_channel', 'Join the channel to write here.');
    if (/^\/\S/.test(text)) return this.#commands.run({ channelId, text, userId, ...(threadTs && { threadTs }) });
    const parent = threadTs === undefined ? undefined : this.#workspace.message(channelId, threadTs);
    if (threadTs !== undefined && parent === undefined) return failure('thread_not_found', 'This thread is gone.');
    const root = parent?.threadTs ?? threadTs;
    const encoded = this.#encode(text.trim());
    const message = postMessage(this.#workspace, { channelId, userId, text: encoded, ...(root && { threadTs: root }) });
    return { ok: true, ts: message.ts };
  }

  edit({ channelId, ts, text, userId }: By<RequestOf<'edit'>>): Outcome {
    const message = this.#own(channelId, ts, userId);
    if ('ok' in message) return message;
    if (message.ephemeralTo !== undefined) return failure('cant_update_message', 'Only its sender can edit a message.');
    editMessage(this.#workspace, message, { text: this.#encode(text.trim()) });
    return { ok: true };
  }

  delete({ channelId, ts, userId }: By<RequestOf<'delete'>>): Outcome {
    const message = this.#own(channelId, ts, userId);
    if ('ok' in message) return message;
    deleteMessage(this.#workspace, message);
    return { ok: true };
  }

  /** Brings the bot in. */
  invite({ channelId, userId }: By<RequestOf<'invite'>>): Outcome {
    const conversation = this.#workspace.visible(channelId, userId);
    if (conversation === undefined || conversation.kind === 'im' || conversation.kind === 'app') return noChannel;
    if (conversation.isArchived) return failure('is_archived', 'This channel is archived.');
    addToChannel(this.#workspace, channelId, botUserId, userId);
    return { ok: true };
  }

  /** Sends the bot away. */
  remove({ channelId, userId }: By<RequestOf<'remove'>>): Outcome {
    const conversation = this.#workspace.visible(channelId, userId);
    if (conversation === undefined || conversation.kind === 'app') return noChannel;
    this.#workspace.leave(channelId, botUserId);
    return { ok: true };
  }

  join({ channelId, userId }: By<RequestOf<'join'>>): Outcome {
    const conversation = this.#workspace.visible(channelId, userId);
    if (conversation?.kind !== 'public') return noChannel;
    if (conversation.isArchived) return failure('is_archived', 'This channel is archived.');
    addToChannel(this.#workspace, channelId, userId, userId);
    return { ok: true };
  }

  #own(channelId: string, ts: string, userId: string): Message | Failure {
    const message = this.#workspace.visibleMessage(channelId, ts, userId);
    if (message === undefined || message.deleted === true) return failure('message_not_found', 'This message is gone.');
    if (message.userId === userId || message.ephemeralTo === userId) return message;
    return failure('cant_update_message', 'Only its sender can change a message.');
  }

  #encode(text: string): string {
    const { users, conversations } = this.#workspace;
    const channels = [...conversations.values()].filter(({ kind }) => kind === 'public' || kind === 'private');
    return encodeTyped(text, { users: users.values(), channels }, false);
  }
}

const noChannel = failure('channel_not_found', 'There is no such channel.');
