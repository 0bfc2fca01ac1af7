/** What is compared: names, ideas and words as numbers, shared by questions and statements. */
import type { Corpus } from '../corpus.ts';
import type { Entity } from '../schema.ts';
import { tokenize } from '../search/text.ts';
import { addPhrase, createPhrases, type PhraseMatch, type Phrases, type PhraseWord, phrasesFrom } from './phrases.ts';
import type { Word } from './words.ts';

/**
 * A name (an entity), an idea (a concept of the lexicon), a number or a stem. Terms are equal when their ids are.
 * From `STRANGE_FROM` on it stands for words that nothing in the corpus has: made from the words alone, kept nowhere.
 */
export type TermId = number;

/** Below it ids count the terms of the corpus. */
const STRANGE_FROM = 2 ** 30;

export type Meaning =
  | {
      readonly kind: 'entity';
      readonly entity: Entity;
      readonly term: TermId;
      readonly office: boolean;
      /** A name of its own, not a description. */
      readonly proper: boolean;
    }
  | { readonly kind: 'concept'; readonly id: string; readonly term: TermId }
  | { readonly kind: 'ignore' };

export interface Terms {
  /** The term of an entity, a concept or a number. */
  intern(key: string): TermId;
  /** The term of a stem, or of several with a space between them. */
  ofStem(stem: string): TermId;
  /** The same without making it. */
  find(key: string): TermId | undefined;
  startingAt(words: readonly Word[], from: number): readonly PhraseMatch<Meaning>[];
  near(term: TermId): readonly TermId[];
  opposites(term: TermId): readonly TermId[];
  isConcept(term: TermId): boolean;
  /** Whether the words only help to find the idea. @param words the term of the very words */
  isLoose(idea: TermId, words: TermId | null): boolean;
  /** Whether it is an idea that hardly tells what is asked. */
  isMinor(term: TermId): boolean;
  /** `null` where nothing in the corpus has the term. */
  nameOf(term: TermId): string | null;
}

/** What names, ideas and words there are: plain data, made from the corpus. */
export interface TermsIndex {
  /** By id. It grows while the corpus is read, and never after. */
  readonly keys: readonly string[];
  readonly phrases: Phrases<Meaning>;
  readonly near: ReadonlyMap<TermId, readonly TermId[]>;
  readonly opposites: ReadonlyMap<TermId, readonly TermId[]>;
  /** Of each idea, the words that only help to find it. */
  readonly loose: ReadonlyMap<TermId, ReadonlySet<TermId>>;
  readonly concepts: ReadonlySet<TermId>;
  readonly minor: ReadonlySet<TermId>;
  /** Forms of all words in names and in the lexicon, for the spelling. */
  readonly names: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}

/** Kinds of which a longer name hides the words in it: the Security Council is no council of any kind. */
const WHOLE: ReadonlySet<Entity['kind']> = new Set(['person', 'body', 'outlet', 'place']);

export const entityKey = (entity: Entity): string => `entity:${entity.id}`;
export const conceptKey = (id: string): string => `concept:${id}`;

/** Terms that are fixed: what people type adds none, however much they type. */
export function createTerms(index: TermsIndex): Terms {
  const ids = idsOf(index.keys);
  const stems = new Map(index.keys.flatMap((key, id) => (key.startsWith(STEM) ? [[key.slice(STEM.length), id]] : [])));
  const intern = (key: string) => ids.get(key) ?? strangeTerm(key);
  return termsOf(index, ids, intern, (stem) => stems.get(stem) ?? strangeStem(stem));
}

/** Terms that grow with each word that is met for the first time. @param keys of the index, added to */
export function createOwnTerms(index: TermsIndex, keys: string[]): Terms {
  const ids = idsOf(keys);
  const intern = createIntern(keys, ids);
  return termsOf(index, ids, intern, (stem) => intern(STEM + stem));
}

function termsOf(
  { keys, phrases, near, opposites, loose, concepts, minor }: TermsIndex,
  ids: ReadonlyMap<string, TermId>,
  intern: Terms['intern'],
  ofStem: Terms['ofStem'],
): Terms {
  return {
    intern,
    ofStem,
    find: (key) => ids.get(key),
    startingAt: (words, from) => phrasesFrom(phrases, words, from),
    near: (term) => near.get(term) ?? [],
    opposites: (term) => opposites.get(term) ?? [],
    isConcept: flagsOf(concepts),
    isLoose: (idea, words) => words !== null && (loose.get(idea)?.has(words) ?? false),
    isMinor: flagsOf(minor),
    nameOf: (term) => keys[term] ?? null,
  };
}

/** Asked of each term of each question: a byte is looked up quicker than a member of a set. */
function flagsOf(terms: ReadonlySet<TermId>): (term: TermId) => boolean {
  const flags = new Uint8Array(Math.max(-1, ...terms) + 1);
  for (const term of terms) flags[term] = 1;
  return (term) => term < flags.length && flags[term] === 1;
}

function idsOf(keys: readonly string[]): Map<string, TermId> {
  return new Map(keys.map((key, id): [string, TermId] => [key, id]));
}

function createIntern(keys: string[], ids: Map<string, TermId>): (key: string) => TermId {
  return (key) => {
    let id = ids.get(key);
    if (id === undefined) {
      id = keys.length;
      ids.set(key, id);
      keys.push(key);
    }
    return id;
  };
}

