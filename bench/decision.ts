/**
 * The weights of `src/core/answering/decision.ts`, fitted anew: `npm run fit`. Files of questions stand for the hands
 * that wrote them. Those of each fold are judged by an engine that learnt from all others, and the signs of these
 * judgements are what tells, by logistic regression, what has an answer from what has none.
 */

import type { Signs } from '../src/core/answering/decision.ts';
import { createJudge, indexJudge, type Judge } from '../src/core/answering/judge.ts';
import type { QuestionsFile } from '../src/core/questions-schema.ts';
import { readFolder } from '../src/facts/folder.ts';
import { loadFacts } from '../src/facts/load.ts';
import { parseFolder } from '../src/facts/parse.ts';
import { mergeQuestions } from '../src/facts/questions-files.ts';

const FOLDS = 6;
/** Weights are held back by so much of their square: signs that tell the same share what they tell. */
const HELD_BACK = 1e-5;
const STEPS = 30;

interface Example {
  readonly signs: Signs;
  readonly answered: boolean;
}

const facts = await loadFacts('facts');
if (!facts.ok) throw new Error('facts/ does not load: npm run -s facts -- lint');
const files = [...parseFolder(await readFolder('facts')).facts.questionsFiles.values()];
const examples: Example[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (_: unknown, index: number) => index % FOLDS === fold;
  const corpus = { ...facts.corpus, questions: mergeQuestions(files.filter((file, index) => !inFold(file, index))) };
  const judge = createJudge(corpus, indexJudge(corpus));
  for (const file of files.filter(inFold)) examples.push(...judgeFile(judge, file));
  process.stderr.write(`fold ${fold + 1} of ${FOLDS}: ${examples.length} examples\n`);
}
const names = Object.keys(examples[0]?.signs ?? {}) as (keyof Signs)[];
const weights = regress(examples, names);
process.stdout.write(names.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(3)},\n`).join(''));
process.stdout.write(`bias ${(weights.at(-1) ?? 0).toFixed(3)}, before it is moved\n`);

/** A question that gets the wrong statement tells nothing of when to be silent. */
function judgeFile({ reader, judge, corpus }: Judge, { answered, assuming, silent }: QuestionsFile): Example[] {
  const signsOf = (text: string, wanted: string | null): Example[] => {
    const { signs, fits, assumption } = judge(reader.read(text));
    const found = corpus.statements[(assumption ?? fits[0])?.statement ?? -1]?.id;
    return signs === null || (wanted !== null && found !== wanted) ? [] : [{ signs, answered: wanted !== null }];
  };
  return [
    ...[...answered, ...assuming].flatMap(({ statement, questions }) =>
      questions.flatMap((text) => signsOf(text, statement)),
    ),
    ...silent.flatMap((text) => signsOf(text, null)),
  ];
}

/** Newton's method; both outcomes count alike. @returns a weight for each name, then the bias */
function regress(all: readonly Example[], keys: readonly (keyof Signs)[]): number[] {
  const size = keys.length + 1;
  const positive = all.filter(({ answered }) => answered).length;
  const share = (answered: boolean) => 1 / (2 * (answered ? positive : all.length - positive));
  let weights: number[] = Array(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope: number[] = weights.map((weight, at) => (at < keys.length ? HELD_BACK * weight : 0));
    const curve: number[][] = weights.map((_, row) =>
      weights.map((__, column) => (row === column && row < keys.length ? HELD_BACK : 0)),
    );
    for (const { signs, answered } of all) {
      const values = [...keys.map((key) => signs[key]), 1];
      const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const likely = 1 / (1 + Math.exp(-sum));
      const importance = share(answered);
      values.forEach((value, row) => {
        slope[row] = (slope[row] ?? 0) + importance * (likely - (answered ? 1 : 0)) * value;
        const own = curve[row] ?? [];
        values.forEach((other, column) => {
          own[column] = (own[column] ?? 0) + importance * likely * (1 - likely) * value * other;
        });
      });
    }
    const move = solve(curve, slope);
    weights = weights.map((weight, at) => weight - (move[at] ?? 0));
  }
  return weights;
}

/** Gauss-Jordan elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((_, column) => {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + rest.indexOf(Math.max(...rest));
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const own = rows[column] ?? [];
    const scale = own[column] ?? 1;
    for (const [at, row] of rows.entries()) {
      const factor = at === column ? 0 : (row[column] ?? 0) / scale;
      if (factor !== 0)
        row.forEach((value, place) => {
          row[place] = value - factor * (own[place] ?? 0);
        });
    }
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
