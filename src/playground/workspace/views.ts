import type { Clock } from '../clock.ts';
import type { Block, FormValues, View } from '../protocol.ts';
import { newId, newSecret } from './ids.ts';

/** A view as an app describes it, blocks validated. */
export interface ViewDraft {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Block[];
  readonly values: FormValues;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly external_id: string;
  readonly title?: { readonly type: 'plain_text'; readonly text: string };
  readonly submit?: { readonly type: 'plain_text'; readonly text: string } | null;
  readonly close?: { readonly type: 'plain_text'; readonly text: string } | null;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
}

/** A view with who sees it. */
export interface OpenView extends View {
  readonly external_id: string;
  readonly userId: string;
  /** The conversation that the person had in front of them when the modal was opened. */
  readonly openedIn: string | undefined;
}

/** Slack stacks at most three views. */
export const stackLimit = 3;

/** The open modals of each person, stacked, and each person's Home tab. */
export class ViewBook {
  readonly #stacks = new Map<string, readonly OpenView[]>();
  readonly #homes = new Map<string, OpenView>();
  readonly #clock: Clock;
  readonly #changed: () => void;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Bottom first. */
  stack(userId: string): readonly OpenView[] {
    return this.#stacks.get(userId) ?? [];
  }

  home(userId: string): OpenView | undefined {
    return this.#homes.get(userId);
  }

  /** An open modal or Home view by its id. */
  find(viewId: string): OpenView | undefined {
    return this.#all().find((view) => view.id === viewId);
  }

  findExternal(externalId: string): OpenView | undefined {
    return this.#all().find((view) => view.external_id === externalId);
  }

  /** Opens a modal in place of whatever is open. */
  open(userId: string, draft: ViewDraft, openedIn?: string): OpenView {
    const view = { ...this.#make(userId, draft, undefined), openedIn };
    this.#setStack(userId, [view]);
    return view;
  }

  /** Puts a modal on top; the caller has checked `stackLimit`. */
  push(userId: string, draft: ViewDraft): OpenView {
    const below = this.stack(userId).at(-1);
    const view = { ...this.#make(userId, draft, below), openedIn: below?.openedIn };
    this.#setStack(userId, [...this.stack(userId), view]);
    return view;
  }

  /** Replaces an open view in place; inputs that keep their block_id, action_id and type keep their value. */
  update(view: OpenView, draft: ViewDraft): OpenView {
    const { id, root_view_id, previous_view_id, userId, openedIn } = view;
    const values = carriedOver(view.state.values, draft.values);
    const next = {
      ...this.#make(userId, { ...draft, values }, undefined),
      id,
      root_view_id,
      previous_view_id,
      openedIn,
    };
    if (view.type === 'home') this.#homes.set(userId, next);
    const stack = this.stack(userId).map((other) => (other.id === id ? next : other));
    this.#setStack(userId, stack);
    return next;
  }

  /** Keeps what a person has typed or chosen so far. */
  keepValues(view: OpenView, values: FormValues): OpenView {
    const next = { ...view, state: { values } };
    if (view.type === 'home') this.#homes.set(view.userId, next);
    else
      this.#stacks.set(
        view.userId,
        this.stack(view.userId).map((other) => (other.id === view.id ? next : other)),
      );
    return next;
  }

  publish(userId: string, draft: ViewDraft): OpenView {
    const before = this.#homes.get(userId);
    const view = this.#make(userId, draft, undefined);
    const kept = before === undefined ? view : { ...view, id: before.id, root_view_id: before.id };
    this.#homes.set(userId, kept);
    this.#changed();
    return kept;
  }

  /** Closes the top view, or all of them. */
  close(userId: string, which: 'top' | 'all'): void {
    this.#setStack(userId, which === 'all' ? [] : this.stack(userId).slice(0, -1));
  }

  #all(): OpenView[] {
    return [...[...this.#stacks.values()].flat(), ...this.#homes.values()];
  }

  #setStack(userId: string, stack: readonly OpenView[]): void {
    this.#stacks.set(userId, stack);
    this.#changed();
  }

  #make(userId: string, { values, ...draft }: ViewDraft, below: OpenView | undefined): OpenView {
    const id = newId('V');
    return {
      ...draft,
      id,
      userId,
      openedIn: undefined,
      hash: `${this.#clock.seconds()}.${newSecret(4)}`,
      previous_view_id: below?.id ?? null,
      root_view_id: below?.root_view_id ?? id,
      state: { values },
    };
  }
}

function carriedOver(before: FormValues, after: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(after).map(([blockId, states]) => [
      blockId,
      Object.fromEntries(
        Object.entries(states).map(([actionId, state]) => {
          const old = before[blockId]?.[actionId];
          return [actionId, old?.type === state.type ? old : state];
        }),
      ),
    ]),
  );
}
