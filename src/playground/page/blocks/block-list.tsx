import type {
  ContextActionsBlockElement,
  ContextBlockElement,
  HeaderBlock,
  ImageBlock,
  ImageElement,
  InputBlock,
  KnownBlock,
  SectionBlock,
} from '@slack/types';
import { createContext, lazy, type ReactNode, Suspense, use, useId } from 'react';
import { Element } from '../controls/element.tsx';
import { FieldContext } from '../controls/field.tsx';
import type { Control } from '../controls/form.ts';
import { useSurface } from '../controls/surface.tsx';
import { inOrder } from './in-order.ts';
import { Alert, Card, Carousel, Container } from './panels.tsx';
import { PlainText, RichText, Text } from './rich-text.tsx';
import { Table } from './table.tsx';

/** Blocks that carry neither an app's exact words nor anything to press are left to a library, loaded when one comes. */
const OtherBlock = lazy(() => import('./other-block.tsx'));

export const HeadingContext = createContext<'h2' | 'h3'>('h3');

export function BlockList({ blocks }: { readonly blocks: readonly KnownBlock[] }): ReactNode {
  return blocks.map((block) => (
    <FieldContext key={block.block_id} value={{ blockId: block.block_id ?? '', dispatches: true }}>
      <Block of={block} />
    </FieldContext>
  ));
}

function Block({ of }: { readonly of: KnownBlock }): ReactNode {
  switch (of.type) {
    case 'section':
      return <Section of={of} />;
    case 'header':
      return <Header of={of} />;
    case 'context':
      return <Context elements={of.elements} />;
    case 'divider':
      return <hr />;
    case 'rich_text':
      return (
        <div className="block">
          <RichText elements={of.elements} />
        </div>
      );
    case 'actions':
    case 'context_actions':
      return (
        <div className="block actions">
          {inOrder<Control | ContextActionsBlockElement>(of.elements, (element) => (
            <Element key={element.action_id} of={element} />
          ))}
        </div>
      );
    case 'input':
      return <Input of={of} />;
    case 'image':
      return <Picture of={of} />;
    case 'table':
    case 'data_table':
      return <Table of={of} />;
    case 'alert':
      return <Alert of={of} />;
    case 'card':
      return <Card of={of} />;
    case 'carousel':
      return <Carousel of={of} />;
    case 'container':
      return (
        <Container of={of}>
          <BlockList blocks={of.child_blocks} />
        </Container>
      );
    case 'video':
      return (
        <p className="block">
          <span className="picture-elsewhere">Video: {of.alt_text}</span>
        </p>
      );
    case 'markdown':
    case 'plan':
    case 'task_card':
    case 'file':
      return (
        <Suspense>
          <OtherBlock of={of} />
        </Suspense>
      );
    default:
      return <p className="problem">The playground can’t draw blocks of type “{(of as { type: string }).type}”.</p>;
  }
}

function Section({ of }: { readonly of: SectionBlock }): ReactNode {
  return (
    <div className="block section">
      <div className="section-words">
        {of.text !== undefined && <Text of={of.text} />}
        {of.fields !== undefined && (
          <div className="fields">
            {inOrder(of.fields, (field) => (
              <div>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {of.accessory !== undefined &&
        (of.accessory.type === 'image' ? <Thumbnail of={of.accessory} /> : <Element of={of.accessory} />)}
    </div>
  );
}

/** Under the page's own headings: `h1` names the place, `h2` the panel or dialog; the Home tab has no panel. */
function Header({ of }: { readonly of: HeaderBlock }): ReactNode {
  const Heading = use(HeadingContext);
  return (
    <Heading className="block block-header">
      <PlainText of={of.text} />
    </Heading>
  );
}

function Context({ elements }: { readonly elements: readonly ContextBlockElement[] }): ReactNode {
  return (
    <div className="block context">
      {inOrder(elements, (element) =>
        element.type === 'image' ? (
          <Thumbnail of={element} />
        ) : (
          <div>
            <Text of={element} />
          </div>
        ),
      )}
    </div>
  );
}

function Input({ of }: { readonly of: InputBlock }): ReactNode {
  const blockId = of.block_id ?? '';
  const error = useSurface().errors[blockId];
  const id = useId();
  const ids = { label: `${id}-label`, control: `${id}-control`, hint: `${id}-hint`, error: `${id}-error` };
  const describedBy = [error && ids.error, of.hint && ids.hint].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext
      value={{
        blockId,
        labelId: ids.label,
        controlId: ids.control,
        describedBy,
        invalid: error !== undefined,
        required: of.optional !== true,
        dispatches: of.dispatch_action === true,
      }}
    >
      <div className={error === undefined ? 'block field' : 'block field field-invalid'}>
        <label id={ids.label} htmlFor={ids.control}>
          <PlainText of={of.label} />
          {of.optional === true && <span className="field-optional"> (optional)</span>}
        </label>
        <Element of={of.element} />
        {error !== undefined && (
          <p className="problem" id={ids.error}>
            {error}
          </p>
        )}
        {of.hint !== undefined && (
          <p className="hint" id={ids.hint}>
            <PlainText of={of.hint} />
          </p>
        )}
      </div>
    </FieldContext>
  );
}

function Picture({ of }: { readonly of: ImageBlock }): ReactNode {
  return (
    <figure className="block">
      {of.title !== undefined && (
        <figcaption>
          <PlainText of={of.title} />
        </figcaption>
      )}
      <Thumbnail of={of} />
    </figure>
  );
}

/** The page loads nothing from other hosts: a picture from elsewhere shows its alternative text. */
function Thumbnail({ of }: { readonly of: ImageElement | ImageBlock }): ReactNode {
  const url = 'image_url' in of ? of.image_url : '';
  return URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin ? (
    <img src={url} alt={of.alt_text} />
  ) : (
    <span className="picture-elsewhere">{of.alt_text}</span>
  );
}
