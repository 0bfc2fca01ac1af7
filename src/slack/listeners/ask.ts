/** "Ask Rafah": a dialog from anywhere in Slack. */
import type { BlockButtonAction, GlobalShortcut } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { Place } from '../../bot/place.ts';
import { parseRequest } from '../../core/request.ts';
import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, BLOCK, SHORTCUT, VIEW } from '../ids.ts';
import { readAsked, renderAnswerDialog, renderAskDialog, renderAskFailure } from '../render/ask-dialog.ts';
import type { Dialog } from '../render/dialog.ts';
import { type ListenerDependencies, SORRY } from './dependencies.ts';
import { openDialog } from './press.ts';

export function registerAsk(app: Dispatch, dependencies: ListenerDependencies): void {
  app.shortcut<GlobalShortcut>(SHORTCUT.ask, async ({ ack, shortcut, client, context }) => {
    await ack();
    await openDialog(dependencies, { client, token: tokenOf(context) }, shortcut, renderAskDialog());
  });

  app.action<BlockButtonAction>(ACTION.openAsk, async ({ ack, body, client, context }) => {
    await ack();
    await openDialog(dependencies, { client, token: tokenOf(context) }, body, renderAskDialog());
  });

  app.view(VIEW.ask, async ({ ack, body, view, context }) => {
    const typed = view.state.values[BLOCK.question]?.[ACTION.question]?.value ?? '';
    const place = {
      surface: 'shortcut',
      teamId: body.team?.id ?? context.teamId ?? '',
      channelId: '',
      userId: body.user.id,
      threadTs: null,
      messageTs: null,
    } as const;
    const answer = answerInDialog(dependencies, typed, readAsked(view.private_metadata), place);
    await ack({ response_action: 'update', view: answer });
  });
}

/** Never throws: where it fails, the dialog says so in one sentence and the log in one line. */
function answerInDialog(
  { handle, library, metrics, log }: ListenerDependencies,
  typed: string,
  previous: readonly string[],
  place: Place,
): Dialog {
  try {
    const request = parseRequest(typed);
    const reply =
      request.kind === 'digest'
        ? ({ kind: 'notice', notice: { kind: 'help' } } as const)
        : handle(request, place, previous);
    metrics.replies.count({ surface: place.surface, reply: reply.kind });
    const asked = request.kind === 'ask' ? [...previous, request.question] : previous;
    return renderAnswerDialog({ typed, asked }, reply, library().corpus.edition);
  } catch (error) {
    metrics.errors.count({ where: place.surface });
    log.error('A question could not be answered', { surface: place.surface, ...describeError(error) });
    return renderAskFailure(typed, SORRY);
  }
}
