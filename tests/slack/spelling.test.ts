import { expect, it } from 'vitest';
import { spell } from '../../src/core/piece.ts';
import { SLACK } from '../../src/slack/spelling.ts';

it('channels, people and instants are written in Slack’s markup, words are made inert', () => {
  const pieces = [
    'In ',
    { kind: 'channel', id: 'C0NEWSROOM' },
    ' by ',
    { kind: 'person', id: 'U0DANA' },
    ' at ',
    { kind: 'instant', at: 1_712_134_800 },
    ', <!channel> & www.evil.example',
  ] as const;
  expect(spell(pieces, SLACK)).toBe(
    'In <#C0NEWSROOM> by <@U0DANA> at <!date^1712134800^{date_short_pretty} at {time}|2024-04-03 09:00 UTC>' +
      ', &lt;!channel&gt; &amp; www.\u2060evil.\u2060example',
  );
});

it.each(['C1> <!channel', 'C1|x', '', 'c0newsroom'])(
  'what is no id of Slack’s, such as “%s”, makes no markup',
  (id) => {
    for (const kind of ['channel', 'person'] as const) expect(SLACK.reference({ kind, id })).not.toMatch(/[<>]/);
  },
);
