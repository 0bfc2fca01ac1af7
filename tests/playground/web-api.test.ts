import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import {
  archive,
  board,
  bot,
  clientOf,
  dana,
  danaWithBot,
  danaWithSam,
  desk,
  general,
  manifest,
  newsroom,
  policy,
  refusalOf,
  sam,
  startSlack,
  yuki,
} from './local-slack.ts';

const scopes = manifest.oauth_config.scopes.bot;

describe('every call', () => {
  it('needs a token that the workspace issued', async () => {
    const slack = await startSlack();
    const plainly = async (init: RequestInit) =>
      (await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', ...init })).json();
    expect(await plainly({})).toEqual({ ok: false, error: 'not_authed' });
    expect(await plainly({ headers: { authorization: 'Bearer xoxb-other' } })).toEqual({
      ok: false,
      error: 'invalid_auth',
    });
    const form = new URLSearchParams({ token: slack.botToken });
    expect(await plainly({ body: form })).toMatchObject({ ok: true, user_id: bot });
    const json = { body: JSON.stringify({ token: slack.botToken }), headers: { 'content-type': 'application/json' } };
    expect(await plainly(json)).toMatchObject({ ok: false, error: 'not_authed', warning: 'missing_charset' });
    slack.tokens.revoke(slack.botToken);
    expect(await refusalOf(slack.client.auth.test())).toMatchObject({ error: 'token_revoked' });
  });

  it('tells the token’s scopes, and which one is missing', async () => {
    const slack = await startSlack();
    const posted = await slack.client.chat.postMessage({ channel: newsroom, text: 'a' });
    expect(posted.response_metadata).toMatchObject({ scopes, acceptedScopes: ['chat:write'] });
    expect(await refusalOf(slack.client.users.info({ user: dana }))).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: scopes.join(','),
    });
  });

  it('takes forms, JSON and a query, and says what it can’t read', async () => {
    const slack = await startSlack();
    const headers = { authorization: `Bearer ${slack.botToken}` };
    const url = `${slack.apiUrl}chat.postMessage`;
    const send = async (body: string, type: string) =>
      (await fetch(url, { method: 'POST', body, headers: { ...headers, 'content-type': type } })).json();
    const json = JSON.stringify({ channel: newsroom, text: 'json', blocks: [{ type: 'divider' }] });
    expect(await send(json, 'application/json; charset=utf-8')).toMatchObject({ ok: true, message: { text: 'json' } });
    const form = new URLSearchParams({ channel: newsroom, text: 'form', blocks: '[{"type":"divider"}]' }).toString();
    expect(await send(form, 'application/x-www-form-urlencoded; charset=utf-8')).toMatchObject({ ok: true });
    expect(await (await fetch(`${url}?channel=${newsroom}&text=query`, { headers })).json()).toMatchObject({
      ok: true,
    });
    expect(await send('{', 'application/json; charset=utf-8')).toEqual({ ok: false, error: 'invalid_json' });
    expect(await send('[]', 'application/json; charset=utf-8')).toEqual({ ok: false, error: 'json_not_object' });
    expect(await send('a', 'text/csv')).toEqual({ ok: false, error: 'invalid_post_type' });
  });

  it('names the argument that is missing', async () => {
    const slack = await startSlack();
    expect(await refusalOf(slack.client.apiCall('chat.postMessage', { text: 'a' }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    });
  });

  it('answers unknown_method to what isn’t emulated', async () => {
    const slack = await startSlack();
    expect(await refusalOf(slack.client.apiCall('chat.unsend'))).toMatchObject({
      error: 'unknown_method',
      req_method: 'chat.unsend',
    });
  });
});

describe('who one is', () => {
  it('api.test echoes', async () => {
    const slack = await startSlack();
    expect(await slack.client.apiCall('api.test', { foo: 'bar' })).toMatchObject({ ok: true, args: { foo: 'bar' } });
    expect(await refusalOf(slack.client.api.test({ error: 'my_error' }))).toMatchObject({ error: 'my_error' });
  });

  it('auth.test names the bot and its team', async () => {
    const slack = await startSlack();
    expect(await slack.client.auth.test()).toMatchObject({ team_id: 'T0PLAYGRND', user_id: bot, user: 'parrotbot' });
  });

  it('apps.connections.open takes an app token only, and no other method does', async () => {
    const slack = await startSlack();
    const asApp = clientOf(slack, slack.appToken);
    expect(await asApp.apps.connections.open()).toMatchObject({ ok: true, url: expect.stringMatching(/^ws:\/\/127/) });
    expect(await refusalOf(slack.client.apps.connections.open())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusalOf(asApp.chat.postMessage({ channel: newsroom, text: 'a' }))).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });

  it('users.info gives the zone with its offset, team.info the team', async () => {
    const slack = await startSlack({ scopes: ['users:read', 'team:read'] });
    expect(await slack.client.users.info({ user: yuki })).toMatchObject({
      user: { name: 'yuki', tz: 'Asia/Tokyo', tz_offset: 32_400, tz_label: 'Japan Standard Time' },
    });
    expect(await refusalOf(slack.client.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' });
    expect(await slack.client.team.info()).toMatchObject({ team: { id: 'T0PLAYGRND', domain: 'playground' } });
  });
});

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

describe('faults', () => {
  it('fail the next calls of a method, then no more', async () => {
    const slack = await startSlack();
    const post = () => slack.client.chat.postMessage({ channel: newsroom, text: 'a' });
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'error', error: 'fatal_error' }, times: 2 });
    expect(await refusalOf(post())).toMatchObject({ error: 'fatal_error' });
    expect(await refusalOf(post())).toMatchObject({ error: 'fatal_error' });
    expect(await post()).toMatchObject({ ok: true });
    expect(await slack.messages(newsroom)).toHaveLength(1);
  });

  it('limit rates as Slack does', async () => {
    const slack = await startSlack();
    slack.faults.set({ method: '*', fault: { kind: 'ratelimited', retryAfterSeconds: 7 } });
    await expect(slack.client.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
    await expect(slack.client.auth.test()).resolves.toMatchObject({ ok: true });
  });

  it('break the connection before or after the call took effect', async () => {
    const slack = await startSlack();
    const post = () => slack.client.chat.postMessage({ channel: newsroom, text: 'a' });
    slack.faults.set({ method: 'chat.postMessage', fault: { kind: 'cut_before' } });
    await expect(post()).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
    expect(await slack.messages(newsroom)).toHaveLength(0);
    slack.faults.set({ method: 'chat.postMessage', fault: { kind: 'cut_after' } });
    await expect(post()).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
    expect(await slack.messages(newsroom)).toHaveLength(1);
  });

  it('answer late, or with an HTTP error', async () => {
    const slack = await startSlack();
    slack.faults.set({ method: 'auth.test', fault: { kind: 'late', delayMs: 150 } });
    const before = performance.now();
    await slack.client.auth.test();
    expect(performance.now() - before).toBeGreaterThanOrEqual(145);
    slack.faults.set({ method: 'auth.test', fault: { kind: 'http', status: 503 } });
    await expect(slack.client.auth.test()).rejects.toMatchObject({ statusCode: 503 });
  });
});
