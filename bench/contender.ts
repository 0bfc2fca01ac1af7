/** One of the two programs that are compared, as a child process. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Contender {
  readonly process: ChildProcess;
  /** Milliseconds from spawn to the line that says it is ready. */
  readonly startMs: number;
}

/**
 * @param ready matches the line of its output that says it can be asked
 * @throws where it exits or says nothing within ten seconds
 */
export async function startContender(
  script: string,
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Contender> {
  const started = performance.now();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const startMs = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${script} ${why}:\n${said.join('\n')}`));
    const timer = setTimeout(() => fail('did not get ready in 10 s'), 10_000);
    child.once('exit', (code) => fail(`exited with ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (!ready.test(line)) return;
        clearTimeout(timer);
        child.removeAllListeners('exit');
        resolve(performance.now() - started);
      });
    }
  });
  return { process: child, startMs };
}

export async function stopContender({ process: child }: Contender): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Milliseconds of processor that all its threads have used, whoever else wanted it; NaN where the system doesn't tell. */
export function processorMs({ process: child }: Contender): number {
  const tasks = `/proc/${child.pid}/task`;
  try {
    const nanoseconds = readdirSync(tasks).map((task) =>
      Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Resident memory in MiB. */
export function residentMiB({ process: child }: Contender): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
}
