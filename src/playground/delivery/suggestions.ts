import * as z from 'zod';
import { optionGroup, plainOption } from '../blocks/composition.ts';
import { limits } from '../blocks/limits.ts';
import { elementsOf } from '../blocks/validate.ts';
import type { Block, OptionsDone, OptionsRequest, Outcome } from '../protocol.ts';
import { channelName, messagePayload, viewPayload } from '../workspace/payloads.ts';
import { botId } from '../workspace/seed.ts';
import { type CommandParts, failure } from './commands.ts';
import { type Interactions, interactionOutcome } from './interactions.ts';

type ByPerson = OptionsRequest & { readonly userId: string };
type Json = Record<string, unknown>;

/** An app's answer: at most a hundred options, or as many groups of them. */
const answerSchema = z.union([
  z.looseObject({ options: z.array(plainOption).max(limits.selectOptions) }),
  z.looseObject({ option_groups: z.array(optionGroup).max(limits.selectGroups) }),
]);

/** What menus with an external source offer: the app is asked at each change of what is typed. */
export class Suggestions {
  readonly #parts: CommandParts;
  readonly #interactions: Interactions;

  constructor(parts: CommandParts, interactions: Interactions) {
    this.#parts = parts;
    this.#interactions = interactions;
  }

  /** Sends `block_suggestion`, and gives back what the app answers. */
  async ask(request: ByPerson): Promise<Outcome<OptionsDone>> {
    const { userId, blockId, actionId, query } = request;
    const place = this.#place(request);
    if (place === undefined) return failure('not_found', 'This menu is gone.');
    const element = place.blocks
      .flatMap(elementsOf)
      .find((it) => it.blockId === blockId && it.element.action_id === actionId)?.element;
    if (element === undefined || !element.type.endsWith('external_select')) {
      return failure('element_not_found', 'There is no menu here that asks the app.');
    }
    const answer = await this.#parts.link().send({
      kind: 'interactive',
      payload: {
        type: 'block_suggestion',
        ...this.#interactions.base(userId),
        ...place.payload,
        action_id: actionId,
        block_id: blockId,
        value: query,
      },
    });
    if (answer.kind !== 'acknowledged') {
      const outcome = interactionOutcome(answer);
      return outcome.ok ? failure('no_options', unusable) : outcome;
    }
    const parsed = answerSchema.safeParse(answer.payload);
    if (!parsed.success) return failure('invalid_options', unusable);
    const given = parsed.data as z.output<typeof answerSchema> & Json;
    if ('options' in given) return { ok: true, options: given.options as OptionsDone['options'] };
    const groups = given.option_groups as z.output<typeof optionGroup>[];
    return {
      ok: true,
      options: groups.flatMap(({ label, options }) => options.map((option) => ({ ...option, group: label.text }))),
    };
  }

  #place(request: ByPerson): { readonly blocks: readonly Block[]; readonly payload: Json } | undefined {
    const { workspace } = this.#parts;
    const { viewId, userId, channelId = '', messageTs = '' } = request;
    if (viewId !== undefined) {
      const view = workspace.views.find(viewId);
      if (view?.userId !== userId) return undefined;
      return {
        blocks: view.blocks,
        payload: { container: { type: 'view', view_id: view.id }, view: viewPayload(view) },
      };
    }
    const message = workspace.visibleMessage(channelId, messageTs, userId);
    const conversation = workspace.conversations.get(channelId);
    if (message?.botId !== botId || conversation === undefined) return undefined;
    const isEphemeral = message.ephemeralTo !== undefined;
    return {
      blocks: message.blocks ?? [],
      payload: {
        container: { type: 'message', message_ts: message.ts, channel_id: channelId, is_ephemeral: isEphemeral },
        channel: { id: channelId, name: channelName(conversation) },
        ...(!isEphemeral && { message: messagePayload(workspace, message) }),
      },
    };
  }
}

/** What Slack's menu shows where the app gives nothing it can use. */
const unusable = 'The result couldn’t be loaded.';
