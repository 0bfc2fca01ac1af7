/** What people type after `/rafah digest`, as a value, or as a sentence that says what to type instead. */
import { countEdits } from '../request.ts';
import { type Weekday, weekdays } from './days.ts';
import { findZoneByWords, nearestZone } from './zone-names.ts';

/** When a channel's digests post. */
export interface Timing {
  /** HH:MM, 24 hours. */
  readonly time: string;
  readonly zone: string;
  readonly days: readonly Weekday[];
}

export type DigestRequest =
  /** The dialog. */
  | { readonly kind: 'open' }
  | ({ readonly kind: 'on'; readonly zoneTyped: boolean } & Timing)
  | { readonly kind: 'off' | 'pause' | 'resume' | 'status' | 'list' | 'help' }
  | { readonly kind: 'preview' }
  /** A sentence for the person: what can't be read, and what to type instead. */
  | { readonly kind: 'problem'; readonly problem: string };

const ALONE = ['off', 'pause', 'resume', 'status', 'preview', 'list', 'help'] as const;

const EXAMPLE = '`digest on 9am Europe/London weekdays`';

/**
 * Never throws. Time, zone and days may come in any order, each at most once.
 * @param words after `digest`, in any case
 * @param usual what counts where it isn't typed: the channel's present timing, or what a first one starts with
 */
export function parseDigest(words: readonly string[], usual: Timing): DigestRequest {
  const [verb, ...rest] = words.map((word) => word.toLowerCase());
  if (verb === undefined) return { kind: 'open' };
  if (verb === 'on') return parseTiming(rest, usual);
  const alone = ALONE.find((kind) => kind === verb);
  if (alone === undefined) {
    const near = ['on', ...ALONE].find((kind) => countEdits(kind, verb) <= (kind.length > 3 ? 2 : 1));
    const meant = near === undefined ? `Type one of: on, ${ALONE.join(', ')}.` : `Did you mean \`digest ${near}\`?`;
    return problem(`"${verb}" is nothing a digest knows. ${meant}`);
  }
  if (rest.length > 0) return problem(`\`digest ${alone}\` takes nothing after it; leave out "${rest.join(' ')}".`);
  return { kind: alone };
}

function problem(sentence: string): DigestRequest {
  return { kind: 'problem', problem: sentence };
}

/** Words that people put between, and that change nothing. */
const FILLERS = new Set(['at', 'in', 'on', 'every', 'each', 'the', 'and', '&', 'from', 'time', 'zone', 'timezone']);

function parseTiming(words: readonly string[], usual: Timing): DigestRequest {
  const parts = splitParts(words);
  let time: string | null = null;
  let zone: string | null = null;
  const days = new Set<Weekday>();
  while (parts.length > 0) {
    const [part = ''] = parts;
    const found = readTime(part);
    if (found === 'impossible') {
      return problem(`"${part}" is not a time of day. Type it as 9am, 09:00 or 17:30.`);
    }
    if (found !== null) {
      if (time !== null)
        return problem(`${time} and ${found} are two times, and a channel has one digest a day. Type one.`);
      time = found;
      parts.shift();
      continue;
    }
    const some = readDays(part);
    if (some !== null) {
      for (const day of some) days.add(day);
      parts.shift();
      continue;
    }
    const named = findZoneByWords(parts);
    if (named !== null) {
      if (zone !== null) return problem(`${zone} and ${named.zone} are two time zones. Type one.`);
      zone = named.zone;
      parts.splice(0, named.words);
      continue;
    }
    if (FILLERS.has(part)) parts.shift();
    else return problem(explain(part));
  }
  return {
    kind: 'on',
    zoneTyped: zone !== null,
    time: time ?? usual.time,
    zone: zone ?? usual.zone,
    days: days.size === 0 ? usual.days : weekdays.filter((day) => days.has(day)),
  };
}

/** "9 am" is one part, and so are "mon - fri" and "mon to fri"; "mon, wed" are two. */
function splitParts(words: readonly string[]): string[] {
  return words
    .join(' ')
    .replace(/(\d)\s+([ap]\.?m\b\.?)/g, '$1$2')
    .replace(/([a-z])\s*(?:[-–—]|\b(?:to|through|thru|till|until)\b)\s*(?=(?:mon|tue|wed|thu|fri|sat|sun))/g, '$1-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
}

/** `null` where it is no time at all, "impossible" where it is one that no clock shows. */
function readTime(part: string): string | 'impossible' | null {
  if (part === 'noon' || part === 'midday') return '12:00';
  if (part === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:(a|p)\.?m\.?)?$/.exec(part) ?? /^(\d{1,2})()(?:h|o'clock)$/.exec(part);
  if (match === null) return /^\d+([:.]\d*)*([ap]m)?$/.test(part) ? 'impossible' : null;
  const [, hours = '', minutes = '', half] = match;
  const hour = Number(hours);
  const minute = Number(minutes === '' ? 0 : minutes);
  const shown = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (!shown || minute > 59) return 'impossible';
  const onTheClock = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(onTheClock).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const SETS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  everyday: weekdays,
  day: weekdays,
  days: weekdays,
  weekday: weekdays.slice(0, 5),
  weekdays: weekdays.slice(0, 5),
  workday: weekdays.slice(0, 5),
  workdays: weekdays.slice(0, 5),
  weekend: weekdays.slice(5),
  weekends: weekdays.slice(5),
};

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** "mon", "Mondays", "weds", "mon-fri", "fri-mon", "weekdays", "mon/wed". */
function readDays(part: string): readonly Weekday[] | null {
  if (Object.hasOwn(SETS, part)) return SETS[part] ?? null;
  const days = new Set<Weekday>();
  for (const piece of part.split(/[/&+]/)) {
    const [from, to, more] = piece.split(/[-–—]/).map(readDay);
    if (from === undefined || from === null || to === null || more !== undefined) return null;
    for (let i = weekdays.indexOf(from); ; i = (i + 1) % 7) {
      const day = weekdays[i] ?? from;
      days.add(day);
      if (day === (to ?? from)) break;
    }
  }
  return [...days];
}

function readDay(word: string): Weekday | null {
  const singular = word.replace(/\.$/, '').replace(/days$/, 'day');
  const index = NAMES.findIndex(
    (name) => singular.length >= 3 && (name.startsWith(singular) || singular === `${name.slice(0, 3)}s`),
  );
  return weekdays[index] ?? null;
}

/** Why a part can't be read, with the nearest thing that can. */
function explain(part: string): string {
  if (/^(utc|gmt)?[+-]\d/.test(part)) {
    return `"${part}" is an offset, which changes where clocks do. Name a place instead, such as Europe/London.`;
  }
  const zone = nearestZone(part);
  if (zone !== null) return `"${part}" is not a time zone. Did you mean ${zone}?`;
  const [day] = [...NAMES, ...Object.keys(SETS)]
    .map((name) => ({ name, edits: countEdits(name, part) }))
    .filter(({ name, edits }) => edits <= (name.length > 5 ? 2 : 1))
    .sort((a, b) => a.edits - b.edits);
  if (day !== undefined) return `"${part}" is not a day. Did you mean ${day.name}?`;
  return `"${part}" is no time, time zone or day that I know. Type something like ${EXAMPLE}.`;
}
