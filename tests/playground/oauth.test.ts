import { App, HTTPReceiver, MemoryInstallationStore } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort, startSocketApp } from './bolt-app.ts';
import {
  bot,
  clientOf,
  dana,
  danaWithBot,
  eventually,
  newsroom,
  refusalOf,
  silent,
  startSlack,
} from './local-slack.ts';

/** A real Bolt app that people install, over signed HTTP. */
async function startInstallable(slack: Awaited<ReturnType<typeof startSlack>>) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const receiver = new HTTPReceiver({
    port,
    signingSecret: slack.signingSecret,
    clientId: slack.installs.clientId,
    clientSecret: slack.installs.clientSecret,
    stateSecret: 'a state secret',
    scopes: ['commands', 'chat:write'],
    redirectUri: `${base}/slack/oauth_redirect`,
    installationStore: new MemoryInstallationStore(),
    logger: silent,
    installerOptions: {
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: `${slack.url}/oauth/v2/authorize`,
      clientOptions: { slackApiUrl: slack.apiUrl },
    },
  });
  const app = new App({ receiver, clientOptions: { slackApiUrl: slack.apiUrl }, logger: silent });
  app.command('/parrot', async ({ ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: newsroom, text: 'with a token of its own' });
  });
  await app.start(port);
  onTestFinished(async () => {
    await app.stop();
  });
  await slack.switchToHttp(`${base}/slack/events`);
  return base;
}

/** A person's browser: goes to the install page and decides on the consent page. Gives the app's last answer. */
async function install(base: string, decision: 'allow' | 'cancel'): Promise<Response> {
  const start = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  const consent = start.headers.get('location') ?? '';
  expect(await (await fetch(consent)).text()).toContain('<li>chat:write</li>');
  const decided = await fetch(consent, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ decision }) });
  const cookie = start.headers.get('set-cookie') ?? '';
  return fetch(decided.headers.get('location') ?? '', { headers: { cookie } });
}

describe('installing', () => {
  it('gives a real Bolt app its token', async () => {
    const slack = await startSlack();
    const base = await startInstallable(slack);
    expect((await install(base, 'allow')).status).toBe(200);
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot' })).toMatchObject({ ok: true });
    await eventually(async () =>
      expect(await slack.messages(newsroom)).toMatchObject([{ userId: bot, text: 'with a token of its own' }]),
    );
  });

  it('can be declined', async () => {
    const slack = await startSlack();
    const base = await startInstallable(slack);
    const answer = await install(base, 'cancel');
    expect(answer.status).toBe(500);
    expect(slack.api.calls.map(({ method }) => method)).not.toContain('oauth.v2.access');
  });

  it.each([
    [{ client_id: 'other' }, 'invalid_client_id'],
    [{ redirect_uri: 'https://example.com/' }, 'bad_redirect_uri'],
    [{ scope: '' }, 'invalid_scope'],
  ])('with %j is refused', async (change, error) => {
    const slack = await startSlack();
    const query = {
      client_id: slack.installs.clientId,
      redirect_uri: 'http://localhost:1/',
      scope: 'commands',
      ...change,
    };
    const response = await fetch(`${slack.url}/oauth/v2/authorize?${new URLSearchParams(query)}`);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(error)]);
  });
});

