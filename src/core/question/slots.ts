/** What kind of answer a question wants. */
import type { Word } from './words.ts';

export const SLOTS = [
  'person',
  'title',
  'name',
  'source',
  'quote',
  'time',
  'clock',
  'place',
  'count',
  'amount',
  'duration',
  'reason',
  'manner',
  'choice',
  'polar',
  'thing',
  'none',
] as const;

export type Slot = (typeof SLOTS)[number];

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

const set = (words: string) => new Set(words.split(' '));
const AUXILIARIES = set('is are was were do does did has have had can could will would should may might must am be');
const WH = set('who whom whose what which when where why how whereabouts whether');
const OUTLETS = set(
  'outlet outlets network media newspaper channel broadcaster publication organization news agency station paper source sources press',
);
const PEOPLE = set(
  'official officials president presidents leader leaders person people minister politician diplomat side country countries nation nations body party government figure adviser secretary negotiator envoy names men two man woman cabinet member members ones',
);
const TIMES = set('day date month year dates days weekday months years');
const PLACES = set('city cities place places town towns location locations region regions area areas part parts venue');
const PARTS = set('side end half corner');
const UNITS = set('week weeks day days hour hours minute minutes month months year years second seconds');
const TITLES = set('title job role position office post rank portfolio function jobs titles roles positions capacity');
const REASONS = set('reason reasons motive grounds cause causes rationale pretext justification excuse');
const SOURCES = set('source sourcing attribution sourced attributed');

interface Pattern {
  readonly slot: Slot;
  /** How many words ask. */
  readonly length: number;
}

