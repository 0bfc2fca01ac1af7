/** The form for a channel's digest: what it shows, and what people fill in. */
import type { types } from '@slack/bolt';
import type { OrderForm } from '../../bot/subscribing.ts';
import { findZone, timeAt } from '../../core/digest/calendar.ts';
import { type Weekday, weekdays } from '../../core/digest/days.ts';
import { WEEKDAY_NAMES } from '../../core/digest/describe.ts';
import type { Order } from '../../core/digest/orders.ts';
import { MAX_STATEMENTS_A_DIGEST } from '../../core/digest/subscription.ts';
import { searchZones } from '../../core/digest/zone-search.ts';
import { ACTION, VIEW } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { context, plainText } from '../render/blocks.ts';
import { subscriptionActions } from '../render/digest-buttons.ts';

/** @param now milliseconds since 1970 */
export function buildDigestForm(form: OrderForm, now: number): types.ModalView {
  const { channelId, time, zone, days, count, known } = form;
  // Slack keeps what an input holds as long as its block has the same id: another channel's order begins afresh.
  const key = known === null ? 'new' : channelId;
  const dayOptions = days.map(dayOption);
  return {
    type: 'modal',
    callback_id: VIEW.digestForm,
    title: plainText('Daily digest', LIMITS.modalTitle),
    submit: plainText(known === null ? 'Start' : 'Save', LIMITS.modalTitle),
    close: plainText('Cancel', LIMITS.modalTitle),
    blocks: [
      {
        ...input(ACTION.digestChannel, 'Channel', {
          type: 'conversations_select',
          action_id: ACTION.digestChannel,
          // On the app's Home there is no channel yet.
          ...(channelId === '' ? { default_to_current_conversation: true } : { initial_conversation: channelId }),
          filter: { include: ['public', 'private', 'im'] },
        }),
        // A channel that has a digest shows its order as soon as it is chosen.
        dispatch_action: true,
      },
      ...(known === null ? [] : [context(['This channel has a digest. Saving changes it.'])]),
      input(`${ACTION.digestTime}.${key}`, 'Time', {
        type: 'timepicker',
        action_id: ACTION.digestTime,
        initial_time: time,
      }),
      input(
        `${ACTION.digestZone}.${key}`,
        'Time zone',
        {
          type: 'external_select',
          action_id: ACTION.digestZone,
          min_query_length: 0,
          placeholder: plainText('A city, such as London', LIMITS.optionText),
          initial_option: zoneOption(zone, now),
        },
        'Type a city. Clock changes are followed.',
      ),
      input(`${ACTION.digestDays}.${key}`, 'Days', {
        type: 'checkboxes',
        action_id: ACTION.digestDays,
        options: weekdays.map(dayOption),
        ...(dayOptions.length === 0 ? {} : { initial_options: dayOptions }),
      }),
      input(`${ACTION.digestCount}.${key}`, 'Facts in each digest', {
        type: 'static_select',
        action_id: ACTION.digestCount,
        options: COUNTS.map(countOption),
        initial_option: countOption(count),
      }),
      ...(known === null ? [] : [subscriptionActions(known)]),
    ],
  };
}

const COUNTS = Array.from({ length: MAX_STATEMENTS_A_DIGEST }, (_, i) => i + 1);

function input(blockId: string, label: string, element: types.InputBlock['element'], hint?: string): types.InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label, LIMITS.inputLabel),
    element,
    ...(hint === undefined ? {} : { hint: plainText(hint, LIMITS.inputLabel) }),
  };
}

function option(text: string, value: string): types.PlainTextOption {
  return { text: plainText(text, LIMITS.optionText), value };
}

const dayOption = (day: Weekday): types.PlainTextOption => option(WEEKDAY_NAMES[day], day);
const countOption = (count: number): types.PlainTextOption => option(String(count), String(count));

/** With the time there, by which people recognise their own. */
function zoneOption(zone: string, now: number): types.PlainTextOption {
  return option(`${zone}, now ${timeAt(Math.floor(now / 1000), zone)}`, zone);
}

/** For what was typed into the time zone's field so far. */
export function suggestZones(typed: string, now: number): types.PlainTextOption[] {
  return searchZones(typed, LIMITS.selectOptions).map((zone) => zoneOption(zone, now));
}

/** What a submitted view holds, of which only what is looked at is named. */
export type FormValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly selected_conversation?: string | null;
          readonly selected_time?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
          readonly selected_options?: readonly { readonly value?: string }[];
        }
      >
    >
  >
>;

/** A submitted form, or what is wrong by the block it stands at. */
export type ReadForm =
  | { readonly ok: true; readonly order: Omit<Order, 'teamId' | 'orderedBy'>; readonly channelBlock: string }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Never throws: Slack's client checks before it submits, but not all of what we need. */
export function readDigestForm(values: FormValues): ReadForm {
  const find = (actionId: string) =>
    Object.entries(values)
      .flatMap(([block, states]) => (states[actionId] === undefined ? [] : [{ block, state: states[actionId] }]))
      .at(0) ?? { block: actionId, state: {} };
  const channel = find(ACTION.digestChannel);
  const time = find(ACTION.digestTime);
  const zone = find(ACTION.digestZone);
  const days = find(ACTION.digestDays);
  const count = find(ACTION.digestCount);
  const errors: Record<string, string> = {};
  const channelId = channel.state.selected_conversation ?? '';
  if (channelId === '') errors[channel.block] = 'Choose a channel.';
  const chosenTime = time.state.selected_time ?? '';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(chosenTime)) errors[time.block] = 'Choose a time, such as 09:00.';
  const chosenZone = findZone(zone.state.selected_option?.value ?? '');
  if (chosenZone === null) errors[zone.block] = 'Choose a time zone: type a city, such as London.';
  const ticked = days.state.selected_options?.map(({ value }) => value) ?? [];
  const chosenDays = weekdays.filter((day) => ticked.includes(day));
  if (chosenDays.length === 0) errors[days.block] = 'Choose at least one day.';
  const chosenCount = Number(count.state.selected_option?.value);
  if (!COUNTS.includes(chosenCount)) errors[count.block] = `Choose a number from 1 to ${MAX_STATEMENTS_A_DIGEST}.`;
  if (chosenZone === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    order: { channelId, time: chosenTime, zone: chosenZone, days: chosenDays, count: chosenCount },
    channelBlock: channel.block,
  };
}
