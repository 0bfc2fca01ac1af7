import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/playground/clock.ts';
import {
  bot,
  clientOf,
  dana,
  desk,
  eventually,
  manifest,
  newsroom,
  refusalOf,
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

  it('take effect late, even when nobody waits any more', async () => {
    const slack = await startSlack();
    slack.faults.set({ method: 'chat.postMessage', fault: { kind: 'slow', delayMs: 150 } });
    const call = fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel: newsroom, text: 'a' }),
      signal: AbortSignal.timeout(50),
    });
    await expect(call).rejects.toThrow();
    expect(await slack.messages(newsroom)).toHaveLength(0);
    await eventually(async () => expect(await slack.messages(newsroom)).toHaveLength(1));
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

describe('rate limits', () => {
  it('count a minute by method, and tell how long to wait', async () => {
    const slack = await startSlack({
      rateLimits: true,
      clock: new Clock({ startAt: Date.UTC(2024, 3, 1), frozen: true }),
    });
    const list = () => slack.client.chat.scheduledMessages.list();
    for (let call = 0; call < 50; call += 1) await list();
    slack.clock.advance(20_000);
    await expect(list()).rejects.toMatchObject({ retryAfter: 40 });
    slack.clock.advance(40_000);
    await expect(list()).resolves.toMatchObject({ ok: true });
  });

  it('count messages by channel', async () => {
    const slack = await startSlack({
      rateLimits: true,
      clock: new Clock({ startAt: Date.UTC(2024, 3, 1), frozen: true }),
    });
    const post = (channel: string) => slack.client.chat.postMessage({ channel, text: 'a' });
    for (let call = 0; call < 60; call += 1) await post(newsroom);
    await expect(post(newsroom)).rejects.toMatchObject({ retryAfter: 60 });
    await expect(post(desk)).resolves.toMatchObject({ ok: true });
    expect(await slack.messages(newsroom)).toHaveLength(60);
  });
});
