/** `/rafah`: the answer travels in the acknowledgement. */
import type { App } from '@slack/bolt';
import { SLASH_COMMAND } from '../ids.ts';
import { answerCommand } from './answer.ts';
import type { ListenerDependencies } from './dependencies.ts';

export function registerCommand(app: App, dependencies: ListenerDependencies): void {
  app.command(SLASH_COMMAND, async ({ command, ack }) => {
    const place = {
      surface: 'command',
      teamId: command.team_id,
      channelId: command.channel_id,
      userId: command.user_id,
      threadTs: null,
      messageTs: null,
    } as const;
    await ack({ response_type: 'ephemeral', ...answerCommand(dependencies, command.text ?? '', place) });
  });
}
