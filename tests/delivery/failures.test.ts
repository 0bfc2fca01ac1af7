import { describe, expect, it } from 'vitest';
import { turnOn } from '../../src/core/digest/compose.ts';
import { loadFacts } from '../../src/facts/load.ts';
import { bot, danaWithBot, newsroom, policy, sam } from '../playground/local-slack.ts';
import { readMetric } from '../slack/our-bot.ts';
import { DAY, HOUR, heldTimes, MINUTE, postTimes, type Stage, setStage, TEAM } from './stage.ts';

const NOON = '2024-04-01T12:00:00Z';
const TOMORROW = ['2024-04-02T08:00:00Z', '2024-04-03T08:00:00Z'];

const statusIn = async ({ store }: Stage, channelId: string) =>
  (await store.subscriptions.find(TEAM, channelId))?.status;

const problemsIn = ({ ours }: Stage) => ours.logged.filter(({ level }) => level === 'error' || level === 'warn');

describe('a call without an answer', () => {
  it.each([
    ['was done, and the connection cut', { kind: 'cut_after' }],
    ['was not done, and the connection cut', { kind: 'cut_before' }],
    ['was done, and answered too late', { kind: 'late', delayMs: 1000 }],
    ['was answered with a server error', { kind: 'http', status: 503 }],
    ['may have been done, as Slack says itself', { kind: 'error', error: 'internal_error' }],
  ] as const)('that %s is not repeated before it is known what came of it', async (_what, fault) => {
    const stage = await setStage(NOON);
    stage.fail('chat.scheduleMessage', fault, 2);
    await stage.order(newsroom);
    expect(stage.calls('chat.scheduleMessage')).toHaveLength(2);
    await stage.pass(MINUTE, 20);
    expect(stage.calls('chat.scheduleMessage')).toHaveLength(2);
    await stage.pass(5 * MINUTE, MINUTE);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
    await stage.pass(2 * DAY);
    expect(postTimes(stage.slack, newsroom)).toEqual(TOMORROW);
  });

  it.each([
    ['done', { kind: 'cut_after' }],
    ['not done', { kind: 'cut_before' }],
  ] as const)('to take a digest back is made up for, whether it was %s', async (_what, fault) => {
    const stage = await setStage(NOON);
    const ordered = await stage.order(newsroom);
    stage.fail('chat.deleteScheduledMessage', fault, 2);
    await stage.order(newsroom, { ...ordered, time: '10:00' });
    await stage.pass(6 * MINUTE, MINUTE);
    expect(heldTimes(stage.slack)).toEqual(['2024-04-02T09:00:00Z', '2024-04-03T09:00:00Z']);
  });

  it('ends the look at the workspace when it is one of several, and is told once in the log', async () => {
    const stage = await setStage(NOON);
    stage.fail('chat.scheduledMessages.list', { kind: 'http', status: 500 }, 1000);
    await stage.order(newsroom);
    await stage.pass(20 * MINUTE, MINUTE);
    expect(problemsIn(stage)).toEqual([
      expect.objectContaining({ level: 'error', teamId: TEAM, why: 'unknown', error: 'http_500' }),
    ]);
    expect(readMetric(await stage.ours.metrics(), 'rafah_digest_failures_total{class="unknown"}')).toBeGreaterThan(10);
    expect(readMetric(await stage.ours.metrics(), 'rafah_digests_waiting')).toBe(2);
    expect(readMetric(await stage.ours.metrics(), 'rafah_digest_lag_seconds')).toBeGreaterThanOrEqual(19 * MINUTE);
    stage.slack.faults.clear();
    await stage.pass(3 * MINUTE, MINUTE);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
    expect(readMetric(await stage.ours.metrics(), 'rafah_digest_lag_seconds')).toBe(0);
  });
});

