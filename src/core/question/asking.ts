/** Words that ask, and for what. */
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

export const set = (words: string) => new Set(words.split(' '));
export const AUXILIARIES = set(
  'is are was were do does did has have had can could will would should may might must am be',
);
export const WH = set('who whom whose what which when where why how whereabouts whether');
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
export const TITLES = set(
  'title job role position office post rank portfolio function jobs titles roles positions capacity',
);
const REASONS = set('reason reasons motive grounds cause causes rationale pretext justification excuse');
const SOURCES = set('source sourcing attribution sourced attributed');

export interface Pattern {
  readonly slot: Slot;
  /** How many words ask. */
  readonly length: number;
}

export const INDIRECT = set(
  'know knows tell wonder wondering ask asking asks check checking confirm explain say says mention find figure understand need unclear sure remember idea curious see on question verify is whether wants want',
);

/** What may stand between a question word and its noun. */
const SKIPPED = set('exact specific other us un israeli american news top holy precise official exactly');

/** The first words of all patterns. */
const ASKING = new Set([...WH, ...AUXILIARIES, 'if', 'name', 'list']);

/** Whether a pattern may start with the word: most words are passed over at once. */
export function mayAsk({ form }: Word): boolean {
  return ASKING.has(form);
}

/** What asks at `at`: a question word anywhere, an auxiliary only where a clause starts. */
export function patternAt(words: readonly Word[], at: number, end: number, starts: boolean): Pattern | null {
  const f = (offset: number): string => (at + offset < end ? (words[at + offset]?.form ?? '') : '');
  const noun = (offset: number): { form: string; length: number } => {
    let o = offset;
    while (SKIPPED.has(f(o)) && o < offset + 2 && f(o + 1) !== '' && !AUXILIARIES.has(f(o + 1))) o++;
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
      return starts || INDIRECT.has(f(-1)) || f(1) === '' ? { slot: 'time', length: 1 } : null;
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
      // "what I need is the day": the noun says what is asked.
      if (f(1) === 'i' || f(1) === 'we') return null;
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

const KEYWORDS = [
  [SOURCES, 'source'],
  [REASONS, 'reason'],
  [TITLES, 'title'],
  [set('date when day'), 'time'],
  [set('location where'), 'place'],
  [set('quote quotes'), 'quote'],
  [set('number count total'), 'count'],
] as const;

/** Keyword queries: "dermer hanegbi attendance source", "reason resolution failed". */
export function keywordSlot(words: readonly Word[], from: number): { slot: Slot; words: Set<number> } | null {
  const find = (wanted: ReadonlySet<string>) => words.findIndex(({ form }) => wanted.has(form));
  for (const [wanted, slot] of KEYWORDS) {
    const at = find(wanted);
    if (at >= 0) return { slot, words: new Set([from + at]) };
  }
  return null;
}
