import type { App, SlashCommand } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startHttpApp, startSocketApp } from './bolt-app.ts';
import { bot, dana, danaWithBot, eventually, general, newsroom, policy, sam, startSlack } from './local-slack.ts';

const transports = [
  ['Socket Mode', startSocketApp],
  ['signed HTTP', startHttpApp],
] as const;

describe('a slash command', () => {
  it('carries who, where and what, as Slack sends it', async () => {
    const slack = await startSlack();
    const seen: SlashCommand[] = [];
    await startSocketApp(slack, (app) => {
      app.command(/\/(parrot|plain)/, async ({ command, ack }) => {
        seen.push(command);
        await ack();
      });
    });
    await slack.do('message', { channelId: general, text: '/parrot  say "hi" to #policy ', userId: sam });
    await slack.do('message', { channelId: danaWithBot, text: '/PLAIN @sam & co' });
    expect(seen).toMatchObject([
      {
        command: '/parrot',
        text: `say "hi" to <#${policy}|policy>`,
        channel_id: general,
        channel_name: 'general',
        user_id: sam,
        user_name: 'sam',
        team_id: 'T0PLAYGRND',
        team_domain: 'playground',
        is_enterprise_install: 'false',
        response_url: expect.stringContaining('http://127.0.0.1'),
        trigger_id: expect.any(String),
      },
      { command: '/plain', text: '@sam &amp; co', channel_id: danaWithBot, channel_name: 'directmessage' },
    ]);
    expect(await slack.messages(general, sam)).toEqual([]);
  });

  it('answered for the channel shows what was typed and the answer to all', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.command('/parrot', ({ ack }) => ack({ response_type: 'in_channel', text: 'squawk' }));
    });
    await slack.do('message', { channelId: policy, text: '/parrot hello' });
    expect(await slack.messages(policy, sam)).toMatchObject([
      { userId: dana, text: '/parrot hello', origin: 'command' },
      { userId: bot, text: 'squawk' },
    ]);
  });

  it('with an answer that Slack would refuse fails visibly', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      const blocks = [{ type: 'header' as const, text: { type: 'plain_text' as const, text: 'a'.repeat(151) } }];
      app.command('/parrot', ({ ack }) => ack({ response_type: 'in_channel', text: 'a', blocks }));
    });
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot' })).toMatchObject({
      ok: false,
      error: 'invalid_command_response',
    });
    expect(await slack.messages(newsroom)).toMatchObject([
      { userId: 'USLACKBOT', ephemeralTo: dana, text: '/parrot failed with the error "invalid_command_response"' },
    ]);
  });

  it.each(transports)('unanswered for three seconds over %s times out', async (_name, startApp) => {
    const slack = await startSlack();
    await startApp(slack, (app: App) => {
      app.command('/parrot', async () => {});
    });
    const before = performance.now();
    const outcome = await slack.do('message', { channelId: newsroom, text: '/parrot' });
    expect(outcome).toMatchObject({ ok: false, error: 'operation_timeout' });
    expect(performance.now() - before).toBeGreaterThan(2900);
    expect(await slack.messages(newsroom)).toMatchObject([
      { userId: 'USLACKBOT', text: '/parrot failed with the error "operation_timeout"' },
    ]);
  });

  it('with nobody connected fails at once', async () => {
    const slack = await startSlack();
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot' })).toMatchObject({
      error: 'dispatch_failed',
    });
    await slack.switchToHttp('http://127.0.0.1:9/slack/events');
    expect((await slack.state()).bot).toMatchObject({ mode: 'socket', connected: false });
  });

  it('that nobody knows is explained by Slackbot', async () => {
    const slack = await startSlack();
    expect(await slack.do('message', { channelId: newsroom, text: '/parot hi' })).toMatchObject({
      error: 'unknown_command',
    });
    const [said] = await slack.messages(newsroom);
    expect(said).toMatchObject({ userId: 'USLACKBOT', ephemeralTo: dana });
    expect(said?.text).toMatch(/^`\/parot` is not a valid command\. In Slack, all messages that start with/);
  });

  it('in a thread is refused, as in Slack', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'parent' });
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot', threadTs: ts })).toMatchObject({
      ok: false,
      error: 'command_in_thread',
    });
    expect((await slack.messages(newsroom)).at(-1)).toMatchObject({ userId: 'USLACKBOT', threadTs: ts });
  });

  it('preceded by a space is a message', async () => {
    const slack = await startSlack();
    expect(await slack.do('message', { channelId: newsroom, text: ' /parrot' })).toMatchObject({
      ok: true,
      ts: expect.any(String),
    });
  });

  it('/invite brings the bot in', async () => {
    const slack = await startSlack();
    await slack.do('message', { channelId: policy, text: '/invite @Parrot Bot' });
    expect(slack.workspace.isMember(policy, bot)).toBe(true);
    expect(await slack.messages(policy)).toMatchObject([{ text: `<@${bot}> was added to the channel by <@${dana}>` }]);
  });
});

describe('a response_url', () => {
  async function withCommand() {
    const slack = await startSlack();
    const urls: string[] = [];
    await startSocketApp(slack, (app) => {
      app.command('/parrot', async ({ command, ack }) => {
        urls.push(command.response_url);
        await ack('first');
      });
    });
    await slack.do('message', { channelId: policy, text: '/parrot' });
    const [url = ''] = urls;
    const respond = async (body: object) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return [response.status, await response.text()];
    };
    return { slack, respond };
  }

  it('answers to the asker, or to all, even where the bot isn’t a member', async () => {
    const { slack, respond } = await withCommand();
    expect(await respond({ text: 'psst' })).toEqual([200, 'ok']);
    expect(await respond({ text: 'loud', response_type: 'in_channel' })).toEqual([200, 'ok']);
    expect((await slack.messages(policy, sam)).map(({ text }) => text)).toEqual(['loud']);
    expect((await slack.messages(policy)).map(({ text }) => text)).toEqual(['first', 'psst', 'loud']);
  });

  it('replaces and deletes the first answer', async () => {
    const { slack, respond } = await withCommand();
    await respond({ text: 'better', replace_original: true });
    expect(await slack.messages(policy)).toMatchObject([{ text: 'better', ephemeralTo: dana }]);
    await respond({ delete_original: true });
    expect(await slack.messages(policy)).toEqual([]);
  });

  it('works five times, and a refused answer doesn’t count', async () => {
    const { respond } = await withCommand();
    expect(await respond({ text: 'a', blocks: [{ type: 'nonsense' }] })).toEqual([400, 'invalid_blocks']);
    expect(await respond({})).toEqual([500, 'no_text']);
    for (let use = 1; use <= 5; use += 1) expect(await respond({ text: 'a' })).toEqual([200, 'ok']);
    expect(await respond({ text: 'a' })).toEqual([404, 'used_url']);
  });

  it('works for half an hour', async () => {
    const { slack, respond } = await withCommand();
    slack.clock.advance(29 * 60_000);
    expect(await respond({ text: 'a' })).toEqual([200, 'ok']);
    slack.clock.advance(61_000);
    expect(await respond({ text: 'a' })).toEqual([404, 'expired_url']);
  });

  it('is what Bolt’s respond() uses', async () => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.command('/parrot', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'later' });
      });
    });
    await slack.do('message', { channelId: newsroom, text: '/parrot' });
    await eventually(async () => expect(await slack.messages(newsroom)).toMatchObject([{ text: 'later' }]));
  });
});
