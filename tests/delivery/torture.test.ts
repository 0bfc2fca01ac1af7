/**
 * A bot that is killed at random points while Slack answers late, wrongly or never: each slot is posted exactly once.
 * `KILLS=200 npx vitest run tests/delivery/torture.test.ts` takes some minutes; `SEED` repeats a run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Corpus } from '../../src/core/corpus.ts';
import { addDays, countDays, weekdays } from '../../src/core/digest/days.ts';
import { orderDigest } from '../../src/core/digest/orders.ts';
import { loadFacts } from '../../src/facts/load.ts';
import type { CallRecord } from '../../src/playground/api/api.ts';
import { Clock } from '../../src/playground/clock.ts';
import type { Fault } from '../../src/playground/protocol.ts';
import { openStore } from '../../src/store/open.ts';
import { type LocalSlack, startSlack } from '../playground/local-slack.ts';
import { type BotProcess, buildBot, startProcess } from './bot-process.ts';
import { addChannel, DAY, digestsIn, HOUR, localOf, MINUTE, subscriptionOf, TEAM } from './stage.ts';

const KILLS = Number(process.env['KILLS'] ?? 5);
const SEED = Number(process.env['SEED'] ?? 7);
const START = Date.parse('2024-10-22T12:00:00Z');
/** Few facts, which a bot has read soon. */
const FACTS_DIR = 'tests/facts/fixtures/bridge';

const CHANNELS = [
  { id: 'C1', time: '09:00', zone: 'Europe/London' },
  { id: 'C2', time: '09:30', zone: 'Europe/London' },
  { id: 'C3', time: '02:30', zone: 'America/New_York' },
  { id: 'C4', time: '23:59', zone: 'Asia/Gaza' },
  { id: 'C5', time: '00:00', zone: 'Pacific/Apia' },
  { id: 'C6', time: '12:15', zone: 'Australia/Lord_Howe' },
];

const FAULTS: readonly Fault[] = [
  { kind: 'late', delayMs: 400 },
  { kind: 'slow', delayMs: 400 },
  { kind: 'cut_after' },
  { kind: 'cut_before' },
  { kind: 'http', status: 503 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'ratelimited', retryAfterSeconds: 30 },
];
/** Until what a call set going at Slack has come through. */
const SLOWEST_MS = 500;

const METHODS = [
  'chat.scheduleMessage',
  'chat.scheduleMessage',
  'chat.deleteScheduledMessage',
  'chat.scheduledMessages.list',
];

let file: string;
let corpus: Corpus;
beforeAll(async () => {
  file = await buildBot();
  const loaded = await loadFacts(FACTS_DIR);
  if (!loaded.ok) throw new Error('the facts do not load');
  corpus = loaded.corpus;
});

