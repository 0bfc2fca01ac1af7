import type { Clock } from '../clock.ts';
import { newSecret } from '../workspace/ids.ts';

/** How long an app may take to open a dialog, in milliseconds. */
const lifetime = 3000;

interface Trigger {
  readonly userId: string;
  readonly channelId: string | undefined;
  readonly expires: number;
  used: boolean;
}

/** Trigger ids: each opens one dialog for one person, within three seconds. */
export class Triggers {
  readonly #clock: Clock;
  readonly #triggers = new Map<string, Trigger>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param channelId the conversation that the person has in front of them */
  issue(userId: string, channelId?: string): string {
    const id = `${this.#clock.now()}.${userId.length}.${newSecret()}`;
    this.#triggers.set(id, { userId, channelId, expires: this.#clock.now() + lifetime, used: false });
    return id;
  }

  /** @returns whose it is and where, or Slack's error. */
  exchange(
    id: string,
  ): { readonly userId: string; readonly channelId: string | undefined } | { readonly error: string } {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) return { error: 'invalid_trigger_id' };
    if (trigger.used) return { error: 'exchanged_trigger_id' };
    if (this.#clock.now() > trigger.expires) return { error: 'expired_trigger_id' };
    trigger.used = true;
    return { userId: trigger.userId, channelId: trigger.channelId };
  }
}
