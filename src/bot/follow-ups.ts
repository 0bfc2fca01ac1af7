/** Follow-ups in threads without a mention: in channels that chose it, and where Slack lets the app hear them. */
import type { FollowUpState, ListeningScope } from '../core/follow-ups.ts';
import type { Reply } from '../core/reply.ts';
import type { Exchanges, Thread, ThreadChoices } from './ports.ts';
import type { Channels } from './subscribing.ts';

export interface FollowUpsDependencies {
  readonly exchanges: Exchanges;
  readonly threadChoices: ThreadChoices;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Where the choice is made. */
export interface ChoosingChannel {
  readonly teamId: string;
  readonly channelId: string;
  /** `null` for a direct message. */
  readonly needs: ListeningScope | null;
}

/** Rejects only where the store does. */
export interface FollowUps {
  /**
   * @param choice `null` asks how it stands
   * @param granted scopes that the app has in the workspace
   */
  choose(
    choice: 'on' | 'off' | null,
    channel: ChoosingChannel,
    granted: readonly string[],
    channels: Channels,
  ): Promise<FollowUpState>;
  /** Whether a message of the thread that mentions nobody may be answered. */
  areWanted(thread: Thread): Promise<boolean>;
}

export function createFollowUps({ exchanges, threadChoices, now }: FollowUpsDependencies): FollowUps {
  const seconds = (): number => Math.floor(now() / 1000);
  return {
    async choose(choice, { teamId, channelId, needs }, granted, channels) {
      if (needs === null) return { kind: 'direct' };
      if (choice === 'off') {
        await threadChoices.delete(teamId, channelId);
        return { kind: 'off' };
      }
      const chosen = await threadChoices.has(teamId, channelId);
      if (choice === null && !chosen) return { kind: 'off' };
      const permission = await channels.takePosts(channelId);
      const refusal = permission.kind === 'refused' ? permission.error : null;
      if (!granted.includes(needs)) return { kind: 'lacking', scope: needs, chosen, refusal };
      if (refusal !== null) return { kind: 'refused', refusal };
      await threadChoices.add(teamId, channelId, seconds());
      return { kind: 'on' };
    },
    async areWanted(thread) {
      const { teamId, channelId } = thread;
      return (await threadChoices.has(teamId, channelId)) && (await exchanges.isAnsweredIn(thread, seconds()));
    },
  };
}

/**
 * Of the answers to sentences that people said to each other ("who can take the minutes?") some came near it, none reached
 * it; those to follow-ups on the article were above it.
 */
const SURE_SCORE = 0.88;

/** Whether a reply to a message that was not addressed to the bot is said: a sure answer to a question, and nothing else. */
export function isWorthSaying(reply: Reply, text: string): boolean {
  return reply.kind === 'answer' && reply.answer.hits[0].score >= SURE_SCORE && /[?؟]\s*$/.test(text);
}
