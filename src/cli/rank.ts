/** `rank`: the engine over any list of statements, JSON Lines in and out. */
import * as z from 'zod';
import { createRanker, type Ranker } from '../core/search/rank.ts';
import { EXIT, type Io } from './io.ts';
import { idSchema, readLine } from './line.ts';

const USAGE = `Usage: npm run -s rank < lines.jsonl

Reads {"id", "statements": [{"id", "text"}], "question"}, one object a line, and prints one object a line, in order:
{"id", "ranked": [{"id", "score"}], "answered", "confidence"}, all statements, best first; scores and confidence from 0 to 1.
A line that can't be read gets {"id", "error"}, and the rest goes on. No facts are read.

  --help    this text

Exit code: 0 all lines read, 2 bad usage.`;

const taskSchema = z.object({
  id: idSchema,
  statements: z.array(z.object({ id: idSchema, text: z.string() })),
  question: z.string(),
});

type Task = z.output<typeof taskSchema>;

/** `rank` as it is typed: it takes nothing but `--help`, and its tasks from standard input. */
export async function runRank(args: readonly string[], io: Pick<Io, 'out' | 'err' | 'lines'>): Promise<number> {
  const [arg] = args;
  if (arg === undefined) return rankLines(io.lines(), io.out);
  if (arg === '--help') {
    io.out(USAGE);
    return EXIT.ok;
  }
  io.err(`rank: it takes its tasks from standard input, not "${arg}".\n\n${USAGE}`);
  return EXIT.usage;
}

/**
 * Answers each line of `input` with one line, in order; a line that can't be read is answered with what is wrong
 * with it, and the rest goes on. Blank lines are passed over.
 * @param input lines, without their ends
 * @returns exit code: always 0, as bad lines are reported where they stand
 */
async function rankLines(input: AsyncIterable<string>, write: (line: string) => void): Promise<number> {
  const rankerFor = createRankerCache();
  let number = 0;
  for await (const line of input) {
    number += 1;
    if (line.trim() !== '') write(JSON.stringify(answerLine(line, number, rankerFor)));
  }
  return EXIT.ok;
}

function answerLine(line: string, number: number, rankerFor: (statements: Task['statements']) => Ranker): object {
  const task = readLine(line, taskSchema, 'Write it as {"id", "statements": [{"id", "text"}], "question"}.');
  if (!task.ok) return { id: task.id, error: `line ${number}: ${task.problem}` };
  const { id, statements, question } = task.data;
  const ids = new Map(statements.map((statement) => [String(statement.id), statement.id]));
  if (ids.size !== statements.length) {
    return {
      id,
      error: `line ${number}: "statements": "${repeatedId(statements)}" is the id of two. Give each its own.`,
    };
  }
  const { ranked, answered, confidence } = rankerFor(statements).rank(question);
  return {
    id,
    ranked: ranked.map((entry) => ({ id: ids.get(entry.id), score: entry.score })),
    answered,
    confidence,
  };
}

/** Many tasks in a row ask of the same statements: the last index is kept while they are equal. */
function createRankerCache(): (statements: Task['statements']) => Ranker {
  let last: { statements: Task['statements']; ranker: Ranker } | null = null;
  return (statements) => {
    const same =
      last?.statements.length === statements.length &&
      last.statements.every(({ id, text }, i) => id === statements[i]?.id && text === statements[i]?.text);
    if (last === null || !same) {
      last = { statements, ranker: createRanker(statements.map(({ id, text }) => ({ id: String(id), text }))) };
    }
    return last.ranker;
  };
}

function repeatedId(statements: Task['statements']): string {
  const seen = new Set<string>();
  for (const { id } of statements) {
    if (seen.has(String(id))) return String(id);
    seen.add(String(id));
  }
  return '';
}
