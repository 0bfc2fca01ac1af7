import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/playground/page/workspace/suggestions.ts';
import { channel, person, state } from './states.ts';

const workspace = state({
  users: [
    person('U1', 'maya', 'Maya Chen'),
    person('U2', 'omar', 'Omar Haddad'),
    { ...person('U3', 'rafah', 'Rafah Facts'), kind: 'bot' },
  ],
  channels: [channel('C1', 'general'), channel('C2', 'policy-desk')],
  commands: [{ command: '/rafah', description: 'Cited facts', usageHint: '[question] or help' }],
});

/** Labels of what is offered when the caret stands at `|`. */
function offered(text: string, inThread = false): readonly string[] {
  const caret = text.indexOf('|');
  return suggest(workspace, text.replace('|', ''), caret, inThread)?.items.map(({ label }) => label) ?? [];
}

/** The text after the first suggestion is taken, with `|` for the caret. */
function taken(text: string): string | undefined {
  const caret = text.indexOf('|');
  const first = suggest(workspace, text.replace('|', ''), caret, false)?.items[0];
  return first && `${first.text.slice(0, first.caret)}|${first.text.slice(first.caret)}`;
}

describe('suggestions', () => {
  it('offer the commands that begin as typed, with how to use them', () => {
    expect(offered('/|')).toEqual(['/rafah [question] or help']);
    expect(offered('/ra|')).toEqual(['/rafah [question] or help']);
    expect(offered('/x|')).toEqual([]);
    expect(taken('/r|')).toBe('/rafah |');
  });

  it('offer what to ask once the command is there, narrowed by what follows', () => {
    expect(offered('/rafah |').length).toBeGreaterThan(5);
    expect(offered('/rafah ti|')).toEqual(['/rafah timeline']);
    expect(offered('/rafah timeline|')).toEqual([]);
  });

  it('offer no command in a thread, where commands do not run', () => {
    expect(offered('/ra|', true)).toEqual([]);
  });

  it('offer people and the app for an @, the app first', () => {
    expect(offered('@|')).toEqual(['Rafah Facts', 'Maya Chen', 'Omar Haddad']);
    expect(offered('hello @ha|')).toEqual(['Omar Haddad']);
    expect(offered('mail@ra|')).toEqual([]);
  });

  it('put the name where the caret is and keep what stands after it', () => {
    expect(taken('ask @ra| today')).toBe('ask @rafah |today');
    expect(taken('(@om|')).toBe('(@omar |');
  });

  it('offer channels for a #', () => {
    expect(offered('see #po|')).toEqual(['#policy-desk']);
  });
});
