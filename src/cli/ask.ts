/** `ask`: the bot's answer in the terminal, for people, scripts and measurements. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { answerJson } from '../core/answer-json.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Engine } from '../core/engine.ts';
import { replyText } from '../core/plain-text.ts';
import { verdictJson } from '../core/verdict-json.ts';
import { EXIT, type Io } from './io.ts';
import { idSchema, readLine } from './line.ts';

const HELP = `Usage: npm run -s ask -- [--json] "question"
       npm run -s ask -- --check [--json] "claim"
       npm run -s ask -- [--check] --json --batch < lines.jsonl

  --check   judge a claim: supported, contradicted or not stated, each part by itself
  --json    print one JSON object instead of text
  --batch   with --json: read {"id", "question", "previous"} lines, print one object a line;
            "previous" (optional) are earlier questions of the same conversation, oldest first;
            with --check: {"id", "claim"} lines
  --help    this text

Exit code: 0 answered or supported (with --batch: all lines read), 3 not stated in the article, 4 contradicted by it, 2 bad usage,
1 the facts can't be loaded. A claim in another language than English is not checked, which is 3.`;

export interface AskDependencies {
  readonly corpus: Corpus;
  readonly engine: Engine;
}

/** @param load called only once the arguments are known to be good */
export async function runAsk(args: readonly string[], io: Io, load: () => Promise<AskDependencies>): Promise<number> {
  const usage = readUsage(args);
  if (usage.kind === 'help') {
    io.out(HELP);
    return EXIT.ok;
  }
  if (usage.kind === 'bad') {
    io.err(`ask: ${usage.problem}\n\n${HELP}`);
    return EXIT.usage;
  }
  const { corpus, engine } = await load();
  if (usage.kind === 'batch') {
    const answer = usage.check ? verdictLines({ corpus, engine }) : answerLines({ corpus, engine });
    let number = 0;
    for await (const line of io.lines()) {
      number += 1;
      if (line.trim() !== '') io.out(answer(line, number));
    }
    return EXIT.ok;
  }
  if (usage.check) return printVerdict(usage.question, usage.json, io, { corpus, engine });
  const answer = engine.answer(usage.question);
  if (usage.json) {
    io.out(JSON.stringify(answerJson(answer, corpus.asOf)));
  } else {
    io.out(
      replyText(
        answer.status === 'answered' ? { kind: 'answer', answer } : { kind: 'silence', answer, asOf: corpus.asOf },
      ),
    );
  }
  return answer.status === 'answered' ? EXIT.ok : EXIT.notStated;
}

function printVerdict(claim: string, json: boolean, io: Io, { corpus, engine }: AskDependencies): number {
  const verdict = engine.check(claim);
  const { asOf } = corpus;
  io.out(json ? JSON.stringify(verdictJson(claim, verdict, asOf)) : replyText({ kind: 'check', claim, verdict, asOf }));
  return { supported: EXIT.ok, contradicted: EXIT.contradicted, not_stated: EXIT.notStated }[verdict.kind];
}

type Usage =
  | { readonly kind: 'help' }
  | { readonly kind: 'bad'; readonly problem: string }
  | { readonly kind: 'batch'; readonly check: boolean }
  | { readonly kind: 'question'; readonly question: string; readonly json: boolean; readonly check: boolean };

function readUsage(args: readonly string[]): Usage {
  let parsed: ReturnType<typeof parseAskArgs>;
  try {
    parsed = parseAskArgs(args);
  } catch (error) {
    return { kind: 'bad', problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const question = positionals.join(' ').trim();
  if (values.help) return { kind: 'help' };
  if (values.batch) {
    if (!values.json) return { kind: 'bad', problem: '--batch prints JSON Lines: add --json.' };
    if (question !== '') return { kind: 'bad', problem: '--batch reads its lines from standard input.' };
    return { kind: 'batch', check: values.check };
  }
  if (question === '') return { kind: 'bad', problem: `there is no ${values.check ? 'claim' : 'question'}.` };
  return { kind: 'question', question, json: values.json, check: values.check };
}

function parseAskArgs(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

const batchLine = z.object({
  id: idSchema.optional(),
  question: z.string(),
  previous: z.array(z.string()).optional(),
});

const checkLine = z.object({ id: idSchema.optional(), claim: z.string() });

/** The batch's answer to each line that isn't blank; `number` counts all lines from 1. */
type AnswerLine = (line: string, number: number) => string;

function answerLines({ corpus, engine }: AskDependencies): AnswerLine {
  return withLine(batchLine, '{"id": "...", "question": "..."}', ({ question, previous }) =>
    answerJson(engine.answer(question, previous ?? []), corpus.asOf),
  );
}

function verdictLines({ corpus, engine }: AskDependencies): AnswerLine {
  return withLine(checkLine, '{"id": "...", "claim": "..."}', ({ claim }) =>
    verdictJson(claim, engine.check(claim), corpus.asOf),
  );
}

/** A line that can't be read is answered with its error, under its id where it has one; the rest goes on. */
function withLine<T extends { readonly id?: string | number | undefined }>(
  schema: z.ZodType<T>,
  expected: string,
  answer: (line: T) => object,
): AnswerLine {
  return (line, number) => {
    const read = readLine(line, schema, `Write it as ${expected}.`);
    if (!read.ok) return JSON.stringify({ id: read.id, error: `line ${number}: ${read.problem}` });
    return JSON.stringify({ id: read.data.id ?? null, ...answer(read.data) });
  };
}
