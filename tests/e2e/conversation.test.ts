/** How the bot meets people, and what it does with edits, deletions and repeats. */
import { describe, expect, it } from 'vitest';
import { bot, dana, danaWithBot, desk, listeningManifest, newsroom, policy, sam } from '../playground/local-slack.ts';
import { readMetric, startBotWith, startOurBot } from '../slack/our-bot.ts';
import { eventually, hear, heard, keptIn, say, startStage } from './stage.ts';

const FIVE_SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'assistant:write'];

const MINUTE_MS = 60_000;

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  describe('the Messages tab', () => {
    it('greets a person once ever, and suggests what to ask each time it is opened', async () => {
      const { slack, ours } = await startStage(mode);
      await slack.do('open-home', { tab: 'messages' });
      const [greeting] = await hear(slack, danaWithBot, 1);
      expect(greeting?.text).toContain('As of 1 April 2024.');
      expect(greeting?.threadTs).toBeUndefined();
      await eventually(async () => expect((await slack.state()).prompts).toHaveLength(1));
      expect((await slack.state()).prompts[0]).toMatchObject({ channelId: danaWithBot });
      expect((await slack.state()).prompts[0]?.threadTs).toBeUndefined();
      await ours.stop();
      const again = await startOurBot(slack, mode, { env: { DATA_DIR: ours.dataDir } });
      slack.workspace.prompts.clear();
      await slack.do('open-home', { tab: 'messages' });
      await eventually(async () => expect((await slack.state()).prompts).toHaveLength(1));
      await slack.do('open-home', { tab: 'messages', userId: sam });
      await hear(slack, 'D0BOTSAM', 1, sam);
      expect(await heard(slack, danaWithBot)).toHaveLength(1);
      expect(readMetric(await again.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
    });

    it('each suggestion is answered in a thread of its own, with an answer', async () => {
      const { slack } = await startStage(mode);
      await slack.do('open-home', { tab: 'messages' });
      await eventually(async () => expect((await slack.state()).prompts).toHaveLength(1));
      await hear(slack, danaWithBot, 1);
      const prompts = (await slack.state()).prompts[0]?.prompts ?? [];
      const asked: string[] = [];
      for (const { message } of prompts) asked.push(await say(slack, danaWithBot, message));
      const replies = await hear(slack, danaWithBot, 1 + prompts.length);
      expect(new Set(replies.slice(1).map(({ threadTs }) => threadTs))).toEqual(new Set(asked));
      for (const { text } of replies) expect(text).toContain('As of 1 April 2024.');
    });

    it('still greets where prompts are refused', async () => {
      const { slack, ours } = await startStage(mode);
      const fault = { kind: 'error', error: 'internal_error' };
      await slack.do('faults', { method: 'assistant.threads.setSuggestedPrompts', fault });
      await slack.do('open-home', { tab: 'messages' });
      await hear(slack, danaWithBot, 1);
      await eventually(() => expect(ours.logged).toContainEqual(expect.objectContaining({ level: 'warn' })));
    });
  });

  describe('a channel', () => {
    it('that invites the bot is greeted, once ever, and the bot reacts to nobody else’s coming', async () => {
      const { slack } = await startStage(mode);
      await slack.do('invite', { channelId: policy });
      const [greeting] = await hear(slack, policy, 1);
      expect(greeting?.text).toContain('mention this app');
      expect(greeting?.text).toContain('As of 1 April 2024.');
      await slack.do('remove', { channelId: policy });
      await slack.do('invite', { channelId: policy, userId: sam });
      slack.workspace.leave(newsroom, sam);
      await slack.do('join', { channelId: newsroom, userId: sam });
      await say(slack, policy, '@Rafah Facts people');
      await hear(slack, policy, 2);
      expect(await heard(slack, newsroom)).toEqual([]);
    });

    it('without the optional scopes is not greeted, and everything else works', async () => {
      const { slack } = await startStage(mode, { scopes: FIVE_SCOPES });
      await slack.do('invite', { channelId: policy });
      await say(slack, policy, '@Rafah Facts people');
      const [only] = await hear(slack, policy, 1);
      expect(only?.text).toContain('Netanyahu');
    });
  });

  describe('an edited question', () => {
    it('changes its answer, in a channel and in a direct message, and the last edit wins', async () => {
      const { slack } = await startStage(mode);
      for (const [channelId, name] of [
        [newsroom, '@Rafah Facts '],
        [danaWithBot, ''],
      ] as const) {
        const ts = await say(slack, channelId, `${name}how did the US vote?`);
        const [first] = await hear(slack, channelId, 1);
        await slack.do('edit', { channelId, ts, text: `${name}what did Macron say?` });
        await slack.do('edit', { channelId, ts, text: `${name}what did Harris say about attacking Rafah?` });
        await eventually(async () => expect((await heard(slack, channelId))[0]?.text).toContain('huge mistake'));
        const [changed, ...others] = await heard(slack, channelId);
        expect(others).toEqual([]);
        expect(changed).toMatchObject({ ts: first?.ts, threadTs: ts });
        expect(changed?.text).not.toBe(first?.text);
      }
    });

    it('is what a follow-up goes on from', async () => {
      const { slack } = await startStage(mode);
      const ts = await say(slack, newsroom, '@Rafah Facts how did the US vote?');
      await hear(slack, newsroom, 1);
      const text = '@Rafah Facts what did Harris say about attacking Rafah?';
      await slack.do('edit', { channelId: newsroom, ts, text });
      await eventually(async () => expect((await heard(slack, newsroom))[0]?.text).toContain('huge mistake'));
      await say(slack, newsroom, '@Rafah Facts and Macron?', dana, ts);
      const [, second] = await hear(slack, newsroom, 2);
      expect(second?.text).toContain('war crime');
    });

    it('changes its answer after a restart, too', async () => {
      const { slack, ours } = await startStage(mode);
      const ts = await say(slack, newsroom, '@Rafah Facts how did the US vote?');
      const [first] = await hear(slack, newsroom, 1);
      await ours.stop();
      await startOurBot(slack, mode, { env: { DATA_DIR: ours.dataDir } });
      await slack.do('edit', { channelId: newsroom, ts, text: '@Rafah Facts people' });
      await eventually(async () => expect((await heard(slack, newsroom))[0]?.text).toContain('Netanyahu'));
      expect((await heard(slack, newsroom)).map(({ ts }) => ts)).toEqual([first?.ts]);
    });

    it('after more than five minutes leaves its answer as it is', async () => {
      const { slack, ours } = await startStage(mode);
      const ts = await say(slack, newsroom, '@Rafah Facts how did the US vote?');
      const direct = await say(slack, danaWithBot, 'how did the US vote?');
      const [first] = await hear(slack, newsroom, 1);
      await hear(slack, danaWithBot, 1);
      slack.clock.advance(5 * MINUTE_MS + 2000);
      await slack.do('edit', { channelId: newsroom, ts, text: '@Rafah Facts people' });
      await slack.do('edit', { channelId: danaWithBot, ts: direct, text: 'people' });
      await eventually(async () =>
        expect(readMetric(await ours.metrics(), 'rafah_ignored_total{reason="edited_late"}')).toBe(2),
      );
      expect(await heard(slack, newsroom)).toEqual([expect.objectContaining({ text: first?.text })]);
      expect(await heard(slack, danaWithBot)).toEqual([expect.objectContaining({ text: first?.text })]);
    });

    it('that was not asked of the bot before is a new question', async () => {
      const { slack } = await startStage(mode);
      const ts = await say(slack, newsroom, 'how did the US vote?');
      slack.clock.advance(20 * MINUTE_MS);
      await slack.do('edit', { channelId: newsroom, ts, text: '@Rafah Facts how did the US vote?' });
      const [answer] = await hear(slack, newsroom, 1);
      expect(answer).toMatchObject({ threadTs: ts, text: expect.stringContaining('abstained') });
      await slack.do('edit', { channelId: newsroom, ts, text: 'never mind' });
      await say(slack, newsroom, '@Rafah Facts people');
      const [left] = await hear(slack, newsroom, 2);
      expect(left?.text).toBe(answer?.text);
    });

    it('that comes while the answer is still under way changes that answer', async () => {
      const { slack } = await startStage(mode);
      await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'late', delayMs: 800 } });
      const ts = await say(slack, newsroom, '@Rafah Facts how did the US vote?');
      await slack.do('edit', { channelId: newsroom, ts, text: '@Rafah Facts people' });
      await eventually(async () => expect((await heard(slack, newsroom))[0]?.text).toContain('Netanyahu'));
      expect(await heard(slack, newsroom)).toHaveLength(1);
    });

    it('whose answer somebody deleted gets none', async () => {
      const { slack, ours } = await startStage(mode);
      const ts = await say(slack, newsroom, '@Rafah Facts how did the US vote?');
      const [answer] = await hear(slack, newsroom, 1);
      await slack.client.chat.delete({ channel: newsroom, ts: answer?.ts ?? '' });
      await slack.do('edit', { channelId: newsroom, ts, text: '@Rafah Facts people' });
      await eventually(() =>
        expect(slack.api.calls.map(({ method }) => method).filter((method) => method === 'chat.update')).toHaveLength(
          1,
        ),
      );
      await say(slack, desk, '@Rafah Facts people');
      await hear(slack, desk, 1);
      expect(await heard(slack, newsroom)).toEqual([]);
      expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
    });
  });

  it('whom it greeted, what it answered and what channels chose is forgotten when the app is removed', async () => {
    const { slack, ours } = await startStage(mode, { manifest: listeningManifest() });
    await slack.do('open-home', { tab: 'messages' });
    await hear(slack, danaWithBot, 1);
    await say(slack, newsroom, '/rafah followups on');
    await say(slack, newsroom, '@Rafah Facts how did the US vote?');
    await hear(slack, newsroom, 2);
    const names = ['greetings', 'exchanges', 'thread_choices', 'questions'];
    const counts = (): readonly number[] => names.map((name) => keptIn(ours.dataDir)[name]?.length ?? -1);
    expect(counts()).toEqual([1, 1, 1, 1]);
    await slack.do('uninstall', {});
    await eventually(() => expect(counts()).toEqual([0, 0, 0, 0]));
  });

  it('an answer stays where its question is deleted', async () => {
    const { slack, ours } = await startStage(mode);
    const ts = await say(slack, danaWithBot, 'how did the US vote?');
    const [answer] = await hear(slack, danaWithBot, 1);
    await slack.do('delete', { channelId: danaWithBot, ts });
    await say(slack, danaWithBot, 'people');
    const [left] = await hear(slack, danaWithBot, 2);
    expect(left).toEqual(answer);
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
  });

  it('a message that Slack changed without new words is not answered again', async () => {
    const { slack, ours } = await startStage(mode);
    const ts = await say(slack, danaWithBot, 'how did the US vote?');
    const [answer] = await hear(slack, danaWithBot, 1);
    const message = slack.workspace.message(danaWithBot, ts);
    if (message === undefined) throw new Error('the message is gone');
    // As an unfurled link arrives: changed, with the same text, edited by nobody.
    slack.workspace.record({ type: 'message_changed', message, previous: message });
    await eventually(async () =>
      expect(readMetric(await ours.metrics(), 'rafah_ignored_total{reason="not_written"}')).toBe(1),
    );
    expect(await heard(slack, danaWithBot)).toEqual([answer]);
  });
});

