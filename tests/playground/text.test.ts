import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTyped, escapeText, mentionedUsers } from '../../src/playground/workspace/text.ts';

const directory = {
  users: [
    { id: 'U1', name: 'dana', realName: 'Dana Reyes' },
    { id: 'U2', name: 'danas', realName: 'Dana' },
  ],
  channels: [{ id: 'C1', name: 'news' }],
};

describe('typed text', () => {
  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['&amp;', '&amp;amp;'],
    ['@dana hi', '<@U1> hi'],
    ['(@DANA)', '(<@U1>)'],
    ['@Dana Reyes, hi', '<@U1>, hi'],
    ['@Dana!', '<@U1>!'],
    ['@danas', '<@U2>'],
    ['@danae', '@danae'],
    ['me@dana', 'me@dana'],
    ['#news and #newsroom', '<#C1|news> and #newsroom'],
    ['@here @channel', '<!here> <!channel>'],
    ['see https://example.com/a?b=1&c=2.', 'see <https://example.com/a?b=1&amp;c=2>.'],
    ['<@U1>', '&lt;@U1&gt;'],
    ['<!channel>', '&lt;!channel&gt;'],
  ])('%s becomes %s', (typed, encoded) => {
    expect(encodeTyped(typed, directory, false)).toBe(encoded);
  });

  it('carries labels in commands', () => {
    expect(encodeTyped('@dana #news', directory, true)).toBe('<@U1|dana> <#C1|news>');
  });

  it('never lets typed brackets through', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '@', '!', 'a', ' ', 'U1') }), (typed) => {
        const encoded = encodeTyped(typed, { users: [], channels: [] }, false);
        expect(encoded).toBe(escapeText(typed));
      }),
    );
  });
});

it('finds who is mentioned', () => {
  expect(mentionedUsers('<@U1> and <@U2|dana>, not &lt;@U3&gt;')).toEqual(['U1', 'U2']);
});
