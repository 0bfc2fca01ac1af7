import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StateEvent } from '../../src/playground/protocol.ts';
import { startPlayground } from '../../src/playground/server.ts';
import {
  archive,
  board,
  bot,
  dana,
  danaWithBot,
  danaWithSam,
  desk,
  general,
  manifest,
  newsroom,
  policy,
  sam,
  startSlack,
  yuki,
} from './local-slack.ts';

describe('the state', () => {
  it('shows each person what that person may see', async () => {
    const slack = await startSlack();
    const seenBy = async (userId: string) => (await slack.state(userId)).channels.map(({ id }) => id);
    expect(await seenBy(dana)).toEqual([general, newsroom, policy, desk, board, archive, danaWithSam, danaWithBot]);
    expect(await seenBy(sam)).not.toContain(board);
    expect(await seenBy(yuki)).not.toContain(desk);
    expect((await slack.state(sam)).channels.find(({ id }) => id === danaWithSam)?.name).toBe('Dana Reyes');
  });

  it('lists what the manifest offers, and how the bot is connected', async () => {
    const slack = await startSlack();
    expect(await slack.state()).toMatchObject({
      team: { domain: 'playground' },
      me: { id: dana, timeZone: 'America/New_York' },
      commands: [{ command: '/parrot', description: 'Repeats', usageHint: '[words]' }, { command: '/plain' }],
      shortcuts: [
        { callbackId: 'repeat_message', type: 'message' },
        { callbackId: 'ask', type: 'global' },
      ],
      bot: { userId: bot, name: 'Parrot Bot', mode: 'socket', connected: false },
      home: null,
      modals: [],
    });
  });

  it('is of people only', async () => {
    const slack = await startSlack();
    const response = await fetch(`${slack.url}/_playground/state?userId=${bot}`);
    expect(response.status).toBe(404);
  });
});

describe('people', () => {
  it('write, reply, edit and delete their own messages', async () => {
    const slack = await startSlack();
    const written = await slack.do('message', { channelId: newsroom, text: ' one & two ' });
    const ts = written.ok ? written['ts'] : '';
    await slack.do('message', { channelId: newsroom, text: 'reply', threadTs: ts, userId: sam });
    expect(await slack.messages(newsroom)).toMatchObject([
      { ts, text: 'one &amp; two', replyCount: 1, threadTs: ts },
      { text: 'reply', threadTs: ts, userId: sam },
    ]);
    expect(await slack.do('edit', { channelId: newsroom, ts, text: 'no', userId: sam })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await slack.do('edit', { channelId: newsroom, ts, text: 'yes' })).toEqual({ ok: true });
    expect((await slack.messages(newsroom))[0]).toMatchObject({ text: 'yes', edited: { ts: expect.any(String) } });
    expect(await slack.do('delete', { channelId: newsroom, ts })).toEqual({ ok: true });
    expect((await slack.messages(newsroom))[0]).toMatchObject({ deleted: true });
  });

  it.each([
    [{ channelId: archive, text: 'a' }, 'is_archived'],
    [{ channelId: board, text: 'a', userId: sam }, 'channel_not_found'],
    [{ channelId: 'C0NOWHERE', text: 'a' }, 'channel_not_found'],
    [{ channelId: newsroom, text: 'a', threadTs: '1.000001' }, 'thread_not_found'],
    [{ channelId: newsroom, text: 'a', userId: bot }, 'user_not_found'],
    [{ channelId: newsroom }, 'invalid_request'],
    [{ channelId: newsroom, text: 'a', threadTs: 'yesterday' }, 'invalid_request'],
  ])('are told why %j can’t be sent', async (request, error) => {
    const slack = await startSlack();
    expect(await slack.do('message', request)).toMatchObject({
      ok: false,
      error,
      message: expect.stringMatching(/\w/),
    });
  });

  it('bring the bot in and send it away', async () => {
    const slack = await startSlack();
    await slack.do('invite', { channelId: policy });
    expect((await slack.state()).channels.find(({ id }) => id === policy)).toMatchObject({ botIsMember: true });
    await slack.do('remove', { channelId: policy });
    expect((await slack.state()).channels.find(({ id }) => id === policy)).toMatchObject({ botIsMember: false });
    expect(await slack.do('invite', { channelId: archive })).toMatchObject({ error: 'is_archived' });
  });
});