describe('too many calls', () => {
  it('are answered with a pause as long as Slack asks for, in which people get their answers all the same', async () => {
    const stage = await setStage(NOON);
    stage.fail('chat.scheduleMessage', { kind: 'ratelimited', retryAfterSeconds: 90 });
    await stage.order(newsroom);
    expect(heldTimes(stage.slack)).toEqual([]);
    const begin = performance.now();
    await stage.slack.do('message', { channelId: policy, text: '/rafah how did the US vote?' });
    expect(performance.now() - begin).toBeLessThan(2000);
    expect(stage.slack.workspace.messagesIn(policy).some(({ text }) => text.includes('abstained'))).toBe(true);
    expect((await fetch(`${stage.ours.url}/readyz`)).status).toBe(200);
    await stage.pass(MINUTE, 10);
    expect(stage.calls('chat.scheduleMessage')).toHaveLength(1);
    await stage.pass(MINUTE, 10);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
    const metrics = await stage.ours.metrics();
    expect(readMetric(metrics, 'rafah_slack_calls_total{method="chat.scheduleMessage",outcome="429"}')).toBe(1);
    expect(problemsIn(stage)).toEqual([]);
  });

  it('are not made: sixty channels are queued within two minutes and without a 429', async () => {
    const stage = await setStage(NOON, { rateLimits: true });
    for (let i = 0; i < 60; i += 1) await stage.prepare(`C${i}`);
    await stage.pass(4 * MINUTE, 5);
    expect(heldTimes(stage.slack)).toHaveLength(120);
    const metrics = await stage.ours.metrics();
    expect(readMetric(metrics, 'rafah_slack_calls_total{method="chat.scheduleMessage",outcome="ok"}')).toBe(120);
    expect(readMetric(metrics, 'rafah_slack_calls_total{method="chat.scheduleMessage",outcome="429"}')).toBe(0);
  });
});

describe('a channel that takes no digests', () => {
  it.each(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])(
    'is paused for %s; who ordered them is told once, and sees it in the status',
    async (error) => {
      const stage = await setStage(NOON);
      stage.fail('chat.scheduleMessage', { kind: 'error', error }, 1000);
      await stage.order(newsroom);
      await stage.pass(DAY, HOUR);
      expect(await statusIn(stage, newsroom)).toEqual({ kind: 'failing', error });
      const told = stage.slack.workspace.messagesIn(danaWithBot);
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain('The digest in <#C0NEWSROOM> could not be posted.');
      // The first one, and then after 1, 2, 4, 8 hours.
      expect(stage.calls('chat.scheduleMessage').length).toBeLessThanOrEqual(6);
      await stage.slack.do('message', { channelId: newsroom, text: '/rafah digest status', userId: sam });
      expect(stage.slack.workspace.messagesIn(newsroom).at(-1)?.text).toContain('It is not posted.');
      stage.slack.faults.clear();
      await stage.pass(DAY, HOUR);
      expect(await statusIn(stage, newsroom)).toEqual({ kind: 'active' });
      expect(stage.slack.workspace.messagesIn(danaWithBot)).toHaveLength(1);
    },
  );

  it('goes on at once when somebody resumes it, with what it would have shown first', async () => {
    const stage = await setStage(NOON);
    const ordered = await stage.order(policy);
    await stage.pass(3 * DAY);
    await stage.slack.do('invite', { channelId: policy });
    await stage.slack.do('message', { channelId: policy, text: '/rafah digest resume' });
    await stage.pass(MINUTE, 10);
    expect(heldTimes(stage.slack)).toHaveLength(2);
    await stage.pass(DAY);
    expect(postTimes(stage.slack, policy)).toEqual(['2024-04-05T08:00:00Z']);
    const loaded = await loadFacts('facts', 'dist/facts.bin');
    const first = loaded.ok && turnOn(loaded.corpus, ordered, '2024-04-02');
    expect((await stage.store.subscriptions.find(TEAM, policy))?.turn).toEqual({ ...first, from: '2024-04-06' });
  });

  it('does not hold up the others', async () => {
    const stage = await setStage(NOON);
    await stage.prepare(policy);
    await stage.prepare(newsroom);
    await stage.pass(MINUTE);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
    expect(await statusIn(stage, policy)).toMatchObject({ kind: 'failing' });
    expect(await statusIn(stage, newsroom)).toEqual({ kind: 'active' });
  });
});

