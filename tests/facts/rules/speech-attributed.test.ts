import { describe, expect, test } from 'vitest';
import { speechAttributed } from '../../../src/facts/rules/speech-attributed.ts';
import { runRule } from './run-rule.ts';

const TEXT = 'The repair of the Harbour Bridge will cost';
const AT = `statements[repair-cost].text: `;

describe('somebody’s claim without an attribution is reported', () => {
  test.for([
    ['Mayor Anna Berg said that the repair will cost', 'Anna Berg', 'anna-berg'],
    ['Berg has also warned that the repair will cost', 'Berg', 'anna-berg'],
    ['The mayor, in a speech, told people that it will cost', 'mayor', 'anna-berg'],
    ['According to the City Council, the repair will cost', 'City Council', 'city-council'],
    ['The Harbour Post reported that the repair will cost', 'Harbour Post', 'harbour-post'],
  ])('%s', async ([text = '', written, id]) => {
    expect(await runRule(speechAttributed, { [TEXT]: text })).toEqual([
      `${AT}the text gives this to ${written}, but its attribution does not name "${id}". ` +
        'Name who says it in attribution.speaker, or the outlet in attribution.through.',
    ]);
  });
});

describe('what nobody says passes', () => {
  test.for([
    ['The council voted that the repair may cost'],
    ['Berg and the engineer, a man of few words, saw that the repair will cost'],
    ['The repair that Berg asked for will cost'],
    ['Berg’s report on the repair says it will cost'],
    ['The closure that was reported to Berg will cost'],
  ])('%s', async ([text = '']) => {
    expect(await runRule(speechAttributed, { [TEXT]: text })).toEqual([]);
  });
});

test('a claim given to another than the one who says it in the text is reported', async () => {
  expect(await runRule(speechAttributed, { 'Mayor Anna Berg said': 'City engineer Tom Lind said' })).toEqual([
    `statements[berg-safety-first].text: the text gives this to Tom Lind, but its attribution does ` +
      'not name "tom-lind". Name who says it in attribution.speaker, or the outlet in attribution.through.',
  ]);
});
