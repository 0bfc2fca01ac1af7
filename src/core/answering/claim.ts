/** Whether the statements support a claim, contradict it, or say nothing of it. */
import type { NonEmpty } from '../answer.ts';
import type { Statement } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { JudgedPart, Judgement, Verdict } from '../reply.ts';
import { agentOf } from './agents.ts';
import type { Judge, Judged } from './judge.ts';
import type { Weighed } from './match.ts';

/** What share of a claim's weight the statements must say themselves, in text, quotes, speaker or date. */
const SUPPORTED_FROM = 0.85;
/** Up to so many statements together support one part: "Blinken, the secretary of state, attends". */
const MAX_TOGETHER = 3;
/** A statement that says this much of a claim with the opposite sign contradicts it. */
const DENIED_FROM = 0.75;
const MAX_RELATED = 3;

export function createClaimChecker({ corpus, reader, evidence, judge }: Judge): (claim: string) => Verdict {
  const statementAt = (at: number): Statement[] => corpus.statements.slice(at, at + 1);

  function judgePart(claim: string): Judgement {
    const judged = judge(reader.read(claim));
    const { question, weighed, fits } = judged;
    const candidates = fits.slice(0, MAX_TOGETHER).filter(({ score }) => score > 0);
    const related = candidates.flatMap(({ statement }) => statementAt(statement));
    const [best] = candidates;
    const { assumption } = judged;
    if (assumption !== null) {
      const [by] = statementAt(assumption.statement);
      if (by !== undefined) return { kind: 'contradicted', by: [by], assumed: assumption.assumed };
    }
    if (best === undefined) return { kind: 'not_stated', related: [] };
    const supporting = together(
      judged,
      candidates.map(({ statement }) => statement),
    );
    const [first, ...others] = supporting.flatMap(statementAt);
    if (first === undefined) return { kind: 'not_stated', related };
    const denied = supporting.find((at) => deniesSame(question, weighed, at));
    if (denied !== undefined) {
      const [by] = statementAt(denied);
      if (by !== undefined) return { kind: 'contradicted', by: [by], assumed: quoteClaim(claim) };
    }
    return { kind: 'supported', by: [first, ...others] };
  }

  /** The fewest of the candidates, best first, that say the whole claim; none where they don't. */
  function together({ question, weighed }: Judged, candidates: readonly number[]): number[] {
    const used: number[] = [];
    let missing: readonly Weighed[] = weighed;
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    for (const at of candidates) {
      const left = missing.filter(({ unit }) => !says(at, unit));
      if (left.length === missing.length || !agentsAgree(question, at)) continue;
      if (
        used.length > 0 &&
        !question.units.some((unit) => unit.kind === 'name' && says(at, unit) && says(used[0] ?? at, unit))
      )
        continue;
      used.push(at);
      missing = left;
      if (missing.length === 0) break;
    }
    const gap = missing.reduce((sum, { unit, weight }) => sum + (unit.minor ? 0 : weight), 0);
    const decisive = missing.some(({ unit }) => unit.kind === 'name' || unit.kind === 'number' || unit.unknown);
    return !decisive && total > 0 && 1 - gap / total >= SUPPORTED_FROM ? used : [];
  }

  function says(at: number, unit: Unit): boolean {
    return unit.terms.some((term) => evidence.says(at, term)) || unit.hints.some((term) => evidence.says(at, term));
  }

  /** Whoever does something in the claim does it in the statement, too, where the statement tells. */
  function agentsAgree(question: Question, at: number): boolean {
    const text = evidence.texts[at];
    if (text === undefined) return false;
    return question.units.every((unit) => {
      if (unit.kind !== 'concept') return true;
      const same = text.units.find((other) => other.kind === 'concept' && shares(unit, other));
      const claimed = same === undefined ? null : agentOf(unit, question);
      const told = same === undefined ? null : agentOf(same, text);
      return claimed === null || told === null || shares(claimed, told) || says(at, claimed);
    });
  }

  /** One of the two negates what both say. */
  function deniesSame(question: Question, weighed: readonly Weighed[], at: number): boolean {
    const text = evidence.texts[at];
    if (text === undefined) return false;
    const share = weighed.reduce((sum, { unit, weight }) => sum + (says(at, unit) ? weight : 0), 0);
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    if (share < DENIED_FROM * total) return false;
    return question.units.some((unit) =>
      text.units.some((other) => unit.kind !== 'name' && shares(unit, other) && unit.negated !== other.negated),
    );
  }

  return (claim) => {
    const [first, ...others] = splitClaim(claim, reader);
    if (first === undefined || others.length === 0) return judgePart(claim);
    const parts: NonEmpty<JudgedPart> = [partOf(first), ...others.map(partOf)];
    return { ...wholeOf(parts), parts };
  };

  function partOf(claim: string): JudgedPart {
    return { claim, judgement: judgePart(claim) };
  }
}

