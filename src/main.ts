/** The bot's entry: settings, facts, store, Slack, in that order; the first that is wrong stops it in words. */
import { fileURLToPath } from 'node:url';
import { createLog, describeError, type Log } from './bot/log.ts';
import { type Config, ConfigError, parseConfig, readEnvironment } from './config.ts';
import { startBot } from './start.ts';

/** How long acknowledged work may take after a signal; supervisors commonly kill after ten seconds or more. */
const SHUTDOWN_MS = 8_000;

/** Made by `npm run build` from the facts folder; used only while it is made from exactly what the folder holds, by this build. */
const COMPILED_FACTS = fileURLToPath(new URL('./facts.bin', import.meta.url));

const FACTS_WORKER = new URL('./facts/worker.js', import.meta.url);

function writeLine(line: string, isProblem: boolean): void {
  (isProblem ? process.stderr : process.stdout).write(`${line}\n`);
}

/** For people, not for a log: what can't start says why in plain words. */
function giveUp(error: Error): never {
  process.stderr.write(`Rafah Facts can't start. ${error.message.trimEnd()}\n`);
  process.exit(1);
}

function readConfig(): Config {
  try {
    return parseConfig(readEnvironment());
  } catch (error) {
    if (error instanceof ConfigError) giveUp(error);
    throw error;
  }
}

/** A bug or a lost connection: said once; the supervisor starts the process again in a known state. */
function endOnBugs(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('The process ends after an error nobody handled', { event, ...describeError(error) });
      process.exit(1);
    });
  }
}

const config = readConfig();
const log = createLog(config.logLevel, writeLine);
endOnBugs(log);
const started = await startBot(config, { log, compiledFacts: COMPILED_FACTS, factsWorker: FACTS_WORKER });
if (started instanceof Error) giveUp(started);

// On Windows a closing console raises it, and the process ends whatever is done.
if (process.platform !== 'win32') process.on('SIGHUP', () => void started.reload());

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('Stopping', { signal });
    const done = await started.stop(SHUTDOWN_MS);
    if (!done) log.warn('Stopped before all work was done');
    log.info('Stopped');
    process.exit(0);
  });
}
