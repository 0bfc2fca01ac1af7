import { expect, test } from 'vitest';
import { allUsed } from '../../../src/facts/rules/all-used.ts';
import { runRule } from './run-rule.ts';

test('entities that are named as subject, speaker, outlet or side pass', async () => {
  expect(await runRule(allUsed)).toEqual([]);
});

test('an entity and a topic that nothing names are reported', async () => {
  const found = await runRule(
    allUsed,
    { 'topics:\n  -': 'topics:\n  - id: fishing\n    name: Fishing\n  -' },
    { 'entities:\n': 'entities:\n  - id: old-pier\n    kind: place\n    name: Old Pier\n' },
  );
  expect(found).toEqual([
    `topics[fishing].id: no statement uses the topic "fishing". Use it, or take it out.`,
    'entities[old-pier].id: no statement uses the entity "old-pier". Use it, or take it out.',
  ]);
});

test('while a statement could not be read, what it may use is not called unused', async () => {
  expect(await runRule(allUsed, { 'text: City engineer': 'txt: City engineer' })).toEqual([]);
});
