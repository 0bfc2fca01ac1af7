/** `digest`: what a channel would be sent, in the terminal. */
import { parseArgs } from 'node:util';
import type { Corpus } from '../core/corpus.ts';
import { composeDigest, type DigestPlan } from '../core/digest/compose.ts';
import { weekdays } from '../core/digest/days.ts';
import { MAX_STATEMENTS_A_DIGEST } from '../core/digest/subscription.ts';
import { replyText } from '../core/plain-text.ts';
import { EXIT, type Io } from './io.ts';

const DIGEST_HELP = `Usage: npm run -s digest -- preview [--date YYYY-MM-DD] [--count N]

  --date    the day; today (UTC) without it
  --count   statements in it, 1 to ${MAX_STATEMENTS_A_DIGEST}; 3 without it
  --help    this text

Prints a day's digest of a channel that posts daily. Each channel goes through the facts in an order of its own; this is
the order of an imaginary one, the same everywhere and each time.

Exit code: 0 printed, 2 bad usage, 1 the facts can't be loaded.`;

const IMAGINARY: Omit<DigestPlan, 'count'> = {
  teamId: 'preview',
  channelId: 'preview',
  days: [...weekdays],
  turn: { from: '2024-04-01', after: null },
};

/**
 * @param load called only once the arguments are known to be good
 * @param now milliseconds since 1970
 */
export async function runDigest(
  args: readonly string[],
  io: Io,
  load: () => Promise<Corpus>,
  now: () => number = Date.now,
): Promise<number> {
  const usage = readUsage(args, new Date(now()).toISOString().slice(0, 10));
  if (usage.kind === 'help') {
    io.out(DIGEST_HELP);
    return EXIT.ok;
  }
  if (usage.kind === 'bad') {
    io.err(`digest: ${usage.problem}\n\n${DIGEST_HELP}`);
    return EXIT.usage;
  }
  const digest = composeDigest(await load(), { ...IMAGINARY, count: usage.count }, usage.day);
  io.out(replyText({ kind: 'digest', digest }));
  return EXIT.ok;
}

type Usage =
  | { readonly kind: 'help' }
  | { readonly kind: 'bad'; readonly problem: string }
  | { readonly kind: 'preview'; readonly day: string; readonly count: number };

function readUsage(args: readonly string[], today: string): Usage {
  let parsed: ReturnType<typeof parseDigestArgs>;
  try {
    parsed = parseDigestArgs(args);
  } catch (error) {
    return { kind: 'bad', problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const { date: day = today, count = '3' } = values;
  if (values.help) return { kind: 'help' };
  if (positionals.join(' ') !== 'preview') return { kind: 'bad', problem: 'the one command is "preview".' };
  if (!isDay(day)) return { kind: 'bad', problem: `--date ${day} is not a day. Write it as YYYY-MM-DD.` };
  const number = Number(count);
  if (!/^\d+$/.test(count) || number < 1 || number > MAX_STATEMENTS_A_DIGEST) {
    return { kind: 'bad', problem: `--count ${count} is not a number from 1 to ${MAX_STATEMENTS_A_DIGEST}.` };
  }
  return { kind: 'preview', day, count: number };
}

function parseDigestArgs(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { date: { type: 'string' }, count: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
