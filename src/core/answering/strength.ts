/** How surely a unit of a question is meant at a place: in a statement, or in one of its wordings. */
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Evidence } from './evidence.ts';
import { endOf, type Postings, startOf, strengthAt } from './postings.ts';

/** Another word for the same is nearly as good as the word. */
const SAME_IDEA = 0.93;
/** How much of a name its single words make up. */
const PART = 0.5;

/** At each of `size` places: one row a unit. */
export function strengthsAt(
  size: number,
  units: readonly Unit[],
  where: Postings,
  isConcept: Evidence['isConcept'],
): Float64Array {
  const found = new Float64Array(size * units.length);
  units.forEach((unit, index) => {
    const row = index * size;
    const put = (term: TermId) => {
      const share = isConcept(term) ? SAME_IDEA : 1;
      const end = endOf(where, term);
      for (let place = startOf(where, term); place < end; place++) {
        const at = row + (where.at[place] ?? 0);
        const strength = (where.strength[place] ?? 0) * share;
        if (strength > (found[at] ?? 0)) found[at] = strength;
      }
    };
    unit.terms.forEach(put);
    unit.hints.forEach(put);
    for (const part of unit.parts) {
      const share = PART / unit.parts.length;
      const end = endOf(where, part);
      for (let place = startOf(where, part); place < end; place++) {
        const at = row + (where.at[place] ?? 0);
        const known = found[at] ?? 0;
        if (known < PART) found[at] = known + (where.strength[place] ?? 0) * share;
      }
    }
  });
  return found;
}

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
