import { describe, expect, it } from 'vitest';
import type { View } from '../../src/playground/protocol.ts';
import { bot, dana, danaWithSam, type LocalSlack, newsroom, policy, sam } from '../playground/local-slack.ts';
import { blockOf, dialog, eventually, heard, type Mode, startStage, wordsOf } from './stage.ts';

const CHECK = 'Check with Rafah';

/** Sam writes; Dana uses the shortcut on it. */
async function check(slack: LocalSlack, channelId: string, text: string, threadTs?: string) {
  const written = await slack.do('message', { channelId, text, userId: sam, ...(threadTs && { threadTs }) });
  const messageTs = written.ok ? String(written['ts']) : '';
  expect(await shortcut(slack, channelId, messageTs)).toEqual({ ok: true });
  return { messageTs, view: await dialog(slack, CHECK) };
}

const shortcut = (slack: LocalSlack, channelId: string, messageTs: string) =>
  slack.do('shortcut', { callbackId: 'check_message', channelId, messageTs });

const share = (slack: LocalSlack, view: View) =>
  slack.do('action', { viewId: view.id, blockId: blockOf(view, 'share_verdict'), actionId: 'share_verdict' });

describe.each<Mode>(['socket', 'http'])('“Check with Rafah” over %s', (mode) => {
  it.each([
    ['*The U.S.* abstained from the vote', 'Supported.'],
    ['&lt;b&gt; The U.S. vetoed the resolution &amp; left <!channel>', 'Contradicted.'],
    ['The pope plays chess', 'Not stated.'],
  ])('judges “%s”: %s', async (text, verdict) => {
    const { slack } = await startStage(mode);
    const { view } = await check(slack, policy, text);
    expect(wordsOf(view)).toContain(verdict);
    expect(wordsOf(view)).toContain('As of 1 April 2024.');
    expect(JSON.stringify(view.blocks)).not.toMatch(/"type":"(mrkdwn|link|user|broadcast)"/);
    expect(await heard(slack, policy)).toEqual([]);
    expect((await slack.state(sam)).modals).toEqual([]);
  });

  it('judges each part of a message that says several things', async () => {
    const { slack } = await startStage(mode);
    const { view } = await check(slack, policy, 'The U.S. abstained from the vote.\nThe pope plays chess in Rome.');
    expect(wordsOf(view)).toMatch(/Part 1 of 2: “The U\.S\. abstained from the vote\.”/);
    expect(wordsOf(view)).toMatch(/1 supported, 1 not stated/);
  });

  it.each([
    ['where the bot is a member', newsroom, undefined],
    ['where it is not', policy, 'response_url'],
    ['in a direct message between people', danaWithSam, 'response_url'],
  ])('shares the verdict once, in the message’s thread, %s', async (_, channelId, origin) => {
    const { slack } = await startStage(mode);
    const { messageTs, view } = await check(slack, channelId, 'The U.S. abstained from the vote');
    await share(slack, view);
    await eventually(async () => expect(wordsOf(await dialog(slack, CHECK))).toContain('Shared in the thread'));
    const [shared, ...others] = await heard(slack, channelId, sam);
    expect(others).toEqual([]);
    expect(shared).toMatchObject({ threadTs: messageTs });
    expect(shared?.origin).toBe(origin);
    expect(shared?.text).toContain(`<@${dana}> checked this message against the article.`);
    expect(wordsOf(shared ?? {})).toContain('Supported.');
    await share(slack, view);
    expect(await heard(slack, channelId, sam)).toHaveLength(1);
  });

  it('goes to the thread that the message is in', async () => {
    const { slack } = await startStage(mode);
    const root = await slack.do('message', { channelId: newsroom, text: 'Morning', userId: sam });
    const rootTs = root.ok ? String(root['ts']) : '';
    const { view } = await check(slack, newsroom, 'The U.S. abstained from the vote', rootTs);
    await share(slack, view);
    await eventually(async () => expect(await heard(slack, newsroom)).toMatchObject([{ threadTs: rootTs }]));
  });

  it('says what it can’t check: a message without words, and one of its own', async () => {
    const { slack } = await startStage(mode);
    const { view } = await check(slack, newsroom, ':tada:');
    expect(wordsOf(view)).toBe('This message has no text that could be checked.');
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'The U.S. abstained' });
    await shortcut(slack, newsroom, ts);
    await eventually(async () =>
      expect(wordsOf(await dialog(slack, CHECK))).toContain('This message is from this app'),
    );
  });

  it('checks the beginning of a long message, and says so in what is shared', async () => {
    const { slack } = await startStage(mode);
    const { view } = await check(slack, newsroom, 'The U.S. abstained from the vote. '.repeat(100));
    expect(wordsOf(view)).toMatch(/The message is long: its first \d+ characters were checked, of 3399\./);
    await share(slack, view);
    await eventually(async () => expect((await heard(slack, newsroom))[0]?.text).toContain('The message is long'));
  });

  it('leads on to the source', async () => {
    const { slack } = await startStage(mode);
    const { view } = await check(slack, newsroom, 'The U.S. abstained from the vote');
    await slack.do('action', { viewId: view.id, blockId: blockOf(view, 'source'), actionId: 'source' });
    expect(wordsOf(await dialog(slack, 'Source'))).toContain('us-abstained');
    expect((await heard(slack, newsroom)).map(({ userId }) => userId)).not.toContain(bot);
  });
});
