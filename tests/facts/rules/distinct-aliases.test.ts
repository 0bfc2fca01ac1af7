import { expect, test } from 'vitest';
import { distinctAliases } from '../../../src/facts/rules/distinct-aliases.ts';
import { runRule } from './run-rule.ts';

test('names that stand for one entity each pass, several spellings of one name included', async () => {
  expect(await runRule(distinctAliases, {}, { '[Lind]': '[Lind, T. Lind, the engineer, engineer]' })).toEqual([]);
});

test('an alias or a name that stands for another entity too is reported, however it is spelt', async () => {
  const shared = { '[Lind]': '[Lind, the mayor berg]', 'name: Harbour Bridge': 'name: The harbour post' };
  expect(await runRule(distinctAliases, {}, shared)).toEqual([
    'entities[tom-lind].aliases[1]: "the mayor berg" stands for "anna-berg" too. ' +
      'A name stands for one entity: take it from one of them, or make it longer.',
    'entities[harbour-post].name: "Harbour Post" stands for "harbour-bridge" too. ' +
      'A name stands for one entity: take it from one of them, or make it longer.',
  ]);
});

test('an alias that is another entity’s name is reported at the alias, wherever it stands', async () => {
  expect(await runRule(distinctAliases, {}, { '[Berg, Mayor Berg]': '[Berg, Harbour Post]' })).toEqual([
    'entities[anna-berg].aliases[1]: "Harbour Post" stands for "harbour-post" too. ' +
      'A name stands for one entity: take it from one of them, or make it longer.',
  ]);
});

test('a name that one entity lists twice is reported', async () => {
  expect(await runRule(distinctAliases, {}, { '[Lind]': '[Lind, tom lind]' })).toEqual([
    'entities[tom-lind].aliases[1]: "tom lind" is listed already. Take this one out.',
  ]);
});
