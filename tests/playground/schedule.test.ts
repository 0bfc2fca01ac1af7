import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/playground/clock.ts';
import { archive, desk, type LocalSlack, newsroom, policy, refusalOf, startSlack } from './local-slack.ts';

const start = Date.UTC(2024, 3, 1, 9) / 1000;

/** A workspace whose clock stands still at 9:00 UTC on 1 April 2024. */
const frozen = () => startSlack({ clock: new Clock({ startAt: start * 1000, frozen: true }) });

function schedule(slack: LocalSlack, post_at: number, extra: object = {}) {
  return slack.client.chat.scheduleMessage({ channel: newsroom, text: `at ${post_at}`, post_at, ...extra });
}

describe('chat.scheduleMessage', () => {
  it('posts when the clock reaches the time, and not a second before', async () => {
    const slack = await frozen();
    const { scheduled_message_id } = await schedule(slack, start + 600, { blocks: [{ type: 'divider' }] });
    expect((await slack.state()).scheduled).toMatchObject([{ id: scheduled_message_id, postAt: start + 600 }]);
    slack.clock.advance(599_000);
    expect(await slack.messages(newsroom)).toEqual([]);
    slack.clock.advance(1000);
    expect(await slack.messages(newsroom)).toMatchObject([
      { text: `at ${start + 600}`, ts: `${start + 600}.000000`, origin: 'scheduled', blocks: [{ type: 'divider' }] },
    ]);
    expect((await slack.state()).scheduled).toEqual([]);
  });

  it('posts what falls into one leap in its order, each at its time', async () => {
    const slack = await frozen();
    await schedule(slack, start + 7200);
    await schedule(slack, start + 3600);
    slack.clock.advance(24 * 3600 * 1000);
    expect((await slack.messages(newsroom)).map(({ ts }) => ts)).toEqual([
      `${start + 3600}.000000`,
      `${start + 7200}.000000`,
    ]);
  });

  it.each([
    ['now', 0, 'time_in_past'],
    ['a second ago', -1, 'time_in_past'],
    ['in 120 days and a second', 120 * 86_400 + 1, 'time_too_far'],
  ])('refuses %s', async (_when, ahead, error) => {
    const slack = await frozen();
    expect(await refusalOf(schedule(slack, start + ahead))).toMatchObject({ error });
  });

  it('takes a second from now and 120 days', async () => {
    const slack = await frozen();
    expect(await schedule(slack, start + 1)).toMatchObject({ ok: true });
    expect(await schedule(slack, start + 120 * 86_400)).toMatchObject({ ok: true });
  });

  it('refuses a time that is none', async () => {
    const slack = await frozen();
    const call = slack.client.apiCall('chat.scheduleMessage', { channel: newsroom, text: 'a', post_at: 'soon' });
    expect(await refusalOf(call)).toMatchObject({ error: 'invalid_time' });
  });

  it('takes thirty in five minutes of one channel', async () => {
    const slack = await frozen();
    for (let number = 0; number < 30; number += 1) await schedule(slack, start + 600 + number);
    expect(await refusalOf(schedule(slack, start + 899))).toMatchObject({ error: 'restricted_too_many' });
    expect(await schedule(slack, start + 900)).toMatchObject({ ok: true });
    expect(await schedule(slack, start + 600, { channel: desk })).toMatchObject({ ok: true });
  });

  it.each([
    [policy, 'not_in_channel'],
    [archive, 'is_archived'],
  ])('to %s is refused with %s', async (channel, error) => {
    const slack = await frozen();
    expect(await refusalOf(schedule(slack, start + 600, { channel }))).toMatchObject({ error });
  });

  it('with metadata is accepted and never posts, which is Slack’s own fault', async () => {
    const slack = await frozen();
    await schedule(slack, start + 600, { metadata: { event_type: 'digest', event_payload: {} } });
    slack.clock.advance(3_600_000);
    expect(await slack.messages(newsroom)).toEqual([]);
    expect((await slack.state()).scheduled).toEqual([]);
  });

  it('does not post where the bot was removed since', async () => {
    const slack = await frozen();
    await schedule(slack, start + 600);
    await slack.do('remove', { channelId: newsroom });
    slack.clock.advance(3_600_000);
    expect((await slack.messages(newsroom)).filter(({ origin }) => origin === 'scheduled')).toEqual([]);
  });
});

describe('chat.deleteScheduledMessage', () => {
  it('takes a message back, and refuses from a minute before its time on', async () => {
    const slack = await frozen();
    const take = async (id: string | undefined) =>
      slack.client.chat.deleteScheduledMessage({ channel: newsroom, scheduled_message_id: id ?? '' });
    const first = await schedule(slack, start + 300);
    expect(await take(first.scheduled_message_id)).toMatchObject({ ok: true });
    const second = await schedule(slack, start + 59);
    expect(await refusalOf(take(second.scheduled_message_id))).toMatchObject({ error: 'invalid_scheduled_message_id' });
    slack.clock.advance(3_600_000);
    expect(await slack.messages(newsroom)).toHaveLength(1);
    expect(await refusalOf(take(second.scheduled_message_id))).toMatchObject({ error: 'invalid_scheduled_message_id' });
  });

  it('says in the last five minutes that it took the message back, and posts it all the same, as Slack does', async () => {
    const slack = await frozen();
    const { scheduled_message_id = '' } = await schedule(slack, start + 299);
    expect(await slack.client.chat.deleteScheduledMessage({ channel: newsroom, scheduled_message_id })).toMatchObject({
      ok: true,
    });
    expect((await slack.client.chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
    slack.clock.advance(300_000);
    expect(await slack.messages(newsroom)).toMatchObject([{ text: `at ${start + 299}` }]);
  });

  it('wants the channel of the message', async () => {
    const slack = await frozen();
    const { scheduled_message_id = '' } = await schedule(slack, start + 600);
    const call = slack.client.chat.deleteScheduledMessage({ channel: desk, scheduled_message_id });
    expect(await refusalOf(call)).toMatchObject({ error: 'invalid_scheduled_message_id' });
  });
});

describe('chat.scheduledMessages.list', () => {
  it('lists by time, page by page, without skipping when one is posted meanwhile', async () => {
    const slack = await frozen();
    for (const minutes of [50, 10, 40, 20, 30]) await schedule(slack, start + minutes * 60);
    const seen: number[] = [];
    for await (const page of slack.client.paginate('chat.scheduledMessages.list', { limit: 2 })) {
      for (const { post_at } of (page as unknown as { scheduled_messages: { post_at: number }[] }).scheduled_messages)
        seen.push((post_at - start) / 60);
      if (seen.length === 2) slack.clock.advance(15 * 60_000);
    }
    expect(seen).toEqual([10, 20, 30, 40, 50]);
  });

  it('filters by channel and time', async () => {
    const slack = await frozen();
    await schedule(slack, start + 600);
    await schedule(slack, start + 1200);
    await schedule(slack, start + 1200, { channel: desk });
    const list = async (args: object) =>
      (await slack.client.chat.scheduledMessages.list(args)).scheduled_messages?.map((it) => [
        it.channel_id,
        it.post_at,
      ]);
    expect(await list({ channel: desk })).toEqual([[desk, start + 1200]]);
    expect(await list({ channel: newsroom, latest: String(start + 600) })).toEqual([[newsroom, start + 600]]);
    expect(await list({ channel: newsroom, oldest: String(start + 601) })).toEqual([[newsroom, start + 1200]]);
    expect(await refusalOf(slack.client.chat.scheduledMessages.list({ cursor: 'nonsense' }))).toMatchObject({
      error: 'invalid_cursor',
    });
  });
});
