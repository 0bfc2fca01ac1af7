/** Digests of channels: what people order, change and ask about them. */
import { composeDigest } from '../core/digest/compose.ts';
import type { Notice, Upcoming } from '../core/digest/notice.ts';
import { type Order, orderDigest, pauseDigest, resumeDigest, usualOrder } from '../core/digest/orders.ts';
import { nextPosts } from '../core/digest/schedule.ts';
import type { Subscription } from '../core/digest/subscription.ts';
import { type DigestRequest, parseDigest, type Timing } from '../core/digest/typed.ts';
import type { Reply } from '../core/reply.ts';
import type { Library } from './handle.ts';
import type { Place } from './place.ts';
import type { Subscriptions } from './ports.ts';

/** Whether Slack takes posts of ours in a channel; `error` is Slack's own word, "unknown" that it could not be asked. */
export type Permission =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'unknown' };

/** A workspace's channels, asked about with its own token. */
export interface Channels {
  /** Never rejects, and posts nothing. */
  takePosts(channelId: string): Promise<Permission>;
}

export interface SubscribingDependencies {
  readonly subscriptions: Subscriptions;
  readonly library: () => Library;
  /** Has a workspace's digests queued anew soon, after each change. */
  readonly wake: (teamId: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A digest of a workspace as a list shows it. */
export interface Listed {
  readonly subscription: Subscription;
  /** `null` while nothing is to be posted. */
  readonly next: Upcoming | null;
}

/** What the form starts from. */
export interface OrderForm extends Timing {
  readonly channelId: string;
  readonly count: number;
  /** The channel's present subscription, which the form changes; `null` where there is none. */
  readonly known: Subscription | null;
}

export type DigestChange = 'pause' | 'resume' | 'off';

/**
 * Anybody who can name the channel may change its digest: Slack tells this app no more about who may see what.
 * Rejects only where the store does.
 */
export interface Subscribing {
  /** What was typed after `digest`, in the channel where it was typed. */
  answer(words: readonly string[], place: Place, channels: Channels): Promise<Reply>;
  /** What a form for the channel starts from. */
  prepare(teamId: string, channelId: string): Promise<OrderForm>;
  /** Starts or changes the channel's digest. */
  order(order: Order, channels: Channels): Promise<Notice>;
  change(change: DigestChange, teamId: string, channelId: string, channels: Channels): Promise<Notice>;
  /**
   * A workspace's digests by the time of the next post: of those in direct messages only the person's own, and none for
   * `null`, who stands for everybody.
   */
  list(teamId: string, userId: string | null): Promise<readonly Listed[]>;
}

type Noticed = Exclude<DigestRequest, { readonly kind: 'preview' }>;

/** Enough to see that days and time are those that were meant. */
const SHOWN_POSTS = 3;

/** Of changes that two people make at once one goes first, and the other is made upon it. */
const MAX_TRIES = 5;

export function createSubscribing({ subscriptions, library, wake, now }: SubscribingDependencies): Subscribing {
  const seconds = (): number => Math.floor(now() / 1000);

  /** Saves what `next` makes of the channel's subscription as it is at that moment. */
  async function update(
    teamId: string,
    channelId: string,
    next: (known: Subscription | null) => Subscription | null,
  ): Promise<{ readonly before: Subscription | null; readonly after: Subscription | null }> {
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const before = await subscriptions.find(teamId, channelId);
      const after = next(before);
      if (after === null) return { before, after };
      if (before === null) await subscriptions.save(after, seconds());
      else if (!(await subscriptions.replace(before, after, seconds()))) continue;
      wake(teamId);
      return { before, after };
    }
    throw new Error('the subscription kept changing');
  }

  /** Where Slack takes posts in the channel, `next` is made, and what comes of it told. */
  async function schedule(
    { teamId, channelId }: Pick<Order, 'teamId' | 'channelId'>,
    channels: Channels,
    next: (known: Subscription | null) => Subscription | null,
    { isResumed = false, zoneTyped = true } = {},
  ): Promise<Notice> {
    const permission = await channels.takePosts(channelId);
    if (permission.kind === 'refused') {
      const hasDigest = (await subscriptions.find(teamId, channelId)) !== null;
      return { kind: 'refused', channelId, hasDigest, error: permission.error };
    }
    const { before, after } = await update(teamId, channelId, next);
    if (after === null) return { kind: 'none', channelId };
    return {
      kind: 'scheduled',
      change: before === null ? 'started' : isResumed ? 'resumed' : 'changed',
      subscription: after,
      next: upcoming(after, seconds()),
      zoneAssumed: !zoneTyped && before === null,
      checked: permission.kind === 'granted',
    };
  }

  const order = (ordered: Order, channels: Channels, zoneTyped = true): Promise<Notice> =>
    schedule(ordered, channels, (known) => orderDigest(library().corpus, known, ordered, seconds()), { zoneTyped });

  async function pause(teamId: string, channelId: string): Promise<Notice> {
    const { after } = await update(
      teamId,
      channelId,
      (known) => known && pauseDigest(library().corpus, known, seconds()),
    );
    return { kind: after === null ? 'none' : 'paused', channelId };
  }

  async function resume(teamId: string, channelId: string, channels: Channels): Promise<Notice> {
    if ((await subscriptions.find(teamId, channelId)) === null) return { kind: 'none', channelId };
    const next = (known: Subscription | null) => known && resumeDigest(library().corpus, known, seconds());
    return schedule({ teamId, channelId }, channels, next, { isResumed: true });
  }

  async function end(teamId: string, channelId: string): Promise<Notice> {
    const existed = await subscriptions.delete(teamId, channelId);
    if (existed) wake(teamId);
    return { kind: existed ? 'ended' : 'none', channelId };
  }

  async function status({ surface, teamId, channelId, userId }: Place): Promise<Notice> {
    const subscription = await subscriptions.find(teamId, channelId);
    if (subscription === null) return { kind: 'none', channelId };
    // Where everybody reads the answer, a name would call its owner.
    const { orderedBy } = subscription;
    const named = surface !== 'mention' || orderedBy === userId ? orderedBy : null;
    return { kind: 'status', subscription, next: upcoming(subscription, seconds()), orderedBy: named };
  }

  async function preview({ teamId, channelId, userId }: Place): Promise<Reply> {
    const { known, ...form } = await prepare(teamId, channelId);
    const { corpus } = library();
    const plan = known ?? orderDigest(corpus, null, { ...form, teamId, orderedBy: userId }, seconds());
    const [next] = nextPosts(plan, seconds(), 1);
    const at = known?.status.kind === 'active' ? (next?.slot.postAt ?? null) : null;
    const digest = composeDigest(corpus, plan, next?.day ?? plan.turn.from);
    return { kind: 'preview', channelId, at, digest };
  }

  async function prepare(teamId: string, channelId: string): Promise<OrderForm> {
    const all = await subscriptions.list(teamId);
    const known = all.find((subscription) => subscription.channelId === channelId) ?? null;
    const { time, zone, days, count } = usualOrder(known, all);
    return { channelId, time, zone, days, count, known };
  }

  async function list(teamId: string, userId: string | null): Promise<readonly Listed[]> {
    const all = await subscriptions.list(teamId);
    return all
      .filter(({ channelId, orderedBy }) => !channelId.startsWith('D') || orderedBy === userId)
      .map((subscription) => {
        const [next = null] = upcoming(subscription, seconds());
        return { subscription, next };
      })
      .sort((a, b) => (a.next?.at ?? Number.POSITIVE_INFINITY) - (b.next?.at ?? Number.POSITIVE_INFINITY) || 0);
  }

  async function notify(request: Noticed, form: OrderForm, place: Place, channels: Channels): Promise<Notice> {
    const { teamId, channelId, userId } = place;
    switch (request.kind) {
      case 'open':
        return { kind: 'offer' };
      case 'on': {
        const { time, zone, days, zoneTyped } = request;
        const ordered = { teamId, channelId, time, zone, days, count: form.count, orderedBy: userId };
        return order(ordered, channels, zoneTyped);
      }
      case 'off':
        return end(teamId, channelId);
      case 'pause':
        return pause(teamId, channelId);
      case 'resume':
        return resume(teamId, channelId, channels);
      case 'list':
        return { kind: 'list', entries: await list(teamId, place.surface === 'mention' ? null : userId) };
      case 'help':
        return { kind: 'help' };
      case 'problem':
        return { kind: 'problem', problem: request.problem };
      case 'status':
        return status(place);
    }
  }

  return {
    async answer(words, place, channels) {
      const form = await prepare(place.teamId, place.channelId);
      const request = parseDigest(words, form);
      if (request.kind === 'preview') return preview(place);
      return { kind: 'notice', notice: await notify(request, form, place, channels) };
    },
    prepare,
    order: (ordered, channels) => order(ordered, channels),
    async change(change, teamId, channelId, channels) {
      switch (change) {
        case 'pause':
          return pause(teamId, channelId);
        case 'resume':
          return resume(teamId, channelId, channels);
        case 'off':
          return end(teamId, channelId);
      }
    },
    list,
  };
}

function upcoming(subscription: Subscription, now: number): readonly Upcoming[] {
  if (subscription.status.kind !== 'active') return [];
  return nextPosts(subscription, now, SHOWN_POSTS).map(({ slot }) => ({ at: slot.postAt, zone: subscription.zone }));
}
