/** The terminal's entry: one sub-command each, loaded only when it is the one that was typed. */
import { createInterface } from 'node:readline';
import { EXIT, type Io } from './cli/io.ts';

const HELP = `Usage: node dist/cli.js <command> …, or as an npm script:

  npm run -s ask -- [--json] "question"     the bot's answer in the terminal
  npm run -s ask -- --json --batch          JSON Lines in, JSON Lines out
  npm run -s rank                           the engine over any list of statements, JSON Lines in and out
  npm run -s facts -- lint [DIR]            every problem of a folder of facts
  npm run -s facts -- new SLUG              a new article file to fill in

Each has --help.`;

async function run(argv: readonly string[], io: Io): Promise<number> {
  const [command, ...args] = argv;
  switch (command) {
    case 'ask': {
      const { runAsk } = await import('./cli/ask.ts');
      return runAsk(args, io);
    }
    case 'rank': {
      const { runRank } = await import('./cli/rank.ts');
      return runRank(io.lines(), io.out);
    }
    case 'facts': {
      const { runFacts } = await import('./cli/facts.ts');
      return runFacts(args, io);
    }
    case undefined:
    case 'help':
    case '--help':
      io.out(HELP);
      return EXIT.ok;
    default:
      io.err(`There is no command "${command}".\n\n${HELP}`);
      return EXIT.usage;
  }
}
