/**
 * Every kind of reply with everything in it as long as the schema allows, or far longer than anyone writes where it sets
 * no length, and with typed text as long as is read. The types ask for each kind: a new one does not compile without.
 */
import type { NonEmpty, Silence } from '../../src/core/answer.ts';
import type { Article, Statement } from '../../src/core/corpus.ts';
import type { Frame } from '../../src/core/correction/post.ts';
import type { Notice } from '../../src/core/digest/notice.ts';
import type { Subscription } from '../../src/core/digest/subscription.ts';
import type { Hint, Judgement, Reply } from '../../src/core/reply.ts';
import { MAX_TYPED_LENGTH } from '../../src/core/request.ts';
import type { Entity } from '../../src/core/schema.ts';

const words = (length: number): string =>
  'Words '
    .repeat(length)
    .slice(0, length - 1)
    .padEnd(length, 'x');
/** Each character five bytes once escaped. */
export const TYPED = '&'.repeat(MAX_TYPED_LENGTH);
const id = (n: number): string => `${n}`.padStart(60, 'x');

function many<T>(count: number, make: (n: number) => T): NonEmpty<T> {
  const [first, ...rest] = Array.from({ length: count }, (_, n) => make(n));
  return [first as T, ...rest];
}

const entity = (n: number): Entity => ({
  id: id(n),
  kind: 'person',
  name: words(150),
  office: words(150),
  aliases: [],
});

const article: Article = {
  id: id(0),
  title: words(250),
  published: '2024-04-01',
  provenance: words(1000),
  publisher: words(150),
  url: `https://news.example/${'a'.repeat(300)}`,
  locators: ['Key Background 1.2'],
  topics: [],
};

const statement = (n: number): Statement => ({
  id: id(n),
  text: words(300),
  attribution: {
    kind: 'speaker',
    speaker: entity(0),
    capacity: words(150),
    through: { outlet: entity(1), citing: words(150) },
  },
  quotes: many(4, () => ({ speaker: entity(0), words: words(280) })),
  citation: { article, locator: 'Key Background 1.2' },
  date: { on: '2024-03-25', written: words(100) },
  entities: [],
  topics: [],
  askedAs: [],
  corrects: [],
  implies: [],
});

const asOf = '2024-04-01';
const hits = (count: number) => {
  const [first, ...rest] = many(count, statement);
  return [{ statement: first, score: 1 }, ...rest.map((other) => ({ statement: other, score: 1 }))] as const;
};
const language = { id: 'ar', name: 'Arabic', notice: words(300), checkNotice: words(120) };

const silences: { readonly [K in Silence['kind']]: Extract<Silence, { readonly kind: K }> } = {
  not_stated: { kind: 'not_stated' },
  unknown_name: { kind: 'unknown_name', names: many(20, () => TYPED) },
  outside: { kind: 'outside' },
  unread: { kind: 'unread', words: many(20, () => TYPED) },
  no_question: { kind: 'no_question' },
};

const hints: { readonly [K in Hint['kind']]: Extract<Hint, { readonly kind: K }> } = {
  did_you_mean: { kind: 'did_you_mean', typed: TYPED, nearest: TYPED, typedIn: 'mention' },
  unknown: { kind: 'unknown', what: 'speaker', typed: TYPED, known: many(10, () => words(150)), typedIn: 'mention' },
  incomplete: { kind: 'incomplete', usage: words(100), example: words(100), typedIn: 'mention' },
  too_long: { kind: 'too_long', length: 40_000, max: MAX_TYPED_LENGTH },
  gone: { kind: 'gone' },
};

export const longestSubscription = (n: number): Subscription => ({
  teamId: 'T0123456789',
  channelId: `C${`${n}`.padStart(10, '0')}`,
  time: '23:59',
  zone: 'America/Argentina/ComodRivadavia',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  count: 5,
  status: { kind: 'failing', error: words(200).replaceAll(' ', '_') },
  orderedBy: 'U0DANA',
  turn: { from: '2024-04-01', after: id(0) },
});
const upcoming = { at: 1_711_958_400, zone: 'America/Argentina/ComodRivadavia' };
const next = [upcoming, upcoming, upcoming];

const notices: { readonly [K in Notice['kind']]: Notice & { readonly kind: K } } = {
  scheduled: {
    kind: 'scheduled',
    change: 'resumed',
    subscription: longestSubscription(0),
    next,
    zoneAssumed: true,
    checked: false,
  },
  status: { kind: 'status', subscription: longestSubscription(0), next, orderedBy: 'U0DANA' },
  stopped: { kind: 'stopped', subscription: longestSubscription(0) },
  paused: { kind: 'paused', channelId: 'C0123456789' },
  ended: { kind: 'ended', channelId: 'C0123456789' },
  none: { kind: 'none', channelId: 'C0123456789' },
  list: { kind: 'list', entries: many(300, (n) => ({ subscription: longestSubscription(n), next: upcoming })) },
  refused: { kind: 'refused', channelId: 'C0123456789', hasDigest: true, error: words(200) },
  problem: { kind: 'problem', problem: `“${'&'.repeat(200)}” is neither a time nor a day.` },
  offer: { kind: 'offer' },
  help: { kind: 'help' },
};

const judgements: { readonly [K in Judgement['kind']]: Extract<Judgement, { readonly kind: K }> } = {
  supported: { kind: 'supported', by: many(60, statement) },
  contradicted: { kind: 'contradicted', by: many(5, statement), assumed: words(300) },
  not_stated: { kind: 'not_stated', related: many(3, statement) },
};
const parts = many(60, (n) => ({ claim: TYPED, judgement: Object.values(judgements)[n % 3] ?? judgements.not_stated }));

