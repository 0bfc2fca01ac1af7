/**
 * What the page is shown of the workspace. Types only: the page imports this file through `protocol.ts`, so it must not
 * import anything.
 */

/** Slack's message id: seconds and microseconds, as `1711987200.000100`. Unique in its channel; sorts by time as text. */
export type Ts = string;

export type ChannelKind =
  | 'public'
  | 'private'
  /** A direct message between two people. The bot sees nothing of it. */
  | 'im'
  /** The direct message with the bot: the app's Messages tab. */
  | 'app';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface User {
  readonly id: string;
  /** The handle, without `@`. */
  readonly name: string;
  readonly realName: string;
  /** `bot` is the app under test; `slackbot` says what Slack itself says (failed commands, invitations). */
  readonly kind: 'person' | 'bot' | 'slackbot';
  /** IANA zone. */
  readonly timeZone: string;
}

export interface Channel {
  readonly id: string;
  /** Without `#`; for direct messages the other person's name. */
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic: string;
  readonly isArchived: boolean;
  /** Whether the viewing person is a member. */
  readonly isMember: boolean;
  readonly botIsMember: boolean;
  /** User ids, the bot's included. */
  readonly members: readonly string[];
}

/** A Block Kit block as the app sent it; the workspace fills in `block_id` where the app left it out. */
export interface Block {
  readonly type: string;
  readonly block_id: string;
  readonly [key: string]: unknown;
}

export interface Message {
  readonly channelId: string;
  readonly ts: Ts;
  /** The parent's ts. Present on replies; on a parent too, once it has replies (then equal to `ts`). */
  readonly threadTs?: Ts;
  /** Who wrote it: a person, the bot or Slackbot. */
  readonly userId: string;
  /** Present when an app posted it. */
  readonly botId?: string;
  /** Slack's mrkdwn with `&`, `<`, `>` escaped and mentions as `<@U…>`; stands for the blocks where there are any. */
  readonly text: string;
  readonly blocks?: readonly Block[];
  /** Only this person sees it; gone after a reload in Slack, kept here. */
  readonly ephemeralTo?: string;
  /** When it was last edited. */
  readonly edited?: { readonly ts: Ts };
  /** `true` on a deleted parent that still has replies ("This message was deleted."); other deleted messages are gone. */
  readonly deleted?: true;
  readonly replyCount: number;
  /** A reply that was also sent to the channel. */
  readonly broadcast?: true;
  /** How the message came about, where that is not typing or chat.postMessage. */
  readonly origin?: 'scheduled' | 'command' | 'response_url' | 'join';
}

/** What an interactive element holds, in Slack's own words (`view.state.values[block_id][action_id]`). */
export interface ElementState {
  /** The element's type, e.g. `plain_text_input`, `static_select`. */
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: SelectedOption | null;
  readonly selected_options?: readonly SelectedOption[];
  readonly selected_channel?: string | null;
  readonly selected_channels?: readonly string[];
  readonly selected_conversation?: string | null;
  readonly selected_conversations?: readonly string[];
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  /** `YYYY-MM-DD` */
  readonly selected_date?: string | null;
  /** `HH:MM`, 24 hours */
  readonly selected_time?: string | null;
  /** Unix seconds */
  readonly selected_date_time?: number | null;
  /** A `rich_text` block */
  readonly rich_text_value?: unknown;
}

export interface SelectedOption {
  readonly value: string;
  /** May be left out in requests: the workspace takes it from the element. */
  readonly text?: { readonly type: string; readonly text: string };
}

/** `values[block_id][action_id]` */
export type FormValues = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;

export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly hash: string;
  readonly title?: { readonly type: 'plain_text'; readonly text: string };
  readonly submit?: { readonly type: 'plain_text'; readonly text: string } | null;
  readonly close?: { readonly type: 'plain_text'; readonly text: string } | null;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly previous_view_id: string | null;
  readonly root_view_id: string;
  readonly blocks: readonly Block[];
  readonly state: { readonly values: FormValues };
}

export interface Modal {
  readonly viewId: string;
  readonly view: View;
}

export interface ScheduledMessage {
  readonly id: string;
  readonly channelId: string;
  /** Unix seconds. */
  readonly postAt: number;
  readonly text: string;
  readonly blocks?: readonly Block[];
}

export interface SlashCommand {
  /** With its slash: `/rafah`. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface Shortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'global' | 'message';
}

export interface SuggestedPrompts {
  readonly channelId: string;
  /** Absent: shown in the Messages tab outside any thread. */
  readonly threadTs?: Ts;
  readonly title?: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** "Rafah Facts is thinking…" under a thread. Gone once the bot posts there, or after two minutes. */
export interface ThreadStatus {
  readonly channelId: string;
  readonly threadTs: Ts;
  readonly text: string;
}

export interface Bot {
  readonly userId: string;
  readonly name: string;
  readonly mode: 'socket' | 'http';
  /** Socket Mode: a WebSocket is open. HTTP: the last request got through (or none was sent yet). */
  readonly connected: boolean;
}

/** One emulated thing and how close it is to Slack. */
export interface LedgerEntry {
  /** A Web API method, an event, an interaction, or what several of them share. */
  readonly name: string;
  readonly group: 'web api' | 'rules' | 'delivery' | 'event' | 'interaction' | 'oauth';
  readonly fidelity: 'full' | 'close' | 'partial';
  /** What is there and, after it, what differs from Slack. */
  readonly notes: string;
}

/** `GET /_playground/state?userId=U…`: the workspace as that person sees it (no one else's ephemeral messages, no foreign DMs). */
export interface State {
  /** Grows by at least one with every change. */
  readonly revision: number;
  /** The workspace's time, Unix milliseconds. It may have been moved. */
  readonly now: number;
  /** How far the workspace's time is from the machine's, milliseconds. */
  readonly clockOffset: number;
  readonly team: Team;
  readonly me: User;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** By channel id, oldest first, replies included. Only channels the person is in, and public ones. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** The person's open modals, bottom first: the last is the one on screen. */
  readonly modals: readonly Modal[];
  /** The app's Home tab for this person; `null` until the app published one. */
  readonly home: View | null;
  readonly scheduled: readonly ScheduledMessage[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly prompts: readonly SuggestedPrompts[];
  readonly statuses: readonly ThreadStatus[];
  /** Titles the app gave to its DM threads, by `threadTs`. */
  readonly threadTitles: Readonly<Record<Ts, string>>;
  readonly bot: Bot;
}

/** Server-sent event `state` of `GET /_playground/events`: fetch the state again when `revision` is newer than yours. */
export interface StateEvent {
  readonly revision: number;
  readonly now: number;
}
