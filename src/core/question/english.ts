/** Which words are English, as far as the facts know it. */
import type { Entity, LexiconFile } from '../schema.ts';
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
  /** The same, or it has the root of one. Dearer: the roots are worked out with the first call. */
  hasRoot(form: string): boolean;
}

export function createEnglish({ lexicon, entities, texts }: EnglishSource): English {
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
  const hasForm = (form: string): boolean => isStopWord(form) || forms.has(form);
  let stems: ReadonlySet<string> | null = null;
  return {
    hasForm,
    hasRoot(form) {
      if (hasForm(form)) return true;
      stems ??= new Set([...forms].map(stem));
      return stems.has(stem(form));
    },
  };
}
