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

/**
 * Costs nothing by itself: the corpus is read when the first question or claim comes, which takes some tenths of a
 * second in a cold process. Ask an empty question to have that done ahead.
 */
export function createEngine(corpus: Corpus): Engine {
  let engine: Engine | null = null;
  const ready = (): Engine => {
    engine ??= readCorpus(corpus);
    return engine;
  };
  return {
    answer: (question, previous) => ready().answer(question, previous),
    check: (claim) => ready().check(claim),
  };
}

function readCorpus(corpus: Corpus): Engine {
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
