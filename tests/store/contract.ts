/** What every engine must do: the ports' promises, one by one. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Installation, Tenant } from '../../src/bot/ports.ts';
import type { Delivery, Slot } from '../../src/core/digest/delivery.ts';
import type { Subscription } from '../../src/core/digest/subscription.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createVault, UnreadableTokens } from '../../src/store/vault.ts';
import type { Engine, Location } from './engines.ts';

const NOW = 1_712_000_000;
const DAY = 24 * 60 * 60;
const key = randomBytes(32);
const vault = createVault([key]);

export function describeStore(engine: Engine): void {
  describe(`the store on ${engine.name}`, () => {
    let location: Location;
    let store: Store;

    beforeEach(async () => {
      location = await engine.locate();
      store = await openStore({ ...location, now: NOW });
    });
    afterEach(() => store.close());
    afterAll(() => engine.clean());

    test('answers a ping, and keeps what it has when it is opened again', async () => {
      await store.ping();
      await store.subscriptions.save(subscription('C1'), NOW);
      await store.close();
      store = await openStore({ ...location, now: NOW + 1 });
      expect(await store.subscriptions.find('T1', 'C1')).toEqual(subscription('C1'));
    });

    describe('installations', () => {
      const team: Tenant = { kind: 'workspace', teamId: 'T1' };
      const organisation: Tenant = { kind: 'organisation', enterpriseId: 'T1' };

      test('are found by the tenant they were saved for, and by no other', async () => {
        const installations = store.installations(vault);
        await installations.save(installation(team, 'xoxb-team'), NOW);
        await installations.save(installation(organisation, 'xoxb-organisation'), NOW);
        expect(await installations.find(team)).toEqual(installation(team, 'xoxb-team'));
        expect(await installations.find(organisation)).toEqual(installation(organisation, 'xoxb-organisation'));
        expect(await installations.find({ kind: 'workspace', teamId: 'T2' })).toBeNull();
      });

      test('are replaced when the app is installed again, and gone once deleted', async () => {
        const installations = store.installations(vault);
        await installations.save(installation(team, 'xoxb-first'), NOW);
        await installations.save(installation(team, 'xoxb-second'), NOW + 1);
        expect((await installations.find(team))?.bot.token).toBe('xoxb-second');
        expect(await installations.delete(team, NOW + 1)).toBe(true);
        expect(await installations.find(team)).toBeNull();
        expect(await installations.delete(team, NOW + 1)).toBe(true);
      });

      test('stay when what is told late is a removal from before they were installed', async () => {
        const installations = store.installations(vault);
        await installations.save(installation(team, 'xoxb-anew'), NOW);
        expect(await installations.delete(team, NOW - 1)).toBe(false);
        expect((await installations.find(team))?.bot.token).toBe('xoxb-anew');
      });

      test('hold no token that can be read in the database', async () => {
        await store.installations(vault).save(installation(team, 'xoxb-plain-to-see'), NOW);
        const rows = JSON.stringify(await location.query('select * from installations'));
        expect(rows).toContain('team:T1');
        for (const secret of ['xoxb-plain-to-see', 'xoxe-refresh']) expect(rows).not.toContain(secret);
      });

      test('can be read with an older key while that is kept behind the one that seals', async () => {
        await store.installations(vault).save(installation(team, 'xoxb-1'), NOW);
        const next = randomBytes(32);
        expect(await store.installations(createVault([next, key])).find(team)).toEqual(installation(team, 'xoxb-1'));
        const without = store.installations(createVault([next]));
        await expect(without.find(team)).rejects.toThrow(UnreadableTokens);
        await expect(without.find(team)).rejects.toThrow(/TOKEN_ENCRYPTION_KEY/);
      });

      test('do not open when their tokens were moved to another tenant', async () => {
        const installations = store.installations(vault);
        await installations.save(installation(team, 'xoxb-1'), NOW);
        await location.query(`update installations set tenant = 'team:T2'`);
        await expect(installations.find({ kind: 'workspace', teamId: 'T2' })).rejects.toThrow(UnreadableTokens);
      });

      test('are renewed by one holder of the lease at a time', async () => {
        const installations = store.installations(vault);
        expect(await installations.claimRenewal(team, NOW, 30)).toBeNull();
        await installations.save(installation(team, 'xoxb-old'), NOW);
        const claims = await Promise.all(Array.from({ length: 8 }, () => installations.claimRenewal(team, NOW, 30)));
        const [lease, ...others] = claims.filter((claim) => claim !== null);
        expect(others).toEqual([]);
        if (lease === undefined) throw new Error('nobody got the lease');
        expect(await installations.renew(installation(team, 'xoxb-new'), lease)).toBe(true);
        expect((await installations.find(team))?.bot.token).toBe('xoxb-new');
        expect(await installations.renew(installation(team, 'xoxb-twice'), lease)).toBe(false);
        expect(await installations.claimRenewal(team, NOW, 30)).not.toBeNull();
      });

      test('are not renewed by who lost the lease to time, to a new installation or to a removal', async () => {
        const installations = store.installations(vault);
        await installations.save(installation(team, 'xoxb-old'), NOW);
        const late = await installations.claimRenewal(team, NOW, 30);
        const next = await installations.claimRenewal(team, NOW + 30, 30);
        if (late === null || next === null) throw new Error('the lease did not run out');
        expect(await installations.renew(installation(team, 'xoxb-late'), late)).toBe(false);
        await installations.save(installation(team, 'xoxb-installed-anew'), NOW + 32);
        expect(await installations.renew(installation(team, 'xoxb-next'), next)).toBe(false);
        expect((await installations.find(team))?.bot.token).toBe('xoxb-installed-anew');
        const last = await installations.claimRenewal(team, NOW + 34, 30);
        await installations.delete(team, NOW + 34);
        if (last === null) throw new Error('the lease was not free');
        expect(await installations.renew(installation(team, 'xoxb-removed'), last)).toBe(false);
        expect(await installations.find(team)).toBeNull();
      });
    });

    describe('conversations', () => {
      const thread = { teamId: 'T1', channelId: 'C1', threadTs: '100.000001' };
      const later = '999.000000';

      test('give the questions before a message, oldest first', async () => {
        const { conversations } = store;
        await conversations.add(thread, '100.000001', 'who met?', NOW);
        await conversations.add(thread, '100.000003', 'and how?', NOW);
        await conversations.add(thread, '100.000002', 'and when?', NOW);
        expect(await conversations.before(thread, later, NOW)).toEqual(['who met?', 'and when?', 'and how?']);
        expect(await conversations.before(thread, '100.000003', NOW)).toEqual(['who met?', 'and when?']);
        expect(await conversations.before(thread, '100.000001', NOW)).toEqual([]);
      });

      test('of different threads, channels and workspaces do not mix', async () => {
        await store.conversations.add(thread, '1.0', 'who met?', NOW);
        for (const other of [{ threadTs: '2.0' }, { channelId: 'C2' }, { teamId: 'T2' }]) {
          expect(await store.conversations.before({ ...thread, ...other }, later, NOW)).toEqual([]);
        }
      });

      test('keep the newest five questions of a thread, in whatever order and however often messages arrive', async () => {
        let threads = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(fc.integer({ min: 10, max: 30 }), { maxLength: 12 }), async (messages) => {
            threads += 1;
            const own = { ...thread, threadTs: `${threads}` };
            for (const ts of messages) await store.conversations.add(own, `${ts}.0`, `question ${ts}`, NOW);
            const newest = [...new Set(messages)].sort((a, b) => a - b).slice(-5);
            expect(await store.conversations.before(own, later, NOW)).toEqual(newest.map((ts) => `question ${ts}`));
          }),
          { numRuns: 30 },
        );
      });

      test('are not given after seven days, and purged then', async () => {
        const { conversations } = store;
        await conversations.add(thread, '1.0', 'old', NOW);
        await conversations.add(thread, '2.0', 'fresh', NOW + DAY);
        expect(await conversations.before(thread, later, NOW + 7 * DAY - 1)).toEqual(['old', 'fresh']);
        expect(await conversations.before(thread, later, NOW + 7 * DAY)).toEqual(['fresh']);
        expect(await conversations.purge(NOW + 7 * DAY - 1)).toBe(0);
        expect(await conversations.purge(NOW + 7 * DAY)).toBe(1);
        expect(await location.query('select question from questions')).toEqual([{ question: 'fresh' }]);
      });

      test('hold the last wording of a message', async () => {
        await store.conversations.add(thread, '1.0', 'who meat?', NOW);
        await store.conversations.add(thread, '1.0', 'who met?', NOW);
        expect(await store.conversations.before(thread, later, NOW)).toEqual(['who met?']);
      });

      test('of a workspace are forgotten together', async () => {
        const elsewhere = { ...thread, teamId: 'T2' };
        await store.conversations.add(thread, '1.0', 'here', NOW);
        await store.conversations.add(elsewhere, '1.0', 'there', NOW);
        await store.conversations.forget('T1');
        expect(await store.conversations.before(thread, later, NOW)).toEqual([]);
        expect(await store.conversations.before(elsewhere, later, NOW)).toEqual(['there']);
      });
    });

    describe('exchanges', () => {
      const message = { teamId: 'T1', channelId: 'C1', ts: '100.000002' };
      const thread = { teamId: 'T1', channelId: 'C1', threadTs: '100.000001' };
      const claim = (editedTs = '', now = NOW) => store.exchanges.claim(message, thread.threadTs, editedTs, now);

      test('are claimed by one of all who are told of a message at once, in whatever wording', async () => {
        const claims = await Promise.all(Array.from({ length: 10 }, (_, i) => claim(i === 0 ? '' : `10${i}.0`)));
        expect(claims.filter(Boolean)).toHaveLength(1);
        expect(await claim('999.0')).toBe(false);
      });

      test('know the reply once it is recorded, and no other message’s', async () => {
        await claim();
        expect(await store.exchanges.find(message)).toEqual({ replyTs: null, editedTs: '' });
        await store.exchanges.record(message, '101.000001');
        expect(await store.exchanges.find(message)).toEqual({ replyTs: '101.000001', editedTs: '' });
        for (const other of [{ ts: '100.000003' }, { channelId: 'C2' }, { teamId: 'T2' }]) {
          expect(await store.exchanges.find({ ...message, ...other })).toBeNull();
        }
      });

      test('are amended by each edit once, and never by an earlier one', async () => {
        expect(await store.exchanges.amend(message, '110.000001')).toBeNull();
        await claim();
        await store.exchanges.record(message, '101.000001');
        const edit = { replyTs: '101.000001', editedTs: '110.000001' };
        const amended = await Promise.all(
          Array.from({ length: 6 }, () => store.exchanges.amend(message, '110.000001')),
        );
        expect(amended.filter((exchange) => exchange !== null)).toEqual([edit]);
        expect(await store.exchanges.amend(message, '109.000001')).toBeNull();
        expect(await store.exchanges.amend(message, '111.000001')).toEqual({ ...edit, editedTs: '111.000001' });
      });

      test('tell whether a thread holds an answer, for seven days', async () => {
        const answered = (now = NOW, other = {}) => store.exchanges.isAnsweredIn({ ...thread, ...other }, now);
        await claim();
        expect(await answered()).toBe(false);
        await store.exchanges.record(message, '101.000001');
        expect(await answered(NOW + 7 * DAY - 1)).toBe(true);
        expect(await answered(NOW + 7 * DAY)).toBe(false);
        for (const other of [{ threadTs: '1.0' }, { channelId: 'C2' }, { teamId: 'T2' }]) {
          expect(await answered(NOW, other)).toBe(false);
        }
      });

      test('are purged after seven days, and forgotten with their workspace', async () => {
        await claim();
        expect(await store.exchanges.purge(NOW + 7 * DAY - 1)).toBe(0);
        expect(await store.exchanges.purge(NOW + 7 * DAY)).toBe(1);
        expect(await claim()).toBe(true);
        await store.exchanges.forget('T2');
        expect(await claim()).toBe(false);
        await store.exchanges.forget('T1');
        expect(await claim()).toBe(true);
      });
    });

    test('greetings are claimed once for each person and channel, until the workspace is forgotten', async () => {
      const { greetings } = store;
      const claims = await Promise.all(Array.from({ length: 6 }, () => greetings.claim('T1', 'U1', NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await greetings.claim('T1', 'C1', NOW)).toBe(true);
      expect(await greetings.claim('T2', 'U1', NOW)).toBe(true);
      await greetings.forget('T1');
      expect(await greetings.claim('T1', 'U1', NOW + DAY)).toBe(true);
      expect(await greetings.claim('T2', 'U1', NOW + DAY)).toBe(false);
    });

    test('thread choices are a channel’s, can be taken back, and are forgotten with the workspace', async () => {
      const { threadChoices } = store;
      await threadChoices.add('T1', 'C1', NOW);
      await threadChoices.add('T1', 'C1', NOW + 1);
      await threadChoices.add('T1', 'C2', NOW);
      expect(await threadChoices.has('T1', 'C1')).toBe(true);
      expect(await threadChoices.has('T2', 'C1')).toBe(false);
      await threadChoices.delete('T1', 'C1');
      expect(await threadChoices.has('T1', 'C1')).toBe(false);
      await threadChoices.forget('T1');
      expect(await threadChoices.has('T1', 'C2')).toBe(false);
    });

    describe('subscriptions', () => {
      test('are one a channel: saving again replaces', async () => {
        await store.subscriptions.save(subscription('C1'), NOW);
        await store.subscriptions.save({ ...subscription('C1'), time: '17:30' }, NOW);
        expect(await store.subscriptions.list('T1')).toEqual([{ ...subscription('C1'), time: '17:30' }]);
      });

      test('are listed by channel, workspace by workspace', async () => {
        for (const channel of ['Cb', 'CA', 'Ca']) await store.subscriptions.save(subscription(channel), NOW);
        await store.subscriptions.save(subscription('C9', 'T0'), NOW);
        expect((await store.subscriptions.list('T1')).map(({ channelId }) => channelId)).toEqual(['CA', 'Ca', 'Cb']);
        expect(await store.subscriptions.revisions()).toEqual([
          { teamId: 'T0', count: 1, changedAt: NOW },
          { teamId: 'T1', count: 3, changedAt: NOW },
        ]);
        await store.subscriptions.save(subscription('Ca'), NOW + 1);
        expect((await store.subscriptions.revisions())[1]).toEqual({ teamId: 'T1', count: 3, changedAt: NOW + 1 });
      });

      test('are replaced only as they were last read', async () => {
        const known = subscription('C1');
        await store.subscriptions.save(known, NOW);
        const moved: Subscription = { ...known, time: '10:00' };
        const failing: Subscription = { ...known, status: { kind: 'failing', error: 'is_archived' } };
        expect(await store.subscriptions.replace({ ...known }, moved, NOW)).toBe(true);
        expect(await store.subscriptions.replace(known, failing, NOW)).toBe(false);
        expect(await store.subscriptions.find('T1', 'C1')).toEqual(moved);
      });

      test('end with the channel or with the workspace', async () => {
        await store.subscriptions.save(subscription('C1'), NOW);
        await store.subscriptions.save(subscription('C2'), NOW);
        await store.subscriptions.save(subscription('C3', 'T2'), NOW);
        expect(await store.subscriptions.delete('T1', 'C1')).toBe(true);
        expect(await store.subscriptions.delete('T1', 'C1')).toBe(false);
        await store.subscriptions.forget('T1');
        expect(await store.subscriptions.list('T1')).toEqual([]);
        expect(await store.subscriptions.revisions()).toMatchObject([{ teamId: 'T2' }]);
      });
    });

    describe('deliveries', () => {
      const claim = (slot: Slot, known: number | null, now = NOW) =>
        store.deliveries.claim(
          { slot, day: '2024-04-02', content: 'edition 1', state: { kind: 'queueing' } },
          known,
          now,
          60,
        );

      test('of a slot are claimed by one of all who try at once', async () => {
        const claims = await Promise.all(Array.from({ length: 10 }, () => claim(slot(), null)));
        expect(claims.filter((claimed) => claimed !== null)).toEqual([
          {
            slot: slot(),
            day: '2024-04-02',
            content: 'edition 1',
            state: { kind: 'queueing' },
            leaseUntil: NOW + 60,
            version: 1,
          },
        ]);
      });

      test('whose lease ran out can be claimed by another, who alone may then record', async () => {
        const first = taken(await claim(slot(), null));
        expect(await claim(slot(), first.version, NOW + 59)).toBeNull();
        const second = taken(await claim(slot(), first.version, NOW + 60));
        expect(await store.deliveries.record(first, { kind: 'queued', messageId: 'Q1' }, NOW + 61)).toBe(false);
        expect(await store.deliveries.record(second, { kind: 'queued', messageId: 'Q2' }, NOW + 61)).toBe(true);
        const [held] = await store.deliveries.list('T1', 0);
        expect(held).toMatchObject({ state: { kind: 'queued', messageId: 'Q2' }, leaseUntil: 0 });
      });

      test('are not claimed on the strength of what was read before they changed', async () => {
        const claimed = taken(await claim(slot(), null));
        await store.deliveries.record(claimed, { kind: 'queued', messageId: 'Q1' }, NOW);
        expect(await claim(slot(), null)).toBeNull();
        expect(await claim(slot(), claimed.version)).toBeNull();
        expect(await claim(slot(), claimed.version + 1)).not.toBeNull();
      });

      test('go through every state and come back as they were recorded', async () => {
        let delivery = taken(await claim(slot(), null));
        const states: Delivery['state'][] = [
          { kind: 'queued', messageId: 'Q1' },
          { kind: 'withdrawing', messageId: 'Q1' },
          { kind: 'withdrawn' },
          { kind: 'failed', error: 'is_archived' },
          { kind: 'posted' },
          { kind: 'unsure' },
        ];
        for (const state of states) {
          expect(await store.deliveries.record(delivery, state, NOW)).toBe(true);
          delivery = taken((await store.deliveries.list('T1', 0))[0] ?? null);
          expect(delivery.state).toEqual(state);
        }
      });

      test('are listed for a workspace from an instant on, by time, and purged before it', async () => {
        const posted = { kind: 'posted' } as const;
        for (const own of [slot('C2', NOW + 20), slot('C1', NOW + 20), slot('C3', NOW + 10)]) {
          await store.deliveries.record(taken(await claim(own, null)), posted, NOW);
        }
        await claim({ ...slot('C4', NOW + 20), teamId: 'T2' }, null);
        const channels = async (from: number) =>
          (await store.deliveries.list('T1', from)).map((delivery) => delivery.slot.channelId);
        expect(await channels(NOW)).toEqual(['C3', 'C1', 'C2']);
        expect(await channels(NOW + 20)).toEqual(['C1', 'C2']);
        expect(await store.deliveries.purge(NOW + 20)).toBe(1);
        expect(await channels(NOW)).toEqual(['C1', 'C2']);
        await store.deliveries.forget('T1');
        expect(await channels(NOW)).toEqual([]);
        expect(await store.deliveries.list('T2', NOW)).toHaveLength(1);
      });

      test('are listed whatever their time while it is open what becomes of them, and not purged', async () => {
        const open: Delivery['state'][] = [
          { kind: 'queueing' },
          { kind: 'queued', messageId: 'Q1' },
          { kind: 'withdrawing', messageId: 'Q1' },
        ];
        const settled: Delivery['state'][] = [
          { kind: 'withdrawn' },
          { kind: 'posted' },
          { kind: 'unsure' },
          { kind: 'failed', error: 'is_archived' },
        ];
        for (const [i, state] of [...open, ...settled].entries()) {
          await store.deliveries.record(taken(await claim(slot(`C${i}`, NOW), null)), state, NOW);
        }
        const states = async () => (await store.deliveries.list('T1', NOW + 1)).map(({ state }) => state);
        expect(await states()).toEqual(open);
        expect(await store.deliveries.openTeamIds()).toEqual(['T1']);
        expect(await store.deliveries.purge(NOW + 1)).toBe(settled.length);
        expect(await states()).toEqual(open);
        await store.deliveries.forget('T1');
        expect(await store.deliveries.openTeamIds()).toEqual([]);
      });
    });
  });
}

function taken(delivery: Delivery | null): Delivery {
  if (delivery === null) throw new Error('expected a delivery');
  return delivery;
}

function slot(channelId = 'C1', postAt = NOW + 3600): Slot {
  return { teamId: 'T1', channelId, postAt };
}

function subscription(channelId: string, teamId = 'T1'): Subscription {
  return {
    orderedBy: 'U1',
    teamId,
    channelId,
    time: '09:00',
    zone: 'Europe/London',
    days: ['mon', 'fri'],
    count: 3,
    status: { kind: 'active' },
    turn: { from: '2024-04-02', after: null },
  };
}

function installation(tenant: Tenant, token: string): Installation {
  return {
    tenant,
    enterpriseId: null,
    appId: 'A1',
    installedBy: 'U1',
    bot: {
      id: 'B1',
      userId: 'U-bot',
      token,
      scopes: ['commands', 'chat:write'],
      rotation: { refreshToken: 'xoxe-refresh', expiresAt: NOW + 43_200 },
    },
  };
}
