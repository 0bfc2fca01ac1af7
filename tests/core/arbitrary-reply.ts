/** Any reply there can be, with curated text at and over its usual lengths and typed text that means harm. */
import fc from 'fast-check';
import type { NonEmpty } from '../../src/core/answer.ts';
import type { Article, Attribution, Quote, Statement } from '../../src/core/corpus.ts';
import type { Frame } from '../../src/core/correction/post.ts';
import { weekdays } from '../../src/core/digest/days.ts';
import type { Notice } from '../../src/core/digest/notice.ts';
import type { Subscription } from '../../src/core/digest/subscription.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Entity } from '../../src/core/schema.ts';

/** Markup, links, markers of direction, long graphemes, halves of characters. */
export const typedText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '<!channel> <!here> <!everyone>',
    '<@U0SAM> <#C0GENERAL|general> <!subteam^S1|team>',
    '<https://evil.example|the article> https://evil.example www.evil.example evil.example me@evil.example',
    '&lt;!channel&gt; &amp;lt;',
    '*bold* _italic_ ~gone~ `code` ```block``` > quote',
    ':siren: :here:',
    '\u202eksa ot esle \u2066\u200b\u0000\u001b[31m',
    '👩‍👩‍👧‍👦'.repeat(200),
    `a${'\u0301'.repeat(3000)}`,
    '&'.repeat(1000),
    '<'.repeat(1000),
    '\ud800\udfff\ud83d',
  ),
);

const curated = (maxLength: number) =>
  fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength }), fc.constant('W'.repeat(maxLength)));

const slug = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}$/).map((text) => text.slice(0, 60));

const entity: fc.Arbitrary<Entity> = fc.record({
  id: slug,
  kind: fc.constantFrom('person', 'body', 'outlet', 'document'),
  name: curated(80),
  aliases: fc.constant([]),
});

const article: fc.Arbitrary<Article> = fc.record({
  id: slug,
  title: curated(150),
  published: fc.constantFrom('2024-04-01', '2023-12-31'),
  provenance: curated(400),
  publisher: fc.option(curated(40)),
  url: fc.option(fc.webUrl()),
  locators: fc.constant(['Topline 1', 'Key Facts 1.1']),
  topics: fc.constant([]),
});

const attribution: fc.Arbitrary<Attribution> = fc.oneof(
  fc.constant({ kind: 'article' } as const),
  fc.record({
    kind: fc.constant('outlet' as const),
    through: fc.record({ outlet: entity, citing: fc.option(curated(60)) }),
  }),
  fc.record({
    kind: fc.constant('speaker' as const),
    speaker: entity,
    capacity: fc.option(curated(60)),
    through: fc.option(fc.record({ outlet: entity, citing: fc.option(curated(60)) })),
  }),
);

const quote: fc.Arbitrary<Quote> = fc.record({ speaker: entity, words: curated(200) });

export const statement: fc.Arbitrary<Statement> = fc.record({
  id: slug,
  text: curated(300),
  attribution,
  quotes: fc.array(quote, { maxLength: 3 }),
  citation: fc.record({ article, locator: fc.constantFrom('Topline 1', 'Key Background 1.2') }),
  date: fc.option(fc.record({ on: fc.constantFrom('2024-03-25', '2024-02'), written: curated(30) })),
  entities: fc.constant([]),
  topics: fc.constant([]),
  askedAs: fc.constant([]),
  corrects: fc.constant([]),
  implies: fc.constant([]),
});

const asOf = fc.constantFrom('2024-04-01', '2023-12-31');

function some<T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<NonEmpty<T>> {
  return fc.array(one, { minLength: 1, maxLength }).map(([first, ...rest]) => [first as T, ...rest]);
}

const hit = fc.record({ statement, score: fc.constant(0.5) });
const typedIn = fc.constantFrom('command' as const, 'mention' as const, 'message' as const);
const known = some(curated(60), 10);
const scoreCount = fc.record({ asked: fc.integer({ min: 1, max: 100_000 }), right: fc.nat(100_000) });

const language = fc.record({
  id: fc.constant('ar'),
  name: fc.constant('Arabic'),
  notice: curated(120),
  checkNotice: curated(120),
});

const instant = fc.integer({ min: 0, max: 4_000_000_000 });
const channel = fc.constantFrom('C0GENERAL', 'D0DANA', 'G123');
const zone = fc.constantFrom('Europe/London', 'Asia/Gaza', 'America/Argentina/ComodRivadavia');
/** Errors that Slack has, errors that it may come to have, and what is none. */
const slackError = fc.oneof(
  fc.constantFrom('is_archived', 'not_in_channel', 'restricted_action_read_only_channel', 'some_new_error'),
  typedText.filter((text) => text !== ''),
);

