import { Refusal } from './refusal.ts';

/** What a token may do. */
export interface Token {
  readonly kind: 'bot' | 'app';
  readonly scopes: ReadonlySet<string>;
}

/** The tokens that this workspace has issued. */
export class Tokens {
  readonly #tokens = new Map<string, Token | 'revoked'>();

  issue(token: string, kind: Token['kind'], scopes: Iterable<string>): void {
    this.#tokens.set(token, { kind, scopes: new Set(scopes) });
  }

  revoke(token: string): void {
    this.#tokens.set(token, 'revoked');
  }

  /** @throws Refusal `not_authed`, `invalid_auth` or `token_revoked`. */
  require(token: string | undefined): Token {
    if (token === undefined || token === '') throw new Refusal('not_authed');
    const known = this.#tokens.get(token);
    if (known === undefined) throw new Refusal('invalid_auth');
    if (known === 'revoked') throw new Refusal('token_revoked');
    return known;
  }
}

/** @throws Refusal `missing_scope` unless the token has at least one of `needed`. */
export function requireScope(token: Token, ...needed: readonly string[]): void {
  if (needed.length === 0 || needed.some((scope) => token.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: needed.join(','), provided: [...token.scopes].join(',') });
}
