/** What the inputs of a message or view hold, in Slack's own words. */
import type { ActionsBlockElement, InputBlockElement, KnownBlock, Option, SectionBlockAccessory } from '@slack/types';
import type { ElementState, FormValues, SelectedOption } from '../../protocol.ts';

export type Control = InputBlockElement | ActionsBlockElement | Exclude<SectionBlockAccessory, { type: 'image' }>;

/** The state an element starts with, or `null` for one that holds nothing (a button, an overflow menu). */
function initialState(control: Control): ElementState | null {
  const type = control.type;
  switch (control.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: control.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: control.initial_option ? toSelected(control.initial_option) : null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: (control.initial_options ?? []).map(toSelected) };
    case 'users_select':
      return { type, selected_user: control.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: control.initial_users ?? [] };
    case 'channels_select':
      return { type, selected_channel: control.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: control.initial_channels ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: control.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: control.initial_conversations ?? [] };
    case 'datepicker':
      return { type, selected_date: control.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: control.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: control.initial_date_time ?? null };
    case 'button':
    case 'workflow_button':
    case 'overflow':
    case 'file_input':
    case 'rich_text_input':
      return null;
  }
}

export function toSelected(option: Option): SelectedOption {
  return { value: option.value ?? '', text: option.text };
}

/** What every input among `blocks` holds: what was changed here, else what the workspace knows, else its start. */
export function collectValues(blocks: readonly KnownBlock[], changed: FormValues, known: FormValues): FormValues {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const block of blocks) {
    for (const control of controlsIn(block)) {
      const blockId = block.block_id ?? '';
      const actionId = control.action_id ?? '';
      const state = changed[blockId]?.[actionId] ?? known[blockId]?.[actionId] ?? initialState(control);
      if (state !== null) values[blockId] = { ...values[blockId], [actionId]: state };
    }
  }
  return values;
}

function controlsIn(block: KnownBlock): readonly Control[] {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'actions':
      return block.elements;
    case 'section':
      return block.accessory === undefined || block.accessory.type === 'image' ? [] : [block.accessory];
    default:
      return [];
  }
}
