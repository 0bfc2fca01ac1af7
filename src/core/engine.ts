/** The question answerer over one corpus. */
import type { Answer, Silence } from './answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import { createClaimChecker } from './answering/claim.ts';
import { createJudge } from './answering/judge.ts';
import type { Corpus } from './corpus.ts';
import { createTranslation, type Translation } from './question/translation.ts';
import type { Verdict } from './reply.ts';

export interface Engine {
  /**
   * Deterministic: equal corpus, question and previous questions give an equal answer.
   * A question in a language of the glossary is read in English, and the answer says so.
   * @param previous earlier questions of the same conversation, oldest first
   */
  answer(question: string, previous?: readonly string[]): Answer;
  /** Judges a claim by the statements, part by part where it has several. */
  check(claim: string): Verdict;
}

/** Reads the whole corpus once; the engine keeps no state between questions. */
export function createEngine(corpus: Corpus): Engine {
  const judge = createJudge(corpus);
  const answerer = createAnswerer(judge);
  const translate = createTranslation(corpus);
  return {
    answer(question, previous = []) {
      const read = translate(question);
      const answer = answerer.answer(
        read.text,
        previous.map((earlier) => translate(earlier).text),
      );
      if (read.language === null) return answer;
      const asked = { question, language: read.language };
      if (answer.status === 'answered') return { ...answer, ...asked };
      return { ...answer, ...asked, silence: silenceIn(read, answer.silence) };
    },
    check: createClaimChecker(judge),
  };
}

/** Of a word that was not understood, nobody can say that the article does not have it. */
function silenceIn({ unread }: Translation, silence: Silence): Silence {
  const [first, ...others] = unread;
  return first === undefined ? silence : { kind: 'unread', words: [first, ...others] };
}
