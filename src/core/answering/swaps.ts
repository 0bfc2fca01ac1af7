/** Words in the wrong mouth, wrong numbers and opposites: false premises nobody had to write down. */
import type { Corpus, Quote } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import { stem } from '../search/text.ts';
import { agentOf, isActive, isName } from './agents.ts';
import type { Assumption } from './corrections.ts';
import { type Evidence, weightOf } from './evidence.ts';
import type { Fit, Weighed } from './match.ts';

interface ReadQuote {
  readonly statement: number;
  readonly quote: Quote;
  readonly units: readonly { readonly terms: readonly TermId[]; readonly weight: number }[];
  /** Terms of everyone the words may rightly be given to: the speaker, their side, the outlet. */
  readonly owners: ReadonlySet<TermId>;
}

/** How much of a quote a question must hold to be about it. */
const QUOTE_SHARE = 0.6;

export interface Swaps {
  /** Someone is said to have said what the article quotes from another. */
  findSpeaker(question: Question): Assumption | null;
  /** The statement that fits has another number, or the opposite, of what the question says. */
  findContradiction(question: Question, fit: Fit, weighed: readonly Weighed[]): Assumption | null;
}

export function createSwaps(corpus: Corpus, reader: Reader, evidence: Evidence): Swaps {
  const { terms } = reader;
  const quotes = corpus.statements.flatMap(({ quotes: own, entities, attribution }, statement) =>
    own.map((quote): ReadQuote => {
      const { side } = quote.speaker;
      const sides =
        side === undefined
          ? []
          : [side, ...corpus.entities.filter((e) => e.side === side && e.kind === 'body').map(({ id }) => id)];
      const about = quote.speaker.kind === 'person' ? [] : entities.map(({ id }) => id);
      const through = attribution.kind === 'article' ? null : attribution.through;
      const ids = [quote.speaker.id, ...sides, ...about, ...(through === null ? [] : [through.outlet.id])];
      return {
        statement,
        quote,
        units: reader
          .read(quote.words)
          .units.map((unit) => ({ terms: unit.terms, weight: weightOf(unit.terms, evidence) })),
        owners: new Set(ids.flatMap((id) => terms.find(`entity:${id}`) ?? [])),
      };
    }),
  );

  /** Of each statement, the terms that its editor's questions use: to ask with them assumes nothing false. */
  const asked = corpus.statements.map(() => new Set<TermId>());
  for (const { statement, question } of evidence.views) {
    for (const { terms: own } of question.units) for (const term of own) asked[statement]?.add(term);
  }

  function holdsQuote(question: Question, { units }: ReadQuote): Set<Unit> | null {
    const held = new Set<Unit>();
    let share = 0;
    let total = 0;
    for (const { terms: own, weight } of units) {
      total += weight;
      const found = question.units.find((unit) => !unit.negated && unit.terms.some((term) => own.includes(term)));
      if (found === undefined) continue;
      held.add(found);
      share += weight;
    }
    return total > 0 && share / total >= QUOTE_SHARE ? held : null;
  }

  return {
    findSpeaker(question) {
      if (question.slot === 'person' || question.slot === 'source') return null;
      for (const read of quotes) {
        const held = holdsQuote(question, read);
        if (held === null) continue;
        const named = question.units.filter((unit) => isName(unit, question) && isPerson(unit));
        if (named.some((unit) => unit.terms.some((term) => read.owners.has(term)))) continue;
        const speaker = named.find((unit) => speaks(unit, question, held));
        if (speaker === undefined) continue;
        const name = speaker.entities[0]?.name ?? speaker.text;
        return {
          statement: read.statement,
          assumed: `${name} said "${read.quote.words}"`,
          units: new Set([...held, speaker]),
        };
      }
      return null;
    },
    findContradiction(question, fit, weighed) {
      const text = evidence.texts[fit.statement];
      if (text === undefined) return null;
      return (
        wrongNumber(question, text, fit.statement) ??
        opposite(
          question,
          text,
          { statement: fit.statement, asked: asked[fit.statement] ?? new Set() },
          (term) => terms.opposites(term),
          weighed,
        )
      );
    },
  };
}

const SPEECH = new Set(
  'say call warn describe label term claim state tell comment remark declare argue think mention predict quote statement word brand characterize talk caution speak threaten comment speech refer utter voice express accuse line'
    .split(' ')
    .map(stem),
);

/** Whether the question gives the words to `name`: "Biden called", "according to Biden", "Biden's huge mistake". */
function speaks(name: Unit, question: Question, held: ReadonlySet<Unit>): boolean {
  if (!isActive(name, question)) return false;
  const at = name.words[0] ?? 0;
  const before = question.words[at - 1]?.form;
  if (before === 'to' || before === 'by') return true;
  const next = question.units[question.units.indexOf(name) + 1];
  if (/'s?$/u.test(name.text) && next !== undefined && held.has(next)) return true;
  return question.units.some(
    (unit) =>
      unit.words.some((index) => SPEECH.has(question.words[index]?.stem ?? '')) && agentOf(unit, question) === name,
  );
}

/** Someone or something that can speak: not a place or a document, unless nobody knows what it is. */
function isPerson({ entities, unknown }: Unit): boolean {
  return unknown || entities.some(({ kind }) => kind === 'person' || kind === 'body' || kind === 'group');
}

/** How many units after a number its noun may stand. */
const NOUN_REACH = 3;

function wrongNumber(question: Question, text: Question, statement: number): Assumption | null {
  for (const [index, unit] of question.units.entries()) {
    if (unit.kind !== 'number') continue;
    const noun = question.units.slice(index + 1, index + 2);
    const same = numbersOf(text, noun);
    if (same.length === 0 || same.some((other) => other.terms.some((term) => unit.terms.includes(term)))) continue;
    const all = text.units.filter(({ kind }) => kind === 'number');
    if (all.some((other) => other.terms.some((term) => unit.terms.includes(term)))) continue;
    const phrase = [unit, ...noun].map((each) => each.text).join(' ');
    return { statement, assumed: `it was ${phrase}`, units: new Set([unit, ...noun]) };
  }
  return null;
}

function numbersOf(text: Question, noun: readonly Unit[]): Unit[] {
  const wanted = new Set(noun.flatMap((unit) => unit.terms));
  return text.units.filter(
    ({ kind }, index) =>
      kind === 'number' &&
      text.units.slice(index + 1, index + 1 + NOUN_REACH).some((unit) => unit.terms.some((term) => wanted.has(term))),
  );
}

function opposite(
  question: Question,
  text: Question,
  { statement, asked }: { readonly statement: number; readonly asked: ReadonlySet<TermId> },
  opposites: (term: TermId) => readonly TermId[],
  weighed: readonly Weighed[],
): Assumption | null {
  const said = new Set(text.units.flatMap((unit) => unit.terms));
  for (const { unit, context } of weighed) {
    if (context || unit.negated || !question.units.includes(unit)) continue;
    if (unit.terms.some((term) => said.has(term) || asked.has(term))) continue;
    const denied = unit.terms.flatMap(opposites).filter((term) => said.has(term));
    if (denied.length === 0 || question.units.some(({ terms }) => terms.some((term) => denied.includes(term))))
      continue;
    return {
      statement,
      assumed: `the article spoke of "${phraseAround(unit, question)}"`,
      units: new Set([unit]),
    };
  }
  return null;
}

/** The unit with the words beside it, as typed. */
function phraseAround(unit: Unit, { words }: Question): string {
  const own = unit.words;
  return words
    .slice(own[0] ?? 0, (own.at(-1) ?? 0) + 1)
    .map(({ surface }) => surface)
    .join(' ');
}
