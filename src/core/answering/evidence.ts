/** What each statement says and is asked for, ready to be compared with a question. */
import { formatDate } from '../attribution.ts';
import type { Corpus, Statement } from '../corpus.ts';
import type { OwnReader, Question } from '../question/analysis.ts';
import { SLOTS, type Slot } from '../question/asking.ts';
import { conceptKey, entityKey, type TermId, type Terms } from '../question/terms.ts';
import type { Entity } from '../schema.ts';
import { type Candidates, type CandidatesIndex, createCandidates, indexCandidates } from './candidates.ts';
import { endOf, type Gathered, type Postings, startOf, strengthAt, toPostings } from './postings.ts';
import { createStrengths, type FindStrengths } from './strength.ts';

/** One way to ask for a statement; its own text is one, too. */
export interface View {
  readonly statement: number;
  readonly slot: Slot;
  readonly question: Question;
}

export interface ViewColumns {
  /** The views of a statement stand together: from here on, up to the first of the next. */
  readonly firstOf: Int32Array;
  /** Numbers of slots, by their place in `SLOTS`. */
  readonly slotOf: Int32Array;
  /** Summed weight of its units. */
  readonly weightOf: Float64Array;
}

/** What the statements say and are asked for: plain data, made from the corpus. */
export interface EvidenceIndex {
  readonly candidates: CandidatesIndex;
  readonly views: ViewColumns;
  readonly texts: readonly Question[];
  readonly statementsWith: Postings;
  readonly viewsWith: Postings;
  readonly saidIn: Postings;
  /** By term; a later one is as rare as can be. */
  readonly rarity: Float64Array;
}

export interface Evidence {
  readonly statements: readonly Statement[];
  readonly candidates: Candidates;
  readonly views: ViewColumns;
  /** The statements' own texts, read like questions. */
  readonly texts: readonly Question[];
  /** Whether the statement says it itself: in its text, its quotes, by its speaker or outlet, by its date. */
  says(statement: number, term: TermId): boolean;
  readonly statementsWith: Postings;
  /** How surely units are meant in each statement, and in each view. */
  readonly inStatements: FindStrengths;
  readonly inViews: FindStrengths;
  /** Above 0, up to 1 for a term that one statement or none has. */
  rarity(term: TermId): number;
  /** Whether it is an idea rather than a word or a name. */
  isConcept(term: TermId): boolean;
  /** Whether any statement has it, in its text, its names or the wordings that ask for it. */
  isKnown(term: TermId): boolean;
}

/** How surely a term belongs to a statement, by where it stands. */
const STRENGTH = { said: 1, listed: 0.9, asked: 0.9, side: 0.7, topic: 0.5, near: 0.4 } as const;

export function createEvidence({ statements }: Corpus, index: EvidenceIndex, terms: Terms): Evidence {
  const { candidates, views, texts, statementsWith, viewsWith, saidIn, rarity } = index;
  return {
    statements,
    candidates: createCandidates(candidates),
    views,
    texts,
    says: (statement, term) => strengthAt(saidIn, term, statement) > 0,
    statementsWith,
    inStatements: createStrengths(statements.length, statementsWith, terms.isConcept),
    inViews: createStrengths(views.slotOf.length, viewsWith, terms.isConcept),
    rarity: (term) => rarity[term] ?? 1,
    isConcept: terms.isConcept,
    isKnown: (term) => startOf(statementsWith, term) < endOf(statementsWith, term),
  };
}

type Gathering = Map<TermId, Map<number, number>>;

