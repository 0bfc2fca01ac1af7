import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/core/corpus.ts';
import { createEngine, type Engine, type EngineIndex } from '../../src/core/engine.ts';
import { loadShippedFacts, readAllQuestions } from './questions.ts';

let corpus: Corpus;
let engine: Engine;
let index: EngineIndex;
let questions: readonly string[];

beforeAll(async () => {
  ({ corpus, engine, index } = await loadShippedFacts());
  questions = await readAllQuestions();
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('who', 'rafah', 'not', 'vote', 'U.S.', '"', "'", '?', 'call', 'off', '14', 'he', 'and'), {
        maxLength: 30,
      })
      .map((words) => words.join(' ')),
  );

  test('is answered with a citation or met with silence, never with an error', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (question, previous) => {
        const answer = engine.answer(question, previous);
        if (answer.status === 'answered') {
          expect(answer.hits.length).toBeLessThanOrEqual(5);
          for (const { statement, score } of answer.hits) {
            expect(statement.citation.locator).not.toBe('');
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            expect(Math.round(score * 100) / 100).toBe(score);
          }
          if (answer.premise !== null) expect(answer.hits[0].statement).toBe(answer.premise.correctedBy);
        } else expect(answer.related.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('is judged as a claim without an error', () => {
    fc.assert(
      fc.property(text, (claim) => ['supported', 'contradicted', 'not_stated'].includes(engine.check(claim).kind)),
    );
  });
});

test('equal questions give equal answers, whatever was asked before and whichever engine answers', () => {
  const other = createEngine(corpus, index);
  for (const question of [...questions].reverse()) other.answer(question);
  for (const question of questions) expect(engine.answer(question)).toEqual(other.answer(question));
});

test.each([
  ['white space', (question: string) => `  ${question.replaceAll(' ', '   ')} `],
  ['typographic quotes', (question: string) => question.replaceAll("'", '’').replace(/"([^"]*)"/gu, '“$1”')],
])('%s changes nothing', (_, change) => {
  for (const question of questions) {
    expect({ ...engine.answer(change(question)), question }).toEqual(engine.answer(question));
  }
});

describe('silence says why', () => {
  test.each([
    ['lol ok thx', { kind: 'no_question' }],
    ['', { kind: 'no_question' }],
    ['best falafel near the office?', { kind: 'outside' }],
    ["What is Yoav Gallant's view on the Rafah operation?", { kind: 'unknown_name', names: ['Yoav', "Gallant's"] }],
    ['What did Harris say about the hostages?', { kind: 'not_stated' }],
  ])('%s', (question, silence) => {
    const answer = engine.answer(question);
    expect(answer.status === 'not_stated' && answer.silence).toEqual(silence);
  });
});

describe('what asks for nothing', () => {
  test.each(['hello', 'Hello!', 'ok', 'yes', 'lol', '?', '...', '🎉🎉', 'https://example.com/vote'])(
    'is no follow-up on the question before it: "%s"',
    (text) => {
      for (const previous of ['How did the US vote?', 'Comment les États-Unis ont-ils voté ?']) {
        expect(engine.answer(text, [previous])).toEqual(engine.answer(text));
      }
      expect(engine.answer(text)).toMatchObject({ status: 'not_stated', silence: { kind: 'no_question' } });
    },
  );

  test('is a link, too, beside a question', () => {
    const question = 'How did the US vote? https://www.example.com/les/votes-du-2024-04-09.html';
    expect(engine.answer(question)).toEqual({ ...engine.answer('How did the US vote?'), question });
  });
});

describe('what a question takes for granted and the article contradicts is corrected first', () => {
  test.each([
    ['Why did the US veto the resolution?', 'the United States vetoed the resolution', 'us-no-veto'],
    ['why did Biden call attacking Rafah a huge mistake?', 'Joe Biden said "be a huge mistake"', 'harris-mistake'],
    ['Why did Scholz call an invasion a war crime?', 'Scholz said "war crime"', 'macron-war-crime'],
  ])('%s', (question, assumed, by) => {
    const answer = engine.answer(question);
    expect(answer.status === 'answered' && answer.premise).toMatchObject({ assumed, correctedBy: { id: by } });
  });

  test('and whether an editor worded the assumption, or a rule did with what was typed, is told', () => {
    const premise = (question: string) => {
      const answer = engine.answer(question);
      return answer.status === 'answered' ? answer.premise : null;
    };
    expect(premise('Why did the US veto the resolution?')).toMatchObject({ written: true });
    expect(premise('Why did Biden call attacking Rafah a huge mistake?')).toMatchObject({ written: false });
  });

  test.each([
    'Did the US veto the resolution?',
    'Did the US abstain or vote against the resolution?',
    'Why did Netanyahu cancel the delegation that Biden requested?',
    'What did Harris call a huge mistake?',
  ])('and nothing is corrected in "%s"', (question) => {
    expect(engine.answer(question)).toMatchObject({ status: 'answered', premise: null });
  });
});

describe('a claim is judged', () => {
  test.each([
    ['The U.S. abstained from the vote.', 'supported'],
    ['14 countries voted in favor of it and the U.S. abstained', 'supported'],
    ['Harris said that attacking Rafah would be a huge mistake', 'supported'],
    ['The U.S. did not veto the resolution', 'supported'],
    ['The U.S. vetoed the resolution', 'contradicted'],
    ['Biden said an attack would be a huge mistake', 'contradicted'],
    ['13 countries voted in favor', 'contradicted'],
    ['Rafah is in northern Gaza', 'contradicted'],
    ['Macron did not call an invasion a war crime', 'contradicted'],
    ['Two million Palestinians are in Rafah', 'contradicted'],
    ['Hamas welcomed the resolution', 'not_stated'],
    ['The meeting starts at 10 am', 'not_stated'],
    ['Blinken said he opposes the invasion', 'not_stated'],
    ['Did the US abstain?', 'supported'],
    ['How did the US vote?', 'not_stated'],
    ['Why did the US veto the resolution?', 'contradicted'],
  ])('%s: %s', (claim, kind) => {
    expect(engine.check(claim).kind).toBe(kind);
  });

  test('part by part where it has several; one contradicted part contradicts the whole', () => {
    const verdict = engine.check('The U.S. abstained and Biden canceled the meeting');
    expect(verdict.kind).toBe('contradicted');
    expect(verdict.parts?.map(({ claim, judgement }) => [claim, judgement.kind])).toEqual([
      ['The U.S. abstained', 'supported'],
      ['Biden canceled the meeting', 'contradicted'],
    ]);
  });
});
