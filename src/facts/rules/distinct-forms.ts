/** A form in the glossary has one meaning in its language, and is listed once. */
import { readForm } from '../../core/question/glossary.ts';
import { GLOSSARY_FILE } from '../folder.ts';
import type { Finding, Rule } from '../rule.ts';

export const distinctForms: Rule = ({ glossary }, locate) =>
  (glossary?.languages ?? []).flatMap(({ entries }, language) => {
    const first = new Map<string, { readonly entry: number; readonly line: number }>();
    return entries.flatMap(({ typed }, entry) =>
      typed.flatMap((form, at): Finding[] => {
        const path = ['languages', language, 'entries', entry, 'typed', at];
        const read = readForm(form).join(' ');
        if (read === '') {
          const problem = `"${form}" holds no word`;
          return [{ file: GLOSSARY_FILE, path, problem, advice: 'Write a word of the language, or take it out.' }];
        }
        const other = first.get(read);
        if (other === undefined) {
          first.set(read, { entry, line: locate(GLOSSARY_FILE, path).line });
          return [];
        }
        const problem =
          other.entry === entry
            ? `"${form}" is listed already`
            : `"${form}" has another meaning already, at ${GLOSSARY_FILE}:${other.line}`;
        const advice =
          other.entry === entry
            ? 'Take this one out: accents, points and case do not count.'
            : 'A form has one meaning: take it from one of them, or add the words around it.';
        return [{ file: GLOSSARY_FILE, path, problem, advice }];
      }),
    );
  });
