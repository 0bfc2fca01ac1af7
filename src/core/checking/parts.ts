/** The several things that one claim says, each as a clause of its own. */
import type { Question, Reader } from '../question/analysis.ts';
import type { Word } from '../question/words.ts';
import { bareClaim, plainContrasts, plainSubject } from './plain-words.ts';
import { AUXILIARIES, isVerbForm } from './verbs.ts';

/** Where a second thing may be said. */
const JOINTS =
  /\s*\n\s*|(?<=[\p{Ll}\p{N}"”][.!?;])\s+|\s+[–—-]\s+|,?\s+(?:and|but|while|whereas|although|though|yet)\s+|,\s+(?=not\b)|,\s+(?=(?:who|which|whose|where)\b)|,\s+/gu;

/** "All members but one": the word takes one out, and joins nothing. */
const ALL_BUT = /\b(?:all|every|everyone|everybody|each|none|nobody|nothing|anything|any)\b[^,;]{0,40}$/iu;

/** "Blinken, who is the secretary of state, will attend." */
const INSERTED = /^(?<before>[^,]+), (?<relative>(?:who|which|whose|where)\b[^,]+), (?<after>[^,].*)$/u;

const PREPOSITIONS = 'because due over for after before in on at by to from with of as during under about'.split(' ');
const SKIPPED = new Set(['then', 'also', 'later', 'still', 'even', 'instead', 'subsequently', 'thus', 'therefore']);
const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'who', 'which', 'this']);

/**
 * Clauses in order, each with its subject: "Harris called it a mistake and warned of consequences" says two things of
 * Harris. What joins names or is no clause stays together: "Blinken and Sullivan attend". Never empty for a claim with
 * a word in it.
 */
