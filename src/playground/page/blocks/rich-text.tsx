/** Rich text as Slack lays it out. Text goes into the page as text, never as markup. */
import type { PlainTextElement, RichTextBlockElement, RichTextElement, RichTextList, TextObject } from '@slack/types';
import type { ReactNode } from 'react';
import { emojiFor } from '../workspace/emoji.ts';
import { nameOf } from '../workspace/names.ts';
import { useWorkspace } from '../workspace/page.ts';
import { inOrder } from './in-order.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import { formatSlackDate } from './slack-date.ts';

/** A `plain_text` or `mrkdwn` object. */
export function Text({ of }: { readonly of: TextObject }): ReactNode {
  return of.type === 'mrkdwn' ? <Mrkdwn text={of.text} /> : <PlainText of={of} />;
}

export function PlainText({ of }: { readonly of: PlainTextElement }): ReactNode {
  const text =
    of.emoji === false ? of.text : of.text.replace(/:([a-z0-9_+-]*[a-z+][a-z0-9_+-]*):/g, (_, name) => emojiFor(name));
  return <span className="text">{text}</span>;
}

export function Mrkdwn({ text }: { readonly text: string }): ReactNode {
  return <RichText elements={parseMrkdwn(text)} />;
}

export function RichText({ elements }: { readonly elements: readonly RichTextBlockElement[] }): ReactNode {
  return inOrder(elements, (element) => <Part of={element} />);
}

function Part({ of }: { readonly of: RichTextBlockElement }): ReactNode {
  switch (of.type) {
    case 'rich_text_section':
      return (
        <p className="text">
          <Inline elements={of.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote className="text">
          <Inline elements={of.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inline elements={of.elements} />
        </pre>
      );
    case 'rich_text_list':
      return <List of={of} />;
  }
}

function List({ of }: { readonly of: RichTextList }): ReactNode {
  const items = inOrder(of.elements, (item) => (
    <li className="text">
      <Inline elements={item.elements} />
    </li>
  ));
  const indent = `indent-${Math.min(of.indent ?? 0, 8)}${of.border === 1 ? ' lined' : ''}`;
  return of.style === 'ordered' ? <ol className={indent}>{items}</ol> : <ul className={indent}>{items}</ul>;
}

function Inline({ elements }: { readonly elements: readonly RichTextElement[] }): ReactNode {
  return inOrder(elements, (element) => <Span of={element} />);
}

function Span({ of }: { readonly of: RichTextElement }): ReactNode {
  const inner = <Bare of={of} />;
  const style = of.style;
  if (style === undefined) return inner;
  const struck = style.strike ? <s>{inner}</s> : inner;
  const slanted = style.italic ? <em>{struck}</em> : struck;
  const bold = style.bold ? <strong>{slanted}</strong> : slanted;
  return style.code ? <code>{bold}</code> : bold;
}

function Bare({ of }: { readonly of: RichTextElement }): ReactNode {
  const state = useWorkspace();
  switch (of.type) {
    case 'text':
      return of.text;
    case 'link':
      return <Link url={of.url}>{of.text ?? of.url}</Link>;
    case 'user':
      return (
        <span className={of.user_id === state.me.id ? 'mention mention-me' : 'mention'}>
          @{nameOf(state, of.user_id)}
        </span>
      );
    case 'channel':
      return <span className="mention">#{nameOf(state, of.channel_id)}</span>;
    case 'broadcast':
      return <span className="mention mention-me">@{of.range}</span>;
    case 'usergroup':
      return <span className="mention">@{of.usergroup_id}</span>;
    case 'team':
      return <span className="mention">{state.team.name}</span>;
    case 'emoji':
      return emojiFor(of.name);
    case 'color':
      return <code>{of.value}</code>;
    case 'date': {
      const words = formatSlackDate(of.timestamp, of.format, state.me.timeZone);
      const time = <time dateTime={new Date(of.timestamp * 1000).toISOString()}>{words}</time>;
      return of.url === undefined ? time : <Link url={of.url}>{time}</Link>;
    }
  }
}

/** Only addresses that a browser opens without running anything; others stay text. */
function Link({ url, children }: { readonly url: string; readonly children: ReactNode }): ReactNode {
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
