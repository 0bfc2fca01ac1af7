/**
 * Slack's mrkdwn as rich text. Not Markdown: no headings, no lists, no images, one asterisk is bold, and `&lt;` is a
 * character rather than the start of something. Whatever is not markup comes out letter for letter.
 */
import type { RichTextBlockElement, RichTextElement } from '@slack/types';

type Style = { bold?: true; italic?: true; strike?: true; code?: true };
type Found = { readonly end: number; readonly elements: RichTextElement[] };

const MARKS = { '*': { bold: true }, _: { italic: true }, '~': { strike: true } } as const;
const FENCE = /```\n?([\s\S]+?)```\n?/g;

export function parseMrkdwn(text: string): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = [];
  let from = 0;
  for (const fence of text.matchAll(FENCE)) {
    parts.push(...parseLines(text.slice(from, fence.index)));
    parts.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: unescapeText(fence[1] ?? '') }] });
    from = fence.index + fence[0].length;
  }
  parts.push(...parseLines(text.slice(from)));
  return parts;
}

/** mrkdwn within one line or a label: no quotes, no fences. */
function parseInline(text: string, style: Style = {}): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') elements.push(styled({ type: 'text', text: unescapeText(plain) }, style));
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = findMarkup(text, at, style);
    if (found === null) {
      plain += text[at];
      at += 1;
    } else {
      flush();
      elements.push(...found.elements);
      at = found.end;
    }
  }
  flush();
  return elements;
}

/** The words alone, as a notification or a screen reader would say them. `name` turns ids into names. */
export function toPlainText(text: string, name: (id: string) => string): string {
  const words = (element: RichTextElement): string => {
    switch (element.type) {
      case 'text':
        return element.text;
      case 'link':
        return element.text ?? element.url;
      case 'user':
        return `@${name(element.user_id)}`;
      case 'channel':
        return `#${name(element.channel_id)}`;
      case 'broadcast':
        return `@${element.range}`;
      case 'date':
        return element.fallback ?? '';
      default:
        return '';
    }
  };
  return text
    .replaceAll('```', '')
    .split('\n')
    .map((line) =>
      parseInline(unquote(line) ?? line)
        .map(words)
        .join(''),
    )
    .join('\n')
    .trim();
}

/** Slack escapes these three characters and no other. */
function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function parseLines(text: string): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = [];
  let quoted: string[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (quoted.length > 0) parts.push({ type: 'rich_text_quote', elements: parseInline(quoted.join('\n')) });
    if (plain.some((line) => line.trim() !== '')) {
      parts.push({ type: 'rich_text_section', elements: parseInline(plain.join('\n')) });
    }
    quoted = [];
    plain = [];
  };
  for (const line of text.split('\n')) {
    const quote = unquote(line);
    if ((quote === null && quoted.length > 0) || (quote !== null && plain.length > 0)) flush();
    if (quote === null) plain.push(line);
    else quoted.push(quote);
  }
  flush();
  return parts;
}

function unquote(line: string): string | null {
  const mark = /^(?:&gt;|>) ?/.exec(line);
  return mark === null ? null : line.slice(mark[0].length);
}

function findMarkup(text: string, at: number, style: Style): Found | null {
  const mark = text[at];
  switch (mark) {
    case '<':
      return findAngle(text, at, style);
    case '`': {
      const span = findSpan(text, at, '`');
      if (span === null) return null;
      const code = { type: 'text' as const, text: unescapeText(span.inner) };
      return { end: span.end, elements: [styled(code, { ...style, code: true })] };
    }
    case ':': {
      const emoji = /^:([a-z0-9_+-]+):/.exec(text.slice(at, at + 60));
      // Between digits it is a time of day, as in 10:30:00.
      if (emoji?.[1] === undefined || !/[a-z+]/.test(emoji[1]) || /[\w:]/.test(text[at - 1] ?? '')) return null;
      return { end: at + emoji[0].length, elements: [{ type: 'emoji', name: emoji[1] }] };
    }
    case '*':
    case '_':
    case '~': {
      const span = findSpan(text, at, mark);
      if (span === null) return null;
      return { end: span.end, elements: parseInline(span.inner, { ...style, ...MARKS[mark] }) };
    }
    case 'h': {
      const url = /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"]/.exec(text.slice(at));
      if (url === null || /\w/.test(text[at - 1] ?? '')) return null;
      return { end: at + url[0].length, elements: [link(unescapeText(url[0]), undefined, style)] };
    }
    default:
      return null;
  }
}

/** A mark opens where no word touches it from outside, and closes likewise, on the same line. */
function findSpan(text: string, at: number, mark: string): { readonly end: number; readonly inner: string } | null {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') || /[\s]/.test(text[at + 1] ?? ' ')) return null;
  for (let close = text.indexOf(mark, at + 2); close !== -1; close = text.indexOf(mark, close + 1)) {
    const inner = text.slice(at + 1, close);
    if (inner.includes('\n')) return null;
    const closes = !/\s$/.test(inner) && !/[\p{L}\p{N}]/u.test(text[close + 1] ?? ' ');
    if (closes) return { end: close + 1, inner };
  }
  return null;
}

/** `<@U…>`, `<#C…|name>`, `<!here>`, `<!date^…>`, `<https://…|label>`. */
function findAngle(text: string, at: number, style: Style): Found | null {
  const token = /^<([^<>\n]+)>/.exec(text.slice(at));
  if (token?.[1] === undefined) return null;
  const [target = '', ...rest] = token[1].split('|');
  const label = rest.length === 0 ? undefined : unescapeText(rest.join('|'));
  const element = readTarget(unescapeText(target), label, style);
  return element === null ? null : { end: at + token[0].length, elements: [element] };
}

function readTarget(target: string, label: string | undefined, style: Style): RichTextElement | null {
  if (target.startsWith('@')) return styled({ type: 'user', user_id: target.slice(1) }, style);
  if (target.startsWith('#')) return styled({ type: 'channel', channel_id: target.slice(1) }, style);
  const broadcast = /^!(here|channel|everyone)$/.exec(target)?.[1];
  if (broadcast === 'here' || broadcast === 'channel' || broadcast === 'everyone') {
    return styled({ type: 'broadcast', range: broadcast }, style);
  }
  const date = /^!date\^(\d+)\^([^^]*)(?:\^(.+))?$/.exec(target);
  if (date !== null) {
    const [, timestamp, format = '', url] = date;
    const element = { type: 'date' as const, timestamp: Number(timestamp), format, fallback: label ?? format };
    return styled(url === undefined ? element : { ...element, url }, style);
  }
  if (target.startsWith('!')) return styled({ type: 'text', text: label ?? target }, style);
  return /^(https?:|mailto:|tel:)/i.test(target) ? link(target, label, style) : null;
}

function link(url: string, label: string | undefined, style: Style): RichTextElement {
  return styled(label === undefined ? { type: 'link', url } : { type: 'link', url, text: label }, style);
}

function styled<Element extends RichTextElement>(element: Element, style: Style): Element {
  return Object.keys(style).length === 0 ? element : { ...element, style };
}
