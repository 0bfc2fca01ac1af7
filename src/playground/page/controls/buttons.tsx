import type { FeedbackButtons, IconButton, Button as SlackButton, WorkflowButton } from '@slack/types';
import { type ReactNode, useState } from 'react';
import { PlainText } from '../blocks/rich-text.tsx';
import { Icon } from '../shell/icon.tsx';
import { useField } from './field.tsx';

export function Button({ of }: { readonly of: SlackButton | WorkflowButton }): ReactNode {
  const { send } = useField(of, of.text.text);
  const className = of.style === undefined ? 'button' : `button button-${of.style}`;
  if (of.type === 'button' && of.url !== undefined && /^https?:/i.test(of.url)) {
    return (
      <a className={className} href={of.url} target="_blank" rel="noreferrer noopener" onClick={() => send()}>
        <PlainText of={of.text} />
      </a>
    );
  }
  return (
    <button type="button" className={className} aria-label={of.accessibility_label} onClick={() => send()}>
      <PlainText of={of.text} />
    </button>
  );
}

/** Two thumbs; the pressed one stays marked. */
export function Feedback({ of }: { readonly of: FeedbackButtons }): ReactNode {
  const { send } = useField(of, 'Feedback');
  const [pressed, setPressed] = useState<string | null>(null);
  const choices = [
    { button: of.positive_button, icon: 'thumbs_up' },
    { button: of.negative_button, icon: 'thumbs_down' },
  ] as const;
  return choices.map(({ button, icon }) => (
    <button
      key={icon}
      type="button"
      className="button button-quiet"
      aria-label={button.accessibility_label}
      aria-pressed={pressed === button.value}
      onClick={() => {
        setPressed(button.value);
        send({ type: of.type, value: button.value });
      }}
    >
      <Icon name={icon} />
      <PlainText of={button.text} />
    </button>
  ));
}

export function IconAction({ of }: { readonly of: IconButton }): ReactNode {
  const { send } = useField(of, of.text.text);
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-label={of.accessibility_label ?? of.text.text}
      onClick={() => send()}
    >
      <Icon name={of.icon === 'trash' ? 'trash' : 'more'} />
      <PlainText of={of.text} />
    </button>
  );
}
