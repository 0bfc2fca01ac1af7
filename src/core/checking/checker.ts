/** Whether the statements support a claim, contradict it, or say nothing of it, part by part. */
import type { NonEmpty } from '../answer.ts';
import type { Judge, Judged } from '../answering/judge.ts';
import { describeSaying } from '../attribution.ts';
import type { Statement } from '../corpus.ts';
import type { Unit } from '../question/units.ts';
import type { JudgedPart, Judgement, Verdict } from '../reply.ts';
import { createIsSure } from './assumptions.ts';
import { createComparison } from './comparison.ts';
import { splitClaim, splitSubjects } from './parts.ts';
import { plainContrasts } from './plain-words.ts';
import { type Clause, createClauses, type Telling } from './reading.ts';
import { createSides } from './sides.ts';
import { type Compared, saysTheSame, supportOf } from './support.ts';
import { createTaught } from './taught.ts';

const MAX_RELATED = 3;
/** So many of the statements that fit a clause best are compared with it. */
const MAX_COMPARED = 12;

/** The statements nearest to what was read, best first. */
export function findRelated({ corpus }: Pick<Judge, 'corpus'>, { fits }: Judged): Statement[] {
  const near = fits.slice(0, MAX_RELATED).filter(({ score }) => score > 0);
  return near.flatMap(({ statement }) => corpus.statements.slice(statement, statement + 1));
}

export function createClaimChecker(judge: Judge): (claim: string) => Verdict {
  const { corpus, reader, match } = judge;
  const learnt = createTaught(judge);
  const clauses = createClauses(corpus, reader);
  const { compare, means } = createComparison(corpus, reader);
  const findMisplaced = createSides(corpus);
  const isSure = createIsSure(judge, means, tellingsOf);
  const tellings = new Map<number, readonly Telling[]>();

  /** Made when a claim first comes near the statement: neither a start nor a question needs to wait for it. */
  function tellingsOf(at: number): readonly Telling[] {
    const known = tellings.get(at);
    const statement = corpus.statements[at];
    if (known !== undefined || statement === undefined) return known ?? [];
    const made = [statement.text, ...statement.implies]
      .flatMap((text) => [...new Set([text, withTime(text, statement)])])
      .map(plainContrasts)
      .map((text) => clauses.tell(statement, at, reader.readAside(text)));
    tellings.set(at, made);
    return made;
  }

  function judgePart(text: string): Judgement {
    const judged = match(reader.readClaim(text));
    const claim = clauses.read(judged.question);
    const compared = judged.fits
      .slice(0, MAX_COMPARED)
      .flatMap(({ statement }) => tellingsOf(statement))
      .map((telling) => ({ telling, ...compare(claim, telling) }));
    const same = compared.find((each) => saysTheSame(claim, each, means));
    if (same !== undefined && !isOpen(text, judged)) return supported([same.telling.statement], claim);
    const misplaced = findMisplaced(judged.question);
    if (misplaced !== null) return contradicted(misplaced.statement, misplaced.assumed);
    const { assumption } = judged;
    if (assumption !== null && isSure(assumption, judged, claim))
      return contradicted(assumption.statement, assumption.assumed);
    const taught = learnt(judged.question, claim);
    const supporting = taught?.isDoubtful === true ? null : supportOf(claim, compared);
    // "How did they vote?" says nothing that could be so; what it takes for granted may still be false.
    if (supporting !== null) return isOpen(text, judged) ? nothingSaid(judged) : supported(supporting, claim);
    const [denied] = compared.filter(isContradiction).sort((a, b) => b.held - a.held || b.share - a.share);
    if (denied !== undefined) {
      return {
        kind: 'contradicted',
        by: [denied.telling.statement],
        assumed: quote(text),
        ...shownOf(denied, compared),
      };
    }
    return taught?.isWrong === true ? contradicted(taught.statement, quote(text)) : nothingSaid(judged);
  }

  function nothingSaid(judged: Judged): Judgement {
    return { kind: 'not_stated', related: findRelated({ corpus }, judged) };
  }

  function contradicted(at: number, assumed: string): Judgement {
    const by = corpus.statements[at] ?? corpus.statements[0];
    return { kind: 'contradicted', by: [by], assumed };
  }

  function supported(by: NonEmpty<Statement>, claim: Clause): Judgement {
    const attributed = by.find(({ attribution }) => attribution.kind !== 'article' && !namesSource(claim, attribution));
    const asSaidBy = attributed === undefined ? null : describeSaying(attributed.attribution);
    return asSaidBy === null ? { kind: 'supported', by } : { kind: 'supported', by, asSaidBy };
  }

  return (claim) => {
    const [first, ...others] = splitClaim(claim, reader);
    if (first === undefined) return { kind: 'not_stated', related: [] };
    const parts: NonEmpty<JudgedPart> = [...partsOf(first), ...others.flatMap(partsOf)];
    return parts.length === 1 ? parts[0].judgement : { ...wholeOf(parts), parts };
  };

  /** What is said of two is judged of each where no statement speaks of both. */
  function partsOf(claim: string): NonEmpty<JudgedPart> {
    const whole = { claim, judgement: judgePart(claim) };
    if (whole.judgement.kind !== 'not_stated') return [whole];
    const [first, ...others] = splitSubjects(claim, reader).map((each) => ({
      claim: each,
      judgement: judgePart(each),
    }));
    const isBetter = first !== undefined && [first, ...others].some(({ judgement }) => judgement.kind !== 'not_stated');
    return first !== undefined && isBetter ? [first, ...others] : [whole];
  }
}