function shares(a: Unit, b: Unit): boolean {
  return a.terms.some((term) => b.terms.includes(term));
}

function quoteClaim(claim: string): string {
  return `"${claim.trim().replace(/[.!?]+$/u, '')}"`;
}

function wholeOf(parts: NonEmpty<JudgedPart>): Judgement {
  const judgements = parts.map(({ judgement }) => judgement);
  const contradicted = judgements.find(({ kind }) => kind === 'contradicted');
  if (contradicted !== undefined) return contradicted;
  const by = judgements.flatMap((judgement) => (judgement.kind === 'supported' ? judgement.by : []));
  const [first, ...others] = new Set(by);
  if (first !== undefined && judgements.every(({ kind }) => kind === 'supported')) {
    return { kind: 'supported', by: [first, ...others] };
  }
  const related = judgements.flatMap((judgement) =>
    judgement.kind === 'not_stated' ? judgement.related : judgement.by,
  );
  return { kind: 'not_stated', related: [...new Set(related)].slice(0, MAX_RELATED) };
}

/** Where a claim may say a second thing. */
const JOINTS = /(?<=[\p{Ll}\p{N}][.!?;])\s+(?=[\p{Lu}\p{N}])|,?\s+(?:and|but|while|whereas)\s+/gu;

/**
 * Each thing that a claim says by itself: "The U.S. abstained and 14 countries voted for it" says two, "Blinken and
 * Sullivan attend" one. A part without a subject takes the one before: "Harris called it a mistake and warned".
 */
function splitClaim(claim: string, reader: Reader): string[] {
  const parts: string[] = [];
  for (const piece of claim.split(JOINTS)) {
    const before = parts.at(-1);
    if (before === undefined) parts.push(piece);
    else if (saysSomething(before, reader) && saysSomething(piece, reader) && !joinsNames(before, piece, reader)) {
      parts.push(withSubject(piece, parts[0] ?? '', reader));
    } else parts.push(`${parts.pop()} and ${piece}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Has something done or told in it, not only names. */
function saysSomething(text: string, reader: Reader): boolean {
  const { units } = reader.read(text);
  return units.length > 1 && units.some(({ kind }) => kind !== 'name');
}

/** "Blinken" and "Sullivan will attend": one subject. */
function joinsNames(before: string, piece: string, reader: Reader): boolean {
  return reader.read(before).units.at(-1)?.kind === 'name' && reader.read(piece).units[0]?.kind === 'name';
}

/** A piece that starts with what is done takes the subject of the claim's start. */
function withSubject(piece: string, start: string, reader: Reader): string {
  const { units, words } = reader.read(piece);
  const [first] = units;
  const [subject] = reader.read(start).units;
  const starts =
    first !== undefined && !words.slice(0, first.words[0]).some(({ form }) => form !== 'then' && form !== 'also');
  return starts && first.kind === 'concept' && subject?.kind === 'name' ? `${subject.text} ${piece}` : piece;
}
