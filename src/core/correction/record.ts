/** What is to be remembered of a reply that was posted. */
import type { Silence } from '../answer.ts';
import type { Statement } from '../corpus.ts';
import type { Reply, Verdict } from '../reply.ts';
import type { Frame, PostContent } from './post.ts';
import { versionOf } from './shown.ts';

/**
 * @param edition of the facts that the reply was made from
 * @returns `null` where it holds no statement: then there is nothing to correct
 */
export function recordReply(reply: Reply, edition: string): PostContent | null {
  const shown = framed(reply);
  return shown === null ? null : recordStatements(shown.frame, shown.statements, edition);
}

export function recordStatements(frame: Frame, statements: readonly Statement[], edition: string): PostContent | null {
  const distinct = [...new Set(statements)];
  if (distinct.length === 0) return null;
  const posted = distinct.map(versionOf).map(({ id, name }) => ({ id, shown: name }));
  return { frame, edition, statements: posted, corrections: [] };
}

function framed(reply: Reply): { readonly frame: Frame; readonly statements: readonly Statement[] } | null {
  switch (reply.kind) {
    case 'answer': {
      const { hits, premise, language } = reply.answer;
      const frame = {
        kind: 'answer',
        // What a rule made may repeat a word that somebody typed.
        assumed: premise?.written === true ? premise.assumed : null,
        ...(premise?.asked === true && { asked: true }),
        language: language?.id ?? null,
      } as const;
      return { frame, statements: hits.map(({ statement }) => statement) };
    }
    case 'silence': {
      const { silence, related, language } = reply.answer;
      const frame = { kind: 'silence', why: generalise(silence), language: language?.id ?? null } as const;
      return { frame, statements: related.map(({ statement }) => statement) };
    }
    case 'check':
      return { frame: { kind: 'check' }, statements: judgedBy(reply.verdict) };
    case 'statement':
      return { frame: { kind: 'statement' }, statements: [reply.statement] };
    case 'timeline':
      return { frame: { kind: 'timeline' }, statements: reply.entries };
    case 'quotes': {
      const frame = { kind: 'quotes', speakerId: reply.speaker?.id ?? null } as const;
      return { frame, statements: reply.quotes.map(({ statement }) => statement) };
    }
    case 'topic':
      return { frame: { kind: 'topic', topicId: reply.topic.id }, statements: reply.statements };
    case 'digest': {
      const { day, statements, quote } = reply.digest;
      return {
        frame: { kind: 'digest', day },
        statements: [...statements, ...(quote === null ? [] : [quote.statement])],
      };
    }
    // Shown to one person, which can't be corrected, or without a statement.
    case 'source':
    case 'more':
    case 'preview':
    case 'help':
    case 'people':
    case 'topics':
    case 'sources':
    case 'notice':
    case 'greeting':
    case 'follow_ups':
    case 'hint':
      return null;
    // What was recorded of the message holds.
    case 'corrected':
      return null;
  }
}

/** Names and words that somebody typed are not kept. */
function generalise({ kind }: Silence): Extract<Frame, { kind: 'silence' }>['why'] {
  return kind === 'outside' || kind === 'unread' ? kind : 'not_stated';
}

function judgedBy({ parts, ...whole }: Verdict): readonly Statement[] {
  const judgements = parts === undefined ? [whole] : parts.map(({ judgement }) => judgement);
  return judgements.flatMap((judgement) => (judgement.kind === 'not_stated' ? judgement.related : judgement.by));
}
