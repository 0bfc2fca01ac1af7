/** A workspace whose clock the test moves, with a bot that follows it and channels that ordered digests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { weekdays } from '../../src/core/digest/days.ts';
import type { Subscription } from '../../src/core/digest/subscription.ts';
import type { CallRecord } from '../../src/playground/api/api.ts';
import { Clock } from '../../src/playground/clock.ts';
import type { Fault, Message } from '../../src/playground/protocol.ts';
import type { Playground } from '../../src/playground/server.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { bot, dana, type LocalSlack, startSlack } from '../playground/local-slack.ts';
import { type OurBot, startOurBot } from '../slack/our-bot.ts';

export const TEAM = 'T0PLAYGRND';
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Stage {
  readonly slack: LocalSlack;
  /** The bot as it was started last. */
  readonly ours: OurBot;
  /** The bot's own store, through a door of the test's. */
  readonly store: Store;
  /** Epoch seconds. */
  now(): number;
  /** Makes a channel with the bot in it where there is none, orders a digest there, and has it seen to. */
  order(channelId: string, order?: Partial<Subscription>): Promise<Subscription>;
  /** The same, before the bot sees it. */
  prepare(channelId: string, order?: Partial<Subscription>): Promise<Subscription>;
  /** Time goes by, in steps; after each the bot has seen to what was due. */
  pass(seconds: number, step?: number): Promise<void>;
  /** The next calls of a method go wrong. */
  fail(method: Method, fault: Fault, times?: number): void;
  /** Calls of a method so far. */
  calls(method: Method): readonly CallRecord[];
  /** Starts another bot on the same store; the one before may be stopped or not. */
  restart(env?: Readonly<Record<string, string>>): Promise<OurBot>;
}

type Method =
  | 'chat.scheduleMessage'
  | 'chat.deleteScheduledMessage'
  | 'chat.scheduledMessages.list'
  | 'chat.postMessage';

export interface StageOptions {
  readonly rateLimits?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** @param startAt an ISO instant */
export async function setStage(startAt: string, { rateLimits = false, env = {} }: StageOptions = {}): Promise<Stage> {
  const clock = new Clock({ startAt: Date.parse(startAt), frozen: true });
  const slack = await startSlack({ manifest: 'manifest.yml', clock, rateLimits });
  const dataDir = mkdtempSync(join(tmpdir(), 'rafah-delivery-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const started = await startOurBot(slack, 'socket', {
      now: () => clock.now(),
      env: { DATA_DIR: dataDir, ...env, ...more },
    });
    await started.settle();
    return started;
  };
  let ours = await start();
  const store = await openStore({ dataDir, now: clock.seconds() });
  onTestFinished(() => store.close());
  const pass: Stage['pass'] = async (seconds, step = 6 * HOUR) => {
    const end = clock.seconds() + seconds;
    while (clock.seconds() < end) {
      clock.advance(Math.min(step, end - clock.seconds()) * 1000);
      await ours.settle();
    }
  };
  const prepare: Stage['prepare'] = async (channelId, order) => {
    addChannel(slack, channelId);
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const subscription = subscriptionOf(channelId, { turn: { from: today, after: null }, ...order });
    await store.subscriptions.save(subscription, clock.seconds());
    return subscription;
  };
  return {
    slack,
    get ours() {
      return ours;
    },
    store,
    now: () => clock.seconds(),
    pass,
    prepare,
    async order(channelId, order) {
      const subscription = await prepare(channelId, order);
      await pass(MINUTE);
      return subscription;
    },
    fail: (method, fault, times = 1) => slack.faults.set({ method, fault, times }),
    calls: (method) => slack.api.calls.filter((call) => call.method === method),
    async restart(more) {
      ours = await start(more);
      return ours;
    },
  };
}

export function subscriptionOf(channelId: string, order: Partial<Subscription> = {}): Subscription {
  return {
    teamId: TEAM,
    channelId,
    time: '09:00',
    zone: 'Europe/London',
    days: [...weekdays],
    count: 3,
    status: { kind: 'active' },
    orderedBy: dana,
    turn: { from: '2024-04-01', after: null },
    ...order,
  };
}

/** A public channel with the bot in it, unless it is there already. */
export function addChannel({ workspace }: Pick<Playground, 'workspace'>, id: string): void {
  if (workspace.conversations.has(id)) return;
  const named = { id, name: id.toLowerCase(), kind: 'public', topic: '', isArchived: false } as const;
  workspace.conversations.set(id, { ...named, created: workspace.clock.seconds(), members: new Set([dana, bot]) });
}

/** Digests posted in a channel, oldest first. */
export function digestsIn({ workspace }: Pick<Playground, 'workspace'>, channelId: string): readonly Message[] {
  return workspace.messagesIn(channelId).filter(({ userId, origin }) => userId === bot && origin === 'scheduled');
}

/** When they were posted, as ISO instants to the second. */
export function postTimes(slack: Pick<Playground, 'workspace'>, channelId: string): readonly string[] {
  return digestsIn(slack, channelId).map(({ ts }) => isoOf(Number(ts)));
}

/** When what Slack holds is to be posted, earliest first. */
export function heldTimes({ workspace }: Pick<Playground, 'workspace'>): readonly string[] {
  return [...workspace.scheduled.values()].map(({ postAt }) => isoOf(postAt)).sort();
}

/** The local day at an instant, and what the clock on the wall shows: by the machine's own calendar. */
export function localOf(seconds: number, zone: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(seconds * 1000);
  const [day = '', time = ''] = parts.split(', ');
  return { day, time };
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
