/** A request, answered. Everything a surface can ask for comes through here. */
import type { NonEmpty } from '../core/answer.ts';
import type { Corpus, Statement } from '../core/corpus.ts';
import { compareText } from '../core/corpus.ts';
import type { Engine } from '../core/engine.ts';
import { listPeople, listQuotes, listSources, listTimeline, listTopics } from '../core/overview.ts';
import type { Hint, Reply, TypedIn } from '../core/reply.ts';
import { type AnswerReference, countEdits, MAX_TYPED_LENGTH, type Request } from '../core/request.ts';
import type { ScoreSummary } from '../core/scorecard.ts';
import { listSimilar } from '../core/similar.ts';
import type { Place } from './place.ts';

/** One edition of the facts with its engine: replaced as a whole, never half. */
export interface Library {
  readonly corpus: Corpus;
  readonly engine: Engine;
}

export interface HandleDependencies {
  /** Asked anew for each request, so that an edition can be replaced between two of them. */
  readonly library: () => Library;
  /** A number from 0 up to, not including, 1; only `random` uses it. */
  readonly random: () => number;
  /** Shown with the sources. */
  readonly scores: ScoreSummary | null;
}

/** Answered from the facts alone; what concerns digests is `Subscribing`'s. */
export type FactRequest = Exclude<Request, { readonly kind: 'digest' }>;

/** @param previous earlier questions of the same conversation, oldest first */
export type Handle = (request: FactRequest, place: Place, previous?: readonly string[]) => Reply;

export function createHandle({ library, random, scores }: HandleDependencies): Handle {
  return (request, place, previous = []) => {
    const typedIn = TYPED_IN[place.surface];
    const { corpus, engine } = library();
    const { asOf } = corpus;
    switch (request.kind) {
      case 'ask':
        return answerQuestion(library(), request.question, previous);
      case 'typo':
        return answerTypo(library(), request, typedIn, previous);
      case 'check':
        return { kind: 'check', claim: request.claim, verdict: engine.check(request.claim), asOf };
      case 'help':
        return { kind: 'help', articles: corpus.articles, asOf };
      case 'people':
        return { kind: 'people', sides: listPeople(corpus), asOf };
      case 'timeline':
        return { kind: 'timeline', entries: listTimeline(corpus), asOf };
      case 'quotes':
        return replyWithQuotes(corpus, request.name, typedIn);
      case 'topics':
        return replyWithTopics(corpus, request.topic, typedIn);
      case 'sources':
        return { kind: 'sources', articles: listSources(corpus), edition: corpus.edition, scores, asOf };
      case 'random':
        return { kind: 'statement', statement: pick(corpus.statements, random()) };
      case 'fact':
        return replyWithFact(corpus, request.id, typedIn);
      case 'source':
        return replyWithSource(corpus, request.answer);
      case 'more':
        return replyWithMore(corpus, request.answer);
      case 'incomplete':
        return hint({ kind: 'incomplete', ...USAGE[request.command], typedIn });
      case 'followups':
        return { kind: 'follow_ups', state: { kind: 'command_only' } };
      case 'too_long':
        return hint({ kind: 'too_long', length: request.length, max: MAX_TYPED_LENGTH });
    }
  };
}

const TYPED_IN: Readonly<Record<Place['surface'], TypedIn>> = {
  command: 'command',
  mention: 'mention',
  follow_up: 'mention',
  direct_message: 'message',
  shortcut: 'message',
  home: 'message',
  terminal: 'message',
};

const USAGE = {
  fact: { usage: 'fact <id>', example: 'fact us-abstained' },
  check: { usage: 'check <claim>', example: 'check the U.S. abstained from the vote' },
} as const;

const hint = (content: Hint): Reply => ({ kind: 'hint', hint: content });

function answerQuestion({ corpus, engine }: Library, question: string, previous: readonly string[]): Reply {
  const answer = engine.answer(question, previous);
  return answer.status === 'answered' ? { kind: 'answer', answer } : { kind: 'silence', answer, asOf: corpus.asOf };
}

/** Several words that happen to start like a command are still a question where one can be answered. */
function answerTypo(
  library: Library,
  { typed, nearest }: Extract<Request, { readonly kind: 'typo' }>,
  typedIn: TypedIn,
  previous: readonly string[],
): Reply {
  if (typed.includes(' ')) {
    const reply = answerQuestion(library, typed, previous);
    if (reply.kind === 'answer') return reply;
  }
  return hint({ kind: 'did_you_mean', typed, nearest, typedIn });
}

