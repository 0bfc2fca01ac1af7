/** Whether the statements support a claim, contradict it, or say nothing of it, part by part. */
import type { NonEmpty } from '../answer.ts';
import type { Assumption } from '../answering/corrections.ts';
import type { Wanted } from '../answering/cues.ts';
import type { Judge, Judged } from '../answering/judge.ts';
import { describeAttribution, describeSaying } from '../attribution.ts';
import type { Statement } from '../corpus.ts';
import type { Reader } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { JudgedPart, Judgement, Verdict } from '../reply.ts';
import { type Comparison, createComparison } from './comparison.ts';
import { plainContrasts, splitClaim, splitSubjects } from './parts.ts';
import { type Clause, createClauses, quotedStems, stemsQuotedIn, type Telling } from './reading.ts';
import { agentsOf } from './roles.ts';
import { createSides } from './sides.ts';
import { compareSpans } from './spans.ts';
import { createTaught } from './taught.ts';
import { isSupposed, isVerb } from './verbs.ts';

const MAX_RELATED = 3;
/** So many of the statements that fit a clause best are compared with it. */
const MAX_COMPARED = 12;
/** Length of YYYY-MM-DD: a date with its day. */
const DAY = 10;
/** What two statements must both say of a claim to tell of one thing. */
const LEAST_SHARED = 2;

/** The statements nearest to what was read, best first. */
export function findRelated({ corpus }: Pick<Judge, 'corpus'>, { fits }: Judged): Statement[] {
  const near = fits.slice(0, MAX_RELATED).filter(({ score }) => score > 0);
  return near.flatMap(({ statement }) => corpus.statements.slice(statement, statement + 1));
}

/** A telling and what became of its comparison with the claim. */
interface Compared extends Comparison {
  readonly telling: Telling;
}

