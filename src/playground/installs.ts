import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tokens } from './api/tokens.ts';
import type { Clock } from './clock.ts';
import { readBody, sendText } from './http.ts';
import { newSecret } from './workspace/ids.ts';
import { escapeText } from './workspace/text.ts';

/** How long a code may be exchanged, in milliseconds. */
const codeLifetime = 10 * 60 * 1000;

/** Path of the page on which a person installs the app. */
export const authorizePath = '/oauth/v2/authorize';

interface Code {
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly expires: number;
  used: boolean;
}

/** What an app gets for a code. */
export interface Grant {
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly token: string;
}

/** Installing the app through OAuth v2: the consent page, codes, and the tokens they are exchanged for. */
export class Installs {
  readonly clientId = `1000000000.${Date.now()}`;
  readonly clientSecret = newSecret();
  readonly #clock: Clock;
  readonly #tokens: Tokens;
  readonly #userId: string;
  readonly #optional: ReadonlySet<string>;
  readonly #codes = new Map<string, Code>();

  /**
   * @param userId Who installs, when the consent page names nobody.
   * @param optional Scopes that the person may leave out.
   */
  constructor(clock: Clock, tokens: Tokens, userId: string, optional: Iterable<string> = []) {
    this.#clock = clock;
    this.#tokens = tokens;
    this.#userId = userId;
    this.#optional = new Set(optional);
  }

  /** Shows the consent page; a POST is the decision, and leads back to the app. */
  async authorize(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const redirectUri = query.get('redirect_uri') ?? '';
    const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
    const problem =
      query.get('client_id') !== this.clientId
        ? 'invalid_client_id'
        : !isLocal(redirectUri)
          ? 'bad_redirect_uri'
          : scopes.length === 0
            ? 'invalid_scope'
            : undefined;
    if (problem !== undefined)
      return sendText(response, 400, `Something went wrong when authorizing this app: ${problem}\n`);
    if (request.method !== 'POST') return sendPage(response, scopes, this.#optional);
    const decided = new URLSearchParams(await readBody(request));
    const allowed = decided.get('decision') === 'allow';
    const chosen = decided.getAll('optional');
    const granted = scopes.filter((scope) => !this.#optional.has(scope) || chosen.includes(scope));
    const back = new URL(redirectUri);
    if (allowed) back.searchParams.set('code', this.#issueCode(granted, redirectUri));
    else back.searchParams.set('error', 'access_denied');
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: back.href });
    response.end();
  }

  /** @returns what the app is granted, or Slack's error. */
  exchange(request: {
    code: string;
    clientId: string;
    clientSecret: string;
    redirectUri: string | undefined;
  }): Grant | string {
    if (request.clientId !== this.clientId) return 'invalid_client_id';
    if (request.clientSecret !== this.clientSecret) return 'bad_client_secret';
    const code = this.#codes.get(request.code);
    if (code === undefined || this.#clock.now() > code.expires) return 'invalid_code';
    if (code.used) return 'code_already_used';
    if (request.redirectUri !== undefined && request.redirectUri !== code.redirectUri) return 'bad_redirect_uri';
    code.used = true;
    const token = `xoxb-playground-${newSecret(12)}`;
    this.#tokens.issue(token, 'bot', code.scopes);
    return { token, userId: code.userId, scopes: code.scopes };
  }

  #issueCode(scopes: readonly string[], redirectUri: string): string {
    const code = newSecret();
    const expires = this.#clock.now() + codeLifetime;
    this.#codes.set(code, { userId: this.#userId, scopes, redirectUri, expires, used: false });
    return code;
  }
}

/** Redirects stay on this machine. Slack takes those that the app's settings list. */
function isLocal(uri: string): boolean {
  return URL.canParse(uri) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(uri).hostname);
}

function sendPage(response: ServerResponse, scopes: readonly string[], optional: ReadonlySet<string>): void {
  const item = (scope: string): string => {
    const name = escapeText(scope);
    if (!optional.has(scope)) return `<li>${name}</li>`;
    return `<li><label><input type="checkbox" name="optional" value="${name}" checked> ${name} (optional)</label></li>`;
  };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`<!doctype html>
<html lang="en">
<title>Install the app</title>
<h1>Install the app in Playground?</h1>
<p>It will be able to:</p>
<form method="post">
<ul>${scopes.map(item).join('')}</ul>
  <button name="decision" value="allow">Allow</button>
  <button name="decision" value="cancel">Cancel</button>
</form>
`);
}
