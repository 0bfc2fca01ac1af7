/** What one clause of a claim and one sentence of a statement have in common, and where they part. */
import type { Corpus } from '../corpus.ts';
import type { Reader } from '../question/analysis.ts';
import { conceptKey } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Entity } from '../schema.ts';
import { compareDetails } from './details.ts';
import { compareName } from './names.ts';
import { type Clause, quotedStems, stemsQuotedIn, type Telling } from './reading.ts';
import { agentsOf, createStandsFor, isPlaceName, ownersOf } from './roles.ts';
import { type Shortfall, shortOf } from './shortfalls.ts';
import { isDenied, isDeniedAt, isDoneByPronoun, isPlanned, isPlanWord, isSupposed, isUnreal, isVerb } from './verbs.ts';

/** The claim and the statement can't both be right. */
export interface Difference {
  /** In the claim's words, and in the statement's; `null` where these would not be of the same thing. */
  readonly claimed: string;
  readonly told: string | null;
  /** What of the claim it takes in. */
  readonly units: readonly Unit[];
}

export interface Comparison {
  /** What the claim says and the statement doesn't. */
  readonly missing: readonly Unit[];
  readonly differences: readonly Difference[];
  /** Why it says less than the claim, though it has the words. */
  readonly short: readonly Shortfall[];
  /** How many units of the claim the statement has, and what share of the statement they make up, 0 to 1. */
  readonly held: number;
  /** The same without names and without the words that report. */
  readonly saidBeside: number;
  readonly share: number;
}

/** Whether two units say the same. */
export type Means = (a: Unit, b: Unit) => boolean;

export interface Compare {
  readonly means: Means;
  compare(claim: Clause, telling: Telling): Comparison;
}

