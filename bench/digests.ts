/**
 * How the digest pass grows: 10,000, 30,000 and 100,000 subscriptions on the embedded database, in simulated time.
 * The pass, the store and the pace are the real ones; Slack is a table that answers at once and counts.
 * Prints what an hour costs, and how many times more three and ten times as many cost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { createDigestPass } from '../src/bot/digest-pass.ts';
import { createLog } from '../src/bot/log.ts';
import { createMetrics } from '../src/bot/metrics.ts';
import { createClock } from '../src/core/digest/calendar.ts';
import { weekdays } from '../src/core/digest/days.ts';
import { createPlan } from '../src/core/digest/plan.ts';
import { nextPosts } from '../src/core/digest/schedule.ts';
import type { Subscription } from '../src/core/digest/subscription.ts';
import { createEngine } from '../src/core/engine.ts';
import { loadFacts } from '../src/facts/load.ts';
import { openStore, type Store } from '../src/store/open.ts';
import { createSimulatedSlack, type SimulatedSlack } from './simulated-slack.ts';

interface Size {
  readonly workspaces: number;
  readonly channels: number;
}

const GROWTH: readonly Size[] = [
  { workspaces: 100, channels: 100 },
  { workspaces: 300, channels: 100 },
  { workspaces: 1000, channels: 100 },
];
const GIANT: Size = { workspaces: 1, channels: 10_000 };

const START = Date.parse('2024-04-02T00:00:00Z') / 1000;
const MINUTES = 60;
/** Slack's tier 3: calls of one method a minute in one workspace. */
const TIER = 50;
const ZONES = ['Europe/London', 'America/New_York', 'Asia/Gaza', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Asia/Kolkata'];

interface Cost {
  /** Processor seconds of the first look at everything, which composes each digest, and of another one. */
  readonly coldSeconds: number;
  readonly fullSeconds: number;
  /** The longest that one workspace took of it. */
  readonly longestVisitMs: number;
  /** Processor seconds of a minute in which nothing is due. */
  readonly quietSeconds: number;
  /** Of one processor's time, over an hour. */
  readonly share: number;
  /** Looks at a workspace in that hour. */
  readonly visits: number;
  readonly memoryMiB: number;
  readonly queued: number;
  readonly posted: number;
  /** Calls of one method in one workspace, in its busiest minute. */
  readonly busiest: number;
  readonly listsAtStart: number;
  readonly callsAnHour: number;
}

const loaded = await loadFacts('facts', 'dist/facts.bin');
if (!loaded.ok) throw new Error('the facts do not load');
const { corpus } = loaded;
const library = { corpus, engine: createEngine(corpus, loaded.index) };

function subscriptionsOf({ workspaces, channels }: Size): readonly Subscription[] {
  return Array.from({ length: workspaces * channels }, (_, i) => {
    const minutes = (i * 97 * 15) % (24 * 60);
    return {
      teamId: `T${Math.floor(i / channels)}`,
      channelId: `C${i}`,
      time: [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':'),
      zone: ZONES[i % ZONES.length] ?? 'UTC',
      days: [...weekdays],
      count: 3,
      status: { kind: 'active' },
      orderedBy: 'U1',
      turn: { from: '2024-04-01', after: null },
    };
  });
}

function heapMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** A database and a Slack as they are after days of running: everything of the coming two days is queued. */
async function fill(size: Size, dataDir: string, slack: SimulatedSlack): Promise<Store> {
  const store = await openStore({ dataDir, now: START });
  const database = new Database(join(dataDir, 'rafah.db'));
  const subscription = database.prepare('insert into subscriptions values (?, ?, ?, ?)');
  const delivery = database.prepare('insert into deliveries values (?, ?, ?, ?, ?, ?, 0, 2, ?)');
  const plan = createPlan(createClock());
  const all = subscriptionsOf(size);
  database.exec('begin');
  for (let i = 0; i < all.length; i += size.channels) {
    const own = all.slice(i, i + size.channels).map((each) => {
      const [next] = nextPosts(each, START, 1);
      return { ...each, turn: { from: next?.day ?? each.turn.from, after: null } };
    });
    for (const each of own) subscription.run(each.teamId, each.channelId, JSON.stringify(each), START);
    for (const { slot, day, content } of plan(corpus, own, START).planned) {
      const state = JSON.stringify({ kind: 'queued', messageId: slack.hold(slot) });
      delivery.run(slot.teamId, slot.channelId, slot.postAt, day, content, state, START);
    }
  }
  database.exec('commit');
  database.close();
  return store;
}

async function measure(size: Size): Promise<Cost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rafah-bench-'));
  let now = START * 1000;
  const slack = createSimulatedSlack(() => now);
  const store = await fill(size, dataDir, slack);
  const before = heapMiB();
  const pass = createDigestPass({
    subscriptions: store.subscriptions,
    deliveries: store.deliveries,
    messages: slack,
    library: () => library,
    clock: createClock(),
    metrics: createMetrics(),
    log: createLog('error', () => undefined),
    now: () => now,
  });
  let longest = 0;
  const dueAt = new Map<string, number>();
  let visits = 0;
  /** What a bot does in a minute: it looks where something changed or is due, until nothing more is. */
  const round = async (all = false): Promise<number> => {
    const begin = process.cpuUsage();
    for (const teamId of await pass.teamIds(all)) dueAt.set(teamId, now);
    for (const [teamId, due] of dueAt) {
      if (due > now) continue;
      const own = performance.now();
      let again: number | null = now;
      while (again !== null && again <= now) again = await pass.visit(teamId, () => false);
      dueAt.set(teamId, again ?? Number.POSITIVE_INFINITY);
      visits += 1;
      longest = Math.max(longest, performance.now() - own);
    }
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1_000_000;
  };
  const coldSeconds = await round(true);
  const listsAtStart = slack.calls;
  const memoryMiB = heapMiB() - before;
  longest = 0;
  const fullSeconds = await round(true);
  const longestVisitMs = longest;
  now += 120_000;
  await round();
  const quietSeconds = await round();
  const callsBefore = slack.calls;
  visits = 0;
  let seconds = 0;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    now += 60_000;
    seconds += await round();
  }
  await store.close();
  rmSync(dataDir, { recursive: true });
  return {
    coldSeconds,
    fullSeconds,
    quietSeconds,
    visits,
    longestVisitMs,
    share: seconds / (MINUTES * 60),
    memoryMiB,
    queued: slack.queued,
    posted: slack.posted,
    busiest: slack.busiest,
    listsAtStart,
    callsAnHour: slack.calls - callsBefore,
  };
}

