/** Words in the wrong mouth: a false premise that nobody had to write down. */
import type { Corpus, Quote } from '../corpus.ts';
import type { OwnReader, Question } from '../question/analysis.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import { stem } from '../search/text.ts';
import { agentOf, isActive, isName } from './agents.ts';
import type { Assumption } from './corrections.ts';
import { type Weights, weightOf } from './evidence.ts';

interface ReadQuote {
  readonly statement: number;
  readonly quote: Quote;
  readonly units: readonly { readonly terms: readonly TermId[]; readonly weight: number }[];
  /** Terms of everyone the words may rightly be given to: the speaker, their side, the outlet. */
  readonly owners: ReadonlySet<TermId>;
}

/** How much of a quote a question must hold to be about it. */
const QUOTE_SHARE = 0.6;

/** Someone is said to have said what the article quotes from another. */
export type FindSpeaker = (question: Question) => Assumption | null;

/** Plain data, made from the corpus. */
export type SpeakersIndex = readonly ReadQuote[];

export function indexSpeakers(corpus: Corpus, reader: OwnReader, weights: Weights): SpeakersIndex {
  const { terms } = reader;
  return corpus.statements.flatMap(({ quotes: own, entities, attribution }, statement) =>
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
          .readOwn(quote.words)
          .units.map((unit) => ({ terms: unit.terms, weight: weightOf(unit.terms, weights) })),
        owners: new Set(ids.flatMap((id) => terms.find(`entity:${id}`) ?? [])),
      };
    }),
  );
}

export function createSpeakers(quotes: SpeakersIndex): FindSpeaker {
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

  return (question) => {
    if (question.slot === 'person' || question.slot === 'source') return null;
    const named = question.units.filter((unit) => isName(unit, question) && isPerson(unit));
    for (const read of quotes) {
      const held = named.length === 0 ? null : holdsQuote(question, read);
      if (held === null || named.some((unit) => unit.terms.some((term) => read.owners.has(term)))) continue;
      if (isTopicOnly(question, held)) continue;
      const speaker = named.find((unit) => speaks(unit, question, held));
      if (speaker === undefined) continue;
      const name = speaker.entities[0]?.name ?? speaker.text;
      return {
        kind: 'speaker',
        statement: read.statement,
        assumed: `${name} said "${read.quote.words}"`,
        units: new Set([...held, speaker]),
      };
    }
    return null;
  };
}

/** "What does Dermer think of the alternatives?" asks about them; it doesn't put the word into his mouth. */
function isTopicOnly({ slot }: Question, held: ReadonlySet<Unit>): boolean {
  const asksWhat = slot === 'quote' || slot === 'thing' || slot === 'polar' || slot === 'manner';
  return asksWhat && held.size < 2 && ![...held].some(({ quoted, words }) => quoted || words.length > 1);
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