/** What is made of the corpus for evidence, and the views as they were read, which others index, too. */
export function indexEvidence(corpus: Corpus, reader: OwnReader): { index: EvidenceIndex; views: readonly View[] } {
  const { terms } = reader;
  const { statements } = corpus;
  const byStatement: Gathering = new Map();
  const byView: Gathering = new Map();
  const said = new Map<TermId, Set<number>>();
  /** What a statement says by its fields rather than in words: it supports a claim and does not make a word common. */
  const besides: Gathering = new Map();
  const views: View[] = [];

  const put = (gathering: Gathering, term: TermId, at: number, strength: number) => {
    let places = gathering.get(term);
    if (places === undefined) {
      places = new Map();
      gathering.set(term, places);
    }
    if ((places.get(at) ?? 0) < strength) places.set(at, strength);
  };
  const putSide = (gathering: Gathering, entity: Entity, at: number, strength: number) => {
    const side = entity.side === undefined ? undefined : corpus.entityById.get(entity.side);
    if (side !== undefined) put(gathering, terms.intern(entityKey(side)), at, strength * STRENGTH.side);
  };
  const putUnits = (gathering: Gathering, question: Question, at: number, strength: number) => {
    for (const { terms: own, hints, parts, entities } of question.units) {
      for (const part of [...hints, ...parts]) put(gathering, part, at, strength);
      for (const term of own) {
        put(gathering, term, at, strength);
        for (const other of terms.near(term)) put(gathering, other, at, strength * STRENGTH.near);
      }
      for (const entity of entities) putSide(gathering, entity, at, strength);
    }
  };
  const putText = (text: string, at: number, strength: number): Question => {
    const question = reader.readOwn(text);
    putUnits(byStatement, question, at, strength);
    return question;
  };
  const putSaid = (term: TermId, at: number) => {
    put(byStatement, term, at, STRENGTH.said);
    const places = said.get(term);
    if (places === undefined) said.set(term, new Set([at]));
    else places.add(at);
  };

  function readStatement(statement: Statement, at: number): Question {
    const own = putText(statement.text, at, STRENGTH.said);
    for (const unit of own.units) {
      for (const term of unit.terms) putSaid(term, at);
      for (const part of unit.parts) put(besides, part, at, STRENGTH.said);
    }
    for (const { words, speaker } of statement.quotes) {
      for (const unit of putText(words, at, STRENGTH.said).units) for (const term of unit.terms) putSaid(term, at);
      putSaid(terms.intern(entityKey(speaker)), at);
    }
    const { attribution } = statement;
    if (attribution.kind === 'speaker') {
      putSaid(terms.intern(entityKey(attribution.speaker)), at);
      putSaid(terms.intern(conceptKey('say')), at);
    }
    const through = attribution.kind === 'article' ? null : attribution.through;
    if (through !== null) {
      putSaid(terms.intern(entityKey(through.outlet)), at);
      putSaid(terms.intern(conceptKey('report')), at);
      if (through.citing !== null) putText(through.citing, at, STRENGTH.listed);
    }
    for (const entity of statement.entities) {
      put(byStatement, terms.intern(entityKey(entity)), at, STRENGTH.listed);
      put(besides, terms.intern(entityKey(entity)), at, STRENGTH.listed);
      putSide(byStatement, entity, at, STRENGTH.listed);
      if (entity.kind === 'person' && entity.office !== undefined) putText(entity.office, at, STRENGTH.side);
    }
    if (statement.date !== null) {
      putText(statement.date.written, at, STRENGTH.listed);
      const day = putText(formatDate(statement.date.on), at, STRENGTH.side);
      for (const unit of day.units) for (const term of unit.terms) put(besides, term, at, STRENGTH.said);
    }
    for (const topic of statement.topics) putText(topic.name, at, STRENGTH.topic);
    for (const asked of statement.askedAs) {
      const question = putText(asked, at, STRENGTH.asked);
      views.push({ statement: at, slot: question.slot, question });
    }
    views.push({ statement: at, slot: 'none', question: own });
    return own;
  }

  const texts = statements.map(readStatement);
  const rarest = Math.log(1 + statements.length / 0.5);
  const rarities = Array.from(
    { length: statements.length + 1 },
    (_, places) => Math.log(1 + statements.length / (places + 0.5)) / rarest,
  );
  const rarity = (term: TermId): number => rarities[said.get(term)?.size ?? (byStatement.has(term) ? 1 : 0)] ?? 1;
  const isKnown = (term: TermId) => byStatement.has(term);
  const weights = views.map(({ question }, at) => {
    putUnits(byView, question, at, STRENGTH.said);
    const own = question.units.map((unit) => weightOf(unit.terms, { rarity, isKnown }));
    return own.reduce((sum, weight) => sum + weight, 0);
  });
  for (const [term, places] of said) for (const at of places) put(besides, term, at, STRENGTH.said);
  const statementsWith = toPostings(byStatement);
  const index = {
    candidates: indexCandidates(termsOf(byStatement, statements.length)),
    views: {
      firstOf: firstOfEach(views, statements.length),
      slotOf: Int32Array.from(views, ({ slot }) => SLOTS.indexOf(slot)),
      weightOf: Float64Array.from(weights),
    },
    texts,
    statementsWith,
    viewsWith: toPostings(byView),
    saidIn: toPostings(besides),
    rarity: Float64Array.from({ length: statementsWith.from.length - 1 }, (_, term) => rarity(term)),
  };
  return { index, views };
}

/** Where the views of each statement start, and, last, where all end. */
function firstOfEach(views: readonly View[], size: number): Int32Array {
  const first = new Int32Array(size + 1);
  for (const { statement } of views) first.fill((first[statement + 1] ?? 0) + 1, statement + 1);
  return first;
}

/** The terms of each statement. */
function termsOf(gathered: Gathered, size: number): TermId[][] {
  const found = Array.from({ length: size }, (): TermId[] => []);
  for (const [term, places] of gathered) for (const at of places.keys()) found[at]?.push(term);
  return found;
}

/** What a word weighs by. */
export type Weights = Pick<Evidence, 'rarity' | 'isKnown'>;

/** A unit weighs as the commonest of its meanings that the statements know; one they don't know weighs most. */
export function weightOf(own: readonly TermId[], { rarity, isKnown }: Weights): number {
  let least = 1;
  for (const term of own) if (isKnown(term)) least = Math.min(least, rarity(term));
  return least;
}
