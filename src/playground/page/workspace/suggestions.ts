/** What the composer offers to complete at the caret: commands, people, channels. */
import type { State } from '../../protocol.ts';
import { COMMAND_EXAMPLES } from './examples.ts';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** The whole text of the composer once this is chosen, and where the caret stands then. */
  readonly text: string;
  readonly caret: number;
}

export interface Suggestions {
  readonly title: string;
  readonly items: readonly Suggestion[];
  /** Whether Enter takes the first at once; otherwise an arrow key has to be pressed before. */
  readonly eager: boolean;
}

const MAX_ITEMS = 8;

/** `null` where there is nothing to offer. */
export function suggest(state: State, text: string, caret: number, inThread: boolean): Suggestions | null {
  const found = (inThread ? null : suggestCommands(state, text)) ?? suggestNames(state, text, caret);
  return found === null || found.items.length === 0 ? null : found;
}

function suggestCommands(state: State, text: string): Suggestions | null {
  if (!text.startsWith('/')) return null;
  const whole = (key: string, label: string, hint: string, next: string): Suggestion => ({
    key,
    label,
    hint,
    text: next,
    caret: next.length,
  });
  const typed = text.toLowerCase();
  if (!typed.includes(' ')) {
    const items = state.commands
      .filter(({ command }) => command.startsWith(typed))
      .map(({ command, usageHint, description }) =>
        whole(command, usageHint === '' ? command : `${command} ${usageHint}`, description, `${command} `),
      );
    return { title: 'Commands', items, eager: true };
  }
  const items = COMMAND_EXAMPLES.filter((example) => example.text.startsWith(typed) && example.text !== typed)
    .filter((example) => state.commands.some(({ command }) => example.text.startsWith(`${command} `)))
    .map((example) => whole(example.text, example.text, example.about, example.text));
  return { title: 'For example', items, eager: false };
}

function suggestNames(state: State, text: string, caret: number): Suggestions | null {
  const token = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  if (token === null) return null;
  const [, sign = '', typed = ''] = token;
  const from = caret - typed.length - 1;
  const wanted = typed.toLowerCase();
  const matches = (...names: readonly string[]): boolean => names.some((name) => name.toLowerCase().startsWith(wanted));
  const insert = (key: string, handle: string, label: string, hint: string): Suggestion => {
    const before = `${text.slice(0, from)}${sign}${handle} `;
    return { key, label, hint, text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
  };
  const items =
    sign === '@'
      ? state.users
          .filter(({ kind, name, realName }) => kind !== 'slackbot' && matches(name, ...realName.split(' ')))
          .sort((a, b) => Number(b.kind === 'bot') - Number(a.kind === 'bot'))
          .map(({ id, name, realName, kind }) =>
            insert(id, name, realName, kind === 'bot' ? `@${name} · app` : `@${name}`),
          )
      : state.channels
          .filter(({ kind, name }) => kind === 'public' && matches(name))
          .map(({ id, name, topic }) => insert(id, name, `#${name}`, topic));
  return { title: sign === '@' ? 'People and apps' : 'Channels', items: items.slice(0, MAX_ITEMS), eager: true };
}
