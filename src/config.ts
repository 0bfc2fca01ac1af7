/** The settings: the only reader of the environment and of `.env`. CONTRACT: README, "Settings". */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { LOG_LEVELS, type LogLevel } from './bot/log.ts';
import type { NonEmpty } from './core/answer.ts';
import { Secret } from './secret.ts';

export interface Config {
  readonly transport: Transport;
  readonly workspace: Workspace;
  readonly storage: Storage;
  /** Web API base; always ends in a slash. */
  readonly slackApiUrl: string;
  /** 0 is any free port. */
  readonly port: number;
  readonly factsDir: string;
  readonly logLevel: LogLevel;
}

/** How Slack's requests arrive. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: Secret }
  | { readonly kind: 'http'; readonly signingSecret: Secret };

/** One workspace with its token, or many that install the app themselves. */
export type Workspace = { readonly kind: 'single'; readonly botToken: Secret } | OAuth;

export interface OAuth {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly stateSecret: Secret;
  /** Each 32 bytes in base64. The first encrypts, all decrypt: a key is changed by putting the next one in front. */
  readonly tokenEncryptionKeys: NonEmpty<Secret>;
}

export type Storage =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: Secret };

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the settings, each problem one line that names its variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `${problems.length} setting${problems.length === 1 ? '' : 's'} to correct:\n${problems.map(bullet).join('')}`,
    );
    this.problems = problems;
  }
}

const bullet = (problem: string): string => `  ${problem}\n`;

/**
 * The process's environment; what it lacks is taken from `.env` in the working directory, where there is one.
 * @throws ConfigError where `.env` is there and can't be read
 */
export function readEnvironment(): Environment {
  let text: string;
  try {
    text = readFileSync('.env', 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return process.env;
    throw new ConfigError(['.env is there but cannot be read. Make it a readable file, or remove it.']);
  }
  return { ...parseEnv(text), ...process.env };
}

/**
 * @param environment variables by name; an empty or blank value counts as none, so that a copy of `.env.example` works
 * @throws ConfigError with every problem there is, not only the first
 */
export function parseConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
  const parsed = settings.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(describeIssue);
  problems.push(...missingSettings(given), ...clashingSettings(given));
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)].sort());
  return toConfig(parsed.data);
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${String(path[0])} ${message}`;
}

const APP_PAGE = 'api.slack.com/apps, your app';

/** Where each setting is found, for the person who has to type it. */
const WHERE = {
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
  z.string().regex(pattern, `is malformed: it ${WHERE[name]}.`).transform(secret);

const opaque = (name: keyof typeof WHERE, min: number) =>
  z
    .string()
    .min(min, `is too short: it ${WHERE[name]}.`)
    .regex(/^\S+$/, `has white space in it: it ${WHERE[name]}.`)
    .refine((value) => !/^x(ox|app)/.test(value), `holds a token: it ${WHERE[name]}.`)
    .transform(secret);

const NOT_A_PORT = 'is not a port. Give a number from 0 to 65535 (0 is any free port), or leave it out for 3000.';

const settings = z.object({
  SLACK_BOT_TOKEN: token('SLACK_BOT_TOKEN', /^(xoxe\.)?xoxb-[\w.-]+$/).optional(),
  SLACK_APP_TOKEN: token('SLACK_APP_TOKEN', /^xapp-[\w.-]+$/).optional(),
  SLACK_SIGNING_SECRET: opaque('SLACK_SIGNING_SECRET', 8).optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^[\w.-]+$/, `is malformed: it ${WHERE.SLACK_CLIENT_ID}.`)
    .optional(),
  SLACK_CLIENT_SECRET: opaque('SLACK_CLIENT_SECRET', 8).optional(),
  SLACK_STATE_SECRET: opaque('SLACK_STATE_SECRET', 16).optional(),
  TOKEN_ENCRYPTION_KEY: z
    .string()
    .refine((keys) => keys.split(',').every(isKey), `is malformed: it ${WHERE.TOKEN_ENCRYPTION_KEY}.`)
    .transform(secrets)
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(
      isWebAddress,
      'is not a web address. Leave it out for https://slack.com/api/, or give one such as https://slack-gov.com/api/.',
    )
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .default('https://slack.com/api/'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, NOT_A_PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, NOT_A_PORT)
    .default(3000),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgres,
      'is not a PostgreSQL address. Give one such as postgres://user:password@host:5432/name, or leave it out for the embedded database.',
    )
    .transform(secret)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  FACTS_DIR: z.string().default('./facts'),
  LOG_LEVEL: z
    .string()
    .transform((level) => level.toLowerCase())
    .pipe(z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}.`))
    .default('info'),
});

