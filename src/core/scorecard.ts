/**
 * How often answers are right, measured on questions whose right answer is known.
 *
 * A statement is right where its id is among `ids`; or its citation among `gold`, and what a person sees of the
 * statements up to it matches every `must`. A question that the article doesn't answer is right where it is met with silence.
 */
import * as z from 'zod';
import type { Answer } from './answer.ts';
import { describeAttribution } from './attribution.ts';
import type { Statement } from './corpus.ts';
import type { Engine } from './engine.ts';

const kinds = ['answerable', 'premise', 'unanswerable'] as const;

export type QuestionKind = (typeof kinds)[number];

const turnSchema = z.object({
  question: z.string(),
  kind: z.enum(kinds),
  /** Locators of the statements that answer it. */
  gold: z.array(z.string()).default([]),
  /** Regular expressions, without regard to case. */
  must: z.array(z.string()).default([]),
  /** Ids of the statements that answer it: says more exactly what `gold` and `must` say by place and words. */
  ids: z.array(z.string()).default([]),
  style: z.string(),
});

/** A line of a question file: one question, or the turns of one thread. */
export const questionLineSchema = z.union([
  turnSchema.extend({ id: z.string() }),
  z.object({ id: z.string(), turns: z.array(turnSchema).min(1) }),
]);

export type QuestionLine = z.output<typeof questionLineSchema>;

export interface Judged {
  readonly id: string;
  readonly question: string;
  readonly kind: QuestionKind;
  /** How it is worded: plain, keyword, typo, …; `conversation` for a later turn of a thread. */
  readonly style: string;
  readonly answer: Answer;
  /** Right in first place, and right within the first three. */
  readonly top1: boolean;
  readonly top3: boolean;
}

/** One judgement a question, in order; each turn of a thread is asked with the turns before it. */
export function judgeQuestions(engine: Engine, lines: readonly QuestionLine[]): readonly Judged[] {
  return lines.flatMap((line) => {
    if (!('turns' in line)) return [judgeTurn(engine, line.id, line.style, line, [])];
    return line.turns.map((turn, index) => {
      const previous = line.turns.slice(0, index).map(({ question }) => question);
      return judgeTurn(engine, `${line.id}.${index + 1}`, index === 0 ? turn.style : 'conversation', turn, previous);
    });
  });
}

function judgeTurn(
  engine: Engine,
  id: string,
  style: string,
  turn: z.output<typeof turnSchema>,
  previous: readonly string[],
): Judged {
  const answer = engine.answer(turn.question, previous);
  const right = (places: number): boolean => {
    if (turn.kind === 'unanswerable') return answer.status === 'not_stated';
    if (answer.status === 'not_stated') return false;
    const top = answer.hits.slice(0, places).map(({ statement }) => statement);
    if (turn.ids.length > 0) return top.some(({ id: found }) => turn.ids.includes(found));
    const seen = top.map(visibleText).join(' ');
    return (
      top.some(({ citation }) => turn.gold.includes(citation.locator)) &&
      turn.must.every((pattern) => new RegExp(pattern, 'i').test(seen))
    );
  };
  return { id, question: turn.question, kind: turn.kind, style, answer, top1: right(1), top3: right(3) };
}

function visibleText({ text, quotes, attribution, date }: Statement): string {
  return [text, ...quotes.map(({ words }) => words), describeAttribution(attribution) ?? '', date?.on ?? ''].join(' ');
}

export interface ScoreRow {
  readonly kind: QuestionKind;
  /** `null` for all styles of the kind together. */
  readonly style: string | null;
  readonly asked: number;
  readonly top1: number;
  readonly top3: number;
}

/** Counts by kind, then by kind and style; in the order of `kinds`, styles by name. */
export function tallyScores(judged: readonly Judged[]): readonly ScoreRow[] {
  return kinds.flatMap((kind) => {
    const ofKind = judged.filter((item) => item.kind === kind);
    if (ofKind.length === 0) return [];
    const styles = [...new Set(ofKind.map(({ style }) => style))].sort();
    const count = (style: string | null, items: readonly Judged[]): ScoreRow => ({
      kind,
      style,
      asked: items.length,
      top1: items.filter(({ top1 }) => top1).length,
      top3: items.filter(({ top3 }) => top3).length,
    });
    return [
      count(null, ofKind),
      ...styles.map((style) =>
        count(
          style,
          ofKind.filter((item) => item.style === style),
        ),
      ),
    ];
  });
}

/** The published figures, short enough for a chat message: all sets of questions together. */
export interface ScoreSummary extends Readonly<Record<QuestionKind, ScoreCount>> {
  /** The facts they were measured on. */
  readonly edition: string;
}

export interface ScoreCount {
  readonly asked: number;
  readonly right: number;
}

export function summarizeScores(edition: string, judged: readonly Judged[]): ScoreSummary {
  const count = (wanted: QuestionKind): ScoreCount => {
    const ofKind = judged.filter(({ kind }) => kind === wanted);
    return { asked: ofKind.length, right: ofKind.filter(({ top1 }) => top1).length };
  };
  const [answerable, premise, unanswerable] = [count('answerable'), count('premise'), count('unanswerable')];
  return { edition, answerable, premise, unanswerable };
}
