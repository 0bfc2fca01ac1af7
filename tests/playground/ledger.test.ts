import { expect, it } from 'vitest';
import { methods } from '../../src/playground/api/api.ts';
import { eventScopes } from '../../src/playground/delivery/events.ts';
import { interactionTypes } from '../../src/playground/delivery/link.ts';
import { authorizePath } from '../../src/playground/installs.ts';
import { ledger } from '../../src/playground/ledger.ts';
import type { LedgerEntry } from '../../src/playground/protocol.ts';
import { startSlack } from './local-slack.ts';

const named = (group: LedgerEntry['group']) =>
  ledger
    .filter((entry) => entry.group === group)
    .map(({ name }) => name)
    .sort();

it('has every method of the Web API, and no other', () => {
  expect(named('web api')).toEqual([...methods.keys()].sort());
});

it('has every event, and no other', () => {
  expect(named('event')).toEqual(Object.keys(eventScopes).sort());
});

it('has slash commands and every kind of interaction, and no other', () => {
  expect(named('interaction')).toEqual(['slash commands', ...interactionTypes].sort());
});

it('has the OAuth page', () => {
  expect(named('oauth')).toEqual([authorizePath]);
});

it('is what the routes answer to: every method in it is known, no other is', async () => {
  const slack = await startSlack();
  const errorOf = async (method: string) => {
    const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST' });
    return ((await response.json()) as { error?: string }).error;
  };
  for (const name of named('web api')) expect(await errorOf(name), name).not.toBe('unknown_method');
  for (const name of ['chat.meMessage', 'users.list', 'toString', ''])
    expect(await errorOf(name)).toBe('unknown_method');
});

it('is served to the page', async () => {
  const slack = await startSlack();
  expect(await (await fetch(`${slack.url}/_playground/ledger`)).json()).toEqual(ledger);
});

it('is written out in docs/playground-ledger.md (`npx vitest run tests/playground/ledger.test.ts -u` writes it)', async () => {
  const titles: Readonly<Record<LedgerEntry['group'], string>> = {
    'web api': 'Web API',
    rules: 'What all methods share',
    delivery: 'Delivery to the app',
    event: 'Events',
    interaction: 'Interactions',
    oauth: 'OAuth',
  };
  const groups = [...new Set(ledger.map(({ group }) => group))].map((group) => {
    const rows = ledger.filter((entry) => entry.group === group);
    const lines = rows.map(({ name, fidelity, notes }) => `| \`${name}\` | ${fidelity} | ${notes} |`);
    return [
      `## ${titles[group]}`,
      '',
      '| | fidelity | what there is, what differs |',
      '| --- | --- | --- |',
      ...lines,
    ].join('\n');
  });
  const intro =
    '`full` behaves as Slack’s documentation says, `close` differs where no bot is likely to look, `partial` does the common part. Anything not listed isn’t there: an unlisted method answers `unknown_method`.';
  const text = `${['# What the playground emulates, and how faithfully', intro, ...groups].join('\n\n')}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/playground-ledger.md');
});
