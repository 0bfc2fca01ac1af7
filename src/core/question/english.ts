/** Which words are English, as far as the facts know it. */
import type { LexiconFile } from '../reading-schema.ts';
import type { Entity } from '../schema.ts';
import { isStopWord } from '../search/stop-words.ts';
import { stem, tokenize } from '../search/text.ts';

export interface EnglishSource {
  readonly lexicon: LexiconFile | undefined;
  readonly entities: readonly Entity[];
  /** Statements, and the questions they answer. */
  readonly texts: readonly string[];
}

export interface English {
  /** Whether a folded form is a word of grammar, of the lexicon, of a name or of a text. */
  hasForm(form: string): boolean;
  /** The same, or it has the root of one. */
  hasRoot(form: string): boolean;
}

/** Plain data. */
export interface EnglishIndex {
  readonly forms: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
}

export function indexEnglish({ lexicon, entities, texts }: EnglishSource): EnglishIndex {
  const { concepts = [], ignore = [], spelled = [], reads_as = [] } = lexicon ?? {};
  const forms = new Set<string>();
  const learn = (text: string): void => {
    for (const { form } of tokenize(text)) forms.add(form);
  };
  for (const { words } of concepts) words.forEach(learn);
  for (const { meant, typed } of reads_as) [meant, ...typed].forEach(learn);
  for (const { name, aliases, office = '' } of entities) [name, office, ...aliases].forEach(learn);
  for (const text of [...ignore, ...texts]) learn(text);
  for (const word of spelled) forms.add(word.toLowerCase());
  return { forms, roots: new Set([...forms].map(stem)) };
}

export function createEnglish({ forms, roots }: EnglishIndex): English {
  const hasForm = (form: string): boolean => isStopWord(form) || forms.has(form);
  return { hasForm, hasRoot: (form) => hasForm(form) || roots.has(stem(form)) };
}