export function splitClaim(claim: string, reader: Reader): string[] {
  return dissolve(plainSubject(plainContrasts(bareClaim(claim))))
    .flatMap((piece) => joinPieces(piece, reader))
    .map((part) => part.trim().replace(/^[,;]\s*|[,;]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function dissolve(text: string): string[] {
  const inserted = INSERTED.exec(text)?.groups;
  if (inserted === undefined) return [text];
  const { before = '', relative = '', after = '' } = inserted;
  const own = relative.replace(/^(?:who|which)\s+/u, '');
  const clause = own === relative ? `${before}, ${relative}` : `${before} ${own}`;
  return [clause, `${before} ${after}`];
}

function joinPieces(text: string, reader: Reader): string[] {
  const parts: string[] = [];
  let end = 0;
  const pieces: { readonly text: string; readonly joint: string }[] = [];
  let joint = '';
  for (const match of text.matchAll(JOINTS)) {
    const before = text.slice(end, match.index);
    if (isInQuotes(text, match.index)) continue;
    if (/\bbut\b/u.test(match[0]) && ALL_BUT.test(before)) continue;
    pieces.push({ text: before, joint });
    joint = match[0];
    end = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(end), joint });
  for (const { text: written, joint: joinedBy } of pieces) {
    const piece = { text: plainSubject(written), joint: joinedBy };
    const before = parts.at(-1);
    if (before === undefined) {
      parts.push(piece.text);
      continue;
    }
    const isComma = /^,\s*$/u.test(piece.joint) && !/^(?:not|who|which|whose|where)\b/u.test(piece.text);
    const clause = clauseOf(piece.text, before, parts[0] ?? before, reader, isComma);
    // A sentence of its own is a part of its own, whatever it is.
    if (clause === null && /^\s+$/u.test(piece.joint)) parts.push(piece.text);
    else if (clause === null) parts.push(`${parts.pop()}${piece.joint}${piece.text}`);
    else parts.push(clause);
  }
  return parts;
}

function isInQuotes(text: string, at: number): boolean {
  return (text.slice(0, at).match(/"/gu)?.length ?? 0) % 2 === 1;
}

/** "Blinken and Dermer will attend" as what it says of each; empty where it has one subject. */
export function splitSubjects(claim: string, reader: Reader): string[] {
  const read = reader.readClaim(claim);
  const verb = verbAt(read.words);
  const subject = subjectOf(claim, read);
  const names = read.units
    .filter((unit) => unit.kind === 'name' || unit.unknown)
    .filter((unit) => (unit.words[0] ?? 0) < verb);
  if (subject === null || names.length < 2 || !/\band\b|,/u.test(subject)) return [];
  const each = subject.split(/,?\s+and\s+|,\s+/u).filter((name) => name.trim() !== '');
  const rest = claim
    .slice(subject.length)
    .replace(/^\s*,?\s*/u, '')
    .replace(/\bboth\s+/u, '');
  const isNamed = (part: string) => reader.readClaim(part).units.every((unit) => unit.kind === 'name' || unit.unknown);
  return each.length < 2 || !each.every(isNamed) ? [] : each.map((name) => `${name} ${rest}`);
}

/** The piece as a clause of its own, or `null` where it only goes on with the one before. */
function clauseOf(piece: string, before: string, start: string, reader: Reader, isComma: boolean): string | null {
  const read = reader.readClaim(piece);
  const earlier = reader.readClaim(before);
  if (!saysSomething(earlier)) return null;
  const at = read.words.findIndex(({ form }) => !SKIPPED.has(form));
  const first = read.words[at];
  if (first === undefined) return null;
  const subject = subjectOf(start, reader.readClaim(start)) ?? '';
  if (first.form === 'not') return contrast(piece, before, read);
  if (isComma) return commaClause(piece, read, earlier);
  if (first.form === 'that' && subject !== '') {
    const reported = frameOf(before, earlier) ?? frameOf(start, reader.readClaim(start));
    return reported === null ? piece.replace(/^that\s+/iu, '') : `${reported} ${piece}`;
  }
  if (first.form === 'where' || first.form === 'whose') return null;
  if (PREPOSITIONS.includes(first.form)) return shareVerb(piece, before, first, earlier);
  if (first.form === 'who' || first.form === 'which') {
    const antecedent = earlier.units.filter(({ kind }) => first.form === 'which' || kind === 'name').at(-1);
    if (!isVerbForm(read.words, at + 1)) return first.form === 'which' ? `${restOf(piece, first)} it` : null;
    return antecedent === undefined ? null : `${antecedent.text} ${restOf(piece, first)}`;
  }
  if (PRONOUNS.has(first.form) && isVerbForm(read.words, at + 1) && subject !== '') {
    return `${subject} ${restOf(piece, first)}`;
  }
  if (isVerbForm(read.words, at) && !isNoun(read, at)) {
    return subject === '' || !saysSomething(read, 0) ? null : `${subject} ${piece}`;
  }
  if (!hasVerb(read) || !hasVerb(earlier)) return gapped(piece, before, read, earlier);
  return saysSomething(read) ? piece : null;
}

/** "It passed, the U.S. abstained, and …" says the second by itself; "with two abstentions" says so, too. */
function commaClause(piece: string, read: Question, earlier: Question): string | null {
  const [first] = read.words;
  if (first === undefined || !hasVerb(earlier) || OPENING.has(earlier.words[0]?.form ?? '')) return null;
  const counts = read.units.some(({ kind }) => kind === 'number') && read.units.length > 1;
  if (first.form === 'with') return counts ? restOf(piece, first) : null;
  const verb = verbAt(read.words);
  const starts = read.units[0]?.kind === 'name' || ARTICLES.has(first.form);
  return starts && verb > 0 && verb <= MAX_COMMA_SUBJECT && saysSomething(read) ? piece : null;
}
const OPENING = new Set([
  'after',
  'before',
  'when',
  'because',
  'since',
  'if',
  'unless',
  'although',
  'while',
  'as',
  'once',
]);
const ARTICLES = new Set(['the', 'a', 'an']);
const MAX_COMMA_SUBJECT = 4;

/** "officials" in "and officials hope": no verb, though it ends like one. */
function isNoun({ words }: Question, at: number): boolean {
  return !AUXILIARIES.has(words[at]?.form ?? '') && isVerbForm(words, at + 1);
}

/** The piece behind one of its words. */
function restOf(piece: string, { surface }: Word): string {
  return piece.slice(piece.indexOf(surface) + surface.length).trim();
}

/** "called for a cease-fire and for the release": the second is called for, too. */
function shareVerb(piece: string, before: string, { surface }: Word, { words }: Question): string | null {
  const verb = verbAt(words);
  if (verb === -1 || words[verb + 1]?.form !== surface.toLowerCase()) return null;
  return `${startOf(before, words.slice(0, verb + 1))} ${piece}`;
}

/** "because of Ramadan, not because of the vote": what is denied is said of the same. */
function contrast(piece: string, before: string, { words }: Question): string | null {
  const hinge = words[1]?.surface;
  if (hinge === undefined || !PREPOSITIONS.includes(hinge.toLowerCase())) return null;
  const at = before.toLowerCase().lastIndexOf(` ${hinge.toLowerCase()} `);
  return at === -1 ? null : `${before.slice(0, at)} ${piece}`;
}

/** "Blinken takes part for the U.S. and Dermer for Israel": the second does what the first does. */
function gapped(piece: string, before: string, read: Question, earlier: Question): string | null {
  const [name] = read.units;
  if (name?.kind !== 'name' || hasVerb(read) || earlier.units[0]?.kind !== 'name') return null;
  const hinge = read.words[(name.words.at(-1) ?? 0) + 1];
  if (hinge === undefined || !PREPOSITIONS.includes(hinge.form)) return null;
  const verb = verbAt(earlier.words);
  const from = earlier.words[verb]?.surface;
  const at = from === undefined ? -1 : before.indexOf(` ${from}`);
  const to = before.lastIndexOf(` ${hinge.surface} `);
  if (at === -1 || to <= at) return null;
  const start = piece.indexOf(` ${hinge.surface} `);
  return `${piece.slice(0, start)}${before.slice(at, to)}${piece.slice(start)}`;
}

function verbAt(words: readonly Word[]): number {
  return words.findIndex((_, at) => at > 0 && isVerbForm(words, at));
}

function hasVerb(question: Question): boolean {
  return verbAt(question.words) !== -1;
}

/** What stands before the first verb. @param text that was read */
function subjectOf(text: string, { words }: Question): string | null {
  const verb = verbAt(words);
  return verb <= 0 || verb > MAX_SUBJECT ? null : startOf(text, words.slice(0, verb));
}
const MAX_SUBJECT = 8;

/** "Karine Jean-Pierre said": who reports, and how; `null` where nobody does. */
function frameOf(text: string, { words, units }: Question): string | null {
  const that = words.findIndex(({ form }, at) => at > 0 && SAYING.has(form));
  const name = units.find((unit) => unit.kind === 'name');
  if (that === -1 || name === undefined || (name.words[0] ?? 0) > that) return null;
  return startOf(text, words.slice(0, that + 1));
}

/** The text up to the last of its first words, as typed. */
function startOf(text: string, words: readonly Word[]): string {
  let end = 0;
  for (const { surface } of words) {
    const at = text.indexOf(surface, end);
    if (at !== -1) end = at + surface.length;
  }
  return text.slice(0, end);
}
const SAYING = new Set('say said says tell warn warned report reported reports argue argued add added'.split(' '));

/** Has something done or told in it, not only names. */
function saysSomething({ units, words }: Question, least = 1): boolean {
  const told = units.some(({ kind }) => kind !== 'name') || words.some((_, at) => isVerbForm(words, at));
  return units.length > least && told;
}
