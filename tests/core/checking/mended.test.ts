import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/core/engine.ts';
import { loadShippedFacts } from '../questions.ts';

let engine: Engine;
let texts: readonly string[];
beforeAll(async () => {
  const facts = await loadShippedFacts();
  ({ engine } = facts);
  texts = facts.corpus.statements.flatMap(({ text, implies }) => [text, ...implies]);
});

const verdictOf = (claim: string) => engine.check(claim).kind;

describe('a claim is not supported', () => {
  test.each([
    ['where it denies something that no statement tells of', 'Jean-Pierre said she would not look into the meeting.'],
    ['where what is asked for elsewhere is what it says', 'NBC News gave the name of its source.'],
    [
      'where it was in another length of time',
      'The White House spoke of rescheduling within two hours of the cancellation.',
    ],
    ['where the vote was another', 'The Americans voted no.'],
    ['by a week where it names a day', 'The original meeting was scheduled for Tuesday.'],
    ['where what was sought is said to be found', 'A new date for the meeting was found.'],
    ['where it speaks of another', 'Someone other than Macron spoke of a war crime.'],
    ['where it speaks of nobody', 'No Palestinians shelter in Rafah.'],
    ['where a thing is said to be over', 'The White House said that the talks on a hostage deal were over.'],
    ['where what was planned is said to be for this month', 'The original meeting was scheduled for this month.'],
    ['where it turns what came first', 'First Netanyahu canceled, and only then did the council vote.'],
    ['where it puts a country where another is', 'Rafah is a town in Israel.'],
  ])('%s', (_, claim) => expect(verdictOf(claim)).not.toBe('supported'));
});

describe('a claim is not contradicted', () => {
  test.each([
    ['where two things are parted by a "before"', 'Harris gave her warning before the trip was called off.'],
    ['where what is not said is only who it was', 'NBC News did not say who told it so.'],
    ['where something else is denied', 'CNN reported what Blinken and Sullivan will stress.'],
    ['where somebody else spoke of it with more words', 'Macron has spoken out on a possible invasion.'],
    ['where it compares an amount', 'More than ten countries voted for the resolution.'],
  ])('%s', (_, claim) => expect(verdictOf(claim)).not.toBe('contradicted'));

  test('where it is a sentence that a statement gives leave to say', () => {
    expect(texts.filter((text) => verdictOf(text) === 'contradicted')).toEqual([]);
  });
});

describe('a claim is supported', () => {
  test.each([
    ['where a day is all that it says of the meeting', 'The meeting is on Monday.'],
    ['where a second clause says who it was', 'The resolution passed, and it was Harris who spoke of a huge mistake.'],
    ['whatever leads to it', 'Just confirming that Macron spoke of a war crime.'],
    ['whatever is asked behind it', 'So the delegation was bound for Washington, correct?'],
    ['whoever is asked whether it can be said', 'Can I say that the vote was not unanimous?'],
    ['within a longer time than it took', 'Netanyahu canceled the trip within an hour of the vote.'],
  ])('%s', (_, claim) => expect(verdictOf(claim)).toBe('supported'));
});

describe('a claim is contradicted', () => {
  test.each([
    [
      'where questions like it assume what a statement contradicts',
      'Netanyahu has dropped his threat to invade Rafah.',
    ],
    ['where it denies what the same word says', 'NBC News gave the name of the official.'],
    ['where it took longer', 'Jean-Pierre spoke of rescheduling within an hour of the cancellation.'],
    ['where it speaks of nobody who was told of', 'No Palestinians are in Rafah seeking refuge.'],
  ])('%s', (_, claim) => expect(verdictOf(claim)).toBe('contradicted'));
});