it('two instances on one store answer a message once between them, and follow its edits once', async () => {
  const { slack, ours } = await startStage('http');
  const other = await startBotWith({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: ours.dataDir,
  });
  const ts = await say(slack, newsroom, 'a message of which nobody is told');
  const event = { type: 'app_mention', user: dana, channel: newsroom, ts, event_ts: ts };
  const tell = (id: string, change: object) => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T0PLAYGRND',
      event_id: id,
      event_time: 1,
      authorizations: [{ enterprise_id: null, team_id: 'T0PLAYGRND', user_id: bot, is_bot: true }],
      event: { ...event, ...change },
    });
    return Promise.all([ours, other].map((instance) => instance.send({ body })));
  };
  await tell('Ev1', { text: `<@${bot}> how did the US vote?` });
  await hear(slack, newsroom, 1);
  const edited = `${Math.floor(Number(ts)) + 2}.000000`;
  await tell('Ev2', { text: `<@${bot}> people`, edited: { user: dana, ts: edited } });
  await eventually(async () => expect((await heard(slack, newsroom))[0]?.text).toContain('Netanyahu'));
  expect(slack.api.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  expect(slack.api.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);
  const repeats = await Promise.all(
    [ours, other].map(async (instance) =>
      readMetric(await instance.metrics(), 'rafah_ignored_total{reason="repeated"}'),
    ),
  );
  expect(repeats.reduce((sum, count) => sum + count, 0)).toBe(2);
});
