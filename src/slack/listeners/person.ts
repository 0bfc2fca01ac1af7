/** Which messages are a person's question, and which are noise. */

export interface IncomingMessage {
  readonly subtype?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly user?: string | undefined;
}

/** Messages that a person wrote although they have a subtype. */
const WRITTEN = ['file_share', 'thread_broadcast'];

/** Why a message is not answered: from a bot (ourselves included), or no message a person wrote; or `null`. */
export function reasonToIgnore(
  { subtype, bot_id, user }: IncomingMessage,
  botUserId: string | undefined,
): 'bot' | 'not_written' | null {
  if (bot_id !== undefined || subtype === 'bot_message') return 'bot';
  if (user === undefined || user === botUserId || user === 'USLACKBOT') return 'bot';
  return subtype === undefined || WRITTEN.includes(subtype) ? null : 'not_written';
}
