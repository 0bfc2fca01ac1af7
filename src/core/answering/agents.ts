/** Who does what in a question, as far as the order of words tells. */
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';

const set = (words: string) => new Set(words.split(' '));
const PREPOSITIONS = set('of with to on in for against about from at into over toward towards between among upon than');
const BEFORE_NAME = set('the a an us un israeli');
const PASSIVE = set('was were is are been be being get got');
/** How many words after a verb its "by" may stand: "canceled just minutes after the vote by Israel". */
const BY_REACH = 8;

/** A name that a statement knows, or a word that looks like a name nobody knows. */
export function isName(unit: Unit, question: Question): boolean {
  if (unit.kind === 'name') return true;
  const word = question.words[unit.words[0] ?? 0];
  return unit.unknown && question.mixedCase && word?.capitalised === true;
}

/**
 * The name that does what `verb` says: after "by", else the nearest before it that is no preposition's object.
 * `null` where no name stands there.
 */
export function agentOf(verb: Unit, question: Question): Unit | null {
  const { words, units } = question;
  const at = verb.words[0] ?? 0;
  const end = verb.words.at(-1) ?? at;
  for (let index = end + 1; index <= end + BY_REACH; index++) {
    const word = words[index];
    if (word === undefined || word.sentence !== verb.sentence) break;
    if (word.form !== 'by') continue;
    const named = units.find((unit) => (unit.words[0] ?? 0) > index && (unit.words[0] ?? 0) <= index + 3);
    if (named !== undefined && isName(named, question)) return named;
  }
  const before = units.filter(
    (unit) => unit.sentence === verb.sentence && (unit.words.at(-1) ?? 0) < at && isName(unit, question),
  );
  return before.filter((unit) => !isObject(unit, words)).at(-1) ?? null;
}

/** "with Israel", "was Netanyahu warned", "told Netanyahu": not the one who does it. */
function isObject(unit: Unit, words: readonly Word[]): boolean {
  let before = (unit.words[0] ?? 0) - 1;
  while (before >= 0 && BEFORE_NAME.has(words[before]?.form ?? '')) before--;
  return PREPOSITIONS.has(words[before]?.form ?? '');
}

/** Whether the name is spoken of as one who speaks or acts: not after "was", not a preposition's object. */
export function isActive(unit: Unit, question: Question): boolean {
  const at = unit.words[0] ?? 0;
  const before = question.words[at - 1]?.form ?? '';
  if (before === 'to' && question.words[at - 2]?.form === 'according') return true;
  if (before === 'by') return true;
  return !PASSIVE.has(before) && !isObject(unit, question.words);
}
