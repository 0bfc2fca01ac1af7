/**
 * Two bots on one PostgreSQL, of which one is killed in the middle of its work: each slot is posted exactly once.
 * `SUBSCRIPTIONS=500 npx vitest run tests/delivery/instances.test.ts` takes some minutes.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { weekdays } from '../../src/core/digest/days.ts';
import { Clock } from '../../src/playground/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { startSlack } from '../playground/local-slack.ts';
import { type Cluster, findPostgres, startCluster } from '../store/postgres.ts';
import { type BotProcess, buildBot, startProcess } from './bot-process.ts';
import { addChannel, DAY, digestsIn, HOUR, MINUTE, subscriptionOf } from './stage.ts';

const SUBSCRIPTIONS = Number(process.env['SUBSCRIPTIONS'] ?? 60);
const START = Date.parse('2024-04-02T00:00:00Z');
const FACTS_DIR = 'tests/facts/fixtures/bridge';
/** Slack's limit of 50 calls a minute holds for both together. */
const MINUTES_FOR_ALL = Math.ceil(SUBSCRIPTIONS / 10) + 10;

const binaries = findPostgres();

describe.skipIf(binaries === null)('two bots on one PostgreSQL', () => {
  let cluster: Cluster;
  let file: string;
  beforeAll(async () => {
    cluster = await startCluster(binaries ?? '');
    file = await buildBot();
  }, 60_000);
  afterAll(() => cluster.stop());

  it(
    `post ${SUBSCRIPTIONS} channels’ digests once each, although one is killed midway`,
    async () => {
      const clock = new Clock({ startAt: START, frozen: true });
      const slack = await startSlack({ manifest: 'manifest.yml', clock, rateLimits: true });
      const databaseUrl = cluster.url('postgres');
      const store = await openStore({ databaseUrl, dataDir: '', now: clock.seconds() });
      onTestFinished(() => store.close());
      const channels = Array.from({ length: SUBSCRIPTIONS }, (_, i) => `C${i}`);
      for (const [i, id] of channels.entries()) {
        addChannel(slack, id);
        const minutes = (i * 37) % (24 * 60);
        const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
        const order = { time, zone: 'UTC', days: [...weekdays], turn: { from: '2024-04-02', after: null } };
        await store.subscriptions.save(subscriptionOf(id, order), clock.seconds());
      }
      const running: BotProcess[] = [];
      for (let i = 0; i < 2; i += 1) {
        running.push(await startProcess(file, slack, { DATABASE_URL: databaseUrl, FACTS_DIR }));
      }
      const [killed, left] = running as [BotProcess, BotProcess];
      const move = async (seconds: number): Promise<void> => {
        clock.advance(seconds * 1000);
        for (const each of running) each.tell(clock.now());
        await Promise.all(running.map((each) => each.settle()));
      };
      while (slack.workspace.scheduled.size < SUBSCRIPTIONS) await move(20);
      for (const each of running) expect(await each.metrics()).toMatch(/rafah_digests_total\{outcome="queued"\} [1-9]/);
      const killing = new Promise<void>((resolve) => {
        const end = slack.workspace.subscribe(() => {
          if (slack.workspace.scheduled.size < SUBSCRIPTIONS + 20) return;
          end();
          killed.kill().then(resolve);
        });
      });
      running.splice(0, 1);
      clock.advance(MINUTE * 1000);
      for (const each of [killed, left]) each.tell(clock.now());
      await Promise.all([killing, left.settle()]);
      for (let i = 0; i < MINUTES_FOR_ALL; i += 1) await move(MINUTE);
      for (let passed = 0; passed < 2 * DAY; passed += 4 * HOUR) {
        await move(4 * HOUR);
        for (let i = 0; i < Math.ceil(SUBSCRIPTIONS / 150); i += 1) await move(MINUTE);
      }

      const midnight = START / 1000 + DAY;
      const problems = channels.flatMap((id) => {
        const posted = digestsIn(slack, id).map(({ ts }) => Number(ts));
        const tomorrow = posted.filter((at) => at >= midnight && at < midnight + DAY).length;
        const twice = new Set(posted).size < posted.length;
        return tomorrow === 1 && !twice
          ? []
          : [`${id}: ${posted.map((at) => new Date(at * 1000).toISOString()).join(', ')}`];
      });
      expect(problems).toEqual([]);
    },
    60_000 + SUBSCRIPTIONS * 1000,
  );
});
