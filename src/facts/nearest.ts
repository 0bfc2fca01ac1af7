/** "Did you mean": the known word that a mistyped one most likely stands for. */
import { compareText } from '../core/corpus.ts';
import { countEdits } from '../core/request.ts';

/**
 * @returns the nearest of `known`, or `null` where none is near: more than a third of the letters differ and none of
 *   its hyphenated parts is what was written ("blinken" is near to "antony-blinken")
 */
export function findNearest(written: string, known: Iterable<string>): string | null {
  const word = written.toLowerCase();
  const near = [...known]
    .map((name) => ({ name, edits: countNearestEdits(word, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(Math.min(word.length, name.length) / 3)));
  near.sort((a, b) => a.edits - b.edits || compareText(a.name, b.name));
  return near[0]?.name ?? null;
}

/** The known word itself, or the one that a mistyped word most likely stands for. */
export function findMeant(written: string | undefined, known: readonly string[]): string | null {
  if (written === undefined) return null;
  return known.includes(written) ? written : findNearest(written, known);
}

/** A whole part of a name is nearer than any slip of the pen. */
function countNearestEdits(word: string, name: string): number {
  const isPart = name.split(/[-_]/).includes(word) || word.split(/[-_]/).includes(name);
  return isPart ? 0.5 : countEdits(word, name);
}
