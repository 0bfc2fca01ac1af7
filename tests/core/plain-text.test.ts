import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/core/corpus.ts';
import { replyText } from '../../src/core/plain-text.ts';
import type { Reply } from '../../src/core/reply.ts';
import { anyReply } from './arbitrary-reply.ts';
import { ferryCorpus } from './fixture.ts';

const corpus = ferryCorpus();
const { asOf } = corpus;

function statement(id: string): Statement {
  const found = corpus.statementById.get(id);
  if (found === undefined) throw new Error(`the fixture has no ${id}`);
  return found;
}

const hit = (id: string) => ({ statement: statement(id), score: 0.9 });

function silence(kind: 'not_stated' | 'outside' | 'no_question'): Reply {
  return { kind: 'silence', asOf, answer: { status: 'not_stated', question: 'q', silence: { kind }, related: [] } };
}

describe('an answer in words', () => {
  it('is the statement, who said it, where it stands, and the as-of date', () => {
    const answer = {
      status: 'answered',
      question: 'q',
      hits: [hit('moss-calls-ferry-lifeline')],
      premise: null,
    } as const;
    expect(replyText({ kind: 'answer', answer })).toBe(
      [
        'Mayor Ada Moss called the ferry “a lifeline”.',
        '  Said by Mayor Ada Moss. The ferry talks, 2 May 2023, Body 1.1',
        'As of 2 May 2023.',
      ].join('\n'),
    );
  });

  it('names the whole chain of reporting', () => {
    const text = (id: string) => replyText({ kind: 'statement', statement: statement(id) });
    expect(text('fares-double')).toContain('Reported by The Daily Gull, citing a clerk. The ferry talks');
    expect(text('lane-wrote-report')).toContain('Said by Cora Lane, as reported by The Daily Gull. The ferry talks');
    expect(text('talks-start')).toContain('\n  The ferry talks, 2 May 2023, Lead 1\n');
  });

  it('carries a quote with its speaker where the sentence itself does not hold the words', () => {
    const told = { ...statement('moss-calls-ferry-lifeline'), text: 'Mayor Ada Moss praised the ferry.' };
    expect(replyText({ kind: 'statement', statement: told })).toContain('\n“a lifeline” (Ada Moss)\n');
  });

  it('says what was assumed before it corrects it', () => {
    const first = hit('lane-wrote-report');
    const premise = { assumed: 'the pier was repaired', written: true, correctedBy: first.statement };
    const text = replyText({ kind: 'answer', answer: { status: 'answered', question: 'q', hits: [first], premise } });
    expect(text).toMatch(
      /^You asked as if the pier was repaired\. The article says otherwise:\nCora Lane, as The Daily Gull reported/,
    );
  });

  it('says what was asked, not that it was assumed, before it says otherwise', () => {
    const first = hit('lane-wrote-report');
    const premise = { assumed: 'the pier was repaired', written: true, asked: true, correctedBy: first.statement };
    const text = replyText({ kind: 'answer', answer: { status: 'answered', question: 'q', hits: [first], premise } });
    expect(text).toMatch(/^You asked whether the pier was repaired\. The article says otherwise:\nCora Lane, as The /);
  });

  it('sets further statements apart', () => {
    const hits = [hit('fares-double'), hit('talks-start')] as const;
    const text = replyText({ kind: 'answer', answer: { status: 'answered', question: 'q', hits, premise: null } });
    expect(text).toMatch(/June 2023\.\n.*\n\nAlso in the article:\nMayor Ada Moss of Harbour Town/);
  });
});

describe('silence in words', () => {
  it.each([
    ['not_stated', 'The article does not say.'],
    ['outside', 'The article is not about this.'],
    ['no_question', 'No question was found in that. The word help, instead of a question, shows how to ask.'],
  ] as const)('%s', (kind, sentence) => {
    expect(replyText(silence(kind))).toBe(`${sentence}\nAs of 2 May 2023.`);
  });

  it.each([
    [['Zed'], 'The article does not mention “Zed”.'],
    [['Zed', 'Yak'], 'The article does not mention “Zed” or “Yak”.'],
    [['Zed', 'Yak', 'Xu'], 'The article does not mention “Zed”, “Yak” or “Xu”.'],
  ])('names that no statement knows: %j', ([first = '', ...rest], sentence) => {
    const answer = {
      status: 'not_stated',
      question: 'q',
      silence: { kind: 'unknown_name', names: [first, ...rest] },
      related: [],
    } as const;
    expect(replyText({ kind: 'silence', asOf, answer })).toBe(`${sentence}\nAs of 2 May 2023.`);
  });

  it('says which words of another language were not understood, the first three of many', () => {
    const answer = {
      status: 'not_stated',
      question: 'q',
      silence: { kind: 'unread', words: ['uno', 'dos', 'tres', 'cuatro'] },
      related: [],
    } as const;
    expect(replyText({ kind: 'silence', asOf, answer })).toBe(
      'No answer was found. Not understood: “uno”, “dos”, “tres”. Asking in English finds more.\nAs of 2 May 2023.',
    );
  });

  it('says in English and in the language of the question that the facts are in English', () => {
    const language = { id: 'he', name: 'Hebrew', notice: 'העובדות באנגלית.', checkNotice: 'באנגלית בלבד.' };
    const answer = {
      status: 'not_stated',
      question: 'q',
      silence: { kind: 'outside' },
      related: [],
      language,
    } as const;
    const notice =
      'The facts are in English; the question was read by a glossary of names, numbers and common words. ' +
      '\u2068העובדות באנגלית.\u2069';
    expect(replyText({ kind: 'silence', asOf, answer })).toBe(
      `The article is not about this.\n${notice}\nAs of 2 May 2023.`,
    );
    const hits = [hit('fares-double')] as const;
    const answered = { status: 'answered', question: 'q', hits, premise: null, language } as const;
    expect(replyText({ kind: 'answer', answer: answered }).split('\n').slice(-2)).toEqual([
      notice,
      'As of 2 May 2023.',
    ]);
  });

  it('marks the nearest statements as related, and as no answer', () => {
    const answer = {
      status: 'not_stated',
      question: 'q',
      silence: { kind: 'not_stated' },
      related: [hit('fares-double')],
    } as const;
    expect(replyText({ kind: 'silence', asOf, answer })).toMatch(
      /^The article does not say\.\n\nRelated, not an answer:\nThe Daily Gull/,
    );
  });
});

