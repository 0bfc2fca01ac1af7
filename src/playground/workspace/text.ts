/**
 * Text as Slack carries it: three characters escaped, mentions and links in angle brackets.
 */

/** What a typed text may refer to. */
export interface Directory {
  readonly users: Iterable<{ readonly id: string; readonly name: string; readonly realName: string }>;
  readonly channels: Iterable<{ readonly id: string; readonly name: string }>;
}

/** Escapes `&`, `<` and `>`, the only three characters that Slack escapes. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What the composer makes of typed text: escaped, `@name` and `#channel` of this workspace as mentions, URLs as links,
 * `@here` and `@channel` as broadcasts. Names match whole, in any case; the longest wins.
 *
 * @param labelled Mentions carry their label (`<@U1|dana>`), as in slash commands; in messages they don't.
 */
export function encodeTyped(text: string, directory: Directory, labelled: boolean): string {
  const targets = mentionTargets(directory, labelled);
  let out = '';
  let at = 0;
  while (at < text.length) {
    const found = mentionAt(text, at, targets) ?? linkAt(text, at);
    if (found === undefined) {
      out += escapeText(text.charAt(at));
      at += 1;
    } else {
      out += found.encoded;
      at += found.length;
    }
  }
  return out;
}

interface Target {
  readonly typed: string;
  readonly encoded: string;
}

function mentionTargets(directory: Directory, labelled: boolean): Target[] {
  const targets: Target[] = [];
  for (const user of directory.users) {
    const encoded = labelled ? `<@${user.id}|${user.name}>` : `<@${user.id}>`;
    for (const name of [user.name, user.realName]) targets.push({ typed: `@${name.toLowerCase()}`, encoded });
  }
  for (const channel of directory.channels) {
    targets.push({ typed: `#${channel.name.toLowerCase()}`, encoded: `<#${channel.id}|${channel.name}>` });
  }
  for (const range of ['here', 'channel', 'everyone']) targets.push({ typed: `@${range}`, encoded: `<!${range}>` });
  return targets.sort((one, other) => other.typed.length - one.typed.length);
}

function mentionAt(text: string, at: number, targets: readonly Target[]) {
  const sign = text.charAt(at);
  if ((sign !== '@' && sign !== '#') || /[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return undefined;
  const rest = text.slice(at).toLowerCase();
  const target = targets.find(
    ({ typed }) => rest.startsWith(typed) && !/^[\p{L}\p{N}_-]/u.test(rest.slice(typed.length)),
  );
  return target && { encoded: target.encoded, length: target.typed.length };
}

function linkAt(text: string, at: number) {
  if (/[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return undefined;
  const url = /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'")\]]/.exec(text.slice(at))?.[0];
  return url === undefined ? undefined : { encoded: `<${escapeText(url)}>`, length: url.length };
}

/** The user ids mentioned in an encoded text. */
export function mentionedUsers(text: string): string[] {
  return Array.from(text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g), (match) => match[1] ?? '');
}
