/** Slack's markup: what goes out is made inert, what comes in is made plain. */

/**
 * Escapes as Slack asks: only these three, `&` first. With it no text can mention a person, a group or a channel, or
 * make a link. For `text` and mrkdwn; plain_text and rich_text are not markup and take text as it is.
 */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

/**
 * Parts what Slack would turn into a link by itself in a message's top-level text ("http://a.b", "www.a.b", "a.com",
 * "me@a.com") by an invisible word joiner. Abbreviations ("U.S.", "D.C.") stay as they are.
 */
export function unlinkText(text: string): string {
  if (!LIKE_LINK.test(text)) return text;
  return text
    .replace(/:(?=\/\/)/g, `:${WORD_JOINER}`)
    .replace(/@(?=\S)/g, `@${WORD_JOINER}`)
    .replace(/\.(?<=[\p{L}\p{N}-]\.)(?=\p{L}{2})/gu, `.${WORD_JOINER}`);
}

/** All that is a link, and a little more: most texts have nothing to part. */
const LIKE_LINK = /:\/\/|@\S|\.\p{L}{2}/u;

const WORD_JOINER = '\u2060';

/**
 * Slack's text as the person meant it: links by their label or address, channels by name, dates by their fallback,
 * entities unescaped. Mentions of people and groups are left out, with a name (as commands have them) as without (as
 * messages have them), and so are "@here" and its like: who is in the workspace is no word of the question.
 */
export function unescapeText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<([^<>\s][^<>]*)>/g, (_, inner: string) => unescapeReference(inner))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function unescapeReference(inner: string): string {
  const [target = '', label = ''] = splitOnce(inner, '|');
  if (/^(@|!subteam)/.test(target)) return ' ';
  if (label !== '') return label.replace(/^#/, '');
  if (/^[#!]/.test(target)) return ' ';
  return target.replace(/^mailto:/, '');
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + at.length)];
}

/** Removes each mention of one user (`<@U123>`, `<@U123|name>`). */
export function removeMention(text: string, userId: string): string {
  return text.replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (mention, id: string) => (id === userId ? ' ' : mention));
}
