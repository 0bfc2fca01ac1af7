/** A corrected message as a document: what it was, as it reads now, with each correction below its statement. */
import type { Statement } from '../corpus.ts';
import type { Outline, Part } from '../outline.ts';
import { listQuotes } from '../overview.ts';
import type { Reply } from '../reply.ts';
import { statementPart } from '../statement-part.ts';
import * as say from '../wording.ts';
import type { Corrected } from './amend.ts';
import { NO_ANSWER, SHARED, VERDICT_WITHDRAWN } from './describe.ts';

/** @param outline draws the lists as they are drawn when they are asked for */
export function outlineCorrected(corrected: Corrected, outline: (reply: Reply) => Outline): Outline {
  const { summary, statements, notes, language, asOf } = corrected;
  const { parts, foot } = outlineBody(corrected, outline);
  const notesBelow = new Map(notes.map((note) => [note.below?.text, note]));
  const placed = new Set<object>();
  const noted = parts.flatMap((part): Part[] => {
    const note = 'text' in part && part.text !== '' ? notesBelow.get(part.text) : undefined;
    if (note === undefined || placed.has(note)) return [part];
    placed.add(note);
    return [part, ...note.sentences.map(sentencePart)];
  });
  const left = notes.filter((note) => !placed.has(note));
  const title: readonly Part[] = [sentencePart(summary)];
  // Where all were withdrawn the summary has said so.
  const rest = statements.length === 0 ? [] : left.flatMap(outlineNote);
  const asked = language === null ? [] : [say.describeLanguage(language)];
  return { parts: [...title, ...noted, ...rest], foot: [...foot, ...asked, say.describeAsOf(asOf)] };
}

function sentencePart(text: string): Part {
  return { kind: 'sentence', text };
}

/** Of a statement that is not drawn in its own words (a list of quotes), or that is gone. */
function outlineNote({ below, sentences }: Corrected['notes'][number]): readonly Part[] {
  if (sentences.length === 0) return [];
  return [...(below === null ? [] : [statementPart(below)]), ...sentences.map(sentencePart)];
}

/** Without an as-of date, which all have. */
function outlineBody({ frame, statements, asOf }: Corrected, outline: (reply: Reply) => Outline): Outline {
  const [first] = statements;
  if (first === undefined) return { parts: [], foot: [] };
  const all = statements.map(statementPart);
  switch (frame.kind) {
    case 'answer': {
      const isRefuted = first.corrects.some(({ assumed }) => assumed === frame.assumed);
      const premise = isRefuted
        ? [sentencePart(say.describePremise({ assumed: frame.assumed ?? '', asked: frame.asked ?? false }))]
        : [];
      const [answer, ...further] = all;
      const label: readonly Part[] = further.length === 0 ? [] : [{ kind: 'label', text: say.FURTHER }];
      return { parts: [...premise, ...(answer === undefined ? [] : [answer]), ...label, ...further], foot: [] };
    }
    case 'silence': {
      const sentence = frame.why === 'unread' ? NO_ANSWER : say.describeSilence({ kind: frame.why });
      return { parts: [sentencePart(sentence), { kind: 'label', text: say.NOT_AN_ANSWER }, ...all], foot: [] };
    }
    case 'check':
      return { parts: [sentencePart(VERDICT_WITHDRAWN), ...all], foot: [] };
    case 'shared':
      return { parts: [{ kind: 'label', text: SHARED }, ...all], foot: [] };
    case 'statement':
      return { parts: all, foot: [] };
    case 'digest':
      return { parts: [{ kind: 'title', text: say.describeDigestDay(frame.day) }, ...all], foot: [] };
    case 'timeline':
      return withoutAsOf(outline({ kind: 'timeline', entries: statements, asOf }));
    case 'topic': {
      const topic = statements.flatMap(({ topics }) => topics).find(({ id }) => id === frame.topicId);
      return {
        parts: [...(topic === undefined ? [] : [{ kind: 'title', text: topic.name } as const]), ...all],
        foot: [],
      };
    }
    case 'quotes':
      return withoutAsOf(outline(quotesOf(statements, frame.speakerId, asOf)));
  }
}

function quotesOf(statements: readonly Statement[], speakerId: string | null, asOf: string): Reply {
  const quotes = listQuotes({ statements }).filter(({ quote }) => speakerId === null || quote.speaker.id === speakerId);
  const speaker = speakerId === null ? null : (quotes[0]?.quote.speaker ?? null);
  return { kind: 'quotes', speaker, quotes, asOf };
}

function withoutAsOf({ parts, foot }: Outline): Outline {
  return { parts, foot: foot.slice(0, -1) };
}
