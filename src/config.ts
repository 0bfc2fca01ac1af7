/** The settings: the only reader of the environment and of `.env`. CONTRACT: README, "Settings". */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type * as z from 'zod/mini';
import type { LogLevel } from './bot/log.ts';
import type { NonEmpty } from './core/answer.ts';
import type { Secret } from './secret.ts';
import { type Settings, settings, WHERE } from './settings.ts';
import type { OptionalScope } from './slack/scopes.ts';

export interface Config {
  readonly transport: Transport;
  readonly workspace: Workspace;
  readonly storage: Storage;
  /** Web API base; always ends in a slash. */
  readonly slackApiUrl: string;
  /** 0 is any free port. */
  readonly port: number;
  readonly factsDir: string;
  /** Whether questions that found no answer are counted for the editor. */
  readonly questionReport: boolean;
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
  /** What the installation page asks for beside what the app needs. */
  readonly optionalScopes: readonly OptionalScope[];
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
  const given = readGiven(environment);
  const parsed = settings.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(describeIssue);
  problems.push(...missingSettings(given), ...clashingSettings(given));
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)].sort());
  return toConfig(parsed.data);
}

/** What a command of the editor needs of the settings. @throws ConfigError as above, about these settings alone */
export function parseStorage(environment: Environment): Pick<Config, 'storage' | 'questionReport'> {
  const { DATABASE_URL, DATA_DIR, QUESTION_REPORT, ...others } = readGiven(environment);
  const wanted = { DATABASE_URL, DATA_DIR, QUESTION_REPORT };
  const parsed = settings.safeParse(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describeIssue));
  return toStorage(parsed.data, usesOAuth(others));
}

function readGiven(environment: Environment): Given {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${String(path[0])} ${message}`;
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
    ...toStorage(given, given.SLACK_BOT_TOKEN === undefined),
    slackApiUrl: given.SLACK_API_URL,
    port: given.PORT,
    factsDir: given.FACTS_DIR,
    logLevel: given.LOG_LEVEL,
  };
}

/** @param isOAuth whether many workspaces install the app */
function toStorage(given: Settings, isOAuth: boolean): Pick<Config, 'storage' | 'questionReport'> {
  return {
    storage:
      given.DATABASE_URL === undefined
        ? { kind: 'embedded', dataDir: given.DATA_DIR }
        : { kind: 'postgres', url: given.DATABASE_URL },
    // Of many workspaces the editor is a stranger: each was promised that its questions stay with it.
    questionReport: (given.QUESTION_REPORT ?? (isOAuth ? 'off' : 'on')) === 'on',
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
    optionalScopes: given.SLACK_OPTIONAL_SCOPES,
    tokenEncryptionKeys: required('TOKEN_ENCRYPTION_KEY', given.TOKEN_ENCRYPTION_KEY),
  };
}

/** `missingSettings` has looked before; this says so to the type checker. */
function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new ConfigError([`${name} is missing.`]);
  return value;
}
