/**
 * What the bot costs over the smallest Bolt app, both measured in this run, in turns, on this machine.
 * Prints ratios; exits with 1 where one is over its bar. Rows of processor time are a second opinion: what else runs on
 * the machine lengthens them less.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { closeConnections, timeCommand } from './command.ts';
import { type Contender, processorMs, residentMiB, startContender, stopContender } from './contender.ts';

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

const HELP = `npm run bench

Measures the bot and the smallest Bolt app in turns, in about a minute: start, memory, and how long a slash command waits for
its answer. Prints ratios; exits with 1 where one is over its bar. Anything else on the machine blurs it: it prints the load.

  -h, --help  print this
`;

const [option] = process.argv.slice(2);
if (option !== undefined) {
  const isHelp = option === '-h' || option === '--help';
  if (isHelp) process.stdout.write(HELP);
  else process.stderr.write(`There is no option "${option}".\n\n${HELP}`);
  process.exit(isHelp ? 0 : 1);
}

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

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

type Series = Record<Name, number[]>;
const series = (): Series => ({ floor: [], bot: [] });
const [starts, startWork, memory, firsts] = [series(), series(), series(), series()];
const load = [loadavg()[0] ?? Number.NaN];
for (let i = 0; i < STARTS; i++) {
  for (const name of names) {
    const contender = await start(name);
    starts[name].push(contender.startMs);
    startWork[name].push(processorMs(contender));
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    memory[name].push(residentMiB(contender));
    firsts[name].push(await timeCommand(programs[name].port, SIGNING_SECRET, QUESTIONS[0] ?? ''));
    await stopContender(contender);
    closeConnections();
  }
}

const [answers, answerWork] = [series(), series()];
const running = { floor: await start('floor'), bot: await start('bot') };
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) {
    const before = processorMs(running[name]);
    for (let i = 0; i < COMMANDS_A_ROUND; i++) {
      const question = QUESTIONS[i % QUESTIONS.length] ?? '';
      const ms = await timeCommand(programs[name].port, SIGNING_SECRET, `${question} ${'?'.repeat(round % 3)}`.trim());
      if (round >= ROUNDS / 4) answers[name].push(ms);
    }
    if (round >= ROUNDS / 4) answerWork[name].push((processorMs(running[name]) - before) / COMMANDS_A_ROUND);
  }
}
for (const name of names) await stopContender(running[name]);
closeConnections();
slack.close();
load.push(loadavg()[0] ?? Number.NaN);

interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MiB';
  readonly of: Series;
  /** Which share of the measurements lies below the one shown. */
  readonly share: number;
  readonly bar: number | null;
}

const rows: readonly Row[] = [
  { what: 'start to ready', unit: 'ms', of: starts, share: 0.5, bar: 1.5 },
  { what: 'start, processor', unit: 'ms', of: startWork, share: 0.5, bar: null },
  { what: 'idle memory', unit: 'MiB', of: memory, share: 0.5, bar: 1.5 },
  { what: 'first answer', unit: 'ms', of: firsts, share: 0.5, bar: null },
  { what: 'acknowledged answer', unit: 'ms', of: answers, share: 0.5, bar: 1.4 },
  { what: 'acknowledged answer, p10', unit: 'ms', of: answers, share: 0.1, bar: null },
  { what: 'acknowledged answer, p99', unit: 'ms', of: answers, share: 0.99, bar: null },
  { what: 'answer, processor', unit: 'ms', of: answerWork, share: 0.5, bar: null },
];
const ratioOf = ({ of, share }: Row): number => quantile(of.bot, share) / quantile(of.floor, share);
const cell = (values: readonly number[], { share, unit }: Row): string =>
  `${quantile(values, share).toFixed(2)} ${unit}`.padStart(10);
/** Of a median: from the least to the most; of answers, whose extremes say little, the middle half. */
const spread = (values: readonly number[], { share }: Row): string => {
  const [from, to] = values.length > STARTS ? [0.25, 0.75] : [0, 0.999];
  const text = share === 0.5 ? `${quantile(values, from).toFixed(2)}–${quantile(values, to).toFixed(2)}` : '';
  return text.padStart(15);
};
console.log(
  `Node ${process.version}, HTTP mode; ${STARTS} starts and ${answers.bot.length} commands each, in turns; ` +
    `load ${load.map((each) => each.toFixed(1)).join(' to ')}\n`,
);
console.log(
  `| ${'median'.padEnd(24)} | ${'floor'.padStart(10)} | ${'bot'.padStart(10)} | ratio |  bar | ${'floor, spread'.padStart(15)} | ${'bot, spread'.padStart(15)} |`,
);
console.log(
  `| ${'-'.repeat(24)} | ${'-'.repeat(9)}: | ${'-'.repeat(9)}: | ----: | ---: | ${'-'.repeat(14)}: | ${'-'.repeat(14)}: |`,
);
for (const row of rows) {
  const bar = row.bar === null ? '   -' : row.bar.toFixed(1).padStart(4);
  console.log(
    `| ${row.what.padEnd(24)} | ${cell(row.of.floor, row)} | ${cell(row.of.bot, row)} | ${ratioOf(row).toFixed(2).padStart(5)} | ${bar} | ${spread(row.of.floor, row)} | ${spread(row.of.bot, row)} |`,
  );
}
process.exitCode = rows.some((row) => row.bar !== null && ratioOf(row) > row.bar) ? 1 : 0;
