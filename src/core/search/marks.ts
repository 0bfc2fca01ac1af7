/** What part of an answer a word may be, told by the word and its neighbours; noted once, when a passage is indexed. */
import type { Token } from './text.ts';

/** One bit each: the marks of a word are one small number. */
export const MARK = {
  capital: 1,
  /** First of a sentence, a clause or a quotation, where a capital says little. */
  initial: 2,
  stop: 4,
  number: 8,
  year: 16,
  /** A month, a day of the week, a season, "century". */
  calendar: 32,
  duration: 64,
  measure: 128,
  money: 256,
  percent: 512,
  /** Follows a word such as "in", "near" or "northern". */
  afterPlaceWord: 1024,
  by: 2048,
  pronoun: 4096,
  copula: 8192,
  negation: 16384,
} as const;

const CLASSES: readonly (readonly [number, string])[] = [
  [MARK.number, 'one hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half'],
  [MARK.number, 'twice double triple pair couple single'],
  [MARK.calendar, 'january february march april may june july august september october november december'],
  [MARK.calendar, 'jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter'],
  [MARK.calendar, 'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight'],
  [MARK.calendar | MARK.duration, 'century centuries decade decades'],
  [MARK.calendar, 'bc ad bce ce easter christmas ramadan midnight noon'],
  [MARK.duration, 'second seconds minute minutes hour hours day days week weeks month months year years'],
  [MARK.duration, 'hourly daily weekly monthly yearly annually annual'],
  [MARK.measure, 'mile miles kilometre kilometres kilometer kilometers km metre metres meter meters cm mm inch inches'],
  [MARK.measure, 'foot feet ft yard yards acre acres hectare hectares square cubic litre litres liter liters gallon'],
  [MARK.measure, 'gallons ton tons tonne tonnes kg kilogram kilograms gram grams pound pounds lb lbs ounce ounces'],
  [
    MARK.measure,
    'degree degrees celsius fahrenheit mph kmh kw mw watt watts volt volts hz mhz ghz km2 sq mi population',
  ],
  [
    MARK.money,
    'dollar dollars euro euros cent cents yen pound pounds sterling franc francs rupee rupees shekel shekels',
  ],
  [MARK.money, 'yuan usd gbp eur cost costs price worth'],
  [MARK.percent, 'percent percentage pct fraction proportion majority minority half third quarter'],
  [MARK.pronoun, 'he she it they this these those that his her its their him them such'],
  [MARK.copula, 'is are was were'],
  [MARK.by, 'by'],
  [
    MARK.negation,
    'not no never without neither nor none nothing nobody cannot cant dont doesnt didnt isnt arent wasnt',
  ],
  [MARK.negation, 'werent hasnt havent hadnt couldnt wont wouldnt shouldnt'],
];

const MARKS_OF_WORDS: ReadonlyMap<string, number> = CLASSES.reduce((marks, [mark, words]) => {
  for (const word of words.split(' ')) marks.set(word, (marks.get(word) ?? 0) | mark);
  return marks;
}, new Map<string, number>());

const PLACE_WORDS = new Set(
  `in at near from to around outside inside between across through throughout into of off along via
  southern northern eastern western central`.split(/\s+/),
);
const UPPER_CASE = /^\p{Lu}/u;
const YEAR = /^(?:1\d{3}|20\d{2})s?$/u;
const DIGIT = /^\p{N}/u;
const BREAK = /[.?!:;"“”]/u;
const CURRENCY = /[$€£¥]\s*$/u;

/** "not", "never", "didn't". @param form folded */
export function isNegation(form: string): boolean {
  return ((MARKS_OF_WORDS.get(form) ?? 0) & MARK.negation) !== 0;
}

/**
 * @param before the token before this one, where there is one
 * @param gap the text between the two
 * @param next the character after the token
 */
export function markToken(token: Token, before: Token | undefined, gap: string, next: string): number {
  const { form, surface, stop } = token;
  let marks = MARKS_OF_WORDS.get(form) ?? 0;
  if (stop) marks |= MARK.stop;
  if (UPPER_CASE.test(surface)) marks |= MARK.capital;
  else if (form === 'may' || form === 'march' || form === 'spring') marks &= ~MARK.calendar;
  if (DIGIT.test(form)) marks |= YEAR.test(form) ? MARK.number | MARK.year : MARK.number;
  if (before === undefined) return marks | MARK.initial;
  if (gap !== ' ') {
    if (BREAK.test(gap)) marks |= MARK.initial;
    if (CURRENCY.test(gap)) marks |= MARK.money;
  }
  if (next === '%') marks |= MARK.percent;
  if (PLACE_WORDS.has(before.form)) marks |= MARK.afterPlaceWord;
  return marks;
}
