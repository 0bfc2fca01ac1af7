import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStatements } from '../../src/bot/handle.ts';
import type { Statement } from '../../src/core/corpus.ts';
import type { Reply } from '../../src/core/reply.ts';
import { readContent } from '../../src/playground/api/content.ts';
import { formatAnswerValue, readAnswerValue, referTo } from '../../src/slack/answer-value.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { button, header, inline } from '../../src/slack/render/blocks.ts';
import { readRated } from '../../src/slack/render/feedback-actions.ts';
import { render } from '../../src/slack/render/render.ts';
import { renderShared } from '../../src/slack/render/shared.ts';
import { anyReply, statement as anyStatement } from '../core/arbitrary-reply.ts';
import { ferryCorpus } from '../core/fixture.ts';

const corpus = ferryCorpus();
const { asOf } = corpus;
const hits = corpus.statements.map((statement) => ({ statement, score: 0.9 }));

/** All values under a key, anywhere in a message. */
function valuesOf(message: unknown, name: string): string[] {
  const found: string[] = [];
  JSON.stringify(message, (key, value: unknown) => {
    if (key === name && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

function textLength(blocks: unknown): number {
  return valuesOf(blocks, 'text').join('').length;
}

describe('any reply as a Slack message', () => {
  it('is one that Slack takes: valid blocks, and within every limit', () => {
    fc.assert(
      fc.property(anyReply, fc.constantFrom('asker' as const, 'conversation' as const), (reply, audience) => {
        const message = render(reply, audience, 'edition');
        expect(() => readContent(message)).not.toThrow();
        expect(message.blocks.length).toBeGreaterThan(0);
        expect(message.blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
        expect(textLength(message.blocks)).toBeLessThanOrEqual(LIMITS.blocksText);
        expect(Buffer.byteLength(message.text)).toBeLessThanOrEqual(LIMITS.textBytes);
        expect(message.text.trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('pings nobody and links nowhere, whatever was typed', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const message = render(reply, 'conversation', 'edition');
        // Channels, the person who ordered and dates are named in Slack's own markup, made of ids and numbers.
        const names = /<(#[CG][A-Z0-9]+|@U0DANA|!date\^\d+\^\{date_short_pretty\} at \{time\}\|[\d: UTC-]+)>/g;
        expect(message.text.replace(names, '')).not.toMatch(/[<>]/);
        expect(message.text.replace(names, '')).not.toMatch(/:\/\/|www\.\w|\w@\w/);
        const markup = ['mrkdwn', 'markdown', 'link', 'usergroup', 'broadcast', 'emoji', 'team'];
        if (reply.kind !== 'notice') markup.push('user');
        if (reply.kind !== 'notice' && reply.kind !== 'preview') markup.push('channel', 'date');
        expect(valuesOf(message.blocks, 'type').filter((type) => markup.includes(type))).toEqual([]);
        expect(JSON.stringify(message.blocks)).not.toContain('"emoji":true');
      }),
      { numRuns: 300 },
    );
  });

  it('says when what it tells was so, in its blocks as in its text', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        if (reply.kind === 'hint' || reply.kind === 'notice' || reply.kind === 'follow_ups') return;
        const { blocks, text } = render(reply, 'asker');
        expect(valuesOf(blocks, 'text')).toContainEqual(expect.stringMatching(/^As of \d+ \w+ \d{4}\.$/));
        expect(text).toMatch(/As of \d+ \w+ \d{4}\.$/);
      }),
    );
  });
});

describe('a list that is too long for a message', () => {
  const long: Statement = { ...corpus.statements[0], text: 'W'.repeat(300) };

  it('leaves out whole entries from the end, counts them, and keeps its as-of date', () => {
    const reply: Reply = { kind: 'timeline', entries: Array.from({ length: 60 }, () => long), asOf };
    const { blocks } = render(reply, 'asker');
    const texts = valuesOf(blocks, 'text');
    const left = texts.map((text) => /^(\d+) more not shown\.$/.exec(text)?.[1]).find((count) => count !== undefined);
    const shown = texts.filter((text) => text.endsWith('W'.repeat(300))).length;
    expect(Number(left)).toBeGreaterThan(0);
    expect(Number(left) + shown).toBe(60);
    expect(texts).toContain('As of 2 May 2023.');
  });

  it('stays within fifty blocks', () => {
    const short: Statement = { ...long, text: 'W' };
    const reply: Reply = {
      kind: 'topic',
      topic: { id: 't', name: 'T' },
      statements: [short, ...Array.from({ length: 59 }, () => short)],
      asOf,
    };
    const { blocks } = render(reply, 'asker');
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(blocks.length).toBeGreaterThan(40);
  });
});

describe('a builder keeps its limit at the edge', () => {
  it.each([
    ['header', LIMITS.headerText, (text: string) => header(text).text.text],
    ['rich text', LIMITS.richTextElement, (text: string) => inline(text).text],
    ['button', LIMITS.buttonText, (text: string) => button({ actionId: 'a', text, label: 'l', value: 'v' }).text.text],
    [
      'accessibility label',
      LIMITS.accessibilityLabel,
      (label: string) => button({ actionId: 'a', text: 't', label, value: 'v' }).accessibility_label,
    ],
  ])('%s', (_, limit, build) => {
    expect(build('x'.repeat(limit))).toBe('x'.repeat(limit));
    expect(build('x'.repeat(limit + 1))).toBe(`${'x'.repeat(limit - 1)}…`);
  });

  it('a button whose value would be cut is a mistake of ours', () => {
    const make = (length: number) => button({ actionId: 'a', text: 't', label: 'l', value: 'v'.repeat(length) });
    expect(make(2000).value).toHaveLength(2000);
    expect(() => make(2001)).toThrow(RangeError);
  });
});

describe('the buttons of an answer', () => {
  const [first, ...rest] = hits;
  const answer: Reply = {
    kind: 'answer',
    answer: {
      status: 'answered',
      question: 'q',
      hits: [first ?? { statement: corpus.statements[0], score: 1 }, ...rest],
      premise: null,
    },
  };
  const [statement] = corpus.statements;
  const silence = { status: 'not_stated', question: 'q', silence: { kind: 'not_stated' }, related: hits } as const;
  const ids = (reply: Reply, audience: 'asker' | 'conversation' = 'asker'): string[] =>
    valuesOf(render(reply, audience, 'ed'), 'action_id');

  it('are share, more, source and feedback for the asker alone; source and feedback for everyone', () => {
    expect(ids(answer)).toEqual(['share_answer', 'more', 'source', 'feedback']);
    expect(ids(answer, 'conversation')).toEqual(['source', 'feedback']);
  });

  it('stand under a statement and a verdict; a list has none, a silence only feedback', () => {
    expect(ids({ kind: 'statement', statement })).toEqual(['share_answer', 'more', 'source']);
    expect(ids({ kind: 'check', claim: 'c', verdict: { kind: 'supported', by: [statement] }, asOf })).toHaveLength(4);
    expect(ids({ kind: 'check', claim: 'c', verdict: { kind: 'not_stated', related: [statement] }, asOf })).toEqual([
      'feedback',
    ]);
    expect(ids({ kind: 'silence', answer: silence, asOf })).toEqual(['feedback']);
    expect(ids({ kind: 'timeline', entries: [statement], asOf })).toEqual([]);
  });

  it('are none where no question was found, as there is nothing to find helpful', () => {
    const answer = {
      status: 'not_stated',
      question: 'thanks!',
      silence: { kind: 'no_question' },
      related: [],
    } as const;
    for (const audience of ['asker', 'conversation'] as const) {
      expect(ids({ kind: 'silence', answer, asOf }, audience)).toEqual([]);
    }
  });

  it('go on from what was shown, and end where there is no more', () => {
    const more = { kind: 'more', to: [statement], statements: [statement], until: 3, asOf } as const;
    const values = (reply: Reply): string[] => valuesOf(render(reply, 'asker', 'ed'), 'value');
    expect(values({ ...more, left: 2 })).toContain(`ed:3:${statement.id}`);
    expect(ids({ ...more, left: 0 })).toEqual(['share_answer', 'source']);
    expect(ids({ ...more, statements: [], left: 0 })).toEqual([]);
  });

  it('carry ids that lead back to the statements, and nothing that was typed', () => {
    const [one, ...others] = corpus.statements;
    const reference = referTo('ed', [one, ...others], 7);
    expect(readAnswerValue(formatAnswerValue(reference))).toEqual(reference);
    expect(findStatements(corpus, reference)).toEqual(corpus.statements);
    for (const value of valuesOf(render(answer, 'asker', 'ed'), 'value')) {
      expect(value).toMatch(/^(yes answer |no answer )?ed[: ](0:)?[a-z0-9 -]+$/);
    }
  });

  it('stay within a button’s value with ids of the greatest length and more statements than any answer has', () => {
    const long = (n: number): Statement => ({ ...statement, id: `${n}`.padStart(60, 'x') });
    const many = Array.from({ length: 60 }, (_, n) => long(n));
    const verdict = { kind: 'supported', by: [long(60), ...many] } as const;
    const { blocks } = render({ kind: 'check', claim: 'c', verdict, asOf }, 'asker', 'e'.repeat(64));
    for (const value of valuesOf(blocks, 'value')) expect(value.length).toBeLessThanOrEqual(LIMITS.buttonValue);
    expect(Math.max(...valuesOf(blocks, 'value').map(({ length }) => length))).toBeGreaterThan(1800);
  });

  it('lead to nothing when the value is none of ours', () => {
    for (const value of ['', 'constructor', 'ed:0:', 'ed:x:a', ':', '::']) expect(readAnswerValue(value)).toBeNull();
    for (const value of ['', 'yes', 'yes answer', 'maybe answer ed', 'no timeline ed']) {
      expect(readRated(value)).toBeNull();
    }
    expect(findStatements(corpus, { edition: 'ed', from: 0, ids: ['constructor', 'gone'] })).toEqual([]);
  });

  it('make a post that names who shared it, mentions nobody else, and that Slack takes', () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { minLength: 1, maxLength: 5 }), ([one, ...others]) => {
        if (one === undefined) return;
        const message = renderShared([one, ...others], 'U0DANA', 'ed');
        expect(() => readContent(message)).not.toThrow();
        expect(message.text.match(/<[^>]*>/g)).toEqual(['<@U0DANA>']);
        expect(valuesOf(message.blocks, 'user_id')).toEqual(['U0DANA']);
        expect(message.text).toContain('As of');
      }),
    );
  });
});
