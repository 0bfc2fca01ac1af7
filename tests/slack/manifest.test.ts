import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runManifest } from '../../src/cli/manifest.ts';
import { parseRequest } from '../../src/core/request.ts';
import { APP_NAME, EXAMPLES } from '../../src/core/wording.ts';
import { uncommentLines } from '../../src/playground/manifest.ts';
import { SLASH_COMMAND } from '../../src/slack/ids.ts';
import { HISTORY_SCOPES, OPTIONAL_SCOPES, SCOPES } from '../../src/slack/scopes.ts';
import { loadShippedFacts } from '../core/questions.ts';

interface Manifest {
  readonly display_information: Readonly<
    Record<'name' | 'description' | 'long_description' | 'background_color', string>
  >;
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly bot_user: { readonly display_name: string };
    readonly agent_view: {
      readonly agent_description: string;
      readonly suggested_prompts: readonly { readonly title: string; readonly message: string }[];
    };
    readonly slash_commands: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint: string;
      readonly should_escape: boolean;
    }[];
    readonly assistant_view?: unknown;
  };
  readonly oauth_config: {
    readonly scopes: {
      readonly bot: readonly string[];
      readonly bot_optional: readonly string[];
      readonly user?: readonly string[];
    };
  };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
}

const text = readFileSync('manifest.yml', 'utf8');
const manifest: Manifest = parse(text);
/** As it is where somebody wants `/rafah followups on`. */
const listening: Manifest = parse(uncommentLines(text));
const BOTH = [
  ['as it comes', manifest, OPTIONAL_SCOPES],
  ['with its commented lines', listening, [...OPTIONAL_SCOPES, ...HISTORY_SCOPES]],
] as const;

/** Slack's rules, as its documentation states them: any one of these scopes lets an app receive the event. */
const SCOPES_OF_EVENTS: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  app_home_opened: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  app_uninstalled: [],
  tokens_revoked: [],
};

describe.each(BOTH)('manifest.yml keeps Slack’s rules, %s', (_name, manifest, optional) => {
  const { display_information: display, features, oauth_config: oauth, settings } = manifest;

  it('lengths of what people read', () => {
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description.length).toBeLessThanOrEqual(140);
    expect(display.long_description.length).toBeGreaterThanOrEqual(175);
    expect(display.long_description.length).toBeLessThanOrEqual(4000);
    expect(display.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.bot_user.display_name).toBe(APP_NAME);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  });

  it('slash commands: the one that the code answers, escaped, within lengths', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([SLASH_COMMAND]);
    for (const { command, description, usage_hint, should_escape } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
      expect(should_escape).toBe(true);
    }
  });

  it('the usage hint names commands that exist', () => {
    const hint = features.slash_commands[0]?.usage_hint ?? '';
    for (const word of hint.replace(/\[.*?\]|\bor\b/g, '').match(/[a-z]+/g) ?? []) {
      expect(parseRequest(word).kind, word).not.toBe('ask');
    }
  });

  it('five scopes that the code counts on, some that may be left out, and none of a person', () => {
    expect([...oauth.scopes.bot].sort()).toEqual([...SCOPES, ...optional].sort());
    expect(oauth.scopes.bot_optional).toEqual([...optional]);
    expect(SCOPES).toHaveLength(5);
    expect(oauth.scopes.user).toBeUndefined();
  });

  it('each event has a scope that lets it arrive, and each reading scope an event', () => {
    for (const event of settings.event_subscriptions.bot_events) {
      const wanted = SCOPES_OF_EVENTS[event];
      expect(wanted, event).toBeDefined();
      if (wanted?.length) expect(oauth.scopes.bot).toEqual(expect.arrayContaining([...wanted]));
    }
    const used = settings.event_subscriptions.bot_events.flatMap((event) => SCOPES_OF_EVENTS[event] ?? []);
    for (const scope of oauth.scopes.bot.filter((name) => /:(read|history)$/.test(name))) {
      expect(used).toContain(scope);
    }
  });

  it('commands and buttons need their scope and interactivity', () => {
    expect(oauth.scopes.bot).toContain('commands');
    expect(settings.interactivity.is_enabled).toBe(true);
  });

  it('the agent view: its scope, a Messages tab that people can write in, and not the view it replaces', () => {
    expect(oauth.scopes.bot).toContain('assistant:write');
    expect(features.app_home).toMatchObject({ messages_tab_enabled: true, messages_tab_read_only_enabled: false });
    expect(settings.event_subscriptions.bot_events).toContain('message.im');
    expect(features.assistant_view).toBeUndefined();
  });

  it('prompts that the code suggests, too, and that the article answers', async () => {
    expect(features.agent_view.suggested_prompts).toEqual(EXAMPLES);
    const { engine } = await loadShippedFacts();
    for (const { title, message } of features.agent_view.suggested_prompts) {
      const request = parseRequest(message);
      if (request.kind === 'ask') expect(engine.answer(request.question).status, title).toBe('answered');
      else expect(request.kind).toBe('help');
    }
  });

  it('Socket Mode, which a new app can start with at once', () => {
    expect(settings.socket_mode_enabled).toBe(true);
  });
});

