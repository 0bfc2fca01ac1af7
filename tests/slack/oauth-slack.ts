/** The part of Slack that an installation talks to: it gives out tokens and remembers which token each call carried. */
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Call {
  readonly method: string;
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface OAuthSlack {
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** Tokens that are given out from now on live this long; `null`: for ever. */
  lifetimeSeconds: number | null;
}

/** An authorization code is the id of the workspace that installs the app: `T1` gets `xoxb-T1-1`, then `xoxb-T1-2`. */
export async function startOAuthSlack(): Promise<OAuthSlack> {
  const calls: Call[] = [];
  const given = new Map<string, number>();
  const state: { lifetimeSeconds: number | null } = { lifetimeSeconds: null };

  const giveToken = (team: string) => {
    const count = (given.get(team) ?? 0) + 1;
    given.set(team, count);
    const token = { access_token: `xoxb-${team}-${count}` };
    if (state.lifetimeSeconds === null) return token;
    return { ...token, refresh_token: `xoxe-${team}-${count}`, expires_in: state.lifetimeSeconds };
  };
  const answer = ({ method, token, fields }: Call): object => {
    if (method === 'auth.test')
      return { ok: true, bot_id: `B${token.length}`, user_id: 'UBOT', url: 'https://x.slack.com/' };
    if (method !== 'oauth.v2.access') return { ok: true, ts: '1.1', channel: 'C1' };
    const team = fields['code'] ?? fields['refresh_token']?.split('-')[1] ?? '';
    if (fields['client_secret'] !== 'client-secret') return { ok: false, error: 'bad_client_secret' };
    return {
      ok: true,
      ...giveToken(team),
      token_type: 'bot',
      scope: 'commands,chat:write',
      bot_user_id: 'UBOT',
      app_id: 'A1',
      team: { id: team, name: team },
      enterprise: null,
      authed_user: { id: 'UINSTALLER' },
      is_enterprise_install: false,
    };
  };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const call: Call = {
        method: (request.url ?? '').replace('/api/', ''),
        token: (request.headers.authorization ?? '').replace('Bearer ', ''),
        fields: Object.fromEntries(new URLSearchParams(body)),
      };
      calls.push(call);
      response.setHeader('content-type', 'application/json');
      // Slowly enough for two requests to meet.
      setTimeout(() => response.end(JSON.stringify(answer(call))), 20);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(state, { apiUrl: `http://127.0.0.1:${port}/api/`, calls });
}
