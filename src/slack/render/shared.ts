/** An answer that someone shares in a channel: the statements, and who shared them. */
import type { Hit, NonEmpty } from '../../core/answer.ts';
import type { Statement } from '../../core/corpus.ts';
import { inline, richText, section, userMention } from './blocks.ts';
import { render, type SlackMessage } from './render.ts';

const SHARED = 'shared from the article:';

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
  return {
    text: `<@${userId}> ${SHARED}\n${text}`,
    blocks: [richText(section(userMention(userId), inline(` ${SHARED}`))), ...blocks],
  };
}
