/** A request in a conversation: "and Macron?" is understood from what was asked before it in the thread. */
import type { Reply } from '../core/reply.ts';
import type { FactRequest, Handle } from './handle.ts';
import { describeError, type Log } from './log.ts';
import type { Place } from './place.ts';
import type { Conversations, Thread } from './ports.ts';

export interface ConverseDependencies {
  readonly handle: Handle;
  readonly conversations: Conversations;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** @param isKept whether the question is remembered, by what it was answered; default always */
export type Converse = (request: FactRequest, place: Place, isKept?: (reply: Reply) => boolean) => Promise<Reply>;

/** All that is said in a direct message outside of threads is one conversation. */
const OUTSIDE_THREADS = '';

/**
 * Answers even where the store does not: then as if nothing had been asked before, with one line in the log.
 * Only questions are remembered; commands neither lean on a conversation nor are part of it.
 */
export function createConverse({ handle, conversations, log, now }: ConverseDependencies): Converse {
  return async (request, place, isKept = () => true) => {
    const { messageTs } = place;
    if (request.kind !== 'ask' || messageTs === null) return handle(request, place);
    const { leansOn, partOf } = threadsOf(place);
    const seconds = Math.floor(now() / 1000);
    const giveUp = (error: unknown): null => {
      log.warn('A conversation could not be read or kept', describeError(error));
      return null;
    };
    const previous = await conversations.before(leansOn, messageTs, seconds).catch(giveUp);
    const reply = handle(request, place, previous ?? []);
    if (previous === null || !isKept(reply)) return reply;
    const keeping = partOf.map((thread) => conversations.add(thread, messageTs, request.question, seconds));
    await Promise.all(keeping).catch(giveUp);
    return reply;
  };
}

interface Threads {
  readonly leansOn: Thread;
  readonly partOf: readonly Thread[];
}

/**
 * A direct message outside of threads goes on from the one before it, and begins a thread in which its answer stands:
 * what is asked there goes on from it.
 */
function threadsOf({ surface, teamId, channelId, threadTs, messageTs }: Place): Threads {
  const own = { teamId, channelId, threadTs: threadTs ?? OUTSIDE_THREADS };
  if (surface !== 'direct_message' || threadTs !== messageTs) return { leansOn: own, partOf: [own] };
  const outside = { teamId, channelId, threadTs: OUTSIDE_THREADS };
  return { leansOn: outside, partOf: [outside, own] };
}
