import { describe, expect, it } from 'vitest';
import { createConverse } from '../../src/bot/converse.ts';
import type { FactRequest } from '../../src/bot/handle.ts';
import { createLog } from '../../src/bot/log.ts';
import type { Place } from '../../src/bot/place.ts';
import type { Conversations } from '../../src/bot/ports.ts';

import { ferryCorpus } from '../core/fixture.ts';

const PLACE: Place = {
  surface: 'mention',
  teamId: 'T1',
  channelId: 'C1',
  userId: 'U1',
  threadTs: '1.0',
  messageTs: '2.0',
};

/** A store that is away. */
const away: Conversations = {
  add: () => Promise.reject(new Error('the database is away')),
  before: () => Promise.reject(new Error('the database is away')),
  purge: () => Promise.reject(new Error('the database is away')),
  forget: () => Promise.reject(new Error('the database is away')),
};

function converseWithout() {
  const lines: string[] = [];
  const asked: (readonly string[] | undefined)[] = [];
  const converse = createConverse({
    handle: (_request, _place, previous) => {
      asked.push(previous);
      return { kind: 'help', articles: ferryCorpus().articles, asOf: '2023-05-02' };
    },
    conversations: away,
    log: createLog('warn', (line) => lines.push(line)),
    now: () => 0,
  });
  return { converse, lines, asked };
}

describe('a conversation', () => {
  it('goes on without its past where the store is away, with one line in the log and no question in it', async () => {
    const { converse, lines, asked } = converseWithout();
    await expect(converse({ kind: 'ask', question: 'and Macron?' }, PLACE)).resolves.toMatchObject({ kind: 'help' });
    expect(asked).toEqual([[]]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('Macron');
  });

  it.each<FactRequest>([{ kind: 'people' }, { kind: 'help' }, { kind: 'check', claim: 'it rained' }])(
    'has no place for commands: $kind leaves the store alone',
    async (request) => {
      const { converse, lines } = converseWithout();
      await converse(request, PLACE);
      expect(lines).toEqual([]);
    },
  );
});
