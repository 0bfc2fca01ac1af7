/** What a question asks for, read from its grammar: the kind of answer, and the part of it that names that kind. */
import { isNegation } from './marks.ts';
import { type Token, tokenize } from './text.ts';

/** The kind of answer. A question may seek several ("how much" is a number or money) or none that words can show. */
export type Sought =
  | 'date'
  | 'number'
  | 'money'
  | 'percent'
  | 'duration'
  | 'measure'
  | 'person'
  | 'place'
  /** What or who something is, and nothing further. */
  | 'definition';

export interface ParsedQuestion {
  readonly tokens: readonly Token[];
  readonly seeks: ReadonlySet<Sought>;
  /** The tokens of "year" and "the first female judge" in "what year", "which was the first female judge": [from, to). */
  readonly focus: readonly [from: number, to: number];
  /** The token that names the kind of answer: "year", "city", "name"; -1 where none does. */
  readonly head: number;
  /** Tokens that only help to ask: "many" in "how many", "kind" in "what kind of". */
  readonly glue: ReadonlySet<number>;
  readonly negated: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const QUESTION_WORDS = words('who whom whose when where why how what which whats whos wheres whens');
const AUXILIARIES = words(`is are was were be been being am do does did has have had can could will would shall should
  may might must`);
const ENDS_FOCUS = words(`of in for to from on by with that who which at during between and or after before as`);
const COPULAS = words('is are was were');
const BEFORE_NOUN = words('the a an some one his her its their');

const KIND_NOUNS: readonly (readonly [Sought | null, ReadonlySet<string>])[] = [
  ['date', words('year years date dates day month century decade time period era season timeframe')],
  ['percent', words('percentage percent proportion fraction share rate ratio')],
  ['number', words('number numbers amount population total score size sum quantity count')],
  [
    'place',
    words(`city country countries state states place places location region regions area town village continent river
      county province nation nations island street district neighborhood cities towns building church ocean sea lake
      mountain headquarters hometown birthplace venue site`),
  ],
  [
    'person',
    words(`person people actor actress author president king queen man woman singer artist director player writer
      scientist leader emperor pope founder character architect engineer philosopher composer inventor brother sister
      father mother wife husband son daughter minister chancellor coach quarterback doctor professor mathematician
      physicist historian economist politician`),
  ],
  ['measure', words('distance height length speed temperature weight width depth elevation altitude age')],
  ['money', words('cost price salary revenue income wage budget value')],
  // No words show these, but they name the kind all the same, and an answer need not repeat them.
  [
    null,
    words(`name names word words term terms title nickname phrase reason reasons cause causes purpose factor factors
      effect effects motive company organization group team band university college school party agency government
      religion language nationality album book film movie song show network channel newspaper magazine award result`),
  ],
];

/** What "how" asks for, by the word that follows. */
const HOW: readonly (readonly [ReadonlySet<string>, readonly Sought[]])[] = [
  [words('many'), ['number']],
  [words('much'), ['number', 'money']],
  [words('long'), ['duration', 'measure']],
  [words('old'), ['number', 'duration']],
  [words('far tall high deep big large wide heavy fast hot cold small low close thick strong'), ['measure']],
  [words('often frequently soon quickly late early'), ['duration']],
];
const GLUE = words('kind kinds type types sort sorts name names many much else list one example term');
const MAX_FOCUS = 5;
/** "What is X?" with an X of at most so many words asks what X is. */
const MAX_DEFINITION = 6;

export function parseQuestion(text: string): ParsedQuestion {
  const tokens = tokenize(text);
  const form = (at: number) => tokens[at]?.form ?? '';
  const asking = tokens.findIndex((token) => QUESTION_WORDS.has(token.form));
  const asked = form(asking);
  const next = form(asking + 1);
  const seeks = new Set<Sought>();
  const glue = new Set<number>();
  let focus: readonly [number, number] = [-1, -1];
  let head = -1;

  if (asked.startsWith('when')) seeks.add('date');
  if (asked.startsWith('where')) seeks.add('place');
  if (asked.startsWith('who')) seeks.add('person');
  if (asked === 'how') {
    const [, kinds] = HOW.find(([followers]) => followers.has(next)) ?? [];
    for (const kind of kinds ?? []) seeks.add(kind);
    if (kinds !== undefined) glue.add(asking + 1);
    if (next === 'many' || next === 'much') ({ focus, head } = readFocus(tokens, asking + 2));
  }
  if (asked === 'what' || asked === 'which' || asked === 'whats') {
    const copula = asked === 'whats' ? 0 : 1;
    if (copula === 1 && !AUXILIARIES.has(next)) ({ focus, head } = readFocus(tokens, asking + 1));
    else if (copula === 0 || COPULAS.has(next)) head = kindAfterCopula(tokens, asking + 1 + copula);
    if (focus[0] === -1 && head !== -1) focus = [head, head + 1];
    for (const [kind, nouns] of KIND_NOUNS) if (kind !== null && head !== -1 && nouns.has(form(head))) seeks.add(kind);
  }
  for (let at = asking + 1; at <= asking + 3; at++) if (GLUE.has(form(at))) glue.add(at);
  const isShort = tokens.length - asking <= MAX_DEFINITION + 1;
  if (
    /^wh(?:at|o)s?$/.test(asked) &&
    COPULAS.has(next) &&
    isShort &&
    head === -1 &&
    !/e[dn]$/.test(form(tokens.length - 1))
  ) {
    seeks.add('definition');
  }
  return { tokens, seeks, focus, head, glue, negated: tokens.some((token) => isNegation(token.form)) };
}

/** Whether the word names a kind of answer: "year", "city", "name". @param form folded */
function isKindNoun(form: string): boolean {
  return KIND_NOUNS.some(([, nouns]) => nouns.has(form));
}

/** What is asked for after "what", "which" or "how many", up to the verb or the next phrase. */
function readFocus(tokens: readonly Token[], from: number): Pick<ParsedQuestion, 'focus' | 'head'> {
  let to = from;
  while (to < tokens.length && to - from < MAX_FOCUS) {
    const form = tokens[to]?.form ?? '';
    if (AUXILIARIES.has(form) || ENDS_FOCUS.has(form) || (to > from && form.endsWith('ed'))) break;
    to++;
  }
  const kind = tokens.findIndex((token, at) => at >= from && at < to && isKindNoun(token.form));
  return { focus: [from, to], head: kind };
}

/** "What is the name of": the head stands behind the copula, with nothing but grammar after it; -1 where it doesn't. */
function kindAfterCopula(tokens: readonly Token[], from: number): number {
  let at = from;
  while (BEFORE_NOUN.has(tokens[at]?.form ?? '')) at++;
  for (const place of [at, at + 1]) {
    const after = tokens[place + 1];
    if (isKindNoun(tokens[place]?.form ?? '') && (after === undefined || after.stop)) return place;
  }
  return -1;
}
