import { describe, expect, it } from 'vitest';
import { repliesTo, topLevel, toRows } from '../../src/playground/page/workspace/conversation.ts';
import { message } from './states.ts';

const ts = ({ ts }: { readonly ts: string }): string => ts;

describe('a channel', () => {
  const messages = [
    message('1.0', { threadTs: '1.0', replyCount: 2 }),
    message('2.0', { threadTs: '1.0' }),
    message('3.0', { threadTs: '1.0', broadcast: true }),
    message('4.0'),
  ];

  it('shows parents and single messages, and replies only where they were also sent to the channel', () => {
    expect(topLevel(messages).map(ts)).toEqual(['1.0', '3.0', '4.0']);
  });

  it('has the replies of a thread without their parent', () => {
    expect(repliesTo(messages, '1.0').map(ts)).toEqual(['2.0', '3.0']);
  });
});

describe('rows', () => {
  const rows = (...messages: readonly ReturnType<typeof message>[]): readonly string[] =>
    toRows(messages, 'Europe/Berlin').map(({ startsDay, continues }) =>
      startsDay ? 'day' : continues ? 'continues' : 'own head',
    );

  it('continue the one above by the same author for five minutes', () => {
    expect(rows(message('1000.0'), message('1200.0'), message('1600.0'))).toEqual(['day', 'continues', 'own head']);
  });

  it('start anew when what only one person sees follows what all see', () => {
    expect(rows(message('1000.0'), message('1001.0', { ephemeralTo: 'U1' }))).toEqual(['day', 'own head']);
  });

  it('start a day at midnight where the person is', () => {
    const beforeMidnight = String(Date.parse('2024-03-31T23:59:00+02:00') / 1000);
    const afterMidnight = String(Date.parse('2024-04-01T00:01:00+02:00') / 1000);
    expect(rows(message(beforeMidnight), message(afterMidnight))).toEqual(['day', 'day']);
  });
});
