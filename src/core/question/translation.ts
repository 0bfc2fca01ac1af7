/**
 * A question in another language, put into English word by word, so that the engine can read it.
 *
 * The words are those of `facts/glossary.yaml`; others stay as they are. What is not plainly in one of its languages is
 * left as it was typed, to the byte.
 */
import type { Language } from '../answer.ts';
import type { Corpus } from '../corpus.ts';
import { isStopWord } from '../search/stop-words.ts';
import { tokenize } from '../search/text.ts';
import { createEnglish, type EnglishIndex, indexEnglish } from './english.ts';
import {
  createGlossary,
  type ForeignWord,
  type Glossary,
  type GlossaryIndex,
  indexGlossary,
  type Known,
  readForeignWords,
} from './glossary.ts';

export interface Translation {
  /** The question in English words, or as it was typed where `language` is `null`. */
  readonly text: string;
  readonly language: Language | null;
  /** Words that neither the glossary nor the facts know, as typed, each once. */
  readonly unread: readonly string[];
}

export type Translate = (text: string) => Translation;

/** Plain data, made from the corpus. */
export interface TranslationIndex {
  readonly english: EnglishIndex;
  readonly languages: readonly { readonly language: Language; readonly glossary: GlossaryIndex }[];
}

export function createTranslation(index: TranslationIndex): Translate {
  if (index.languages.length === 0) return leave;
  const english = createEnglish(index.english);
  const known = index.languages.map(({ language, glossary }) => ({ language, glossary: createGlossary(glossary) }));
  return (text) => {
    const words = readForeignWords(text);
    // English is told by its forms alone; its roots have a say only in what looks like another language.
    const likely = bestRead(
      words,
      words.map(({ form }) => english.hasForm(form)),
      known,
    );
    if (likely === null) return leave(text);
    const isEnglish = words.map(({ form }) => english.hasRoot(form));
    const best = bestRead(words, isEnglish, known);
    if (best === null) return leave(text);
    const read = putTogether(text, words, subjectFirst(withoutEchoes(best.pieces, text)));
    return { text: read, language: best.language, unread: unreadOf(best, isEnglish) };
  };
}

export function indexTranslation({ glossary, lexicon, entities, entityById, statements }: Corpus): TranslationIndex {
  const texts = statements.flatMap(({ text, askedAs }) => [text, ...askedAs]);
  return {
    english: indexEnglish({ lexicon, entities, texts }),
    languages: glossary.languages.map((each) => ({
      language: { id: each.id, name: each.name, notice: each.notice, checkNotice: each.check_notice },
      glossary: indexGlossary(each, entityById),
    })),
  };
}

/** @returns `null` where the text is as good in English */
function bestRead(
  words: readonly ForeignWord[],
  english: readonly boolean[],
  languages: readonly { readonly language: Language; readonly glossary: Glossary }[],
): Read | null {
  if (english.every(Boolean)) return null;
  let best: Read | null = null;
  for (const { language, glossary } of languages) {
    const read = readIn(language, glossary, words, english);
    if (read.evidence > (best?.evidence ?? 0) || (read.evidence === best?.evidence && read.covered > best.covered)) {
      best = read;
    }
  }
  if (best === null || best.evidence <= best.against || best.evidence < best.strange) return null;
  // One word alone says nothing beside another that nobody knows.
  return best.evidence === 1 && best.strange > 0 ? null : best;
}

const leave: Translate = (text) => ({ text, language: null, unread: [] });

/** A known phrase, or a word that stays as it is. */
interface Piece {
  readonly from: number;
  readonly known: Known | null;
  readonly word: ForeignWord;
}

/** A question read in one language. */
interface Read {
  readonly language: Language;
  readonly pieces: readonly Piece[];
  /** How many words the language knows and English does not. */
  readonly evidence: number;
  readonly covered: number;
  /** How many words of English grammar the language does not know. */
  readonly against: number;
  /** How many words neither knows: where they are most, the question is likelier English with slips of the keys. */
  readonly strange: number;
}

