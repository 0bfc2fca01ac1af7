import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { type ReactNode, useId } from 'react';
import { Text } from '../blocks/rich-text.tsx';
import { useField } from './field.tsx';
import { toSelected } from './form.ts';

/** Checkboxes and radio buttons. */
export function Choices({ of }: { readonly of: Checkboxes | RadioButtons }): ReactNode {
  const { held, aria, change } = useField(of, 'Options');
  const name = useId();
  const several = of.type === 'checkboxes';
  const chosen = several
    ? (held?.selected_options ?? []).map(({ value }) => value)
    : [held?.selected_option?.value].filter((value) => value !== undefined);

  const choose = (option: Option, on: boolean): void => {
    if (several) {
      const next = of.options.filter((one) => (one === option ? on : chosen.includes(one.value ?? '')));
      change({ type: of.type, selected_options: next.map(toSelected) });
    } else {
      change({ type: of.type, selected_option: toSelected(option) });
    }
  };

  return (
    <fieldset
      className="choices"
      role={several ? undefined : 'radiogroup'}
      aria-label={aria['aria-label'] as string | undefined}
      aria-labelledby={aria['aria-labelledby'] as string | undefined}
      aria-describedby={aria['aria-describedby'] as string | undefined}
    >
      {of.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(option.value ?? '')}
            onChange={({ target }) => choose(option, target.checked)}
          />
          <span>
            <Text of={option.text} />
            {option.description !== undefined && (
              <small>
                <Text of={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
