/** A question, read: what it is about, what kind of answer it wants, what it names. Pure. */
import type { Corpus } from '../corpus.ts';
import type { QuestionsFile } from '../questions-schema.ts';
import type { Entity } from '../schema.ts';
import { tokenize } from '../search/text.ts';
import type { Slot } from './asking.ts';
import { TITLES } from './asking.ts';
import { CALENDAR } from './calendar.ts';
import { type Asked, readAsked } from './slots.ts';
import {
  collectAsked,
  collectCandidates,
  createMend,
  createTrust,
  readExpansions,
  type Spell,
  type SpellingIndex,
} from './spelling.ts';
import { createOwnTerms, createTerms, indexTerms, type Terms, type TermsIndex } from './terms.ts';
import { readUnits, type Unit } from './units.ts';
import { readWords, type Word } from './words.ts';

export interface Question {
  readonly words: readonly Word[];
  /** Everything it is about, without the words that ask. */
  readonly units: readonly Unit[];
  /** What it needs of earlier questions; none where it stands alone. */
  readonly carried: readonly Carried[];
  /** The place of the statement that answered the question it leans on. */
  readonly after: number | null;
  readonly asked: Asked;
  readonly slot: Slot;
  /** Case says something: not all in lower case. */
  readonly mixedCase: boolean;
}

/** A unit of an earlier question that this one needs. */
export interface Carried {
  readonly unit: Unit;
  /** How much it weighs beside the question's own, 0 to 1. */
  readonly factor: number;
  /** It stands for a pronoun: the question says of it what it says. */
  readonly meant: boolean;
}

export interface Reader {
  readonly terms: Terms;
  /** What people type. Takes any string. */
  read(text: string): Question;
  /** What people type to have it judged: no word of it asks, unless it ends with a question mark. */
  readClaim(text: string): Question;
  /** A sentence that tells, whose spelling is beyond doubt, and that teaches nothing: when it is read makes no difference. */
  readAside(text: string): Question;
}

/** What a reader knows: plain data, made from the corpus. */
export interface ReaderIndex {
  readonly terms: TermsIndex;
  readonly spelling: SpellingIndex;
}

/** Reads the corpus itself, before anybody asks. */
export interface OwnReader {
  readonly terms: Terms;
  /** A text of the corpus: its spelling is beyond doubt, and teaches how its words are spelled. */
  readOwn(text: string): Question;
  /** A cue: its spelling is beyond doubt, but the names in it are not the statements'. */
  readCue(text: string): Question;
  /** What a reader then knows. To be called when all texts are read. */
  index(): ReaderIndex;
}

export function createReader({ terms: known, spelling }: ReaderIndex): Reader {
  const terms = createTerms(known);
  const read = createReading(terms);
  const mend = createMend(spelling);
  const trust = createTrust(spelling.expansions);
  return {
    terms,
    read: (text) => read(text, mend),
    readClaim: (text) => read(text, mend, !ASKS.test(text)),
    readAside: (text) => read(text, trust, true),
  };
}

export function createOwnReader(corpus: Corpus): OwnReader {
  const { lexicon } = corpus;
  const index = indexTerms(corpus);
  const terms = createOwnTerms(index, index.keys);
  const read = createReading(terms);
  const known = new Set<string>([...index.forms, ...ASKING, ...CALENDAR]);
  for (const { meant } of lexicon.reads_as) for (const { form } of tokenize(meant)) known.add(form);
  const foreign = new Set<string>();
  const expansions = readExpansions(lexicon.reads_as);
  const trust = createTrust(expansions);
  const own = new Map<string, Question>();
  const readOnce = (text: string, make: () => Question): Question => {
    const question = own.get(text) ?? make();
    own.set(text, question);
    return question;
  };
  return {
    terms,
    readOwn: (text) =>
      readOnce(text, () => {
        const question = read(text, trust);
        for (const { form } of question.words) known.add(form);
        return question;
      }),
    readCue: (text) =>
      readOnce(text, () => {
        const question = read(text, trust);
        for (const { form, capitalised } of question.words) (capitalised ? foreign : known).add(form);
        return question;
      }),
    index() {
      const { names } = index;
      const spelling = { known, names, ...collectCandidates({ known, names, spelled: lexicon.spelled }) };
      const asked = collectAsked(countForms(corpus.questions), spelling);
      return { terms: index, spelling: { ...spelling, asked, foreign, expansions } };
    },
  };
}

