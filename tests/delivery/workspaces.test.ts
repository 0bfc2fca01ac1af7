/** One bot that many workspaces installed. Each is a playground of its own; a door leads each token to its workspace. */
import { createServer, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Clock } from '../../src/playground/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { createVault } from '../../src/store/vault.ts';
import { eventually, type LocalSlack, newsroom, startSlack } from '../playground/local-slack.ts';
import { startBotWith } from '../slack/our-bot.ts';
import { DAY, heldTimes, MINUTE, postTimes, subscriptionOf } from './stage.ts';

const KEY = Buffer.alloc(32, 7);
const START = Date.parse('2024-04-01T12:00:00Z');

async function openDoor(workspaces: readonly LocalSlack[]): Promise<string> {
  const door = createServer((incoming, outgoing) => {
    const token = incoming.headers.authorization?.replace('Bearer ', '');
    const { url = '' } = workspaces.find(({ botToken }) => botToken === token) ?? workspaces[0] ?? {};
    const { method, headers } = incoming;
    const inner = open(`${url}${incoming.url}`, { method: method ?? 'POST', headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    inner.on('error', () => outgoing.destroy());
    incoming.pipe(inner);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    door.closeAllConnections();
    await new Promise((resolve) => door.close(resolve));
  });
  return `http://127.0.0.1:${(door.address() as AddressInfo).port}/api/`;
}

async function start(count: number) {
  const clock = new Clock({ startAt: START, frozen: true });
  const workspaces: LocalSlack[] = [];
  for (let i = 0; i < count; i += 1) {
    workspaces.push(await startSlack({ manifest: 'manifest.yml', clock, rateLimits: true }));
  }
  const ours = await startBotWith(
    {
      SLACK_CLIENT_ID: '123.456',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_STATE_SECRET: 'a-random-text-of-mine',
      TOKEN_ENCRYPTION_KEY: KEY.toString('base64'),
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_API_URL: await openDoor(workspaces),
    },
    undefined,
    () => clock.now(),
  );
  await ours.settle();
  const store = await openStore({ dataDir: ours.dataDir, now: clock.seconds() });
  onTestFinished(() => store.close());
  const installations = store.installations(createVault([KEY]));
  for (const [i, { botToken }] of workspaces.entries()) {
    const teamId = `T${i}`;
    const bot = { id: 'B1', userId: 'U0PLAYBOT', token: botToken, scopes: ['chat:write'], rotation: null };
    await installations.save(
      { tenant: { kind: 'workspace', teamId }, enterpriseId: null, appId: null, installedBy: 'U0DANA', bot },
      clock.seconds(),
    );
    await store.subscriptions.save(subscriptionOf(newsroom, { teamId }), clock.seconds());
  }
  return {
    clock,
    workspaces,
    ours,
    store,
    installations,
    async pass(seconds: number, step: number) {
      for (let passed = 0; passed < seconds; passed += step) {
        clock.advance(step * 1000);
        await ours.settle();
      }
    },
  };
}

describe('many workspaces', () => {
  it('have their digests posted each with its own token', async () => {
    const { workspaces, pass } = await start(3);
    await pass(2 * DAY, DAY / 4);
    for (const slack of workspaces) {
      expect(postTimes(slack, newsroom)).toEqual(['2024-04-02T08:00:00Z', '2024-04-03T08:00:00Z']);
    }
  });

  it('do not wait for one that is rate limited, slow, or without answers', async () => {
    const { workspaces, pass } = await start(4);
    const [limited, slow, silent, well] = workspaces;
    limited?.faults.set({ method: 'chat.scheduleMessage', fault: { kind: 'ratelimited', retryAfterSeconds: 3600 } });
    slow?.faults.set({ method: 'chat.scheduleMessage', fault: { kind: 'late', delayMs: 200 }, times: 100 });
    silent?.faults.set({ method: '*', fault: { kind: 'cut_before' }, times: 1000 });
    await pass(MINUTE, 20);
    const held = (slack: LocalSlack | undefined) => slack && heldTimes(slack).length;
    expect([held(limited), held(slow), held(silent), held(well)]).toEqual([0, 2, 0, 2]);
    silent?.faults.clear();
    await pass(2 * 3600, 300);
    expect([held(limited), held(silent)]).toEqual([2, 2]);
  });

  it('are dropped where the app was removed without the bot hearing of it, and only there', async () => {
    const { workspaces, store, installations, ours, pass } = await start(2);
    await pass(MINUTE, 20);
    workspaces[0]?.tokens.uninstall();
    await pass(DAY, DAY / 4);
    expect(await store.subscriptions.revisions()).toMatchObject([{ teamId: 'T1' }]);
    expect(await store.deliveries.list('T0', 0)).toEqual([]);
    expect(await installations.find({ kind: 'workspace', teamId: 'T0' })).toBeNull();
    expect(ours.logged.filter(({ teamId }) => teamId === 'T0')).toHaveLength(1);
    expect(workspaces[1] && postTimes(workspaces[1], newsroom)).toHaveLength(1);
  });

  it('stay where the app was installed anew while Slack refused the old token', async () => {
    const { clock, workspaces, store, installations, ours, pass } = await start(1);
    const [slack] = workspaces;
    const found = await installations.find({ kind: 'workspace', teamId: 'T0' });
    if (slack === undefined || found === null) throw new Error('nothing was installed');
    slack.tokens.issue('xoxb-old', 'bot', ['chat:write']);
    slack.tokens.revoke('xoxb-old');
    await installations.save({ ...found, bot: { ...found.bot, token: 'xoxb-old' } }, clock.seconds());
    slack.faults.set({ method: 'chat.scheduledMessages.list', fault: { kind: 'late', delayMs: 250 } });
    const asked = () => slack.api.calls.filter(({ method }) => method === 'chat.scheduledMessages.list');
    clock.advance(MINUTE * 1000);
    await eventually(() => expect(asked()).toMatchObject([{ answer: { error: 'token_revoked' } }]));
    await installations.save(found, clock.seconds());
    await ours.settle();
    await pass(DAY, DAY / 4);
    expect(await store.subscriptions.revisions()).toMatchObject([{ teamId: 'T0' }]);
    expect(postTimes(slack, newsroom)).toEqual(['2024-04-02T08:00:00Z']);
  });

  it('without a token of their own say so in the status, and go on once there is one', async () => {
    const { clock, workspaces, store, installations, pass } = await start(1);
    const tenant = { kind: 'workspace', teamId: 'T0' } as const;
    const found = await installations.find(tenant);
    if (found === null) throw new Error('nothing was installed');
    await installations.delete(tenant, clock.seconds());
    await pass(MINUTE, 20);
    const statusOf = async () => (await store.subscriptions.find('T0', newsroom))?.status;
    expect(await statusOf()).toEqual({ kind: 'failing', error: 'team_access_not_granted' });
    await installations.save(found, clock.seconds());
    await pass(20 * MINUTE, 5 * MINUTE);
    expect(await statusOf()).toEqual({ kind: 'active' });
    expect(workspaces.map((slack) => heldTimes(slack).length)).toEqual([2]);
  });
});
