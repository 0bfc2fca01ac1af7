import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureClaims } from '../../src/cli/claim-score.ts';
import { readQuestionFiles } from '../../src/cli/score.ts';
import { tallyClaims } from '../../src/core/claim-scores.ts';
import type { Engine } from '../../src/core/engine.ts';
import { judgeQuestions, type QuestionLine, type ScoreRow, tallyScores } from '../../src/core/scorecard.ts';
import { loadShippedFacts } from '../core/questions.ts';

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
    claims: z.array(
      z.object({
        name: z.string(),
        rows: z.array(
          z.object({
            verdict: z.string(),
            claims: z.number(),
            right: z.number(),
            cited: z.number(),
            worst: z.number(),
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
  ({ engine } = await loadShippedFacts());
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

describe('the published figures of claims', () => {
  it('are those of the claims there are, and no verdict falls short of them', async () => {
    const measured = await measureClaims(engine, 'tests/questions/claims');
    if (typeof measured === 'string') throw new Error(measured);
    expect(measured.map(({ name }) => name)).toEqual(scorecard.claims.map(({ name }) => name));
    for (const { name, checked } of measured) {
      const published = scorecard.claims.find((set) => set.name === name)?.rows ?? [];
      for (const row of tallyClaims(checked)) {
        const before = published.find(({ verdict }) => verdict === row.verdict);
        expect(row.claims, `${name}, ${row.verdict}`).toBe(before?.claims);
        expect(row.right, `${name}, ${row.verdict}`).toBeGreaterThanOrEqual(before?.right ?? 0);
        expect(row.cited, `${name}, ${row.verdict}, place`).toBeGreaterThanOrEqual(before?.cited ?? 0);
      }
    }
  });

  it('hold no claim that is supported though it is not, and none that is contradicted though it is true', async () => {
    const measured = await measureClaims(engine, 'tests/questions/claims');
    if (typeof measured === 'string') throw new Error(measured);
    expect(measured.length).toBeGreaterThan(1);
    for (const { name, checked } of measured) {
      expect(
        tallyClaims(checked).reduce((sum, { worst }) => sum + worst, 0),
        name,
      ).toBe(0);
    }
  });
});
