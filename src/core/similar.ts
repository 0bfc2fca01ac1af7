/** Statements close to others: about the same people, places and topics, or said by the same. */
import type { NonEmpty } from './answer.ts';
import { type Attribution, type Corpus, compareText, type Statement } from './corpus.ts';

/**
 * The other statements that share something with the given ones, closest first: what few statements share counts more
 * than what many do. After the first three, those that share
 * much less than the closest are left out. Equal closeness keeps reading order.
 * Deterministic.
 */
export function listSimilar(corpus: Corpus, to: NonEmpty<Statement>): readonly Statement[] {
  const marks = new Map(corpus.statements.map((statement) => [statement, marksOf(statement)]));
  const frequency = new Map<string, number>();
  for (const mark of [...marks.values()].flat()) frequency.set(mark, (frequency.get(mark) ?? 0) + 1);
  const wanted = new Set(to.flatMap(marksOf));
  const closeness = (statement: Statement): number =>
    // A sum of quotients: the same number on every machine, which a logarithm would not promise.
    (marks.get(statement) ?? []).reduce(
      (sum, mark) => sum + (wanted.has(mark) ? 1 / (frequency.get(mark) ?? 1) : 0),
      0,
    );
  const others = corpus.statements
    .filter((statement) => !to.includes(statement))
    .map((statement, place) => ({ statement, place, score: closeness(statement) }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  const least = (others[0]?.score ?? 0) * CLOSE;
  return others
    .filter(({ score }, place) => score > 0 && (place < ALWAYS || score >= least))
    .map(({ statement }) => statement);
}

/** The closest are shown, however close. */
const ALWAYS = 3;

/** Of the closest one's closeness: in an article on one subject, everything has something in common with everything. */
const CLOSE = 1 / 2;

/** What two statements may have in common, each once. Topics are an article's own. */
function marksOf({ entities, topics, attribution, citation }: Statement): string[] {
  const marks = [
    ...entities.map(({ id }) => `about ${id}`),
    ...topics.map(({ id }) => `on ${citation.article.id} ${id}`),
    ...speakersOf(attribution).map((id) => `by ${id}`),
  ];
  return [...new Set(marks)].sort(compareText);
}

function speakersOf(attribution: Attribution): readonly string[] {
  switch (attribution.kind) {
    case 'article':
      return [];
    case 'outlet':
      return [attribution.through.outlet.id];
    case 'speaker':
      return [attribution.speaker.id, ...(attribution.through === null ? [] : [attribution.through.outlet.id])];
  }
}
