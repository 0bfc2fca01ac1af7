import { describe, expect, it } from 'vitest';
import type { Corpus, Statement } from '../../src/core/corpus.ts';
import { amendPost, composeCorrected, listStale, wordingsOf } from '../../src/core/correction/amend.ts';
import { compareVersions } from '../../src/core/correction/changes.ts';
import type { PostContent } from '../../src/core/correction/post.ts';
import { recordReply, recordStatements } from '../../src/core/correction/record.ts';
import { listVersions } from '../../src/core/correction/shown.ts';
import { createEngine } from '../../src/core/engine.ts';
import { replyText } from '../../src/core/plain-text.ts';
import type { Reply } from '../../src/core/reply.ts';
import { ferryCorpus } from './fixture.ts';

const FARES = 'fares-double';
const FIRST = 'The Daily Gull, citing a clerk, reported that fares would double in June 2023.';
const SECOND = 'The Daily Gull, citing a clerk, reported that fares would triple in June 2023.';
const DAY = '2026-11-24';

/** The corpus with statements replaced, renamed or (by `null`) taken out. */
function edited(edits: Readonly<Record<string, Partial<Statement> | null>>, edition = 'edited'): Corpus {
  const corpus = ferryCorpus();
  const statements = corpus.statements.flatMap((statement) => {
    const edit = edits[statement.id];
    return edit === null ? [] : [{ ...statement, ...edit }];
  });
  const [first, ...rest] = statements;
  if (first === undefined) throw new Error('nothing is left');
  return { ...corpus, edition, statements: [first, ...rest], statementById: new Map(statements.map((s) => [s.id, s])) };
}

function find(corpus: Corpus, id: string): Statement {
  const statement = corpus.statementById.get(id);
  if (statement === undefined) throw new Error(`no ${id}`);
  return statement;
}

function answerOf(corpus: Corpus, ...ids: readonly string[]): Reply {
  const [first, ...rest] = ids.map((id) => ({ statement: find(corpus, id), score: 1 }));
  if (first === undefined) throw new Error('no hits');
  return { kind: 'answer', answer: { status: 'answered', question: 'secret', hits: [first, ...rest], premise: null } };
}

function record(reply: Reply): PostContent {
  const content = recordReply(reply, 'test');
  if (content === null) throw new Error('nothing to record');
  return content;
}

/** What the message says after each of these editions was served in turn, on this day and the following ones. */
function read(posted: PostContent, ...editions: readonly Corpus[]): string {
  const known = [ferryCorpus(), ...editions].flatMap(listVersions);
  let content = posted;
  let reply: Reply | null = null;
  for (const [i, corpus] of editions.entries()) {
    const amended = amendPost(content, wordingsOf(corpus), `2026-11-${24 + i}`);
    content = amended.content;
    if (amended.kind === 'changed') reply = composeCorrected(content, wordingsOf(corpus), known);
  }
  return reply === null ? 'not changed' : replyText(reply);
}

const before = ferryCorpus();
const tripled = edited({ [FARES]: { text: SECOND } });

