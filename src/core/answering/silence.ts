/** When to be silent, and why. */
import type { NonEmpty, Silence } from '../answer.ts';
import type { Question } from '../question/analysis.ts';
import { tokenize } from '../search/text.ts';
import type { Evidence } from './evidence.ts';
import { type Fit, missingIn, type Weighed } from './match.ts';
import { isTyped } from './slot-evidence.ts';

/** From here on a statement answers. Chosen on the questions in tests/questions. */
export const ANSWERED_FROM = 0.6;

/** How surely the statement answers the question, 0 to 1. */
export function confidence(question: Question, fit: Fit, weighed: readonly Weighed[], evidence: Evidence): number {
  const core = weighed.filter(({ context }) => !context);
  const total = core.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return fit.likeness;
  const foreign = core.filter(({ unit }) => !unit.terms.some(evidence.isKnown) && !unit.parts.some(evidence.isKnown));
  const foreignShare = foreign.reduce((sum, { weight }) => sum + weight, 0) / total;
  let sure = 0.5 * fit.coverage + 0.5 * fit.likeness;
  sure *= 1 - 0.3 * foreignShare;
  if (isTyped(question.slot)) sure *= 0.5 + 0.5 * Math.min(1, fit.slot / 0.7);
  const missing = missingIn(fit.statement, weighed, evidence);
  if (missesFocus(question, missing)) sure *= 0.85;
  if (missesQuote(question, fit, evidence)) sure *= 0.6;
  if (missing.some(({ unit, context }) => !context && unit.kind === 'name')) sure *= 0.85;
  return sure;
}

/** "which country", "what outcome", "how many trucks": the noun asked for is nowhere in the statement. */
function missesFocus(question: Question, missing: readonly Weighed[]): boolean {
  if (question.asked.words.size === 0) return false;
  const last = Math.max(...question.asked.words);
  const focus = question.units.find(({ words }) => words[0] === last + 1);
  return focus !== undefined && missing.some(({ unit }) => unit === focus);
}

/** Less than half of the words between quotation marks are the statement's. */
function missesQuote({ words }: Question, fit: Fit, { statements }: Evidence): boolean {
  const quoted = words.filter((word) => word.quoted);
  const statement = statements[fit.statement];
  if (quoted.length === 0 || statement === undefined) return false;
  const texts = [statement.text, ...statement.quotes.map((quote) => quote.words)];
  const said = new Set(texts.flatMap((text) => tokenize(text)).map(({ stem }) => stem));
  return quoted.filter(({ stem }) => said.has(stem)).length < quoted.length / 2;
}

/** Names in the part that asks that nobody here knows, as typed, in order. */
export function unknownNames(question: Question, weighed: readonly Weighed[]): string[] {
  return weighed
    .filter(({ unit, context }) => {
      if (context || !unit.unknown) return false;
      const at = unit.words[0] ?? 0;
      return question.mixedCase ? question.words[at]?.capitalised === true : true;
    })
    .map(({ unit }) => unit.text);
}

/** What silence there is, once it is settled that no statement answers. */
export function silenceOf(question: Question, weighed: readonly Weighed[], evidence: Evidence): Silence {
  const touches = weighed.filter(({ unit }) => unit.terms.some(evidence.isKnown));
  if (weighed.length === 0) return { kind: 'no_question' };
  const names = unknownNames(question, weighed);
  if (touches.length === 0) {
    const gibberish = weighed.every(({ unit }) => unit.unknown) && question.slot === 'none' && !question.mixedCase;
    return { kind: gibberish ? 'no_question' : 'outside' };
  }
  return isNonEmpty(names) ? { kind: 'unknown_name', names } : { kind: 'not_stated' };
}

function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}
