/** The name of exactly this content. */
import { createHash } from 'node:crypto';
import { type CorpusSource, compareText } from '../core/corpus.ts';

/**
 * Twelve hex digits of a SHA-256 over what the files say: no difference of machine, file order, key order, line
 * endings, comments or layout changes it, and any change of a word does. Questions count as they are merged: it is the
 * same edition however they are spread over files, as long as that leaves each list in its order, in which they are learnt.
 */
export function nameEdition({ entities, articles, lexicon, glossary, questions }: CorpusSource): string {
  const sorted = [...articles].sort(([a], [b]) => compareText(a, b));
  const content = [
    entities,
    sorted,
    lexicon ?? null,
    glossary ?? null,
    ...(questions === undefined ? [] : [questions]),
  ];
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 12);
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)))
      : part,
  );
}
