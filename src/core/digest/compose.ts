/** What a day's digest holds. */
import type { NonEmpty } from '../answer.ts';
import { describeAttribution, describeCitation } from '../attribution.ts';
import { type Corpus, compareText, type Quote, type Statement } from '../corpus.ts';
import type { CitedQuote } from '../reply.ts';
import { countDays, floorMod } from './days.ts';
import { hashText } from './hash.ts';
import type { Subscription } from './subscription.ts';

export interface Digest {
  /** YYYY-MM-DD in the subscription's zone. */
  readonly day: string;
  /** In reading order. */
  readonly statements: NonEmpty<Statement>;
  /** From a statement that is not in this digest; `null` where there is none. */
  readonly quote: CitedQuote | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** What of a subscription decides on the content of its digests. */
export type DigestPlan = Pick<Subscription, 'teamId' | 'channelId' | 'days' | 'count' | 'turn'>;

/**
 * The same for the same corpus, plan and day, however often and wherever it is composed.
 *
 * Each channel has an order of its own, in which a statement's place depends on nothing but channel and id: a
 * statement that is added comes where its turn is, and one that is removed leaves the others as they were. Digests go
 * round that order, so nothing repeats until every statement had its turn. A day on which none is due has the next
 * one's content.
 */
export function composeDigest(corpus: Corpus, plan: DigestPlan, day: string): Digest {
  const order = channelOrder(plan, corpus.statements);
  const chosen = Array.from(
    { length: Math.min(plan.count, order.length) },
    (_, i) => order[floorMod(startOf(order, plan, day) + i, order.length)],
  );
  const [first, ...rest] = corpus.statements.filter((statement) => chosen.includes(statement));
  if (first === undefined) throw new Error('a corpus without statements has no digest');
  const statements: NonEmpty<Statement> = [first, ...rest];
  return { day, statements, quote: quoteOf(corpus, plan, day, statements), asOf: corpus.asOf };
}

/** The turn that goes on, on `day`, where the plan would have gone on: to be kept when the plan changes or moves on. */
export function turnOn(corpus: Corpus, plan: DigestPlan, day: string): Subscription['turn'] {
  const order = channelOrder(plan, corpus.statements);
  const last = order[floorMod(startOf(order, plan, day) - 1, order.length)];
  return { from: day, after: last?.id ?? null };
}

/** Names what people would read: an edit that shows in a digest changes its name, and no other does. */
export function nameContent({ day, statements, quote, asOf }: Digest): string {
  const words = statements.map(({ id, text, attribution, quotes, citation, date }) => [
    ...[id, text, describeAttribution(attribution), describeCitation(citation), date?.on],
    ...quotes.map(wordsOf),
  ]);
  return hashText(JSON.stringify([day, asOf, words, quote && [quote.statement.id, wordsOf(quote.quote)]])).toString(36);
}

function wordsOf({ speaker, words }: Quote): readonly string[] {
  return [speaker.name, words];
}

function channelOrder<T extends { readonly id: string }>(plan: DigestPlan, items: readonly T[]): readonly T[] {
  const places = new Map(items.map((item) => [item, placeOf(plan, item.id)]));
  return [...items].sort((a, b) => comparePlaces(places.get(a) ?? NOWHERE, places.get(b) ?? NOWHERE));
}

interface Place {
  readonly hash: number;
  readonly id: string;
}

const NOWHERE: Place = { hash: 0, id: '' };

function placeOf({ teamId, channelId }: DigestPlan, id: string): Place {
  return { hash: hashText(`${teamId} ${channelId} ${id}`), id };
}

function comparePlaces(a: Place, b: Place): number {
  return a.hash - b.hash || compareText(a.id, b.id);
}

/** Where in the channel's order the day's digest starts. */
function startOf(order: readonly Statement[], plan: DigestPlan, day: string): number {
  const { from, after } = plan.turn;
  const last = after === null ? null : placeOf(plan, after);
  // The statement itself may be gone: its place is known all the same.
  const next = last === null ? 0 : order.filter(({ id }) => comparePlaces(placeOf(plan, id), last) <= 0).length;
  return next + countDays(from, day, plan.days) * Math.min(plan.count, order.length);
}

/** Any day would do; it only has to be the same for all. */
const FIRST_DAY = '2024-04-01';

function quoteOf(corpus: Corpus, plan: DigestPlan, day: string, statements: readonly Statement[]): Digest['quote'] {
  const quotes = channelOrder(
    plan,
    corpus.statements.flatMap((statement) =>
      statement.quotes.map((quote, i) => ({ id: `${statement.id} ${i}`, quote, statement })),
    ),
  );
  const start = countDays(FIRST_DAY, day, plan.days);
  const turns = quotes.map((_, i) => quotes[floorMod(start + i, quotes.length)]);
  const found = turns.find((turn) => turn !== undefined && !statements.includes(turn.statement));
  return found === undefined ? null : { quote: found.quote, statement: found.statement };
}
