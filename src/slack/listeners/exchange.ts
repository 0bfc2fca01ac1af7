/** A question in a conversation and the reply to it: answered once, and changed when the question is. */
import type { Context, webApi } from '@slack/bolt';
import type { AskingPlace } from '../../bot/claims.ts';
import { tokenOf } from '../app.ts';
import { removeMention } from '../escape.ts';
import type { SlackMessage } from '../render/render.ts';
import { answerMessage, readRequest } from './answer.ts';
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
}

/** @throws what the Web API answers, when the reply could not be posted or changed */
export async function exchange(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  context: Context,
  { place, text, editedTs }: Asking,
): Promise<void> {
  const { claims, metrics } = dependencies;
  const claim = await claims.claim(place, editedTs);
  if (claim.kind === 'settled') return metrics.ignored.count({ reason: claim.reason });
  const token = tokenOf(context);
  const message = await answer(dependencies, client, token, place, removeMention(text, context.botUserId ?? ''));
  if (claim.kind === 'edit') return changeReply(client, token, place, claim.replyTs, message);
  const ts = await postReply(client, token, place, message);
  if (ts !== undefined) await claims.record(place, ts);
}

async function answer(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  token: string,
  place: AskingPlace,
  text: string,
): Promise<SlackMessage> {
  const request = readRequest(text);
  if (request.kind === 'digest') return answerDigest(dependencies, request.words, place, client, token);
  return answerMessage(dependencies, request, place);
}
