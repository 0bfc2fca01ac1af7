/** What differs between two editions, as readers see it. */
import type { StatementVersion } from './shown.ts';

export interface Changes {
  readonly added: readonly StatementVersion[];
  readonly changed: readonly ChangedStatement[];
  readonly removed: readonly StatementVersion[];
}

export interface ChangedStatement {
  readonly before: StatementVersion;
  readonly after: StatementVersion;
}

/** In the order of the later edition, the removed ones in that of the earlier. A new id alone is no change. */
export function compareVersions(before: readonly StatementVersion[], after: readonly StatementVersion[]): Changes {
  const idsBefore = new Map(before.map((version) => [version.id, version]));
  const idsAfter = new Set(after.map(({ id }) => id));
  const namesAfter = new Set(after.map(({ name }) => name));
  const namesBefore = new Set(before.map(({ name }) => name));
  return {
    added: after.filter(({ id, name }) => !idsBefore.has(id) && !namesBefore.has(name)),
    changed: after.flatMap((version) => {
      const earlier = idsBefore.get(version.id);
      return earlier === undefined || earlier.name === version.name ? [] : [{ before: earlier, after: version }];
    }),
    removed: before.filter(({ id, name }) => !idsAfter.has(id) && !namesAfter.has(name)),
  };
}
