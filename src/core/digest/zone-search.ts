/** Time zones for a list to choose from. */
import { allZones, cityOf, findMeant } from './zone-names.ts';

/** Shown before anything is typed: from west to east, at least one for each part of the world. */
const COMMON = [
  'UTC',
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Bogota',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Paris',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Amman',
  'Asia/Beirut',
  'Europe/Istanbul',
  'Africa/Nairobi',
  'Asia/Riyadh',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;

/**
 * By any part of the name ("york", "europe/l", "new york") or an abbreviation ("est"): those whose city starts with
 * what was typed come first. Empty where nothing fits.
 */
export function searchZones(typed: string, max: number): readonly string[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  if (wanted === '') return COMMON.slice(0, max);
  const meant = findMeant(wanted);
  const rank = (zone: string): number => {
    if (zone === meant) return 0;
    if (cityOf(zone).startsWith(wanted)) return 1;
    return zone.toLowerCase().startsWith(wanted) ? 2 : 3;
  };
  return allZones()
    .filter((zone) => zone === meant || zone.toLowerCase().includes(wanted))
    .map((zone) => ({ zone, rank: rank(zone) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, max)
    .map(({ zone }) => zone);
}
