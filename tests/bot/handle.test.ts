import { describe, expect, it } from 'vitest';
import { createHandle, type FactRequest } from '../../src/bot/handle.ts';
import type { Place } from '../../src/bot/place.ts';
import { createEngine } from '../../src/core/engine.ts';
import { replyText } from '../../src/core/plain-text.ts';
import type { Reply } from '../../src/core/reply.ts';
import { parseRequest } from '../../src/core/request.ts';
import { ferryCorpus } from '../core/fixture.ts';

const PLACE: Place = {
  surface: 'command',
  teamId: 'T1',
  channelId: 'C1',
  userId: 'U1',
  threadTs: null,
  messageTs: null,
};

const SCORES = {
  edition: 'measured',
  answerable: { asked: 100, right: 96 },
  premise: { asked: 10, right: 9 },
  unanswerable: { asked: 20, right: 19 },
};

function ask(typed: string, random = 0, surface: Place['surface'] = 'command'): Reply {
  const corpus = ferryCorpus();
  const library = { corpus, engine: createEngine(corpus) };
  const request = parseRequest(typed) as FactRequest;
  return createHandle({ library: () => library, random: () => random, scores: SCORES })(request, { ...PLACE, surface });
}

describe('the bot answers', () => {
  it('a question with statements', () => {
    expect(ask('What did the mayor call the ferry?')).toMatchObject({
      kind: 'answer',
      answer: {
        hits: expect.arrayContaining([
          expect.objectContaining({ statement: expect.objectContaining({ id: 'moss-calls-ferry-lifeline' }) }),
        ]),
      },
    });
  });

  it('a question about nothing it knows with silence, and the day it speaks for', () => {
    expect(ask('zebra xylophone quarks?')).toMatchObject({
      kind: 'silence',
      asOf: '2023-05-02',
      answer: { status: 'not_stated' },
    });
  });

  it('`people` by side, with offices, those on no side last', () => {
    expect(ask('people')).toMatchObject({
      kind: 'people',
      sides: [
        { name: 'Harbour Town', people: [{ entity: { id: 'ada-moss' }, citation: { locator: 'Lead 1' } }] },
        { name: 'the Island', people: [{ entity: { id: 'ben-reed' } }] },
        { name: null, people: [{ entity: { id: 'cora-lane' }, citation: { locator: 'Body 2.1' } }] },
      ],
    });
  });

  it('`timeline` with dated statements only, earliest first', () => {
    expect(ask('timeline')).toMatchObject({
      kind: 'timeline',
      entries: [{ id: 'talks-start' }, { id: 'fares-double' }],
    });
  });

  it('`quotes` with every quote, and with one speaker by name, part of a name, or alias', () => {
    expect(ask('quotes')).toMatchObject({
      speaker: null,
      quotes: [{ quote: { words: 'a lifeline' } }, { quote: { words: 'past repair' } }],
    });
    for (const typed of ['quotes Ada Moss', 'quotes moss', 'quotes the mayor', 'quotes by MOSS']) {
      expect(ask(typed)).toMatchObject({
        kind: 'quotes',
        speaker: { id: 'ada-moss' },
        quotes: [{ quote: { words: 'a lifeline' } }],
      });
    }
  });

  it('`quotes` of someone it has no quote from with the speakers it has', () => {
    expect(ask('quotes Reed')).toEqual({
      kind: 'hint',
      hint: {
        kind: 'unknown',
        what: 'speaker',
        typed: 'Reed',
        known: expect.arrayContaining(['Ada Moss', 'Cora Lane']),
        typedIn: 'command',
      },
    });
  });

  it('`topics` with counts, and one topic by id or name', () => {
    expect(ask('topics')).toMatchObject({
      topics: [
        { topic: { id: 'ferry' }, statements: 4 },
        { topic: { id: 'talks' }, statements: 1 },
      ],
    });
    expect(ask('topics talks')).toMatchObject({ kind: 'topic', statements: [{ id: 'talks-start' }] });
    expect(ask('topics the talks')).toMatchObject({ kind: 'topic', topic: { id: 'talks' } });
    expect(ask('topics ferri')).toMatchObject({ kind: 'hint', hint: { what: 'topic', known: ['ferry', 'talks'] } });
  });

  it('`sources` with what the article rests on', () => {
    expect(ask('sources')).toMatchObject({
      kind: 'sources',
      edition: 'test',
      articles: [{ statements: 4, sentences: 4, outlets: [{ name: 'The Daily Gull' }] }],
    });
  });

  it('`sources` with how often answers were right when last measured', () => {
    expect(replyText(ask('sources'))).toContain('the right statement first in 96 of 100 (96%)');
    expect(replyText(ask('sources'))).toContain('silence in 19 of 20 (95%)');
    expect(replyText(ask('sources'))).toContain('edition measured');
  });

  it('`random` with a statement for every draw', () => {
    expect(ask('random', 0)).toMatchObject({ kind: 'statement', statement: { id: 'talks-start' } });
    expect(ask('random', 0.999999)).toMatchObject({ kind: 'statement', statement: { id: 'lane-wrote-report' } });
  });

  it('`fact` with that statement, or the nearest ids', () => {
    expect(ask('fact fares-double')).toMatchObject({ kind: 'statement', statement: { id: 'fares-double' } });
    expect(ask('fact fares-doubled')).toMatchObject({
      kind: 'hint',
      hint: { what: 'fact', known: ['fares-double', expect.anything(), expect.anything(), expect.anything()] },
    });
  });

  it('a command that lacks its argument with how to type it', () => {
    expect(ask('fact')).toMatchObject({
      kind: 'hint',
      hint: { kind: 'incomplete', usage: expect.stringContaining('fact <id>') },
    });
    expect(ask('check')).toMatchObject({
      kind: 'hint',
      hint: { kind: 'incomplete', usage: expect.stringContaining('check <claim>') },
    });
  });

  it('a typo in a command with the nearest one', () => {
    expect(ask('tiemline')).toEqual({
      kind: 'hint',
      hint: { kind: 'did_you_mean', typed: 'tiemline', nearest: 'timeline', typedIn: 'command' },
    });
  });

  it.each([
    ['mention', '@Rafah Facts '],
    ['follow_up', '@Rafah Facts '],
    ['direct_message', ''],
    ['shortcut', ''],
  ] as const)('what can’t be carried out with what to type there instead: %s', (surface, before) => {
    const lastLine = (typed: string): string | undefined =>
      replyText(ask(typed, 0, surface))
        .split(': ')
        .at(-1);
    expect(lastLine('hlep')).toBe(`${before}help`);
    expect(lastLine('topics ferri')).toBe(`${before}topics <topic>`);
    expect(lastLine('quotes Reed')).toBe(`${before}quotes <name>`);
    expect(lastLine('fact fares-doubled')).toBe(`${before}fact <id>`);
    for (const typed of ['hlep', 'topics ferri', 'quotes Reed', 'fact x', 'fact', 'check']) {
      expect(replyText(ask(typed, 0, surface))).not.toContain('/rafah');
    }
  });

  it('a question that starts like a command with its answer', () => {
    expect(ask('quote the mayor ferry')).toMatchObject({ kind: 'answer' });
  });
});
