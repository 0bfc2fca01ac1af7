/**
 * A reply as a short document without a surface: what is said, in which order. Every surface draws the same parts, so
 * none can leave out a speaker, a citation or the as-of date.
 */
import type { Answered, Language, NotStated } from './answer.ts';
import { formatDate } from './attribution.ts';
import { outlineCheck, outlineRelated } from './check-outline.ts';
import type { Article, Statement } from './corpus.ts';
import { compareText } from './corpus.ts';
import { outlineCorrected } from './correction/outline.ts';
import type { Digest } from './digest/compose.ts';
import { describeFollowUps } from './follow-ups.ts';
import { describeHint } from './hint-wording.ts';
import { outlineGreeting } from './outline-greeting.ts';
import { outlinePeople, outlineQuotes, outlineSources, outlineTimeline, outlineTopics } from './outline-lists.ts';
import { channelPiece, outlineNotice } from './outline-notice.ts';
import type { Piece } from './piece.ts';
import type { Reply } from './reply.ts';
import { outlineMore, outlineSource } from './source-outline.ts';
import { statementPart } from './statement-part.ts';
import * as say from './wording.ts';

export type Part =
  | { readonly kind: 'title'; readonly text: string }
  /** Stands above what it names: "Related, not an answer:". */
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'sentence'; readonly text: string }
  /** One statement with what is needed to show it honestly. */
  | {
      readonly kind: 'statement';
      readonly text: string;
      /** The quotes that the text itself doesn't hold, with their speakers. */
      readonly quotes: readonly string[];
      /** Who says so, the article, its date, the place in it. */
      readonly origin: string;
    }
  /** A line of a list: what it is about, what is said of it (may be empty), where it stands (may be empty). */
  | { readonly kind: 'item'; readonly lead: string; readonly text: string; readonly origin: string }
  /** A line that names channels, people or instants; with `bullet` one of a list. */
  | { readonly kind: 'line'; readonly pieces: readonly Piece[]; readonly bullet: boolean };

export interface Outline {
  readonly parts: readonly Part[];
  /** What the list items' places are in, where the items give the place alone, and the as-of sentence. */
  readonly foot: readonly string[];
}

export function outlineReply(reply: Reply): Outline {
  switch (reply.kind) {
    case 'answer':
      return outlineAnswer(reply.answer);
    case 'silence':
      return {
        parts: outlineSilence(reply.answer),
        foot: [...footOf(reply.answer.language), say.describeAsOf(reply.asOf)],
      };
    case 'help':
      return outlineHelp(reply.articles, reply.asOf);
    case 'statement':
      return outlineStatement(reply.statement);
    case 'people':
      return outlinePeople(reply.sides, reply.asOf);
    case 'timeline':
      return outlineTimeline(reply.entries, reply.asOf);
    case 'quotes':
      return outlineQuotes(reply.speaker?.name ?? null, reply.quotes, reply.asOf);
    case 'topics':
      return outlineTopics(reply.topics, reply.asOf);
    case 'topic':
      return {
        parts: [{ kind: 'title', text: reply.topic.name }, ...reply.statements.map(statementPart)],
        foot: [say.describeAsOf(reply.asOf)],
      };
    case 'sources':
      return outlineSources(reply);
    case 'check':
      return outlineCheck(reply.claim, reply.verdict, reply.asOf);
    case 'source':
      return outlineSource(reply);
    case 'more':
      return outlineMore(reply);
    case 'digest':
      return outlineDigest(reply.digest);
    case 'preview':
      return outlinePreview(reply);
    case 'corrected':
      return outlineCorrected(reply.corrected, outlineReply);
    case 'notice':
      return outlineNotice(reply.notice);
    case 'follow_ups':
      return { parts: describeFollowUps(reply.state).map((text) => ({ kind: 'sentence', text })), foot: [] };
    case 'greeting':
      return outlineGreeting(reply.to, reply.articles, reply.asOf);
    case 'hint':
      return { parts: [{ kind: 'sentence', text: describeHint(reply.hint) }], foot: [] };
  }
}

function outlineAnswer({ hits, premise, language }: Answered): Outline {
  const [first, ...further] = hits.map(({ statement }) => statementPart(statement));
  const parts: Part[] = [];
  if (premise !== null) parts.push({ kind: 'sentence', text: say.describePremise(premise) });
  if (first !== undefined) parts.push(first);
  if (further.length > 0) parts.push({ kind: 'label', text: say.FURTHER }, ...further);
  const published = hits.map(({ statement }) => statement.citation.article.published);
  return { parts, foot: [...footOf(language), say.describeAsOf(latest(published))] };
}

/** In another language than the facts, the answer says so. */
function footOf(language: Language | undefined): string[] {
  return language === undefined ? [] : [say.describeLanguage(language)];
}

function latest(dates: readonly string[]): string {
  return [...dates].sort(compareText).at(-1) ?? '';
}

function outlineSilence({ silence, related }: NotStated): readonly Part[] {
  return [
    { kind: 'sentence', text: say.describeSilence(silence) },
    ...outlineRelated(
      say.NOT_AN_ANSWER,
      related.map(({ statement }) => statement),
    ),
  ];
}

function outlineStatement(statement: Statement): Outline {
  const { id, date, citation } = statement;
  const details: Part[] = [];
  if (date !== null) {
    details.push({
      kind: 'item',
      lead: 'Date',
      text: `${formatDate(date.on)}; in the article: “${date.written}”`,
      origin: '',
    });
  }
  details.push(
    { kind: 'item', lead: 'Provenance', text: citation.article.provenance, origin: '' },
    { kind: 'item', lead: 'Fact', text: id, origin: '' },
  );
  return { parts: [statementPart(statement), ...details], foot: [say.describeAsOf(citation.article.published)] };
}

function outlineHelp(articles: readonly Article[], asOf: string): Outline {
  return {
    parts: [
      { kind: 'title', text: say.HELP.title },
      { kind: 'sentence', text: say.HELP.what },
      { kind: 'sentence', text: say.describeKnown(articles) },
      { kind: 'sentence', text: say.HELP.how },
      { kind: 'label', text: say.HELP.commands },
      ...say.COMMANDS_HELP.map(({ usage, does }): Part => ({ kind: 'item', lead: usage, text: does, origin: '' })),
      { kind: 'sentence', text: say.HELP.mistakes },
    ],
    foot: [say.describeAsOf(asOf)],
  };
}

function outlineDigest({ day, statements, quote, asOf }: Digest): Outline {
  const parts: Part[] = [{ kind: 'title', text: say.describeDigestDay(day) }, ...statements.map(statementPart)];
  // In its sentence: a few words alone would not say what they are about.
  if (quote !== null) parts.push({ kind: 'label', text: say.QUOTE_OF_THE_DAY }, statementPart(quote.statement));
  return { parts, foot: [say.describeAsOf(asOf)] };
}

function outlinePreview({ channelId, at, digest }: Extract<Reply, { kind: 'preview' }>): Outline {
  const { parts, foot } = outlineDigest(digest);
  const pieces: readonly Piece[] =
    at === null
      ? [`Preview. Nothing is to be posted in `, channelPiece(channelId), '; a digest of this day would be:']
      : ['Preview of the next digest in ', channelPiece(channelId), ', to be posted ', { kind: 'instant', at }, ':'];
  return { parts: [{ kind: 'line', pieces, bullet: false }, ...parts], foot };
}