describe('scopes that the manifest calls optional', () => {
  const optional = {
    display_information: { name: 'Parrot' },
    oauth_config: { scopes: { bot: ['commands', 'channels:read'], bot_optional: ['channels:read'] } },
  };

  it.each([
    [[], 'commands'],
    [['channels:read'], 'commands,channels:read'],
    [['users:read'], 'commands'],
  ])('are granted where the person leaves them ticked: %j', async (ticked, granted) => {
    const slack = await startSlack({ manifest: optional });
    const { clientId: client_id, clientSecret: client_secret } = slack.installs;
    const redirect_uri = 'http://localhost:1/back';
    const query = new URLSearchParams({ client_id, redirect_uri, scope: 'commands,channels:read' });
    const url = `${slack.url}/oauth/v2/authorize?${query}`;
    expect(await (await fetch(url)).text()).toContain('channels:read (optional)');
    const body = new URLSearchParams({ decision: 'allow' });
    for (const scope of ticked) body.append('optional', scope);
    const decided = await fetch(url, { method: 'POST', redirect: 'manual', body });
    const code = new URL(decided.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const access = await clientOf(slack, '').oauth.v2.access({ client_id, client_secret, code, redirect_uri });
    expect(access.scope).toBe(granted);
  });
});

describe('oauth.v2.access', () => {
  async function withCode() {
    const slack = await startSlack();
    const { clientId: client_id, clientSecret: client_secret } = slack.installs;
    const redirect_uri = 'http://localhost:1/back';
    const query = new URLSearchParams({ client_id, redirect_uri, scope: 'commands,chat:write', state: 's' });
    const body = new URLSearchParams({ decision: 'allow' });
    const url = `${slack.url}/oauth/v2/authorize?${query}`;
    const decided = await fetch(url, { method: 'POST', redirect: 'manual', body });
    const back = new URL(decided.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s');
    const good = { client_id, client_secret, code: back.searchParams.get('code') ?? '', redirect_uri };
    const access = (change: object = {}) => clientOf(slack, '').oauth.v2.access({ ...good, ...change });
    return { slack, access };
  }

  it('exchanges a code once', async () => {
    const { slack, access } = await withCode();
    const granted = await access();
    expect(granted).toMatchObject({
      scope: 'commands,chat:write',
      bot_user_id: bot,
      authed_user: { id: dana },
      team: { id: 'T0PLAYGRND' },
    });
    expect(await clientOf(slack, granted.access_token ?? '').auth.test()).toMatchObject({ ok: true });
    expect(await refusalOf(access())).toMatchObject({ error: 'code_already_used' });
  });

  it.each([
    [{ client_id: 'other' }, 'invalid_client_id'],
    [{ client_secret: 'other' }, 'bad_client_secret'],
    [{ code: 'other' }, 'invalid_code'],
    [{ redirect_uri: 'http://localhost:2/' }, 'bad_redirect_uri'],
  ])('refuses %j', async (change, error) => {
    const { access } = await withCode();
    expect(await refusalOf(access(change))).toMatchObject({ error });
  });

  it('refuses a code after ten minutes', async () => {
    const { slack, access } = await withCode();
    slack.clock.advance(10 * 60_000 + 1000);
    expect(await refusalOf(access())).toMatchObject({ error: 'invalid_code' });
  });
});

describe('uninstalling', () => {
  it('tells the app, ends its tokens and takes it out of its channels', async () => {
    const settings = { event_subscriptions: { bot_events: ['app_uninstalled', 'tokens_revoked', 'message.im'] } };
    const slack = await startSlack({
      manifest: { display_information: { name: 'Parrot' }, settings },
      scopes: ['im:history'],
    });
    const heard: string[] = [];
    await startSocketApp(slack, (app) => {
      app.event('tokens_revoked', async ({ event }) => void heard.push(event.type));
      app.event('app_uninstalled', async ({ event }) => void heard.push(event.type));
    });
    expect(await slack.do('uninstall', {})).toEqual({ ok: true });
    await eventually(() => expect(heard).toEqual(['tokens_revoked', 'app_uninstalled']));
    expect(await refusalOf(slack.client.auth.test())).toMatchObject({ error: 'account_inactive' });
    expect(slack.workspace.isMember(newsroom, bot)).toBe(false);
    await slack.do('message', { channelId: danaWithBot, text: 'anyone?' });
    expect(slack.events.sent).toHaveLength(2);
  });

  it('auth.revoke ends one token', async () => {
    const slack = await startSlack();
    expect(await slack.client.auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await slack.client.auth.revoke()).toMatchObject({ revoked: true });
    expect(await refusalOf(slack.client.auth.test())).toMatchObject({ error: 'token_revoked' });
  });
});
