import type { MultiSelect, Overflow, PlainTextOption, Select } from '@slack/types';
import type { ReactNode } from 'react';
import type { ElementState, State } from '../../protocol.ts';
import { PlainText } from '../blocks/rich-text.tsx';
import { Icon } from '../shell/icon.tsx';
import { Menu } from '../shell/menu.tsx';
import { channelLabel } from '../workspace/names.ts';
import { useWorkspace } from '../workspace/page.ts';
import { ExternalSelect } from './external-select.tsx';
import { useField } from './field.tsx';
import { toSelected } from './form.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  readonly option?: PlainTextOption;
}

export function SingleSelect({ of }: { readonly of: Select }): ReactNode {
  return of.type === 'external_select' ? <ExternalSelect of={of} /> : <ListSelect of={of} />;
}

function ListSelect({ of }: { readonly of: Exclude<Select, { type: 'external_select' }> }): ReactNode {
  const state = useWorkspace();
  const placeholder = of.placeholder?.text ?? 'Choose…';
  const { held, aria, change } = useField(of, placeholder);
  const choices = choicesOf(of, state);
  const chosen =
    held?.selected_option?.value ?? held?.selected_user ?? held?.selected_channel ?? held?.selected_conversation ?? '';
  const groups = [...new Set(choices.map(({ group }) => group))];
  const options = (group: string | undefined): ReactNode =>
    choices
      .filter((choice) => choice.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
  return (
    <select
      {...aria}
      className="select"
      value={chosen}
      onChange={(event) => {
        const choice = choices.find(({ value }) => value === event.target.value);
        if (choice !== undefined) change(selectedState(of, choice));
      }}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {groups.map((group) =>
        group === undefined ? (
          options(group)
        ) : (
          <optgroup key={group} label={group}>
            {options(group)}
          </optgroup>
        ),
      )}
    </select>
  );
}

/** All choices as checkboxes: easier with keyboard and touch than a list to select several in. */
export function SeveralSelect({ of }: { readonly of: MultiSelect }): ReactNode {
  const state = useWorkspace();
  const { held, aria, change } = useField(of, of.placeholder?.text ?? 'Choose…');
  const choices = choicesOf(of, state);
  const chosen =
    held?.selected_options?.map(({ value }) => value) ??
    held?.selected_users ??
    held?.selected_channels ??
    held?.selected_conversations ??
    [];
  const full = of.max_selected_items !== undefined && chosen.length >= of.max_selected_items;
  return (
    <fieldset className="choices choices-scroll" aria-labelledby={aria['aria-labelledby'] as string | undefined}>
      {choices.map(({ value, label }) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={full && !chosen.includes(value)}
            onChange={({ target }) => {
              const next = choices.filter((one) => (one.value === value ? target.checked : chosen.includes(one.value)));
              change(severalState(of, next));
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export function OverflowMenu({ of }: { readonly of: Overflow }): ReactNode {
  const { send } = useField(of, 'More options');
  const items = of.options.map((option) => ({
    key: option.value ?? option.text.text,
    label: <PlainText of={option.text} />,
    description: option.description?.text,
    onChoose: () => {
      if (option.url !== undefined && /^https?:/i.test(option.url)) open(option.url, '_blank', 'noreferrer');
      send({ type: of.type, selected_option: toSelected(option) });
    },
  }));
  return (
    <Menu label="More options" items={items} className="button button-square">
      <Icon name="more" />
    </Menu>
  );
}

function choicesOf(of: Exclude<Select, { type: 'external_select' }> | MultiSelect, state: State): readonly Choice[] {
  switch (of.type) {
    case 'static_select':
    case 'multi_static_select': {
      const grouped = (of.option_groups ?? []).flatMap(({ label, options }) =>
        options.map((option) => ({ ...toChoice(option), group: label.text })),
      );
      return [...(of.options ?? []).map(toChoice), ...grouped];
    }
    case 'multi_external_select':
      // Only what was chosen before: several of an external source can't be searched here.
      return (of.initial_options ?? []).map(toChoice);
    case 'users_select':
    case 'multi_users_select':
      return state.users.map((user) => ({ value: user.id, label: user.realName }));
    case 'channels_select':
    case 'multi_channels_select':
      return channels(state, ['public']);
    case 'conversations_select':
    case 'multi_conversations_select':
      return channels(state, of.filter?.include ?? ['public', 'private', 'im']);
  }
}

function toChoice(option: PlainTextOption): Choice {
  return { value: option.value ?? '', label: option.text.text, option };
}

function channels(state: State, kinds: readonly string[]): readonly Choice[] {
  return state.channels
    .filter(({ kind, isArchived }) => !isArchived && kinds.includes(kind === 'app' ? 'im' : kind))
    .map(({ id }) => ({ value: id, label: channelLabel(state, id) }));
}

function selectedState({ type }: Select, { value, option }: Choice): ElementState {
  switch (type) {
    case 'users_select':
      return { type, selected_user: value };
    case 'channels_select':
      return { type, selected_channel: value };
    case 'conversations_select':
      return { type, selected_conversation: value };
    default:
      return { type, selected_option: option === undefined ? { value } : toSelected(option) };
  }
}

function severalState({ type }: MultiSelect, chosen: readonly Choice[]): ElementState {
  const values = chosen.map(({ value }) => value);
  switch (type) {
    case 'multi_users_select':
      return { type, selected_users: values };
    case 'multi_channels_select':
      return { type, selected_channels: values };
    case 'multi_conversations_select':
      return { type, selected_conversations: values };
    default:
      return { type, selected_options: chosen.flatMap(({ option }) => (option ? [toSelected(option)] : [])) };
  }
}
