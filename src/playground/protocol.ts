/**
 * The page API: what a browser (or a test) says to the local workspace under `/_playground/`, and what it gets back.
 * Everything is JSON. Types only: the page imports this file, so neither it nor what it imports may hold code.
 *
 * Every POST takes an optional `userId`, the person at the keyboard; without it the first person of the workspace acts.
 */

import type { ElementState, FormValues, LedgerEntry, SelectedOption, Ts } from './protocol-state.ts';

export type * from './protocol-state.ts';

/** What a POST answers. `message` is a sentence for the person; `error` a fixed word for programs. */
export type Failure = { readonly ok: false; readonly error: string; readonly message: string };
export type Outcome<Done = unknown> = ({ readonly ok: true } & Done) | Failure;

interface ByPerson {
  readonly userId?: string;
}

/**
 * `POST /_playground/message` → `Outcome<MessageDone>`. Text as typed: the workspace escapes it and turns `@name` and
 * `#channel` into mentions. A text that starts with `/` is a slash command; its answer comes after the app's
 * acknowledgement. In a thread it is refused (`error: 'command_in_thread'`), as in Slack.
 */
export interface MessageRequest extends ByPerson {
  readonly channelId: string;
  readonly text: string;
  readonly threadTs?: Ts;
}
export type MessageDone = { readonly ts: Ts } | { readonly command: string };

/** `POST /_playground/edit`: only one's own messages. */
export interface EditRequest extends ByPerson {
  readonly channelId: string;
  readonly ts: Ts;
  readonly text: string;
}

/** `POST /_playground/delete`: one's own messages, and (as "Delete message" / "Dismiss" do) ephemeral ones. */
export interface DeleteRequest extends ByPerson {
  readonly channelId: string;
  readonly ts: Ts;
}

/** `POST /_playground/action`: a press or choice in a message (`channelId`, `messageTs`) or a view (`viewId`). */
export interface ActionRequest extends ByPerson {
  readonly channelId?: string;
  readonly messageTs?: Ts;
  readonly viewId?: string;
  readonly blockId: string;
  readonly actionId: string;
  /** What was chosen. Not needed for `button`, `icon_button`; `feedback_buttons` wants `{type, value}` of the pressed one. */
  readonly state?: ElementState;
  /** What all inputs of the message or view hold at that moment. */
  readonly values?: FormValues;
}

/**
 * `POST /_playground/options` → `Outcome<OptionsDone>`: asks the app what a menu with an external source offers for what
 * was typed into it so far.
 */
export interface OptionsRequest extends ByPerson, Pick<ActionRequest, 'channelId' | 'messageTs' | 'viewId'> {
  readonly blockId: string;
  readonly actionId: string;
  readonly query: string;
}
/** Options of groups follow one another, each with its group's label. */
export type OptionsDone = {
  readonly options: readonly (SelectedOption & { readonly group?: string })[];
};

/** `POST /_playground/view-submit` → `Outcome<ViewSubmitDone>`: presses the modal's submit button. */
export interface ViewSubmitRequest extends ByPerson {
  readonly viewId: string;
  readonly values: FormValues;
}
/** `errors` by block id, from the workspace's own checks (required, length) or the app's `response_action: errors`. */
export type ViewSubmitDone = { readonly errors?: Readonly<Record<string, string>> };

/** `POST /_playground/view-close`: presses the modal's ×. */
export interface ViewCloseRequest extends ByPerson {
  readonly viewId: string;
}

/** `POST /_playground/open-home`: opens a tab of the app (sends `app_home_opened`). Default `home`. */
export interface OpenHomeRequest extends ByPerson {
  readonly tab?: 'home' | 'messages';
}

/** `POST /_playground/shortcut`: `channelId` and `messageTs` for a message shortcut. */
export interface ShortcutRequest extends ByPerson {
  readonly callbackId: string;
  readonly channelId?: string;
  readonly messageTs?: Ts;
}

/**
 * `POST /_playground/invite`: the bot joins. `POST /_playground/remove`: it leaves. `POST /_playground/join`: the person
 * joins. `POST /_playground/uninstall` names no channel: the app loses its tokens and memberships, and hears of it.
 */
export interface InviteRequest extends ByPerson {
  readonly channelId: string;
}

/** `POST /_playground/clock`: exactly one of the two. Backwards is refused: what was posted can't be unposted. */
export interface ClockRequest {
  readonly advanceSeconds?: number;
  /** Unix milliseconds or an ISO date. */
  readonly set?: number | string;
}

/**
 * `POST /_playground/faults`: how the next calls of a Web API method go wrong (`method: '*'` is any). Replaces earlier
 * faults of that method; `times: 0` clears them.
 */
export interface FaultRequest {
  readonly method: string;
  readonly fault: Fault;
  /** Default 1. */
  readonly times?: number;
}
export type Fault =
  /** Answers `{ok: false, error}` and does nothing. */
  | { readonly kind: 'error'; readonly error: string }
  /** Answers 429 with `Retry-After`. */
  | { readonly kind: 'ratelimited'; readonly retryAfterSeconds: number }
  /** Answers with this HTTP status and no JSON. */
  | { readonly kind: 'http'; readonly status: number }
  /** Does it, answers only after the delay. */
  | { readonly kind: 'late'; readonly delayMs: number }
  /** Does it only after the delay, whether or not anybody still waits for the answer. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Does it, and cuts the connection instead of answering. */
  | { readonly kind: 'cut_after' }
  /** Cuts the connection without doing it. */
  | { readonly kind: 'cut_before' };

/** `GET /_playground/ledger`: what is emulated and how faithfully. */
export type Ledger = readonly LedgerEntry[];
