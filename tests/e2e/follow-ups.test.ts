/** Follow-ups in threads without a mention: only where the channel chose them, and Slack lets the bot hear them. */
import { describe, expect, it } from 'vitest';
import {
  board,
  dana,
  danaWithBot,
  desk,
  type LocalSlack,
  listeningManifest,
  newsroom,
  policy,
  sam,
} from '../playground/local-slack.ts';
import { type OurBot, readMetric, startOurBot } from '../slack/our-bot.ts';
import {
  eventually,
  hear,
  heard,
  heardLast,
  keptIn,
  type Mode,
  say,
  startStage as startDefaultStage,
  wordsOf,
} from './stage.ts';

const NEEDED = ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'assistant:write'];

const startStage = (mode: Mode, options: { readonly scopes?: readonly string[] } = {}) =>
  startDefaultStage(mode, { manifest: listeningManifest(), ...options });

/** A channel with a thread in which the bot has answered. @returns the thread */
async function beginThread(slack: LocalSlack, channelId = newsroom): Promise<string> {
  const threadTs = await say(slack, channelId, '@Rafah Facts what did Harris say about attacking Rafah?');
  await eventually(async () =>
    expect((await heard(slack, channelId)).filter((message) => message.threadTs === threadTs)).toHaveLength(1),
  );
  return threadTs;
}

async function unaddressed(ours: OurBot): Promise<number> {
  return readMetric(await ours.metrics(), 'rafah_ignored_total{reason="not_addressed"}');
}

const chosen = async (slack: LocalSlack, text: string, channelId = newsroom): Promise<string> => {
  const before = (await heard(slack, channelId)).length;
  await say(slack, channelId, text);
  return (await heardLast(slack, channelId, { count: before + 1 })).text;
};

