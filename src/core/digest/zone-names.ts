/** Time zones by the names that people type. */
import { countEdits } from '../request.ts';
import { findZone } from './calendar.ts';

/**
 * The zone that the first words name, and how many words that takes: "europe/london", "utc", or a city that only one
 * zone has ("new york", "london").
 */
export function findZoneByWords(words: readonly string[]): { readonly zone: string; readonly words: number } | null {
  for (let count = Math.min(words.length, MAX_WORDS); count > 0; count -= 1) {
    const name = words.slice(0, count).join('_');
    const zone = isFullName(name) ? findZone(name) : findCity(name);
    if (zone !== null) return { zone, words: count };
  }
  return null;
}

/** "Port-au-Prince" is one word, "Argentina/Buenos Aires" are two, "North Dakota/New Salem" three. */
const MAX_WORDS = 3;

/** Without a place in it a name is an abbreviation ("EST", "CET"), whose clocks are not those of the place meant. */
function isFullName(name: string): boolean {
  return name.includes('/') || name === 'utc' || name === 'gmt';
}

function findCity(city: string): string | null {
  const zones = allZones().filter((zone) => cityOf(zone) === city);
  return zones.length === 1 ? (zones[0] ?? null) : null;
}

/** "new_york" of "America/New_York". */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}

/** Of the machine's list those that it calls by an older name than the time zone database. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Each once, sorted, UTC first. */
export function allZones(): readonly string[] {
  zones ??= listZones();
  return zones;
}

let zones: readonly string[] | undefined;

function listZones(): readonly string[] {
  const named = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone);
  return ['UTC', ...[...new Set(named)].filter((zone) => zone !== 'UTC').sort()];
}

/** The zone that an abbreviation or the name of a country most often means; `null` for any other word. */
export function findMeant(name: string): string | null {
  return Object.hasOwn(MEANT, name) ? (MEANT[name] ?? null) : null;
}

/** What people mean by an abbreviation; those of several places have no one answer and stay out (IST, CST of China). */
const MEANT: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  dc: 'America/New_York',
  washington: 'America/New_York',
  bst: 'Europe/London',
  uk: 'Europe/London',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  met: 'Europe/Paris',
  eet: 'Europe/Athens',
  eest: 'Europe/Athens',
  wet: 'Europe/Lisbon',
  msk: 'Europe/Moscow',
  jst: 'Asia/Tokyo',
  idt: 'Asia/Jerusalem',
  israel: 'Asia/Jerusalem',
  tel_aviv: 'Asia/Jerusalem',
  palestine: 'Asia/Gaza',
  rafah: 'Asia/Gaza',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
};

/** The zone that was probably meant, for a name that is none; `null` where nothing is near. */
export function nearestZone(name: string): string | null {
  const meant = findMeant(name);
  if (meant !== null) return meant;
  const whole = name.includes('/');
  const near = allZones()
    .map((zone) => ({ zone, edits: countEdits(name, whole ? zone.toLowerCase() : cityOf(zone)) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near !== undefined && near.edits <= (name.length > 5 ? 2 : name.length > 3 ? 1 : 0) ? near.zone : null;
}
