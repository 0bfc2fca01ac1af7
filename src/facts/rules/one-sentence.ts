/** A text is one whole sentence. */
import { readQuotations } from '../quotation.ts';
import { type Finding, listStatements, type Rule } from '../rule.ts';

/** A stop, a space and a capital end a sentence, unless the stop belongs to initials ("U.S. ") or to one of these. */
const ABBREVIATION = /(?:\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs|Jr|Sr))\.$/u;

export const oneSentence: Rule = (facts) =>
  listStatements(facts).flatMap(({ file, statement: { text }, path }): Finding[] => {
    const at = { file, path: [...path, 'text'] };
    if (text === '') return [];
    if (!/^[“"]?[\p{Lu}\p{N}]/u.test(text)) {
      return [{ ...at, problem: 'the text does not start like a sentence', advice: 'Start with a capital letter.' }];
    }
    if (!/\.[”"]?$/.test(text)) {
      return [{ ...at, problem: 'the text does not end in a full stop', advice: 'Write one whole sentence.' }];
    }
    const { rest } = readQuotations(text);
    const boundaries = [...rest.matchAll(/[.!?]\s+(?=[“"]?[\p{Lu}\p{N}])/gu)];
    const inner = boundaries.find(({ index }) => !ABBREVIATION.test(rest.slice(0, index + 1)));
    if (inner === undefined) return [];
    const next = text
      .slice(inner.index + 1)
      .trim()
      .split(/\s+/)
      .slice(0, 4)
      .join(' ');
    return [
      {
        ...at,
        problem: `a second sentence starts at "${next}"`,
        advice: 'Make one sentence of it, or one statement of each.',
      },
    ];
  });