function pick(statements: NonEmpty<Statement>, random: number): Statement {
  return statements[Math.floor(random * statements.length)] ?? statements[0];
}

/** The statements of an answer that are still there. */
export function findStatements({ statementById }: Corpus, { ids }: AnswerReference): readonly Statement[] {
  return ids.map((id) => statementById.get(id)).filter((statement) => statement !== undefined);
}

function replyWithSource(corpus: Corpus, answer: AnswerReference): Reply {
  const [first, ...rest] = findStatements(corpus, answer);
  if (first === undefined) return hint({ kind: 'gone' });
  const statements: NonEmpty<Statement> = [first, ...rest];
  const gone = answer.ids.length - statements.length;
  return {
    kind: 'source',
    statements,
    gone,
    edition: { asked: answer.edition, now: corpus.edition },
    asOf: corpus.asOf,
  };
}

/** As many as an answer has related ones. */
const MORE = 3;

function replyWithMore(corpus: Corpus, answer: AnswerReference): Reply {
  const [first, ...rest] = findStatements(corpus, answer);
  if (first === undefined) return hint({ kind: 'gone' });
  const to: NonEmpty<Statement> = [first, ...rest];
  const similar = listSimilar(corpus, to);
  const until = Math.min(answer.from + MORE, similar.length);
  const statements = similar.slice(answer.from, until);
  return { kind: 'more', to, statements, until, left: similar.length - until, asOf: corpus.asOf };
}

function replyWithFact(corpus: Corpus, id: string, typedIn: TypedIn): Reply {
  const statement = corpus.statementById.get(id);
  if (statement !== undefined) return { kind: 'statement', statement };
  return unknown(
    'fact',
    id,
    corpus.statements.map((candidate) => candidate.id),
    typedIn,
  );
}

function replyWithQuotes(corpus: Corpus, name: string | null, typedIn: TypedIn): Reply {
  const quotes = listQuotes(corpus);
  if (name === null) return { kind: 'quotes', speaker: null, quotes, asOf: corpus.asOf };
  const speakers = [...new Set(quotes.map(({ quote }) => quote.speaker))];
  const wanted = name.toLowerCase();
  const speaker =
    speakers.find((entity) => namesOf(entity).some((known) => known === wanted)) ??
    speakers.find((entity) => namesOf(entity).some((known) => known.split(' ').includes(wanted)));
  const [first, ...rest] = quotes.filter(({ quote }) => quote.speaker === speaker);
  if (speaker === undefined || first === undefined) {
    return unknown(
      'speaker',
      name,
      speakers.map((entity) => entity.name),
      typedIn,
    );
  }
  return { kind: 'quotes', speaker, quotes: [first, ...rest], asOf: corpus.asOf };
}

const namesOf = ({ name, aliases }: { name: string; aliases: readonly string[] }): string[] =>
  [name, ...aliases].map((known) => known.toLowerCase());

function replyWithTopics(corpus: Corpus, wanted: string | null, typedIn: TypedIn): Reply {
  const topics = listTopics(corpus);
  if (wanted === null) return { kind: 'topics', topics, asOf: corpus.asOf };
  const typed = wanted.toLowerCase();
  const found = topics.find(({ topic }) => topic.id === typed || topic.name.toLowerCase() === typed);
  const [first, ...rest] = corpus.statements.filter(
    ({ topics }) => found !== undefined && topics.includes(found.topic),
  );
  if (found === undefined || first === undefined)
    return unknown(
      'topic',
      wanted,
      topics.map(({ topic }) => topic.id),
      typedIn,
    );
  return { kind: 'topic', topic: found.topic, statements: [first, ...rest], asOf: corpus.asOf };
}

/** Those that exist, nearest to what was typed first, at most ten. */
function unknown(what: 'fact' | 'topic' | 'speaker', typed: string, known: readonly string[], typedIn: TypedIn): Reply {
  const lower = typed.toLowerCase();
  const distance = (name: string): number =>
    Math.min(...[name, ...name.split(/[ -]/)].map((part) => countEdits(lower, part.toLowerCase()) / part.length));
  const [first = '', ...rest] = [...known].sort((a, b) => distance(a) - distance(b) || compareText(a, b)).slice(0, 10);
  return hint({ kind: 'unknown', what, typed, known: [first, ...rest], typedIn });
}
