/** Remembers which statements the digests hold that wait at Slack: when one is posted, corrections can reach it. */
import { heldMessage } from '../core/correction/post.ts';
import type { Posting } from './posting.ts';
import type { ScheduledMessages } from './scheduled-messages.ts';

/**
 * Recorded before the call, so that a crash leaves one record too many and never one too few.
 * @param edition of the facts that digests are made from at this moment
 */
export function recordQueued(messages: ScheduledMessages, posting: Posting, edition: () => string): ScheduledMessages {
  return {
    ...messages,
    async queue(slot, digest) {
      await posting.record(heldMessage(slot), { kind: 'digest', digest }, edition());
      const outcome = await messages.queue(slot, digest);
      if (!outcome.ok && outcome.failure.kind !== 'unknown') await posting.record(heldMessage(slot), null, '');
      return outcome;
    },
    async withdraw(slot, messageId) {
      const outcome = await messages.withdraw(slot, messageId);
      if (outcome.ok) await posting.record(heldMessage(slot), null, '');
      return outcome;
    },
  };
}
