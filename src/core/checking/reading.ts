/** A clause of a claim and a sentence of a statement, read for being compared. */
import type { Corpus, Statement } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { TermId } from '../question/terms.ts';
import type { Unit } from '../question/units.ts';
import type { Word } from '../question/words.ts';
import { editDistance, stem, tokenize } from '../search/text.ts';
import { dateOn, type NamedDate, readDates } from './dates.ts';
import { type Counted, readNumbers } from './numbers.ts';
import { readSpans, type Span } from './spans.ts';
import { isDeniedAt, isVerb } from './verbs.ts';

export interface Clause {
  readonly question: Question;
  /** What it says beside days, numbers and words that add nothing. */
  readonly content: readonly Unit[];
  readonly dates: readonly NamedDate[];
  readonly numbers: readonly Counted[];
  readonly spans: readonly Span[];
}

/** One way in which a statement's sentence is put; its own words are the first. */
export interface Telling extends Clause {
  readonly at: number;
  readonly statement: Statement;
}

/** Words that a sentence can do without: what they say is in the words beside them. */
const LIGHT = new Set(
  (
    'every all each everyone everybody both give gives giving given gave issue issues issued issuing hold holds holding make makes making made ' +
    'take takes taking put puts putting rely relies relied relying get gets set sets setting use uses using count counts counted come comes coming ' +
    'bring brings bringing keep keeps keeping stay stays staying remain remains remained seem seems seemed carry carries run runs serve serves act acts ' +
    'cast dates dated conduct conducts conducted receive receives received face faces facing time attached high include includes included including term terms amount amounts amounted already'
  ).split(' '),
);

const HAPPENING = /^(?:takes? place|took place|taken place|taking place|held|be held|occur\w*|happen\w*)$/iu;

const DENIALS = new Set(
  'not no never without neither nor none nobody non hardly refuse refused fail failed decline declined one only'.split(
    ' ',
  ),
);

/** "the right call": what is asked along, of a claim, is a judgement where it stands like one. */
function isJudgement({ form }: Word, before: Word | undefined): boolean {
  return JUDGING.has(form) && before !== undefined && JUDGED_AFTER.has(before.form);
}
const JUDGING = new Set(['right', 'correct', 'proper', 'fine', 'ok', 'okay', 'good']);
const JUDGED_AFTER = new Set(['the', 'a', 'be', 'is', 'was', 'were', 'are']);

/** "going to discuss": it will. */
function isFuture(words: readonly Word[], at: number): boolean {
  return words[at]?.surface.toLowerCase() === 'going' && words[at + 1]?.form === 'to';
}

/** "the talks were over", "the trip is off". */
function isPredicate(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const isLast = next === undefined || next.clause !== words[at]?.clause;
  return isLast && PARTICLES.has(words[at]?.form ?? '') && BEING.has(words[at - 1]?.form ?? '');
}
const PARTICLES = new Set(['over', 'off', 'on', 'out', 'up', 'back', 'through', 'dead']);
const BEING = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'not']);

/** A word of which nobody knows what it means. */
const NOTHING: Unit = {
  text: '',
  terms: [],
  own: null,
  hints: [],
  parts: [],
  entities: [],
  office: false,
  kind: 'word',
  minor: false,
  words: [],
  negated: false,
  quoted: false,
  sentence: 0,
  clause: 0,
  unknown: true,
};

/** Nothing of what a question asks, but of a claim what it says is done. */
const MEANT = new Set(
  'find found look looks looked go goes going went gone done finish know knew known need needed question questioned confirm confirmed verify verified draft drafted name names named date dates bit'.split(
    ' ',
  ),
);

const CERTAINTY = new Set(['possible', 'potential']);

const BOTH = new Set(['both', 'two', '2']);

/** Order in time is compared by itself; see `turnedOrder`. */
const ORDERING = new Set(['before', 'after', 'ahead', 'prior', 'following']);
/** "failed to veto": what they deny is denied, and they say no more. */
const DENYING = new Set(['fail', 'failed', 'fails', 'refuse', 'refused', 'refuses', 'decline', 'declined', 'declines']);
/** Words that compare an amount; see `readNumbers`. */
const BOUNDING = new Set(
  'upwards upward fewer less nearly almost over under above below roughly around about approximately least most exceed exceeds exceeded top tops topped estimated excess'.split(
    ' ',
  ),
);

