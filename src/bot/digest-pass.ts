/**
 * One look at a workspace's digests: what is wanted is compared with what was recorded and with what Slack holds, and
 * the differences are carried out. The rules stand with `reconcile`; what is here may be killed at any point.
 */
import { isOpen, type Slot } from '../core/digest/delivery.ts';
import { type Change, reconcile } from '../core/digest/reconcile.ts';
import { createDigestChanges, type DigestChangesDependencies } from './digest-changes.ts';
import { createDigestNews } from './digest-news.ts';
import { createPatience, keyOf, type Patience } from './digest-patience.ts';
import { createReadDigests, type DigestReading, type DigestReadingOptions } from './digest-reading.ts';
import { CLOSED_SECONDS, type Failure, NO_TOKEN, type Span } from './scheduled-messages.ts';

export type DigestPassDependencies = DigestChangesDependencies & DigestReadingOptions;

export interface DigestPass {
  /** Workspaces to look at: those whose orders changed, in whatever process; with `all` every one that has or had any. */
  teamIds(all: boolean): Promise<readonly string[]>;
  /**
   * Goes on until no change is left, or what is left has to wait, or it is others' turn.
   * @param isStopping asked before each call to Slack
   * @returns when to go on, in milliseconds since 1970; `null` where nothing is to be gone on with
   */
  visit(teamId: string, isStopping: () => boolean): Promise<number | null>;
}

/** How long deliveries are kept that are done with. The first look after a start goes back as far. */
export const KEPT_SECONDS = 8 * 24 * 60 * 60;
/** How often all that Slack holds is compared although by our records all is well: people may delete it there. */
const COMPARE_SECONDS = 60 * 60;
/** Up to so many, all that Slack holds is asked for at once: one page or two. */
const FEW = 100;
/** Of many, only what posts within an hour of the first that something is to be done for. */
const SPAN_SECONDS = 60 * 60;
/** Then it is another workspace's turn. */
const CALLS_A_VISIT = 20;
const READS_A_VISIT = 20;
/** Calls without an answer after which Slack is left alone until the next round. */
const MAX_SILENT = 3;
/** Until what has to wait is looked at again. */
const WAIT_SECONDS = 60;

/** One look that is under way. */
interface Visited {
  readonly teamId: string;
  readonly patience: Patience;
  readonly bySlot: DigestReading['bySlot'];
  readonly spent: { calls: number; silent: number };
  readonly isStopping: () => boolean;
}

