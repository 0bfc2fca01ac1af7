import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { readQuestionFiles } from '../../src/cli/score.ts';
import { answerJson } from '../../src/core/answer-json.ts';
import { createTranslation, indexTranslation, type Translate } from '../../src/core/question/translation.ts';
import { loadShippedFacts } from '../core/questions.ts';

const files = await readQuestionFiles('tests/questions');
if (typeof files === 'string') throw new Error(files);
const { corpus, engine } = await loadShippedFacts();

let translate: Translate;
beforeAll(() => {
  translate = createTranslation(indexTranslation(corpus));
});

const questionsOf = (names: (name: string) => boolean) =>
  files
    .filter(({ name }) => names(name))
    .flatMap(({ lines }) => lines.flatMap((line) => ('turns' in line ? line.turns : [line])));

it('leaves every question in English as it was typed', () => {
  const english = questionsOf((name) => !name.startsWith('languages')).map(({ question }) => question);
  const asked = corpus.statements.flatMap(({ text, askedAs, corrects }) => [
    text,
    ...askedAs,
    ...corrects.flatMap(({ assumed, cues }) => [assumed, ...cues]),
  ]);
  expect(english.length).toBeGreaterThan(100);
  for (const question of [...english, ...asked, ...english.map((text) => text.toLowerCase())]) {
    expect(translate(question)).toEqual({ text: question, language: null, unread: [] });
  }
});

it('tells the language of every question in another', () => {
  const foreign = questionsOf((name) => name.startsWith('languages'));
  expect(foreign.map(({ question }) => [question, translate(question).language?.name])).toEqual(
    foreign.map(({ question, style }) => [question, style]),
  );
});

it('is promised no field in JSON', async () => {
  const [foreign, english] = ['¿Cómo votó Estados Unidos?', 'How did the US vote?'].map((question) =>
    answerJson(engine.answer(question), corpus.asOf),
  );
  expect(foreign?.question).toBe('¿Cómo votó Estados Unidos?');
  expect(Object.keys(foreign ?? {})).toEqual(Object.keys(english ?? {}));
  expect(foreign?.statements[0]?.id).toBe(english?.statements[0]?.id);
});

it('has a glossary that names its languages in the README', async () => {
  const readme = await readFile('README.md', 'utf8');
  for (const { name } of corpus.glossary.languages) expect(readme).toContain(name);
});
