/** `/rafah followups`: a channel's choice. Slack is asked what it lets the app hear. */
import type { RespondArguments, SlashCommand, webApi } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { ListeningScope } from '../../core/follow-ups.ts';
import { createChannels } from '../digests/channels.ts';
import { render, type SlackMessage } from '../render/render.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { FAILED, tell } from './digest-command.ts';
import { inTime } from './in-time.ts';

export interface FollowUpsCommand {
  readonly command: SlashCommand;
  readonly choice: 'on' | 'off' | null;
  readonly client: webApi.WebClient;
  readonly token: string;
  readonly ack: (message?: RespondArguments) => Promise<void>;
  readonly respond: (message: RespondArguments) => Promise<unknown>;
}

/** Seen by the person who typed it alone. It rejects only where Slack can't be answered. */
export async function answerFollowUpsCommand(
  dependencies: ListenerDependencies,
  command: FollowUpsCommand,
): Promise<void> {
  const answering = choose(dependencies, command);
  const answer = await inTime(answering);
  if (answer !== null) return command.ack({ response_type: 'ephemeral', ...answer });
  await command.ack();
  await command.respond({ response_type: 'ephemeral', ...(await answering) });
}

async function choose(
  { followUps, library, metrics, log, now }: ListenerDependencies,
  { command, choice, client, token }: FollowUpsCommand,
): Promise<SlackMessage> {
  const { team_id: teamId, channel_id: channelId, channel_name: name } = command;
  try {
    // Asked each time: an app that is installed again has other scopes with the same token.
    const granted = (await client.auth.test({ token })).response_metadata?.scopes ?? [];
    const channel = { teamId, channelId, needs: scopeFor(name) };
    const state = await followUps.choose(choice, channel, granted, createChannels({ client, token, log, now }));
    metrics.replies.count({ surface: 'command', reply: 'follow_ups' });
    return render({ kind: 'follow_ups', state }, 'asker', library().corpus.edition);
  } catch (error) {
    metrics.errors.count({ where: 'follow_ups' });
    log.error('A channel’s choice could not be made', describeError(error));
    return tell(FAILED);
  }
}

/** Slack's command gives these names in place of those of private channels and direct messages. */
function scopeFor(channelName: string): ListeningScope | null {
  if (channelName === 'directmessage' || channelName.startsWith('mpdm-')) return null;
  return channelName === 'privategroup' ? 'groups:history' : 'channels:history';
}