function readIn(
  language: Language,
  glossary: Glossary,
  words: readonly ForeignWord[],
  english: readonly boolean[],
): Read {
  const forms = words.map(({ form }) => form);
  const pieces: Piece[] = [];
  let evidence = 0;
  let covered = 0;
  let against = 0;
  let strange = 0;
  for (let from = 0; from < words.length; ) {
    const word = words[from];
    if (word === undefined) break;
    const known = glossary.at(forms, from);
    const length = known?.length ?? 1;
    pieces.push({ from, known, word });
    if (known === null) {
      against += isStopWord(word.form) ? 1 : 0;
      strange += english[from] || /^\d+$/.test(word.form) ? 0 : 1;
    } else {
      covered += length;
      evidence += english.slice(from, from + length).filter((each) => !each).length;
    }
    from += length;
  }
  return { language, pieces, evidence, covered, against, strange };
}

function unreadOf({ pieces }: Read, english: readonly boolean[]): string[] {
  const unread = pieces.filter(({ known, from, word }) => known === null && !english[from] && !/^\d+$/.test(word.form));
  return [...new Set(unread.map(({ word }) => word.surface))];
}

/** "Harris soutient-elle ...?": the pronoun behind the hyphen is the subject that was named before. */
function withoutEchoes(pieces: readonly Piece[], text: string): readonly Piece[] {
  return pieces.filter(({ known, word }, index) => {
    const echoes = known !== null && PRONOUN.test(known.meant) && text[word.start - 1] === '-';
    return !echoes || !pieces.slice(0, index).some((before) => before.known?.agent === true);
  });
}
const PRONOUN = /^(?:he|she|they|it)$/u;

/** "¿Por qué vetó Biden ...?": English has who does it before what is done. Words that it does without are left out. */
function subjectFirst(all: readonly Piece[]): readonly Piece[] {
  const pieces = all.filter(({ known }) => known?.meant !== '');
  const at = pieces.findIndex(({ known }) => known !== null && ADVERB.test(known.meant));
  const [verb, subject] = at === -1 ? [] : pieces.slice(at + 1, at + 3);
  if (verb?.known == null || verb.known.agent || isStopWord(verb.known.meant) || subject?.known?.agent !== true) {
    return pieces;
  }
  return pieces.with(at + 1, subject).with(at + 2, verb);
}
const ADVERB = /^(?:why|when|how)$/u;

/** The pieces with what stood between them: marks that part sentences and clauses, and quotation marks. */
function putTogether(text: string, words: readonly ForeignWord[], pieces: readonly Piece[]): string {
  // A capital says "a name" to the engine: where nobody typed one, none is put in.
  const cased = /\p{Lu}/u.test(text);
  const parts: string[] = [];
  let end = 0;
  for (const { from, known, word } of pieces) {
    // Of a piece that changed places, the marks before it stay where they were.
    const before = words[from - 1];
    if (word.start >= end) parts.push(marksIn(text.slice(before?.end ?? 0, word.start), before));
    end = word.start;
    const english = known?.meant ?? (/^\d/.test(word.form) ? word.form : word.surface);
    parts.push(cased ? english : english.toLowerCase());
  }
  const last = words.at(-1);
  parts.push(marksIn(text.slice(last?.end ?? 0), undefined));
  const english = parts
    .join(' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ([.,;:?!])/gu, '$1')
    .trim();
  return asksWhether(english) ? `did ${english}` : english;
}

/** "؟" as "?", "«" as a quotation mark; the full stop of an abbreviation ends no sentence. */
function marksIn(gap: string, before: ForeignWord | undefined): string {
  const marks = gap
    .replace(/[؟]/gu, '?')
    .replace(/،/gu, ',')
    .replace(/؛/gu, ';')
    .replace(/[“”„‟«»״]/gu, '"')
    .replace(/[^.,;:?!"()\n]+/gu, ' ');
  return before !== undefined && before.form.length <= MAX_ABBREVIATION ? marks.replace(/^\./u, ' ') : marks;
}
const MAX_ABBREVIATION = 2;

const ASKING = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/iu;
const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|and|but)\b/iu;
const MIN_WORDS = 3;

/** Languages that ask by word order alone: "¿Vetó Biden la resolución?". English asks with an auxiliary. */
function asksWhether(english: string): boolean {
  if (!english.endsWith('?') || ASKING.test(english) || AUXILIARY.test(english)) return false;
  return tokenize(english).filter(({ stop }) => !stop).length >= MIN_WORDS;
}