describe('a posted answer whose statement was edited', () => {
  it('reads as the facts do now, and tells what it read before and when that was changed', () => {
    expect(read(record(answerOf(before, FARES, 'talks-start')), tripled)).toBe(
      [
        'Corrected on 24 November 2026: the facts were edited after this was posted.',
        SECOND,
        '  Reported by The Daily Gull, citing a clerk. The ferry talks, 2 May 2023, Body 1.2',
        `Corrected on 24 November 2026. Before, it read: “${FIRST}”`,
        '',
        'Also in the article:',
        find(before, 'talks-start').text,
        '  The ferry talks, 2 May 2023, Lead 1',
        'As of 2 May 2023.',
      ].join('\n'),
    );
  });

  it('is recorded without the question', () => {
    const content = record(answerOf(before, FARES));
    expect(JSON.stringify(content)).not.toContain('secret');
    expect(content).toMatchObject({ edition: 'test', statements: [{ id: FARES }], corrections: [] });
  });

  it('stays as it is while nothing that it shows was edited, also where an id was', () => {
    const posted = record(answerOf(before, FARES));
    expect(read(posted, edited({ 'talks-start': { text: 'Other words.' } }))).toBe('not changed');
    expect(read(posted, edited({ [FARES]: { askedAs: ['something else?'], topics: [] } }))).toBe('not changed');
    const renamed = edited({ [FARES]: { id: 'fares-to-double' } });
    expect(read(posted, renamed)).toBe('not changed');
    expect(amendPost(posted, wordingsOf(renamed), DAY).content.statements[0]?.id).toBe('fares-to-double');
    expect(read(posted, renamed, edited({ [FARES]: { id: 'fares-to-double', text: SECOND } }))).toContain(
      `Before, it read: “${FIRST}”`,
    );
  });

  it.each<[string, Partial<Statement>, string]>([
    [
      'attribution',
      { attribution: { kind: 'article' } },
      'Before, it was attributed to: The Daily Gull, citing a clerk.',
    ],
    [
      'date',
      { date: { on: '2023-07', written: 'next month' } },
      'Before, it was dated: June 2023 (in the article: “next month”).',
    ],
    ['date taken out', { date: null }, 'Before, it was dated: June 2023 (in the article: “next month”).'],
    [
      'citation',
      { citation: { article: before.articles[0], locator: 'Body 2.1' } },
      'Before, it was cited to: The ferry talks, 2 May 2023, Body 1.2.',
    ],
  ])('tells a change of the %s alone', (_, edit, sentence) => {
    expect(read(record(answerOf(before, FARES)), edited({ [FARES]: edit }))).toContain(
      `Corrected on 24 November 2026. ${sentence}`,
    );
  });

  it('tells a change of the quotes alone', () => {
    const quotes = [
      { speaker: find(before, 'lane-wrote-report').quotes[0]?.speaker ?? never(), words: 'beyond repair' },
    ];
    expect(read(record(answerOf(before, 'lane-wrote-report')), edited({ 'lane-wrote-report': { quotes } }))).toContain(
      'Before, it quoted: “past repair” (Cora Lane).',
    );
  });

  it('does not say again what was withdrawn', () => {
    const gone = edited({ [FARES]: null });
    const text = read(record(answerOf(before, 'talks-start', FARES)), gone);
    expect(text).toContain('Withdrawn on 24 November 2026: a statement that stood here is no longer among the facts.');
    expect(text).toContain(find(before, 'talks-start').text);
    expect(text).not.toContain('fares would double');
    const alone = read(record(answerOf(before, FARES)), gone);
    expect(alone).toBe(
      'Withdrawn on 24 November 2026: what stood here is no longer among the facts.\nAs of 2 May 2023.',
    );
    expect(read(record(answerOf(before, FARES)), tripled, gone)).not.toMatch(/double|triple/);
  });

  it('tells of each correction, and that what was withdrawn is back', () => {
    const third = edited({ [FARES]: { text: `${SECOND} So it said.` } });
    const text = read(record(answerOf(before, FARES)), tripled, third);
    expect(text).toContain(`Corrected on 24 November 2026. Before, it read: “${FIRST}”`);
    expect(text).toContain(`Corrected on 25 November 2026. Before, it read: “${SECOND}”`);
    const back = read(record(answerOf(before, FARES)), edited({ [FARES]: null }), edited({}));
    expect(back).toContain(FIRST);
    expect(back).toContain('Restored on 25 November 2026, after it had been withdrawn.');
  });

  it('put back as it was tells only of the wording between', () => {
    const text = read(record(answerOf(before, FARES)), tripled, edited({}));
    expect(text).not.toContain('24 November');
    expect(text).toContain(`${FIRST}\n`);
    expect(text).toContain(`Corrected on 25 November 2026. Before, it read: “${SECOND}”`);
  });

  it('keeps the correction of a premise while the facts still give it, and drops it once they don’t', () => {
    const hit = { statement: find(before, 'lane-wrote-report'), score: 1 };
    const premise = { assumed: 'the pier was repaired', written: true, correctedBy: hit.statement };
    const posted = record({
      kind: 'answer',
      answer: { status: 'answered', question: '', hits: [hit], premise },
    });
    const edit = { text: 'Cora Lane wrote that the pier is “past repair”.' };
    const sentence = 'You asked as if the pier was repaired.';
    expect(read(posted, edited({ 'lane-wrote-report': edit }))).toContain(sentence);
    expect(read(posted, edited({ 'lane-wrote-report': { ...edit, corrects: [] } }))).not.toContain(sentence);
    const whether = record({
      kind: 'answer',
      answer: { status: 'answered', question: '', hits: [hit], premise: { ...premise, asked: true } },
    });
    expect(read(whether, edited({ 'lane-wrote-report': edit }))).toContain('You asked whether the pier was repaired.');
  });
});

describe('what is kept of a false premise', () => {
  const keptOf = (question: string): string => {
    const answer = createEngine(before).answer(question);
    if (answer.status !== 'answered') throw new Error(`${question}: not answered`);
    expect(answer.premise, question).not.toBeNull();
    return JSON.stringify(record({ kind: 'answer', answer }));
  };

  it('is its words where an editor wrote them, and nothing where a rule found it in what was typed', () => {
    expect(keptOf('Why was the pier repaired?')).toContain('"assumed":"the pier was repaired"');
    expect(keptOf('Why did Ben Reed call the ferry a lifeline?')).toContain('"assumed":null');
  });
});

