/** From a question to its answer: rank, correct, or be silent. */
import type { Answer, Hit, Premise } from '../answer.ts';
import type { Corpus } from '../corpus.ts';
import type { Question } from '../question/analysis.ts';
import { asksNothing, followUp, isBareName, type Turn, unitsOf, withoutDetails } from '../question/follow-up.ts';
import type { Ranked } from './decision.ts';
import type { Judge, Judged } from './judge.ts';
import { silenceOf } from './silence.ts';

export interface Answerer {
  /** @param previous earlier questions of the conversation, oldest first */
  answer(text: string, previous: readonly string[]): Answer;
}

/** Further statements are shown while they fit nearly as well as the first. */
const FURTHER_FROM = 0.7;
const MAX_HITS = 3;
const MAX_RELATED = 3;
const RELATED_FROM = 0.25;
/** How far back a conversation is read. */
const MAX_TURNS = 6;

export function createAnswerer({ corpus, reader, evidence, judge }: Judge): Answerer {
  /** What an earlier question said of its subject may have fallen away; a bare name may mean an earlier question than the last: the latest it gets an answer with counts. */
  function judgeInTurn(question: Question, turns: readonly Turn[]): Judged {
    const full = followUp(question, turns);
    const whole = judge(full);
    const last = whole.answered
      ? whole
      : (withoutDetails(full)
          .map(judge)
          .find(({ answered }) => answered) ?? whole);
    if (last.answered || !isBareName(question)) return last;
    for (let end = turns.length - 1; end > 0; end--) {
      const earlier = judge(followUp(question, turns.slice(0, end)));
      if (earlier.answered) return earlier;
    }
    return last;
  }

  function takeTurn(turns: readonly Turn[], text: string): Turn[] {
    const judged = judgeInTurn(reader.read(text), turns);
    const place = judged.answered ? (judged.assumption ?? judged.fits[0])?.statement : undefined;
    const top = place === undefined ? undefined : corpus.statements[place];
    const told = top === undefined ? [] : unitsOf(top, reader.terms);
    return [...turns, { question: judged.question, told, statement: place ?? null }];
  }

  return {
    answer(text, previous) {
      const question = reader.read(text);
      const turns = asksNothing(question) ? [] : previous.slice(-MAX_TURNS).reduce(takeTurn, []);
      const judged = judgeInTurn(question, turns);
      return judged.answered ? answeredWith(judged, text, corpus) : silentOn(judged, text);
    },
  };

  function silentOn({ question, weighed, fits, smallTalk }: Judged, text: string): Answer {
    if (smallTalk) return { status: 'not_stated', question: text, silence: { kind: 'no_question' }, related: [] };
    const near = fits.slice(0, MAX_RELATED).filter(({ score }) => score >= RELATED_FROM);
    const silence = silenceOf(question, weighed, evidence);
    return {
      status: 'not_stated',
      question: text,
      silence,
      related: near.flatMap((each) => hitOf(each, each.score, corpus)),
    };
  }
}

function answeredWith(judged: Judged, text: string, corpus: Corpus): Answer {
  const { fits, assumption } = judged;
  const best = assumption === null ? fits[0] : placeOf(assumption.statement, fits);
  if (best === undefined) throw new Error('an answered question has a statement that fits');
  const top = Math.max(best.score, fits[0]?.score ?? 0);
  const others = fits
    .filter((each) => each.statement !== best.statement && each.score >= FURTHER_FROM * top)
    .slice(0, MAX_HITS - 1);
  const [first] = hitOf(best, top, corpus);
  if (first === undefined) throw new Error('a statement that fits is in the corpus');
  const rest = others.flatMap((each) => hitOf(each, Math.min(each.score, top), corpus));
  return { status: 'answered', question: text, hits: [first, ...rest], premise: premiseOf(judged, corpus) };
}

/** What corrects a question need not share a word with it. */
function placeOf(statement: number, fits: readonly Ranked[]): Ranked {
  return fits.find((fit) => fit.statement === statement) ?? { statement, score: 0 };
}

function hitOf({ statement }: Pick<Ranked, 'statement'>, score: number, corpus: Corpus): Hit[] {
  const found = corpus.statements[statement];
  return found === undefined ? [] : [{ statement: found, score: Math.round(Math.min(1, score) * 100) / 100 }];
}

function premiseOf({ assumption, presumes, question }: Judged, corpus: Corpus): Premise | null {
  const correctedBy = assumption === null ? undefined : corpus.statements[assumption.statement];
  if (assumption === null || correctedBy === undefined || !presumes) return null;
  const { kind, assumed } = assumption;
  const written = kind === 'written' || kind === 'learned';
  return { assumed, written, ...(!question.asked.presumes && { asked: true }), correctedBy };
}
