/** The terminal's entry: one command each, loaded only when it is the one that was typed. */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AskDependencies } from './cli/ask.ts';
import { EXIT, type Io } from './cli/io.ts';

const HELP = `Usage:

  npm run -s ask -- [--json] "question"     the bot's answer in the terminal
  npm run -s ask -- --check "claim"         supported, contradicted or not stated
  npm run -s ask -- --json --batch          JSON Lines in, JSON Lines out
  npm run -s rank                           the engine over any list of statements, JSON Lines in and out
  npm run -s facts -- lint [DIR]            every problem of a folder of facts
  npm run -s facts -- new SLUG              a new article file to fill in
  npm run -s facts -- changes               what an edit would change for readers, and in what was posted
  npm run -s facts -- report                questions without an answer, answers found not helpful
  npm run -s digest -- preview              the digest of a day
  npm run -s score                          how often answers are right

Each has --help.`;

async function run([command, ...args]: readonly string[], io: Io): Promise<number> {
  switch (command) {
    case 'ask': {
      const { runAsk } = await import('./cli/ask.ts');
      return runAsk(args, io, () => loadEngine(io));
    }
    case 'rank': {
      const { runRank } = await import('./cli/rank.ts');
      return runRank(args, io);
    }
    case 'facts': {
      const { runFacts } = await import('./cli/facts.ts');
      return runFacts(args, io);
    }
    case 'digest': {
      const { runDigest } = await import('./cli/digest.ts');
      return runDigest(args, io, async () => (await loadEngine(io)).corpus);
    }
    case 'manifest': {
      const { runManifest } = await import('./cli/manifest.ts');
      return runManifest(args, io);
    }
    case 'score': {
      const { runScore } = await import('./cli/score.ts');
      return runScore(args, io, () => loadEngine(io));
    }
    case undefined:
    case '--help':
      io.out(HELP);
      return command === undefined ? EXIT.usage : EXIT.ok;
    default:
      io.err(`There is no command "${command}".\n\n${HELP}`);
      return EXIT.usage;
  }
}

/** Facts that can't be loaded: said to the person as they stand, with no stack. */
class FactsError extends Error {}

async function loadEngine({ factsDir, compiledFacts }: Io): Promise<AskDependencies> {
  const { formatProblem, loadFacts } = await import('./facts/load.ts');
  const { createEngine } = await import('./core/engine.ts');
  const loaded = await loadFacts(factsDir, compiledFacts);
  if (!loaded.ok) throw new FactsError(loaded.problems.map(formatProblem).join('\n'));
  return { corpus: loaded.corpus, engine: createEngine(loaded.corpus, loaded.index) };
}

/** A closed pipe (`| head`) ends the output, not the program with a stack. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});

try {
  const { readEnvironment } = await import('./config.ts');
  const io: Io = {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    factsDir: readEnvironment()['FACTS_DIR']?.trim() || './facts',
    compiledFacts: fileURLToPath(new URL('./facts.bin', import.meta.url)),
  };
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  const known = error instanceof FactsError || (error instanceof Error && error.name === 'ConfigError');
  process.stderr.write(
    `${known ? error.message : `This is a bug: ${error instanceof Error ? error.stack : String(error)}`}\n`,
  );
  process.exitCode = EXIT.problems;
}