/** In how many of the questions each word is. */
function countForms({ answered, assuming, follow_ups, silent }: QuestionsFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const texts = [...answered, ...assuming, ...follow_ups].flatMap(({ questions }) => questions);
  for (const text of [...texts, ...silent]) {
    for (const form of new Set(tokenize(text).map((token) => token.form)))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

const ASKS = /\?["”’')\s]*$/u;

/** @param tells nothing is asked: a word that asks elsewhere says something here */
function createReading(terms: Terms): (text: string, spell: Spell, tells?: boolean) => Question {
  return (text, spell, tells = false) => {
    const { words, asks, mixedCase } = readWords(text, spell);
    const asked = tells ? askNothing(words) : readAsked(words, asks);
    const found = readUnits(words, terms, asked.words);
    const slot = refineSlot(asked, words, found);
    // "Macron's position" asks for it and says nothing of it.
    const units =
      slot === 'title' ? found.filter((unit) => !unit.words.every((at) => TITLES.has(words[at]?.form ?? ''))) : found;
    return { words, units, carried: [], after: null, asked, slot, mixedCase };
  };
}

function askNothing(words: readonly Word[]): Asked {
  return { slot: 'none', words: new Set(), from: 0, to: words.length, presumes: true };
}

/** Words that a slip is likely to hit and that decide what is asked. */
const ASKING =
  'what which where when whose about before after against during there their does would could should were because between many much'.split(
    ' ',
  );

const SPEECH = new Set(
  'say said says saying tell told comment remark remarks describe described call called think argue argued warn warned mention mentioned stance view position words word reaction statement quote claim claimed'.split(
    ' ',
  ),
);
const SPEAKING: ReadonlySet<Entity['kind']> = new Set(['person', 'outlet', 'group']);

/** "call" is speech, "call for" and "call off" are not. */
function speaks(core: readonly Word[]): boolean {
  return core.some(({ form }, index) => {
    const next = core[index + 1]?.form;
    return SPEECH.has(form) && !(form.startsWith('call') && (next === 'for' || next === 'off'));
  });
}

/** "who says so?", "says who?" */
const SAYS = new Set(['say', 'says', 'said']);
const POSSESSIVES = new Set(['his', 'her', 'their', 'he', 'she']);
const PRONOUNS = new Set(['he', 'she', 'they']);
const REPORTING = new Set(
  'reported reports report reporting reportedly sourced attributed credited published source'.split(' '),
);

const WORDINGS = new Set(['quote', 'line', 'wording', 'phrase', 'claim']);
const NAMING = new Set(['name', 'named']);
const BY_IT = new Set(['by', 'it']);

/** What the pattern of question words leaves open, by what stands around them. */
function refineSlot(asked: Asked, words: readonly Word[], units: readonly Unit[]): Slot {
  const core = words.slice(asked.from, asked.to);
  const has = (forms: ReadonlySet<string>) => core.some(({ form }) => forms.has(form));
  const namesOf = () =>
    units.filter(({ kind, entities }) => kind === 'name' && entities.some((entity) => entity.kind === 'person'));
  const hasSpeaker = () => units.some(({ entities }) => entities.some(({ kind }) => SPEAKING.has(kind)));
  const form = (offset: number) => core[offset]?.form;
  switch (asked.slot) {
    case 'person': {
      if (core.some(({ form }, index) => form === 'according' && core[index + 1]?.form === 'to')) return 'source';
      if (has(REPORTING)) return 'source';
      if (core.length <= 4 && has(SAYS) && core.at(-1)?.stop === true) return 'source';
      const names = namesOf();
      const rest = core.filter(({ stop }) => !stop);
      if (form(0)?.startsWith('who') && names.length === 1 && rest.length <= (names[0]?.words.length ?? 0))
        return 'title';
      return 'person';
    }
    case 'place':
      return core.some(({ quoted }) => quoted) || has(WORDINGS) ? 'source' : 'place';
    case 'thing':
      if (has(TITLES) && (namesOf().length > 0 || has(POSSESSIVES))) return 'title';
      if (has(NAMING) || (core.at(-1)?.form === 'called' && !has(BY_IT))) return 'name';
      return speaks(core) && (hasSpeaker() || has(PRONOUNS)) ? 'quote' : 'thing';
    default:
      return asked.slot;
  }
}
