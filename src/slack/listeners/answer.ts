/** From typed text to a message, for every surface on which people type. */

import { describeError } from '../../bot/log.ts';
import type { Place } from '../../bot/place.ts';
import { parseRequest } from '../../core/request.ts';
import { unescapeText } from '../escape.ts';
import { inline, richText, section } from '../render/blocks.ts';
import { render, type SlackMessage } from '../render/render.ts';
import { type ListenerDependencies, SORRY } from './dependencies.ts';

/**
 * Never throws: where the answer fails, the message says so in one sentence and the log in one line.
 * @param text as Slack sent it, the bot's mention already removed
 * @param audience who reads the message
 */
export function answerText(
  { handle, log, metrics }: ListenerDependencies,
  text: string,
  place: Place,
  audience: 'asker' | 'conversation',
): SlackMessage {
  const { surface } = place;
  try {
    const reply = handle(parseRequest(unescapeText(text)), place);
    metrics.replies.count({ surface, reply: reply.kind });
    return render(reply, audience);
  } catch (error) {
    metrics.errors.count({ where: surface });
    log.error('A question could not be answered', { surface, ...describeError(error) });
    return { text: SORRY, blocks: [richText(section(inline(SORRY)))] };
  }
}
