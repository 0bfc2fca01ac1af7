import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, removeMention, unescapeText, unlinkText } from '../../src/slack/escape.ts';
import { typedText } from '../core/arbitrary-reply.ts';

describe('text on its way to Slack', () => {
  it('has its three special characters escaped, the ampersand first', () => {
    expect(escapeText('<!channel> & &lt;')).toBe('&lt;!channel&gt; &amp; &amp;lt;');
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(typedText, (text) => {
        expect(escapeText(text)).not.toMatch(/[<>]/);
        expect(unescapeText(escapeText(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['https://evil.example/a', 'https:\u2060//evil.\u2060example/a'],
    ['www.evil.example', 'www.\u2060evil.\u2060example'],
    ['me@evil.example', 'me@\u2060evil.\u2060example'],
  ])('%s is not made a link by Slack', (text, parted) => {
    expect(unlinkText(text)).toBe(parted);
  });

  it.each(['U.S.', 'the U.S.-Israeli meeting', 'Washington, D.C.', 'Key Background 1.2.', 'One. Two', '9 a.m.'])(
    '%s stays as it is',
    (text) => {
      expect(unlinkText(text)).toBe(text);
    },
  );
});

describe('text on its way from Slack', () => {
  it.each([
    ['cease-fire &amp; hostages &lt;3', 'cease-fire & hostages <3'],
    ['&amp;lt;', '&lt;'],
    ['see <https://example.com|the page>', 'see the page'],
    ['see <https://example.com/a?b=1&amp;c=2>', 'see https://example.com/a?b=1&c=2'],
    ['<mailto:me@example.com|me@example.com>', 'me@example.com'],
    ['ask <@U123|dana> now', 'ask   now'],
    ['ask <@U123> now', 'ask   now'],
    ['in <#C123|general>', 'in general'],
    ['<!here> and <!subteam^S1>', '  and  '],
    ['<!subteam^S1|@editors> of it', '  of it'],
    ['<!date^1711987200^{date}|1 April 2024>', '1 April 2024'],
    ['5 < 6 > 4', '5 < 6 > 4'],
  ])('%s', (text, meant) => {
    expect(unescapeText(text)).toBe(meant);
  });
});

describe('a mention', () => {
  it('of the bot is removed wherever it stands, and no other', () => {
    const text = '<@U1> who is <@U2>, <@U1|rafah>?';
    expect(removeMention(text, 'U1').trim().replace(/\s+/g, ' ')).toBe('who is <@U2>, ?');
  });
});