type Settings = z.output<typeof settings>;

function secret(value: string): Secret {
  return new Secret(value);
}

/** One, or several with a comma between. */
function secrets(values: string): NonEmpty<Secret> {
  const [first = '', ...others] = values.split(',');
  return [secret(first), ...others.map(secret)];
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

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

type Given = Readonly<Record<string, string>>;

function usesOAuth(given: Given): boolean {
  return OAUTH.some((name) => name in given);
}

function missingSettings(given: Given): string[] {
  const problems: string[] = [];
  const missing = (name: keyof typeof WHERE, alternative = ''): void => {
    if (!(name in given)) problems.push(`${name} is missing: it ${WHERE[name]}.${alternative}`);
  };
  if (usesOAuth(given)) {
    if (!('SLACK_BOT_TOKEN' in given)) for (const name of [...OAUTH, 'TOKEN_ENCRYPTION_KEY'] as const) missing(name);
  } else {
    missing('SLACK_BOT_TOKEN', ` For many workspaces set ${OAUTH.join(', ')} and TOKEN_ENCRYPTION_KEY instead.`);
  }
  if (!('SLACK_APP_TOKEN' in given)) {
    missing('SLACK_SIGNING_SECRET', ' For Socket Mode, which needs no public address, set SLACK_APP_TOKEN instead.');
  }
  return problems;
}

function clashingSettings(given: Given): string[] {
  if (!('SLACK_BOT_TOKEN' in given && usesOAuth(given))) return [];
  const others = OAUTH.filter((name) => name in given).join(', ');
  return [`SLACK_BOT_TOKEN is for one workspace and ${others} for many: remove one or the other.`];
}

function toConfig(given: Settings): Config {
  return {
    transport: toTransport(given),
    workspace: toWorkspace(given),
    storage:
      given.DATABASE_URL === undefined
        ? { kind: 'embedded', dataDir: given.DATA_DIR }
        : { kind: 'postgres', url: given.DATABASE_URL },
    slackApiUrl: given.SLACK_API_URL,
    port: given.PORT,
    factsDir: given.FACTS_DIR,
    logLevel: given.LOG_LEVEL,
  };
}

function toTransport({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Settings): Transport {
  if (SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: SLACK_APP_TOKEN };
  return { kind: 'http', signingSecret: required('SLACK_SIGNING_SECRET', SLACK_SIGNING_SECRET) };
}

function toWorkspace(given: Settings): Workspace {
  if (given.SLACK_BOT_TOKEN !== undefined) return { kind: 'single', botToken: given.SLACK_BOT_TOKEN };
  return {
    kind: 'oauth',
    clientId: required('SLACK_CLIENT_ID', given.SLACK_CLIENT_ID),
    clientSecret: required('SLACK_CLIENT_SECRET', given.SLACK_CLIENT_SECRET),
    stateSecret: required('SLACK_STATE_SECRET', given.SLACK_STATE_SECRET),
    tokenEncryptionKeys: required('TOKEN_ENCRYPTION_KEY', given.TOKEN_ENCRYPTION_KEY),
  };
}

/** `missingSettings` has looked before; this says so to the type checker. */
function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new ConfigError([`${name} is missing.`]);
  return value;
}
