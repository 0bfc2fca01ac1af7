/** What differs between two editions, as readers see it. */
import type { Shown, StatementVersion } from './shown.ts';

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
/** One sentence for each part of a statement that reads otherwise now: how it read before. */
export function describeBefore(before: Shown, after: Shown): readonly string[] {
  const sentences: string[] = [];
  if (before.text !== after.text) sentences.push(`Before, it read: “${before.text}”`);
  if (before.attribution !== after.attribution) {
    sentences.push(
      before.attribution === null
        ? 'Before, it was given as the article’s own.'
        : `Before, it was attributed to: ${before.attribution}.`,
    );
  }
  if (JSON.stringify(before.quotes) !== JSON.stringify(after.quotes)) {
    sentences.push(
      before.quotes.length === 0 ? 'Before, nobody was quoted.' : `Before, it quoted: ${before.quotes.join(', ')}.`,
    );
  }
  if (before.citation !== after.citation) sentences.push(`Before, it was cited to: ${before.citation}.`);
  if (before.date !== after.date) {
    sentences.push(before.date === null ? 'Before, it had no date.' : `Before, it was dated: ${before.date}.`);
  }
  return sentences;
}
