/** `npm run playground`: a local workspace with a web page, and the bot in it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BotProcess } from './bot-process.ts';
import { readManifest, uncommentLines } from './manifest.ts';
import { type Playground, startPlayground } from './server.ts';

const usage = `npm run playground [-- --http] [--followups]

Runs the bot in a local Slack-like workspace and serves its page. Needs no Slack account and no setting.

  --http       speak signed HTTP with the bot, as with a request URL; default: Socket Mode
  --followups  install the app with the commented lines of manifest.yml, for \`/rafah followups on\`
  --help       this text

  PORT       port of the page, default 3000
  FACTS_DIR  the facts to answer from, default ./facts
  LOG_LEVEL  debug, info, warn or error

Everything is forgotten when it stops.
`;

const root = fileURLToPath(new URL('../../', import.meta.url));
const botEntry = join(root, 'dist', 'main.js');

const say = (line: string) => process.stdout.write(`${line}\n`);

function giveUp(problem: string, exitCode: 1 | 2 = 1): never {
  process.stderr.write(`${problem}\n`);
  process.exit(exitCode);
}

function readOptions(): { readonly http: boolean; readonly followUps: boolean } {
  try {
    const { values } = parseArgs({
      options: { http: { type: 'boolean' }, followups: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help === true) {
      process.stdout.write(usage);
      process.exit(0);
    }
    return { http: values.http === true, followUps: values.followups === true };
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

function readPort(): number {
  const given = process.env['PORT']?.trim() || '3000';
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port;
  return giveUp(
    `PORT is ${given}. Give it a port number from 0 to 65535 (0 is any free port), or leave it out for 3000.`,
  );
}

async function startWorkspace(port: number, followUps: boolean): Promise<Playground> {
  try {
    const pageFolder = join(root, 'dist', 'playground', 'page');
    const manifest = readManifest(join(root, 'manifest.yml'), followUps ? uncommentLines : undefined);
    return await startPlayground({ port, manifest, pageFolder, rateLimits: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') giveUp(`Port ${port} is in use. Set PORT to a free one: PORT=3001 npm run playground`);
    if (code === 'EACCES') giveUp(`Port ${port} needs privileges. Set PORT to one above 1023.`);
    return giveUp(`The playground can't start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A port for the bot's own server. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** The bot's settings: ours, and none of a real workspace that a shell or `.env` may hold. An empty one counts as none. */
function botEnvironment(playground: Playground, http: boolean, port: number, dataFolder: string) {
  return {
    ...process.env,
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_APP_TOKEN: http ? '' : playground.appToken,
    SLACK_SIGNING_SECRET: http ? playground.signingSecret : '',
    SLACK_API_URL: playground.apiUrl,
    SLACK_CLIENT_ID: '',
    SLACK_CLIENT_SECRET: '',
    SLACK_STATE_SECRET: '',
    TOKEN_ENCRYPTION_KEY: '',
    SLACK_OPTIONAL_SCOPES: '',
    DATABASE_URL: '',
    DATA_DIR: dataFolder,
    PORT: String(port),
  };
}

/** Resolves once the bot takes what the workspace sends. */
async function untilConnected(playground: Playground, requestUrl: string | undefined): Promise<void> {
  if (requestUrl === undefined) {
    if (playground.socket.connected) return;
    await new Promise<void>((resolve) => {
      const end = playground.workspace.subscribe(() => {
        if (!playground.socket.connected) return;
        end();
        resolve();
      });
    });
    return;
  }
  while (!(await playground.switchToHttp(requestUrl))) await new Promise((resolve) => setTimeout(resolve, 100));
}

const { http, followUps } = readOptions();
const port = readPort();
if (!existsSync(botEntry)) giveUp(`${botEntry} is missing. Run \`npm run build\` first.`);
const playground = await startWorkspace(port, followUps);
const dataFolder = await mkdtemp(join(tmpdir(), 'rafah-facts-playground-'));
const botPort = await freePort();
const bot = new BotProcess({
  entry: botEntry,
  cwd: root,
  environment: botEnvironment(playground, http, botPort, dataFolder),
  onLine: (line) => say(`bot | ${line}`),
});

say(`The bot starts as process ${bot.pid ?? 'unknown'}.`);

let isStopping = false;
async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await bot.stop();
  await playground.stop();
  await rm(dataFolder, { recursive: true, force: true });
  process.exit(exitCode);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('exit', () => bot.kill());

let isReady = false;
void bot.ended.then((ending) => {
  if (isStopping) return;
  if (!isReady) {
    process.stderr.write(`The bot stopped before it was connected (${ending}). What it said stands above.\n`);
    void stop(1);
    return;
  }
  process.stderr.write(
    `The bot died (${ending}). The page is still there, but nobody answers: stop and start again.\n`,
  );
});

await untilConnected(playground, http ? `http://127.0.0.1:${botPort}/slack/events` : undefined);
isReady = true;
say(`The playground is ready: open http://localhost:${new URL(playground.url).port}`);
