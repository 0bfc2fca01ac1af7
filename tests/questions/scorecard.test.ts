import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readQuestionFiles } from '../../src/cli/score.ts';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import { judgeQuestions, type QuestionLine, type ScoreRow, tallyScores } from '../../src/core/scorecard.ts';
import { loadFacts } from '../../src/facts/load.ts';

const scorecard = z
  .object({
    sets: z.array(
      z.object({
        name: z.string(),
        rows: z.array(
          z.object({
            kind: z.string(),
            style: z.string().nullable(),
            asked: z.number(),
            top1: z.number(),
            top3: z.number(),
          }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(await readFile('docs/scorecard.json', 'utf8')));

const files = await readQuestionFiles('tests/questions');
if (typeof files === 'string') throw new Error(files);

let engine: Engine;
beforeAll(async () => {
  const loaded = await loadFacts('facts');
  if (!loaded.ok) throw new Error('the shipped facts do not load');
  engine = createEngine(loaded.corpus);
});

const scores = (lines: readonly QuestionLine[]): readonly ScoreRow[] => tallyScores(judgeQuestions(engine, lines));

describe('the published scorecard', () => {
  it('is about the question files there are', () => {
    expect(scorecard.sets.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  it.each(scorecard.sets)('has no figure for $name that the engine falls short of', ({ name, rows }) => {
    const now = scores(files.find((file) => file.name === name)?.lines ?? []);
    for (const published of rows) {
      const row = now.find(({ kind, style }) => kind === published.kind && style === published.style);
      expect(row, `${published.kind} / ${published.style}`).toMatchObject({ asked: published.asked });
      expect(row?.top1, `${published.kind} / ${published.style}, first place`).toBeGreaterThanOrEqual(published.top1);
      expect(row?.top3, `${published.kind} / ${published.style}, first three`).toBeGreaterThanOrEqual(published.top3);
    }
  });
});
