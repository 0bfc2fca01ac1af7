/** The bot as `npm start` runs it, on facts of its own that a test can edit. Made by `npm run build`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished, vi } from 'vitest';
import type { LocalSlack } from '../playground/local-slack.ts';

const ARTICLE = '2024-04-01-virtual-meeting.yaml';

export interface FactsFolder {
  readonly dir: string;
  /** Puts other words into the article as it is now. */
  edit(from: string, to: string): void;
  /** Puts the article back as it was. */
  restore(): void;
}

/**
 * A copy of the project's facts; it is gone when the test is over. Without the questions that the engine learns from: an
 * edit is then served in a fraction of a second, also on a busy machine.
 */
export function copyFacts(): FactsFolder {
  const dir = mkdtempSync(join(tmpdir(), 'rafah-facts-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync('facts', dir, { recursive: true, filter: (source) => !/questions[^/]*\.yaml$/.test(source) });
  const path = join(dir, ARTICLE);
  const original = readFileSync(path, 'utf8');
  return {
    dir,
    edit(from, to) {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`the facts do not hold “${from}”`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    },
    restore: () => writeFileSync(path, original),
  };
}

export interface BotProcess {
  readonly url: string;
  readonly child: ChildProcess;
  readonly logged: readonly Record<string, unknown>[];
  ready(): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** Resolves once a line with this message was logged, `times` times. */
  logs(message: string, times?: number): Promise<Record<string, unknown>>;
  /** @param signal SIGTERM to stop as asked, SIGKILL to crash */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** A folder for the database, which several processes may share. */
export function makeDataFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rafah-data-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** In Socket Mode. It ends with the test. */
export async function startBotProcess(
  slack: LocalSlack,
  facts: FactsFolder,
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', resolve('dist/main.js')], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      FACTS_DIR: facts.dir,
      DATA_DIR: dataDir,
      PORT: '0',
      ...env,
    },
  });
  const logged: Record<string, unknown>[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      logged.push(line.startsWith('{') ? JSON.parse(line) : { message: line });
    });
  }
  const ended = once(child, 'close');
  const end: BotProcess['end'] = async (signal) => {
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => end('SIGKILL'));
  const logs: BotProcess['logs'] = (message, times = 1) =>
    vi.waitFor(
      () => {
        const lines = logged.filter((line) => line['message'] === message);
        const line = lines[times - 1];
        if (line === undefined) throw new Error(`not logged ${times} times: ${message}\n${JSON.stringify(logged)}`);
        return line;
      },
      { timeout: 30_000 },
    );
  const { port } = await logs('Ready');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    child,
    logged,
    logs,
    end,
    async ready() {
      const response = await fetch(`${url}/readyz`);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
  };
}
