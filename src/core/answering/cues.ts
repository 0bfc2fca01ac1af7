/** Wordings of false premises, read, and whether a question holds one. */
import type { Correction, Statement } from '../corpus.ts';
import type { OwnReader, Question } from '../question/analysis.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import { agentOf } from './agents.ts';
import { type Weights, weightOf } from './evidence.ts';

/** What a cue needs of a unit. Cues share those that are equal; within one cue each is its own. */
export type Wanted = Pick<Unit, 'kind' | 'terms' | 'own'>;

export interface Cue {
  readonly statement: number;
  readonly correction: Correction;
  readonly units: readonly Wanted[];
  readonly negates: boolean;
  /** Small words that turn its meaning: "off the agenda", "the same day". */
  readonly turns: readonly string[];
  /** The name that does it and what it does, where the cue starts so: "Biden canceled". */
  readonly action: { readonly agent: Wanted; readonly verb: Wanted } | null;
  readonly unless: readonly (readonly Excuse[])[];
}

/** A word that makes the question one about something else. */
interface Excuse {
  readonly stem: string;
  readonly terms: readonly TermId[];
}

const TURNS = new Set(
  'off out against all same only other down up under over without no for more less than'.split(' '),
);

export interface ReadCue {
  readonly cue: Cue;
  /** The rarest of its units: a question without it doesn't hold the cue. */
  readonly anchor: Wanted;
  readonly weight: number;
}

/** @param shared the wanted units of all cues, by what is in them */
export function readCues(
  statement: Statement,
  at: number,
  reader: OwnReader,
  weights: Weights,
  shared: Map<string, Wanted>,
): ReadCue[] {
  return statement.corrects.flatMap((correction) => {
    const unless = correction.unless.map((line) => readExcuses(line, reader));
    return correction.cues.flatMap((text): ReadCue[] => {
      const { units: read, words } = reader.readCue(text);
      const units: Wanted[] = [];
      for (const unit of read) units.push(want(unit, units, shared));
      const [first, ...rest] = units;
      if (first === undefined) return [];
      const weightOfUnit = (unit: Wanted) => weightOf(unit.terms, weights);
      const verb = rest.find(({ kind }) => kind !== 'name');
      return [
        {
          cue: {
            statement: at,
            correction,
            units,
            negates: read.some(({ negated }) => negated),
            turns: words.flatMap(({ form }, index) =>
              TURNS.has(form) && !read.some((unit) => unit.words.includes(index)) ? [form] : [],
            ),
            action: first.kind === 'name' && verb !== undefined ? { agent: first, verb } : null,
            unless,
          },
          anchor: units.reduce((rarest, unit) => (weightOfUnit(unit) > weightOfUnit(rarest) ? unit : rarest)),
          weight: units.reduce((sum, unit) => sum + weightOfUnit(unit), 0),
        },
      ];
    });
  });
}

function want({ kind, terms, own }: Unit, others: readonly Wanted[], shared: Map<string, Wanted>): Wanted {
  const key = JSON.stringify([kind, terms, own]);
  const known = shared.get(key);
  if (known !== undefined && !others.includes(known)) return known;
  const wanted = { kind, terms, own };
  shared.set(key, wanted);
  return wanted;
}

function readExcuses(line: string, reader: OwnReader): Excuse[] {
  const { units, words } = reader.readCue(line);
  return words.map((word, index) => {
    const unit = units.find(({ words: own }) => own.includes(index));
    return { stem: word.stem, terms: unit === undefined || isVague(unit) ? [] : unit.terms };
  });
}

/** Whether the question holds a line of words that turn it to something else. */
export function isExcused({ unless }: Cue, { words, units }: Question): boolean {
  return unless.some((line) =>
    line.every(
      (excuse) =>
        words.some((word) => word.stem === excuse.stem) ||
        units.some(({ kind, terms }) => kind !== 'number' && terms.some((term) => excuse.terms.includes(term))),
    ),
  );
}

/** Ideas that will do for a wanted unit, beside those that are the same. */
type Near = (term: TermId, wanted: Wanted) => readonly TermId[];

/**
 * The question's units that hold the cue, or `null` where it doesn't.
 * @param there the question's own units, and those that its pronouns mean
 * @param nearTo what partly means an idea: it does for what is acted on ("the trip", "the meeting"), not for the act
 */
export function holdCue(
  cue: Cue,
  question: Question,
  there: readonly Unit[],
  nearTo: (term: TermId) => readonly TermId[],
): Set<Unit> | null {
  const near: Near = (term, wanted) => (cue.action === null || wanted === cue.action.verb ? [] : nearTo(term));
  if (!cue.turns.every((form) => question.words.some((word) => word.form === form))) return null;
  const held = pair(cue.units, there, near);
  if (held === null) return null;
  const units = new Set(held);
  const sentences = new Set(
    held.filter((unit) => unit.kind !== 'name' && question.units.includes(unit)).map(({ sentence }) => sentence),
  );
  if (sentences.size > 1) return null;
  const denies = held.some(({ negated }) => negated);
  if (denies !== cue.negates) return null;
  if (cue.action !== null) {
    const verb = held[cue.units.indexOf(cue.action.verb)];
    const named = held[cue.units.indexOf(cue.action.agent)];
    if (verb === undefined || named === undefined) return null;
    if (!question.units.includes(verb)) return null;
    if (!question.units.includes(named)) return units;
    const agent = agentOf(verb, question);
    if (agent === null ? (named.words[0] ?? 0) > (verb.words[0] ?? 0) && question.slot !== 'none' : agent !== named)
      return null;
  }
  return units;
}

/** For each wanted unit, in their order, one of its own among those there are. */
function pair(wanted: readonly Wanted[], there: readonly Unit[], near: Near): readonly Unit[] | null {
  const held: Unit[] = [];
  const holdsFrom = (index: number): boolean => {
    const next = wanted[index];
    if (next === undefined) return true;
    for (const unit of there) {
      if (held.includes(unit) || !means(unit, next, near)) continue;
      held.push(unit);
      if (holdsFrom(index + 1)) return true;
      held.pop();
    }
    return false;
  };
  return holdsFrom(0) ? held : null;
}

/** Numbers and words of several meanings only where they are the same, others by what they mean. */
function means(unit: Unit, wanted: Wanted, near: Near): boolean {
  const isShared = (term: TermId) =>
    wanted.terms.includes(term) || near(term, wanted).some((other) => wanted.terms.includes(other));
  if (unit.kind === 'name') return unit.terms.some(isShared) || unit.hints.some(isShared);
  if (wanted.kind === 'name') return unit.terms.some(isShared);
  const loose = unit.kind !== 'number' && wanted.kind !== 'number' && !isVague(unit) && !isVague(wanted);
  return unit.terms.some((term) => (loose || term === unit.own || term === wanted.own) && isShared(term));
}

/** A word of several meanings: it stands for one of them only where the very word is used. */
function isVague({ kind, terms }: Wanted): boolean {
  return kind !== 'name' && terms.length > 3;
}
