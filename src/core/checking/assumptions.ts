/** Whether what is assumed of a question is said by a claim: assumed is more than said. */
import type { Assumption } from '../answering/corrections.ts';
import type { Wanted } from '../answering/cues.ts';
import type { Judge, Judged } from '../answering/judge.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Means } from './comparison.ts';
import { type Clause, quotedStems, stemsQuotedIn, type Telling } from './reading.ts';
import { compareSpans } from './spans.ts';
import { isSupposed, isVerb } from './verbs.ts';

/** Whether the claim says it in so many words. */
export type IsSure = (assumption: Assumption, judged: Judged, claim: Clause) => boolean;

/** @param tellingsOf the sentences of the statement at a place */
export function createIsSure(
  { corpus, reader }: Pick<Judge, 'corpus' | 'reader'>,
  means: Means,
  tellingsOf: (at: number) => readonly Telling[],
): IsSure {
  return (
    { kind, statement: at, units, wanted = [] }: Assumption,
    { question }: Judged,
    { numbers, content, dates, spans }: Clause,
  ): boolean => {
    const statement = corpus.statements[at];
    if (kind === 'difference' || statement === undefined) return false;
    if (numbers.some(({ unit, bound }) => bound !== 'exact' && unit !== null && units.has(unit))) return false;
    const isSaid = (unit: Unit) =>
      unit.kind === 'number' ||
      unit.minor ||
      unit.words.every((word) => dates.some(({ words }) => words.includes(word))) ||
      content.some((each) => each.words[0] === unit.words[0]) ||
      !question.units.includes(unit);
    if (![...units].every(isSaid)) return false;
    // "unless it blocked the text" doesn't say that it did.
    if ([...units].some((unit) => isVerb(unit, question) && isSupposed(unit, question))) return false;
    const isSameSpan = spans.some((span) =>
      tellingsOf(at).some((telling) => telling.spans.some((told) => compareSpans(span, told) === 'same')),
    );
    if (isSameSpan || isParted([...units], question)) return false;
    if (kind === 'written') return !wanted.some((cue) => isFoundOnly(cue, [...units], reader));
    if (kind !== 'speaker') return true;
    const quoted = quotedStems(question);
    const said = stemsQuotedIn(statement);
    if (quoted.length > 0 && !quoted.some((each) => said.has(each))) return false;
    const words = statement.quotes.flatMap((each) => reader.readAside(each.words).units);
    return [...units].every(
      (unit) => unit.kind === 'name' || unit.unknown || words.some((other) => means(unit, other)),
    );
  };
}

/** Whether what an editor wrote stands in the claim only by words that help to find it and don't say the same. */
function isFoundOnly(cue: Wanted, units: readonly Unit[], { terms }: Reader): boolean {
  const holding = units.filter((unit) => unit.terms.some((term) => cue.terms.includes(term)));
  return (
    holding.length > 0 &&
    holding.every(
      (unit) =>
        unit.own !== cue.own && unit.terms.every((term) => !cue.terms.includes(term) || terms.isLoose(term, unit.own)),
    )
  );
}

/** "Harris's warning came before the trip was scrapped" says of her neither that she did nor that she didn't scrap it. */
function isParted(units: readonly Unit[], { words, units: all }: Question): boolean {
  const places = units.flatMap((unit) => (all.includes(unit) ? unit.words : []));
  const from = Math.min(...places);
  return words
    .slice(from, Math.max(...places))
    .some(({ form }, index) => PARTING.has(form) && !places.includes(from + index));
}
const PARTING = new Set(['before', 'after', 'when', 'while', 'until', 'once', 'although', 'though']);
