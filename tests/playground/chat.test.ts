import { describe, expect, it } from 'vitest';
import {
  archive,
  board,
  bot,
  dana,
  danaWithBot,
  danaWithSam,
  desk,
  general,
  newsroom,
  policy,
  refusalOf,
  sam,
  startSlack,
  yuki,
} from './local-slack.ts';

describe('chat.postMessage', () => {
  it('posts text and blocks, in the channel, in a thread and by user id', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'parent' });
    await slack.client.chat.postMessage({
      channel: newsroom,
      text: 'reply',
      thread_ts: ts,
      blocks: [{ type: 'divider' }],
    });
    expect(await slack.messages(newsroom, sam)).toMatchObject([
      { ts, text: 'parent', userId: bot, replyCount: 1 },
      { text: 'reply', threadTs: ts, blocks: [{ type: 'divider' }] },
    ]);
    await slack.client.chat.postMessage({ channel: newsroom, text: 'no thread', thread_ts: '1.000001' });
    expect((await slack.messages(newsroom)).at(-1)).not.toHaveProperty('threadTs');
    expect(await slack.client.chat.postMessage({ channel: dana, text: 'direct' })).toMatchObject({
      channel: danaWithBot,
    });
    expect(await slack.client.chat.postMessage({ channel: '#newsroom', text: 'by name' })).toMatchObject({
      channel: newsroom,
    });
  });

  it.each([
    [policy, 'not_in_channel'],
    [archive, 'is_archived'],
    [board, 'channel_not_found'],
    [danaWithSam, 'channel_not_found'],
    ['C0NOWHERE', 'channel_not_found'],
  ])('to %s is refused with %s', async (channel, error) => {
    const slack = await startSlack();
    expect(await refusalOf(slack.client.chat.postMessage({ channel, text: 'a' }))).toMatchObject({ error });
  });

  it('may write in public channels that the bot isn’t in, with chat:write.public', async () => {
    const slack = await startSlack({ scopes: ['chat:write', 'chat:write.public'] });
    expect(await slack.client.chat.postMessage({ channel: general, text: 'a' })).toMatchObject({ ok: true });
  });

  it('refuses nothing, and blocks that aren’t an array', async () => {
    const slack = await startSlack();
    expect(await refusalOf(slack.client.chat.postMessage({ channel: newsroom, text: '' }))).toMatchObject({
      error: 'no_text',
    });
    expect(
      await refusalOf(slack.client.apiCall('chat.postMessage', { channel: newsroom, text: 'a', blocks: '{nonsense' })),
    ).toMatchObject({ error: 'invalid_blocks_format' });
  });

  it('refuses invalid blocks in Slack’s words, and posts nothing', async () => {
    const slack = await startSlack();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'a'.repeat(3001) } }];
    expect(await refusalOf(slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [
        'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ],
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
          '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
        ],
      },
    });
    expect(await slack.messages(newsroom)).toEqual([]);
  });

  it('refuses more than 12,000 characters of block text together', async () => {
    const slack = await startSlack();
    const sections = (last: number) =>
      [3000, 3000, 3000, last].map((length) => ({
        type: 'section',
        text: { type: 'mrkdwn', text: 'a'.repeat(length) },
      }));
    expect(await slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: sections(3000) })).toMatchObject(
      {
        ok: true,
      },
    );
    const more = [...sections(3000), { type: 'header', text: { type: 'plain_text', text: 'a' } }];
    expect(
      await refusalOf(slack.client.chat.postMessage({ channel: newsroom, text: 'a', blocks: more })),
    ).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });

  it('takes markdown_text, but not beside text', async () => {
    const slack = await startSlack();
    await slack.client.chat.postMessage({ channel: newsroom, markdown_text: '**bold**' });
    expect(await slack.messages(newsroom)).toMatchObject([{ text: '**bold**', blocks: [{ type: 'markdown' }] }]);
    expect(
      await refusalOf(slack.client.apiCall('chat.postMessage', { channel: newsroom, text: 'a', markdown_text: 'b' })),
    ).toMatchObject({ error: 'markdown_text_conflict' });
  });
});

describe('other chat methods', () => {
  it('postEphemeral shows a message to one member', async () => {
    const slack = await startSlack();
    await slack.client.chat.postEphemeral({ channel: desk, user: dana, text: 'psst' });
    expect(await slack.messages(desk, dana)).toMatchObject([{ text: 'psst', ephemeralTo: dana }]);
    expect(await slack.messages(desk, sam)).toEqual([]);
    expect(await refusalOf(slack.client.chat.postEphemeral({ channel: desk, user: yuki, text: 'a' }))).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  it('update changes the bot’s own messages only, and keeps blocks that it isn’t given', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({
      channel: newsroom,
      text: 'old',
      blocks: [{ type: 'divider' }],
    });
    await slack.client.chat.update({ channel: newsroom, ts, text: 'new' });
    expect(await slack.messages(newsroom)).toMatchObject([{ text: 'new', blocks: [{ type: 'divider' }], edited: {} }]);
    await slack.client.chat.update({ channel: newsroom, ts, text: 'new', blocks: [] });
    expect((await slack.messages(newsroom))[0]).not.toHaveProperty('blocks');
    const written = await slack.do('message', { channelId: newsroom, text: 'mine' });
    const theirs = { channel: newsroom, ts: written.ok ? String(written['ts']) : '', text: 'a' };
    expect(await refusalOf(slack.client.chat.update(theirs))).toMatchObject({ error: 'cant_update_message' });
    expect(await refusalOf(slack.client.chat.delete(theirs))).toMatchObject({ error: 'cant_delete_message' });
    expect(await refusalOf(slack.client.chat.update({ ...theirs, ts: '1.000001' }))).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('update counts bytes: 4,000 and no more', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'old' });
    expect(await slack.client.chat.update({ channel: newsroom, ts, text: 'é'.repeat(2000) })).toMatchObject({
      ok: true,
    });
    expect(
      await refusalOf(slack.client.chat.update({ channel: newsroom, ts, text: `${'é'.repeat(2000)}a` })),
    ).toMatchObject({
      error: 'msg_too_long',
    });
  });

  it('delete removes a message, and leaves an empty parent where there are replies', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'parent' });
    const reply = await slack.client.chat.postMessage({ channel: newsroom, text: 'reply', thread_ts: ts });
    await slack.client.chat.delete({ channel: newsroom, ts });
    expect(await slack.messages(newsroom)).toMatchObject([{ ts, deleted: true }, { text: 'reply' }]);
    await slack.client.chat.delete({ channel: newsroom, ts: reply.ts ?? '' });
    expect(await slack.messages(newsroom)).toMatchObject([{ ts, deleted: true, replyCount: 0 }]);
  });

  it('getPermalink links messages and replies', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'parent' });
    const reply = await slack.client.chat.postMessage({ channel: newsroom, text: 'reply', thread_ts: ts });
    const link = (message_ts: string) => slack.client.chat.getPermalink({ channel: newsroom, message_ts });
    const base = `https://playground.slack.com/archives/${newsroom}/p`;
    expect((await link(ts)).permalink).toBe(`${base}${ts.replace('.', '')}`);
    expect((await link(reply.ts ?? '')).permalink).toContain(`?thread_ts=${ts}&cid=${newsroom}`);
    expect(await refusalOf(link('1.000001'))).toMatchObject({ error: 'message_not_found' });
  });
});