it(`posts each slot exactly once through ${KILLS} kills`, { timeout: KILLS * 10_000 + 60_000 }, async () => {
  const random = createRandom(SEED);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const clock = new Clock({ startAt: START, frozen: true });
  const slack = await startSlack({ manifest: 'manifest.yml', clock });
  const scheduling = countCalls(slack);
  const dataDir = mkdtempSync(join(tmpdir(), 'rafah-torture-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const store = await openStore({ dataDir, now: clock.seconds() });
  onTestFinished(() => store.close());
  /** Local days around which a channel's order changed: they have one digest or none. */
  const open = new Map<string, Set<string>>();
  const keepOpen = (id: string, zone: string, around: number): void => {
    const day = localOf(clock.seconds(), zone).day;
    const days = open.get(id) ?? new Set();
    for (let i = -around; i <= around; i += 1) days.add(addDays(day, i));
    open.set(id, days);
  };
  for (const { id, time, zone } of CHANNELS) {
    addChannel(slack, id);
    const order = { ...subscriptionOf(id, { time, zone }), days: weekdays };
    await store.subscriptions.save(orderDigest(corpus, null, order, clock.seconds()), clock.seconds());
    keepOpen(id, zone, 1);
  }

  async function change(): Promise<void> {
    const { id } = pick(CHANNELS);
    const known = await store.subscriptions.find(TEAM, id);
    if (known === null) throw new Error('a subscription is gone');
    const time = `${String(below(24)).padStart(2, '0')}:${pick(['00', '15', '30', '59'])}`;
    const next = orderDigest(corpus, known, { ...known, time }, clock.seconds());
    if (await store.subscriptions.replace(known, next, clock.seconds())) keepOpen(id, known.zone, 1);
  }

  /** Somewhere in the work that follows: after so long, or when a call has come in. */
  async function killSomewhere(running: BotProcess): Promise<void> {
    const calls = below(8);
    const wanted = scheduling() + calls;
    const end = performance.now() + below(calls === 0 ? 200 : 600);
    while (performance.now() < end && !(calls > 0 && scheduling() >= wanted)) await pause(1);
    await pause(below(8));
    await running.kill();
  }

  let kills = 0;
  /** Kills between an intent and its outcome. */
  let midway = 0;
  let running = await startProcess(file, slack, { DATA_DIR: dataDir, FACTS_DIR });
  const move = (seconds: number): void => {
    clock.advance(seconds * 1000);
    running.tell(clock.now());
  };
  while (kills < KILLS) {
    if (below(3) > 0) slack.faults.set({ method: pick(METHODS), fault: pick(FAULTS), times: 1 + below(3) });
    if (below(4) === 0) await change();
    move(1 + below(pick([5 * MINUTE, 3 * HOUR, 10 * HOUR])));
    await killSomewhere(running);
    kills += 1;
    const recorded = await store.deliveries.list(TEAM, clock.seconds());
    if (recorded.some(({ state }) => state.kind === 'queueing' || state.kind === 'withdrawing')) midway += 1;
    await pause(SLOWEST_MS);
    slack.faults.clear();
    move(below(pick([10, 3 * MINUTE])));
    running = await startProcess(file, slack, { DATA_DIR: dataDir, FACTS_DIR });
    if (kills % 4 > 0) continue;
    // No longer than two days may pass without a moment in which the bot can work.
    for (let i = 0; i < 4; i += 1) {
      move(61);
      await running.settle();
    }
  }
  const end = clock.seconds();
  for (let passed = 0; passed < 3 * DAY; passed += 4 * HOUR) {
    move(4 * HOUR);
    await running.settle();
  }

  const problems = CHANNELS.flatMap(({ id, zone }) => {
    const posts = digestsIn(slack, id);
    const days = posts.map(({ ts }) => localOf(Number(ts), zone).day);
    const first = localOf(START / 1000, zone).day;
    const last = localOf(end + 2 * DAY, zone).day;
    return Array.from({ length: countDays(first, last, weekdays) + 1 }, (_, i) => addDays(first, i)).flatMap((day) => {
      const count = days.filter((own) => own === day).length;
      return count > 1 || (count === 0 && open.get(id)?.has(day) !== true) ? [`${id} ${day}: ${count} digests`] : [];
    });
  });
  expect(problems, `SEED=${SEED}`).toEqual([]);
  const calls = scheduling();
  const total = CHANNELS.reduce((sum, { id }) => sum + digestsIn(slack, id).length, 0);
  process.stdout.write(
    `${kills} kills, ${midway} of them between an intent and its outcome, in ${((end - START / 1000) / DAY).toFixed(1)} days: ${total} digests, ${calls} calls to schedule or take back\n`,
  );
});

/** Counts calls that schedule or take back; the playground itself remembers only the latest calls. */
function countCalls({ api }: LocalSlack): () => number {
  let count = 0;
  let last: CallRecord | undefined;
  return () => {
    const fresh = api.calls.slice(last === undefined ? 0 : api.calls.lastIndexOf(last) + 1);
    last = api.calls.at(-1);
    count += fresh.filter(
      ({ method }) => method !== 'chat.scheduledMessages.list' && method.startsWith('chat.'),
    ).length;
    return count;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** mulberry32: numbers from 0 up to 1 that a seed repeats. */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
