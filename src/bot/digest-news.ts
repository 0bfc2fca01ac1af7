/** Which workspaces' orders changed, so that one where nothing is due need not be read. */
import type { Deliveries, Subscriptions } from './ports.ts';

export interface DigestNews {
  /** Those that changed since they were last named; with `all` every one that has orders, or something to take back. */
  teamIds(all: boolean): Promise<readonly string[]>;
}

export interface DigestNewsOptions {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Processes' clocks differ, and two changes may be of one second: what changed so recently is named once more. */
const RECENT_SECONDS = 30;

export function createDigestNews({ subscriptions, deliveries, now }: DigestNewsOptions): DigestNews {
  const named = new Map<string, { readonly revision: string; readonly at: number }>();
  return {
    async teamIds(all) {
      const at = Math.floor(now() / 1000);
      const teams = await subscriptions.revisions();
      const changed = teams.filter(({ teamId, count, changedAt }) => {
        const known = named.get(teamId);
        return known?.revision !== `${count} ${changedAt}` || changedAt >= known.at - RECENT_SECONDS;
      });
      const gone = [...named.keys()].filter((teamId) => !teams.some((team) => team.teamId === teamId));
      for (const teamId of gone) named.delete(teamId);
      for (const { teamId, count, changedAt } of teams) named.set(teamId, { revision: `${count} ${changedAt}`, at });
      if (!all) return [...changed.map(({ teamId }) => teamId), ...gone];
      return [...new Set([...teams.map(({ teamId }) => teamId), ...(await deliveries.openTeamIds())])];
    },
  };
}
