import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebApi } from './api/api.ts';
import { Faults } from './api/faults.ts';
import { RateLimits } from './api/rate-limits.ts';
import { Tokens } from './api/tokens.ts';
import { Clock } from './clock.ts';
import { Commands } from './delivery/commands.ts';
import { Events } from './delivery/events.ts';
import { Interactions } from './delivery/interactions.ts';
import type { Link } from './delivery/link.ts';
import { Responses, responsePath } from './delivery/responses.ts';
import { SignedHttp } from './delivery/signed-http.ts';
import { SocketMode } from './delivery/socket-mode.ts';
import { Submissions } from './delivery/submissions.ts';
import { Suggestions } from './delivery/suggestions.ts';
import { Triggers } from './delivery/triggers.ts';
import { BodyTooLarge, requestTarget, sendText } from './http.ts';
import { authorizePath, Installs } from './installs.ts';
import { type ManifestInput, parseManifest, readManifest } from './manifest.ts';
import { PageApi } from './page-api/page-api.ts';
import { People } from './page-api/people.ts';
import type { Slack } from './slack.ts';
import { sendFile } from './static-files.ts';
import { newSecret } from './workspace/ids.ts';
import { Workspace } from './workspace/workspace.ts';

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Default 127.0.0.1; nothing here is meant for a network. */
  readonly host?: string;
  readonly clock?: Clock;
  /** The app's manifest, or the file it stands in. Default `manifest.yml`. */
  readonly manifest?: ManifestInput | string;
  /** Scopes of the bot token. Default: the manifest's. */
  readonly scopes?: readonly string[];
  readonly signingSecret?: string;
  /** Where the app takes signed HTTP. Default: Socket Mode. `switchToHttp` sets it later. */
  readonly requestUrl?: string;
  /** Whether calls are counted against Slack's rate limits. Default: only faults answer 429. */
  readonly rateLimits?: boolean;
  /** Folder of the built page. Default `dist/playground/page`. */
  readonly pageFolder?: string;
}

export interface Playground {
  readonly url: string;
  /** Base of the Web API, what `SLACK_API_URL` takes. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly events: Events;
  readonly socket: SocketMode;
  /** The Web API's calls so far. */
  readonly api: WebApi;
  readonly tokens: Tokens;
  /** OAuth: the app's client id and secret; the consent page is at `/oauth/v2/authorize`. */
  readonly installs: Installs;
  /** Issues trigger ids, as a press would. */
  readonly triggers: Triggers;
  /** Switches to signed HTTP, after Slack's check of the URL. @returns whether the app passed it. */
  switchToHttp(requestUrl: string): Promise<boolean>;
  /** Closes everything. */
  stop(): Promise<void>;
}

/** An app that isn't installed hears nothing of what people do. */
const uninstalled: Link = { mode: 'socket', connected: false, send: async () => ({ kind: 'unreachable' }) };

/**
 * Starts a local Slack-like workspace.
 *
 * @throws Error when the port is taken (its `code` is `EADDRINUSE`) or the manifest can't be used.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { host = '127.0.0.1', clock = new Clock(), pageFolder = 'dist/playground/page' } = options;
  const manifest =
    typeof options.manifest === 'object'
      ? parseManifest(options.manifest)
      : readManifest(options.manifest ?? 'manifest.yml');
  const signingSecret = options.signingSecret ?? newSecret();
  const workspace = new Workspace(clock, manifest);
  const changed = () => workspace.record({ type: 'state' });
  const scopes = options.scopes ?? manifest.oauth_config.scopes.bot;

  const server = createServer();
  server.listen(options.port, host);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;

  const tokens = new Tokens();
  const botToken = `xoxb-playground-${newSecret(12)}`;
  const appToken = `xapp-1-playground-${newSecret(12)}`;
  tokens.issue(botToken, 'bot', scopes);
  tokens.issue(appToken, 'app', ['connections:write']);

  const socket = new SocketMode(`ws://${host}:${port}`, changed);
  let link: Link = options.requestUrl ? new SignedHttp(options.requestUrl, signingSecret, changed) : socket;
  const currentLink = () => link;
  const triggers = new Triggers(clock);
  const responses = new Responses(workspace, url);
  const events = new Events(workspace, currentLink, tokens);
  const appLink = () => (tokens.isInstalled ? link : uninstalled);
  const parts = { workspace, link: appLink, triggers, responses };
  const interactions = new Interactions(parts);
  const submissions = new Submissions(parts, interactions);
  const suggestions = new Suggestions(parts, interactions);
  const people = new People(workspace, new Commands(parts));
  const faults = new Faults();
  const installs = new Installs(clock, tokens, workspace.firstPerson.id, manifest.oauth_config.scopes.bot_optional);
  const slack: Slack = { workspace, clock, tokens, triggers, socket, installs };
  const api = new WebApi(slack, faults, options.rateLimits === true ? new RateLimits(clock) : undefined);
  const pages = new PageApi({
    ...parts,
    clock,
    faults,
    tokens,
    events,
    interactions,
    submissions,
    suggestions,
    people,
  });

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = requestTarget(request);
    if (pathname.startsWith('/api/'))
      return api.handle(pathname.slice('/api/'.length), request, response, searchParams);
    if (pathname.startsWith('/_playground/')) {
      return pages.handle(pathname.slice('/_playground/'.length), request, response, searchParams);
    }
    if (pathname.startsWith(responsePath)) {
      return responses.handle(pathname.slice(responsePath.length), request, response);
    }
    if (pathname === authorizePath) return installs.authorize(request, response, searchParams);
    return sendFile(pageFolder, pathname, response);
  };
  server.on('request', (request, response) => {
    response.setHeader('date', new Date(clock.now()).toUTCString());
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof BodyTooLarge) sendText(response, 413, 'The request is too large.\n');
      else
        sendText(response, 500, `The playground failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  server.on('upgrade', (request, stream, head) => socket.upgrade(request, stream, head));

  return {
    url,
    apiUrl: `${url}/api/`,
    botToken,
    appToken,
    signingSecret,
    workspace,
    clock,
    faults,
    events,
    socket,
    api,
    tokens,
    triggers,
    installs,
    async switchToHttp(requestUrl) {
      const http = new SignedHttp(requestUrl, signingSecret, changed);
      const passed = await http.verify();
      if (passed) link = http;
      changed();
      return passed;
    },
    async stop() {
      clock.stop();
      pages.stop();
      await socket.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