/** @param words of the whole question */
export function readAsked(words: readonly Word[], asks: readonly boolean[]): Asked {
  const form = (index: number): string => words[index]?.form ?? '';
  const sentences = sentenceRanges(words);
  const core = coreSentence(sentences, words, asks);
  const starts: Start[] = [];
  for (let at = core.from; at < core.to; at++) {
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
  let { slot } = chosen.pattern;
  if (slot === 'polar' && hasChoice(words, chosen.at, core.to)) slot = 'choice';
  if (slot === 'polar') {
    const keyword = keywordSlot(words.slice(chosen.at, core.to), chosen.at);
    if (keyword?.slot === 'source' && form(chosen.at + 1) !== '') slot = 'polar';
  }
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

/** What asks at `at`: a question word anywhere, an auxiliary only where a clause starts. */
function patternAt(words: readonly Word[], at: number, end: number, starts: boolean): Pattern | null {
  const f = (offset: number): string => (at + offset < end ? (words[at + offset]?.form ?? '') : '');
  const skip = [
    'exact',
    'specific',
    'other',
    'us',
    'un',
    'israeli',
    'american',
    'news',
    'top',
    'holy',
    'precise',
    'official',
    'exactly',
  ];
  const noun = (offset: number): { form: string; length: number } => {
    let o = offset;
    while (skip.includes(f(o)) && o < offset + 2 && f(o + 1) !== '' && !AUXILIARIES.has(f(o + 1))) o++;
    return { form: f(o), length: o + 1 };
  };
  switch (f(0)) {
    case 'how': {
      if (f(1) === 'many' || f(1) === 'much') {
        if (UNITS.has(f(2))) return { slot: 'duration', length: 3 };
        if (f(1) === 'much' && !UNITS.has(f(2))) return { slot: f(2) === 'time' ? 'duration' : 'amount', length: 2 };
        if (f(2) === 'dollars') return { slot: 'amount', length: 3 };
        if (['more', 'other', 'times'].includes(f(2))) return { slot: 'count', length: 3 };
        return { slot: 'count', length: 2 };
      }
      if (['long', 'soon', 'quickly', 'fast', 'late', 'quick'].includes(f(1))) return { slot: 'duration', length: 2 };
      if (f(1) === 'come') return { slot: 'reason', length: 2 };
      if (f(1) === 'big' || f(1) === 'large') return { slot: 'count', length: 2 };
      if (f(1) === 'old' || f(1) === 'far' || f(1) === 'often')
        return { slot: f(1) === 'often' ? 'count' : 'amount', length: 2 };
      if (f(1) === 'about') return null;
      return { slot: 'manner', length: 1 };
    }
    case 'when':
      return starts || f(-1) !== '' ? { slot: 'time', length: 1 } : null;
    case 'where':
    case 'whereabouts':
      return { slot: 'place', length: 1 };
    case 'why':
      return { slot: 'reason', length: 1 };
    case 'who':
    case 'whom':
    case 'whose':
      if (TITLES.has(f(1))) return { slot: 'person', length: 2 };
      return { slot: 'person', length: 1 };
    case 'whether':
      return { slot: 'polar', length: 1 };
    case 'what':
    case 'which': {
      const n = noun(1);
      if ((f(1) === 'time' && !['frame', 'span'].includes(f(2))) || f(1) === 'hour')
        return { slot: 'clock', length: 2 };
      if (TIMES.has(n.form)) return { slot: 'time', length: n.length };
      if (n.form === 'week') return { slot: 'time', length: n.length };
      if (OUTLETS.has(n.form)) return { slot: 'source', length: n.length };
      if (PLACES.has(n.form)) return { slot: 'place', length: 1 };
      if (PARTS.has(n.form) && f(2) === 'of') return { slot: 'place', length: 2 };
      if (PEOPLE.has(n.form)) return { slot: 'person', length: 1 };
      if (TITLES.has(n.form)) return { slot: 'title', length: n.length };
      if (f(1) === 'of' && ['them', 'these', 'those'].includes(f(2))) return { slot: 'person', length: 3 };
      if (REASONS.has(n.form)) return { slot: 'reason', length: n.length };
      if (n.form === 'percentage' || n.form === 'percent' || n.form === 'share' || n.form === 'proportion')
        return { slot: 'amount', length: n.length };
      if (n.form === 'number') return { slot: 'count', length: n.length };
      if (n.form === 'amount' || n.form === 'sum') return { slot: 'amount', length: n.length };
      const named = nounAfterIs(f);
      if (named !== null) return named;
      if (['made', 'prompted', 'led', 'caused', 'triggered', 'drove'].includes(f(1)))
        return { slot: 'reason', length: 2 };
      return { slot: 'thing', length: 1 };
    }
    case 'if':
      return INDIRECT.has(f(-1)) ? { slot: 'polar', length: 1 } : null;
    case 'name':
    case 'list':
      return starts && at === 0 && f(1) !== '' && f(1) !== 'of' ? { slot: 'person', length: 1 } : null;
    default:
      return starts && AUXILIARIES.has(f(0)) && f(1) !== '' ? { slot: 'polar', length: 1 } : null;
  }
}

/** "what was the date of the vote": the noun says what is asked. */
function nounAfterIs(f: (offset: number) => string): Pattern | null {
  let at = AUXILIARIES.has(f(1)) ? 2 : 1;
  if (at === 1) return null;
  while (['the', 'its', 'their', 'exact'].includes(f(at))) at++;
  const length = at + 1;
  if (!['of', 'for', 'when', 'that', ''].includes(f(length))) return null;
  if (TIMES.has(f(at))) return { slot: 'time', length };
  if (f(at) === 'location' || f(at) === 'venue') return { slot: 'place', length };
  if (REASONS.has(f(at))) return { slot: 'reason', length };
  if (f(at) === 'source') return { slot: 'source', length };
  return null;
}

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

const INDIRECT = set(
  'know knows tell wonder wondering ask asking asks check checking confirm explain say says mention find figure understand need unclear sure remember idea curious see on question verify is whether wants want',
);

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

/** Keyword queries: "dermer hanegbi attendance source", "reason resolution failed". */
function keywordSlot(words: readonly Word[], from: number): { slot: Slot; words: Set<number> } | null {
  const find = (wanted: ReadonlySet<string>) => words.findIndex(({ form }) => wanted.has(form));
  for (const [wanted, slot] of [
    [SOURCES, 'source'],
    [REASONS, 'reason'],
    [TITLES, 'title'],
    [set('date when day'), 'time'],
    [set('location where'), 'place'],
    [set('quote quotes'), 'quote'],
    [set('number count total'), 'count'],
  ] as const) {
    const at = find(wanted);
    if (at >= 0) return { slot, words: new Set([from + at]) };
  }
  return null;
}
