/** When each workspace's digests are looked at: at the start, when something is due, and at once where an order changed. */
import { describeError, type Log } from './log.ts';

export interface DigestLoop {
  /** A workspace's subscriptions changed: it is looked at soon. Returns at once and never throws. */
  wake(teamId: string): void;
  /** The facts changed: every workspace is looked at. Returns at once and never throws. */
  wakeAll(): void;
  /** Resolves once everything that is due at this moment has been looked at. */
  idle(): Promise<void>;
  /** Begins nothing more. @returns whether what was under way came to its end within `timeoutMs` */
  stop(timeoutMs: number): Promise<boolean>;
}

export interface DigestLoopOptions {
  /** Workspaces to look at: those whose orders changed, or all. */
  readonly teamIds: (all: boolean) => Promise<readonly string[]>;
  /**
   * Looks at one workspace, for a while; never at the same one twice at once.
   * @param isStopping asked before each call to Slack
   * @returns when to go on, in milliseconds since 1970; `null` where there is nothing to go on with
   */
  readonly visit: (teamId: string, isStopping: () => boolean) => Promise<number | null>;
  /** What is seen to, as the log names it. */
  readonly what?: 'digests' | 'corrections';
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How often it is looked whether something is due, in milliseconds of the machine's time. */
  readonly beatMs?: number;
}

/** How often it is asked which workspaces changed: another process may have taken an order, or ended. */
const ROUND_MS = 60_000;
/** How often every workspace is looked at, whatever we know of it. */
const FULL_ROUND_MS = 60 * 60_000;
/** After a look at a workspace that failed. */
const AGAIN_MS = 60_000;
/** Workspaces looked at at once: enough that slow answers of Slack in some don't delay the others. */
const MAX_AT_ONCE = 8;

interface Team {
  /** Milliseconds since 1970; infinite where only a round or a change makes it due. */
  dueAt: number;
  state: 'resting' | 'waiting' | 'visited';
  /** A failure is told once, not every minute. */
  isFailing: boolean;
}

export function startDigestLoop(options: DigestLoopOptions): DigestLoop {
  const { teamIds, visit, what = 'digests', log, now, beatMs = 1000 } = options;
  const teams = new Map<string, Team>();
  const waiting: string[] = [];
  const underWay = new Set<Promise<void>>();
  let roundAt = now();
  let fullRoundAt = now();
  let round: Promise<void> | null = null;
  let roundFailed = false;
  let stopping = false;

  function teamOf(teamId: string): Team {
    const known = teams.get(teamId) ?? { dueAt: Number.POSITIVE_INFINITY, state: 'resting', isFailing: false };
    teams.set(teamId, known);
    return known;
  }

  function makeDue(teamId: string): void {
    const team = teamOf(teamId);
    team.dueAt = Math.min(team.dueAt, now());
  }

  async function goRound(): Promise<void> {
    try {
      const all = now() >= fullRoundAt;
      for (const teamId of await teamIds(all)) makeDue(teamId);
      if (all) fullRoundAt = now() + FULL_ROUND_MS;
      roundFailed = false;
    } catch (error) {
      if (!roundFailed) log.error(`The workspaces with ${what} could not be read`, describeError(error));
      roundFailed = true;
    }
  }

  async function look(teamId: string, team: Team): Promise<void> {
    team.state = 'visited';
    team.dueAt = Number.POSITIVE_INFINITY;
    try {
      const again = await visit(teamId, () => stopping);
      team.dueAt = Math.min(team.dueAt, again ?? Number.POSITIVE_INFINITY);
      team.isFailing = false;
    } catch (error) {
      if (!team.isFailing)
        log.error(`The ${what} of a workspace could not be seen to`, { teamId, ...describeError(error) });
      team.isFailing = true;
      team.dueAt = Math.min(team.dueAt, now() + AGAIN_MS);
    }
    team.state = 'resting';
    if (team.dueAt === Number.POSITIVE_INFINITY) teams.delete(teamId);
  }

  function begin(work: Promise<void>): void {
    const tracked = work.finally(() => {
      underWay.delete(tracked);
      beat();
    });
    underWay.add(tracked);
  }

  /** Begins all that is due and there is room for; first come, first served. */
  function beat(): void {
    if (stopping) return;
    if (round === null && now() >= roundAt) {
      roundAt = now() + ROUND_MS;
      round = goRound().finally(() => {
        round = null;
      });
      begin(round);
    }
    for (const [teamId, team] of teams) {
      if (team.state !== 'resting' || team.dueAt > now()) continue;
      team.state = 'waiting';
      waiting.push(teamId);
    }
    while (underWay.size < MAX_AT_ONCE) {
      const teamId = waiting.shift();
      if (teamId === undefined) return;
      begin(look(teamId, teamOf(teamId)));
    }
  }

  const timer = setInterval(beat, beatMs);
  timer.unref();
  beat();
  return {
    wake(teamId) {
      makeDue(teamId);
      beat();
    },
    wakeAll() {
      roundAt = now();
      fullRoundAt = now();
      beat();
    },
    async idle() {
      for (beat(); underWay.size > 0; beat()) await Promise.race(underWay);
    },
    async stop(timeoutMs) {
      stopping = true;
      clearInterval(timer);
      const timeUp = new Promise((resolve) => setTimeout(resolve, timeoutMs).unref());
      await Promise.race([Promise.all(underWay), timeUp]);
      return underWay.size === 0;
    },
  };
}
