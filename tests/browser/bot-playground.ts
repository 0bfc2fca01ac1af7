/** `npm run playground` as people run it, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunningPlayground {
  readonly url: string;
  stop(): Promise<void>;
}

/** @throws Error with what it printed, when it ends before it is ready */
export async function runPlayground(): Promise<RunningPlayground> {
  const child = spawn(process.execPath, ['dist/playground/main.js'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

function readUrl(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const url = /open (http:\/\/\S+)/.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => reject(new Error(`The playground ended before it was ready:\n${printed}`)));
  });
}
