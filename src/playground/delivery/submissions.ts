import * as z from 'zod';
import { chooseCurrent, respondable } from '../blocks/conversations.ts';
import { stateKey, validateView } from '../blocks/view.ts';
import type { Block, ElementState, FormValues, Outcome, ViewSubmitDone } from '../protocol.ts';
import { viewPayload } from '../workspace/payloads.ts';
import { type OpenView, stackLimit } from '../workspace/views.ts';
import { type CommandParts, failure } from './commands.ts';
import { type Interactions, interactionOutcome } from './interactions.ts';

const responseSchema = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('clear') }),
]);

/** Submitting and closing modals. */
export class Submissions {
  readonly #parts: CommandParts;
  readonly #interactions: Interactions;

  constructor(parts: CommandParts, interactions: Interactions) {
    this.#parts = parts;
    this.#interactions = interactions;
  }

  /** Checks what was filled in, sends `view_submission`, and does what the app answers. */
  async submit(userId: string, viewId: string, values: FormValues): Promise<Outcome<ViewSubmitDone>> {
    const { views } = this.#parts.workspace;
    const open = views.find(viewId);
    if (open?.userId !== userId || open.type !== 'modal') return gone;
    const filled = completeValues(open, values);
    const errors = inputErrors(open.blocks, filled);
    if (Object.keys(errors).length > 0) return { ok: true, errors };
    const view = views.keepValues(open, filled);
    const answer = await this.#parts.link().send({
      kind: 'interactive',
      payload: {
        type: 'view_submission',
        ...this.#interactions.base(userId),
        trigger_id: this.#parts.triggers.issue(userId, view.openedIn),
        view: viewPayload(view),
        response_urls: respondable(view.blocks, filled).map(({ blockId, actionId, channelId }) => ({
          block_id: blockId,
          action_id: actionId,
          channel_id: channelId,
          response_url: this.#parts.responses.issueUrl({ channelId, userId }),
        })),
      },
    });
    if (answer.kind === 'acknowledged') return this.#respond(view, answer.payload);
    const outcome = interactionOutcome(answer);
    return outcome.ok ? outcome : { ...outcome, message: trouble };
  }

  /** Closes the top modal, or all when it says so, and sends `view_closed` to those who asked for it. */
  async close(userId: string, viewId: string): Promise<Outcome> {
    const { views } = this.#parts.workspace;
    const stack = views.stack(userId);
    const top = stack.at(-1);
    if (top?.id !== viewId) return gone;
    const isCleared = top.clear_on_close;
    views.close(userId, isCleared ? 'all' : 'top');
    const closed = (isCleared ? stack : [top]).filter((view) => view.notify_on_close);
    for (const view of closed) {
      const payload = {
        type: 'view_closed' as const,
        ...this.#interactions.base(userId),
        view: viewPayload(view),
        is_cleared: isCleared,
      };
      await this.#parts.link().send({ kind: 'interactive', payload });
    }
    return { ok: true };
  }

  #respond(view: OpenView, payload: unknown): Outcome<ViewSubmitDone> {
    const { views } = this.#parts.workspace;
    const { userId } = view;
    const isEmpty = typeof payload !== 'object' || payload === null || Object.keys(payload).length === 0;
    if (isEmpty) {
      if (views.stack(userId).at(-1)?.id === view.id) views.close(userId, 'top');
      return { ok: true };
    }
    const parsed = responseSchema.safeParse(payload);
    if (!parsed.success) return failure('invalid_response_action', trouble);
    const response = parsed.data;
    switch (response.response_action) {
      case 'clear':
        views.close(userId, 'all');
        return { ok: true };
      case 'errors': {
        const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id));
        const known = Object.keys(response.errors).every((blockId) => inputs.has(blockId));
        return known ? { ok: true, errors: response.errors } : failure('invalid_response_action', trouble);
      }
      default: {
        const checked = validateView(response.view);
        if (!checked.ok || checked.view.type !== 'modal') return failure('invalid_response_action', trouble);
        const shown = chooseCurrent(checked.view, view.openedIn);
        if (response.response_action === 'update') views.update(view, shown);
        else if (views.stack(userId).length >= stackLimit) return failure('push_limit_reached', trouble);
        else views.push(userId, shown);
        return { ok: true };
      }
    }
  }
}

const trouble = 'We had some trouble connecting. Try again?';
const gone = failure('view_not_found', 'This dialog is not open any more.');

/** What was sent for the inputs of a view, over what they held; other keys are dropped. */
function completeValues(view: OpenView, values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(view.state.values).map(([blockId, states]) => [
      blockId,
      Object.fromEntries(
        Object.entries(states).map(([actionId, state]) => [
          actionId,
          { ...state, ...values[blockId]?.[actionId], type: state.type },
        ]),
      ),
    ]),
  );
}

/** The checks that Slack's client makes before it submits. */
function inputErrors(blocks: readonly Block[], values: FormValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const element = block['element'] as { type: string; action_id: string; min_length?: number; max_length?: number };
    const state = values[block.block_id]?.[element.action_id];
    const problem = problemWith(state, element, block['optional'] === true);
    if (problem !== undefined) errors[block.block_id] = problem;
  }
  return errors;
}

function problemWith(
  state: ElementState | undefined,
  element: { readonly type: string; readonly min_length?: number; readonly max_length?: number },
  optional: boolean,
): string | undefined {
  const held = (state as Record<string, unknown> | undefined)?.[stateKey(element.type) ?? 'value'];
  const isMissing = held === undefined || held === null || held === '' || (Array.isArray(held) && held.length === 0);
  if (isMissing) return optional ? undefined : 'Please complete this required field.';
  if (typeof held !== 'string') return undefined;
  const { min_length = 0, max_length = 3000 } = element;
  if (held.length < min_length) return `This field must be at least ${min_length} characters.`;
  if (held.length > max_length) return `This field must be no more than ${max_length} characters.`;
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(held)) return 'Please enter a valid email address.';
  if (element.type === 'number_input' && Number.isNaN(Number(held))) return 'Please enter a number.';
  if (element.type === 'url_text_input' && !URL.canParse(held)) return 'Please enter a valid URL.';
  return undefined;
}
