/** What a question is answered with. */
import type { Statement } from './corpus.ts';

/** A scored match. */
export interface Hit {
  readonly statement: Statement;
  /** 0 to 1, comparable between questions; rounded to two decimals so that every machine prints the same. */
  readonly score: number;
}

export type NonEmpty<T> = readonly [T, ...T[]];

/** The question assumed something the article contradicts, or asked whether it is so. */
export interface Premise {
  /** The false assumption as a clause: "the U.S. vetoed the resolution". */
  readonly assumed: string;
  /** `assumed` is in an editor's words; otherwise a rule made it, perhaps with a word, number or day of the question. */
  readonly written: boolean;
  /** It was asked, not taken for granted. */
  readonly asked?: boolean;
  /** The statement that says otherwise; it stands first in the answer. */
  readonly correctedBy: Statement;
}

/** A language that a question was asked in, other than English. */
export interface Language {
  /** Its ISO 639 code. */
  readonly id: string;
  /** In English. */
  readonly name: string;
  /** In the language itself: that the facts are in English, and how the question was read. */
  readonly notice: string;
  /** In the language itself: that claims are checked in English only. */
  readonly checkNotice: string;
}

/** One to five statements, best first. There is no answered question without a statement, hence without a citation. */
export interface Answered {
  readonly status: 'answered';
  readonly question: string;
  readonly hits: NonEmpty<Hit>;
  readonly premise: Premise | null;
  /** Absent for English. */
  readonly language?: Language;
}

/** Why there is no answer; each is worded for people in its own way. */
export type Silence =
  | { readonly kind: 'not_stated' }
  /** The question names something that no statement mentions; `names` as typed. */
  | { readonly kind: 'unknown_name'; readonly names: NonEmpty<string> }
  /** Nothing in the question touches the article's subject. */
  | { readonly kind: 'outside' }
  /** A question in another language with words that the glossary does not know; `words` as typed. */
  | { readonly kind: 'unread'; readonly words: NonEmpty<string> }
  /** Nothing that could be read as a question. */
  | { readonly kind: 'no_question' };

export interface NotStated {
  readonly status: 'not_stated';
  readonly question: string;
  readonly silence: Silence;
  /** The nearest statements, at most three: related, never an answer. */
  readonly related: readonly Hit[];
  /** Absent for English. */
  readonly language?: Language;
}

export type Answer = Answered | NotStated;