describe('a workspace', () => {
  it('whose app was removed has no digests any more', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom);
    await stage.slack.do('uninstall', {});
    await stage.pass(2 * MINUTE, 10);
    expect(await stage.store.subscriptions.list(TEAM)).toEqual([]);
    expect(await stage.store.deliveries.list(TEAM, 0)).toEqual([]);
  });

  it('whose token Slack refuses keeps its orders, and goes on when it works again', async () => {
    const stage = await setStage(NOON);
    stage.fail('chat.scheduleMessage', { kind: 'error', error: 'token_revoked' }, 1);
    stage.fail('chat.scheduledMessages.list', { kind: 'error', error: 'token_revoked' }, 3);
    await stage.order(newsroom);
    await stage.pass(HOUR, 5 * MINUTE);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
    expect(problemsIn(stage)).toHaveLength(1);
  });
});

describe('a slot', () => {
  it('that Slack says has passed is tried at most once a minute, and not made up for', async () => {
    const stage = await setStage('2024-04-01T07:55:00Z');
    stage.fail('chat.scheduleMessage', { kind: 'error', error: 'time_in_past' }, 1000);
    await stage.order(newsroom, { turn: { from: '2024-04-01', after: null } });
    await stage.pass(15 * MINUTE, 20);
    const tried = stage.calls('chat.scheduleMessage').filter(({ args }) => args['post_at'] === '1711958400');
    expect(tried.length).toBeGreaterThan(1);
    expect(tried.length).toBeLessThanOrEqual(5);
    stage.slack.faults.clear();
    await stage.pass(DAY);
    expect(postTimes(stage.slack, newsroom)).toEqual(['2024-04-02T08:00:00Z']);
    expect(await statusIn(stage, newsroom)).toEqual({ kind: 'active' });
  });

  it('of a call that Slack does not understand is told of in the log, once, and tried hourly', async () => {
    const stage = await setStage(NOON);
    stage.fail('chat.scheduleMessage', { kind: 'error', error: 'invalid_blocks' }, 1000);
    await stage.order(newsroom);
    await stage.pass(50 * MINUTE, 5 * MINUTE);
    expect(stage.calls('chat.scheduleMessage')).toHaveLength(2);
    expect(problemsIn(stage)).toEqual([expect.objectContaining({ level: 'error', error: 'invalid_blocks' })]);
    stage.slack.faults.clear();
    await stage.pass(HOUR, 5 * MINUTE);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
  });

  it('holds nothing but what is wanted: what else Slack holds of the bot’s is taken back', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom);
    await stage.slack.client.chat.scheduleMessage({
      channel: newsroom,
      text: 'left behind',
      post_at: stage.now() + 5 * HOUR,
    });
    await stage.pass(2 * HOUR, HOUR);
    expect(heldTimes(stage.slack)).toEqual(TOMORROW);
    await stage.pass(DAY);
    expect(stage.slack.workspace.messagesIn(newsroom).filter(({ userId }) => userId === bot)).toHaveLength(1);
  });
});

describe('a bot that stops', () => {
  it('waits for a call under way, and records it', async () => {
    const stage = await setStage(NOON);
    stage.fail('chat.scheduleMessage', { kind: 'late', delayMs: 200 });
    await stage.prepare(newsroom);
    stage.slack.clock.advance(MINUTE * 1000);
    while (stage.calls('chat.scheduleMessage').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await stage.ours.stop()).toBe(true);
    const recorded = await stage.store.deliveries.list(TEAM, 0);
    expect(recorded.map(({ state }) => state.kind)).toEqual(['queued']);
  });
});