describe('a check in words', () => {
  const by = [statement('lane-wrote-report')] as const;
  it.each([
    [{ kind: 'supported', by } as const, 'Supported. The article says:\nCora Lane'],
    [
      { kind: 'contradicted', by, assumed: 'the pier was repaired' } as const,
      'Contradicted. The claim says that the pier was repaired. The article says otherwise:\nCora Lane',
    ],
    [
      { kind: 'supported', by, asSaidBy: 'said by Cora Lane' } as const,
      'Supported as said by Cora Lane. The article does not state it as fact:\nCora Lane',
    ],
    [
      {
        kind: 'contradicted',
        by,
        assumed: '"two piers were repaired"',
        differs: { claimed: 'two piers', told: 'one' },
      } as const,
      'Contradicted. The claim has “two piers” where the article has “one”:\nCora Lane',
    ],
    [
      {
        kind: 'not_stated',
        related: by,
        unchecked: { id: 'fr', name: 'French', notice: 'n', checkNotice: 'En anglais.' },
      } as const,
      'Not checked. Claims are checked in English only, and this one is read as French. \u2068En anglais.\u2069',
    ],
    [
      { kind: 'not_stated', related: [] } as const,
      'Not stated. The article neither supports nor contradicts this.\nAs of',
    ],
    [
      { kind: 'not_stated', related: by } as const,
      'Not stated. The article neither supports nor contradicts this.\n\nRelated, not a judgement:\nCora Lane',
    ],
  ])('%j', (verdict, words) => {
    const text = replyText({ kind: 'check', claim: 'the pier is fine', verdict, asOf });
    expect(text).toContain('Claim: “the pier is fine”');
    expect(text).toContain(words);
  });
});

describe('hints in words', () => {
  it.each([
    [
      { kind: 'did_you_mean', typed: 'peple', nearest: 'people', typedIn: 'command' } as const,
      'There is no command “peple”. Did you mean: /rafah people',
    ],
    [
      { kind: 'did_you_mean', typed: 'peple', nearest: 'people', typedIn: 'mention' } as const,
      'Not understood: “peple”. Did you mean: @Rafah Facts people',
    ],
    [
      { kind: 'did_you_mean', typed: 'peple', nearest: 'people', typedIn: 'message' } as const,
      'Not understood: “peple”. Did you mean: people',
    ],
    [
      { kind: 'unknown', what: 'fact', typed: 'x', known: ['a-b', 'c-d'], typedIn: 'command' } as const,
      'There is no fact “x”. Nearest: a-b, c-d. Type it as: /rafah fact <id>',
    ],
    [
      { kind: 'unknown', what: 'speaker', typed: 'x', known: ['Ada Moss'], typedIn: 'message' } as const,
      'There is no quoted speaker “x”. Nearest: Ada Moss. Type it as: quotes <name>',
    ],
    [
      { kind: 'incomplete', usage: 'fact <id>', example: 'fact a-b', typedIn: 'command' } as const,
      'Something is missing. Type it as: /rafah fact <id>, for example: /rafah fact a-b',
    ],
    [
      { kind: 'incomplete', usage: 'fact <id>', example: 'fact a-b', typedIn: 'mention' } as const,
      'Something is missing. Type it as: @Rafah Facts fact <id>, for example: @Rafah Facts fact a-b',
    ],
    [
      { kind: 'too_long', length: 1500, max: 1000 } as const,
      'That has 1500 characters; at most 1000 are read. Please ask in fewer words.',
    ],
  ])('%j', (hint, sentence) => {
    expect(replyText({ kind: 'hint', hint })).toBe(sentence);
  });
});

describe('every reply in words', () => {
  it('ends with the as-of date wherever it tells of the article, however short it must be', () => {
    fc.assert(
      fc.property(anyReply, fc.integer({ min: 300, max: 5000 }), (reply, max) => {
        const text = replyText(reply, max);
        if (!['hint', 'notice', 'follow_ups'].includes(reply.kind))
          expect(text).toMatch(/As of (1 April 2024|31 December 2023)\.$/);
      }),
    );
  });

  it('is not longer than it may be, and counts what it leaves out', () => {
    fc.assert(
      fc.property(anyReply, fc.integer({ min: 300, max: 5000 }), (reply, max) => {
        const whole = replyText(reply);
        const text = replyText(reply, max);
        if (whole.length <= max) expect(text).toBe(whole);
        else expect(text.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
