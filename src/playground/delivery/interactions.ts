import { elementsOf } from '../blocks/validate.ts';
import { initialValues, stateKey } from '../blocks/view.ts';
import type {
  ActionRequest,
  Block,
  ElementState,
  Failure,
  FormValues,
  Message,
  Outcome,
  ShortcutRequest,
} from '../protocol.ts';
import { deleteMessage, slackbotSays } from '../workspace/messages.ts';
import { channelName, messagePayload, viewPayload } from '../workspace/payloads.ts';
import { appId, botId, botUserId, team } from '../workspace/seed.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Conversation } from '../workspace/workspace.ts';
import { addToChannel, type CommandParts, failure } from './commands.ts';
import { invitation } from './invitation.ts';
import type { Answer, InteractionPayload } from './link.ts';

type By<Request> = Request & { readonly userId: string };
type Json = Record<string, unknown>;

/** Presses and choices in messages and views, and shortcuts. */
export class Interactions {
  readonly #parts: CommandParts;
  /** What people have chosen in messages so far, by `channel ts`. */
  readonly #chosen = new Map<string, FormValues>();

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** Sends `block_actions`. */
  async act(request: By<ActionRequest>): Promise<Outcome> {
    const { workspace } = this.#parts;
    if (request.viewId !== undefined) {
      const view = workspace.views.find(request.viewId);
      if (view?.userId !== request.userId) return failure('view_not_found', 'This dialog is not open any more.');
      return this.#actInView(request, view);
    }
    const { channelId = '', messageTs = '' } = request;
    const message = workspace.visibleMessage(channelId, messageTs, request.userId);
    const conversation = workspace.conversations.get(channelId);
    if (message === undefined || conversation === undefined) {
      return failure('message_not_found', 'This message is gone.');
    }
    if (request.blockId === invitation.block) return this.#answerInvitation(request, message);
    return this.#actInMessage(request, message, conversation);
  }

