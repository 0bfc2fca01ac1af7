import { describe, expect, test } from 'vitest';
import { oneSentence } from '../../../src/facts/rules/one-sentence.ts';
import { runRule } from './run-rule.ts';

const TEXT = "Northport's City Council voted 7 to 2 on 29 April 2024 to close the Harbour Bridge to lorries.";
const AT = `statements[council-closed-bridge].text: `;

describe('one whole sentence passes', () => {
  test.for([
    ['Officials of the U.S. Navy came to Washington, D.C., for talks with Gen. Lee and Dr. No at 9 a.m. sharp.'],
    ['The mayor called it “right.”'],
    ['“Right. And good,” the mayor said.'],
    ['14 of 15 members voted for it.'],
    ['Élan is a word.'],
  ])('%s', async ([text = '']) => {
    expect(await runRule(oneSentence, { [TEXT]: JSON.stringify(text) })).toEqual([]);
  });
});

describe('anything else is reported', () => {
  test.for([
    [
      'The bridge is closed. The mayor agreed.',
      'a second sentence starts at "The mayor agreed.". Make one sentence of it, or one statement of each.',
    ],
    [
      'Is it closed? Yes, it is.',
      'a second sentence starts at "Yes, it is.". Make one sentence of it, or one statement of each.',
    ],
    ['the bridge is closed.', 'the text does not start like a sentence. Start with a capital letter.'],
    ['The bridge is closed', 'the text does not end in a full stop. Write one whole sentence.'],
    ['Is the bridge closed?', 'the text does not end in a full stop. Write one whole sentence.'],
  ])('%s', async ([text = '', problem]) => {
    expect(await runRule(oneSentence, { [TEXT]: JSON.stringify(text) })).toEqual([`${AT}${problem}`]);
  });
});
