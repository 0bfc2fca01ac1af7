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

/** @returns whether a folded form is a word of grammar, of the lexicon, of a name or of a text, or has the root of one */
export function createEnglish({ lexicon, entities, texts }: EnglishSource): (form: string) => boolean {
  const { concepts = [], ignore = [], spelled = [], reads_as = [] } = lexicon ?? {};
  const forms = new Set<string>();
  const learn = (text: string): void => {
    for (const { form } of tokenize(text)) forms.add(form);
  };
  for (const { words } of concepts) words.forEach(learn);
  for (const { meant, typed } of reads_as) [meant, ...typed].forEach(learn);
  for (const { name, aliases, office = '' } of entities) [name, office, ...aliases].forEach(learn);
  for (const text of [...ignore, ...spelled, ...texts]) learn(text);
  const stems = new Set([...forms].map(stem));
  return (form) => isStopWord(form) || forms.has(form) || stems.has(stem(form));
}