describe('the clock', () => {
  it('moves by seconds or to a date, never back', async () => {
    const slack = await startSlack();
    const { now } = await slack.state();
    await slack.do('clock', { advanceSeconds: 3600 });
    expect((await slack.state()).now).toBeGreaterThanOrEqual(now + 3_600_000);
    const tomorrow = new Date(now + 86_400_000).toISOString();
    await slack.do('clock', { set: tomorrow });
    const later = await slack.state();
    expect(Math.abs(later.now - now - 86_400_000)).toBeLessThan(2000);
    expect(Math.abs(later.clockOffset - 86_400_000)).toBeLessThan(2000);
    expect(await slack.do('clock', { set: now })).toMatchObject({ error: 'clock_backwards' });
    expect(await slack.do('clock', { set: 'teatime' })).toMatchObject({ error: 'invalid_time' });
    expect(await slack.do('clock', {})).toMatchObject({ error: 'invalid_request' });
  });
});

describe('the event stream', () => {
  it('tells of every change with a growing revision', async () => {
    const slack = await startSlack();
    const response = await fetch(`${slack.url}/_playground/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => {
      const { value = '' } = (await reader?.read()) ?? {};
      const [, data = ''] = /^event: state\ndata: (.*)\n\n$/.exec(value) ?? [];
      return JSON.parse(data) as StateEvent;
    };
    const first = await next();
    await slack.do('message', { channelId: newsroom, text: 'a' });
    const second = await next();
    expect(second.revision).toBeGreaterThan(first.revision);
    expect((await slack.state()).revision).toBe(second.revision);
    await reader?.cancel();
  });
});

describe('the server', () => {
  it('serves the built page and nothing outside its folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'playground-page-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const pageFolder = join(folder, 'page');
    mkdirSync(pageFolder);
    writeFileSync(join(pageFolder, 'index.html'), '<title>Page</title>');
    writeFileSync(join(pageFolder, 'page.js'), 'export {};');
    writeFileSync(join(pageFolder, '..', 'secret.js'), 'outside');
    const slack = await startSlack({ pageFolder });
    const get = async (path: string) => {
      const response = await fetch(slack.url + path);
      return [response.status, response.headers.get('content-type'), await response.text()];
    };
    expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', '<title>Page</title>']);
    expect(await get('/page.js')).toEqual([200, 'text/javascript; charset=utf-8', 'export {};']);
    for (const path of [
      '/..%2fsecret.js',
      '/%2e%2e/secret.js',
      '/none.js',
      '/%',
      '/_playground/none',
      '/response/none',
      '//',
      '/_playground/constructor',
    ]) {
      expect((await get(path))[0]).not.toBe(200);
    }
  });

  it('says how to build a page that isn’t there', async () => {
    const slack = await startSlack({ pageFolder: '/nonexistent' });
    expect(await (await fetch(slack.url)).text()).toContain('npm run build');
  });

  it('takes no orders from other websites', async () => {
    const slack = await startSlack();
    const post = (headers: Record<string, string>) =>
      fetch(`${slack.url}/_playground/message`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ channelId: newsroom, text: 'a' }),
      });
    expect((await post({ origin: 'https://example.com' })).status).toBe(403);
    expect((await post({ origin: slack.url })).status).toBe(200);
  });

  it('refuses bodies beyond 4 MiB and survives', async () => {
    const slack = await startSlack();
    const body = 'a'.repeat(5 * 1024 * 1024);
    const response = await fetch(`${slack.url}/_playground/message`, { method: 'POST', body });
    expect(response.status).toBe(413);
    expect((await slack.state()).messages[newsroom]).toEqual([]);
  });

  it('says which manifest can’t be used, and why', async () => {
    await expect(startPlayground({ port: 0, manifest: '/nonexistent.yml' })).rejects.toThrow(
      "/nonexistent.yml can't be read",
    );
    const features = { slash_commands: [{ command: 'parrot', description: '' }] };
    await expect(startPlayground({ port: 0, manifest: { ...manifest, features } })).rejects.toThrow(
      'features.slash_commands.0.command',
    );
  });

  it('fails on a port that is taken', async () => {
    const slack = await startSlack();
    const port = Number(new URL(slack.url).port);
    await expect(startPlayground({ port, manifest })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
