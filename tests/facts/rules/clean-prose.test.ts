import { describe, expect, test } from 'vitest';
import { cleanProse } from '../../../src/facts/rules/clean-prose.ts';
import { runRule } from './run-rule.ts';

const TEXT = 'to close the Harbour Bridge to lorries.';
const AT = 'statements[council-closed-bridge].text: ';

describe('what a reader would stumble over is reported', () => {
  test.for([
    [
      'to close the half-\n      built Harbour Bridge.',
      '"half- built" has a space after its hyphen, as a line that ends in one leaves. Write "half-built" on one line.',
    ],
    ['to close  the Harbour Bridge.', 'two spaces stand side by side. Leave one.'],
    ['to close the Harbour Bridge , too.', '"Bridge ," has a space before the mark. Write "Bridge,".'],
    [
      'to close the\u00a0Harbour Bridge.',
      "the character U+00A0 can't be seen here. Take it out, or type a plain space.",
    ],
    [
      'to close the \u202eHarbour Bridge.',
      "the character U+202E can't be seen here. Take it out, or type a plain space.",
    ],
    [
      'to close the Harbour Cafe\u0301.',
      'letters and their accents are separate characters. Save it in the Unicode form NFC.',
    ],
  ])('%j', async ([text = '', problem]) => {
    expect(await runRule(cleanProse, { [TEXT]: text })).toEqual([AT + problem]);
  });

  test('in questions, quotes, titles and topics too', async () => {
    const found = await runRule(cleanProse, {
      'title: Council closes': 'title: Council  closes',
      'name: The repair': 'name: The  repair',
      'words: responsible choice': 'words: responsible  choice',
      'assumed: the council': 'assumed: the  council',
      '- How did the council': '- How  did the council',
    });
    expect(found.map((line) => line.split(':')[0])).toEqual([
      'article.title',
      'topics[repair].name',
      'statements[council-closed-bridge].asked_as[0]',
      'statements[council-closed-bridge].corrects[0].assumed',
      'statements[berg-safety-first].quotes[0].words',
    ]);
  });
});

describe('what only looks odd passes', () => {
  test.for([
    ['to close the two- and three-lane bridges to lorries.'],
    ['to close the Harbour Bridge – at last – to lorries…'],
    ['to close the Café to lorries.'],
  ])('%s', async ([text = '']) => {
    expect(await runRule(cleanProse, { [TEXT]: text })).toEqual([]);
  });
});
