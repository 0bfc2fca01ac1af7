/** False premises that an editor wrote down, found in questions. */
import type { Corpus } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import { type Cue, holdCue, isExcused, readCues } from './cues.ts';
import type { Evidence } from './evidence.ts';

/** What a question takes for granted and a statement contradicts. */
export interface Assumption {
  readonly statement: number;
  /** A clause for people. */
  readonly assumed: string;
  /** The question's units that carry it. */
  readonly units: ReadonlySet<Unit>;
}

export type FindAssumption = (question: Question) => Assumption | null;

/** Of several that a question holds, the heaviest is the most specific; of equal ones the first written counts. */
export function createCorrections(corpus: Corpus, reader: Reader, evidence: Evidence): FindAssumption {
  const cues = corpus.statements
    .flatMap((statement, at) => readCues(statement, at, reader, evidence))
    .sort((a, b) => b.weight - a.weight);
  const byAnchor = new Map<TermId, number[]>();
  cues.forEach(({ anchor }, order) => {
    for (const term of anchor.terms) {
      const anchored = byAnchor.get(term);
      if (anchored === undefined) byAnchor.set(term, [order]);
      else anchored.push(order);
    }
  });
  return (question) => {
    const there = [...question.units, ...question.carried.map(({ unit }) => unit)];
    const candidates = new Set(there.flatMap(({ terms }) => terms.flatMap((term) => byAnchor.get(term) ?? [])));
    for (const order of [...candidates].sort((a, b) => a - b)) {
      const cue = cues[order] as Cue;
      const units = isExcused(cue, question) ? null : holdCue(cue, question, reader.terms.near);
      if (units !== null) return { statement: cue.statement, assumed: cue.correction.assumed, units };
    }
    return null;
  };
}
