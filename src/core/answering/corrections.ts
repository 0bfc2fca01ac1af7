/** False premises that an editor wrote down, found in questions. */
import type { Corpus } from '../corpus.ts';
import type { OwnReader, Question, Reader } from '../question/analysis.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import { type Cue, holdCue, isExcused, readCues, type Wanted } from './cues.ts';
import type { Weights } from './evidence.ts';

/** What a question takes for granted and a statement contradicts. */
export interface Assumption {
  readonly statement: number;
  /** An editor wrote it down; the words are another's; the office is another's; a number, day or opposite differs; questions like it assume it. */
  readonly kind: 'written' | 'speaker' | 'office' | 'difference' | 'learned';
  /** A clause for people. */
  readonly assumed: string;
  /** The units of what an editor wrote down. */
  readonly wanted?: readonly Wanted[];
  /** The question's units that carry it. */
  readonly units: ReadonlySet<Unit>;
}

export type FindAssumption = (question: Question) => Assumption | null;

/** Plain data, made from the corpus. */
export interface CorrectionsIndex {
  /** The heaviest first. */
  readonly cues: readonly Cue[];
  /** Places of cues by the terms of their anchors. */
  readonly byAnchor: ReadonlyMap<TermId, readonly number[]>;
}

export function indexCorrections(corpus: Corpus, reader: OwnReader, weights: Weights): CorrectionsIndex {
  const shared = new Map<string, Wanted>();
  const read = corpus.statements
    .flatMap((statement, at) => readCues(statement, at, reader, weights, shared))
    .sort((a, b) => b.weight - a.weight);
  const byAnchor = new Map<TermId, number[]>();
  read.forEach(({ anchor }, order) => {
    for (const term of anchor.terms) {
      const anchored = byAnchor.get(term);
      if (anchored === undefined) byAnchor.set(term, [order]);
      else anchored.push(order);
    }
  });
  return { cues: read.map(({ cue }) => cue), byAnchor };
}

const NONE: readonly number[] = [];

/** Of several that a question holds, the heaviest is the most specific; of equal ones the first written counts. */
export function createCorrections({ cues, byAnchor }: CorrectionsIndex, { terms }: Reader): FindAssumption {
  return (question) => {
    const there = [...question.units, ...question.carried.flatMap(({ unit, meant }) => (meant ? [unit] : []))];
    const candidates = new Set<number>();
    const anchorIn = ({ terms: own }: Unit) => {
      for (const term of own) for (const order of byAnchor.get(term) ?? NONE) candidates.add(order);
    };
    question.units.forEach(anchorIn);
    for (const { unit } of question.carried) anchorIn(unit);
    for (const order of [...candidates].sort((a, b) => a - b)) {
      const cue = cues[order] as Cue;
      const units = holdCue(cue, question, there, terms.near);
      if (units !== null && !isExcused(cue, question))
        return { kind: 'written', statement: cue.statement, assumed: cue.correction.assumed, units, wanted: cue.units };
    }
    return null;
  };
}