const frames: { readonly [K in Frame['kind']]: Extract<Frame, { readonly kind: K }> } = {
  answer: { kind: 'answer', assumed: null, language: 'ar' },
  silence: { kind: 'silence', why: 'unread', language: 'ar' },
  check: { kind: 'check' },
  statement: { kind: 'statement' },
  shared: { kind: 'shared' },
  timeline: { kind: 'timeline' },
  quotes: { kind: 'quotes', speakerId: null },
  topic: { kind: 'topic', topicId: id(0) },
  digest: { kind: 'digest', day: '2024-04-03' },
};

const digest = {
  day: '2024-04-03',
  statements: many(5, statement),
  quote: { quote: { speaker: entity(0), words: words(280) }, statement: statement(9) },
  asOf,
} as const;

export const longestReplies: { readonly [K in Reply['kind']]: readonly Extract<Reply, { readonly kind: K }>[] } = {
  answer: [
    {
      kind: 'answer',
      answer: {
        status: 'answered',
        question: TYPED,
        hits: hits(5),
        premise: { assumed: words(300), written: true, correctedBy: statement(0) },
        language,
      },
    },
  ],
  silence: Object.values(silences).map((silence) => ({
    kind: 'silence',
    answer: { status: 'not_stated', question: TYPED, silence, related: hits(3), language },
    asOf,
  })),
  help: [{ kind: 'help', articles: many(40, () => article), asOf }],
  statement: [{ kind: 'statement', statement: statement(0) }],
  people: [
    {
      kind: 'people',
      sides: many(10, () => ({
        name: words(150),
        people: many(30, (n) => ({ entity: entity(n), citation: statement(0).citation })),
      })),
      asOf,
    },
  ],
  timeline: [
    { kind: 'timeline', entries: many(300, statement), asOf },
    { kind: 'timeline', entries: [], asOf },
  ],
  quotes: [
    {
      kind: 'quotes',
      speaker: entity(0),
      quotes: many(300, (n) => ({ quote: { speaker: entity(0), words: words(280) }, statement: statement(n) })),
      asOf,
    },
  ],
  topics: [
    {
      kind: 'topics',
      topics: many(300, (n) => ({ topic: { id: id(n), name: words(150) }, statements: 300 })),
      asOf,
    },
  ],
  topic: [{ kind: 'topic', topic: { id: id(0), name: words(300) }, statements: many(300, statement), asOf }],
  sources: [
    {
      kind: 'sources',
      articles: many(40, () => ({ article, statements: 300, sentences: 300, outlets: many(40, entity) })),
      edition: 'e'.repeat(64),
      scores: {
        edition: 'e'.repeat(64),
        answerable: { asked: 99_999, right: 99_999 },
        premise: { asked: 99_999, right: 99_999 },
        unanswerable: { asked: 99_999, right: 99_999 },
      },
      asOf,
    },
  ],
  check: [
    ...Object.values(judgements).map((verdict) => ({ kind: 'check' as const, claim: TYPED, verdict, asOf })),
    { kind: 'check', claim: TYPED, verdict: { ...judgements.contradicted, parts }, asOf },
  ],
  source: [
    {
      kind: 'source',
      statements: many(30, statement),
      gone: 5,
      edition: { asked: 'd'.repeat(64), now: 'e'.repeat(64) },
      asOf,
    },
  ],
  more: [
    { kind: 'more', to: many(30, statement), statements: many(3, statement), until: 99_999, left: 99_999, asOf },
    { kind: 'more', to: many(30, statement), statements: [], until: 3, left: 0, asOf },
  ],
  digest: [{ kind: 'digest', digest }],
  preview: [
    { kind: 'preview', channelId: 'C0123456789', at: upcoming.at, digest },
    { kind: 'preview', channelId: 'C0123456789', at: null, digest },
  ],
  corrected: Object.values(frames).map((frame) => ({
    kind: 'corrected',
    corrected: {
      frame,
      summary: words(120),
      statements: many(60, statement),
      // Text, attribution, four quotes, citation and date of before, in one.
      notes: many(60, (n) => ({ below: n % 2 === 0 ? statement(n) : null, sentences: many(5, () => words(3500)) })),
      language,
      asOf,
    },
  })),
  notice: Object.values(notices).map((notice) => ({ kind: 'notice', notice })),
  follow_ups: [
    { kind: 'follow_ups', state: { kind: 'on' } },
    { kind: 'follow_ups', state: { kind: 'off' } },
    { kind: 'follow_ups', state: { kind: 'lacking', scope: 'channels:history', chosen: false, refusal: null } },
    {
      kind: 'follow_ups',
      state: { kind: 'lacking', scope: 'groups:history', chosen: true, refusal: 'channel_not_found' },
    },
    { kind: 'follow_ups', state: { kind: 'refused', refusal: 'not_in_channel' } },
    { kind: 'follow_ups', state: { kind: 'direct' } },
    { kind: 'follow_ups', state: { kind: 'command_only' } },
  ],
  greeting: (['person', 'channel'] as const).map((to) => ({
    kind: 'greeting',
    to,
    articles: many(40, () => article),
    asOf,
  })),
  hint: Object.values(hints).map((hint) => ({ kind: 'hint', hint })),
};

export const allLongest: readonly Reply[] = Object.values(longestReplies).flat();

export const longestStatements = many(5, statement);
