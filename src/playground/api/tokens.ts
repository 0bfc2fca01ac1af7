import { Refusal } from './refusal.ts';

/** What a token may do. */
export interface Token {
  readonly kind: 'bot' | 'app';
  readonly scopes: ReadonlySet<string>;
}

/** The tokens that this workspace has issued. */
export class Tokens {
  readonly #tokens = new Map<string, Token>();
  readonly #ended = new Map<string, 'token_revoked' | 'account_inactive'>();

  issue(token: string, kind: Token['kind'], scopes: Iterable<string>): void {
    this.#tokens.set(token, { kind, scopes: new Set(scopes) });
  }

  /** Ends one token, by its text or as `require` gave it. */
  revoke(ended: string | Token): void {
    for (const [text, token] of this.#tokens) if (text === ended || token === ended) this.#end(text, 'token_revoked');
  }

  /** Ends every bot token, as uninstalling the app does. */
  uninstall(): void {
    for (const [text, { kind }] of this.#tokens) if (kind === 'bot') this.#end(text, 'account_inactive');
  }

  /** Whether any bot token is good: whether the app is installed. */
  get isInstalled(): boolean {
    return [...this.#tokens.values()].some(({ kind }) => kind === 'bot');
  }

  /** The scopes of all good bot tokens. */
  get botScopes(): ReadonlySet<string> {
    return new Set([...this.#tokens.values()].flatMap(({ kind, scopes }) => (kind === 'bot' ? [...scopes] : [])));
  }

  /** @throws Refusal `not_authed`, `invalid_auth`, `token_revoked` or `account_inactive`. */
  require(token: string | undefined): Token {
    if (token === undefined || token === '') throw new Refusal('not_authed');
    const known = this.#tokens.get(token);
    if (known === undefined) throw new Refusal(this.#ended.get(token) ?? 'invalid_auth');
    return known;
  }

  #end(token: string, error: 'token_revoked' | 'account_inactive'): void {
    this.#tokens.delete(token);
    this.#ended.set(token, error);
  }
}

/** @throws Refusal `missing_scope` unless the token has at least one of `needed`. */
export function requireScope(token: Token, ...needed: readonly string[]): void {
  if (needed.length === 0 || needed.some((scope) => token.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: needed.join(','), provided: [...token.scopes].join(',') });
}