/** A document says what stands in it: to name it is to name the source. */
function namesSource({ content }: Clause, attribution: Statement['attribution']): boolean {
  const speaker = attribution.kind === 'speaker' ? attribution.speaker : null;
  const outlet = attribution.kind === 'article' ? null : (attribution.through?.outlet ?? null);
  const names = (id: string | undefined) => content.some(({ entities }) => entities.some((entity) => entity.id === id));
  if (speaker?.kind === 'document') return true;
  return names(speaker?.id) || names(outlet?.id);
}

/** What a statement must have of a claim to be about the same, in units and as a share of itself. */
const LEAST_HELD = 2;
const LEAST_SHARE = 0.5;

/** When it was, in the article's words, belongs to what is told: "two days after Netanyahu canceled the meeting". */
function withTime(text: string, { date }: Statement): string {
  const written = date?.written ?? '';
  return / (?:after|before) ./u.test(written) && !text.includes(' after ') && !text.includes(' before ')
    ? `${text.replace(/\.$/u, '')}, ${written.toLowerCase()}`
    : text;
}

/** Nothing but what they say differently parts them. */
function isContradiction({ missing, differences, short, held, share, saidBeside }: Compared): boolean {
  const told = new Set<Unit>(differences.flatMap(({ units }) => units));
  if (differences.length === 0 || held + told.size < LEAST_HELD) return false;
  // Others may have said a part of it, too.
  if (short.includes('speaker') && (share < LEAST_SHARE || saidBeside < LEAST_HELD)) return false;
  return missing.every((unit) => told.has(unit));
}

/** The two words that part the claim and the statement, from whichever of its tellings has both. */
function shownOf({ telling }: Compared, compared: readonly Compared[]) {
  const ofSame = compared.filter((each) => each.telling.at === telling.at && isContradiction(each));
  for (const { claimed, told } of ofSame.flatMap(({ differences }) => differences)) {
    if (told !== null) return { differs: { claimed, told } };
  }
  return {};
}

/** A question that asks for more than whether something is so. */
function isOpen(text: string, { question }: Judged): boolean {
  return /\?["”’')\s]*$/u.test(text) && question.slot !== 'polar' && question.slot !== 'none';
}

function quote(claim: string): string {
  return `"${claim.trim().replace(/[.!?]+$/u, '')}"`;
}

function wholeOf(parts: NonEmpty<JudgedPart>): Judgement {
  const judgements = parts.map(({ judgement }) => judgement);
  const contradicted = judgements.find(({ kind }) => kind === 'contradicted');
  if (contradicted !== undefined) return contradicted;
  const supporting = judgements.flatMap((judgement) => (judgement.kind === 'supported' ? [judgement] : []));
  const [first, ...others] = new Set(supporting.flatMap(({ by }) => by));
  if (first !== undefined && supporting.length === judgements.length) {
    const asSaidBy = supporting.find((judgement) => judgement.asSaidBy !== undefined)?.asSaidBy;
    return { kind: 'supported', by: [first, ...others], ...(asSaidBy === undefined ? {} : { asSaidBy }) };
  }
  const related = judgements.flatMap((judgement) =>
    judgement.kind === 'not_stated' ? judgement.related : judgement.by,
  );
  return { kind: 'not_stated', related: [...new Set(related)].slice(0, MAX_RELATED) };
}
