/** `/rafah`: an answer from the facts travels in the acknowledgement. */

import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { SLASH_COMMAND } from '../ids.ts';
import { answerCommand, readRequest } from './answer.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { answerDigestCommand } from './digest-command.ts';
import { answerFollowUpsCommand } from './follow-ups-command.ts';

export function registerCommand(app: Dispatch, dependencies: ListenerDependencies): void {
  app.command(SLASH_COMMAND, async ({ command, ack, respond, client, context }) => {
    const place = {
      surface: 'command',
      teamId: command.team_id,
      channelId: command.channel_id,
      userId: command.user_id,
      threadTs: null,
      messageTs: null,
    } as const;
    const request = readRequest(command.text ?? '');
    const token = tokenOf(context);
    if (request.kind === 'followups') {
      return answerFollowUpsCommand(dependencies, { command, choice: request.choice, client, token, ack, respond });
    }
    if (request.kind === 'digest') {
      const { words } = request;
      return answerDigestCommand(dependencies, { command, place, words, client, token, ack, respond });
    }
    await ack({ response_type: 'ephemeral', ...answerCommand(dependencies, request, place) });
  });
}