const FNV_SEED = 0x811c9dc5;

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

const STEM = 'stem:';
const STEM_SEED = hashText(STEM, FNV_SEED);

/** Two of a question's words have the same by a chance of 1 in 2^30. */
function strangeTerm(key: string, seed = FNV_SEED): TermId {
  return STRANGE_FROM + (hashText(key, seed) & (STRANGE_FROM - 1));
}

/** What a stem is known by where the corpus has none such. */
export function strangeStem(stem: string): TermId {
  return strangeTerm(stem, STEM_SEED);
}

export function indexTerms({ entities, lexicon }: Corpus): TermsIndex & { readonly keys: string[] } {
  const keys: string[] = [];
  const intern = createIntern(keys, new Map());
  const phrases = createPhrases<Meaning>();
  const names = new Set<string>();
  const forms = new Set<string>();
  const near = new Map<TermId, TermId[]>();
  const opposites = new Map<TermId, TermId[]>();

  /** The term of a row of words, as a unit of them has it. */
  function literalOf(text: string): TermId {
    const stems = tokenize(text.replaceAll('=', '')).map(({ stem }) => stem);
    return intern(`stem:${stems.join(' ')}`);
  }

  function add(text: string, meaning: Meaning, isName: boolean, isExact = false) {
    const phrase: PhraseWord[] = [];
    for (const part of text.split(' ')) {
      if (part === '*') {
        phrase.push('gap');
        continue;
      }
      const exact = part.startsWith('=');
      for (const token of tokenize(exact ? part.slice(1) : part)) {
        phrase.push(exact || isExact ? { form: token.form } : { stem: token.stem });
        forms.add(token.form);
        if (isName && token.capitalised && !token.stop) names.add(token.form);
      }
    }
    if (phrase.length > 0) addPhrase(phrases, phrase, meaning);
  }

  const bodies = entities.filter(({ kind }) => kind === 'body' || kind === 'place');
  for (const entity of entities) {
    const term = intern(entityKey(entity));
    // "used" has the stem of "US": names are compared as they are written.
    const known = new Map<string, Meaning>();
    const addName = (text: string, office: boolean) => {
      const proper = isProper(text, entity);
      const meaning = known.get(`${office} ${proper}`) ?? { kind: 'entity', entity, term, office, proper };
      known.set(`${office} ${proper}`, meaning);
      add(text, meaning, true, proper);
    };
    for (const name of plainNames(entity)) {
      addName(name, isOffice(name, entity));
    }
    if (entity.office !== undefined) for (const office of officeForms(entity.office, bodies)) addName(office, true);
  }
  for (const concept of lexicon.concepts) {
    const term = intern(conceptKey(concept.id));
    const meaning: Meaning = { kind: 'concept', id: concept.id, term };
    for (const words of new Set(concept.words)) add(words, meaning, false);
    for (const other of concept.near) relate(near, term, intern(conceptKey(other)));
    for (const other of concept.opposites) relate(opposites, term, intern(conceptKey(other)));
  }
  const concepts = new Set(lexicon.concepts.map(({ id }) => intern(conceptKey(id))));
  const loose = new Map(
    lexicon.concepts.map(({ id, loosely }) => [intern(conceptKey(id)), new Set(loosely.map(literalOf))]),
  );
  const minor = new Set(lexicon.minor.map((id) => intern(conceptKey(id))));
  const ignored: Meaning = { kind: 'ignore' };
  for (const words of lexicon.ignore) add(words, ignored, false);
  return { keys, phrases, near, opposites, loose, concepts, minor, names, forms };
}

/**
 * All names, without a leading "the" where a name does without: "the UN" must not hide "UN official" in "the UN
 * official". "The States" keeps it, as states are none.
 */
function plainNames({ name, aliases }: Entity): ReadonlySet<string> {
  const bare = (text: string) => text.replace(/^(?:the|an?) /iu, '');
  const names = [bare(name), ...aliases];
  const lower = new Set(names.map((each) => each.toLowerCase()));
  return new Set(names.filter((each) => bare(each) === each || !lower.has(bare(each).toLowerCase())));
}

/** "Hamas" is a name, "foreign leaders" is not. */
function isProper(text: string, { kind }: Entity): boolean {
  return WHOLE.has(kind) || (kind === 'group' && /^\p{Lu}/u.test(text) && !/\s/u.test(text));
}

/** An alias that shares no word with the person's name is what they are, not who: "press secretary". */
function isOffice(alias: string, entity: Entity): boolean {
  if (entity.kind !== 'person') return false;
  const own = new Set(tokenize(entity.name).map(({ form }) => form));
  return !tokenize(alias).some(({ form }) => own.has(form)) && /\s/u.test(alias);
}

/** "French President" is asked for as "president", too: the office without the body it belongs to. */
function officeForms(office: string, bodies: readonly Entity[]): string[] {
  const forms = [office];
  const stems = new Set(bodies.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase()));
  const words = office.split(' ');
  for (let length = 1; length < words.length; length++) {
    if (stems.has(words.slice(0, length).join(' ').toLowerCase())) forms.push(words.slice(length).join(' '));
  }
  return forms;
}

function relate(relations: Map<TermId, TermId[]>, a: TermId, b: TermId) {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = relations.get(from);
    if (known === undefined) relations.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  }
}