describe('what is written in channels', () => {
  const asked = ({ oauth_config: oauth, settings }: Manifest) =>
    [...oauth.scopes.bot, ...oauth.scopes.bot_optional, ...settings.event_subscriptions.bot_events].filter((name) =>
      /^(channels|groups|mpim):history$|^message\.(channels|groups|mpim)$/.test(name),
    );

  it('is not asked for by the manifest as it comes, and the commented lines add that and nothing else', () => {
    expect(asked(manifest)).toEqual([]);
    expect(asked(listening)).toEqual([...HISTORY_SCOPES, ...HISTORY_SCOPES, 'message.channels', 'message.groups']);
    const without = (names: readonly string[]) => names.filter((name) => !asked(listening).includes(name));
    const { oauth_config: oauth, settings } = listening;
    const scopes = {
      ...oauth.scopes,
      bot: without(oauth.scopes.bot),
      bot_optional: without(oauth.scopes.bot_optional),
    };
    const events = {
      ...settings.event_subscriptions,
      bot_events: without(settings.event_subscriptions.bot_events),
    };
    expect({
      ...listening,
      oauth_config: { ...oauth, scopes },
      settings: { ...settings, event_subscriptions: events },
    }).toEqual(manifest);
  });
});

/** Not ours to ship; where the project lies beside it, it is asked. */
const SLACKS_SCHEMA = '../shared/slack/manifest.schema.json';
if (existsSync(SLACKS_SCHEMA)) {
  it.each(BOTH)('manifest.yml is valid under Slack’s own schema, %s', (_name, manifest) => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync(SLACKS_SCHEMA, 'utf8')));
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });
}

describe('the manifest for the Slack CLI', () => {
  async function print(argv: readonly string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runManifest(argv, { out: (line) => out.push(line), err: (line) => err.push(line) });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  it('is manifest.yml as JSON', async () => {
    const { code, out } = await print([]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(manifest);
  });

  it('stands between boundaries where the CLI asks for them', async () => {
    const { out } = await print(['--protocol=message-boundaries', '--boundary=b0und']);
    expect(out).toMatch(/^b0und\{.*\}b0und$/);
  });

  it('refuses other options, and explains itself', async () => {
    expect(await print(['--yaml'])).toMatchObject({ code: 2, out: '' });
    expect((await print(['--help'])).out).toContain('get-manifest');
  });

  it('is what .slack/hooks.json calls', () => {
    const { hooks, config } = JSON.parse(readFileSync('.slack/hooks.json', 'utf8'));
    expect(hooks['get-manifest']).toBe('node dist/cli.js manifest');
    expect(config.watch.manifest.paths).toEqual(['manifest.yml']);
  });
});
