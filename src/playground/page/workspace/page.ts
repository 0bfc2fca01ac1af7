/** The page's one store: the workspace's state, fed by server-sent events, and what only this browser tab knows. */
import { useSyncExternalStore } from 'react';
import type { Failure, Outcome, State, StateEvent, Ts } from '../../protocol.ts';
import { type CallName, fetchState, post } from './api.ts';
import { newestTs } from './conversation.ts';
import { type Place, readPlace, settlePlace, writePlace } from './place.ts';

export interface Page {
  /** `null` until the first answer. */
  readonly state: State | null;
  /** When `state` arrived, by this machine's clock: milliseconds. */
  readonly receivedAt: number;
  /** Whether events arrive. */
  readonly link: 'connecting' | 'open' | 'lost';
  readonly place: Place;
  /** Text not sent yet, by `writePlace` of where it was typed. */
  readonly drafts: Readonly<Record<string, string>>;
  /** By channel id: the newest message that was on screen. */
  readonly seen: Readonly<Record<string, Ts>>;
  /** The last operation that failed and was not dismissed. */
  readonly failure: Failure | null;
}

const PERSON_KEY = 'playground.person';

let page: Page = {
  state: null,
  receivedAt: 0,
  link: 'connecting',
  place: readPlace(location.hash),
  drafts: {},
  seen: {},
  failure: null,
};
const listeners = new Set<() => void>();

/** A part of the page's state; the component renders again when that part changes. */
export function usePage<Part>(select: (page: Page) => Part): Part {
  return useSyncExternalStore(subscribe, () => select(page));
}

export function useWorkspace(): State {
  const state = usePage((current) => current.state);
  if (state === null) throw new Error('useWorkspace needs a loaded workspace: render below <Shell>.');
  return state;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function update(change: Partial<Page>): void {
  page = { ...page, ...change };
  for (const listener of listeners) listener();
}

/** Follows the workspace until the tab closes. Call once. */
export function connect(): void {
  const events = new EventSource('/_playground/events');
  events.addEventListener('open', () => {
    update({ link: 'open' });
    void refresh();
  });
  events.addEventListener('error', () => update({ link: 'lost' }));
  events.addEventListener('state', (event) => {
    const { revision }: StateEvent = JSON.parse(event.data);
    if (revision > (page.state?.revision ?? -1)) void refresh();
  });
  addEventListener('hashchange', () => {
    const place = readPlace(location.hash);
    update({ place: page.state === null ? place : settlePlace(place, page.state.channels), failure: null });
  });
}

let stale = false;
let fetching = false;

/** Fetches the state; calls that come while one is under way make it fetch once more. */
async function refresh(): Promise<void> {
  stale = true;
  if (fetching) return;
  fetching = true;
  while (stale) {
    stale = false;
    const person = sessionStorage.getItem(PERSON_KEY);
    const state = await fetchState(person);
    if (state !== null) {
      const seen = page.state === null ? allSeen(state) : page.seen;
      update({ state, receivedAt: Date.now(), place: settlePlace(page.place, state.channels), seen });
    } else if (person !== null) {
      // A workspace started anew may not know that person.
      sessionStorage.removeItem(PERSON_KEY);
      stale = true;
    }
  }
  fetching = false;
}

function allSeen(state: State): Page['seen'] {
  return Object.fromEntries(Object.entries(state.messages).map(([id, messages]) => [id, newestTs(messages)]));
}

export function go(place: Place): void {
  location.hash = writePlace(place);
}

/** Looks at the workspace as another person, in this tab only. */
export function becomePerson(userId: string): void {
  sessionStorage.setItem(PERSON_KEY, userId);
  update({ state: null });
  void refresh();
}

/** Does something as the person at the keyboard; a failure is also shown at the bottom of the page. */
export async function act<Name extends CallName>(
  name: Name,
  body: Parameters<typeof post<Name>>[1],
): Promise<Outcome<unknown>> {
  const outcome = await attempt(name, body);
  update({ failure: outcome.ok ? null : outcome });
  return outcome;
}

/** Like `act`, for callers that show a failure themselves. */
export function attempt<Name extends CallName>(
  name: Name,
  body: Parameters<typeof post<Name>>[1],
): ReturnType<typeof post<Name>> {
  const userId = page.state?.me.id;
  return post(name, userId === undefined ? body : { ...body, userId });
}
