import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, type Environment, parseConfig } from '../../src/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const SINGLE = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const OAUTH = {
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'a random text of mine'.replaceAll(' ', '-'),
  TOKEN_ENCRYPTION_KEY: KEY,
  SLACK_SIGNING_SECRET: '0123456789abcdef',
};

function problemsOf(environment: Environment): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings that fit', () => {
  it('of one workspace over HTTP: everything else has its default', () => {
    const config = parseConfig(SINGLE);
    expect(config).toMatchObject({
      transport: { kind: 'http' },
      workspace: { kind: 'single' },
      storage: { kind: 'embedded', dataDir: './data' },
      slackApiUrl: 'https://slack.com/api/',
      port: 3000,
      factsDir: './facts',
      questionReport: true,
      logLevel: 'info',
    });
  });

  it('count unanswered questions of one workspace, and those of many only where that was chosen', () => {
    expect(parseConfig({ ...SINGLE, QUESTION_REPORT: 'Off' }).questionReport).toBe(false);
    expect(parseConfig(OAUTH).questionReport).toBe(false);
    expect(parseConfig({ ...OAUTH, QUESTION_REPORT: 'on' }).questionReport).toBe(true);
    expect(problemsOf({ ...SINGLE, QUESTION_REPORT: 'yes' })).toEqual(['QUESTION_REPORT is neither "on" nor "off".']);
  });

  it('with an app token: Socket Mode, which needs no signing secret', () => {
    const { transport } = parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A-2-b' });
    expect(transport.kind === 'socket' && transport.appToken.reveal()).toBe('xapp-1-A-2-b');
  });

  it('of many workspaces: OAuth, over both transports', () => {
    expect(parseConfig(OAUTH).workspace).toMatchObject({ kind: 'oauth', clientId: '123.456' });
    expect(parseConfig({ ...OAUTH, SLACK_APP_TOKEN: 'xapp-1' }).transport.kind).toBe('socket');
  });

  it('of many workspaces: the optional scopes they are asked for, none of them a history where nobody said so', () => {
    const scopesOf = (given: Environment) => {
      const { workspace } = parseConfig({ ...OAUTH, ...given });
      return workspace.kind === 'oauth' ? workspace.optionalScopes : null;
    };
    expect(scopesOf({})).toEqual(['channels:read', 'groups:read']);
    expect(scopesOf({ SLACK_OPTIONAL_SCOPES: ' ' })).toEqual(['channels:read', 'groups:read']);
    expect(scopesOf({ SLACK_OPTIONAL_SCOPES: 'channels:read, channels:history' })).toEqual([
      'channels:read',
      'channels:history',
    ]);
    for (const list of ['chat:write', 'channels:read channels:history', 'channels:read,']) {
      expect(problemsOf({ ...OAUTH, SLACK_OPTIONAL_SCOPES: list }), list).toEqual([
        'SLACK_OPTIONAL_SCOPES holds something else than channels:read, groups:read, channels:history, groups:history. ' +
          'Give some of these with commas between, or leave it out for channels:read,groups:read.',
      ]);
    }
  });

  it('take several encryption keys, for changing one', () => {
    const older = Buffer.alloc(32, 8).toString('base64');
    const { workspace } = parseConfig({ ...OAUTH, TOKEN_ENCRYPTION_KEY: `${KEY},${older}` });
    expect(workspace.kind === 'oauth' && workspace.tokenEncryptionKeys.map((key) => key.reveal())).toEqual([
      KEY,
      older,
    ]);
  });

  it.each([
    ['https://slack-gov.com/api/', 'https://slack-gov.com/api/'],
    ['https://slack-gov.com/api', 'https://slack-gov.com/api/'],
    ['http://127.0.0.1:3001/api', 'http://127.0.0.1:3001/api/'],
  ])('Web API at %s', (url, base) => {
    expect(parseConfig({ ...SINGLE, SLACK_API_URL: url }).slackApiUrl).toBe(base);
  });

  it('blank values count as none, as in a copy of .env.example; white space around a value does not count', () => {
    const blank = { SLACK_APP_TOKEN: '', PORT: ' ', DATABASE_URL: '', SLACK_CLIENT_ID: '', TOKEN_ENCRYPTION_KEY: '' };
    const config = parseConfig({ ...SINGLE, ...blank, LOG_LEVEL: ' WARN ' });
    expect(config).toMatchObject({ transport: { kind: 'http' }, port: 3000, logLevel: 'warn' });
  });

  it('name a PostgreSQL database', () => {
    const { storage } = parseConfig({ ...SINGLE, DATABASE_URL: 'postgres://u:p@localhost:5432/rafah' });
    expect(storage.kind === 'postgres' && storage.url.reveal()).toBe('postgres://u:p@localhost:5432/rafah');
  });
});

