import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Outcome, State } from '../../src/playground/protocol.ts';
import { newsroom, startSlack } from './local-slack.ts';

const entry = 'dist/playground/main.js';
/** The bot's own start, on a busy machine. */
const startTimeout = 30_000;

beforeAll(() => {
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run \`npm run build\`, or \`npm test\`, which does.`);
});

interface Run {
  readonly process: ChildProcess;
  /** Everything printed so far, both streams. */
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
  /** Waits for a line and gives what its group matched. */
  untilPrinted(pattern: RegExp): Promise<string>;
}

function run(options: readonly string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [entry, ...options], { env: { ...process.env, PORT: '0', ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return {
    process: child,
    printed: () => text,
    ended,
    untilPrinted: (pattern) =>
      vi.waitFor(
        () => {
          const match = pattern.exec(text);
          if (match === null) throw new Error(`${pattern} not printed, only:\n${text}`);
          return match[1] ?? '';
        },
        { timeout: startTimeout, interval: 50 },
      ),
  };
}

const ready = /The playground is ready: open http:\/\/localhost:(\d+)/;
const botPid = /The bot starts as process (\d+)/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm run playground', { timeout: 2 * startTimeout }, () => {
  it.each([
    ['Socket Mode', []],
    ['signed HTTP', ['--http']],
  ])('answers over %s, and leaves nothing behind when it is stopped', async (_name, options) => {
    const TMPDIR = mkdtempSync(join(tmpdir(), 'playground-test-'));
    onTestFinished(() => rmSync(TMPDIR, { recursive: true }));
    // Settings of a real workspace must not reach the bot: with these it would refuse to start.
    const foreign = { SLACK_CLIENT_ID: 'malformed id', DATABASE_URL: 'postgres://nowhere.invalid/x' };
    const playground = run(options, { TMPDIR, ...foreign });
    const port = await playground.untilPrinted(ready);
    const pid = Number(await playground.untilPrinted(botPid));
    const url = `http://127.0.0.1:${port}/_playground`;
    expect(readdirSync(TMPDIR)).toHaveLength(1);
    const body = JSON.stringify({ channelId: newsroom, text: '/rafah how did the US vote?' });
    const outcome = (await (await fetch(`${url}/message`, { method: 'POST', body })).json()) as Outcome;
    expect(outcome).toEqual({ ok: true, command: '/rafah' });
    const state = (await (await fetch(`${url}/state`)).json()) as State;
    expect(state.messages[newsroom]).toMatchObject([{ text: expect.stringContaining('abstain') }]);
    expect(state.bot).toMatchObject({ connected: true, mode: options.length === 0 ? 'socket' : 'http' });
    playground.process.kill('SIGINT');
    expect(await playground.ended).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  it('lets channels choose follow-ups with --followups, and without it says what they take', async () => {
    const choose = async (options: readonly string[]): Promise<string> => {
      const port = await run(options).untilPrinted(ready);
      const url = `http://127.0.0.1:${port}/_playground`;
      const body = JSON.stringify({ channelId: newsroom, text: '/rafah followups on' });
      await fetch(`${url}/message`, { method: 'POST', body });
      const state = (await (await fetch(`${url}/state`)).json()) as State;
      return state.messages[newsroom]?.at(-1)?.text ?? '';
    };
    expect(await choose(['--followups'])).toContain('answered without a mention in threads');
    expect(await choose([])).toContain('uncomment the lines for public channels');
  });

  it('says that the bot died, and keeps the page', async () => {
    const playground = run([]);
    const port = await playground.untilPrinted(ready);
    process.kill(Number(await playground.untilPrinted(botPid)), 'SIGKILL');
    await playground.untilPrinted(/The bot died \(signal SIGKILL\)/);
    const state = (await (await fetch(`http://127.0.0.1:${port}/_playground/state`)).json()) as State;
    expect(state.bot.connected).toBe(false);
  });

  it('ends with the bot that can’t start, which has said why', async () => {
    const playground = run([], { FACTS_DIR: '/nonexistent' });
    expect(await playground.ended).toBe(1);
    expect(playground.printed()).toMatch(
      /bot \| .*\/nonexistent[\s\S]*The bot stopped before it was connected \(exit code 1\)/,
    );
  });

  it('names PORT when the port is taken or is none', async () => {
    const taken = new URL((await startSlack()).url).port;
    const onTaken = run([], { PORT: taken });
    expect(await onTaken.ended).toBe(1);
    expect(onTaken.printed()).toBe(`Port ${taken} is in use. Set PORT to a free one: PORT=3001 npm run playground\n`);
    const onNone = run([], { PORT: 'abc' });
    expect(await onNone.ended).toBe(1);
    expect(onNone.printed()).toMatch(/^PORT is abc\. Give it a port number/);
  });

  it('explains itself', async () => {
    const help = run(['--help']);
    expect(await help.ended).toBe(0);
    expect(help.printed()).toContain('--http');
    const unknown = run(['--nonsense']);
    expect(await unknown.ended).toBe(2);
    expect(unknown.printed()).toMatch(/nonsense[\s\S]*--http/);
  });
});
