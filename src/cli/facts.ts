/** `facts …`: what an editor and a build do with a folder of facts. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCorpus, NO_QUESTIONS } from '../core/corpus.ts';
import { indexEngine } from '../core/engine.ts';
import { slug } from '../core/schema.ts';
import { checkFolder } from '../facts/check.ts';
import { writeCompiled } from '../facts/compiled.ts';
import { hashFiles, kindOfFile, readFolder } from '../facts/folder.ts';
import { makeSchemaFiles } from '../facts/json-schema.ts';
import { lintFacts } from '../facts/lint.ts';
import { findNearest } from '../facts/nearest.ts';
import { formatProblem, type Problem } from '../facts/problem.ts';
import { articleFileName } from '../facts/rule.ts';
import { scaffoldArticle } from '../facts/scaffold.ts';
import { EXIT, type Io } from './io.ts';

const HELP = `Usage: npm run -s facts -- <command>

  lint [DIR]         every problem of a folder of facts, as file:line:column path: problem. What to do.
  new SLUG           a new article file SLUG.yaml with blanks to fill in
  schema [DIR]       writes the JSON Schemas that editors complete and check YAML with
  changes [DIR]      what readers would see change, and how many posted messages and queued digests with it;
                     with --against DIR, the difference between two folders
  report             questions that found no answer and answers marked as not helpful, most frequent first; --json
  compile OUT [DIR]  writes the checked facts as one file, from which this build of the bot starts without reading them

DIR is FACTS_DIR, or ./facts, where it is left out. "changes" and "report" read the bot's database (DATA_DIR, DATABASE_URL).
Exit code: 0 done, no problems; 1 problems, nothing written, or no database; 2 wrong usage.`;

interface Command {
  readonly usage: string;
  readonly takes: readonly [least: number, most: number];
  readonly options?: readonly string[];
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  lint: { usage: 'lint [DIR]', takes: [0, 1], run: runLint },
  new: { usage: 'new SLUG', takes: [1, 1], run: runNew },
  schema: { usage: 'schema [DIR]', takes: [0, 1], run: runSchema },
  changes: { usage: 'changes [DIR] [--against DIR]', takes: [0, 3], options: ['--against'], run: runEditorChanges },
  report: { usage: 'report [--json]', takes: [0, 1], options: ['--json'], run: runEditorReport },
  compile: { usage: 'compile OUT [DIR]', takes: [1, 2], run: runCompile },
};

/** @returns the exit code */
export async function runFacts(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  if (name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    io.out(HELP);
    return EXIT.ok;
  }
  if (name === undefined) return misuse(io, 'Say what to do with the facts.');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const nearest = findNearest(name, Object.keys(COMMANDS));
    return misuse(
      io,
      `There is no command "facts ${name}".${nearest === null ? '' : ` Did you mean "facts ${nearest}"?`}`,
    );
  }
  const option = args.find((arg) => arg.startsWith('-') && command.options?.includes(arg) !== true);
  if (option !== undefined) return misuse(io, `"facts ${name}" has no option "${option}".`);
  const [least, most] = command.takes;
  if (args.length < least || args.length > most) return misuse(io, `Type it as "facts ${command.usage}".`);
  return command.run(args, io);
}

function misuse(io: Io, message: string): number {
  io.err(`${message}\n\n${HELP}`);
  return EXIT.usage;
}

/** Loaded only where they are asked for: a database comes with them. */
async function runEditorChanges(args: readonly string[], io: Io): Promise<number> {
  const { runChanges } = await import('./changes.ts');
  return runChanges(args, io);
}

async function runEditorReport(args: readonly string[], io: Io): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return misuse(io, 'Type it as "facts report [--json]".');
  const { runReport } = await import('./report.ts');
  return runReport(args, io);
}

async function runLint([dir]: readonly string[], io: Io): Promise<number> {
  const { problems, corpus } = await lintFacts(dir ?? io.factsDir, io.compiledFacts);
  if (problems.length > 0) {
    const unasked = corpus === null ? ' The questions in asked_as were not asked: the facts have to load first.' : '';
    return report(io, problems, unasked);
  }
  const { statements = [], articles = [], edition = '' } = corpus ?? {};
  io.err(
    `No problems: ${count(statements.length, 'statement')} in ${count(articles.length, 'article')}, edition ${edition}.`,
  );
  return EXIT.ok;
}

/** Problems are the output; how many there are is said beside it. */
function report(io: Io, problems: readonly Problem[], more = ''): number {
  for (const problem of problems) io.out(formatProblem(problem));
  const files = new Set(problems.map(({ file }) => file)).size;
  const ofFolder = problems.every(({ path }) => path === '(folder)');
  io.err(
    ofFolder
      ? `${count(problems.length, 'problem')}.`
      : `${count(problems.length, 'problem')} in ${count(files, 'file')}.${more}`,
  );
  return EXIT.problems;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

async function runNew([id = '']: readonly string[], io: Io): Promise<number> {
  if (!isFree(id)) {
    const better = id
      .toLowerCase()
      .replace(/\.ya?ml$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    io.err(
      `"${id}" can't name an article: a name is lower-case words joined by hyphens, at most 60 characters, and ` +
        `none of "entities", "lexicon", "glossary" and what begins with "questions".${isFree(better) ? ` Try "${better}".` : ''}`,
    );
    return EXIT.usage;
  }
  const name = articleFileName(id);
  const path = join(io.factsDir, name);
  return tryWrite(io, path, async () => {
    await writeFile(path, scaffoldArticle(), { flag: 'wx' });
    io.out(`Wrote ${path}. Fill in its blanks; "npm run -s facts -- lint" says what is missing.`);
  });
}

function isFree(id: string): boolean {
  return slug.safeParse(id).success && kindOfFile(articleFileName(id)) === 'article';
}

async function runSchema([dir]: readonly string[], io: Io): Promise<number> {
  for (const { name, text } of makeSchemaFiles()) {
    const path = join(dir ?? io.factsDir, name);
    const code = await tryWrite(io, path, async () => {
      await writeFile(path, text);
      io.out(`Wrote ${path}.`);
    });
    if (code !== EXIT.ok) return code;
  }
  return EXIT.ok;
}

async function runCompile([out = '', dir]: readonly string[], io: Io): Promise<number> {
  const folder = await readFolder(dir ?? io.factsDir);
  const { source, edition, problems } = checkFolder(folder);
  if (source === null) return report(io, problems);
  const corpus = buildCorpus(source, edition);
  const index = indexEngine(corpus);
  // What was learned from the questions is in the index; nobody reads them again.
  const learned = { ...corpus, questions: NO_QUESTIONS };
  return tryWrite(io, out, () => writeCompiled(out, { corpus: learned, index }, hashFiles(folder.files)));
}

async function tryWrite(io: Io, path: string, write: () => Promise<void>): Promise<number> {
  try {
    await write();
    return EXIT.ok;
  } catch (error) {
    io.err(`${path} can't be written: ${explain(error)}`);
    return EXIT.problems;
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EEXIST':
      return 'there is such a file already. Choose another name, or move that file away.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such folder. Create it, or point FACTS_DIR at the folder that holds the facts.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'writing there is not allowed.';
    case 'EISDIR':
      return 'a folder has that name.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
