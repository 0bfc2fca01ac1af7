import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import {
  board,
  bot,
  dana,
  danaWithBot,
  danaWithSam,
  type LocalSlack,
  newsroom,
  policy,
  sam,
} from '../playground/local-slack.ts';
import { readMetric } from '../slack/our-bot.ts';
import { eventually, hear, heard, heardLast, press, say, startStage, wordsOf } from './stage.ts';

const AS_OF = 'As of 1 April 2024.';

/** The only message of the bot in a conversation. */
async function heardOne(slack: LocalSlack, channelId: string, userId = dana): Promise<Message> {
  await hear(slack, channelId, 1, userId);
  return heardLast(slack, channelId, { userId });
}

describe.each(['socket', 'http'] as const)('the bot over %s', (mode) => {
  it('answers /rafah to the asker only, with a citation and the as-of date, in any channel', async () => {
    const { slack } = await startStage(mode);
    await say(slack, policy, '/rafah how did the US vote?');
    const answer = await heardOne(slack, policy);
    expect(answer.ephemeralTo).toBe(dana);
    expect(wordsOf(answer)).toContain('abstained');
    expect(wordsOf(answer)).toMatch(/1 April 2024, Key Background 1\.2/);
    expect(wordsOf(answer)).toContain(AS_OF);
    expect(answer.text).toContain('abstained');
    expect(answer.text).toContain(AS_OF);
    expect(await heard(slack, policy, sam)).toEqual([]);
  });

  it('answers a mention in its thread, for everyone, and without the button that shares', async () => {
    const { slack } = await startStage(mode);
    const ts = await say(slack, newsroom, '@Rafah Facts how did the US vote?');
    const answer = await heardOne(slack, newsroom, sam);
    expect(answer.threadTs).toBe(ts);
    expect(answer.ephemeralTo).toBeUndefined();
    expect(wordsOf(answer)).toContain('abstained');
    expect(JSON.stringify(answer.blocks)).not.toContain('share_answer');
  });

  it('answers a mention inside a thread in that thread', async () => {
    const { slack } = await startStage(mode);
    const root = await say(slack, newsroom, 'Morning');
    await say(slack, newsroom, 'hm, @Rafah Facts how did the US vote?', dana, root);
    expect((await heardOne(slack, newsroom)).threadTs).toBe(root);
  });

  it('answers a direct message in its thread, and goes on in that thread', async () => {
    const { slack } = await startStage(mode);
    const ts = await say(slack, danaWithBot, 'what did Harris say about attacking Rafah?');
    const first = await heardOne(slack, danaWithBot);
    expect(first.threadTs).toBe(ts);
    await say(slack, danaWithBot, 'and Macron?', dana, ts);
    await eventually(async () => expect(await heard(slack, danaWithBot)).toHaveLength(2));
    expect((await heard(slack, danaWithBot))[1]).toMatchObject({
      threadTs: ts,
      text: expect.stringContaining('war crime'),
    });
  });

  it('understands a follow-up from what was asked before it in the thread, and in no other', async () => {
    const { slack } = await startStage(mode);
    const ts = await say(slack, newsroom, '@Rafah Facts what did Harris say about attacking Rafah?');
    expect((await heardOne(slack, newsroom)).text).toContain('huge mistake');
    await say(slack, newsroom, '@Rafah Facts and Macron?', dana, ts);
    await eventually(async () => expect(await heard(slack, newsroom)).toHaveLength(2));
    expect((await heard(slack, newsroom))[1]?.text).toContain('war crime');
    await say(slack, danaWithBot, 'what did Harris say about attacking Rafah?');
    await heardOne(slack, danaWithBot);
    await say(slack, danaWithBot, 'and Macron?');
    await eventually(async () => expect(await heard(slack, danaWithBot)).toHaveLength(2));
    expect((await heard(slack, danaWithBot))[1]?.text).toContain('war crime');
  });

  it('gives help for an empty mention', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '@Rafah Facts');
    expect(wordsOf(await heardOne(slack, newsroom))).toContain('/rafah people');
  });

  it('gives the same words to a command, a mention and a direct message', async () => {
    const { slack } = await startStage(mode);
    await say(slack, policy, '/rafah who abstained?');
    await say(slack, newsroom, '@Rafah Facts who abstained?');
    await say(slack, danaWithBot, 'who abstained?');
    const [command, mention, direct] = [
      await heardOne(slack, policy),
      await heardOne(slack, newsroom),
      await heardOne(slack, danaWithBot),
    ];
    expect(mention.text).toBe(command.text);
    expect(direct.text).toBe(command.text);
  });

  it('answers an event that Slack repeats once', async () => {
    const { slack, ours } = await startStage(mode);
    await say(slack, newsroom, '@Rafah Facts people');
    await heardOne(slack, newsroom);
    const sent = slack.events.sent.find(({ payload }) => JSON.stringify(payload).includes('app_mention'));
    expect(slack.events.redeliver(sent?.eventId ?? '')).toBe(true);
    await eventually(async () =>
      expect(readMetric(await ours.metrics(), 'rafah_ignored_total{reason="repeated"}')).toBe(1),
    );
    expect(await heard(slack, newsroom)).toHaveLength(1);
  });

  it('does not answer itself, other bots, or people who talk among themselves', async () => {
    const { slack, ours } = await startStage(mode);
    const ts = await say(slack, newsroom, 'hello');
    await slack.do('edit', { channelId: newsroom, ts, text: 'hello all' });
    await slack.do('delete', { channelId: newsroom, ts });
    await say(slack, danaWithSam, 'people');
    await say(slack, newsroom, 'people');
    await slack.client.chat.postMessage({ channel: newsroom, text: `<@${bot}> people` });
    // All of these have arrived once the last one, which is answered, is.
    await say(slack, danaWithBot, 'help');
    await eventually(async () => expect(await heard(slack, danaWithBot)).toHaveLength(1));
    expect((await heard(slack, newsroom)).map(({ text }) => text)).toEqual([`<@${bot}> people`]);
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
  });

  it('shares an answer in a channel that it is no member of: once, with the sharer named', async () => {
    const { slack } = await startStage(mode);
    await say(slack, board, '/rafah how did the US vote?');
    const answer = await heardOne(slack, board);
    expect(await press(slack, answer, 'share_answer')).toMatchObject({ ok: true });
    await eventually(async () => expect(await heard(slack, board, 'U0YUKI')).toHaveLength(1));
    const [shared] = await heard(slack, board, 'U0YUKI');
    if (shared === undefined) throw new Error('nothing was shared');
    expect(shared.ephemeralTo).toBeUndefined();
    expect(shared.text).toContain(`<@${dana}>`);
    expect(wordsOf(shared)).toContain('abstained');
    expect(wordsOf(shared)).toContain(AS_OF);
    expect(JSON.stringify(shared.blocks)).not.toContain('share_answer');
    await eventually(async () => {
      const own = (await heard(slack, board)).find(({ ts }) => ts === answer.ts);
      expect(own?.text).toBe('Shared in this channel.');
    });
    await press(slack, answer, 'share_answer');
    expect(await heard(slack, board, 'U0YUKI')).toHaveLength(1);
  });

  it('never lets what was typed ping or link', async () => {
    const { slack } = await startStage(mode);
    await say(slack, policy, '/rafah fact <!channel>');
    await say(slack, policy, '/rafah check <!here> <@U0SAM> https://evil.example &amp; *bold*');
    await say(slack, policy, '/rafah topics @sam');
    await eventually(async () => expect(await heard(slack, policy)).toHaveLength(3));
    for (const message of await heard(slack, policy)) {
      expect(message.text).not.toMatch(/<[!@#h]/);
      expect(message.text).not.toMatch(/https?:\/\//);
      expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(mrkdwn|link|user|usergroup|broadcast)"/);
    }
  });

  it('goes on after Slack refused or cut a call, and says so once in the log, without the question', async () => {
    const { slack, ours } = await startStage(mode);
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'error', error: 'is_archived' } });
    await say(slack, newsroom, '@Rafah Facts a secret question');
    await eventually(() => expect(ours.logged).toContainEqual(expect.objectContaining({ level: 'error' })));
    expect(JSON.stringify(ours.logged)).not.toContain('secret question');
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'cut_after' } });
    await say(slack, newsroom, '@Rafah Facts people');
    await say(slack, newsroom, '@Rafah Facts timeline');
    await eventually(async () => expect(await heard(slack, newsroom)).toHaveLength(2));
    expect(ours.logged.filter(({ level }) => level === 'error')).toHaveLength(2);
    expect(JSON.stringify(ours.logged)).not.toMatch(/\n? +at /);
  });

  it('waits as long as Slack asks, and then answers', async () => {
    const { slack } = await startStage(mode);
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'ratelimited', retryAfterSeconds: 1 } });
    await say(slack, newsroom, '@Rafah Facts people');
    expect(wordsOf(await heardOne(slack, newsroom))).toContain('Netanyahu');
  });

  it('finishes what it acknowledged before it stops', async () => {
    const { slack, ours } = await startStage(mode);
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'late', delayMs: 500 } });
    await say(slack, newsroom, '@Rafah Facts people');
    await eventually(() => expect(slack.api.calls.some(({ method }) => method === 'chat.postMessage')).toBe(true));
    expect(await ours.stop()).toBe(true);
    expect(await heard(slack, newsroom)).toHaveLength(1);
    await expect(fetch(`${ours.url}/healthz`)).rejects.toThrow();
  });
});

describe('the bot in Socket Mode', () => {
  it('says in /readyz whether it is connected, and connects again', async () => {
    const { slack, ours } = await startStage('socket');
    const ready = async (): Promise<unknown> => (await fetch(`${ours.url}/readyz`)).json();
    expect(await ready()).toMatchObject({ ready: true, facts: true, store: true, slack: true });
    slack.socket.cut();
    await eventually(async () => expect(await ready()).toMatchObject({ ready: false, slack: false }));
    await eventually(async () => expect(await ready()).toMatchObject({ ready: true }), 15_000);
    await say(slack, policy, '/rafah people');
    expect(wordsOf(await heardOne(slack, policy))).toContain('Netanyahu');
  });

  it('has no address for Slack’s requests, and survives any other', async () => {
    const { ours } = await startStage('socket');
    expect((await ours.command('help')).status).toBe(404);
    expect((await fetch(`${ours.url}//`)).status).toBe(404);
    expect((await fetch(`${ours.url}/healthz`)).status).toBe(200);
  });
});
