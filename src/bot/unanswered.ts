/** Counts the questions that found no answer, for the editor's report. */
import type { Silence } from '../core/answer.ts';
import { noteQuestion } from '../core/noted-question.ts';
import type { Reply } from '../core/reply.ts';
import type { Handle } from './handle.ts';
import { describeError, type Log } from './log.ts';
import type { Unanswered, UnansweredQuestions } from './report-ports.ts';

export interface CountingDependencies {
  readonly questions: UnansweredQuestions;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Counting {
  /** Answers as `handle` does, and no later: what is counted is written after the reply has gone. */
  readonly handle: Handle;
  /** Resolves once all that was to be counted is written. */
  idle(): Promise<void>;
}

export function countUnanswered(handle: Handle, { questions, log, now }: CountingDependencies): Counting {
  const underWay = new Set<Promise<void>>();

  async function count(teamId: string, question: string, why: Unanswered): Promise<void> {
    // An answer travels in the acknowledgement, which is written in the turns before.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await questions.count(teamId, question, why, Math.floor(now() / 1000));
    } catch (error) {
      log.warn('An unanswered question could not be counted', describeError(error));
    }
  }

  return {
    handle(request, place, previous) {
      const reply = handle(request, place, previous);
      const found = request.kind === 'ask' ? findUnanswered(reply) : null;
      if (found !== null) {
        const counting = count(place.teamId, found.question, found.why).finally(() => underWay.delete(counting));
        underWay.add(counting);
      }
      return reply;
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}

function findUnanswered(reply: Reply): { readonly question: string; readonly why: Unanswered } | null {
  if (reply.kind !== 'silence') return null;
  const why = nameSilence(reply.answer.silence);
  const question = noteQuestion(reply.answer.question);
  return why === null || question === null ? null : { question, why };
}

function nameSilence({ kind }: Silence): Unanswered | null {
  return kind === 'no_question' ? null : kind;
}
