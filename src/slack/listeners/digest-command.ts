/** `/rafah digest`: the form without further words, else what was typed. */
import type { RespondArguments, SlashCommand, webApi } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { Place } from '../../bot/place.ts';
import { createChannels } from '../digests/channels.ts';
import { buildDigestForm } from '../digests/form.ts';
import { inline, richText, section } from '../render/blocks.ts';
import { render, type SlackMessage } from '../render/render.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { inTime } from './in-time.ts';

export interface DigestCommand {
  readonly command: SlashCommand;
  readonly place: Place;
  /** After `digest`, lower-cased. */
  readonly words: readonly string[];
  readonly client: webApi.WebClient;
  readonly token: string;
  readonly ack: (message?: RespondArguments) => Promise<void>;
  readonly respond: (message: RespondArguments) => Promise<unknown>;
}

/** Seen by the person who typed it alone. It rejects only where Slack can't be answered. */
export async function answerDigestCommand(
  dependencies: ListenerDependencies,
  { command, place, words, client, token, ack, respond }: DigestCommand,
): Promise<void> {
  const { metrics } = dependencies;
  if (words.length === 0) {
    metrics.replies.count({ surface: place.surface, reply: 'digest_form' });
    // The trigger lasts three seconds, and the acknowledgement may wait for as long as that.
    const opened = await inTime(
      openDigestForm(dependencies, client, token, place, { kind: 'trigger', id: command.trigger_id }),
    );
    return opened === false ? ack(ephemeral(tell(NOT_OPENED))) : ack();
  }
  const answering = answerDigest(dependencies, words, place, client, token);
  const answer = await inTime(answering);
  if (answer !== null) return ack(ephemeral(answer));
  await ack();
  await respond(ephemeral(await answering));
}

/** The answer to a typed digest command, on any surface. Never rejects. */
export async function answerDigest(
  dependencies: ListenerDependencies,
  words: readonly string[],
  place: Place,
  client: webApi.WebClient,
  token: string,
): Promise<SlackMessage> {
  const { subscribing, metrics, log, now } = dependencies;
  try {
    const reply = await subscribing.answer(words, place, createChannels({ client, token, log, now }));
    metrics.replies.count({ surface: place.surface, reply: reply.kind });
    return render(reply, place.surface === 'command' ? 'asker' : 'conversation');
  } catch (error) {
    metrics.errors.count({ where: 'digest' });
    log.error('A digest command could not be carried out', describeError(error));
    return tell(FAILED);
  }
}

/** Where the form appears: as a dialog of its own, or in the place of the one that asks for it. */
export type FormTarget =
  | { readonly kind: 'trigger'; readonly id: string }
  | { readonly kind: 'view'; readonly id: string };

/** @returns whether it is open; where not, the log says why. Never rejects. */
export async function openDigestForm(
  { subscribing, metrics, log, now }: ListenerDependencies,
  client: webApi.WebClient,
  token: string,
  { teamId, channelId }: Pick<Place, 'teamId' | 'channelId'>,
  target: FormTarget,
): Promise<boolean> {
  try {
    const form = await subscribing.prepare(teamId, channelId);
    const view = buildDigestForm(form, now());
    if (target.kind === 'trigger') await client.views.open({ token, trigger_id: target.id, view });
    else await client.views.update({ token, view_id: target.id, view });
    return true;
  } catch (error) {
    metrics.errors.count({ where: 'digest' });
    log.error('The digest form could not be opened', describeError(error));
    return false;
  }
}

export const FAILED = 'Something went wrong, and nothing was changed. Please try again.';
export const NOT_OPENED =
  'The form could not be opened. Please try again, or type: /rafah digest on 9am Europe/London weekdays';

export function tell(sentence: string): SlackMessage {
  return { text: sentence, blocks: [richText(section(inline(sentence)))] };
}

function ephemeral(message: SlackMessage): RespondArguments {
  return { response_type: 'ephemeral', ...message };
}
