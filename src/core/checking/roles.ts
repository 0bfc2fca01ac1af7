/** Who does what in a claim and in a statement, with everyone who does it: "Blinken and Sullivan attend". */

import type { Corpus } from '../corpus.ts';
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Entity } from '../schema.ts';
import { isPassive } from './verbs.ts';

const set = (words: string) => new Set(words.split(' '));
const PREPOSITIONS = set(
  'of with to on in for against about from at into over toward towards between among upon than as like',
);
const SKIPPED = set('the a an us un israeli american french top senior unnamed');
const JOINING = set('and or the a an both');
/** How many words after a verb its "by" may stand. */
const BY_REACH = 8;

/** A name of somebody who can do something; a capital city may stand for a government. */
function isName(unit: Unit, { words, mixedCase }: Question): boolean {
  if (unit.kind === 'name') return unit.entities.some(({ kind, side }) => kind !== 'place' || side !== undefined);
  return unit.unknown && mixedCase && words[unit.words[0] ?? 0]?.capitalised === true;
}

/** Where something is, not who does it: "in Washington", unlike "Washington abstained". */
export function isPlaceName(unit: Unit, question: Question): boolean {
  return unit.entities.some(({ kind }) => kind === 'place') && isObject(unit, question);
}

/** Everyone who does what the unit says; empty where the text names nobody. */
export function agentsOf(verb: Unit, question: Question): readonly Unit[] {
  const { words, units } = question;
  const at = verb.words[0] ?? 0;
  const end = verb.words.at(-1) ?? at;
  const names = units.filter((unit) => isName(unit, question) && unit.sentence === verb.sentence);
  for (let index = end + 1; index <= end + BY_REACH && words[index]?.sentence === verb.sentence; index++) {
    if (words[index]?.form !== 'by' || /ing$/u.test(words[index + 1]?.surface ?? '')) continue;
    const named = names.find(({ words: own }) => (own[0] ?? 0) > index && (own[0] ?? 0) <= index + 3);
    if (named !== undefined) return withJoined(named, names, question);
  }
  if (isPassive(verb, question)) return [];
  const from = reportedFrom(at, question);
  const before = names.filter(
    (unit) => (unit.words.at(-1) ?? 0) < at && (unit.words[0] ?? 0) >= from && !isObject(unit, question),
  );
  const clause = words[at]?.clause ?? 0;
  const inClause = (wanted: number) => before.filter((unit) => words[unit.words[0] ?? 0]?.clause === wanted).at(-1);
  // "NBC News, citing an official, reported": what stands between two commas is passed over.
  const startsClause = words[at - 1]?.clause !== clause;
  const agent =
    inClause(clause) ?? (startsClause ? inClause(clause - 2) : undefined) ?? inClause(clause - 1) ?? before.at(-1);
  return agent === undefined ? [] : withJoined(agent, names, question);
}

const POSSESSIVES = set('his her their its');

/** Whose it is that a noun tells of: "Biden's request", "Netanyahu carried out his threat". */
export function ownersOf(noun: Unit, question: Question): readonly Unit[] {
  const { words, units } = question;
  const at = noun.words[0] ?? 0;
  const names = units.filter((unit) => isName(unit, question) && unit.sentence === noun.sentence);
  const before = names.filter((unit) => (unit.words.at(-1) ?? 0) < at);
  const beside = before.find((unit) => unit.words.at(-1) === at - 1);
  if (beside !== undefined) return [beside];
  if (!POSSESSIVES.has(words[at - 1]?.form ?? '')) return [];
  const owner = before.filter((unit) => !isObject(unit, question)).at(-1);
  return owner === undefined ? [] : withJoined(owner, names, question);
}

/** The person to whom the verb does it: "warned Netanyahu". */
export function personAfter(verb: Unit, { words, units }: Question): Unit | null {
  const end = verb.words.at(-1) ?? 0;
  const next = units.find((unit) => (unit.words[0] ?? 0) === end + 1);
  if (next?.kind !== 'name' || /['’]s?$/u.test(words[next.words.at(-1) ?? 0]?.surface ?? '')) return null;
  return next.entities.length > 0 && next.entities.every(({ kind }) => kind === 'person') ? next : null;
}

/** In "Jean-Pierre said that officials hope" it isn't she who hopes: where what is said starts; 0 where nothing is. */
function reportedFrom(at: number, { words, units }: Question): number {
  for (let index = at - 1; index > 0; index--) {
    if (!SAYING.has(words[index]?.form ?? '')) continue;
    const inner = words.slice(index + 1, at).some(({ stop }) => !stop);
    const isOwn = units.some(
      (unit) => unit.kind === 'name' && (unit.words[0] ?? 0) > index && (unit.words.at(-1) ?? 0) < at,
    );
    return inner || isOwn ? index : 0;
  }
  return 0;
}
const SAYING = set('say said says tell warn warned report reported reports argue argued add added claim claimed');

/** "Antony Blinken and Jake Sullivan", with their offices. */
function withJoined(agent: Unit, names: readonly Unit[], { words }: Question): Unit[] {
  const joined = [agent];
  for (let index = names.indexOf(agent) - 1; index >= 0; index--) {
    const name = names[index];
    const next = names[index + 1];
    if (name === undefined || next === undefined) break;
    const between = words.slice((name.words.at(-1) ?? 0) + 1, next.words[0]);
    const isJoined = between.every(
      ({ form, clause }) => JOINING.has(form) || clause !== words[next.words[0] ?? 0]?.clause,
    );
    const isOffice = between.length === 0 && name.office !== next.office;
    if (!isOffice && (!isJoined || !between.some(({ form }) => form === 'and' || form === 'or'))) break;
    joined.push(name);
  }
  return joined;
}

function isObject(unit: Unit, { words }: Question): boolean {
  let before = (unit.words[0] ?? 0) - 1;
  while (before >= 0 && SKIPPED.has(words[before]?.form ?? '')) before--;
  return PREPOSITIONS.has(words[before]?.form ?? '');
}

/** Whether the one who is told to do it is whom the claim names, or acts for them: Netanyahu for Israel. */
export function createStandsFor({ entities, entityById }: Corpus): (told: Entity, claimed: Entity) => boolean {
  const bodies = entities.filter(({ kind }) => kind === 'body' || kind === 'place');
  return (told, claimed) => {
    if (told.id === claimed.id) return true;
    if (told.kind !== 'person' && told.kind !== 'body') return false;
    for (let side = told.side; side !== undefined; side = entityById.get(side)?.side)
      if (side === claimed.id) return true;
    if (claimed.kind === 'place')
      return claimed.side !== undefined && (claimed.side === told.side || claimed.side === told.id);
    // A press secretary speaks for the house whose name is in the office.
    const office = told.office?.toLowerCase() ?? '';
    return bodies.some((body) => body.id === claimed.id && office.includes(bare(body.name)));
  };
}

function bare(name: string): string {
  return name.replace(/^the /u, '').toLowerCase();
}
