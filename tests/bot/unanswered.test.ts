import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHandle } from '../../src/bot/handle.ts';
import { createLog } from '../../src/bot/log.ts';
import type { Place } from '../../src/bot/place.ts';
import type { Unanswered } from '../../src/bot/report-ports.ts';
import { countUnanswered } from '../../src/bot/unanswered.ts';
import type { Silence } from '../../src/core/answer.ts';
import { createEngine } from '../../src/core/engine.ts';
import type { Reply } from '../../src/core/reply.ts';
import { openStore } from '../../src/store/open.ts';
import { ferryCorpus } from '../core/fixture.ts';

const NOW = Date.UTC(2024, 3, 1, 12);
const place = (teamId: string): Place => ({
  surface: 'command',
  teamId,
  channelId: 'C1',
  userId: 'U1',
  threadTs: null,
  messageTs: null,
});

it('counts each question without an answer as often as it was asked, by workspace, once it is idle', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'unanswered-'));
  const store = await openStore({ dataDir, now: NOW / 1000 });
  try {
    const corpus = ferryCorpus();
    const library = { corpus, engine: createEngine(corpus) };
    const answering = createHandle({ library: () => library, random: () => 0, scores: null });
    const log = createLog('error', () => undefined);
    const counting = countUnanswered(answering, { questions: store.unansweredQuestions, log, now: () => NOW });
    const ask = (question: string, teamId = 'T1') => counting.handle({ kind: 'ask', question }, place(teamId));
    for (const team of ['T1', 'T1', 'T2', 'T1']) {
      expect(ask('Did the mayor dance at the harbour ball?', team).kind).toBe('silence');
    }
    expect(ask('What did the mayor call the ferry?').kind).toBe('answer');
    await counting.idle();
    const counted = await store.unansweredQuestions.list(NOW / 1000);
    expect(counted.map(({ teamId, count }) => [teamId, count])).toEqual([
      ['T1', 3],
      ['T2', 1],
    ]);
    await counting.idle();
    expect(await store.unansweredQuestions.list(NOW / 1000)).toEqual(counted);
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true });
  }
});

const [statement] = ferryCorpus().statements;

function silence(question: string, kind: Silence): Reply {
  return { kind: 'silence', answer: { status: 'not_stated', question, silence: kind, related: [] }, asOf: '' };
}

const at = (surface: Place['surface']): Place => ({ ...place('T1'), surface });

/** @param reply to whatever is asked */
function stage(reply: Reply, { fails = false } = {}) {
  const counted: (readonly [teamId: string, question: string, why: Unanswered])[] = [];
  const lines: string[] = [];
  const counting = countUnanswered(() => reply, {
    questions: {
      async count(teamId, question, why) {
        if (fails) throw new Error('the disk is full');
        counted.push([teamId, question, why]);
        return true;
      },
      list: async () => [],
      purge: async () => 0,
      clear: async () => undefined,
      forget: async () => undefined,
    },
    log: createLog('debug', (line) => lines.push(line)),
    now: () => 0,
  });
  return { counting, counted, lines };
}

const ask = (question: string) => ({ kind: 'ask', question }) as const;

describe('a question without an answer', () => {
  it('is counted after its reply has gone, not before', async () => {
    const { counting, counted } = stage(silence('How many tanks?', { kind: 'not_stated' }));
    counting.handle(ask('How many tanks?'), at('command'));
    await Promise.resolve();
    expect(counted).toEqual([]);
    await counting.idle();
    expect(counted).toEqual([['T1', 'how many tanks', 'not_stated']]);
  });

  it('is counted by why there is none, and not where nothing was asked', async () => {
    const kinds: Silence[] = [
      { kind: 'unknown_name', names: ['Zed'] },
      { kind: 'outside' },
      { kind: 'unread', words: ['zed'] },
      { kind: 'no_question' },
    ];
    for (const kind of kinds) {
      const { counting, counted } = stage(silence('who is Zed', kind));
      counting.handle(ask('who is Zed'), at('mention'));
      await counting.idle();
      expect(counted.map(([, , why]) => why)).toEqual(kind.kind === 'no_question' ? [] : [kind.kind]);
    }
  });

  it('is not counted where people talk to each other, nor is a claim, nor what was answered', async () => {
    const overheard = stage(silence('see you at noon', { kind: 'outside' }));
    overheard.counting.handle(ask('see you at noon'), at('follow_up'));
    overheard.counting.handle({ kind: 'check', claim: 'see you at noon' }, at('shortcut'));
    await overheard.counting.idle();
    expect(overheard.counted).toEqual([]);
    const answered = stage({
      kind: 'answer',
      answer: { status: 'answered', question: '', hits: [{ statement, score: 1 }], premise: null },
    });
    answered.counting.handle(ask('when did they meet'), at('direct_message'));
    await answered.counting.idle();
    expect(answered.counted).toEqual([]);
  });

  it('that can’t be counted is answered all the same, with one line in the log that does not repeat it', async () => {
    const { counting, lines } = stage(silence('How many tanks?', { kind: 'not_stated' }), { fails: true });
    expect(counting.handle(ask('How many tanks?'), at('command')).kind).toBe('silence');
    await counting.idle();
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('tanks');
  });
});