export function createComparison(corpus: Corpus, { terms }: Reader): Compare {
  const standsFor = createStandsFor(corpus);
  const ideas = (ids: readonly string[]) => new Set(ids.flatMap((id) => terms.find(conceptKey(id)) ?? []));
  const speaking = ideas(['say', 'warn', 'report', 'accuse']);
  const plainly = ideas(['say', 'report']);
  const sole = ideas(corpus.lexicon.done_once);

  /** To accuse is more than to say: it must be told as such. */
  const isPlainSpeech = (unit: Unit) => unit.terms.some((term) => plainly.has(term));
  const blaming = ideas(['accuse']);
  const isUntoldBlame = (unit: Unit, same: readonly Unit[]) =>
    same.length === 0 && !isPlainSpeech(unit) && unit.terms.some((term) => blaming.has(term));
  const isSpeech = (unit: Unit) => unit.terms.some((term) => speaking.has(term));

  const means: Means = (a, b) => {
    if (a.kind === 'name' || b.kind === 'name') {
      // "a new date" has no more of "NBC News" than its stem.
      if (a.kind === 'word' && !b.text.toLowerCase().split(' ').includes(a.text.toLowerCase())) return false;
      if (a.kind !== b.kind) return a.terms.some((term) => b.terms.includes(term));
      return a.entities.some((claimed) => b.entities.some((told) => standsFor(told, claimed)));
    }
    // Both stand in phrases that name the same: "leaders of other countries", "international leaders".
    if (a.hints.some((hint) => b.hints.includes(hint))) return true;
    if (a.own !== null && (a.own === b.own || (b.parts.includes(a.own) && !NEGATED.test(b.text)))) return true;
    return a.terms.some((term) => b.terms.includes(term) && !terms.isLoose(term, a.own) && !terms.isLoose(term, b.own));
  };

  const opposes = (a: Unit, b: Unit) =>
    a.terms.some(
      (term) => !terms.isLoose(term, a.own) && terms.opposites(term).some((other) => b.terms.includes(other)),
    );

  /** Those who say what the statement says. */
  function speakersOf({ statement: { attribution, quotes } }: Telling): Entity[] {
    if (attribution.kind === 'article') return quotes.map(({ speaker }) => speaker);
    const { through } = attribution;
    const speaker = attribution.kind === 'speaker' ? [attribution.speaker] : [];
    return [...speaker, ...(through === null ? [] : [through.outlet]), ...quotes.map((quote) => quote.speaker)];
  }

  /** Named beside the sentence: among what the statement is about, or as who says it. */
  function isListed(unit: Unit, telling: Telling): boolean {
    const speakers = speakersOf(telling);
    return unit.entities.some(
      (claimed) =>
        telling.statement.entities.includes(claimed) ||
        (claimed.kind !== 'place' && speakers.some((told) => standsFor(told, claimed))),
    );
  }

  function compare(claim: Clause, telling: Telling): Comparison {
    const text = telling.question;
    const missing: Unit[] = [];
    const differences: Difference[] = [];
    const short: Shortfall[] = [];
    const held = new Set<Unit>();
    let has = 0;
    const differ = (claimed: string, told: string, units: readonly Unit[]) =>
      differences.push({ claimed, told, units });

    for (const unit of claim.content) {
      const isPlace = isPlaceName(unit, claim.question);
      const same = text.units.filter(
        (other) => means(unit, other) && (!isPlace || unit.terms.some((term) => other.terms.includes(term))),
      );
      for (const other of same) held.add(other);
      const opposite = text.units.find((other) => opposes(unit, other));
      const denied = isDenied(unit, claim.question);
      const place = unit.unknown ? placeOf(unit, claim, telling) : -1;
      if (place !== -1) {
        const isToldDenied = isDeniedAt(place, text.words);
        if (isToldDenied && !unit.negated && deniesOther(place, text, claim)) {
          missing.push(unit);
          continue;
        }
        has++;
        if (isToldDenied !== unit.negated)
          differ(phraseOf(unit), isToldDenied ? `not ${unit.text}` : unit.text, [unit]);
        continue;
      }
      if (unit.kind === 'name' || (unit.unknown && unit.negated)) {
        const named = compareName(unit, claim.question, same, text);
        if (named === 'differs') differ(`no ${unit.text}`, same[0]?.text ?? '', [unit]);
        if (named === 'missing') missing.push(unit);
        if (named !== 'open') continue;
        if (same.length > 0 || (!unit.unknown && isListed(unit, telling))) has++;
        else missing.push(unit);
        continue;
      }
      if (same.length === 0 && opposite !== undefined) {
        // "not in the north" follows from "in the south"; "in the south" does not from "not in the north".
        if (denied === isDenied(opposite, text)) differ(phraseOf(unit), phraseOf(opposite), [unit]);
        else if (denied) has++;
        else missing.push(unit);
        continue;
      }
      if (same.length > 0 && same.every((other) => isDenied(other, text) !== denied)) {
        // "unless it was vetoed" tells neither that it was nor that it wasn't.
        if (
          (isSpeech(unit) && asksAlong(unit, claim.question)) ||
          (!denied && same.every((other) => deniesOther(other.words.at(-1) ?? 0, text, claim))) ||
          same.every((other) => isSupposed(other, text) || (isUnreal(other, text) && !isUnreal(unit, claim.question)))
        )
          missing.push(unit);
        else differ(phraseOf(unit), phraseOf(same[0] as Unit), [unit]);
        continue;
      }
      const agents = isDoneByPronoun(unit, claim.question) ? [] : agentsOf(unit, claim.question);
      const spoken =
        isSpeech(unit) && !unit.negated && !isUntoldBlame(unit, same) ? checkSpeech(agents, same, telling) : 'open';
      const [agent] = agents;
      if (spoken === 'said') has++;
      if (spoken === 'said') continue;
      const [speaker] = speakersOf(telling);
      if (spoken === 'differs' && agent !== undefined && speaker !== undefined) {
        differ(agent.text, speaker.name, [unit, ...agents]);
        short.push('speaker');
        continue;
      }
      if (same.length === 0) {
        if (isPlanWord(unit, claim.question) && isPlanned(text)) continue;
        missing.push(unit);
        continue;
      }
      has++;
      if (!isVerb(unit, claim.question) || agents.length === 0) continue;
      const told = same.map((other) => (isVerb(other, text) ? agentsOf(other, text) : ownersOf(other, text)));
      if (
        told.some(
          (each) => each.length === 0 || agents.every((one) => one.negated !== each.some((other) => means(one, other))),
        )
      )
        continue;
      const others = told.flat()[0];
      if (others !== undefined && unit.terms.some((term) => sole.has(term)) && !isUnreal(unit, claim.question))
        differ(agent?.text ?? '', others.text, [unit, ...agents]);
      else short.push('agent');
    }
    const details = compareDetails(claim, telling, means);
    missing.push(...details.missing);
    differences.push(...details.differences);
    if (!holdsQuotes(claim, telling)) short.push('quote');
    const content = telling.content.filter(({ kind }) => kind !== 'name');
    const share = content.length === 0 ? 0 : content.filter((unit) => held.has(unit)).length / content.length;
    const beside = claim.content.filter((unit) => unit.kind !== 'name' && !isSpeech(unit) && !missing.includes(unit));
    return {
      saidBeside: beside.length,
      missing,
      differences,
      short: [...short, ...shortOf(claim, telling, means)],
      held: has,
      share,
    };
  }

  /** "will not argue for a Rafah operation" does not deny that they argue for something else. */
  function deniesOther(at: number, { units, words }: Telling['question'], claim: Clause): boolean {
    const objects = units.filter(({ words: own, clause }) => (own[0] ?? 0) > at && clause === words[at]?.clause);
    return objects.length > 0 && !objects.some((unit) => claim.question.units.some((other) => means(other, unit)));
  }

  /** Whether what is said is said by the same; somebody who is spoken of in the statement may have said so, too. */
  function checkSpeech(agents: readonly Unit[], same: readonly Unit[], telling: Telling): 'said' | 'differs' | 'open' {
    const speakers = speakersOf(telling);
    if (agents.length === 0) return speakers.length > 0 ? 'said' : 'open';
    const isBy = (agent: Unit) => agent.entities.some((claimed) => speakers.some((told) => standsFor(told, claimed)));
    if (agents.every(isBy)) return 'said';
    const text = telling.question;
    if (same.some((other) => agents.every((agent) => agentsOf(other, text).some((told) => means(agent, told)))))
      return 'said';
    const isSpokenOf = agents.some((agent) => text.units.some((other) => other.kind === 'name' && means(agent, other)));
    return speakers.length > 0 && !isSpokenOf ? 'differs' : 'open';
  }

  return { means, compare };
}

/** Where a word that nobody has read stands in the statement; -1 where it doesn't. */
function placeOf({ words: own }: Unit, claim: Clause, { question: { words } }: Telling): number {
  const stem = claim.question.words[own[0] ?? -1]?.stem;
  return stem === undefined ? -1 : words.findIndex((word) => word.stem === stem);
}

/** "did not say who its source was": what is not said is only the answer. */
function asksAlong({ words: own }: Unit, { words }: Clause['question']): boolean {
  return INDIRECT.has(words[(own.at(-1) ?? 0) + 1]?.form ?? '');
}
const INDIRECT = new Set(['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how', 'whether', 'if']);

/** A phrase with its negation: "not named". */
const NEGATED = /\b(?:not|no|never|without)\b|n['’]t\b/iu;

/** What the claim puts between quotation marks is quoted, word for word. */
function holdsQuotes({ question }: Clause, { statement }: Telling): boolean {
  const quoted = quotedStems(question);
  if (quoted.length === 0) return true;
  const said = stemsQuotedIn(statement);
  return quoted.every((each) => said.has(each));
}

function phraseOf({ text, negated }: Unit): string {
  return negated ? `not ${text}` : text;
}