export const anySubscription: fc.Arbitrary<Subscription> = fc.record({
  teamId: fc.constant('T1'),
  channelId: channel,
  time: fc.constantFrom('00:00', '09:00', '23:59'),
  zone,
  days: fc.subarray([...weekdays], { minLength: 1 }),
  count: fc.integer({ min: 1, max: 5 }),
  status: fc.oneof(
    fc.constantFrom({ kind: 'active' as const }, { kind: 'paused' as const }),
    fc.record({ kind: fc.constant('failing' as const), error: slackError }),
  ),
  orderedBy: fc.constant('U0DANA'),
  turn: fc.constant({ from: '2024-04-01', after: null }),
});

const upcoming = fc.record({ at: instant, zone });

const anyNotice: fc.Arbitrary<Notice> = fc.oneof(
  fc.record({
    kind: fc.constant('scheduled' as const),
    change: fc.constantFrom('started' as const, 'changed' as const, 'resumed' as const),
    subscription: anySubscription,
    next: fc.array(upcoming, { maxLength: 3 }),
    zoneAssumed: fc.boolean(),
    checked: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    subscription: anySubscription,
    next: fc.array(upcoming, { maxLength: 3 }),
    orderedBy: fc.option(fc.constant('U0DANA')),
  }),
  fc.record({ kind: fc.constant('stopped' as const), subscription: anySubscription }),
  fc.record({ kind: fc.constantFrom('paused' as const, 'ended' as const, 'none' as const), channelId: channel }),
  fc.record({
    kind: fc.constant('list' as const),
    entries: fc.array(fc.record({ subscription: anySubscription, next: fc.option(upcoming) }), { maxLength: 200 }),
  }),
  fc.record({ kind: fc.constant('refused' as const), channelId: channel, hasDigest: fc.boolean(), error: slackError }),
  fc.record({ kind: fc.constant('problem' as const), problem: typedText.map((typed) => `"${typed}" is not a day.`) }),
  fc.record({ kind: fc.constantFrom('offer' as const, 'help' as const) }),
);

