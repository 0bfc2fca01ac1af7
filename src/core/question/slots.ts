/** What kind of answer a question wants, and in which part of it that is asked. */
import { AUXILIARIES, INDIRECT, keywordSlot, mayAsk, type Pattern, patternAt, type Slot, set, WH } from './asking.ts';
import type { Word } from './words.ts';

export interface Asked {
  readonly slot: Slot;
  /** Indexes of the words that ask ("how many", "what day"); they are no content. */
  readonly words: ReadonlySet<number>;
  /** Index of the first word of the part that asks; what stands before it is context. */
  readonly from: number;
  /** The end of that part, exclusive. */
  readonly to: number;
  /** The question takes what it says for granted ("why did ...", "..., right?") rather than asking whether it is so. */
  readonly presumes: boolean;
}

/** @param words of the whole question */
export function readAsked(words: readonly Word[], asks: readonly boolean[]): Asked {
  const sentences = sentenceRanges(words);
  const core = coreSentence(sentences, words, asks);
  const starts: Start[] = [];
  for (let at = core.from; at < core.to; at++) {
    if (!mayAsk(words[at] as Word)) continue;
    const pattern = patternAt(words, at, core.to, at === core.from || startsClause(words, at, core.from));
    if (pattern !== null) starts.push({ at, pattern });
  }
  const tag = isTag(words, core.to, asks[words[core.to - 1]?.sentence ?? 0] ?? false);
  const chosen = choose(starts, words, core.from);
  if (chosen === null) {
    const keyword = keywordSlot(words.slice(core.from, core.to), core.from);
    if (keyword !== null) return { ...keyword, from: core.from, to: core.to, presumes: true };
    const slot = hasChoice(words, core.from, core.to) ? 'choice' : tag ? 'polar' : 'none';
    return { slot, words: new Set(), from: core.from, to: core.to, presumes: slot !== 'choice' };
  }
  const asking = new Set(Array.from({ length: chosen.pattern.length }, (_, index) => chosen.at + index));
  const leading = words
    .slice(core.from, chosen.at)
    .some((word) => !word.stop && word.clause === words[chosen.at]?.clause);
  // "The meeting is when?", "Israel called it off because the US did what": the content stands before.
  const from =
    leading && !isIndirect(words, core.from, chosen.at) ? core.from : clauseStart(words, chosen.at, core.from);
  const asked = chosen.pattern.slot;
  const slot = asked === 'polar' && hasChoice(words, chosen.at, core.to) ? 'choice' : asked;
  const to = clauseEnd(words, chosen.at, core.to);
  return {
    slot,
    words: asking,
    from,
    to,
    presumes: (slot !== 'polar' && !hasChoice(words, chosen.at, core.to)) || tag,
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function sentenceRanges(words: readonly Word[]): Range[] {
  const ranges: Range[] = [];
  for (let from = 0, at = 1; at <= words.length; at++) {
    if (at < words.length && words[at]?.sentence === words[from]?.sentence) continue;
    ranges.push({ from, to: at });
    from = at;
  }
  return ranges;
}

/** The last sentence with a question mark that has content, else the last that asks by its words, else the last. */
function coreSentence(sentences: readonly Range[], words: readonly Word[], asks: readonly boolean[]): Range {
  if (sentences.length === 1) return sentences[0] as Range;
  const whole = { from: 0, to: words.length };
  const content = ({ from, to }: Range) => words.slice(from, to).filter((word) => !word.stop).length;
  const marked = sentences.filter(({ from }) => asks[words[from]?.sentence ?? 0]);
  const asking = sentences.filter(({ from, to }) => words.slice(from, to).some(({ form }) => WH.has(form)));
  const candidates = [marked, asking, sentences].find((list) => list.some((range) => content(range) > 0)) ?? [];
  return candidates.filter((range) => content(range) > 0).at(-1) ?? sentences.at(-1) ?? whole;
}

function startsClause(words: readonly Word[], at: number, from: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  if (before === undefined || at === from || word === undefined) return true;
  return (
    before.clause !== word.clause ||
    words.slice(from, at).every((each) => FRONT.has(each.form) || (each.stop === false && OPENERS.has(each.form)))
  );
}
const FRONT = set(
  'and but so or also then ok okay well hey hi please again um uh for of in on at by to about from with according since',
);
const OPENERS = set('ok okay hey hi well please');

const RANK: Readonly<Record<Slot, number>> = {
  clock: 3,
  count: 3,
  amount: 3,
  duration: 3,
  time: 2,
  place: 2,
  reason: 2,
  person: 2,
  source: 3,
  title: 2,
  name: 2,
  quote: 2,
  thing: 2,
  manner: 2,
  choice: 2,
  polar: 2,
  none: 0,
};

interface Start {
  readonly at: number;
  readonly pattern: Pattern;
}

/** The first that asks, unless it only leads to another ("could you tell me what") or a stronger one follows. */
function choose(starts: readonly Start[], words: readonly Word[], from: number): Start | null {
  let best: Start | null = null;
  for (const start of starts) {
    const asksInside =
      best?.pattern.slot === 'polar' &&
      (isIndirect(words, Math.max(from, best.at), start.at) ||
        (start.pattern.slot !== 'polar' && words[start.at - 1]?.clause !== words[start.at]?.clause));
    if (best === null || asksInside || RANK[start.pattern.slot] > RANK[best.pattern.slot]) best = start;
  }
  return best;
}

function clauseStart(words: readonly Word[], at: number, from: number): number {
  const clause = words[at]?.clause;
  let start = at;
  while (start > from && words[start - 1]?.clause === clause && FRONT.has(words[start - 1]?.form ?? '')) start--;
  return start;
}

/** What a clause must hold to ask by itself; what follows it is then context. */
const ASKING_CONTENT = 3;

/** "When was it scheduled for, before it got canceled?" asks in its first clause. */
function clauseEnd(words: readonly Word[], at: number, to: number): number {
  const clause = words[at]?.clause;
  let end = at;
  while (end < to && words[end]?.clause === clause) end++;
  const content = (until: number) => words.slice(at, until).filter(({ stop }) => !stop).length;
  for (let index = at + 1; index < end; index++) {
    if (startsRelative(words, index) && content(index) >= ASKING_CONTENT) return index;
  }
  return content(end) >= ASKING_CONTENT ? end : to;
}

const RELATIVES = set('that which who whom');
const BEFORE_CLAIM = set(
  'say said says think know claim claims claimed report reported reports warn warned hope hopes believe mean true fact sure argue argued stress mention told tell show suggest confirm note',
);

/** "the delegation that Biden requested", unlike "said that". */
function startsRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return RELATIVES.has(words[at]?.form ?? '') && before !== undefined && !before.stop && !BEFORE_CLAIM.has(before.form);
}

/** "my editor wants to know what ...": what stands before is about the asker. */
function isIndirect(words: readonly Word[], from: number, at: number): boolean {
  return words.slice(Math.max(from, at - 3), at).some(({ form }) => INDIRECT.has(form));
}

function hasChoice(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ form }) => form === 'or');
}

/** "..., right?", "..., isn't it?", "..., correct?" */
function isTag(words: readonly Word[], to: number, asks: boolean): boolean {
  const last = words[to - 1];
  const before = words[to - 2];
  if (last === undefined || before === undefined || !asks) return false;
  if (['right', 'correct', 'yes', 'yeah', 'no', 'huh', 'true'].includes(last.form)) return true;
  const pronoun = ['it', 'they', 'he', 'she', 'not'].includes(last.form);
  return (
    pronoun && (AUXILIARIES.has(before.form) || (before.form === 'not' && words[to - 3]?.clause === before.clause))
  );
}
