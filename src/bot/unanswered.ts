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
  /** Answers as `handle` does, and no later: what is counted is gathered, and written a moment after. */
  readonly handle: Handle;
  /** Resolves once all that was to be counted is written, which is then done at once. */
  idle(): Promise<void>;
}

/**
 * Each write waits for the disk, and the embedded database makes everybody wait with it: equal questions of this time
 * are one write. What was gathered is lost where the process is killed.
 */
const GATHER_MS = 500;

interface Count {
  readonly teamId: string;
  readonly question: string;
  readonly why: Unanswered;
  times: number;
}

export function countUnanswered(handle: Handle, { questions, log, now }: CountingDependencies): Counting {
  let gathered = new Map<string, Count>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function writeAll(): Promise<void> {
    const counts = gathered;
    gathered = new Map();
    for (const { teamId, question, why, times } of counts.values()) {
      try {
        await questions.count(teamId, question, why, Math.floor(now() / 1000), times);
      } catch (error) {
        log.warn('An unanswered question could not be counted', describeError(error));
      }
      // What came in meanwhile goes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(writeAll);
    return writing;
  }

  function count(teamId: string, question: string, why: Unanswered): void {
    const key = JSON.stringify([teamId, question, why]);
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, { teamId, question, why, times: 1 });
    else known.times += 1;
    timer ??= setTimeout(write, GATHER_MS).unref();
  }

  return {
    handle(request, place, previous) {
      const reply = handle(request, place, previous);
      // What people say to each other is nobody's question to the bot.
      const isAsked = request.kind === 'ask' && place.surface !== 'follow_up';
      const found = isAsked ? findUnanswered(reply) : null;
      if (found !== null) count(place.teamId, found.question, found.why);
      return reply;
    },
    idle: write,
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
