/** Whether a passage has something of the kind that the question seeks, and that the question does not say itself. */
import { MARK } from './marks.ts';
import type { Match } from './match.ts';
import type { ParsedQuestion, Sought } from './question.ts';
import type { Term } from './question-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Tells whether the word at a place is of a kind. */
type Test = (place: number) => boolean;

const QUANTITIES: readonly Sought[] = ['measure', 'duration', 'money', 'percent'];
/** A number belongs to a noun that follows within so many words. */
const NUMBER_REACH = 3;
/** "By the former mayor Ada Moss": so many words lie between at most. */
const AGENT_REACH = 3;
/** Within about so many words an answer belongs to the terms around it. */
const ANSWER_REACH = 5;

export function answerEvidence(
  { seeks }: ParsedQuestion,
  terms: readonly Term[],
  match: Match,
  vocabulary: Vocabulary,
) {
  const { words, marks } = match.passage;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const has = (place: number, mark: number) => ((marks[place] ?? 0) & mark) !== 0;
  const isNew = (place: number) => place >= 0 && place < words.length && match.terms[place] === -1;

  const isDate: Test = (place) => has(place, MARK.year | MARK.calendar);
  const isNumber: Test = (place) => has(place, MARK.number) && !has(place, MARK.year);
  const isMeasure: Test = (place) =>
    (has(place, MARK.number) && has(place + 1, MARK.measure)) ||
    (has(place, MARK.measure) && has(place - 1, MARK.number));
  const isName: Test = (place) =>
    has(place, MARK.capital) &&
    !has(place, MARK.calendar | MARK.stop) &&
    (!has(place, MARK.initial) || vocabulary.isName(words[place] ?? -1));
  const isPlace: Test = (place) => has(place, MARK.afterPlaceWord) && isName(place);
  const isAgent: Test = (place) => {
    for (let back = 1; back <= AGENT_REACH; back++) if (has(place - back, MARK.by)) return isName(place);
    return false;
  };

  const any = (kind: boolean, test: Test) => {
    if (!kind) return 0;
    for (let place = 0; place < words.length; place++) if (isNew(place) && test(place)) return 1;
    return 0;
  };
  /** How near the best such word stands to the terms of the question. */
  const near = (kind: boolean, test: Test) => {
    let best = 0;
    if (!kind) return best;
    for (let place = 0; place < words.length; place++) {
      if (!isNew(place) || !test(place)) continue;
      let nearness = 0;
      terms.forEach(({ weight }, i) => {
        let distance = Number.POSITIVE_INFINITY;
        for (const at of match.places[i] ?? []) distance = Math.min(distance, Math.abs(at - place));
        if (distance < Number.POSITIVE_INFINITY) nearness += weight / total / (1 + distance / ANSWER_REACH);
      });
      best = Math.max(best, nearness);
    }
    return best;
  };
  const countsFocus = terms.some(
    ({ kind }, i) =>
      (kind === 'focus' || kind === 'head') &&
      match.places[i]?.some((at) => {
        for (let back = 1; back <= NUMBER_REACH; back++) if (isNew(at - back) && isNumber(at - back)) return true;
        return false;
      }),
  );

  return {
    hasDate: any(seeks.has('date'), isDate),
    dateNear: near(seeks.has('date'), isDate),
    hasNumber: any(seeks.has('number'), isNumber),
    /** A number stands before what is counted: "14 members" for "how many members". */
    numberOfFocus: seeks.has('number') && countsFocus ? 1 : 0,
    hasQuantity: any(
      QUANTITIES.some((kind) => seeks.has(kind)),
      isNumber,
    ),
    hasMeasure: any(seeks.has('measure'), isMeasure),
    hasPerson: any(seeks.has('person'), isName),
    personNear: near(seeks.has('person'), isName),
    hasAgent: any(seeks.has('person'), isAgent),
    hasPlace: any(seeks.has('place'), isPlace),
  };
}
