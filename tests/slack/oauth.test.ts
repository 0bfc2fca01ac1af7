import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { OPTIONAL_SCOPES, SCOPES } from '../../src/slack/scopes.ts';
import { type OAuthSlack, startOAuthSlack } from './oauth-slack.ts';
import { type OurBot, startBotWith } from './our-bot.ts';

const SECRET = '0123456789abcdef0123456789abcdef';

async function start(env: Record<string, string> = {}): Promise<{ slack: OAuthSlack; bot: OurBot }> {
  const slack = await startOAuthSlack();
  const bot = await startBotWith({
    SLACK_CLIENT_ID: '123.456',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: 'a-random-text-of-mine',
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.apiUrl,
    ...env,
  });
  return { slack, bot };
}

/** Opens the installation page, as a browser does. */
async function openInstall(bot: OurBot): Promise<{ location: URL; cookie: string }> {
  const page = await fetch(`${bot.url}/slack/install`, { redirect: 'manual' });
  expect(page.status).toBe(302);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { location: new URL(page.headers.get('location') ?? ''), cookie };
}

async function install(bot: OurBot, team: string): Promise<Response> {
  const { location, cookie } = await openInstall(bot);
  const state = location.searchParams.get('state') ?? '';
  return fetch(`${bot.url}/slack/oauth_redirect?code=${team}&state=${state}`, { headers: { cookie } });
}

let events = 0;

function event(bot: OurBot, team: string, content: object, time = Math.floor(Date.now() / 1000)): Promise<Response> {
  events += 1;
  const body = { type: 'event_callback', team_id: team, event_id: `Ev${events}`, event_time: time, event: content };
  return bot.send({ body: JSON.stringify({ ...body, authorizations: [{ team_id: team, enterprise_id: null }] }) });
}

function mention(bot: OurBot, team: string): Promise<Response> {
  const ts = `${events}.0001`;
  return event(bot, team, { type: 'app_mention', user: 'U1', text: '<@UBOT> people', channel: 'C1', ts });
}

function posts(slack: OAuthSlack): readonly string[] {
  return slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
}

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

describe('a workspace installs the app', () => {
  it('is sent to Slack with the five scopes, two that may be left out, and a state of its own', async () => {
    const { slack, bot } = await start();
    const { location } = await openInstall(bot);
    expect(location.href).toContain(slack.apiUrl.replace('/api/', '/oauth/v2/authorize?'));
    expect(location.searchParams.get('scope')).toBe([...SCOPES, ...OPTIONAL_SCOPES].join(','));
    expect(location.searchParams.get('scope')).not.toMatch(/(channels|groups):history/);
    expect(location.searchParams.get('client_id')).toBe('123.456');
    expect((await openInstall(bot)).location.searchParams.get('state')).not.toBe(location.searchParams.get('state'));
  });

  it('is asked for the optional scopes that the deployment names', async () => {
    const { bot } = await start({ SLACK_OPTIONAL_SCOPES: 'channels:read,channels:history' });
    const { location } = await openInstall(bot);
    expect(location.searchParams.get('scope')).toBe([...SCOPES, 'channels:read', 'channels:history'].join(','));
  });

  it('is answered with its own token from then on, beside others', async () => {
    const { slack, bot } = await start();
    const page = await install(bot, 'T1');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('is installed');
    await install(bot, 'T2');
    for (const team of ['T1', 'T2', 'T1']) {
      const before = posts(slack).length;
      expect((await mention(bot, team)).status).toBe(200);
      await eventually(() => expect(posts(slack)).toHaveLength(before + 1));
    }
    expect(posts(slack)).toEqual(['xoxb-T1-1', 'xoxb-T2-1', 'xoxb-T1-1']);
  });

  it('leaves no token readable on the disk or in the log', async () => {
    const { bot } = await start({ LOG_LEVEL: 'debug' });
    await install(bot, 'T1');
    const files = readdirSync(bot.dataDir).map((name) => readFileSync(join(bot.dataDir, name), 'latin1'));
    expect(files.length).toBeGreaterThan(0);
    expect(files.join('')).not.toContain('xoxb-T1-1');
    expect(JSON.stringify(bot.logged)).not.toContain('xoxb-T1-1');
    expect(JSON.stringify(bot.logged)).not.toContain('client-secret');
  });

  it.each([
    ['without a state', (state: string, cookie: string) => ({ query: 'code=T1', cookie, state })],
    ['with a state of another browser', (state: string) => ({ query: `code=T1&state=${state}`, cookie: '' })],
    ['with a forged state', (_: string, cookie: string) => ({ query: 'code=T1&state=forged', cookie })],
    ['declined', (state: string, cookie: string) => ({ query: `error=access_denied&state=${state}`, cookie })],
  ])('is refused %s', async (_, make) => {
    const { slack, bot } = await start();
    const { location, cookie } = await openInstall(bot);
    const request = make(location.searchParams.get('state') ?? '', cookie);
    const page = await fetch(`${bot.url}/slack/oauth_redirect?${request.query}`, {
      headers: { cookie: request.cookie },
    });
    expect(page.status).toBe(400);
    expect(await page.text()).not.toMatch(/forged|denied/);
    expect(slack.calls).toEqual([]);
  });

  it('works in Socket Mode, too', async () => {
    const { startSlack } = await import('../playground/local-slack.ts');
    const playground = await startSlack({ manifest: 'manifest.yml' });
    const bot = await startBotWith({
      SLACK_CLIENT_ID: '123.456',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_STATE_SECRET: 'a-random-text-of-mine',
      TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      SLACK_APP_TOKEN: playground.appToken,
      SLACK_API_URL: playground.apiUrl,
    });
    expect((await openInstall(bot)).location.searchParams.get('client_id')).toBe('123.456');
  });
});

