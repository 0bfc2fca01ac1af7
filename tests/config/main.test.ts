/** The process itself, as built: started with settings, ended by signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../playground/bolt-app.ts';
import { type LocalSlack, startSlack } from '../playground/local-slack.ts';

/** Made by `npm run build`, which `npm test` runs first. */
const MAIN = resolve('dist/main.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the log line that has this message. */
  logged(message: string): Promise<Record<string, unknown>>;
}

/** Starts the bot in a folder of its own, with these settings and none of this machine's. */
function startProcess(env: Record<string, string>, files: Record<string, string> = {}): Running {
  const cwd = mkdtempSync(join(tmpdir(), 'rafah-main-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const child = spawn(process.execPath, [MAIN], {
    cwd,
    env: { PATH: process.env['PATH'], FACTS_DIR: resolve('facts'), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, out, err })));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(cwd, { recursive: true, force: true });
  });
  return {
    child,
    ended,
    logged: (message) =>
      new Promise((found, lost) => {
        const look = (): void => {
          for (const line of out.split('\n').filter((text) => text.startsWith('{'))) {
            if (line.endsWith('}') && JSON.parse(line).message === message) found(JSON.parse(line));
          }
        };
        child.stdout.on('data', look);
        void ended.then(({ code }) => lost(new Error(`ended with ${code} before "${message}": ${out}${err}`)));
        look();
      }),
  };
}

async function settings(mode: 'http' | 'socket', slack?: LocalSlack): Promise<Record<string, string>> {
  const workspace = slack ?? (await startSlack({ manifest: 'manifest.yml' }));
  return {
    SLACK_BOT_TOKEN: workspace.botToken,
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: workspace.signingSecret } : { SLACK_APP_TOKEN: workspace.appToken }),
    SLACK_API_URL: workspace.apiUrl,
    PORT: '0',
  };
}

/** Ends with 1 and plain words: what stands in stderr has no stack. */
async function expectGivesUp(running: Running, words: RegExp): Promise<void> {
  const { code, err } = await running.ended;
  expect(err).toMatch(words);
  expect(err).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

describe('the process starts, and ends when it is told to', () => {
  it.each([
    ['http', 'SIGTERM'],
    ['socket', 'SIGINT'],
  ] as const)('over %s, on %s, with exit code 0', async (mode, signal) => {
    const running = startProcess(await settings(mode));
    const { port } = await running.logged('Ready');
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    running.child.kill(signal);
    const { code, err } = await running.ended;
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('reads what the environment lacks from .env', async () => {
    const { SLACK_BOT_TOKEN = '', ...rest } = await settings('http');
    const running = startProcess(rest, { '.env': `SLACK_BOT_TOKEN="${SLACK_BOT_TOKEN}"\nPORT=1\n` });
    expect((await running.logged('Ready'))['port']).not.toBe(1);
  });
});

describe('the log says whether the build’s index of the facts was used', () => {
  it.each([
    ['built', ''],
    ['read at start', '# edited after the build\n'],
  ])('%s', async (factsIndex, added) => {
    const facts = mkdtempSync(join(tmpdir(), 'rafah-facts-'));
    onTestFinished(() => rmSync(facts, { recursive: true }));
    cpSync('facts', facts, { recursive: true });
    appendFileSync(join(facts, 'entities.yaml'), added);
    const running = startProcess({ ...(await settings('http')), FACTS_DIR: facts });
    expect(await running.logged('Ready')).toMatchObject({ factsIndex });
  });
});

describe('the process ends', () => {
  it('with exit code 1 and one line when Slack takes its token away', async () => {
    const slack = await startSlack({ manifest: 'manifest.yml' });
    const running = startProcess(await settings('socket', slack));
    await running.logged('Ready');
    await slack.do('faults', { method: '*', fault: { kind: 'error', error: 'invalid_auth' }, times: 99 });
    slack.socket.cut();
    const { code, err } = await running.ended;
    expect(code).toBe(1);
    expect(err).toContain('"message":"The process ends after an error nobody handled"');
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('what is not as it must be ends the process with exit code 1 and words', () => {
  it('no settings', async () => {
    await expectGivesUp(startProcess({}), /can't start\. 2 settings to correct:\n {2}SLACK_BOT_TOKEN is missing/);
  });

  it('a token that Slack refuses', async () => {
    const env = { ...(await settings('http')), SLACK_BOT_TOKEN: 'xoxb-nobody' };
    await expectGivesUp(startProcess(env), /Slack refused SLACK_BOT_TOKEN \(invalid_auth\)/);
  });

  it('an app token that Slack refuses', async () => {
    const env = { ...(await settings('socket')), SLACK_APP_TOKEN: 'xapp-nobody' };
    await expectGivesUp(startProcess(env), /Slack refused SLACK_APP_TOKEN \(invalid_auth\)/);
  });

  it('Slack out of reach', async () => {
    const url = `http://127.0.0.1:${await freePort()}/api/`;
    const running = startProcess({ ...(await settings('http')), SLACK_API_URL: url });
    await expectGivesUp(running, /Slack can't be reached at http:.*\(ECONNREFUSED\)/);
  });

  it('a port that is taken', async () => {
    const taken = createServer().listen(0);
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const env = { ...(await settings('http')), PORT: port };
    await expectGivesUp(
      startProcess(env),
      new RegExp(`PORT ${port} can't be used \\(another process listens there\\)`),
    );
  });

  it('facts that are absent, empty or broken', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rafah-facts-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const env = await settings('http');
    const start = (name: string) => startProcess({ ...env, FACTS_DIR: join(dir, name) });
    await expectGivesUp(start('absent'), /The facts in FACTS_DIR .*absent/);
    mkdirSync(join(dir, 'empty'));
    await expectGivesUp(start('empty'), /The facts in FACTS_DIR .*empty/);
    mkdirSync(join(dir, 'broken'));
    writeFileSync(join(dir, 'broken', 'entities.yaml'), 'entities: [');
    await expectGivesUp(start('broken'), /entities\.yaml:1:\d+/);
  });

  it('a data folder that is a file', async () => {
    const env = { ...(await settings('http')), DATA_DIR: 'data' };
    await expectGivesUp(startProcess(env, { data: 'a file' }), /DATA_DIR: "data" is a file/);
  });

  it.runIf(process.platform === 'linux')('a data folder that can not be made', async () => {
    const env = { ...(await settings('http')), DATA_DIR: '/proc/x' };
    await expectGivesUp(startProcess(env), /DATA_DIR: "\/proc\/x" can't be made.*Name another folder/);
  });

  it('a database out of reach', async () => {
    const env = { ...(await settings('http')), DATABASE_URL: 'postgres://u:hidden@127.0.0.1:9/d' };
    const running = startProcess(env);
    await expectGivesUp(running, /DATABASE_URL: no PostgreSQL answers at/);
    expect((await running.ended).err).not.toContain('hidden');
  });
});
