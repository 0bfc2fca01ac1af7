/** What a channel's flat list of messages means: threads, days, runs by one author. */
import type { Message, Ts } from '../../protocol.ts';
import { dayKey, toMillis } from './time.ts';

const RUN_MILLIS = 5 * 60_000;

/** What stands in the channel itself: everything but replies, and replies that were also sent to the channel. */
export function topLevel(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ threadTs, ts, broadcast }) => threadTs === undefined || threadTs === ts || broadcast);
}

export function repliesTo(messages: readonly Message[], threadTs: Ts): readonly Message[] {
  return messages.filter((message) => message.threadTs === threadTs && message.ts !== threadTs);
}

export interface Row {
  readonly message: Message;
  readonly startsDay: boolean;
  /** By the same author within five minutes of the one above: shown without name and picture. */
  readonly continues: boolean;
}

export function toRows(messages: readonly Message[], timeZone: string): readonly Row[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const at = toMillis(message.ts);
    const startsDay = before === undefined || dayKey(toMillis(before.ts), timeZone) !== dayKey(at, timeZone);
    const continues =
      !startsDay &&
      before.userId === message.userId &&
      before.botId === message.botId &&
      before.ephemeralTo === message.ephemeralTo &&
      before.origin !== 'join' &&
      message.origin === before.origin &&
      message.replyCount === 0 &&
      before.replyCount === 0 &&
      at - toMillis(before.ts) < RUN_MILLIS;
    return { message, startsDay, continues };
  });
}

/** The newest message's ts, or `''` where there is none. */
export function newestTs(messages: readonly Message[] | undefined): Ts {
  return (
    (messages ?? [])
      .map(({ ts }) => ts)
      .sort()
      .at(-1) ?? ''
  );
}
