import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadFacts } from '../../src/facts/load.ts';
import { danaWithBot, eventually, type LocalSlack, newsroom, policy } from '../playground/local-slack.ts';
import { readMetric } from '../slack/our-bot.ts';
import { DAY, digestsIn, HOUR, heldTimes, MINUTE, postTimes, setStage, TEAM } from './stage.ts';

const NOON = '2024-04-01T12:00:00Z';

/** What the digests of a channel say, each without its quote of the day. */
const wordsIn = (slack: LocalSlack, channelId: string): readonly string[] =>
  digestsIn(slack, channelId).map(({ text }) => text.split('Quote of the day:')[0] ?? '');

/** The texts of all statements. */
async function textsOf(folder = 'facts'): Promise<readonly string[]> {
  const loaded = await loadFacts(folder, 'dist/facts.bin');
  if (!loaded.ok) throw new Error('the facts do not load');
  return loaded.corpus.statements.map(({ text }) => text);
}

describe('digests', () => {
  it('are held at Slack for the coming two days, and posted by it', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom);
    expect(heldTimes(stage.slack)).toEqual(['2024-04-02T08:00:00Z', '2024-04-03T08:00:00Z']);
    await stage.pass(3 * DAY, HOUR);
    expect(postTimes(stage.slack, newsroom)).toEqual([
      '2024-04-02T08:00:00Z',
      '2024-04-03T08:00:00Z',
      '2024-04-04T08:00:00Z',
    ]);
    const [digest] = digestsIn(stage.slack, newsroom);
    expect(digest?.text).toMatch(/^Facts of the day, Tuesday 2 April 2024/);
    expect(digest?.blocks?.length).toBeGreaterThan(3);
    const metrics = await stage.ours.metrics();
    expect(readMetric(metrics, 'rafah_digests_total{outcome="queued"}')).toBe(5);
    expect(readMetric(metrics, 'rafah_digests_total{outcome="posted"}')).toBe(3);
    expect(readMetric(metrics, 'rafah_digests_waiting')).toBe(0);
  });

  it('are queued as soon as somebody orders them, and taken back as soon as somebody ends them', async () => {
    const stage = await setStage(NOON);
    await stage.slack.do('message', { channelId: newsroom, text: '/rafah digest on 9am Europe/London every day' });
    await eventually(() => expect(heldTimes(stage.slack)).toEqual(['2024-04-02T08:00:00Z', '2024-04-03T08:00:00Z']));
    await stage.slack.do('message', { channelId: newsroom, text: '/rafah digest off' });
    await eventually(() => expect(heldTimes(stage.slack)).toEqual([]));
  });

  it('have the words of edited facts, and those that an edit does not concern are left as they were', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rafah-delivery-facts-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync('tests/facts/fixtures/bridge', folder, { recursive: true });
    const stage = await setStage('2024-05-03T12:00:00Z', { env: { FACTS_DIR: folder } });
    await stage.order(newsroom, { count: 1 });
    const held = () => [...stage.slack.workspace.scheduled.values()].sort((a, b) => a.postAt - b.postAt);
    const [first, second] = held();
    const [text = ''] = (await textsOf(folder)).filter((each) =>
      first?.text.split('Quote of the day:')[0]?.includes(each),
    );
    expect(text).not.toBe('');
    const file = join(folder, '2024-05-02-harbour-bridge.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(text, `${text.slice(0, -1)} now.`));
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    await stage.ours.reload();
    await eventually(() => expect(held()[0]?.text).toContain(`${text.slice(0, -1)} now.`));
    await stage.ours.settle();
    expect(held().map(({ postAt }) => postAt)).toEqual([first?.postAt, second?.postAt]);
    expect(held()[1]?.id).toBe(second?.id);
  });

  it('never carry metadata, and are not unfurled', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom);
    const [call] = stage.calls('chat.scheduleMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', channel: newsroom });
    expect(call?.args).not.toHaveProperty('metadata');
  });

  it('show every statement once before any comes again', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom, { count: 5 });
    await stage.pass(10 * DAY);
    const shown = wordsIn(stage.slack, newsroom);
    expect(shown).toHaveLength(10);
    for (const text of await textsOf()) expect(shown.filter((words) => words.includes(text))).toHaveLength(1);
  });

  it('move at once where the time changes, and none is posted at the old one', async () => {
    const stage = await setStage(NOON);
    const ordered = await stage.order(newsroom);
    await stage.order(newsroom, { ...ordered, time: '10:30' });
    expect(heldTimes(stage.slack)).toEqual(['2024-04-02T09:30:00Z', '2024-04-03T09:30:00Z']);
    await stage.pass(DAY);
    expect(postTimes(stage.slack, newsroom)).toEqual(['2024-04-02T09:30:00Z']);
  });

  it('end with the order, paused or deleted', async () => {
    const stage = await setStage(NOON);
    const ordered = await stage.order(newsroom);
    await stage.order(newsroom, { ...ordered, status: { kind: 'paused' } });
    expect(heldTimes(stage.slack)).toEqual([]);
    await stage.order(newsroom, ordered);
    expect(heldTimes(stage.slack)).toHaveLength(2);
    await stage.store.subscriptions.delete(TEAM, newsroom);
    await stage.pass(2 * MINUTE, MINUTE);
    expect(heldTimes(stage.slack)).toEqual([]);
    await stage.pass(3 * DAY);
    expect(postTimes(stage.slack, newsroom)).toEqual([]);
  });

  it('are posted while the bot is down, and go on when it is back', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom);
    await stage.ours.stop();
    stage.slack.clock.advance(30 * HOUR * 1000);
    await stage.restart();
    await stage.pass(2 * DAY);
    expect(postTimes(stage.slack, newsroom)).toEqual([
      '2024-04-02T08:00:00Z',
      '2024-04-03T08:00:00Z',
      '2024-04-04T08:00:00Z',
    ]);
  });

  it('that fell into a long absence are left out, and no statement with them', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom, { count: 5 });
    await stage.ours.stop();
    stage.slack.clock.advance(20 * DAY * 1000);
    await stage.restart();
    await stage.pass(8 * DAY);
    expect(postTimes(stage.slack, newsroom).map((time) => time.slice(5, 10))).toEqual([
      '04-02',
      '04-03',
      '04-22',
      '04-23',
      '04-24',
      '04-25',
      '04-26',
      '04-27',
      '04-28',
      '04-29',
    ]);
    const shown = wordsIn(stage.slack, newsroom).join();
    expect((await textsOf()).filter((text) => !shown.includes(text))).toEqual([]);
  });

  it('that somebody deleted at Slack are queued again within the hour', async () => {
    const stage = await setStage(NOON);
    await stage.order(newsroom);
    const [id = ''] = stage.slack.workspace.scheduled.keys();
    await stage.slack.client.chat.deleteScheduledMessage({ channel: newsroom, scheduled_message_id: id });
    expect(heldTimes(stage.slack)).toHaveLength(1);
    await stage.pass(HOUR);
    expect(heldTimes(stage.slack)).toHaveLength(2);
  });
});

describe('a channel that takes no digests', () => {
  it('is tried, paused and told of, once, to the person who ordered; and goes on once the bot is in it', async () => {
    const stage = await setStage(NOON);
    await stage.order(policy);
    expect((await stage.store.subscriptions.find(TEAM, policy))?.status).toEqual({
      kind: 'failing',
      error: 'not_in_channel',
    });
    const told = () => stage.slack.workspace.messagesIn(danaWithBot);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain('<#C0POLICY>');
    expect(told()[0]?.text).toMatch(/\/invite @\S*Rafah Facts/);
    await stage.pass(2 * DAY);
    expect(told()).toHaveLength(1);
    await stage.slack.do('invite', { channelId: policy });
    await stage.pass(2 * DAY, HOUR);
    expect((await stage.store.subscriptions.find(TEAM, policy))?.status).toEqual({ kind: 'active' });
    expect(postTimes(stage.slack, policy).length).toBeGreaterThan(0);
  });
});