const COLUMNS: readonly (readonly [string, (cost: Cost) => string])[] = [
  ['first look at all, processor time', ({ coldSeconds }) => `${coldSeconds.toFixed(2)} s`],
  ['later look at all (hourly)', ({ fullSeconds }) => `${fullSeconds.toFixed(2)} s`],
  ['of it the longest at one workspace', ({ longestVisitMs }) => `${longestVisitMs.toFixed(0)} ms`],
  ['a minute in which nothing is due', ({ quietSeconds }) => `${(quietSeconds * 1000).toFixed(0)} ms`],
  ['an hour, of one processor', ({ share }) => `${(share * 100).toFixed(2)} %`],
  ['looks at a workspace in it', ({ visits }) => `${visits}`],
  ['memory', ({ memoryMiB }) => `${memoryMiB.toFixed(0)} MiB`],
  ['posted and queued in the hour', ({ posted, queued }) => `${posted} + ${queued}`],
  ['calls: start, then an hour', ({ listsAtStart, callsAnHour }) => `${listsAtStart}, ${callsAnHour}`],
  ['busiest minute, of 50 calls', ({ busiest }) => `${busiest} (${((busiest / TIER) * 100).toFixed(0)} %)`],
];

function print(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

const named = [...GROWTH, GIANT].map((size) => ({
  size,
  name: `${(size.workspaces * size.channels).toLocaleString('en')} in ${size.workspaces.toLocaleString('en')}`,
}));
const costs: Cost[] = [];
for (const { size } of named) costs.push(await measure(size));
print(['channels in workspaces', ...named.map(({ name }) => name)]);
print(['---', ...named.map(() => '---')]);
for (const [title, show] of COLUMNS) print([title, ...costs.map(show)]);
const [one, , ten] = costs;
if (one !== undefined && ten !== undefined) {
  const ratio = (value: (cost: Cost) => number): string => (value(ten) / value(one)).toFixed(1);
  process.stdout.write(
    `\nTen times as many: ${ratio((cost) => cost.fullSeconds)} times the look at all, ${ratio((cost) => cost.share)} times the hour, ${ratio((cost) => cost.memoryMiB)} times the memory.\n`,
  );
}
