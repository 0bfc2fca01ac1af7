/** `facts report`: for the editor, what the facts lack and what was found wrong. Nobody's name, and no workspace's. */
import type { RatingCount, UnansweredQuestion, Verdict } from '../bot/report-ports.ts';
import { compareText } from '../core/corpus.ts';
import { EXIT, type Io } from './io.ts';
import { type EditorStore, withStore } from './with-store.ts';

interface QuestionLine {
  readonly question: string;
  readonly why: UnansweredQuestion['why'];
  readonly count: number;
  /** YYYY-MM-DD. */
  readonly firstDay: string;
  readonly lastDay: string;
}

interface RatedLine {
  readonly reply: RatingCount['reply'];
  readonly statementIds: readonly string[];
  /** Times it was marked as not helpful. */
  readonly unhelpful: number;
  readonly reasons: Readonly<Partial<Record<Verdict, number>>>;
  readonly helpful: number;
  readonly lastDay: string;
}

const WHY: Readonly<Record<UnansweredQuestion['why'], string>> = {
  not_stated: 'the article does not say',
  unknown_name: 'names what no statement mentions',
  outside: 'not the article’s subject',
  unread: 'not understood, in another language',
};

const REASON: Readonly<Record<Verdict, string>> = {
  helpful: 'helpful',
  unexplained: 'no reason given',
  wrong_statement: 'wrong statement',
  should_be_silent: 'should have been silent',
  should_have_answered: 'should have answered',
  out_of_date: 'out of date',
  other: 'other',
};

/** @returns the exit code */
export function runReport(args: readonly string[], io: Io): Promise<number> {
  return withStore(io, async ({ store, questionReport }) => {
    const now = Math.floor(Date.now() / 1000);
    const questions = mergeQuestions(await store.unansweredQuestions.list(now));
    const rated = mergeRatings(await store.ratings.list(now));
    if (args.includes('--json')) io.out(JSON.stringify({ questions, rated }));
    else printReport(io, questions, rated, questionReport);
    return EXIT.ok;
  });
}

function printReport(
  io: Io,
  questions: readonly QuestionLine[],
  rated: readonly RatedLine[],
  questionReport: EditorStore['questionReport'],
): void {
  io.out('Questions that found no answer in the last 90 days, most frequent first:');
  if (!questionReport) io.out('  They are not counted: QUESTION_REPORT is off.');
  else if (questions.length === 0) io.out('  None.');
  for (const { question, why, count, firstDay, lastDay } of questions) {
    const days = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
    io.out(`${String(count).padStart(6)}  ${question}  (${WHY[why]}; ${days})`);
  }
  io.out('');
  io.out('Answers marked as not helpful in the last 90 days, most frequent first:');
  if (rated.length === 0) io.out('  None.');
  for (const line of rated) io.out(`${String(line.unhelpful).padStart(6)}  ${describeRated(line)}`);
}

function describeRated({ reply, statementIds, reasons, helpful, lastDay }: RatedLine): string {
  const ids = statementIds.join(', ');
  const what = reply === 'answer' ? ids : `no answer${ids === '' ? '' : `, related: ${ids}`}`;
  const why = Object.entries(reasons)
    .map(([reason, count]) => `${REASON[reason as Verdict]} ${count}`)
    .join(', ');
  return `${what}  (${why}; helpful ${helpful}; last ${lastDay})`;
}

/** Over all workspaces. */
function mergeQuestions(counted: readonly UnansweredQuestion[]): readonly QuestionLine[] {
  const merged = new Map<string, QuestionLine>();
  for (const { question, why, count, firstDay, lastDay } of counted) {
    const key = `${why} ${question}`;
    const known = merged.get(key);
    merged.set(key, {
      question,
      why,
      count: count + (known?.count ?? 0),
      firstDay: earlier(firstDay, known?.firstDay),
      lastDay: later(lastDay, known?.lastDay),
    });
  }
  return [...merged.values()].sort((a, b) => b.count - a.count || compareText(a.question, b.question));
}

/** Over all workspaces and editions; what was only found helpful is left out. */
function mergeRatings(counted: readonly RatingCount[]): readonly RatedLine[] {
  const merged = new Map<string, RatedLine>();
  for (const { reply, statementIds, verdict, count, lastDay } of counted) {
    const key = `${reply} ${statementIds.join(' ')}`;
    const known = merged.get(key) ?? { reply, statementIds, unhelpful: 0, reasons: {}, helpful: 0, lastDay };
    const isHelpful = verdict === 'helpful';
    merged.set(key, {
      ...known,
      unhelpful: known.unhelpful + (isHelpful ? 0 : count),
      helpful: known.helpful + (isHelpful ? count : 0),
      reasons: isHelpful ? known.reasons : { ...known.reasons, [verdict]: (known.reasons[verdict] ?? 0) + count },
      lastDay: later(lastDay, known.lastDay),
    });
  }
  return [...merged.values()]
    .filter(({ unhelpful }) => unhelpful > 0)
    .sort((a, b) => b.unhelpful - a.unhelpful || compareText(a.statementIds.join(' '), b.statementIds.join(' ')));
}

const earlier = (a: string, b = a): string => (compareText(a, b) < 0 ? a : b);
const later = (a: string, b = a): string => (compareText(a, b) > 0 ? a : b);
