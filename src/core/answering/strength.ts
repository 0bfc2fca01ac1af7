/** How surely a unit of a question is meant at a place: in a statement, or in one of its wordings. */
import type { TermId, Terms } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Evidence } from './evidence.ts';
import { endOf, type Postings, startOf, strengthAt } from './postings.ts';

/** Another word for the same is nearly as good as the word. */
const SAME_IDEA = 0.93;
/** How much of a name its single words make up. */
const PART = 0.5;

/** Of each unit in turn a row: how surely it is meant at each place. The next call takes the same memory. */
export type FindStrengths = (units: readonly Unit[]) => Float64Array;

/** @param size how many places there are */
export function createStrengths(size: number, where: Postings, isConcept: Terms['isConcept']): FindStrengths {
  let found = new Float64Array(size * USUAL_UNITS);
  const putTerm = (row: number, term: TermId) => {
    const share = isConcept(term) ? SAME_IDEA : 1;
    const end = endOf(where, term);
    for (let place = startOf(where, term); place < end; place++) {
      const at = row + (where.at[place] ?? 0);
      const strength = (where.strength[place] ?? 0) * share;
      if (strength > (found[at] ?? 0)) found[at] = strength;
    }
  };
  const putPart = (row: number, part: TermId, share: number) => {
    const end = endOf(where, part);
    for (let place = startOf(where, part); place < end; place++) {
      const at = row + (where.at[place] ?? 0);
      const known = found[at] ?? 0;
      if (known < PART) found[at] = known + (where.strength[place] ?? 0) * share;
    }
  };
  return (units) => {
    if (found.length < size * units.length) found = new Float64Array(size * units.length);
    else found.fill(0, 0, size * units.length);
    units.forEach(({ terms, hints, parts }, index) => {
      const row = index * size;
      for (const term of terms) putTerm(row, term);
      for (const term of hints) putTerm(row, term);
      for (const part of parts) putPart(row, part, PART / parts.length);
    });
    return found;
  };
}

/** Most questions have no more. */
const USUAL_UNITS = 12;

/** The same for one statement alone. */
export function strengthIn(statement: number, unit: Unit, { statementsWith, isConcept }: Evidence): number {
  const strengthOf = (term: TermId) => strengthAt(statementsWith, term, statement);
  let found = 0;
  for (const term of [...unit.terms, ...unit.hints]) {
    found = Math.max(found, strengthOf(term) * (isConcept(term) ? SAME_IDEA : 1));
  }
  for (const part of unit.parts) if (found < PART) found += strengthOf(part) * (PART / unit.parts.length);
  return found;
}
