import type {
  Datepicker,
  DateTimepicker,
  EmailInput,
  NumberInput,
  PlainTextInput,
  Timepicker,
  URLInput,
} from '@slack/types';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWorkspace } from '../workspace/page.ts';
import { useField } from './field.tsx';
import { fromZonedText, toZonedText } from './zoned-time.ts';

const HTML_TYPE = { email_text_input: 'email', url_text_input: 'url', number_input: 'text', plain_text_input: 'text' };

export function TextInput({ of }: { readonly of: PlainTextInput | EmailInput | URLInput | NumberInput }): ReactNode {
  const { held, aria, field, hold, send, change } = useField(of, of.placeholder?.text ?? 'Text');
  const triggers = of.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const value = held?.value ?? '';
  const multiline = of.type === 'plain_text_input' && of.multiline === true;
  const shared = {
    ...aria,
    className: 'input',
    value,
    placeholder: of.placeholder?.text,
    onChange: ({ target }: { target: { value: string } }): void => {
      const state = { type: of.type, value: target.value === '' ? null : target.value };
      if (triggers.includes('on_character_entered')) change(state);
      else hold(state);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || multiline || !field.dispatches || !triggers.includes('on_enter_pressed')) return;
      event.preventDefault();
      send({ type: of.type, value: value === '' ? null : value });
    },
  };
  if (multiline) return <textarea {...shared} rows={4} maxLength={of.max_length} />;
  return (
    <input
      {...shared}
      type={HTML_TYPE[of.type]}
      inputMode={of.type === 'number_input' ? 'decimal' : undefined}
      maxLength={of.type === 'plain_text_input' ? of.max_length : undefined}
    />
  );
}

export function DateInput({ of }: { readonly of: Datepicker }): ReactNode {
  const { held, aria, change } = useField(of, of.placeholder?.text ?? 'Date');
  return (
    <input
      {...aria}
      className="input input-short"
      type="date"
      value={held?.selected_date ?? ''}
      onChange={({ target }) => change({ type: of.type, selected_date: target.value || null })}
    />
  );
}

export function TimeInput({ of }: { readonly of: Timepicker }): ReactNode {
  const { held, aria, change } = useField(of, of.placeholder?.text ?? 'Time');
  return (
    <input
      {...aria}
      className="input input-short"
      type="time"
      value={held?.selected_time ?? ''}
      onChange={({ target }) => change({ type: of.type, selected_time: target.value || null })}
    />
  );
}

export function MomentInput({ of }: { readonly of: DateTimepicker }): ReactNode {
  const { timeZone } = useWorkspace().me;
  const { held, aria, change } = useField(of, 'Date and time');
  const moment = held?.selected_date_time ?? null;
  return (
    <input
      {...aria}
      className="input input-short"
      type="datetime-local"
      value={moment === null ? '' : toZonedText(moment, timeZone)}
      onChange={({ target }) => change({ type: of.type, selected_date_time: fromZonedText(target.value, timeZone) })}
    />
  );
}
