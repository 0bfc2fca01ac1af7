/** Which messages are a person's question, and which are noise. */

export interface IncomingMessage {
  readonly subtype?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly user?: string | undefined;
  readonly edited?: unknown;
}

/** Messages that a person wrote although they have a subtype. */
const WRITTEN = ['file_share', 'thread_broadcast'];

/** Why a message is not answered: from a bot (ourselves included), an edit, or no message a person wrote; or `null`. */
export function reasonToIgnore(
  { subtype, bot_id, user, edited }: IncomingMessage,
  botUserId: string | undefined,
): 'bot' | 'edited' | 'not_written' | null {
  if (bot_id !== undefined || subtype === 'bot_message') return 'bot';
  if (user === undefined || user === botUserId || user === 'USLACKBOT') return 'bot';
  if (edited !== undefined || subtype === 'message_changed') return 'edited';
  return subtype === undefined || WRITTEN.includes(subtype) ? null : 'not_written';
}
