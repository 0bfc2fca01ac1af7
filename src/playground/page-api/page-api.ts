import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from '../api/faults.ts';
import type { Tokens } from '../api/tokens.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../delivery/commands.ts';
import type { Events } from '../delivery/events.ts';
import type { Interactions } from '../delivery/interactions.ts';
import type { Link } from '../delivery/link.ts';
import type { Submissions } from '../delivery/submissions.ts';
import type { Suggestions } from '../delivery/suggestions.ts';
import { readBody, sendJson } from '../http.ts';
import { ledger } from '../ledger.ts';
import type { Outcome } from '../protocol.ts';
import { botUserId } from '../workspace/seed.ts';
import { snapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { EventStream } from './event-stream.ts';
import type { People } from './people.ts';
import { type RequestName, type RequestOf, requests } from './requests.ts';

export interface PageApiParts {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly events: Events;
  readonly interactions: Interactions;
  readonly submissions: Submissions;
  readonly suggestions: Suggestions;
  readonly people: People;
  readonly link: () => Link;
}

type Handlers = {
  readonly [Name in RequestName]: (
    request: RequestOf<Name> & { readonly userId: string },
  ) => Outcome | Promise<Outcome>;
};

/** The page API: `/_playground/…`, see `protocol.ts`. */
export class PageApi {
  readonly #parts: PageApiParts;
  readonly #stream: EventStream;
  readonly #handlers: Handlers;

  constructor(parts: PageApiParts) {
    this.#parts = parts;
    const { workspace, clock, events, interactions, submissions, suggestions, people, faults } = parts;
    this.#stream = new EventStream(() => ({ revision: workspace.revision, now: clock.now() }));
    workspace.subscribe(() => this.#stream.changed());
    this.#handlers = {
      message: (request) => people.write(request),
      edit: (request) => people.edit(request),
      delete: (request) => people.delete(request),
      action: (request) => interactions.act(request),
      options: (request) => suggestions.ask(request),
      'view-submit': ({ userId, viewId, values }) => submissions.submit(userId, viewId, values),
      'view-close': ({ userId, viewId }) => submissions.close(userId, viewId),
      'open-home': ({ userId, tab }) => {
        events.homeOpened(userId, tab);
        return { ok: true };
      },
      shortcut: (request) => interactions.shortcut(request),
      invite: (request) => people.invite(request),
      remove: (request) => people.remove(request),
      join: (request) => people.join(request),
      uninstall: () => this.#uninstall(),
      clock: (request) => this.#moveClock(request),
      faults: (request) => {
        faults.set(request);
        return { ok: true };
      },
    };
  }

  /** Answers one request; `name` is the path after `/_playground/`. */
  async handle(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    if (request.method === 'GET') return this.#read(name, response, query);
    if (!Object.hasOwn(requests, name)) return notFound(response);
    if (request.method !== 'POST') return sendJson(response, 405, failure('method_not_allowed', 'Use POST.'));
    if (isForeign(request)) return sendJson(response, 403, failure('forbidden', 'Only the playground’s own page may.'));
    const body = await readBody(request);
    let input: unknown;
    try {
      input = JSON.parse(body || '{}');
    } catch {
      return sendJson(response, 400, failure('invalid_request', 'The body is not JSON.'));
    }
    sendJson(response, 200, await this.#run(name as RequestName, input));
  }

  stop(): void {
    this.#stream.stop();
  }

  async #run<Name extends RequestName>(name: Name, input: unknown): Promise<Outcome> {
    const parsed = requests[name].safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return failure('invalid_request', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
    }
    const { workspace } = this.#parts;
    const request = parsed.data as RequestOf<Name>;
    const userId = ('userId' in request ? request.userId : undefined) ?? workspace.firstPerson.id;
    if (workspace.users.get(userId)?.kind !== 'person')
      return failure('user_not_found', `There is no person ${userId}.`);
    return this.#handlers[name]({ ...request, userId });
  }

  #read(name: string, response: ServerResponse, query: URLSearchParams): void {
    const { workspace, link } = this.#parts;
    switch (name) {
      case 'state': {
        const me = workspace.users.get(query.get('userId') ?? workspace.firstPerson.id);
        if (me?.kind !== 'person') {
          sendJson(response, 404, failure('user_not_found', 'There is no such person.'));
          break;
        }
        const { mode, connected } = link();
        sendJson(response, 200, snapshot(workspace, me, { mode, connected }));
        break;
      }
      case 'events':
        this.#stream.add(response);
        break;
      case 'ledger':
        sendJson(response, 200, ledger);
        break;
      default:
        notFound(response);
    }
  }

  #uninstall(): Outcome {
    const { events, tokens, workspace } = this.#parts;
    events.uninstalled();
    tokens.uninstall();
    for (const { id, kind } of workspace.conversations.values()) if (kind !== 'app') workspace.leave(id, botUserId);
    return { ok: true };
  }

  #moveClock({ advanceSeconds, set }: RequestOf<'clock'>): Outcome {
    const { clock, workspace } = this.#parts;
    const target = set === undefined ? clock.now() + (advanceSeconds ?? 0) * 1000 : new Date(set).getTime();
    if (!Number.isFinite(target)) return failure('invalid_time', 'This is no time. Use an ISO date or milliseconds.');
    if (target < clock.now()) return failure('clock_backwards', 'The clock only moves forward.');
    clock.moveTo(target);
    workspace.record({ type: 'state' });
    return { ok: true };
  }
}

/** Whether a page of another website sent this: browsers then say whose it is. */
function isForeign({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function notFound(response: ServerResponse): void {
  sendJson(response, 404, failure('not_found', 'There is nothing here.'));
}
