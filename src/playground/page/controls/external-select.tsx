/** A menu whose options the app gives, for what is typed into it. */
import type { ExternalSelect as Of } from '@slack/types';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { OptionsDone } from '../../protocol.ts';
import { useField } from './field.tsx';
import { useSurface } from './surface.tsx';

/** What Slack takes where the app names no other. */
const MIN_QUERY_LENGTH = 3;

/** The browser's own list of suggestions: it works by keyboard, by touch and with a screen reader. */
export function ExternalSelect({ of }: { readonly of: Of }): ReactNode {
  const placeholder = of.placeholder?.text ?? 'Choose…';
  const { held, aria, field, change } = useField(of, placeholder);
  const { suggest } = useSurface();
  const chosen = held?.selected_option?.text?.text ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<OptionsDone['options']>([]);
  const asked = useRef('');
  const listId = useId();

  const ask = async (query: string): Promise<void> => {
    if (query.length < (of.min_query_length ?? MIN_QUERY_LENGTH)) return;
    asked.current = query;
    const found = await suggest(field.blockId, of.action_id ?? '', query);
    // An answer to what was typed before comes too late.
    if (asked.current === query) setOptions(found ?? []);
  };

  const type = (text: string): void => {
    const option = options.find((it) => it.text?.text === text);
    if (option === undefined) {
      setTyped(text);
      void ask(text);
    } else {
      setTyped(null);
      change({ type: 'external_select', selected_option: option });
    }
  };

  return (
    <>
      <input
        {...aria}
        className="input"
        type="text"
        autoComplete="off"
        list={listId}
        placeholder={placeholder}
        value={typed ?? chosen}
        onFocus={() => void ask('')}
        onChange={(event) => type(event.target.value)}
        // What was not chosen is not kept, as in Slack.
        onBlur={() => setTyped(null)}
      />
      <datalist id={listId}>
        {options.map(({ value, text, group }) => (
          <option key={value} value={text?.text ?? value} label={group} />
        ))}
      </datalist>
    </>
  );
}
