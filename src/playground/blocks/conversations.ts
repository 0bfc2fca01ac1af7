/** Menus of conversations: which one they start with, and those whose choice brings an address to answer at. */
import type { Block, FormValues } from '../protocol.ts';
import type { ViewDraft } from '../workspace/views.ts';
import { elementsOf } from './validate.ts';

const chosenKeys = { conversations_select: 'selected_conversation', channels_select: 'selected_channel' } as const;

/** `default_to_current_conversation`: the conversation in front of the person, where the app gave no other. */
export function chooseCurrent(draft: ViewDraft, channelId: string | undefined): ViewDraft {
  if (channelId === undefined) return draft;
  const values: Record<string, FormValues[string]> = { ...draft.values };
  for (const { blockId, element } of draft.blocks.flatMap(elementsOf)) {
    if (element.type !== 'conversations_select' || element['default_to_current_conversation'] !== true) continue;
    const held = values[blockId]?.[element.action_id];
    if (held === undefined || held.selected_conversation) continue;
    values[blockId] = { ...values[blockId], [element.action_id]: { ...held, selected_conversation: channelId } };
  }
  return { ...draft, values };
}

/** `response_url_enabled`, which counts in inputs only. */
export function respondable(blocks: readonly Block[], values: FormValues) {
  return blocks
    .filter(({ type }) => type === 'input')
    .flatMap(elementsOf)
    .flatMap(({ blockId, element: { type, action_id, response_url_enabled } }) => {
      const key = chosenKeys[type as keyof typeof chosenKeys];
      const channelId = key === undefined ? undefined : values[blockId]?.[action_id]?.[key];
      return response_url_enabled === true && channelId ? [{ blockId, actionId: action_id, channelId }] : [];
    });
}
