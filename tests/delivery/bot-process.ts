/** Bots in processes of their own, to be killed. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { Playground } from '../../src/playground/server.ts';
import type { Order, Report } from './child.ts';

export interface BotProcess {
  /** Tells it the time, in milliseconds since 1970. */
  tell(now: number): void;
  /** Resolves once every digest that was due has been seen to; rejects where the process ended before. */
  settle(): Promise<void>;
  metrics(): Promise<string>;
  /** With SIGKILL; resolves once it is gone. */
  kill(): Promise<void>;
  readonly ended: boolean;
}

/** @returns the file to run */
export async function buildBot(): Promise<string> {
  const outfile = `node_modules/.cache/rafah-facts/delivery-child-${process.pid}.mjs`;
  await build({
    entryPoints: ['tests/delivery/child.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['ws', 'yaml', 'libsql', 'pg'],
    banner: {
      js: "import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);",
    },
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

/** Resolves once it is ready. */
export async function startProcess(
  file: string,
  slack: Playground,
  store: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  const child = fork(file, [String(slack.clock.now())], {
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      ...store,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')));
  let ended = false;
  const exit = once(child, 'exit').then(() => {
    ended = true;
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exit;
  };
  onTestFinished(kill);
  const hears = async (isIt: (report: Report) => boolean): Promise<void> => {
    await Promise.race([heard(child, isIt), exit]);
    if (ended) throw new Error(`the bot ended: ${lines.join('\n')}`);
  };
  await hears((report) => 'ready' in report);
  let asked = 0;
  const send = (order: Order): unknown => child.connected && child.send(order);
  return {
    tell: (now) => send({ now }),
    async settle() {
      asked += 1;
      const own = asked;
      send({ settle: own });
      await hears((report) => 'settled' in report && report.settled === own);
    },
    async metrics() {
      const { port } = JSON.parse(lines.find((line) => line.includes('"Ready"')) ?? '{}');
      return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    },
    kill,
    get ended() {
      return ended;
    },
  };
}

function heard(child: ChildProcess, isIt: (report: Report) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listen = (report: Report): void => {
      if (!isIt(report)) return;
      child.off('message', listen);
      resolve();
    };
    child.on('message', listen);
  });
}