  /** Sends `message_action` or `shortcut`. */
  async shortcut(request: By<ShortcutRequest>): Promise<Outcome> {
    const { workspace, triggers, responses } = this.#parts;
    const known = workspace.manifest.features.shortcuts.find((it) => it.callback_id === request.callbackId);
    if (known === undefined) return failure('shortcut_not_found', 'The app has no such shortcut.');
    const shared = {
      ...this.base(request.userId),
      callback_id: known.callback_id,
      trigger_id: triggers.issue(request.userId, request.channelId),
      action_ts: workspace.nextTs(),
    };
    if (known.type === 'global') return this.#send({ type: 'shortcut', ...shared });
    const { channelId = '', messageTs = '' } = request;
    const message = workspace.visibleMessage(channelId, messageTs, request.userId);
    const conversation = workspace.conversations.get(channelId);
    if (message === undefined || conversation === undefined || message.ephemeralTo !== undefined) {
      return failure('message_not_found', 'A message shortcut needs a message that is in the channel.');
    }
    return this.#send({
      type: 'message_action',
      ...shared,
      message_ts: message.ts,
      channel: { id: conversation.id, name: channelName(conversation) },
      message: messagePayload(workspace, message),
      response_url: responses.issueUrl({ channelId, userId: request.userId, original: message.ts }),
    });
  }

  /** What every interaction says about who and where from. */
  base(userId: string): Json {
    const { name } = this.#parts.workspace.user(userId);
    return {
      team: { id: team.id, domain: team.domain },
      enterprise: null,
      is_enterprise_install: false,
      user: { id: userId, name, username: name, team_id: team.id },
      api_app_id: appId,
      token: 'playground',
    };
  }

  async #actInView(request: By<ActionRequest>, view: OpenView): Promise<Outcome> {
    const found = this.#action(view.blocks, request);
    if (found.action === undefined) return found;
    const { views } = this.#parts.workspace;
    const kept = views.keepValues(view, mergeValues(view.state.values, request));
    return this.#send({
      type: 'block_actions',
      ...this.base(request.userId),
      container: { type: 'view', view_id: view.id },
      trigger_id: this.#parts.triggers.issue(request.userId, view.openedIn),
      view: viewPayload(kept),
      actions: [found.action],
    });
  }

  async #actInMessage(request: By<ActionRequest>, message: Message, conversation: Conversation): Promise<Outcome> {
    const { workspace, triggers, responses } = this.#parts;
    if (message.botId !== botId) return failure('message_not_found', 'Only the app’s messages have buttons.');
    const found = this.#action(message.blocks ?? [], request);
    if (found.action === undefined) return found;
    const isEphemeral = message.ephemeralTo !== undefined;
    const key = `${message.channelId} ${message.ts}`;
    const values = mergeValues(this.#chosen.get(key) ?? initialValues(message.blocks ?? []), request);
    this.#chosen.set(key, values);
    const { channelId, ts } = message;
    return this.#send({
      type: 'block_actions',
      ...this.base(request.userId),
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channelId,
        is_ephemeral: isEphemeral,
        ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
      },
      trigger_id: triggers.issue(request.userId, channelId),
      channel: { id: channelId, name: channelName(conversation) },
      // Slack doesn't keep ephemeral messages, so it can't send them back.
      ...(!isEphemeral && { message: messagePayload(workspace, message) }),
      state: { values },
      response_url: responses.issueUrl({ channelId, userId: request.userId, original: ts }),
      actions: [found.action],
    });
  }

  /** The entry of `actions`, or why there is none. */
  #action(
    blocks: readonly Block[],
    request: ActionRequest,
  ): { readonly action: Json } | (Failure & { readonly action?: never }) {
    const found = blocks
      .flatMap(elementsOf)
      .find(({ blockId, element }) => blockId === request.blockId && element.action_id === request.actionId);
    if (found === undefined) return failure('element_not_found', 'This element is gone.');
    const { element, blockId } = found;
    const { type, action_id } = element;
    const shared = { type, action_id, block_id: blockId, action_ts: this.#parts.workspace.nextTs() };
    const state = request.state ?? { type };
    switch (type) {
      case 'button':
      case 'workflow_button':
      case 'icon_button':
        return { action: { ...pick(element, ['text', 'value', 'url', 'icon', 'style']), ...shared } };
      case 'feedback_buttons': {
        const pressed = [element['positive_button'], element['negative_button']] as { value: string; text: unknown }[];
        const button = pressed.find(({ value }) => value === state.value);
        if (button === undefined) return failure('invalid_state', 'Which of the two buttons was pressed?');
        return { action: { ...shared, text: button.text, value: button.value } };
      }
      default: {
        const key = stateKey(type) ?? (type === 'overflow' ? 'selected_option' : 'value');
        const chosen = (state as unknown as Json)[key];
        const option = key.startsWith('selected_option') ? knownOptions(element, chosen) : chosen;
        return { action: { ...pick(element, ['placeholder']), ...shared, [key]: option ?? null } };
      }
    }
  }

  #answerInvitation(request: By<ActionRequest>, message: Message): Outcome {
    const { workspace } = this.#parts;
    deleteMessage(workspace, message);
    if (request.actionId === invitation.invite) {
      addToChannel(workspace, message.channelId, botUserId, request.userId);
      const text = `OK! I’ve invited <@${botUserId}> to this channel.`;
      slackbotSays(workspace, { channelId: message.channelId }, request.userId, text);
    }
    return { ok: true };
  }

  async #send(payload: InteractionPayload): Promise<Outcome> {
    return interactionOutcome(await this.#parts.link().send({ kind: 'interactive', payload }));
  }
}

/** What a person is told about a press that got no answer. */
export function interactionOutcome(answer: Answer): Outcome {
  switch (answer.kind) {
    case 'acknowledged':
      return { ok: true };
    case 'timeout':
      return failure('operation_timeout', 'This app didn’t respond within 3 seconds. Try again.');
    case 'refused':
    case 'unreachable':
      return failure('dispatch_failed', 'This app is not reachable right now. Try again.');
    default:
      return answer satisfies never;
  }
}

/** The values of inputs with those that a request brings. */
function mergeValues(
  before: FormValues,
  request: Pick<ActionRequest, 'values' | 'blockId' | 'actionId' | 'state'>,
): FormValues {
  const merged: Record<string, Record<string, ElementState>> = {};
  const own = request.state === undefined ? {} : { [request.blockId]: { [request.actionId]: request.state } };
  for (const values of [before, request.values ?? {}, own]) {
    for (const [blockId, states] of Object.entries(values)) merged[blockId] = { ...merged[blockId], ...states };
  }
  return merged;
}

function pick(element: Readonly<Json>, keys: readonly string[]): Json {
  return Object.fromEntries(keys.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]])));
}

/** Options as the app wrote them, for those that were chosen by value. */
function knownOptions(element: Readonly<Json>, chosen: unknown): unknown {
  const groups = (element['option_groups'] ?? []) as { options: { value: string }[] }[];
  const options = [...((element['options'] ?? []) as { value: string }[]), ...groups.flatMap((group) => group.options)];
  const known = (option: { value: string }) => options.find(({ value }) => value === option.value) ?? option;
  if (Array.isArray(chosen)) return chosen.map(known);
  return chosen === null || chosen === undefined ? null : known(chosen as { value: string });
}
