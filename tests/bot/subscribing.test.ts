import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Place } from '../../src/bot/place.ts';
import { type Channels, createSubscribing, type Permission } from '../../src/bot/subscribing.ts';
import type { Order } from '../../src/core/digest/orders.ts';
import { createEngine } from '../../src/core/engine.ts';
import { openStore } from '../../src/store/open.ts';
import { ferryCorpus } from '../core/fixture.ts';

const NOW = Date.parse('2024-04-02T12:00:00Z');
const corpus = ferryCorpus();
const library = { corpus, engine: createEngine(corpus) };

const place = (channelId: string, userId = 'U1'): Place => ({
  surface: 'command',
  teamId: 'T1',
  channelId,
  userId,
  threadTs: null,
  messageTs: null,
});

const order: Order = {
  teamId: 'T1',
  channelId: 'C1',
  time: '09:00',
  zone: 'Europe/London',
  days: ['mon', 'wed'],
  count: 3,
  orderedBy: 'U1',
};

const answering = (permission: Permission): Channels => ({ takePosts: async () => permission });
const granted = answering({ kind: 'granted' });

async function open() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rafah-subscribing-'));
  const store = await openStore({ dataDir, now: NOW / 1000 });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });
  const woken: string[] = [];
  const { subscriptions } = store;
  const subscribing = createSubscribing({
    subscriptions,
    library: () => library,
    wake: (teamId) => woken.push(teamId),
    now: () => NOW,
  });
  return { store, subscriptions, subscribing, woken };
}

describe('subscribing', () => {
  it('wakes the workspace after each change, and only then', async () => {
    const { subscribing, woken } = await open();
    await subscribing.change('pause', 'T1', 'C1', granted);
    await subscribing.change('off', 'T1', 'C1', granted);
    await subscribing.order(order, answering({ kind: 'refused', error: 'is_archived' }));
    await subscribing.answer(['status'], place('C1'), granted);
    expect(woken).toEqual([]);
    await subscribing.order(order, granted);
    await subscribing.change('pause', 'T1', 'C1', granted);
    await subscribing.change('resume', 'T1', 'C1', granted);
    await subscribing.change('off', 'T1', 'C1', granted);
    expect(woken).toEqual(['T1', 'T1', 'T1', 'T1']);
  });

  it('changes nothing where Slack refuses: neither a new order nor one that is paused', async () => {
    const { subscribing, subscriptions } = await open();
    const refused = answering({ kind: 'refused', error: 'not_in_channel' });
    expect(await subscribing.order(order, refused)).toEqual({
      kind: 'refused',
      channelId: 'C1',
      hasDigest: false,
      error: 'not_in_channel',
    });
    expect(await subscriptions.find('T1', 'C1')).toBeNull();
    await subscribing.order(order, granted);
    await subscribing.change('pause', 'T1', 'C1', granted);
    const paused = await subscriptions.find('T1', 'C1');
    expect(await subscribing.change('resume', 'T1', 'C1', refused)).toMatchObject({ kind: 'refused', hasDigest: true });
    expect(await subscriptions.find('T1', 'C1')).toEqual(paused);
  });

  it('makes changes of several people at once one after the other, each upon the last', async () => {
    const { subscribing, subscriptions } = await open();
    await subscribing.order(order, granted);
    const orders = ['U2', 'U3', 'U4'].map((orderedBy, i) => ({ ...order, orderedBy, time: `1${i}:00` }));
    await Promise.all([
      ...orders.map((each) => subscribing.order(each, granted)),
      subscribing.change('pause', 'T1', 'C1', granted),
    ]);
    const kept = await subscriptions.find('T1', 'C1');
    expect(orders.map(({ orderedBy, time }) => `${orderedBy} ${time}`)).toContain(`${kept?.orderedBy} ${kept?.time}`);
    expect(kept?.turn).toEqual({ from: '2024-04-03', after: null });
  });

  it('tells of a digest that Slack refused, and goes on with it', async () => {
    const { subscribing, subscriptions } = await open();
    await subscribing.order(order, granted);
    const known = await subscriptions.find('T1', 'C1');
    if (known === null) throw new Error('nothing was ordered');
    await subscriptions.save({ ...known, status: { kind: 'failing', error: 'is_archived' } }, NOW / 1000);
    expect(await subscribing.answer(['status'], place('C1'), granted)).toMatchObject({
      notice: { kind: 'status', subscription: { status: { kind: 'failing', error: 'is_archived' } }, next: [] },
    });
    expect(await subscribing.change('resume', 'T1', 'C1', granted)).toMatchObject({
      kind: 'scheduled',
      change: 'resumed',
      next: [{ at: Date.parse('2024-04-03T08:00:00Z') / 1000, zone: 'Europe/London' }, {}, {}],
    });
  });

  it('lists a workspace’s digests by what comes next, those that don’t post last, and none of another workspace', async () => {
    const { subscribing } = await open();
    await subscribing.order({ ...order, channelId: 'C3', time: '08:00' }, granted);
    await subscribing.order({ ...order, channelId: 'C2' }, granted);
    await subscribing.order({ ...order, channelId: 'C1' }, granted);
    await subscribing.change('pause', 'T1', 'C1', granted);
    await subscribing.order({ ...order, teamId: 'T2', channelId: 'C9' }, granted);
    await subscribing.order({ ...order, channelId: 'D1', orderedBy: 'U2' }, granted);
    const channels = async (userId: string | null) =>
      (await subscribing.list('T1', userId)).map(({ subscription }) => subscription.channelId);
    expect(await channels('U1')).toEqual(['C3', 'C2', 'C1']);
    expect(await channels('U2')).toContain('D1');
    expect(await channels(null)).toEqual(['C3', 'C2', 'C1']);
  });

  it('previews what an order would begin with, and orders nothing by that', async () => {
    const { subscribing, subscriptions, woken } = await open();
    const preview = await subscribing.answer(['preview'], place('C1'), granted);
    expect(preview).toMatchObject({ kind: 'preview', channelId: 'C1', at: null, digest: { day: '2024-04-03' } });
    expect(await subscriptions.find('T1', 'C1')).toBeNull();
    expect(woken).toEqual([]);
  });

  it('fails where the store does', async () => {
    const { store, subscribing } = await open();
    await store.close();
    await expect(subscribing.answer(['status'], place('C1'), granted)).rejects.toThrow();
  });
});