describe('what else was posted', () => {
  const related = [{ statement: find(before, FARES), score: 0.2 }];

  it('as related to a question without an answer is corrected as that, without what was typed', () => {
    const silence = { kind: 'unknown_name', names: ['Zed'] } as const;
    const posted = record({
      kind: 'silence',
      answer: { status: 'not_stated', question: 'who is Zed?', silence, related },
      asOf: '2023-05-02',
    });
    expect(JSON.stringify(posted)).not.toMatch(/Zed/);
    const text = read(posted, tripled);
    expect(text).toMatch(/The article does not say\.\n\nRelated, not an answer:\n/);
    expect(text).toContain(SECOND);
  });

  it('as a verdict no longer stands as one, and the claim is not kept', () => {
    const statement = find(before, FARES);
    const posted = record({
      kind: 'check',
      claim: 'fares double, says Dana',
      verdict: {
        kind: 'supported',
        by: [statement],
        parts: [{ claim: 'fares double', judgement: { kind: 'supported', by: [statement] } }],
      },
      asOf: '2023-05-02',
    });
    expect(JSON.stringify(posted)).not.toMatch(/Dana/);
    const text = read(posted, tripled);
    expect(text).toContain('the verdict no longer stands');
    expect(text).not.toMatch(/^Supported/m);
    expect(text).toContain(SECOND);
  });

  it.each<[string, PostContent, RegExp]>([
    [
      'a timeline',
      record({ kind: 'timeline', entries: [find(before, 'talks-start'), find(before, FARES)], asOf: '' }),
      /^Timeline$/m,
    ],
    [
      'a topic',
      record({ kind: 'topic', topic: { id: 'ferry', name: 'The ferry' }, statements: [find(before, FARES)], asOf: '' }),
      /^The ferry$/m,
    ],
    [
      'something shared',
      recordStatements({ kind: 'shared' }, [find(before, FARES)], 'test') ?? never(),
      /^Shared from the article:$/m,
    ],
    [
      'a digest',
      record({
        kind: 'digest',
        digest: { day: '2026-11-23', statements: [find(before, FARES)], quote: null, asOf: '' },
      }),
      /^Facts of the day, Monday 23 November 2026$/m,
    ],
  ])('as %s is corrected as that', (_, posted, title) => {
    const text = read(posted, tripled);
    expect(text).toMatch(title);
    expect(text).toContain(SECOND);
    expect(text).toContain(`Corrected on 24 November 2026. Before, it read: “${FIRST}”`);
  });

  it('as a list of quotes is corrected as that, with the statement that carries the quote', () => {
    const statement = find(before, 'lane-wrote-report');
    const [quote] = statement.quotes;
    if (quote === undefined) throw new Error('no quote');
    const posted = record({ kind: 'quotes', speaker: quote.speaker, quotes: [{ quote, statement }], asOf: '' });
    const text = read(posted, edited({ 'lane-wrote-report': { quotes: [{ ...quote, words: 'beyond repair' }] } }));
    expect(text).toContain('Quoted words of Cora Lane');
    expect(text).toContain('Cora Lane: “beyond repair”');
    expect(text).toContain('Before, it quoted: “past repair” (Cora Lane).');
  });

  it('without a statement is not recorded', () => {
    expect(
      recordReply(
        { kind: 'hint', hint: { kind: 'incomplete', usage: 'fact <id>', example: 'fact a-b', typedIn: 'command' } },
        'test',
      ),
    ).toBeNull();
    const answer = { status: 'not_stated', question: '', silence: { kind: 'outside' }, related: [] } as const;
    expect(recordReply({ kind: 'silence', answer, asOf: '' }, 'test')).toBeNull();
  });
});

describe('two editions', () => {
  it('differ by what is added, changed and removed; a new id alone is no change', () => {
    const after = edited({
      [FARES]: { text: SECOND },
      'talks-start': { id: 'talks-began' },
      'lane-wrote-report': null,
    });
    const { added, changed, removed } = compareVersions(listVersions(before), listVersions(after));
    expect(added).toEqual([]);
    expect(changed.map(({ after: { id } }) => id)).toEqual([FARES]);
    expect(removed.map(({ id }) => id)).toEqual(['lane-wrote-report']);
    const again = compareVersions(listVersions(after), listVersions(before));
    expect(again.added.map(({ id }) => id)).toEqual(['lane-wrote-report']);
  });

  it('leave as stale every wording that the later one lacks, and what was withdrawn and is there', () => {
    const known = [...listVersions(before), ...listVersions(tripled)];
    const stale = listStale(wordingsOf(tripled), known).filter(({ shown }) => shown !== null);
    expect(stale).toEqual([{ id: FARES, shown: listVersions(before).find(({ id }) => id === FARES)?.name }]);
    expect(listStale(wordingsOf(tripled), [])).toContainEqual({ id: FARES, shown: null });
  });
});

function never(): never {
  throw new Error('this is there');
}
