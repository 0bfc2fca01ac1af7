/** A workspace whose clock the test moves, with a bot that follows it and channels that ordered digests. */
import { onTestFinished } from 'vitest';
import { type Weekday, weekdays } from '../../src/core/digest/days.ts';
import type { Subscription } from '../../src/core/digest/subscription.ts';
import { Clock } from '../../src/playground/clock.ts';
import type { Message } from '../../src/playground/protocol.ts';
import type { Playground } from '../../src/playground/server.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { bot, dana, type LocalSlack, startSlack } from '../playground/local-slack.ts';
import { type OurBot, startOurBot } from '../slack/our-bot.ts';

const TEAM = 'T0PLAYGRND';
export const HOUR = 3600;
export const DAY = 24 * HOUR;

export interface Stage {
  readonly slack: LocalSlack;
  readonly ours: OurBot;
  /** The bot's own store, through a door of our own. */
  readonly store: Store;
  readonly now: () => number;
  /** Makes a channel with the bot in it, orders a digest there, and has it seen to. */
  order(channelId: string, order?: Partial<Subscription>): Promise<Subscription>;
  /** Time goes by, in steps; after each the bot has seen to what was due. */
  pass(seconds: number, step?: number): Promise<void>;
}

export async function setStage(startAt: string, options: { readonly rateLimits?: boolean } = {}): Promise<Stage> {
  const clock = new Clock({ startAt: Date.parse(startAt), frozen: true });
  const slack = await startSlack({ manifest: 'manifest.yml', clock, ...options });
  const ours = await startOurBot(slack, 'socket', { now: () => clock.now() });
  const store = await openStore({ dataDir: ours.dataDir, now: clock.seconds() });
  onTestFinished(() => store.close());
  await ours.settle();
  const pass: Stage['pass'] = async (seconds, step = 6 * HOUR) => {
    const end = clock.seconds() + seconds;
    while (clock.seconds() < end) {
      clock.advance(Math.min(step, end - clock.seconds()) * 1000);
      await ours.settle();
    }
  };
  return {
    slack,
    ours,
    store,
    now: () => clock.seconds(),
    pass,
    async order(channelId, order) {
      addChannel(slack, channelId);
      const subscription = subscriptionOf(channelId, { turn: { from: dayOf(clock.seconds()), after: null }, ...order });
      await store.subscriptions.save(subscription, clock.seconds());
      await pass(61);
      return subscription;
    },
  };
}

function subscriptionOf(channelId: string, order: Partial<Subscription> = {}): Subscription {
  return {
    teamId: TEAM,
    channelId,
    time: '09:00',
    zone: 'Europe/London',
    days: [...weekdays] as Weekday[],
    count: 3,
    status: { kind: 'active' },
    orderedBy: dana,
    turn: { from: '2024-04-01', after: null },
    ...order,
  };
}

/** A public channel with the bot in it, unless it is there already. */
function addChannel({ workspace }: Pick<Playground, 'workspace'>, id: string): void {
  if (workspace.conversations.has(id)) return;
  const named = { id, name: id.toLowerCase(), kind: 'public', topic: '', isArchived: false } as const;
  workspace.conversations.set(id, { ...named, created: workspace.clock.seconds(), members: new Set([dana, bot]) });
}

/** The local day before any zone's: turns may start on it. */
function dayOf(seconds: number): string {
  return new Date((seconds - DAY) * 1000).toISOString().slice(0, 10);
}

/** Digests posted in a channel, oldest first. */
function digestsIn({ workspace }: Pick<Playground, 'workspace'>, channelId: string): readonly Message[] {
  return workspace.messagesIn(channelId).filter(({ userId, origin }) => userId === bot && origin === 'scheduled');
}

/** When they were posted, as ISO instants to the second. */
export function postTimes(slack: Pick<Playground, 'workspace'>, channelId: string): readonly string[] {
  return digestsIn(slack, channelId).map(({ ts }) => new Date(Number(ts) * 1000).toISOString().replace('.000Z', 'Z'));
}
