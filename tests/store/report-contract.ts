/** What every engine must do with what the editor's report is made of. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RatedReply } from '../../src/bot/report-ports.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Engine, Location } from './engines.ts';

/** 1 April 2024, 12:00 UTC. */
const NOW = 1_711_972_800;
const DAY = 24 * 60 * 60;

export function describeReport(engine: Engine): void {
  describe(`the editor’s report on ${engine.name}`, () => {
    let location: Location;
    let store: Store;

    beforeEach(async () => {
      location = await engine.locate();
      store = await openStore({ ...location, now: NOW });
    });
    afterEach(() => store.close());
    afterAll(() => engine.clean());

    describe('of unanswered questions', () => {
      const ask = (question: string, now = NOW, teamId = 'T1') =>
        store.unansweredQuestions.count(teamId, question, 'not_stated', now);

      test('counts each by workspace and reason, the most frequent first, with its first and last day', async () => {
        await ask('who is the pope', NOW - DAY);
        await ask('how many tanks', NOW - 2 * DAY);
        await ask('how many tanks', NOW);
        await ask('how many tanks', NOW);
        await ask('how many tanks', NOW, 'T2');
        await store.unansweredQuestions.count('T1', 'how many tanks', 'outside', NOW - DAY);
        const days = { firstDay: '2024-03-31', lastDay: '2024-03-31', count: 1 };
        expect(await store.unansweredQuestions.list(NOW)).toEqual([
          {
            teamId: 'T1',
            question: 'how many tanks',
            why: 'not_stated',
            count: 3,
            firstDay: '2024-03-30',
            lastDay: '2024-04-01',
          },
          {
            teamId: 'T2',
            question: 'how many tanks',
            why: 'not_stated',
            count: 1,
            firstDay: '2024-04-01',
            lastDay: '2024-04-01',
          },
          { teamId: 'T1', question: 'how many tanks', why: 'outside', ...days },
          { teamId: 'T1', question: 'who is the pope', why: 'not_stated', ...days },
        ]);
      });

      test('counts several at once', async () => {
        const several = (times: number) =>
          store.unansweredQuestions.count('T1', 'how many tanks', 'not_stated', NOW, times);
        expect([await several(3), await several(2)]).toEqual([true, true]);
        expect(await store.unansweredQuestions.list(NOW)).toMatchObject([{ count: 5 }]);
      });

      test('loses none of those that are counted at once', async () => {
        const other = await openStore({ ...location, now: NOW });
        await Promise.all(
          Array.from({ length: 40 }, (_, i) =>
            (i % 2 === 0 ? store : other).unansweredQuestions.count('T1', 'how many tanks', 'not_stated', NOW),
          ),
        );
        await other.close();
        expect(await store.unansweredQuestions.list(NOW)).toMatchObject([{ count: 40 }]);
      });

      test('takes at most 500 different ones a day of a workspace, and goes on counting those', async () => {
        for (let i = 0; i < 500; i += 1) expect(await ask(`question ${i}`)).toBe(true);
        expect(await ask('one more')).toBe(false);
        expect(await ask('question 7')).toBe(true);
        expect(await ask('one more', NOW, 'T2')).toBe(true);
        expect(await ask('one more', NOW + DAY)).toBe(true);
        const listed = await store.unansweredQuestions.list(NOW + DAY);
        expect(listed.filter(({ teamId }) => teamId === 'T1')).toHaveLength(501);
        expect(listed[0]).toMatchObject({ question: 'question 7', count: 2 });
      });

      test('knows nothing that is ninety days old, and deletes it', async () => {
        await ask('how many tanks', NOW - 90 * DAY);
        await ask('how many tanks', NOW - 89 * DAY);
        await ask('who is the pope', NOW - 90 * DAY);
        const kept = [{ question: 'how many tanks', count: 1, firstDay: '2024-01-03' }];
        expect(await store.unansweredQuestions.list(NOW)).toMatchObject(kept);
        expect(await store.unansweredQuestions.purge(NOW)).toBe(2);
        expect(await location.query('select day from unanswered_questions')).toEqual([{ day: '2024-01-03' }]);
      });

      test('is deleted with its workspace, or as a whole', async () => {
        await ask('how many tanks');
        await ask('how many tanks', NOW, 'T2');
        await store.unansweredQuestions.forget('T1');
        expect(await store.unansweredQuestions.list(NOW)).toMatchObject([{ teamId: 'T2' }]);
        await store.unansweredQuestions.clear();
        expect(await store.unansweredQuestions.list(NOW)).toEqual([]);
      });
    });

    describe('of ratings', () => {
      const answer: RatedReply = { teamId: 'T1', reply: 'answer', edition: 'first', statementIds: ['us-abstained'] };
      const silence: RatedReply = { teamId: 'T1', reply: 'silence', edition: 'first', statementIds: [] };

      test('counts each by reply and verdict, the most frequent first', async () => {
        await store.ratings.count(silence, 'other', NOW - DAY);
        await store.ratings.count(answer, 'helpful', NOW - DAY);
        await store.ratings.count(answer, 'helpful', NOW);
        await store.ratings.count({ ...answer, teamId: 'T2' }, 'out_of_date', NOW);
        expect(await store.ratings.list(NOW)).toEqual([
          { ...answer, verdict: 'helpful', count: 2, lastDay: '2024-04-01' },
          { ...answer, teamId: 'T2', verdict: 'out_of_date', count: 1, lastDay: '2024-04-01' },
          { ...silence, verdict: 'other', count: 1, lastDay: '2024-03-31' },
        ]);
      });

      test('counts one that is explained under its reason, and no longer as unexplained', async () => {
        await store.ratings.count(answer, 'unexplained', NOW);
        await store.ratings.count(answer, 'unexplained', NOW);
        await store.ratings.explain(answer, 'wrong_statement', NOW);
        const counts = async () =>
          (await store.ratings.list(NOW)).map(({ verdict, count }) => `${verdict} ${count}`).sort();
        expect(await counts()).toEqual(['unexplained 1', 'wrong_statement 1']);
        await store.ratings.explain(answer, 'wrong_statement', NOW);
        await store.ratings.explain(answer, 'other', NOW);
        expect(await counts()).toEqual(['other 1', 'wrong_statement 2']);
      });

      test('knows nothing that is ninety days old, deletes it, and forgets a workspace', async () => {
        await store.ratings.count(answer, 'other', NOW - 90 * DAY);
        await store.ratings.count(answer, 'other', NOW);
        await store.ratings.count({ ...answer, teamId: 'T2' }, 'other', NOW);
        expect((await store.ratings.list(NOW)).map(({ count }) => count)).toEqual([1, 1]);
        expect(await store.ratings.purge(NOW)).toBe(1);
        await store.ratings.forget('T1');
        expect(await store.ratings.list(NOW)).toMatchObject([{ teamId: 'T2' }]);
      });
    });
  });
}
