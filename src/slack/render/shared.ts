/** An answer that someone shares in a channel: the statements, and who shared them. */
import type { Hit, NonEmpty } from '../../core/answer.ts';
import type { Statement } from '../../core/corpus.ts';
import type { Reply } from '../../core/reply.ts';
import { describeCut } from '../../core/wording.ts';
import { inline, richText, section, userMention } from './blocks.ts';
import { render, type SlackMessage } from './render.ts';

const SHARED = 'shared from the article:';
const CHECKED = 'checked this message against the article.';

export type Checked = Extract<Reply, { readonly kind: 'check' }>;

/** What a message claims, judged. */
export interface CheckedMessage {
  readonly verdict: Checked;
  /** In characters, where only the beginning was checked; else `null`. */
  readonly cut: { readonly read: number; readonly of: number } | null;
}

/**
 * @param userId who pressed the button, as Slack named them; the post mentions nobody else
 * @param edition of the facts that the statements are from
 */
export function renderShared([first, ...rest]: NonEmpty<Statement>, userId: string, edition: string): SlackMessage {
  const hit = (statement: Statement): Hit => ({ statement, score: 1 });
  const { text, blocks } = render(
    {
      kind: 'answer',
      answer: { status: 'answered', question: '', hits: [hit(first), ...rest.map(hit)], premise: null },
    },
    'conversation',
    edition,
  );
  return inNameOf(userId, SHARED, { text, blocks });
}

/** The verdict on the message in whose thread it is posted. As above. */
export function renderSharedVerdict({ verdict, cut }: CheckedMessage, userId: string, edition: string): SlackMessage {
  const does = cut === null ? CHECKED : `${CHECKED} ${describeCut(cut)}`;
  return inNameOf(userId, does, render(verdict, 'conversation', edition));
}

function inNameOf(userId: string, does: string, { text, blocks }: SlackMessage): SlackMessage {
  return {
    text: `<@${userId}> ${does}\n${text}`,
    blocks: [richText(section(userMention(userId), inline(` ${does}`))), ...blocks],
  };
}