describe('a workspace that has not installed the app', () => {
  it('is not answered, and says so once in the log', async () => {
    const { slack, bot } = await start();
    expect((await mention(bot, 'T9')).status).toBe(200);
    await eventually(() => expect(bot.logged).toContainEqual(expect.objectContaining({ level: 'error' })));
    expect(posts(slack)).toEqual([]);
  });
});

describe('a workspace removes the app', () => {
  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }],
  ])('its tokens are deleted: %s', async (_, content) => {
    const { slack, bot } = await start();
    await install(bot, 'T1');
    await install(bot, 'T2');
    await event(bot, 'T1', content, Math.floor(Date.now() / 1000) + 1);
    await eventually(() => expect(bot.logged).toContainEqual(expect.objectContaining({ message: 'Uninstalled' })));
    await mention(bot, 'T1');
    await mention(bot, 'T2');
    await eventually(() => expect(posts(slack)).toEqual(['xoxb-T2-1']));
  });

  it('a revoked token of a person is none of ours', async () => {
    const { slack, bot } = await start();
    await install(bot, 'T1');
    await event(bot, 'T1', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, Math.floor(Date.now() / 1000) + 1);
    await mention(bot, 'T1');
    await eventually(() => expect(posts(slack)).toEqual(['xoxb-T1-1']));
  });

  it('and installs it again: a late word of the removal changes nothing', async () => {
    const { slack, bot } = await start();
    await install(bot, 'T1');
    await event(bot, 'T1', { type: 'app_uninstalled' }, Math.floor(Date.now() / 1000) - 60);
    await mention(bot, 'T1');
    await eventually(() => expect(posts(slack)).toEqual(['xoxb-T1-1']));
  });
});

describe('a token that expires', () => {
  it('is renewed before it does, once for all requests that meet', async () => {
    const { slack, bot } = await start();
    slack.lifetimeSeconds = 30;
    await install(bot, 'T1');
    slack.lifetimeSeconds = 43_200;
    await Promise.all([mention(bot, 'T1'), mention(bot, 'T1'), mention(bot, 'T1')]);
    await eventually(() => expect(posts(slack)).toEqual(['xoxb-T1-2', 'xoxb-T1-2', 'xoxb-T1-2']));
    const renewals = slack.calls.filter(({ fields }) => fields['grant_type'] === 'refresh_token');
    expect(renewals).toHaveLength(1);
  });

  it('is used while it is good, and renewed beside', async () => {
    const { slack, bot } = await start();
    slack.lifetimeSeconds = 3600;
    await install(bot, 'T1');
    slack.lifetimeSeconds = 43_200;
    await mention(bot, 'T1');
    await eventually(() => expect(posts(slack)).toEqual(['xoxb-T1-1']));
    await eventually(() => expect(slack.calls.some(({ fields }) => 'refresh_token' in fields)).toBe(true));
    await vi.waitFor(
      async () => {
        await mention(bot, 'T1');
        expect(posts(slack)).toContain('xoxb-T1-2');
      },
      { timeout: 10_000 },
    );
  });
});
