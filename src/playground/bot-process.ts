import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface BotProcessOptions {
  /** The bot's entry, compiled. */
  readonly entry: string;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes each line that the bot prints. */
  readonly onLine: (line: string) => void;
}

/** How a process ended: `exit code 1`, `signal SIGKILL`. */
export type Ending = string;

/** How long the bot may take to stop before it is killed, in milliseconds. */
const patience = 10_000;

/** The bot as a child process, as `npm start` runs it. */
export class BotProcess {
  readonly #child: ChildProcess;
  /** Settles once the process has ended. */
  readonly ended: Promise<Ending>;

  constructor(options: BotProcessOptions) {
    this.#child = spawn(process.execPath, ['--enable-source-maps', options.entry], {
      cwd: options.cwd,
      env: options.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in a terminal reaches us, and the bot hears of it from us, once.
      detached: true,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', options.onLine);
    }
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('close', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Asks the bot to stop, and kills it when it doesn't within ten seconds. */
  async stop(): Promise<void> {
    const impatience = setTimeout(() => this.kill(), patience);
    this.#child.kill('SIGTERM');
    await this.ended;
    clearTimeout(impatience);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
