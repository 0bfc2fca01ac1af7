/** Whom somebody acts for and which office they hold: what a claim gets wrong of people. */
import type { Corpus, Statement } from '../corpus.ts';
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';
import type { Entity } from '../schema.ts';
import { tokenize } from '../search/text.ts';

/** The statement that says what somebody is, and what the claim makes of them. */
export interface Misplaced {
  readonly statement: number;
  readonly assumed: string;
}

export type FindMisplaced = (question: Question) => Misplaced | null;

const OFFICES = new Set(
  'secretary minister president adviser advisor chancellor ambassador spokesman spokeswoman spokesperson senator governor king queen chief general commander premier mayor envoy'.split(
    ' ',
  ),
);
const FOR_THEM =
  /^(?:for|(?:.* )?(?:represents?|represented|representing)|(?:.* )?(?:part|attends?|attending|participates?|participating|joins?|joining|speaks?|negotiates?)(?: \w+){0,4} (?:for|on behalf of|on))$/u;

export function createSides({ entities, entityById, statements }: Corpus): FindMisplaced {
  const bodies = new Set(entities.flatMap(({ side }) => side ?? []));
  const officeOf = new Map(entities.map((entity) => [entity.id, placeOf(entity, statements)]));

  /** The country or body at the end of the chain: the White House is the United States'. */
  function sideOf(entity: Entity): string | null {
    let side = entity.side;
    for (let next = side; next !== undefined; next = entityById.get(next)?.side) side = next;
    return side ?? null;
  }

  /** Names of everything that the person acts for. */
  function sideNames(person: Entity): string[] {
    const names: string[] = [];
    for (let side = person.side; side !== undefined; side = entityById.get(side)?.side) {
      const body = entityById.get(side);
      names.push(body?.name ?? '', ...(body?.aliases ?? []));
    }
    return names;
  }

  function isPerson(unit: Unit): unit is Unit {
    return unit.kind === 'name' && !unit.office && unit.entities.length === 1 && unit.entities[0]?.kind === 'person';
  }

  return (question) => {
    const { units } = question;
    for (const unit of units) {
      const [person] = unit.entities;
      const statement = person === undefined ? null : (officeOf.get(person.id) ?? null);
      if (!isPerson(unit) || person === undefined || statement === null) continue;
      const end = (unit.words.at(-1) ?? 0) + 1;
      const body = units.find(
        (other) =>
          other.kind === 'name' &&
          other.entities.some(({ id, kind }) => bodies.has(id) && kind === 'body') &&
          isSaidOf(unit, other, question),
      );
      const claimed = body?.entities[0];
      if (claimed !== undefined && body !== undefined && !unit.negated && !body.negated) {
        const side = sideOf(person);
        const own = side === claimed.id || sideOf(claimed) === side || person.side === claimed.id;
        if (side !== null && !own) return { statement, assumed: `${person.name} acts for ${claimed.name}` };
      }
      const office = officeAfter(end, question);
      if (office === null) continue;
      const own = tokensOf([person.office ?? '', ...person.aliases, person.name, ...sideNames(person)]);
      const isOwn = office.every(({ form, stop }) => stop || own.has(form) || GENERAL.has(form));
      if (!isOwn) return { statement, assumed: `${person.name} is ${office.map(({ surface }) => surface).join(' ')}` };
    }
    return null;
  };
}

/** "is the U.S. secretary of defense", ", Israel's defense minister,": the words of an office behind a name. */
function officeAfter(end: number, { words, units }: Question): readonly Word[] | null {
  const first = words[end];
  if (first === undefined) return null;
  const isClause = first.clause !== words[end - 1]?.clause && first.sentence === words[end - 1]?.sentence;
  const from = first.form === 'is' || first.form === 'was' ? end + 1 : isClause ? end : -1;
  if (from === -1) return null;
  let to = from;
  while (
    to < words.length &&
    to < from + MAX_OFFICE &&
    words[to]?.clause === words[from]?.clause &&
    !ENDING.has(words[to]?.form ?? '')
  )
    to++;
  const phrase = words.slice(from, to);
  const hasOffice = phrase.some(({ form }) => OFFICES.has(form));
  const isPlain =
    !phrase.some(({ form }) => form === 'not') &&
    !units.some((unit) => unit.negated && unit.words.some((at) => at >= from && at < to));
  const other = units.some(
    (unit) =>
      unit.kind === 'name' &&
      !unit.office &&
      unit.entities[0]?.kind === 'person' &&
      unit.words.some((at) => at >= from && at < to),
  );
  return hasOffice && isPlain && !other ? phrase : null;
}
const MAX_OFFICE = 9;
const ENDING = new Set(
  'who which that and but will would has have had said says to at in with when after before during for while'.split(
    ' ',
  ),
);
const GENERAL = new Set('current senior top chief country countrys government official'.split(' '));

function tokensOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => tokenize(text).map(({ form }) => form)));
}

/** "American minister Dermer", "Dermer for the U.S.", "Dermer represents the U.S.", "Dermer is an American official". */
function isSaidOf(person: Unit, body: Unit, { words, units }: Question): boolean {
  const at = person.words[0] ?? 0;
  const end = person.words.at(-1) ?? at;
  const bodyAt = body.words[0] ?? 0;
  if (body.sentence !== person.sentence) return false;
  if (bodyAt < at) {
    const between = words.slice((body.words.at(-1) ?? bodyAt) + 1, at);
    const joined = between.length === 1 && units.some((unit) => unit.office && unit.words.includes(bodyAt + 1));
    const titled =
      between.length === 1 && /^(?:official|minister|negotiator|envoy|adviser|diplomat)$/u.test(between[0]?.form ?? '');
    return joined || titled;
  }
  const between = words.slice(end + 1, bodyAt).map(({ form }) => form);
  const phrase = between
    .filter((form) => form !== 'the')
    .join(' ')
    .trim();
  const next = words[(body.words.at(-1) ?? bodyAt) + 1];
  if (/^(?:is|was) (?:an? )?$/u.test(`${phrase} `) || /^(?:is|was)(?: an?)?$/u.test(phrase))
    return (
      next === undefined ||
      /^(?:official|diplomat|politician|negotiator|envoy|representative|citizen)$/u.test(next.form)
    );
  // "will take part for the U.S.", "and Hanegbi will represent the United States"
  const joinsOthers = units.some(
    (unit) =>
      unit.kind === 'name' &&
      !unit.entities.includes(person.entities[0] as Entity) &&
      (unit.words[0] ?? 0) > end &&
      (unit.words.at(-1) ?? 0) < bodyAt &&
      unit.entities[0]?.side !== person.entities[0]?.side,
  );
  return (
    FOR_THEM.test(phrase) &&
    !joinsOthers &&
    (next === undefined || next.clause !== words[bodyAt]?.clause || /^(?:and|at|in|on|side)$/u.test(next.form))
  );
}

/** The shortest statement that says what the person is. */
function placeOf({ id, kind, office }: Entity, statements: readonly Statement[]): number | null {
  if (kind !== 'person' || office === undefined) return null;
  const last = office.toLowerCase().split(' ').at(-1) ?? '';
  let best: number | null = null;
  statements.forEach(({ text, entities }, at) => {
    const says = entities.some((entity) => entity.id === id) && text.toLowerCase().includes(last);
    if (says && (best === null || text.length < (statements[best]?.text.length ?? 0))) best = at;
  });
  return best;
}
