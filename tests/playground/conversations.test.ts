import type { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import {
  archive,
  board,
  bot,
  dana,
  danaWithBot,
  desk,
  newsroom,
  policy,
  refusalOf,
  startSlack,
} from './local-slack.ts';

describe('conversations', () => {
  it('info needs the scope of the conversation’s kind', async () => {
    const slack = await startSlack({ scopes: ['channels:read'] });
    expect(await slack.client.conversations.info({ channel: policy })).toMatchObject({
      channel: { name: 'policy', is_member: false, is_archived: false, is_private: false },
    });
    expect(await refusalOf(slack.client.conversations.info({ channel: desk }))).toMatchObject({
      needed: 'groups:read',
    });
    expect(await refusalOf(slack.client.conversations.info({ channel: board }))).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('list and members go page by page', async () => {
    const slack = await startSlack({ scopes: ['channels:read'] });
    const names: (string | undefined)[] = [];
    for await (const page of slack.client.paginate('conversations.list', { limit: 2, exclude_archived: true })) {
      names.push(...((page as webApi.ConversationsListResponse).channels?.map(({ name }) => name) ?? []));
    }
    expect(names).toEqual(['general', 'newsroom', 'policy']);
    expect((await slack.client.conversations.members({ channel: newsroom })).members).toContain(bot);
  });

  it('open gives the direct message with a person', async () => {
    const slack = await startSlack({ scopes: ['im:write'] });
    expect(await slack.client.conversations.open({ users: dana })).toMatchObject({ channel: { id: danaWithBot } });
    expect(await refusalOf(slack.client.conversations.open({ users: 'U0NOBODY' }))).toMatchObject({
      error: 'user_not_found',
    });
  });

  it('join makes the bot a member of public channels', async () => {
    const slack = await startSlack({ scopes: ['channels:join', 'groups:read'] });
    expect(await slack.client.conversations.join({ channel: policy })).toMatchObject({ channel: { is_member: true } });
    expect(await slack.client.conversations.join({ channel: policy })).toMatchObject({ warning: 'already_in_channel' });
    expect(await refusalOf(slack.client.conversations.join({ channel: archive }))).toMatchObject({
      error: 'is_archived',
    });
    expect(await refusalOf(slack.client.conversations.join({ channel: desk }))).toMatchObject({
      error: 'method_not_supported_for_channel_type',
    });
  });
});

describe('assistant threads', () => {
  it('show a status until the bot answers or two minutes have passed', async () => {
    const slack = await startSlack();
    const written = await slack.do('message', { channelId: danaWithBot, text: 'hello' });
    const thread_ts = written.ok ? String(written['ts']) : '';
    const thinking = { channel_id: danaWithBot, thread_ts, status: 'is thinking…' };
    await slack.client.assistant.threads.setStatus(thinking);
    expect((await slack.state()).statuses).toEqual([
      { channelId: danaWithBot, threadTs: thread_ts, text: 'is thinking…' },
    ]);
    slack.clock.advance(2 * 60 * 1000);
    expect((await slack.state()).statuses).toEqual([]);
    await slack.client.assistant.threads.setStatus(thinking);
    await slack.client.chat.postMessage({ channel: danaWithBot, thread_ts, text: 'hi' });
    expect((await slack.state()).statuses).toEqual([]);
    expect(
      await refusalOf(slack.client.assistant.threads.setStatus({ ...thinking, thread_ts: '1.000001' })),
    ).toMatchObject({ error: 'thread_not_found' });
  });

  it('offer up to four prompts, with or without a thread, and have titles', async () => {
    const slack = await startSlack();
    const prompts = [1, 2, 3, 4].map((number) => ({ title: `Prompt ${number}`, message: `Say ${number}` }));
    const [first, ...rest] = prompts;
    if (first === undefined) throw new Error('no prompt');
    const call = (extra: object) =>
      slack.client.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: danaWithBot, ...extra });
    await call({ title: 'Try', prompts: [first, ...rest] });
    expect((await slack.state()).prompts).toEqual([{ channelId: danaWithBot, title: 'Try', prompts }]);
    expect(await refusalOf(call({ prompts: [...prompts, first] }))).toMatchObject({
      response_metadata: { messages: ['[ERROR] no more than 4 items allowed [json-pointer:/prompts]'] },
    });
    const written = await slack.do('message', { channelId: danaWithBot, text: 'hello' });
    const thread_ts = written.ok ? String(written['ts']) : '';
    await slack.client.assistant.threads.setTitle({ channel_id: danaWithBot, thread_ts, title: 'Greeting' });
    expect((await slack.state()).threadTitles).toEqual({ [thread_ts]: 'Greeting' });
  });
});
