/** A question in a conversation and the reply to it: answered once, and changed when the question is. */
import type { Context, webApi } from '@slack/bolt';
import type { AskingPlace } from '../../bot/claims.ts';
import type { Request } from '../../core/request.ts';
import { tokenOf } from '../app.ts';
import { removeMention } from '../escape.ts';
import { answerMessage, answerUnaddressed, type PostedAnswer, readRequest } from './answer.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { answerDigest } from './digest-command.ts';
import { changeReply, postReply } from './post.ts';

/** A message that asks, in its latest wording. */
export interface Asking {
  readonly place: AskingPlace;
  /** As Slack sent it. */
  readonly text: string;
  /** Slack's timestamp of the edit that this is; `null` for the message as it was written. */
  readonly editedTs: string | null;
  /** Whether the bot was mentioned or written to; if not, only what is worth saying is said. */
  readonly isAddressed: boolean;
}

/** @throws what the Web API answers, when the reply could not be posted or changed */
export async function exchange(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  context: Context,
  { place, text, editedTs, isAddressed }: Asking,
): Promise<void> {
  const { claims, posting, metrics } = dependencies;
  const claim = await claims.claim(place, editedTs);
  if (claim.kind === 'settled') return metrics.ignored.count({ reason: claim.reason });
  const token = tokenOf(context);
  const request = readRequest(removeMention(text, context.botUserId ?? ''));
  const answered = isAddressed
    ? await answer(dependencies, client, token, place, request)
    : request.kind === 'ask'
      ? await answerUnaddressed(dependencies, request, place)
      : null;
  if (answered === null) return metrics.ignored.count({ reason: 'not_addressed' });
  const { message, reply, edition } = answered;
  if (claim.kind === 'edit') {
    // Before the change: who corrects what the message was looks whether it still is that.
    await posting.record({ ...place, ts: claim.replyTs }, reply, edition);
    return changeReply(client, token, place, claim.replyTs, message);
  }
  const ts = await postReply(client, token, place, message);
  if (ts === undefined) return;
  await claims.record(place, ts);
  await posting.record({ ...place, ts }, reply, edition);
}

async function answer(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  token: string,
  place: AskingPlace,
  request: Request,
): Promise<PostedAnswer> {
  if (request.kind === 'digest') {
    const message = await answerDigest(dependencies, request.words, place, client, token);
    return { message, reply: null, edition: '' };
  }
  return answerMessage(dependencies, request, place);
}
