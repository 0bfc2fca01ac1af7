import type { AlertBlock, CardBlock, CarouselBlock, ContainerBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { Element } from '../controls/element.tsx';
import { inOrder } from './in-order.ts';
import { RichText, Text } from './rich-text.tsx';

const LEVEL = { default: 'Note', info: 'Note', warning: 'Warning', error: 'Error', success: 'Done' };

export function Alert({ of }: { readonly of: AlertBlock }): ReactNode {
  const level = of.level ?? 'default';
  return (
    <div className={`block alert alert-${level}`} role="note" aria-label={LEVEL[level]}>
      <Text of={of.text} />
    </div>
  );
}

export function Card({ of }: { readonly of: CardBlock }): ReactNode {
  return (
    <div className="block card">
      {of.title !== undefined && (
        <div className="card-title">
          <Text of={of.title} />
        </div>
      )}
      {of.subtitle !== undefined && (
        <div className="hint">
          <Text of={of.subtitle} />
        </div>
      )}
      {of.body !== undefined && <Text of={of.body} />}
      {of.actions !== undefined && (
        <div className="actions">
          {of.actions.map((button) => (
            <Element key={button.action_id} of={button} />
          ))}
        </div>
      )}
    </div>
  );
}

export function Carousel({ of }: { readonly of: CarouselBlock }): ReactNode {
  return (
    <ul className="block carousel">
      {inOrder(of.elements, (card) => (
        <li>
          <Card of={card} />
        </li>
      ))}
    </ul>
  );
}

export function Container({ of, children }: { readonly of: ContainerBlock; readonly children: ReactNode }): ReactNode {
  const title = of.rich_text_title ? (
    <RichText elements={of.rich_text_title.elements} />
  ) : (
    of.title && <Text of={of.title} />
  );
  const subtitle = of.subtitle !== undefined && (
    <div className="hint">
      <Text of={of.subtitle} />
    </div>
  );
  if (of.is_collapsible === true) {
    return (
      <details className="block card" open={of.default_collapsed !== true}>
        <summary className="card-title">{title ?? 'Details'}</summary>
        {subtitle}
        {children}
      </details>
    );
  }
  return (
    <div className="block card">
      {title !== undefined && <div className="card-title">{title}</div>}
      {subtitle}
      {children}
    </div>
  );
}
