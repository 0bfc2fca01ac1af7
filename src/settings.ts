/** The form of each setting by itself; which go together is `config.ts`'s matter. */
import * as z from 'zod/mini';
import { LOG_LEVELS } from './bot/log.ts';
import type { NonEmpty } from './core/answer.ts';
import { Secret } from './secret.ts';
import { HISTORY_SCOPES, OPTIONAL_SCOPES, type OptionalScope } from './slack/scopes.ts';

const APP_PAGE = 'api.slack.com/apps, your app';

/** Where each setting is found, for the person who has to type it. */
export const WHERE = {
  SLACK_BOT_TOKEN: `starts with "xoxb-". Find it at ${APP_PAGE}, "OAuth & Permissions", after installing the app`,
  SLACK_APP_TOKEN: `starts with "xapp-". Make one at ${APP_PAGE}, "Basic Information", "App-Level Tokens", with the scope connections:write`,
  SLACK_SIGNING_SECRET: `is the secret shown at ${APP_PAGE}, "Basic Information", "App Credentials", "Signing Secret"`,
  SLACK_CLIENT_ID: `looks like "123456789.987654321". Find it at ${APP_PAGE}, "Basic Information", "App Credentials"`,
  SLACK_CLIENT_SECRET: `is shown at ${APP_PAGE}, "Basic Information", "App Credentials"`,
  SLACK_STATE_SECRET: 'is any random text of your own, at least 16 characters; "openssl rand -hex 32" makes one',
  TOKEN_ENCRYPTION_KEY:
    'is 32 random bytes in base64; "openssl rand -base64 32" makes one. Keep it: without it stored tokens are lost',
} as const;

const token = (name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', pattern: RegExp) =>
  z.optional(z.pipe(z.string().check(z.regex(pattern, `is malformed: it ${WHERE[name]}.`)), z.transform(secret)));

const opaque = (name: keyof typeof WHERE, min: number) =>
  z.optional(
    z.pipe(
      z
        .string()
        .check(
          z.minLength(min, `is too short: it ${WHERE[name]}.`),
          z.regex(/^\S+$/, `has white space in it: it ${WHERE[name]}.`),
          z.regex(/^(?!xox|xapp-)/, `holds a token: it ${WHERE[name]}.`),
        ),
      z.transform(secret),
    ),
  );

const NOT_A_PORT = 'is not a port. Give a number from 0 to 65535 (0 is any free port), or leave it out for 3000.';
const NOT_AN_API =
  'is not a web address. Leave it out for https://slack.com/api/, or give one such as https://slack-gov.com/api/.';
const ALLOWED_SCOPES: readonly string[] = [...OPTIONAL_SCOPES, ...HISTORY_SCOPES];
const NOT_OPTIONAL_SCOPES = `holds something else than ${ALLOWED_SCOPES.join(', ')}. Give some of these with commas between, or leave it out for ${OPTIONAL_SCOPES.join(',')}.`;
const NOT_POSTGRES =
  'is not a PostgreSQL address. Give one such as postgres://user:password@host:5432/name, or leave it out for the embedded database.';

/** Blank values never get here, so what is there was meant. */
export const settings = z.object({
  SLACK_BOT_TOKEN: token('SLACK_BOT_TOKEN', /^(xoxe\.)?xoxb-[\w.-]+$/),
  SLACK_APP_TOKEN: token('SLACK_APP_TOKEN', /^xapp-[\w.-]+$/),
  SLACK_SIGNING_SECRET: opaque('SLACK_SIGNING_SECRET', 8),
  SLACK_CLIENT_ID: z.optional(z.string().check(z.regex(/^[\w.-]+$/, `is malformed: it ${WHERE.SLACK_CLIENT_ID}.`))),
  SLACK_CLIENT_SECRET: opaque('SLACK_CLIENT_SECRET', 8),
  SLACK_STATE_SECRET: opaque('SLACK_STATE_SECRET', 16),
  TOKEN_ENCRYPTION_KEY: z.optional(
    z.pipe(
      z.string().check(z.refine(areKeys, `is malformed: it ${WHERE.TOKEN_ENCRYPTION_KEY}.`)),
      z.transform(secrets),
    ),
  ),
  SLACK_OPTIONAL_SCOPES: z._default(
    z.pipe(
      z.string().check(z.refine((list) => names(list).every(isOptionalScope), NOT_OPTIONAL_SCOPES)),
      z.transform((list: string) => names(list).filter(isOptionalScope)),
    ),
    [...OPTIONAL_SCOPES],
  ),
  SLACK_API_URL: z._default(
    z.pipe(
      z.string().check(z.refine(isWebAddress, NOT_AN_API)),
      z.transform((url: string) => (url.endsWith('/') ? url : `${url}/`)),
    ),
    'https://slack.com/api/',
  ),
  PORT: z._default(
    z.pipe(
      z.string().check(
        z.regex(/^\d{1,5}$/, NOT_A_PORT),
        z.refine((port) => Number(port) <= 65_535, NOT_A_PORT),
      ),
      z.transform(Number),
    ),
    3000,
  ),
  DATABASE_URL: z.optional(z.pipe(z.string().check(z.refine(isPostgres, NOT_POSTGRES)), z.transform(secret))),
  DATA_DIR: z._default(z.string(), './data'),
  FACTS_DIR: z._default(z.string(), './facts'),
  QUESTION_REPORT: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((value: string) => value.toLowerCase()),
      ),
      z.enum(['on', 'off'], 'is neither "on" nor "off".'),
    ),
  ),
  LOG_LEVEL: z._default(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((level: string) => level.toLowerCase()),
      ),
      z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}.`),
    ),
    'info',
  ),
});

export type Settings = z.output<typeof settings>;

function secret(value: string): Secret {
  return new Secret(value);
}

/** One, or several with a comma between. */
function secrets(values: string): NonEmpty<Secret> {
  const [first = '', ...others] = values.split(',');
  return [secret(first), ...others.map(secret)];
}

function names(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

function isOptionalScope(name: string): name is OptionalScope {
  return ALLOWED_SCOPES.includes(name);
}

function areKeys(values: string): boolean {
  return values.split(',').every(isKey);
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(value) && Buffer.from(value, 'base64').length === 32;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isPostgres(value: string): boolean {
  return URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol);
}
