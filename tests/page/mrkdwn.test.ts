import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMrkdwn, toPlainText } from '../../src/playground/page/blocks/mrkdwn.ts';

/** The elements of a text that is one paragraph. */
function inline(text: string) {
  const [part, ...others] = parseMrkdwn(text);
  expect(others).toEqual([]);
  return part?.elements;
}

const nameless = (id: string): string => id;

describe('mrkdwn', () => {
  it('reads one asterisk as bold, underscores as italic, tildes as struck, backticks as code', () => {
    expect(inline('*a* _b_ ~c~ `d`')).toEqual([
      { type: 'text', text: 'a', style: { bold: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'b', style: { italic: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'c', style: { strike: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'd', style: { code: true } },
    ]);
  });

  it('nests marks', () => {
    expect(inline('*bold _and italic_*')).toEqual([
      { type: 'text', text: 'bold ', style: { bold: true } },
      { type: 'text', text: 'and italic', style: { bold: true, italic: true } },
    ]);
  });

  it.each([
    '14 of 15 * 3 * 4',
    'snake_case_word',
    '2*3*4',
    '# no heading',
    '1. no list',
    '- no list',
    '[no](link)',
    '![no](picture)',
    'at 10:30:00 sharp',
    'a * b* c',
    '*not\nbold*',
  ])('leaves %j letter for letter', (text) => {
    expect(inline(text)).toEqual([{ type: 'text', text }]);
  });

  it('shows escaped characters as themselves, never as markup', () => {
    expect(inline('&lt;!channel&gt; &lt;b&gt; &amp;lt; R&amp;D')).toEqual([
      { type: 'text', text: '<!channel> <b> &lt; R&D' },
    ]);
  });

  it('reads mentions, channels, broadcasts, links and dates', () => {
    expect(inline('<@U1> <#C1|general> <!here> <https://example.org/?a=1&amp;b=2|R&amp;D>')).toEqual([
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: ' ' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'text', text: ' ' },
      { type: 'broadcast', range: 'here' },
      { type: 'text', text: ' ' },
      { type: 'link', url: 'https://example.org/?a=1&b=2', text: 'R&D' },
    ]);
    expect(inline('<!date^1711987200^{date_num} at {time}|1 April>')).toEqual([
      { type: 'date', timestamp: 1711987200, format: '{date_num} at {time}', fallback: '1 April' },
    ]);
  });

  it('makes a link of a bare address, without the full stop after it', () => {
    expect(inline('See https://example.org/a.')).toEqual([
      { type: 'text', text: 'See ' },
      { type: 'link', url: 'https://example.org/a' },
      { type: 'text', text: '.' },
    ]);
  });

  it.each(['<javascript:alert(1)|click>', '<data:text/html,x>'])('makes no link of %j', (text) => {
    expect(JSON.stringify(parseMrkdwn(text))).not.toContain('"link"');
  });

  it('reads an emoji by name, but not a time of day', () => {
    expect(inline(':wave: at 9:15:00')).toEqual([
      { type: 'emoji', name: 'wave' },
      { type: 'text', text: ' at 9:15:00' },
    ]);
  });

  it('keeps quotes, fences and text in their order', () => {
    expect(
      parseMrkdwn('before\n&gt; quoted\n&gt; twice\nafter\n```\n*code* &lt;b&gt;\n```').map(({ type }) => type),
    ).toEqual(['rich_text_section', 'rich_text_quote', 'rich_text_section', 'rich_text_preformatted']);
    expect(parseMrkdwn('```*code* &lt;b&gt;```')[0]?.elements).toEqual([{ type: 'text', text: '*code* <b>' }]);
  });

  it('loses no letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *_~`:\n>&<') }), (text) => {
        const letters = (words: string): string => words.replace(/[^ab]/g, '');
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const shown = JSON.stringify(parseMrkdwn(escaped), (key, value) => (key === 'type' ? undefined : value));
        const words = [...shown.matchAll(/"(?:text|name)":("(?:[^"\\]|\\.)*")/g)].map(([, word]) =>
          JSON.parse(word ?? ''),
        );
        expect(letters(words.join(''))).toBe(letters(text));
      }),
    );
  });

  it('shows what was escaped just as it was typed, where it has no marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab <>&;#!|@"\'()[]/') }), (text) => {
        fc.pre(text.trim() !== '' && !text.startsWith('>'));
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(inline(escaped)).toEqual([{ type: 'text', text }]);
      }),
    );
  });
});

describe('plain text of mrkdwn', () => {
  it('has the words without the marks, and names instead of ids', () => {
    const text = '*Bold* words for <@U1> in <#C1>\n&gt; quoted &amp; <https://example.org|linked>';
    expect(toPlainText(text, (id) => ({ U1: 'Maya', C1: 'general' })[id] ?? id)).toBe(
      'Bold words for @Maya in #general\nquoted & linked',
    );
  });

  it('is never longer than what it was made from', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toPlainText(text, nameless).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
