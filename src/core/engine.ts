/** The question answerer over one corpus. */
import type { Answer, Silence } from './answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import { createJudge, indexJudge, type JudgeIndex } from './answering/judge.ts';
import { createClaimChecker, findRelated } from './checking/checker.ts';
import type { Corpus } from './corpus.ts';
import {
  createTranslation,
  indexTranslation,
  type Translation,
  type TranslationIndex,
} from './question/translation.ts';
import type { Verdict } from './reply.ts';

export interface Engine {
  /**
   * Deterministic: equal corpus, question and previous questions give an equal answer.
   * A question in a language of the glossary is read in English, and the answer says so.
   * @param previous earlier questions of the same conversation, oldest first
   */
  answer(question: string, previous?: readonly string[]): Answer;
  /** Judges a claim by the statements, part by part where it has several. One in another language is not judged. */
  check(claim: string): Verdict;
}

/**
 * All that is read of a corpus before anybody asks: plain data (objects, arrays, maps, sets, typed arrays), so that a
 * build can make it and a start only load it. It refers to the corpus's own entities and corrections: whoever copies
 * one has to copy both in one piece.
 */
export interface EngineIndex {
  readonly judge: JudgeIndex;
  readonly translation: TranslationIndex;
}

/** Reads the corpus, which takes some tenths of a second in a cold process. */
export function indexEngine(corpus: Corpus): EngineIndex {
  return { judge: indexJudge(corpus), translation: indexTranslation(corpus) };
}

/** @param index made from this very corpus, by `indexEngine` of this very code */
export function createEngine(corpus: Corpus, index: EngineIndex = indexEngine(corpus)): Engine {
  const judge = createJudge(corpus, index.judge);
  const answerer = createAnswerer(judge);
  const translate = createTranslation(index.translation);
  const check = createClaimChecker(judge);
  const nearest = (text: string) => ({
    kind: 'not_stated' as const,
    related: findRelated(judge, judge.match(judge.reader.read(text))),
  });
  return {
    answer(question, previous = []) {
      const read = translate(withoutAddresses(question));
      const answer = answerer.answer(
        read.text,
        previous.map((earlier) => translate(withoutAddresses(earlier)).text),
      );
      if (read.language === null) return { ...answer, question };
      const asked = { question, language: read.language };
      if (answer.status === 'answered') return { ...answer, ...asked };
      return { ...answer, ...asked, silence: silenceIn(read, answer.silence) };
    },
    check(claim) {
      const { text, language } = translate(claim);
      // Put into English word by word, a claim may lose who does what: it is not judged.
      return language === null ? check(claim) : { ...nearest(text), unchecked: language };
    },
  };
}

const ADDRESS = /\b(?:[a-z][a-z+.-]*:\/\/|www\.)\S+/giu;

/** A link says nothing of what is asked, whatever words its address has. */
const withoutAddresses = (text: string): string => text.replace(ADDRESS, ' ');

/** Of a word that was not understood, nobody can say that the article does not have it. */
function silenceIn({ unread }: Translation, silence: Silence): Silence {
  const [first, ...others] = unread;
  return first === undefined ? silence : { kind: 'unread', words: [first, ...others] };
}