export function createClauses({ asOf, lexicon }: Corpus, { terms }: Reader) {
  const shorthand = new Set(
    lexicon.reads_as.flatMap(({ typed }) => typed.flatMap((word) => tokenize(word).map(({ form }) => form))),
  );

  const ignored = new Set(lexicon.ignore.flatMap((line) => tokenize(line).map(({ form }) => form)));

  /** Two letters off is a guess: a question may be answered by it, a claim is not judged by it. */
  function isGuess(unit: Unit, { words }: Question): boolean {
    return unit.words.some((at) => {
      const word = words[at];
      if (word === undefined) return false;
      const typed = tokenize(word.surface)[0];
      if (typed === undefined || typed.form === word.form || shorthand.has(typed.form) || /\d/u.test(word.form))
        return false;
      return editDistance(typed.form, word.form, 2) > 1;
    });
  }

  function read(typed: Question): Clause {
    const question = { ...typed, units: passNegation(typed.units, (unit) => isLight(unit, typed)) };
    const dates = readDates(question, asOf);
    const spans = readSpans(question.words);
    const dated = new Set([...dates, ...spans].flatMap(({ words }) => words));
    const numbers = readNumbers(question, dated);
    const counted = new Set(numbers.map(({ unit }) => unit));
    const content = question.units
      .filter((unit) => !counted.has(unit) && !unit.words.every((at) => dated.has(at)) && !isLight(unit, question))
      .concat(overlooked(question))
      .map((unit) => (isGuess(unit, question) ? { ...unit, terms: [], parts: [], hints: [], unknown: true } : unit));
    return { question, content, dates, numbers, spans };
  }

  /** "would not try to reschedule" denies what is not tried. */
  function passNegation(units: readonly Unit[], light: (unit: Unit) => boolean): readonly Unit[] {
    return units.map((unit, index) => {
      const before = units[index - 1];
      const passed = before?.negated === true && light(before) && before.clause === unit.clause;
      return passed && !unit.negated ? { ...unit, negated: true } : unit;
    });
  }

  /** Words passed over when a question is read, because they start like others: "useful" is not "use". */
  function overlooked({ units, words, asked }: Question): Unit[] {
    const known = new Set(units.flatMap((unit) => unit.words));
    return words.flatMap((word, at): Unit[] => {
      const isKnown = known.has(at) || asked.words.has(at) || word.quoted || /^\d/u.test(word.form);
      if (isKnown || LIGHT.has(word.form) || DENIALS.has(word.form)) return [];
      const typed = word.surface.toLowerCase();
      const isIgnored = word.stop || ignored.has(word.form) || ignored.has(typed);
      const isMeant = isPredicate(words, at) || ((MEANT.has(word.form) || MEANT.has(typed)) && !isFuture(words, at));
      if (isIgnored && !isMeant && !isJudgement(word, words[at - 1])) return [];
      const { sentence, clause } = word;
      return [{ ...NOTHING, text: word.surface, words: [at], negated: isDeniedAt(at, words), sentence, clause }];
    });
  }

  function isLight(unit: Unit, question: Question): boolean {
    const { words, units } = question;
    if (unit.kind === 'name' || unit.kind === 'number') return false;
    if (isOfCertainty(unit, question)) return true;
    if (unit.words.every((at) => BOUNDING.has(words[at]?.form ?? '')) && numbersFollow(unit, words)) return true;
    if (/^countr(?:y|ies)['’]s?$/iu.test(unit.text)) return true;
    // "officials of both countries" are officials.
    if (unit.text === 'countries' && BOTH.has(words[(unit.words[0] ?? 0) - 1]?.form ?? '')) return true;
    if (unit.kind === 'word' || !unit.negated) {
      const isPlain = unit.words.length === 1 && LIGHT.has(words[unit.words[0] ?? 0]?.form ?? '');
      if (isPlain || unit.kind === 'word') return isPlain;
    }
    if (isOfOrder(unit, question)) return true;
    const next = units.find((other) => other.words[0] === (unit.words.at(-1) ?? 0) + 1);
    if (unit.minor && next?.kind === 'name') return true;
    const denied = units[units.indexOf(unit) + 1];
    if (unit.words.every((at) => DENYING.has(words[at]?.form ?? '')) && denied?.negated === true) return true;
    // "the meeting took place" says that it did, and nothing else.
    if (
      HAPPENING.test(unit.text) &&
      !units.some((other) => other !== unit && other.kind !== 'name' && isVerb(other, question))
    )
      return false;
    return unit.minor && !unit.terms.some((term: TermId) => terms.opposites(term).length > 0);
  }

  /** "a possible invasion": how certain it is, is compared by itself. */
  function isOfCertainty({ words: own, clause }: Unit, { words, units }: Question): boolean {
    const next = units.find((other) => other.words[0] === (own.at(-1) ?? 0) + 1);
    return own.every((at) => CERTAINTY.has(words[at]?.form ?? '')) && next !== undefined && next.clause === clause;
  }

  /** "after", "came before". */
  function isOfOrder({ words: own }: Unit, { words }: Question): boolean {
    const forms = own.map((at) => words[at]?.form ?? '');
    return forms.some((form) => ORDERING.has(form)) && forms.every((form) => ORDERING.has(form) || LIGHT.has(form));
  }

  function numbersFollow(unit: Unit, words: Question['words']): boolean {
    const end = unit.words.at(-1) ?? 0;
    return words.slice(end + 1, end + 4).some(({ form }) => /^\d/u.test(form));
  }

  return {
    read,
    tell(statement: Statement, at: number, question: Question): Telling {
      const clause = read(question);
      const dates = statement.date === null ? clause.dates : [dateOn(statement.date.on), ...clause.dates];
      return { ...clause, dates, at, statement };
    },
  };
}

/** Stems of the words between quotation marks, grammar aside. */
export function quotedStems({ words }: Question): string[] {
  return words.filter(({ quoted, stop }) => quoted && !stop).map((word) => word.stem);
}

/** Stems of everything that is quoted in the statement. */
export function stemsQuotedIn({ quotes }: Statement): ReadonlySet<string> {
  return new Set(quotes.flatMap(({ words }) => tokenize(words).map(({ form }) => stem(form))));
}
