import { expect, test } from 'vitest';
import { attributionKinds } from '../../../src/facts/rules/attribution-kinds.ts';
import { runRule } from './run-rule.ts';

test('a person as speaker and an outlet to report it pass', async () => {
  expect(await runRule(attributionKinds)).toEqual([]);
});

test('an outlet as speaker and a person to report it are reported', async () => {
  const swapped = { 'speaker: tom-lind, through: harbour-post': 'speaker: harbour-post, through: tom-lind' };
  expect(await runRule(attributionKinds, swapped)).toEqual([
    `statements[lind-cracks].attribution.speaker: "harbour-post" is of the kind "outlet", not one ` +
      'who speaks. Name an outlet in "through".',
    `statements[lind-cracks].attribution.through: "tom-lind" is of the kind "person", not an outlet. ` +
      'Name who said it in "speaker"; "through" is the outlet that reported it.',
  ]);
});

test('a place says nothing', async () => {
  expect(await runRule(attributionKinds, { '{ speaker: anna-berg }': '{ speaker: northport }' })).toEqual([
    `statements[berg-safety-first].attribution.speaker: "northport" is of the kind "place", not one ` +
      'who speaks. Name one of person, body, group, document.',
  ]);
});
