/** From typed text to a message, for every surface on which people type. */

import { isWorthSaying } from '../../bot/follow-ups.ts';
import type { FactRequest } from '../../bot/handle.ts';
import { describeError } from '../../bot/log.ts';
import type { Place } from '../../bot/place.ts';
import type { Reply } from '../../core/reply.ts';
import { parseRequest, type Request } from '../../core/request.ts';
import { unescapeText } from '../escape.ts';
import { inline, richText, section } from '../render/blocks.ts';
import { render, type SlackMessage } from '../render/render.ts';
import { type ListenerDependencies, SORRY } from './dependencies.ts';

/**
 * The answer to a slash command, at once. Never throws: where it fails, the message says so in one sentence and the log
 * in one line.
 */
export function answerCommand(dependencies: ListenerDependencies, request: FactRequest, place: Place): SlackMessage {
  try {
    return renderFor(dependencies, dependencies.handle(request, place), place, 'asker');
  } catch (error) {
    return apologize(dependencies, place, error);
  }
}

/** A reply as it is posted, and what it is made of; `null` where that is no answer from the facts. */
export interface PostedAnswer {
  readonly message: SlackMessage;
  readonly reply: Reply | null;
  /** Of the facts that it was made from. */
  readonly edition: string;
}

/**
 * The answer to a message in a conversation, which the questions before it belong to. Never throws, as above.
 */
export async function answerMessage(
  dependencies: ListenerDependencies,
  request: FactRequest,
  place: Place,
): Promise<PostedAnswer> {
  try {
    const reply = await dependencies.converse(request, place);
    const { edition } = dependencies.library().corpus;
    return { message: renderFor(dependencies, reply, place, 'conversation'), reply, edition };
  } catch (error) {
    return { message: apologize(dependencies, place, error), reply: null, edition: '' };
  }
}

/**
 * The answer to a message in a conversation that was not addressed to the bot: `null`, and nothing kept of it, where it is
 * not worth saying. Never throws.
 */
export async function answerUnaddressed(
  dependencies: ListenerDependencies,
  request: Extract<Request, { readonly kind: 'ask' }>,
  place: Place,
): Promise<PostedAnswer | null> {
  const { overhear, library, log, metrics } = dependencies;
  const isWorth = (reply: Reply): boolean => isWorthSaying(reply, request.question);
  try {
    const reply = await overhear(request, place, isWorth);
    if (!isWorth(reply)) return null;
    const { edition } = library().corpus;
    return { message: renderFor(dependencies, reply, place, 'conversation'), reply, edition };
  } catch (error) {
    metrics.errors.count({ where: place.surface });
    log.error('A follow-up could not be answered', { surface: place.surface, ...describeError(error) });
    return null;
  }
}

/** @param text as Slack sent it, the bot's mention already removed */
export const readRequest = (text: string): Request => parseRequest(unescapeText(text));

function renderFor(
  { metrics, library }: ListenerDependencies,
  reply: Reply,
  { surface }: Place,
  audience: 'asker' | 'conversation',
): SlackMessage {
  metrics.replies.count({ surface, reply: reply.kind });
  return render(reply, audience, library().corpus.edition);
}

function apologize({ log, metrics }: ListenerDependencies, { surface }: Place, error: unknown): SlackMessage {
  metrics.errors.count({ where: surface });
  log.error('A question could not be answered', { surface, ...describeError(error) });
  return { text: SORRY, blocks: [richText(section(inline(SORRY)))] };
}