describe.each(['socket', 'http'] as const)('follow-ups without a mention, over %s', (mode) => {
  it('are off until the channel chooses them, and off again when it takes that back', async () => {
    const { slack, ours } = await startStage(mode);
    const threadTs = await beginThread(slack);
    await say(slack, newsroom, 'and Macron?', sam, threadTs);
    // The mention arrived as a message, too.
    await eventually(async () => expect(await unaddressed(ours)).toBe(2));
    expect(await chosen(slack, '/rafah followups')).toContain('only messages that mention this app are answered');
    expect(await chosen(slack, '/rafah followups on')).toContain('answered without a mention');
    await say(slack, newsroom, 'and Macron?', sam, threadTs);
    const answer = await heardLast(slack, newsroom, { count: 4 });
    expect(answer).toMatchObject({ threadTs, text: expect.stringContaining('war crime') });
    expect(await chosen(slack, '/rafah followups')).toContain('answered without a mention');
    expect(await chosen(slack, '/rafah followups off')).toContain('only messages that mention this app');
    await say(slack, newsroom, 'and how did the US vote?', sam, threadTs);
    await eventually(async () => expect(await unaddressed(ours)).toBe(3));
    expect(await heard(slack, newsroom)).toHaveLength(6);
  });

  it('are answered in its own threads only, from people only, once, and with nothing but an answer', async () => {
    const { slack, ours } = await startStage(mode);
    await chosen(slack, '/rafah followups on');
    const threadTs = await beginThread(slack);
    const other = await say(slack, newsroom, 'Lunch at noon?');
    const quiet = [
      ['how did the US vote?', undefined],
      ['how did the US vote?', other],
      ['thanks, that helps', threadTs],
      ['people', threadTs],
      ['will it rain tomorrow?', threadTs],
      ['who can take the minutes?', threadTs],
      ['how did the US vote', threadTs],
      ['@sam how did the US vote?', threadTs],
      ['@channel how did the US vote?', threadTs],
    ] as const;
    for (const [text, thread] of quiet) await say(slack, newsroom, text, dana, thread);
    await slack.client.chat.postMessage({ channel: newsroom, thread_ts: threadTs, text: 'how did the US vote?' });
    await eventually(async () => expect(await unaddressed(ours)).toBeGreaterThanOrEqual(quiet.length));
    await say(slack, newsroom, '@Rafah Facts and Macron?', dana, threadTs);
    await eventually(async () => expect((await heard(slack, newsroom)).at(-1)?.text).toContain('war crime'));
    // The choice, the first answer, the test's own post as the bot, and the answer to the mention.
    expect(await heard(slack, newsroom)).toHaveLength(4);
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
  });

  it('follow edits as mentions do, and what was not answered is not remembered', async () => {
    const { slack, ours } = await startStage(mode);
    await chosen(slack, '/rafah followups on');
    const threadTs = await beginThread(slack);
    for (const text of ['somebody wrote of Zanzibar', 'who keeps Zanzibar?', 'will it rain in Zanzibar tomorrow?']) {
      await say(slack, newsroom, text, dana, threadTs);
    }
    const ts = await say(slack, newsroom, 'and Macron?', dana, threadTs);
    await hear(slack, newsroom, 3);
    await slack.do('edit', { channelId: newsroom, ts, text: 'how did the US vote?' });
    await eventually(async () => expect((await heard(slack, newsroom)).at(-1)?.text).toContain('abstained'));
    expect(await heard(slack, newsroom)).toHaveLength(3);
    await ours.stop();
    const kept = JSON.stringify(keptIn(ours.dataDir));
    expect(kept).toContain('how did the US vote?');
    expect(kept).not.toMatch(/zanzibar/i);
  });

  it('hold after a restart', async () => {
    const { slack, ours } = await startStage(mode);
    await chosen(slack, '/rafah followups on');
    const threadTs = await beginThread(slack);
    await ours.stop();
    await startOurBot(slack, mode, { env: { DATA_DIR: ours.dataDir } });
    await say(slack, newsroom, 'and Macron?', sam, threadTs);
    expect((await heardLast(slack, newsroom, { count: 3 })).text).toContain('war crime');
  });

  it('need the scope of their kind of channel, and the command says which and what to do', async () => {
    const { slack } = await startStage(mode, { scopes: [...NEEDED, 'channels:history'] });
    expect(await chosen(slack, '/rafah followups on')).toContain('are answered without a mention in threads');
    const lacking = await chosen(slack, '/rafah followups on', desk);
    expect(lacking).toContain('the permission groups:history');
    expect(lacking).toContain('uncomment the lines for private channels in its manifest');
    expect(lacking).toContain('install the app again. Then: /rafah followups on');
    const threadTs = await beginThread(slack, desk);
    await say(slack, desk, 'and Macron?', dana, threadTs);
    await say(slack, desk, '@Rafah Facts and Macron?', dana, threadTs);
    await hear(slack, desk, 3);
  });

  it('are not to be had from the manifest as it comes: Slack sends nothing that is not addressed to the app', async () => {
    const { slack } = await startDefaultStage(mode);
    for (const [channelId, scope, kind] of [
      [newsroom, 'channels:history', 'public channels'],
      [desk, 'groups:history', 'private channels'],
    ] as const) {
      const lacking = await chosen(slack, '/rafah followups on', channelId);
      expect(lacking).toContain(`the permission ${scope}`);
      expect(lacking).toContain(`uncomment the lines for ${kind} in its manifest`);
      const threadTs = await beginThread(slack, channelId);
      await say(slack, channelId, 'and Macron?', dana, threadTs);
      await say(slack, channelId, '@Rafah Facts and Macron?', dana, threadTs);
      await hear(slack, channelId, 3);
    }
    const types = slack.events.sent.map(({ payload }) => (payload['event'] as { readonly type: string }).type);
    expect(types.filter((type) => type === 'app_mention')).toHaveLength(4);
    expect(types).not.toContain('message');
  });

  it('can’t be chosen where the bot is no member: the person is told to invite it first', async () => {
    const { slack, ours } = await startStage(mode);
    const asked = async (channelId: string): Promise<string> => {
      await chosen(slack, '/rafah followups on', channelId);
      return wordsOf(await heardLast(slack, channelId));
    };
    const refused = await asked(policy);
    expect(refused).toContain('it is not in that channel. Type /invite @Rafah Facts there, then try again.');
    expect(refused).not.toContain('answered without a mention');
    expect(await asked(board)).toContain('type /invite @Rafah Facts there');
    expect(keptIn(ours.dataDir)['thread_choices']).toEqual([]);
    await slack.do('invite', { channelId: policy });
    expect(await chosen(slack, '/rafah followups on', policy)).toContain('answered without a mention');
    // That Slack was asked is nothing that anybody sees, or that stays.
    expect((await slack.client.chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
  });

  it('where the bot is no member either are said to need both, from the manifest as it comes', async () => {
    const { slack } = await startDefaultStage(mode);
    await chosen(slack, '/rafah followups on', policy);
    const lacking = wordsOf(await heardLast(slack, policy));
    expect(lacking).toContain('the permission channels:history');
    expect(lacking).toContain('Type /invite @Rafah Facts there');
  });

  it('are nothing to choose in a direct message, and typed as a command only', async () => {
    const { slack } = await startStage(mode);
    expect(await chosen(slack, '/rafah followups on', danaWithBot)).toContain('nothing to choose');
    await say(slack, newsroom, '@Rafah Facts followups on');
    expect((await heardLast(slack, newsroom)).text).toContain('Type it as a command in the channel');
  });

  it('that Slack can’t be asked about stay as they were, and the person is told', async () => {
    const { slack, ours } = await startStage(mode);
    await slack.do('faults', { method: 'auth.test', fault: { kind: 'error', error: 'internal_error' } });
    expect(await chosen(slack, '/rafah followups on')).toContain('nothing was changed');
    expect(ours.logged).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect(await chosen(slack, '/rafah followups')).toContain('only messages that mention');
  });
});
