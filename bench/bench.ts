/**
 * What the bot costs over the smallest Bolt app, both measured in this run, in turns, on this machine.
 * Prints ratios; exits with 1 where one is over its bar.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { timeCommand } from './command.ts';
import { type Contender, residentMiB, startContender, stopContender } from './contender.ts';

const STARTS = 9;
const ROUNDS = 40;
const COMMANDS_A_ROUND = 50;
const IDLE_MS = 1500;
const SIGNING_SECRET = 'bench-signing-secret-0123456789ab';
const QUESTIONS = [
  'how did the US vote?',
  'who is meeting on monday?',
  'what did Macron say about Rafah?',
  'how many people are sheltering there?',
  'why was the delegation canceled?',
  'is the resolution binding?',
  'what did Gallant say?',
  'who reported the names of the Israeli officials?',
  'when did Jean-Pierre say they would reschedule?',
  'was the call on Zoom?',
];

const dist = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const programs = {
  floor: { script: dist('bench/floor.js'), ready: /^ready$/, port: 4301 },
  bot: { script: dist('main.js'), ready: /"Ready"/, port: 4302 },
} as const;
type Name = keyof typeof programs;
const names: readonly Name[] = ['floor', 'bot'];

const slack = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      ok: true,
      team_id: 'T0BENCH',
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      team: 'Bench',
      user: 'bot',
      url: '',
    }),
  );
});
await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
const { port: slackPort } = slack.address() as AddressInfo;

function start(name: Name): Promise<Contender> {
  const { script, ready, port } = programs[name];
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-1-bench',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
    PORT: String(port),
    DATA_DIR: `${tmpdir()}/rafah-facts-bench`,
    LOG_LEVEL: 'info',
  };
  return startContender(script, env, ready);
}

const median = (values: readonly number[], share = 0.5): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

const starts: Record<Name, number[]> = { floor: [], bot: [] };
const memory: Record<Name, number[]> = { floor: [], bot: [] };
for (let i = 0; i < STARTS; i++) {
  for (const name of names) {
    const contender = await start(name);
    starts[name].push(contender.startMs);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    memory[name].push(residentMiB(contender));
    await stopContender(contender);
  }
}

const answers: Record<Name, number[]> = { floor: [], bot: [] };
const running = { floor: await start('floor'), bot: await start('bot') };
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) {
    for (let i = 0; i < COMMANDS_A_ROUND; i++) {
      const question = QUESTIONS[i % QUESTIONS.length] ?? '';
      const ms = await timeCommand(programs[name].port, SIGNING_SECRET, `${question} ${'?'.repeat(round % 3)}`.trim());
      if (round >= ROUNDS / 4) answers[name].push(ms);
    }
  }
}
for (const name of names) await stopContender(running[name]);
slack.close();

const rows = [
  { what: 'start to ready, median', unit: 'ms', bar: 1.5, floor: median(starts.floor), bot: median(starts.bot) },
  { what: 'idle memory, median', unit: 'MiB', bar: 1.5, floor: median(memory.floor), bot: median(memory.bot) },
  { what: 'acknowledged answer, p50', unit: 'ms', bar: 1.4, floor: median(answers.floor), bot: median(answers.bot) },
  {
    what: 'acknowledged answer, p99',
    unit: 'ms',
    bar: null,
    floor: median(answers.floor, 0.99),
    bot: median(answers.bot, 0.99),
  },
];
console.log(`Node ${process.version}, HTTP mode; ${STARTS} starts and ${answers.bot.length} commands each, in turns\n`);
console.log(`| ${'what'.padEnd(26)} | ${'floor'.padStart(10)} | ${'bot'.padStart(10)} | ratio |  bar |`);
console.log(`| ${'-'.repeat(26)} | ${'-'.repeat(9)}: | ${'-'.repeat(9)}: | ----: | ---: |`);
for (const { what, unit, bar, floor, bot } of rows) {
  const cell = (value: number) => `${value.toFixed(2)} ${unit}`.padStart(10);
  console.log(
    `| ${what.padEnd(26)} | ${cell(floor)} | ${cell(bot)} | ${(bot / floor).toFixed(2).padStart(5)} | ${bar === null ? '   -' : bar.toFixed(1).padStart(4)} |`,
  );
}
process.exitCode = rows.some(({ bar, floor, bot }) => bar !== null && bot / floor > bar) ? 1 : 0;