export function createDigestPass(dependencies: DigestPassDependencies): DigestPass {
  const { messages, library, log, now } = dependencies;
  const seconds = (): number => Math.floor(now() / 1000);
  const { carryOut, noteMissingToken } = createDigestChanges(dependencies);
  const read = createReadDigests(dependencies);
  const news = createDigestNews(dependencies);
  const patiences = new Map<string, Patience>();
  exposeWaiting(dependencies, patiences);

  /** Why a workspace has to wait as a whole. @returns when to go on */
  function giveUp(teamId: string, patience: Patience, failure: Failure): number | null {
    const isNews = patience.noteTrouble(failure);
    switch (failure.kind) {
      case 'later':
        return now() + failure.seconds * 1000;
      case 'uninstalled':
        log.info('A workspace’s digests ended with its installation', { teamId, error: failure.error });
        patiences.delete(teamId);
        return null;
      default:
        if (isNews)
          log.error('The digests of a workspace have to wait', { teamId, why: failure.kind, error: failure.error });
        return now() + (failure.kind === 'unknown' ? WAIT_SECONDS : CLOSED_SECONDS) * 1000;
    }
  }

  async function visit(teamId: string, isStopping: () => boolean): Promise<number | null> {
    const patience = patiences.get(teamId) ?? createPatience();
    patiences.set(teamId, patience);
    /** Slots that Slack was asked about, and for which nothing can be done now. */
    const lookedAt = new Set<string>();
    const spent = { calls: 0, silent: 0 };
    for (let reads = 0; reads < READS_A_VISIT && !isStopping(); reads += 1) {
      const reading = await read(teamId, library().corpus, seconds(), patience.quietAt);
      if (reading === null) continue;
      const { recorded, planned, bySlot, pending } = reading;
      if (planned.length === 0 && pending.length === 0 && !recorded.some(isOpen)) {
        patiences.delete(teamId);
        return null;
      }
      patience.waiting = countWaiting(patience, reading, seconds());
      const isDoable = (change: Change): boolean =>
        !lookedAt.has(keyOf(change.slot)) &&
        !patience.isLeftAlone(change, bySlot.get(keyOf(change.slot))?.subscription, seconds());
      const first = earliest(pending.filter(isDoable));
      const compares = seconds() - patience.comparedAt >= COMPARE_SECONDS;
      if (first === null && !compares) {
        patience.noteTrouble(null);
        patience.quietAt = seconds();
        return restUntil(patience, reading);
      }
      const span =
        first === null || compares || recorded.length <= FEW ? null : { from: first, to: first + SPAN_SECONDS };
      const readAt = seconds();
      const held = await messages.list(teamId, span);
      spent.calls += 1;
      if (!held.ok) {
        const { kind, error } = held.failure;
        if (kind === 'workspace' && error === NO_TOKEN) await noteMissingToken(planned, error);
        return giveUp(teamId, patience, held.failure);
      }
      if (span === null) patience.comparedAt = readAt;
      const all = reconcile(planned, held.value, recorded, readAt).filter(
        (change) => isWithin(change.slot, span) && isDoable(change),
      );
      // What was posted moves turns on, and with them what is to be queued.
      const records = all.filter(({ kind }) => kind === 'record');
      const changes = records.length > 0 ? records : all;
      if (changes.length === 0) {
        for (const { slot } of pending) if (isWithin(slot, span)) lookedAt.add(keyOf(slot));
      }
      const end = await carryOutAll({ teamId, patience, bySlot, spent, isStopping }, changes);
      if (end !== 'read_anew') return end;
    }
    return now() + 1000;
  }

  /** @returns when to go on with the workspace; or that all has to be read anew, and gone on with at once */
  async function carryOutAll(visited: Visited, changes: readonly Change[]): Promise<number | null | 'read_anew'> {
    const { teamId, patience, bySlot, spent, isStopping } = visited;
    for (const change of changes) {
      if (isStopping()) return null;
      if (spent.calls >= CALLS_A_VISIT) return now();
      if (change.kind !== 'record') spent.calls += 1;
      const step = await carryOut(change, bySlot.get(keyOf(change.slot)) ?? null);
      if (step.kind === 'overtaken') break;
      if (step.kind === 'done') {
        patience.noteSuccess(change);
        continue;
      }
      const { failure } = step;
      if (failure.kind === 'unknown') spent.silent += 1;
      if (endsVisit(failure, spent.silent)) return giveUp(teamId, patience, failure);
      if (failure.kind !== 'unknown') noteRefusal(teamId, patience, change, failure);
      // The order is another one now: it says that Slack refuses it.
      if (failure.kind === 'channel') break;
    }
    return 'read_anew';
  }

  /** Nothing is left to do but what has to wait. */
  function restUntil({ comparedAt }: Patience, { pending, nextAt }: DigestReading): number {
    const waitingAt = pending.length > 0 ? seconds() + WAIT_SECONDS : Number.POSITIVE_INFINITY;
    return 1000 * Math.min(nextAt, waitingAt, comparedAt + COMPARE_SECONDS);
  }

  function noteRefusal(teamId: string, patience: Patience, change: Change, failure: Failure): void {
    patience.noteRefusal(change, failure, seconds());
    if (failure.kind !== 'bug' || !patience.noteTrouble(failure)) return;
    const { channelId } = change.slot;
    log.error('Slack refuses a call for digests', { teamId, channelId, call: change.kind, error: failure.error });
  }

  return {
    teamIds: news.teamIds,
    visit,
  };
}

function endsVisit({ kind }: Failure, silent: number): boolean {
  return kind === 'later' || kind === 'workspace' || kind === 'uninstalled' || silent >= MAX_SILENT;
}

function earliest(changes: readonly Change[]): number | null {
  const first = changes.reduce((least, { slot }) => Math.min(least, slot.postAt), Number.POSITIVE_INFINITY);
  return changes.length === 0 ? null : first;
}

function isWithin({ postAt }: Slot, span: Span | null): boolean {
  return span === null || (postAt >= span.from && postAt <= span.to);
}

/** Those that Slack refuses don't wait: they are told of otherwise. */
function countWaiting(
  { waiting }: Patience,
  { recorded, bySlot, pending }: DigestReading,
  now: number,
): Patience['waiting'] {
  const isTaken = (slot: Slot): boolean => bySlot.get(keyOf(slot))?.subscription.status.kind === 'active';
  const toQueue = pending.filter(({ kind, slot }) => kind === 'queue' && isTaken(slot)).length;
  const underWay = recorded.filter(
    ({ slot, state, leaseUntil }) => state.kind === 'queueing' && slot.postAt > now && leaseUntil > now,
  ).length;
  const count = toQueue + underWay;
  return count === 0 ? null : { since: waiting?.since ?? now, count };
}

function exposeWaiting({ metrics, now }: DigestPassDependencies, patiences: ReadonlyMap<string, Patience>): void {
  const all = () => [...patiences.values()].flatMap(({ waiting }) => waiting ?? []);
  metrics.gauge('rafah_digests_waiting', 'Digests of the coming 48 hours that Slack does not hold yet.', () =>
    all().reduce((sum, { count }) => sum + count, 0),
  );
  metrics.gauge('rafah_digest_lag_seconds', 'How long one of them has been waiting, at most.', () =>
    all().reduce((longest, { since }) => Math.max(longest, Math.round(now() / 1000 - since)), 0),
  );
}