export function createClaimChecker(judge: Judge): (claim: string) => Verdict {
  const { corpus, reader, match } = judge;
  const learnt = createTaught(judge);
  const clauses = createClauses(corpus, reader);
  const { compare, means } = createComparison(corpus, reader);
  const findMisplaced = createSides(corpus);
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
    const same = compared.find((each) => saysTheSame(claim, each));
    if (same !== undefined && !isOpen(text, judged)) return supported([same.telling.statement], claim);
    const misplaced = findMisplaced(judged.question);
    if (misplaced !== null) return contradicted(misplaced.statement, misplaced.assumed);
    const { assumption } = judged;
    if (assumption !== null && isSure(assumption, judged, claim))
      return contradicted(assumption.statement, assumption.assumed);
    const taught = learnt(judged.question, claim);
    const supporting = taught?.isDoubtful === true ? null : supportOf(claim, compared);
    // "How did they vote?" says nothing that could be so; what it takes for granted may still be false.
    if (supporting !== null) return isOpen(text, judged) ? nothingSaid(judged) : supporting;
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

  /** What is assumed of a question may be read into a claim only where the claim says it in so many words. */
  function isSure(
    { kind, statement: at, units, wanted = [] }: Assumption,
    { question }: Judged,
    { numbers, content, dates, spans }: Clause,
  ): boolean {
    const statement = corpus.statements[at];
    if (kind === 'difference' || statement === undefined) return false;
    if (numbers.some(({ unit, bound }) => bound !== 'exact' && unit !== null && units.has(unit))) return false;
    const isSaid = (unit: Unit) =>
      unit.kind === 'number' ||
      unit.minor ||
      unit.words.every((word) => dates.some(({ words }) => words.includes(word))) ||
      content.some((each) => each.words[0] === unit.words[0]) ||
      !question.units.includes(unit);
    if (![...units].every(isSaid)) return false;
    // "unless it blocked the text" doesn't say that it did.
    if ([...units].some((unit) => isVerb(unit, question) && isSupposed(unit, question))) return false;
    const isSameSpan = spans.some((span) =>
      tellingsOf(at).some((telling) => telling.spans.some((told) => compareSpans(span, told) === 'same')),
    );
    if (isSameSpan || isParted([...units], question)) return false;
    if (kind === 'written') return !wanted.some((cue) => isFoundOnly(cue, [...units], reader));
    if (kind !== 'speaker') return true;
    const quoted = quotedStems(question);
    const said = stemsQuotedIn(statement);
    if (quoted.length > 0 && !quoted.some((each) => said.has(each))) return false;
    const words = statement.quotes.flatMap((each) => reader.readAside(each.words).units);
    return [...units].every(
      (unit) => unit.kind === 'name' || unit.unknown || words.some((other) => means(unit, other)),
    );
  }

  /** Whether the claim is one of the sentences that say what the statement says: the same units in the same order. */
  function saysTheSame({ content, numbers }: Clause, { telling, missing, differences, short }: Compared): boolean {
    if (missing.length + differences.length + short.length > 0) return false;
    const isSame = (unit: Unit, at: number) => {
      const told = telling.content[at];
      return told !== undefined && unit.negated === told.negated && (means(unit, told) || unit.text === told.text);
    };
    return (
      content.length + numbers.length >= 2 &&
      content.length === telling.content.length &&
      numbers.length === telling.numbers.length &&
      content.every(isSame)
    );
  }

  function supportOf(claim: Clause, compared: readonly Compared[]): Judgement | null {
    const said = claim.content.length + claim.numbers.length;
    if (said + claim.dates.length < 2 || deniesNothing(claim)) return null;
    const good = compared.filter(
      ({ differences, short, share }) =>
        differences.length === 0 && short.length === 0 && (said >= 2 || share >= LEAST_SHARE),
    );
    const [whole] = good.filter(({ missing }) => missing.length === 0).sort((a, b) => b.share - a.share);
    if (whole !== undefined) return supported([whole.telling.statement], claim);
    const best = [...good].sort((a, b) => a.missing.length - b.missing.length)[0];
    if (best === undefined) return null;
    const rest = good.find(
      (other) =>
        other.telling.at !== best.telling.at &&
        best.missing.every((unit) => !other.missing.includes(unit) && isSecondary(unit, claim, best, other)) &&
        belongTogether(claim, best, other),
    );
    return rest === undefined ? null : supported([best.telling.statement, rest.telling.statement], claim);
  }

  /** What a second statement may add: who somebody is by office, and of the same day what is neither a name nor a verb. */
  function isSecondary(unit: Unit, claim: Clause, a: Compared, b: Compared): boolean {
    if (unit.unknown || unit.negated || isAgent(unit, claim) || isOrdering(unit, claim.question)) return false;
    const [one, other] = [a.telling.statement.date?.on, b.telling.statement.date?.on];
    return (
      unit.office ||
      (one !== undefined &&
        one === other &&
        one.length === DAY &&
        unit.kind !== 'name' &&
        !isVerb(unit, claim.question))
    );
  }

  /** Both tell of the same person or body, and neither is told by somebody whom the other is not told by. */
  function belongTogether(claim: Clause, a: Compared, b: Compared): boolean {
    const shared = claim.content.filter((unit) => !a.missing.includes(unit) && !b.missing.includes(unit));
    const isAbout = shared.some(({ kind }) => kind === 'name') && shared.length >= LEAST_SHARED;
    return (
      isAbout &&
      describeAttribution(a.telling.statement.attribution) === describeAttribution(b.telling.statement.attribution)
    );
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

/** "Sullivan isn't": nobody can tell what is denied. */
function deniesNothing({ question: { words } }: Clause): boolean {
  const last = words.at(-1)?.surface.toLowerCase() ?? '';
  return last === 'not' || last === 'cannot' || DENIED_AUXILIARY.test(last);
}
const DENIED_AUXILIARY = /^(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|ca|should)n['’]?t$/u;

const isOrdering = (unit: Unit, { words }: Judged['question']) =>
  unit.words.every((at) => words[at]?.form === 'before' || words[at]?.form === 'after');

/** Whether the claim says that it does something. */
function isAgent(name: Unit, { content, question }: Clause): boolean {
  return content.some(
    (unit) => unit.kind !== 'name' && isVerb(unit, question) && agentsOf(unit, question).includes(name),
  );
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

/** Whether what an editor wrote stands in the claim only by words that help to find it and don't say the same. */
function isFoundOnly(cue: Wanted, units: readonly Unit[], { terms }: Reader): boolean {
  const holding = units.filter((unit) => unit.terms.some((term) => cue.terms.includes(term)));
  return (
    holding.length > 0 &&
    holding.every(
      (unit) =>
        unit.own !== cue.own && unit.terms.every((term) => !cue.terms.includes(term) || terms.isLoose(term, unit.own)),
    )
  );
}

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

/** "Harris's warning came before the trip was scrapped" says of her neither that she did nor that she didn't scrap it. */
function isParted(units: readonly Unit[], { words, units: all }: Judged['question']): boolean {
  const places = units.flatMap((unit) => (all.includes(unit) ? unit.words : []));
  const from = Math.min(...places);
  return words
    .slice(from, Math.max(...places))
    .some(({ form }, index) => PARTING.has(form) && !places.includes(from + index));
}
const PARTING = new Set(['before', 'after', 'when', 'while', 'until', 'once', 'although', 'though']);

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
