import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Corpus } from '../../../src/core/corpus.ts';
import { createEngine, type Engine } from '../../../src/core/engine.ts';
import { createGuess, type Guess, indexGuess } from '../../../src/core/learned/guess.ts';
import { createOwnReader, createReader } from '../../../src/core/question/analysis.ts';
import { questionsFileSchema } from '../../../src/core/questions-schema.ts';
import { ferryCorpus } from '../fixture.ts';
import { loadShippedFacts } from '../questions.ts';

const QUESTIONS = questionsFileSchema.parse({
  answered: [
    { statement: 'fares-double', questions: ['What will a crossing cost?', 'crossing price', 'price of a ticket'] },
    { statement: 'talks-start', questions: ['On what day did they sit down?', 'day of the sit-down'] },
  ],
  assuming: [
    {
      statement: 'fares-double',
      assumed: 'a crossing gets cheaper',
      questions: ['Why does a crossing get cheaper?', 'crossing gets cheaper when'],
    },
  ],
  follow_ups: [
    { after: ['talks-start'], statement: 'moss-calls-ferry-lifeline', questions: ['And Moss?', 'so Moss?'] },
    {
      after: ['talks-start'],
      statement: 'talks-start',
      assumed: 'they failed',
      questions: ['so they failed?', 'and failed?'],
    },
  ],
  small_talk: ['hello there', 'well hello'],
  silent: ['Who captains the boat?', 'captain of the boat', 'boat captain name'],
});

function guessIn(corpus: Corpus): ((text: string) => Guess) | null {
  const reader = createReader(createOwnReader(corpus).index());
  const index = indexGuess(corpus, reader);
  if (index === null) return null;
  const guess = createGuess(index, reader.terms);
  return (text) => guess(reader.read(text));
}

describe('a guess', () => {
  const corpus: Corpus = { ...ferryCorpus(), questions: QUESTIONS };
  const guess = guessIn(corpus);
  if (guess === null) throw new Error('there are questions to learn from');
  const likeliest = (text: string): string | undefined => {
    const [best] = [...guess(text).likely].sort(([, a], [, b]) => b.share - a.share);
    return corpus.statements[best?.[0] ?? -1]?.id;
  };

  it.each([
    ['the price of crossing', 'fares-double'],
    ['which day was the sit-down?', 'talks-start'],
  ])('of %j finds the statement whose questions have its words: %s', (text, id) => {
    expect(likeliest(text)).toBe(id);
    expect(guess(text).silent).toBeLessThan(0.5);
  });

  it('knows what questions like it assume', () => {
    const place = corpus.statements.findIndex(({ id }) => id === 'fares-double');
    const likely = guess('why would a crossing get cheaper').likely.get(place);
    expect(likely?.assumed).toBe('a crossing gets cheaper');
    expect(likely?.correcting).toBeGreaterThan((likely?.share ?? 0) / 2);
  });

  it('knows what a follow-up assumes', () => {
    const place = corpus.statements.findIndex(({ id }) => id === 'talks-start');
    expect(guess('so they failed?').likely.get(place)?.assumed).toBe('they failed');
  });

  it('expects silence for what is like the questions that nothing answers, and tells small talk', () => {
    expect(guess("the boat captain's name").silent).toBeGreaterThan(0.5);
    expect(guess('hello hello').smallTalk).toBeGreaterThan(0.4);
  });

  it('gives shares of 1', () => {
    const { silent, likely } = guess('anything at all, with words nobody wrote');
    const total = [...likely.values()].reduce((sum, { share }) => sum + share, silent);
    expect(total).toBeCloseTo(1, 6);
  });
});

test('there is no guess where nobody wrote questions down', () => {
  expect(guessIn(ferryCorpus())).toBeNull();
});

test('a question for a statement that does not exist is a mistake that is named', () => {
  const questions = { ...QUESTIONS, answered: [{ statement: 'nowhere', questions: ['where?'] }] };
  expect(() => guessIn({ ...ferryCorpus(), questions })).toThrow('"nowhere"');
});

describe('with the shipped questions', () => {
  let engine: Engine;
  beforeAll(async () => {
    ({ engine } = await loadShippedFacts());
  });

  it.each(['good morning team', 'lol ok', 'thanks!'])('%j is no question', (text) => {
    expect(engine.answer(text)).toMatchObject({ status: 'not_stated', silence: { kind: 'no_question' }, related: [] });
  });

  it.each([
    'What did Macron say about the hostages?',
    'How long will the meeting last?',
    'Who drafted the resolution?',
  ])('%j, a near miss, is met with silence', (text) => {
    expect(engine.answer(text).status).toBe('not_stated');
  });

  it('a plain yes-or-no question that has it wrong is corrected', () => {
    expect(engine.answer('Is Rafah in Egypt?')).toMatchObject({
      status: 'answered',
      premise: { correctedBy: { id: 'rafah-location' } },
    });
  });

  it('what was answered before tells who is asked for', () => {
    const firstOf = (before: string) => {
      const answer = engine.answer('according to whom?', [before]);
      return answer.status === 'answered' ? answer.hits[0].statement.id : answer.status;
    };
    expect(firstOf('Who will represent Israel at the meeting?')).toBe('israeli-participants');
    expect(firstOf('What will U.S. officials push for at the meeting?')).toBe('cnn-alternatives');
  });

  it('one that has it right is not', () => {
    expect(engine.answer('Is Rafah in the south of Gaza?')).toMatchObject({ status: 'answered', premise: null });
  });
});

test('statements that nobody wrote questions for are found by what they say', () => {
  const { questions } = ferryCorpus();
  const answered = [{ statement: 'talks-start', questions: ['When did they talk?', 'day of the talks'] }];
  const engine = createEngine({
    ...ferryCorpus(),
    questions: { ...questions, answered, silent: ['Who built the ferry?'] },
  });
  const answer = engine.answer('What did the mayor call the ferry?');
  expect(answer).toMatchObject({ status: 'answered', hits: [{ statement: { id: 'moss-calls-ferry-lifeline' } }] });
});