describe('each setting that is missing is named, with what is expected and where to find it', () => {
  it('nothing set at all', () => {
    const problems = problemsOf({});
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(
      /^SLACK_BOT_TOKEN is missing: it starts with "xoxb-"\. Find it at .*OAuth & Permissions/,
    );
    expect(problems[1]).toMatch(/^SLACK_SIGNING_SECRET is missing: .*SLACK_APP_TOKEN instead\.$/);
  });

  it.each(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_ENCRYPTION_KEY'] as const)(
    '%s, with OAuth',
    (name) => {
      expect(problemsOf({ ...OAUTH, [name]: undefined })).toEqual([expect.stringMatching(`^${name} is missing: `)]);
    },
  );
});

describe('each setting that is malformed is named, with what is expected', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'xapp-1-a', 'starts with "xoxb-"'],
    ['SLACK_BOT_TOKEN', 'xoxb-', 'starts with "xoxb-"'],
    ['SLACK_BOT_TOKEN', 'xoxb-1 2', 'starts with "xoxb-"'],
    ['SLACK_APP_TOKEN', 'xoxb-1-a', 'starts with "xapp-"'],
    ['SLACK_SIGNING_SECRET', 'short', 'is too short'],
    ['SLACK_SIGNING_SECRET', 'with white space', 'has white space'],
    ['SLACK_SIGNING_SECRET', 'xoxb-1234567', 'holds a token'],
    ['TOKEN_ENCRYPTION_KEY', 'abc', '32 random bytes'],
    ['TOKEN_ENCRYPTION_KEY', Buffer.alloc(31).toString('base64'), '32 random bytes'],
    ['TOKEN_ENCRYPTION_KEY', Buffer.alloc(32).toString('hex'), '32 random bytes'],
    ['SLACK_API_URL', 'slack.com/api', 'is not a web address'],
    ['SLACK_API_URL', 'ftp://slack.com/api/', 'is not a web address'],
    ['PORT', 'http', 'from 0 to 65535'],
    ['PORT', '-1', 'from 0 to 65535'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '3000.5', 'from 0 to 65535'],
    ['DATABASE_URL', 'mysql://localhost/x', 'is not a PostgreSQL address'],
    ['DATABASE_URL', 'localhost', 'is not a PostgreSQL address'],
    ['LOG_LEVEL', 'verbose', 'is none of debug, info, warn, error'],
  ])('%s=%s', (name, value, expected) => {
    const problems = problemsOf({ ...SINGLE, [name]: value });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(new RegExp(`^${name} `));
    expect(problems.join('\n')).toContain(expected);
  });

  it('and its value, which may be a secret, is not repeated', () => {
    const secrets = {
      SLACK_BOT_TOKEN: 'xoxp-very-secret',
      SLACK_SIGNING_SECRET: 'very secret',
      DATABASE_URL: 'very-secret',
    };
    expect(problemsOf(secrets).join('\n')).not.toContain('very');
  });

  it('a token for one workspace together with OAuth for many: one of them has to go', () => {
    expect(problemsOf({ ...OAUTH, SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET for many: remove one or the other.',
    ]);
  });
});

it('all problems are told at once', () => {
  const problems = problemsOf({
    SLACK_CLIENT_ID: '1',
    PORT: 'x',
    LOG_LEVEL: 'x',
    SLACK_API_URL: 'x',
    DATABASE_URL: 'x',
  });
  const names = problems.map((problem) => problem.split(' ')[0]);
  expect(names).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'PORT',
    'SLACK_API_URL',
    'SLACK_CLIENT_SECRET',
    'SLACK_SIGNING_SECRET',
    'SLACK_STATE_SECRET',
    'TOKEN_ENCRYPTION_KEY',
  ]);
});

it('a secret shows itself to nobody who does not ask for it', () => {
  const config = parseConfig({ ...SINGLE, DATABASE_URL: 'postgres://u:hidden@h/d' });
  const shown = `${JSON.stringify(config)} ${inspect(config, { depth: 9, showHidden: true })} ${config.workspace}`;
  expect(shown).not.toContain('xoxb-1-a');
  expect(shown).not.toContain('0123456789abcdef');
  expect(shown).not.toContain('hidden');
});
