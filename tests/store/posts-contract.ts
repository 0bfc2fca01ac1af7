/** What every engine must do with what was posted and with the editions it was made from. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Frame,
  heldMessage,
  type Post,
  type PostContent,
  type PostedMessage,
  type PostedStatement,
} from '../../src/core/correction/post.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Engine, Location } from './engines.ts';

const NOW = 1_712_000_000;
const A1 = { id: 'us-abstained', shown: 'aaa' };
const A2 = { id: 'us-abstained', shown: 'aab' };
const B1 = { id: 'fourteen-voted', shown: 'bbb' };

export function describePosts(engine: Engine): void {
  describe(`what was posted, on ${engine.name}`, () => {
    let location: Location;
    let store: Store;

    beforeEach(async () => {
      location = await engine.locate();
      store = await openStore({ ...location, now: NOW });
    });
    afterEach(() => store.close());
    afterAll(() => engine.clean());

    const list = (shown: readonly PostedStatement[], range = {}) =>
      store.posts.listShowing(shown, { teamId: null, since: 0, now: NOW, limit: 100, ...range });
    const channels = async (shown: readonly PostedStatement[], range = {}) =>
      (await list(shown, range)).map(({ message }) => message.channelId);
    const only = async (shown: readonly PostedStatement[], range = {}): Promise<Post> => {
      const posts = await list(shown, range);
      expect(posts).toHaveLength(1);
      const [post] = posts;
      if (post === undefined) throw new Error('expected a post');
      return post;
    };

    test('is found by each wording that it shows, and by no other', async () => {
      const recorded = { ...content([A1, B1]), corrections: [{ id: 'us-abstained', was: 'aaa', on: '2024-04-02' }] };
      await store.posts.save(message('C1'), recorded, NOW);
      for (const shown of [[A1], [B1], [A2, B1]]) {
        expect(await only(shown)).toEqual({
          message: message('C1'),
          content: recorded,
          postedAt: NOW,
          leaseUntil: 0,
          version: 1,
        });
      }
      expect(await list([A2])).toEqual([]);
      expect(await list([{ id: 'us-abstained', shown: null }])).toEqual([]);
      expect(await list([])).toEqual([]);
    });

    test('comes back in every frame as it was recorded', async () => {
      const frames: Frame[] = [
        { kind: 'answer', assumed: 'the U.S. vetoed the resolution', language: 'fr' },
        { kind: 'answer', assumed: null, language: null },
        { kind: 'silence', why: 'outside', language: null },
        { kind: 'check' },
        { kind: 'statement' },
        { kind: 'shared' },
        { kind: 'timeline' },
        { kind: 'quotes', speakerId: null },
        { kind: 'topic', topicId: 'vote' },
        { kind: 'digest', day: '2024-04-02' },
      ];
      for (const frame of frames) {
        await store.posts.save(message('C1'), { ...content([A1]), frame }, NOW);
        expect((await only([A1])).content.frame).toEqual(frame);
      }
    });

    test('is replaced when the message is recorded anew, and is as old as it was', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW);
      await store.posts.save(message('C1'), content([B1], 'second'), NOW + 60);
      expect(await list([A1])).toEqual([]);
      expect(await only([B1])).toMatchObject({ content: { edition: 'second' }, postedAt: NOW, version: 2 });
    });

    test('is gone once deleted, that message and no other', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW);
      await store.posts.save(message('C2'), content([A1]), NOW);
      await store.posts.delete(message('C1'));
      expect(await channels([A1])).toEqual(['C2']);
      expect(await location.query('select channel_id from posted_statements')).toEqual([{ channel_id: 'C2' }]);
    });

    test('is listed newest first, from an instant on, of one workspace or all, as many as wanted', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW - 20);
      await store.posts.save(message('C2'), content([A1]), NOW);
      await store.posts.save(message('C3', 'T2'), content([A1]), NOW - 10);
      expect(await channels([A1])).toEqual(['C2', 'C3', 'C1']);
      expect(await channels([A1], { limit: 2 })).toEqual(['C2', 'C3']);
      expect(await channels([A1], { since: NOW - 10 })).toEqual(['C2', 'C3']);
      expect(await channels([A1], { teamId: 'T2' })).toEqual(['C3']);
    });

    test('is counted by channel', async () => {
      await store.posts.save(message('C1'), content([A1, B1]), NOW);
      await store.posts.save({ ...message('C1'), ts: '2.0' }, content([B1]), NOW);
      await store.posts.save(message('C1', 'T2'), content([A1]), NOW);
      await store.posts.save(message('C9'), content([A2]), NOW);
      await store.posts.save({ ...message('C1'), ts: '0.1' }, content([A1]), NOW - 1);
      expect(await store.posts.countShowing([A1, B1], NOW)).toEqual([
        { teamId: 'T1', channelId: 'C1', posts: 2 },
        { teamId: 'T2', channelId: 'C1', posts: 1 },
      ]);
      expect(await store.posts.countShowing([], 0)).toEqual([]);
    });

    test('is claimed by one of all who try, who alone may change it until the lease ends', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW);
      const post = await only([A1]);
      const claims = await Promise.all(Array.from({ length: 5 }, () => store.posts.claim(post, NOW, 60)));
      const [claimed, ...others] = claims.filter((claim) => claim !== null);
      if (claimed === undefined) throw new Error('nobody got it');
      expect(others).toEqual([]);
      expect(claimed).toMatchObject({ leaseUntil: NOW + 60, version: 2 });
      expect(await list([A1])).toEqual([]);
      const later = await only([A1], { now: NOW + 60 });
      expect(await store.posts.claim(later, NOW + 59, 60)).toBeNull();
      expect(await store.posts.claim(later, NOW + 60, 60)).not.toBeNull();
      expect(await store.posts.amend(claimed, content([A2]))).toBe(false);
      expect(await only([A1], { now: NOW + 120 })).toMatchObject({ content: content([A1]) });
    });

    test('is found by its new wording once it is amended, and the lease has ended', async () => {
      await store.posts.save(message('C1'), content([A1, B1]), NOW);
      const claimed = await store.posts.claim(await only([A1]), NOW, 60);
      if (claimed === null) throw new Error('not claimed');
      const amended: PostContent = {
        ...content([A2, { id: 'fourteen-voted', shown: null }], 'second'),
        corrections: [{ id: 'us-abstained', was: 'aaa', on: '2024-04-02' }],
      };
      expect(await store.posts.amend(claimed, amended)).toBe(true);
      expect(await list([A1, B1])).toEqual([]);
      expect(await only([A2])).toMatchObject({ content: amended, leaseUntil: 0, postedAt: NOW });
      expect(await only([{ id: 'fourteen-voted', shown: null }])).toMatchObject({ content: amended });
    });

    test('is left alone while it is postponed', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW);
      const claimed = await store.posts.claim(await only([A1]), NOW, 60);
      if (claimed === null) throw new Error('not claimed');
      expect(await store.posts.postpone(claimed, NOW + 30)).toBe(true);
      expect(await store.posts.postpone(claimed, NOW + 90)).toBe(false);
      expect(await channels([A1], { now: NOW + 29 })).toEqual([]);
      expect(await channels([A1], { now: NOW + 30 })).toEqual(['C1']);
    });

    test('is not amended by who claimed it before its question was edited', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW);
      const claimed = await store.posts.claim(await only([A1]), NOW, 60);
      if (claimed === null) throw new Error('not claimed');
      await store.posts.save(message('C1'), content([B1]), NOW + 1);
      expect(await store.posts.amend(claimed, content([A2]))).toBe(false);
      expect(await only([B1])).toMatchObject({ content: content([B1]), leaseUntil: 0 });
    });

    test('is purged by age, and forgotten with its workspace, the wordings too', async () => {
      await store.posts.save(message('C1'), content([A1]), NOW - 10);
      await store.posts.save(message('C2'), content([A1]), NOW);
      await store.posts.save(message('C3', 'T2'), content([A1]), NOW);
      expect(await store.posts.purge(NOW)).toBe(1);
      expect((await channels([A1])).sort()).toEqual(['C2', 'C3']);
      await store.posts.forget('T1');
      expect(await channels([A1])).toEqual(['C3']);
      expect(await location.query('select channel_id from posted_statements')).toEqual([{ channel_id: 'C3' }]);
    });

    describe('that Slack holds for later', () => {
      const held = (postAt: number, channelId = 'C1') => heldMessage({ teamId: 'T1', channelId, postAt });

      test('is nothing to correct, until it is known which message it became', async () => {
        await store.posts.save(held(NOW + 60), content([A1, B1]), NOW);
        expect(await list([A1])).toEqual([]);
        expect(await store.posts.countShowing([A1], 0)).toEqual([]);
        expect(await store.posts.identify(held(NOW + 60), `${NOW + 61}.000200`)).toBe(true);
        expect(await store.posts.identify(held(NOW + 60), `${NOW + 61}.000200`)).toBe(false);
        const recorded = { ...message('C1'), ts: `${NOW + 61}.000200` };
        expect(await only([B1], { now: NOW + 100 })).toMatchObject({ message: recorded, postedAt: NOW + 61 });
        expect(await store.posts.listHeld(held(0), held(NOW * 2))).toEqual([]);
      });

      test('is found by channel and time, the latest first', async () => {
        for (const postAt of [NOW, NOW + 10, NOW + 20]) await store.posts.save(held(postAt), content([A1]), NOW);
        await store.posts.save(held(NOW + 10, 'C2'), content([A1]), NOW);
        const found = await store.posts.listHeld(held(NOW), held(NOW + 10));
        expect(found.map((post) => post.message)).toEqual([held(NOW + 10), held(NOW)]);
      });

      test('is counted as out of reach once its time has come', async () => {
        await store.posts.save(held(NOW), content([A1]), NOW - 60);
        await store.posts.save(held(NOW + 1), content([A1]), NOW - 60);
        await store.posts.save(held(NOW, 'C2'), content([B1]), NOW - 60);
        await store.posts.save(message('C1'), content([A1]), NOW);
        expect(await store.posts.countUnreachable([A1], NOW - 60, NOW)).toEqual([
          { teamId: 'T1', channelId: 'C1', posts: 1 },
        ]);
      });
    });

    describe('the edition', () => {
      const shown = (text: string) => ({
        text,
        attribution: null,
        quotes: [],
        citation: 'Key Background 1.2',
        date: null,
      });
      const version = (id: string, name: string) => ({ id, name, shown: shown(`${id} ${name}`) });

      test('that was adopted last is the one that is served, also when it was served before', async () => {
        expect(await store.editions.current()).toBeNull();
        for (const edition of ['first', 'second', 'first']) {
          await store.editions.adopt(edition, [version('us-abstained', 'aaa')], NOW);
          expect(await store.editions.current()).toBe(edition);
        }
      });

      test('leaves its wordings, each once, until they have not been served for long enough', async () => {
        const rich = {
          id: 'fourteen-voted',
          name: 'bbb',
          shown: { ...shown('b'), attribution: 'NBC News', quotes: ['“so” (Harris)'], date: '25 March 2024' },
        };
        await store.editions.adopt('first', [version('us-abstained', 'aaa'), rich], NOW);
        await store.editions.adopt('second', [version('us-abstained', 'aab'), rich], NOW + 100);
        const all = [rich, version('us-abstained', 'aaa'), version('us-abstained', 'aab')];
        expect(await store.editions.versions()).toEqual(all);
        expect(await store.editions.served()).toEqual([rich, version('us-abstained', 'aab')]);
        await store.editions.keep([version('us-abstained', 'aaa')], NOW + 50);
        expect(await store.editions.purge(NOW + 50)).toBe(0);
        expect(await store.editions.purge(NOW + 51)).toBe(1);
        expect(await store.editions.versions()).toEqual([rich, version('us-abstained', 'aab')]);
      });

      test('is forgotten once another is served and no post that is kept agrees with it', async () => {
        const kept = async () =>
          (await location.query('select edition from editions order by turn')).map(({ edition }) => edition);
        for (const edition of ['first', 'second', 'third']) {
          await store.editions.adopt(edition, [version('us-abstained', 'aaa')], NOW);
        }
        await store.posts.save(message('C1'), content([A1], 'first'), NOW);
        await store.posts.save(message('C2'), content([A1], 'first'), NOW + 1);
        expect(await store.editions.purge(NOW)).toBe(0);
        expect(await kept()).toEqual(['first', 'third']);
        await store.posts.purge(NOW + 1);
        await store.editions.purge(NOW);
        expect(await kept()).toEqual(['first', 'third']);
        await store.posts.purge(NOW + 2);
        await store.editions.purge(NOW);
        expect(await kept()).toEqual(['third']);
        expect(await store.editions.current()).toBe('third');
      });

      test('may have thousands of statements', async () => {
        const many = Array.from({ length: 9000 }, (_, i) => version(`statement-${i}`, 'aaa'));
        await store.editions.adopt('large', many, NOW);
        expect(await store.editions.versions()).toHaveLength(9000);
      });
    });
  });
}

function message(channelId: string, teamId = 'T1'): PostedMessage {
  return { teamId, channelId, ts: '1.0' };
}

function content(statements: PostedStatement[], edition = 'first'): PostContent {
  return { frame: { kind: 'statement' }, edition, statements, corrections: [] };
}