const judgement = fc.oneof(
  fc.record({ kind: fc.constant('supported' as const), by: some(statement, 5) }),
  fc.record({ kind: fc.constant('supported' as const), by: some(statement, 5), asSaidBy: curated(120) }),
  fc.record({ kind: fc.constant('contradicted' as const), by: some(statement, 5), assumed: curated(120) }),
  fc.record({
    kind: fc.constant('contradicted' as const),
    by: some(statement, 5),
    assumed: typedText,
    differs: fc.record({ claimed: typedText, told: curated(60) }),
  }),
  fc.record({ kind: fc.constant('not_stated' as const), related: fc.array(statement, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('not_stated' as const),
    related: fc.array(statement, { maxLength: 3 }),
    unchecked: language,
  }),
);

export const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    answer: fc.record({
      status: fc.constant('answered' as const),
      question: typedText,
      hits: some(hit, 5),
      premise: fc.option(fc.record({ assumed: curated(120), written: fc.boolean(), correctedBy: statement })),
    }),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    answer: fc.record({
      status: fc.constant('answered' as const),
      question: typedText,
      hits: some(hit, 5),
      premise: fc.constant(null),
      language,
    }),
  }),
  fc.record({
    kind: fc.constant('silence' as const),
    asOf,
    answer: fc.record({
      status: fc.constant('not_stated' as const),
      question: typedText,
      silence: fc.oneof(
        fc.constantFrom(
          { kind: 'not_stated' as const },
          { kind: 'outside' as const },
          { kind: 'no_question' as const },
        ),
        fc.record({ kind: fc.constant('unknown_name' as const), names: some(typedText, 6) }),
        fc.record({ kind: fc.constant('unread' as const), words: some(typedText, 20) }),
      ),
      related: fc.array(hit, { maxLength: 3 }),
    }),
  }),
  fc.record({
    kind: fc.constant('corrected' as const),
    corrected: fc.record({
      frame: fc.constantFrom<Frame>(
        { kind: 'answer', assumed: null, language: null },
        { kind: 'silence', why: 'unread', language: null },
        { kind: 'silence', why: 'outside', language: null },
        { kind: 'check' },
        { kind: 'statement' },
        { kind: 'shared' },
        { kind: 'timeline' },
        { kind: 'quotes', speakerId: null },
        { kind: 'topic', topicId: 'vote' },
        { kind: 'digest', day: '2024-04-02' },
      ),
      summary: curated(120),
      statements: fc.array(statement, { maxLength: 60 }),
      notes: fc.array(fc.record({ below: fc.option(statement), sentences: fc.array(curated(700), { maxLength: 4 }) }), {
        maxLength: 60,
      }),
      language: fc.option(language),
      asOf,
    }),
  }),
  fc.record({ kind: fc.constant('help' as const), articles: some(article, 3), asOf }),
  fc.record({ kind: fc.constant('statement' as const), statement }),
  fc.record({
    kind: fc.constant('people' as const),
    asOf,
    sides: fc.array(
      fc.record({
        name: fc.option(curated(40)),
        people: some(fc.record({ entity, citation: statement.map(({ citation }) => citation) }), 30),
      }),
      { maxLength: 5 },
    ),
  }),
  fc.record({ kind: fc.constant('timeline' as const), asOf, entries: fc.array(statement, { maxLength: 120 }) }),
  fc.record({
    kind: fc.constant('quotes' as const),
    asOf,
    speaker: fc.option(entity),
    quotes: fc.array(fc.record({ quote, statement }), { maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('topics' as const),
    asOf,
    topics: fc.array(fc.record({ topic: fc.record({ id: slug, name: curated(80) }), statements: fc.nat(60) }), {
      maxLength: 60,
    }),
  }),
  fc.record({
    kind: fc.constant('topic' as const),
    asOf,
    topic: fc.record({ id: slug, name: curated(200) }),
    statements: some(statement, 60),
  }),
  fc.record({
    kind: fc.constant('sources' as const),
    asOf,
    edition: fc.constant('0123456789ab'),
    scores: fc.option(
      fc.record({
        edition: fc.constant('0123456789ab'),
        answerable: scoreCount,
        premise: scoreCount,
        unanswerable: scoreCount,
      }),
    ),
    articles: some(
      fc.record({
        article,
        statements: fc.nat(60),
        sentences: fc.nat(60),
        outlets: fc.array(entity, { maxLength: 9 }),
      }),
      20,
    ),
  }),
  fc.record({
    kind: fc.constant('check' as const),
    asOf,
    claim: typedText,
    verdict: fc.oneof(
      judgement,
      fc
        .record({ whole: judgement, parts: some(fc.record({ claim: typedText, judgement }), 20) })
        .map(({ whole, parts }) => ({ ...whole, parts })),
    ),
  }),
  fc.record({
    kind: fc.constant('source' as const),
    asOf,
    statements: some(statement, 30),
    gone: fc.nat(5),
    edition: fc.record({ asked: fc.constant('0123456789ab'), now: fc.constantFrom('0123456789ab', 'ba9876543210') }),
  }),
  fc.record({
    kind: fc.constant('more' as const),
    asOf,
    to: some(statement, 5),
    statements: fc.array(statement, { maxLength: 3 }),
    until: fc.nat(60),
    left: fc.nat(60),
  }),
  fc.record({
    kind: fc.constant('digest' as const),
    digest: fc.record({
      day: fc.constant('2024-04-02'),
      statements: some(statement, 5),
      quote: fc.option(fc.record({ quote, statement })),
      asOf,
    }),
  }),
  fc.record({
    kind: fc.constant('preview' as const),
    channelId: channel,
    at: fc.option(instant),
    digest: fc.record({
      day: fc.constant('2024-04-02'),
      statements: some(statement, 5),
      quote: fc.option(fc.record({ quote, statement })),
      asOf,
    }),
  }),
  fc.record({ kind: fc.constant('notice' as const), notice: anyNotice }),
  fc.record({
    kind: fc.constant('follow_ups' as const),
    state: fc.oneof(
      fc.record({ kind: fc.constantFrom('on' as const, 'off' as const, 'direct' as const, 'command_only' as const) }),
      fc.record({
        kind: fc.constant('lacking' as const),
        scope: fc.constantFrom('channels:history' as const, 'groups:history' as const),
        chosen: fc.boolean(),
        refusal: fc.option(fc.constantFrom('not_in_channel', 'access_denied')),
      }),
      fc.record({ kind: fc.constant('refused' as const), refusal: fc.constantFrom('not_in_channel', 'access_denied') }),
    ),
  }),
  fc.record({
    kind: fc.constant('greeting' as const),
    to: fc.constantFrom('person' as const, 'channel' as const),
    articles: some(article, 3),
    asOf,
  }),
  fc.record({
    kind: fc.constant('hint' as const),
    hint: fc.oneof(
      fc.record({ kind: fc.constant('did_you_mean' as const), typed: typedText, nearest: typedText, typedIn }),
      fc.record({
        kind: fc.constant('unknown' as const),
        what: fc.constantFrom('fact' as const, 'topic' as const, 'speaker' as const),
        typed: typedText,
        known,
        typedIn,
      }),
      fc.record({ kind: fc.constant('incomplete' as const), usage: curated(80), example: curated(80), typedIn }),
      fc.record({ kind: fc.constant('too_long' as const), length: fc.nat(), max: fc.constant(1000) }),
    ),
  }),
);
