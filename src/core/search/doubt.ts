/** What speaks against the best passage being an answer at all. Costlier than the features; read for that one only. */
import { antonymsOf } from './antonyms.ts';
import { type Asked, evidenceOf } from './features.ts';
import { MARK } from './marks.ts';
import type { Matcher } from './match.ts';
import { rootOf } from './word-forms.ts';

const NEIGHBOURHOOD = 9;
/** "un" and the like before a root deny it. */
const DENIALS = ['un', 'in', 'im', 'ir', 'non', 'dis'];

export type Doubts = ReturnType<typeof readDoubts>;

export function readDoubts(asked: Asked, passage: number) {
  const { terms, total, matcher, index, question } = asked;
  const { held, passage: own } = matcher.at(passage);
  const { words, marks } = own;
  let missing = 0;
  let largestMissing = 0;
  let missingNames = 0;
  let absent = 0;
  const absentOf = { head: 0, focus: 0, verb: 0, plain: 0 };
  terms.forEach((term, i) => {
    const lack = 1 - (held[i] ?? 0);
    if (lack === 0) return;
    const share = (term.weight / total) * lack;
    missing += evidenceOf(term) * lack;
    largestMissing = Math.max(largestMissing, share);
    if (term.kind === 'name' || term.kind === 'number') missingNames += share;
    else if (!isAround(matcher, passage, i)) {
      absent += share;
      absentOf[term.kind] = Math.max(absentOf[term.kind], share);
    }
  });
  const isNegated = marks.some((mark) => (mark & MARK.negation) !== 0);
  const said = new Set(words);
  const says = (root: string) => said.has(index.vocabulary.idOf(root) ?? -1);
  return {
    /** Weight that it does not hold; the largest single share of it; the share of names and numbers. */
    missing,
    largestMissing,
    missingNames,
    /**
     * What is missing here and all around, too, is merely said in other words more often than what stands next to it
     * and not in it: so these, the largest by kind, take doubt back.
     */
    absent,
    absentHead: absentOf.head,
    absentFocus: absentOf.focus,
    absentVerb: absentOf.verb,
    absentPlain: absentOf.plain,
    /** Only one of question and passage says "not"; and of these the question. */
    negatedOtherwise: question.negated === isNegated ? 0 : 1,
    negatedInQuestion: question.negated && !isNegated ? 1 : 0,
    /** It has the opposite of a word of the question. */
    opposed: isOpposed(
      question.tokens.map(({ form }) => rootOf(form)),
      says,
    )
      ? 1
      : 0,
    seeksDate: question.seeks.has('date') ? 1 : 0,
  };
}

function isAround(matcher: Matcher, passage: number, term: number): boolean {
  for (let distance = -NEIGHBOURHOOD; distance <= NEIGHBOURHOOD; distance++) {
    if (matcher.at(passage + distance).held[term] === 1) return true;
  }
  return false;
}

/** @param asked roots of all words of the question, grammar words too: "before" denies "after" */
function isOpposed(asked: readonly string[], says: (root: string) => boolean): boolean {
  return asked.some((root) => {
    if (says(root)) return false;
    const opposites = [...antonymsOf(root)].filter((opposite) => !asked.includes(opposite));
    return opposites.some(says) || isDenied(root, says);
  });
}

function isDenied(root: string, says: (root: string) => boolean): boolean {
  return DENIALS.some(
    (denial) =>
      (root.length > 3 && says(denial + root)) || (root.startsWith(denial) && says(root.slice(denial.length))),
  );
}
