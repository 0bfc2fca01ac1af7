import { readBlocks } from '../api/content.ts';
import { Refusal } from '../api/refusal.ts';
import type { Failure, MessageDone, MessageRequest, Outcome } from '../protocol.ts';
import { postMessage, slackbotSays } from '../workspace/messages.ts';
import { channelName } from '../workspace/payloads.ts';
import { appId, team } from '../workspace/seed.ts';
import { encodeTyped, escapeText } from '../workspace/text.ts';
import type { Conversation, Workspace } from '../workspace/workspace.ts';
import type { Answer, Link } from './link.ts';
import type { Responses, ResponseTarget } from './responses.ts';
import type { Triggers } from './triggers.ts';

export interface CommandParts {
  readonly workspace: Workspace;
  readonly link: () => Link;
  readonly triggers: Triggers;
  readonly responses: Responses;
}

/** Slash commands: what a person types with a leading `/`, and what comes back. */
export class Commands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** Runs a command line and returns once it was acknowledged or given up. */
  async run(request: Required<Pick<MessageRequest, 'channelId' | 'text' | 'userId'>> & MessageRequest) {
    const { workspace } = this.#parts;
    const conversation = workspace.conversations.get(request.channelId);
    if (conversation === undefined) return failure('channel_not_found', 'There is no such channel.');
    const [, command = '', text = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(request.text) ?? [];
    if (request.threadTs !== undefined) {
      const message = `${command} is not supported in threads. Sorry!`;
      slackbotSays(workspace, request, request.userId, message);
      return failure('command_in_thread', message);
    }
    if (command === '/invite') return this.#invite(conversation, text, request.userId);
    const known = workspace.manifest.features.slash_commands.find((it) => it.command === command.toLowerCase());
    if (known === undefined) {
      const message = `\`${escapeText(command)}\` is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.\n\nIf you are trying to send a message and not run a command, try preceding the "/" with an empty space.`;
      slackbotSays(workspace, request, request.userId, message);
      return failure('unknown_command', message);
    }
    return this.#send(conversation, request.userId, known.command, this.#encode(text, known.should_escape));
  }

  #encode(text: string, shouldEscape: boolean): string {
    if (!shouldEscape) return escapeText(text.trim());
    const { users, conversations } = this.#parts.workspace;
    const channels = [...conversations.values()].filter(({ kind }) => kind === 'public' || kind === 'private');
    return encodeTyped(text.trim(), { users: users.values(), channels }, true);
  }

  async #send(
    conversation: Conversation,
    userId: string,
    command: string,
    text: string,
  ): Promise<Outcome<MessageDone>> {
    const { workspace, link, triggers, responses } = this.#parts;
    const target: ResponseTarget = { channelId: conversation.id, userId };
    const payload = {
      token: 'playground',
      team_id: team.id,
      team_domain: team.domain,
      channel_id: conversation.id,
      channel_name: channelName(conversation),
      user_id: userId,
      user_name: workspace.user(userId).name,
      command,
      text,
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: responses.issueUrl(target),
      trigger_id: triggers.issue(userId, conversation.id),
    };
    const answer = await link().send({ kind: 'slash_commands', payload });
    if (answer.kind !== 'acknowledged') return this.#failed(target, command, commandError(answer));
    try {
      this.#show(target, `${command} ${text}`.trim(), answer.payload);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#failed(target, command, 'invalid_command_response');
    }
    return { ok: true, command };
  }

  /** An answer for the channel shows what was typed, too; one for the asker doesn't. */
  #show(target: ResponseTarget, typed: string, payload: unknown): void {
    if (isEmpty(payload)) return;
    const { workspace, responses } = this.#parts;
    const { response_type, blocks } = payload as { response_type?: unknown; blocks?: unknown };
    readBlocks(blocks); // refused before anything is shown
    if (response_type === 'in_channel') {
      const { channelId, userId } = target;
      postMessage(workspace, { channelId, userId, text: typed, origin: 'command' });
    }
    responses.apply(target, payload);
  }

  #failed({ channelId, userId }: ResponseTarget, command: string, error: string): Failure {
    const message = `${command} failed with the error "${error}"`;
    slackbotSays(this.#parts.workspace, { channelId }, userId, message);
    return failure(error, message);
  }

  /** Slack's own `/invite @name`. */
  #invite(conversation: Conversation, text: string, userId: string): Outcome<MessageDone> {
    const { workspace } = this.#parts;
    const name = text.trim().replace(/^@/, '').toLowerCase();
    const invited = [...workspace.users.values()].find((user) =>
      [user.name, user.realName.toLowerCase()].includes(name),
    );
    if (invited === undefined || conversation.isArchived || conversation.kind === 'im' || conversation.kind === 'app') {
      const message = `Nobody was invited: \`${escapeText(text.trim())}\` can’t be added here.`;
      slackbotSays(workspace, { channelId: conversation.id }, userId, message);
      return failure('user_not_found', message);
    }
    addToChannel(workspace, conversation.id, invited.id, userId);
    return { ok: true, command: '/invite' };
  }
}

/** Adds someone to a channel, with the line that Slack posts about it. */
export function addToChannel(workspace: Workspace, channelId: string, invitedId: string, inviterId: string): void {
  if (workspace.isMember(channelId, invitedId)) return;
  workspace.join(channelId, invitedId, inviterId);
  const how = inviterId === invitedId ? 'has joined the channel' : `was added to the channel by <@${inviterId}>`;
  const text = `<@${invitedId}> ${how}`;
  postMessage(workspace, { channelId, userId: invitedId, text, origin: 'join' });
}

function isEmpty(payload: unknown): boolean {
  return (
    payload === undefined || payload === null || (typeof payload === 'object' && Object.keys(payload).length === 0)
  );
}

function commandError(answer: Exclude<Answer, { kind: 'acknowledged' }>): string {
  return answer.kind === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
}

/** A refusal in the page's words. */
export function failure(error: string, message: string): Failure {
  return { ok: false, error, message };
}
