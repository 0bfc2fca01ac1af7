import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createHandle } from '../../src/bot/handle.ts';
import { createLog } from '../../src/bot/log.ts';
import type { Place } from '../../src/bot/place.ts';
import { countUnanswered } from '../../src/bot/unanswered.ts';
import { createEngine } from '../../src/core/engine.ts';
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
