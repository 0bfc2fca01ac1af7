/** What a `message` event tells of a message: that it was written, or that a person edited it. */
import type { IncomingMessage } from './person.ts';

export interface MessageEvent extends IncomingMessage {
  readonly channel: string;
  readonly channel_type: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  /** Where the subtype is `message_changed`. */
  readonly message?: ChangedMessage;
  readonly previous_message?: object;
}

interface ChangedMessage extends IncomingMessage {
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly edited?: { readonly ts?: string };
}

/** A message in its latest wording. */
export interface ReadMessage extends IncomingMessage {
  readonly text: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly edit: { readonly ts: string; readonly before: string } | null;
}

/**
 * `null` where nothing was said: a message was deleted, or changed without new words, as it is when Slack adds a preview
 * of a link to it.
 */
export function readMessage(event: MessageEvent): ReadMessage | null {
  const { subtype, message, previous_message } = event;
  if (subtype === 'message_deleted') return null;
  if (subtype !== 'message_changed') {
    return { ...event, text: event.text ?? '', threadTs: event.thread_ts ?? null, edit: null };
  }
  const ts = message?.edited?.ts;
  const before = textOf(previous_message);
  if (message === undefined || ts === undefined || message.text === before) return null;
  return { ...message, text: message.text ?? '', threadTs: message.thread_ts ?? null, edit: { ts, before } };
}

function textOf(message: { readonly text?: unknown } | undefined): string {
  return typeof message?.text === 'string' ? message.text : '';
}
