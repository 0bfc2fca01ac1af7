/** The one currency between the bot and every surface. A closed union: each renderer switches over all of it. */
import type { Answered, Language, NonEmpty, NotStated } from './answer.ts';
import type { Article, Citation, Quote, Statement, Topic } from './corpus.ts';
import type { Corrected } from './correction/amend.ts';
import type { Digest } from './digest/compose.ts';
import type { Notice } from './digest/notice.ts';
import type { FollowUpState } from './follow-ups.ts';
import type { Entity } from './schema.ts';
import type { ScoreSummary } from './scorecard.ts';

export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answered }
  | { readonly kind: 'silence'; readonly answer: NotStated; readonly asOf: string }
  | { readonly kind: 'help'; readonly articles: NonEmpty<Article>; readonly asOf: string }
  /** One statement on its own: `/rafah random`, `/rafah fact <id>`. */
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'people'; readonly sides: readonly Side[]; readonly asOf: string }
  | { readonly kind: 'timeline'; readonly entries: readonly Statement[]; readonly asOf: string }
  | {
      readonly kind: 'quotes';
      readonly speaker: Entity | null;
      readonly quotes: readonly CitedQuote[];
      readonly asOf: string;
    }
  | { readonly kind: 'topics'; readonly topics: readonly TopicCount[]; readonly asOf: string }
  | { readonly kind: 'topic'; readonly topic: Topic; readonly statements: NonEmpty<Statement>; readonly asOf: string }
  | {
      readonly kind: 'sources';
      readonly articles: NonEmpty<ArticleSources>;
      readonly edition: string;
      /** How often answers were right when last measured; `null` where nobody measured. */
      readonly scores: ScoreSummary | null;
      readonly asOf: string;
    }
  | { readonly kind: 'check'; readonly claim: string; readonly verdict: Verdict; readonly asOf: string }
  /** Where the statements of an answer come from: everything that is known of each. */
  | {
      readonly kind: 'source';
      readonly statements: NonEmpty<Statement>;
      /** Statements of the answer that are no longer there. */
      readonly gone: number;
      /** Of the facts: when the answer was made, and now. */
      readonly edition: { readonly asked: string; readonly now: string };
      readonly asOf: string;
    }
  /** Statements like those of an answer, and no answer themselves. */
  | {
      readonly kind: 'more';
      readonly to: NonEmpty<Statement>;
      /** Empty where there are no more. */
      readonly statements: readonly Statement[];
      /** Where in the list of all that are like them these end. */
      readonly until: number;
      /** How many come after these. */
      readonly left: number;
      readonly asOf: string;
    }
  /** A day's digest, as it is posted. */
  | { readonly kind: 'digest'; readonly digest: Digest }
  /** The same for one person, before it is posted; `at` is `null` where the channel has no digest to come. */
  | { readonly kind: 'preview'; readonly channelId: string; readonly at: number | null; readonly digest: Digest }
  /** A message that was posted, as it reads after its facts were edited. */
  | { readonly kind: 'corrected'; readonly corrected: Corrected }
  /** About the digests of channels. */
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** Whether follow-ups are answered without a mention in a channel. */
  | { readonly kind: 'follow_ups'; readonly state: FollowUpState }
  /** Said once to a person or a channel that meets the app. */
  | {
      readonly kind: 'greeting';
      readonly to: 'person' | 'channel';
      readonly articles: NonEmpty<Article>;
      readonly asOf: string;
    }
  /** Something typed could not be carried out as typed: what, and what to type instead. */
  | { readonly kind: 'hint'; readonly hint: Hint };

export interface Side {
  /** "United States", "Israel", … or `null` for those on no side. */
  readonly name: string | null;
  readonly people: NonEmpty<Person>;
}

export interface Person {
  readonly entity: Entity;
  /** A statement about the person, so that the office is cited like everything else. */
  readonly citation: Citation;
}

export interface CitedQuote {
  readonly quote: Quote;
  readonly statement: Statement;
}

export interface TopicCount {
  readonly topic: Topic;
  readonly statements: number;
}

export interface ArticleSources {
  readonly article: Article;
  readonly statements: number;
  readonly sentences: number;
  readonly outlets: readonly Entity[];
}

export type Judgement =
  | {
      readonly kind: 'supported';
      readonly by: NonEmpty<Statement>;
      /** The claim states as fact what the article only gives as said or reported: "said by Emmanuel Macron". */
      readonly asSaidBy?: string;
    }
  | {
      readonly kind: 'contradicted';
      readonly by: NonEmpty<Statement>;
      /** What the claim says, as a clause. */
      readonly assumed: string;
      /** Where two words make the difference: the claim's, and the statement's. */
      readonly differs?: { readonly claimed: string; readonly told: string };
    }
  | {
      readonly kind: 'not_stated';
      readonly related: readonly Statement[];
      /** The claim was not judged, as it is in another language than English. */
      readonly unchecked?: Language;
    };

/** One of several things that a claim says, in the claim's words. */
export interface JudgedPart {
  readonly claim: string;
  readonly judgement: Judgement;
}

/**
 * Of a claim with several parts: contradicted where one is, supported where all are, else not stated.
 * `parts` is absent where the claim says one thing.
 */
export type Verdict = Judgement & { readonly parts?: NonEmpty<JudgedPart> };

/** Where something was typed, and is to be typed again: after the slash command, after a mention, or as it is. */
export type TypedIn = 'command' | 'mention' | 'message';

export type Hint =
  /** A typo in a command; `nearest` is what to type instead, without what stands before it. */
  | {
      readonly kind: 'did_you_mean';
      readonly typed: string;
      readonly nearest: string;
      readonly typedIn: TypedIn;
    }
  /** No such id, topic or speaker; `known` are those there are, nearest first. */
  | {
      readonly kind: 'unknown';
      readonly what: 'fact' | 'topic' | 'speaker';
      readonly typed: string;
      readonly known: NonEmpty<string>;
      readonly typedIn: TypedIn;
    }
  /** A command without the argument it needs; `usage` is how to type it, without what stands before it. */
  | { readonly kind: 'incomplete'; readonly usage: string; readonly example: string; readonly typedIn: TypedIn }
  /** More was typed than is searched; both in characters. */
  | { readonly kind: 'too_long'; readonly length: number; readonly max: number }
  /** A button of an answer was pressed, and the facts no longer have its statements. */
  | { readonly kind: 'gone' };
