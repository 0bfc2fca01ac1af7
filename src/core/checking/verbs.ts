/** Which words are verbs, and how certain they make what they say, as far as forms and neighbours tell. */
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';

const set = (words: string) => new Set(words.split(' '));
export const AUXILIARIES = set(
  'is are was were be been being am has have had do does did will would can could may might shall should must',
);
const BEING = set('is are was were be been being got');
const ADVERBS = set('not never also still then later now just only already even both all have has had been be');
const IRREGULAR = set(
  'said says told met held went gone came gave given took taken fled kept led left sent withdrew withdrawn fought brought heard meant paid ran stood wrote written struck threw thrown swore began begun chose chosen lost won built spent broke broken knew known sat bound lay fell fallen grew rose spoke spoken sought let put made got set cut hit quit found felt thought saw seen wants say want call remain remains',
);
const ENDS_LIKE_NOUN = set(
  'united states news press ways impacts nations officials talks hostages leaders members minutes consequences',
);

/** Whether a clause's verb may stand at `at`: an auxiliary, a past form, or a present form after its subject. */
export function isVerbForm(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const surface = word.surface.toLowerCase();
  if (AUXILIARIES.has(surface) || /n['’]t$/u.test(surface)) return true;
  if (word.capitalised && at > 0) return false;
  if (IRREGULAR.has(surface)) return true;
  if (/(?:[^e]ed|eed|ied)$/u.test(surface) && surface.length > 3) return !DETERMINERS.has(words[at - 1]?.form ?? '');
  const before = words[at - 1];
  if (!/[^s']s$/u.test(surface) || ENDS_LIKE_NOUN.has(surface) || word.stop) return false;
  const next = words[at + 1];
  return before?.stop !== true && next !== undefined && AFTER_VERB.has(next.form);
}
const DETERMINERS = set('the a an its his her their this that of');
const AFTER_VERB = set('the a an that to for in on its his her their it no not more every all with as from into there');

/** The words of a clause up to the unit, nearest first, as far as they belong to it. */
function leading(unit: Unit, { words }: Question, reach: number): string[] {
  const at = unit.words[0] ?? 0;
  const clause = words[at]?.clause;
  const found: string[] = [];
  for (let index = at - 1; index >= 0 && index >= at - reach; index--) {
    const word = words[index];
    if (word === undefined || word.clause !== clause) break;
    found.push(word.form);
  }
  return found;
}

/** "was canceled", "had not been asked": what is named before it is not the one who does it. */
export function isPassive(unit: Unit, question: Question): boolean {
  const surface = question.words[unit.words[0] ?? 0]?.surface.toLowerCase() ?? '';
  if (/ing$/u.test(surface)) return false;
  const before = leading(unit, question, 3).find((form) => !ADVERBS.has(form) || BEING.has(form));
  return before !== undefined && BEING.has(before);
}

/** Whether the unit stands where something is done, did or will be done, or is so of somebody: "abstained", "to invade", "is binding". */
export function isVerb(unit: Unit, question: Question): boolean {
  const at = unit.words[0] ?? 0;
  if (isVerbForm(question.words, at)) return true;
  const before = leading(unit, question, 4).find((form) => !ADVERBS.has(form) || AUXILIARIES.has(form));
  return before !== undefined && (AUXILIARIES.has(before) || before === 'to');
}

const DENYING_REACH = 3;

/** Whether a "not" or the like stands close before the word. */
export function isDeniedAt(at: number, words: readonly Word[]): boolean {
  const { clause } = words[at] ?? {};
  return words
    .slice(Math.max(0, at - DENYING_REACH), at)
    .some((word) => DENIALS.has(word.form) && word.clause === clause);
}
const DENIALS = set('not never no without');

/** "what they will stress": who does it is told elsewhere. */
export function isDoneByPronoun(unit: Unit, question: Question): boolean {
  const before = leading(unit, question, 4).find((form) => !ADVERBS.has(form) && !AUXILIARIES.has(form));
  return before !== undefined && PRONOUNS.has(before);
}
const PRONOUNS = set('he she they it');

const NOBODY = set('no nobody none neither nothing');

/** Whether it is told not to be so: by a negation of its own, or as nobody does it. */
export function isDenied(unit: Unit, question: Question): boolean {
  return unit.negated || (isVerb(unit, question) && leading(unit, question, 6).some((form) => NOBODY.has(form)));
}

export type Certainty = 'told' | 'conditional' | 'possible';

const POSSIBLE = set('possible possibility potential may might could can possibly perhaps maybe likely probably');
const CERTAIN = set('will would must shall definitely certainly');
const MODAL_REACH = 7;

/** How certain the words make it that the unit is so: "could lead to", "would be", or told without a doubt. */
export function certaintyOf(unit: Unit, question: Question): Certainty {
  for (const form of leading(unit, question, MODAL_REACH)) {
    if (POSSIBLE.has(form)) return 'possible';
    if (form === 'would') return 'conditional';
    if (CERTAIN.has(form)) return 'told';
  }
  return 'told';
}

/** Whether it says so in as many words: "will", "would", "must". */
export function isFirm(unit: Unit, question: Question): boolean {
  return leading(unit, question, MODAL_REACH).some((form) => CERTAIN.has(form));
}

/** What follows these is wanted, feared, planned or supposed, and not told as having come about. */
const UNREAL = set(
  'if unless whether threaten threatens threatened threatening threat threats warn warned warns warning demand demands demanded urge urged want wants wanted hope hopes hoped hoping hopeful fear feared fears aim aims attempt attempts try tries tried trying seek seeks propose proposed intend meant could would may might can possible possibly potential planned plans plan request requested ask asks asked supposed expected refuse refused wish called calls calling against',
);

/** Whether it stands under an "if", an "unless" or a "without". */
export function isSupposed(unit: Unit, { words }: Question): boolean {
  const at = unit.words[0] ?? 0;
  return words.some(({ form, sentence }, index) => index < at && sentence === unit.sentence && SUPPOSING.has(form));
}
const SUPPOSING = set('if unless whether');

/** Whether the text tells of the unit only as something wanted, feared, planned or supposed. */
export function isUnreal(unit: Unit, { words }: Question): boolean {
  const at = unit.words[0] ?? 0;
  return words.some(
    ({ surface, sentence }, index) => index < at && sentence === unit.sentence && UNREAL.has(surface.toLowerCase()),
  );
}

const PLANNED = set(
  'due scheduled schedule planned plan plans planning supposed meant intended set slated expected would will shall bound about going arranged',
);

/** "was to", "had been due to": planned, whether or not it came about. */
export function isPlanned({ words }: Question): boolean {
  return words.some(({ form, surface }, at) => {
    if (PLANNED.has(form) || PLANNED.has(surface.toLowerCase())) return true;
    return form === 'to' && BEING.has(words[at - 1]?.form ?? '');
  });
}

/** "due", "scheduled": it says no more than that something was planned. */
export function isPlanWord(unit: Unit, { words }: Question): boolean {
  return unit.words.every((at) => PLAN_WORDS.has(words[at]?.surface.toLowerCase() ?? ''));
}
const PLAN_WORDS = set(
  'due scheduled planned plan plans supposed meant intended set slated expected bound arranged originally',
);

/** Whether it is told as done: "attended", "has invaded", "were released", not "will attend" or "to attend". */
export function isPast(unit: Unit, question: Question): boolean {
  const surface = question.words[unit.words[0] ?? 0]?.surface.toLowerCase() ?? '';
  const before = leading(unit, question, 4).filter((form) => !ADVERBS.has(form) || AUXILIARIES.has(form));
  if (before[0] === 'to' || before.some((form) => FUTURE.has(form))) return false;
  return (
    PAST.test(surface) ||
    before.some((form) => form === 'has' || form === 'have' || form === 'had' || form === 'was' || form === 'were')
  );
}
const PAST = /(?:ed|took|went|came|held|met|gave|made|spoke|said|told|left|sent|fled|brought)$/u;
const FUTURE = set('will would shall may might could can should must to');

const DOING = set('make makes made give gives gave issue issued hold held take took carry carried in under of');
const DONE = set('came comes took followed follows');

/** Whether what the unit says is said to be done, by a verb or by a noun with one: "made her remarks", "the vote took place". */
export function isDone(unit: Unit, question: Question): boolean {
  if (isVerb(unit, question)) return true;
  const { words } = question;
  const end = unit.words.at(-1) ?? 0;
  const after = words.slice(end + 1, end + 3).some(({ surface }) => DONE.has(surface.toLowerCase()));
  const at = unit.words[0] ?? 0;
  return after || words.slice(Math.max(0, at - 3), at).some(({ surface }) => DOING.has(surface.toLowerCase()));
}

/** "are to be freed": asked for. */
export function isToBe(unit: Unit, question: Question): boolean {
  const [first, second, third] = leading(unit, question, 3);
  return first === 'be' && second === 'to' && BEING.has(third ?? '');
}

/** Whether it is told as to come: "will take part", "are to discuss", "ways to defeat". */
export function isToCome(unit: Unit, question: Question): boolean {
  return leading(unit, question, 4).some((form) => form === 'will' || form === 'to');
}

const ADVERBIAL = /(?:ly|first)$/u;

/** "had been due to", "was to have": planned, and it did not come about, or nobody says that it did. */
export function isPastPlan({ words }: Question): boolean {
  return words.some(({ form }, at) => {
    const next = words[at + 1]?.form;
    const after = words[at + 2]?.form;
    if (form === 'had' && next === 'been') return PLANNED.has(after ?? '') || PLANNED.has(words[at + 2]?.surface ?? '');
    return (form === 'was' || form === 'were') && (next === 'to' || (after === 'to' && ADVERBIAL.test(next ?? '')));
  });
}
