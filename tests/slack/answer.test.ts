import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/bot/log.ts';
import { createMetrics } from '../../src/bot/metrics.ts';
import { answerCommand, answerMessage } from '../../src/slack/listeners/answer.ts';
import { SORRY } from '../../src/slack/listeners/dependencies.ts';
import { answerDigest } from '../../src/slack/listeners/digest-command.ts';
import { ferryCorpus } from '../core/fixture.ts';
import { readMetric } from './our-bot.ts';

const place = {
  surface: 'command',
  teamId: 'T1',
  channelId: 'C1',
  userId: 'U1',
  threadTs: null,
  messageTs: null,
} as const;

/** Everything that a listener asks fails. */
function failing() {
  const lines: string[] = [];
  const metrics = createMetrics();
  const fail = (): never => {
    throw new Error('broken, with xoxb-1-token');
  };
  const dependencies = {
    fetch: globalThis.fetch,
    ratings: { count: fail, explain: fail, list: fail, purge: fail, forget: fail },
    handle: fail,
    converse: async () => fail(),
    overhear: async () => fail(),
    subscribing: { answer: fail, prepare: fail, order: fail, change: fail, list: fail },
    library: () => ({ corpus: ferryCorpus(), engine: { answer: fail, check: fail } }),
    claims: { claim: fail, record: fail },
    followUps: { choose: fail, areWanted: fail },
    greetings: { claim: fail, forget: fail },
    scores: null,
    posting: { record: fail, recordContent: fail, identify: fail },
    forget: async () => true,
    log: createLog('debug', (line) => lines.push(line)),
    metrics,
    now: () => 0,
  };
  return { dependencies, lines, metrics };
}

describe('where an answer fails', () => {
  it('the person reads one sentence, and the log has one line without question, token or stack', async () => {
    const { dependencies, lines, metrics } = failing();
    const question = { kind: 'ask', question: 'a secret question' } as const;
    const answer = await answerMessage(dependencies, question, place);
    expect(answer.reply).toBeNull();
    const messages = [answerCommand(dependencies, question, place), answer.message];
    for (const { text, blocks } of messages) {
      expect(text).toBe(SORRY);
      expect(JSON.stringify(blocks)).toContain(SORRY);
    }
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ level: 'error', surface: 'command', reason: 'broken, with [token]' });
      expect(line).not.toMatch(/secret question|xoxb|\\n +at /);
    }
    expect(readMetric(metrics.expose(), 'rafah_errors_total{where="command"}')).toBe(2);
  });

  it('the same holds for what is typed about digests, of which nothing was changed', async () => {
    const { dependencies, lines, metrics } = failing();
    const client = new webApi.WebClient();
    const { text, blocks } = await answerDigest(dependencies, ['on', 'secret'], place, client, 'xoxb-1-token');
    expect(text).toBe('Something went wrong, and nothing was changed. Please try again.');
    expect(JSON.stringify(blocks)).toContain(text);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', reason: 'broken, with [token]' });
    expect(lines[0]).not.toMatch(/secret|xoxb|\\n +at /);
    expect(readMetric(metrics.expose(), 'rafah_errors_total{where="digest"}')).toBe(1);
  });
});
