/** `score`: how often answers are right, as a table, for editors and for docs/scorecard.md. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tallyClaims } from '../core/claim-scores.ts';
import {
  type Judged,
  judgeQuestions,
  questionLineSchema,
  type ScoreRow,
  summarizeScores,
  tallyScores,
} from '../core/scorecard.ts';
import type { AskDependencies } from './ask.ts';
import {
  CLAIMS_METHOD,
  claimSets,
  describeClaimMiss,
  formatClaimTable,
  type MeasuredClaims,
  measureClaims,
} from './claim-score.ts';
import { EXIT, type Io } from './io.ts';
import { readLineFiles } from './line-files.ts';

const HELP = `Usage: npm run -s score -- [--misses] [--write] [DIR]

Asks every question in DIR (./tests/questions) whose right answer is known, and prints how often the answer is right;
checks every claim in DIR/claims whose verdict is known, and prints how often the verdict is right.

  --misses  also list each question that was not answered right, each claim that was judged wrong
  --write   also write the figures to docs/scorecard.md and docs/scorecard.json
  --help    this text

Exit code: 0 measured, 1 a question file can't be read, 2 bad usage.`;

/** One file of questions, measured. */
interface Measured {
  readonly name: string;
  readonly judged: readonly Judged[];
}

export async function runScore(args: readonly string[], io: Io, load: () => Promise<AskDependencies>): Promise<number> {
  let usage: ReturnType<typeof parseScoreArgs>;
  try {
    usage = parseScoreArgs(args);
  } catch (error) {
    io.err(`score: ${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return EXIT.usage;
  }
  if (usage.values.help) {
    io.out(HELP);
    return EXIT.ok;
  }
  const { corpus, engine } = await load();
  const dir = usage.positionals[0] ?? 'tests/questions';
  const files = await readQuestionFiles(dir);
  if (typeof files === 'string') {
    io.err(files);
    return EXIT.problems;
  }
  const claims = await measureClaims(engine, join(dir, 'claims'));
  if (typeof claims === 'string') {
    io.err(claims);
    return EXIT.problems;
  }
  const measured = files.map(({ name, lines }) => ({ name, judged: judgeQuestions(engine, lines) }));
  for (const { name, judged } of measured) {
    io.out(`${name}\n\n${formatTable(tallyScores(judged))}\n`);
    if (usage.values.misses) for (const miss of judged.filter(({ top1 }) => !top1)) io.out(describeMiss(miss));
  }
  for (const { name, checked } of claims) {
    io.out(`claims: ${name}\n\n${formatClaimTable(tallyClaims(checked))}\n`);
    if (usage.values.misses) for (const miss of checked.filter(({ right }) => !right)) io.out(describeClaimMiss(miss));
  }
  if (usage.values.write) await writeScorecard(measured, claims, corpus.edition);
  return EXIT.ok;
}

function parseScoreArgs(args: readonly string[]) {
  const parsed = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      misses: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (parsed.positionals.length > 1) throw new Error('name one folder of questions at most.');
  return parsed;
}

/** @returns the files by name, or what is wrong with the first that can't be read */
export async function readQuestionFiles(dir: string) {
  const files = await readLineFiles(dir, questionLineSchema, 'a question with its right answer');
  return files.length === 0 ? `${dir} holds no .jsonl file of questions.` : files;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

function formatTable(rows: readonly ScoreRow[]): string {
  const head = ['kind', 'style', 'questions', 'right', 'right in first three'];
  const cells = rows.map(({ kind, style, asked, top1, top3 }) => [
    style === null ? kind : '',
    style ?? 'all',
    String(asked),
    percent(top1, asked),
    kind === 'unanswerable' ? '–' : percent(top3, asked),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell[column < 2 ? 'padEnd' : 'padStart'](widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...cells.map(line)].join('\n');
}

function describeMiss({ id, kind, style, question, answer }: Judged): string {
  const got = answer.status === 'answered' ? answer.hits[0].statement.id : `silence (${answer.silence.kind})`;
  return `${id} ${kind}/${style}: ${question} → ${got}`;
}

/** Sets that the glossary was written with, or learnt from. They would make the figures that people are told look better. */
const OTHER_LANGUAGES = 'languages';

async function writeScorecard(
  measured: readonly Measured[],
  claims: readonly MeasuredClaims[],
  edition: string,
): Promise<void> {
  const sets = measured.map(({ name, judged }) => ({ name, rows: tallyScores(judged) }));
  const summary = summarizeScores(
    edition,
    measured.filter(({ name }) => !name.startsWith(OTHER_LANGUAGES)).flatMap(({ judged }) => judged),
  );
  await writeFile('docs/scorecard.json', `${JSON.stringify({ summary, sets, claims: claimSets(claims) }, null, 2)}\n`);
  const claimTables = claimSets(claims)
    .map(({ name, rows }) => `### ${name}\n\n${formatClaimTable(rows)}\n`)
    .join('\n');
  const tables = sets.map(({ name, rows }) => `## ${name}\n\n${formatTable(rows)}\n`).join('\n');
  await writeFile(
    'docs/scorecard.md',
    `${METHOD}\nFacts edition \`${edition}\`.\n\n${CLAIMS_METHOD}\n${claimTables}\n${tables}`,
  );
}

const METHOD = `# Scorecard

Written by \`npm run score -- --write\`; a test fails when a figure drops.

Each question in \`tests/questions\` has a known answer. It counts as right when the first statement cites one of the right places
in the article and shows the words that make it an answer; when a question that the article doesn't answer is met with silence;
when a question that assumes something false gets the statement that says otherwise. \`dev\` and \`conversations\` were used for
tuning, \`languages…\` for writing the glossary, and they are left out of what \`/rafah sources\` says. \`fresh-…\` and \`heldout…\` were
written without looking at what the engine does with them; the engine was then worked on with the misses of \`fresh-…\` at hand.
The figures below are of today: for \`fresh-…\` they flatter, as the engine has learnt from those misses. What was right in first
place when each set was first asked, in percent:

| set | answerable | unanswerable | premise | later turns of threads |
| --- | ---: | ---: | ---: | ---: |
| \`fresh-1\` | 76.6 | 83.7 | 90.0 | 56.5 |
| \`fresh-2\` | 85.0 | 77.3 | 54.5 | 72.7 |
| \`fresh-3\` | 81.3 | 77.3 | 72.7 | 66.7 |
| \`fresh-4\` | 83.3 | 78.9 | 90.9 | 84.2 |
| \`fresh-5\` | 72.2 | 94.7 | 68.2 | 82.9 |
| \`fresh-6\` | 58.9 | 94.7 | 59.1 | 50.0 |
| \`fresh-7\` | 76.7 | 92.1 | 45.5 | 58.3 |
| \`fresh-8\`, before the engine learnt | 74.4 | 81.4 | 81.0 | 85.7 |
| \`fresh-8\`, when it had | 94.2 | 76.7 | 90.5 | 95.9 |
| \`heldout-2\`, before the engine learnt | 61.6 | 86.0 | 47.6 | 56.3 |
| \`heldout-2\`, when it had | 90.7 | 81.4 | 90.5 | 72.9 |
| \`heldout-2\`, with twice the questions to learn from | 89.5 | 93.0 | 90.5 | 77.1 |
| \`heldout-3\`, asked then for the first time | 89.5 | 90.7 | 100.0 | 93.5 |
| \`fresh-9\`, asked then for the first time | 85.1 | 89.5 | 82.8 | 92.9 |
| \`heldout-4\`, asked then for the first time | 89.6 | 89.5 | 92.9 | 83.6 |
| \`heldout-5\`, with 34,000 questions, and the closest of them counted, asked for the first time | 100.0 | 89.5 | 100.0 | 91.7 |
| \`heldout-6\`, with 39,000 questions, asked for the first time | 98.7 | 92.7 | 100.0 | 92.2 |

The lines up to \`fresh-7\` are of an engine that did not learn from \`facts/questions-*.yaml\` yet. \`heldout…\` are the
nearest to what a stranger's questions meet with: nobody worked on their misses, and who wrote the questions to learn from saw none of them
(how many of them were right in all was looked at when the decision's bias was set).

\`languages-fresh-1\` had 70.0 of its questions right when first asked (64.0 answerable, 60.0 premise, 90.0 unanswerable), and its
misses then taught the glossary.
`;
