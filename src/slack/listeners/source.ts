/** "Source" and "More like this" under an answer. */
import type { BlockButtonAction } from '@slack/bolt';
import type { Reply } from '../../core/reply.ts';
import { readAnswerValue } from '../answer-value.ts';
import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, VIEW } from '../ids.ts';
import { render } from '../render/render.ts';
import { renderReplyDialog } from '../render/reply-dialog.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { openDialog, type Press, placeOfPress } from './press.ts';

export function registerSource(app: Dispatch, dependencies: ListenerDependencies): void {
  const { library } = dependencies;

  app.action<BlockButtonAction>(ACTION.source, async ({ ack, action, body, client, context }) => {
    await ack();
    const reply = answerPress(dependencies, 'source', action.value ?? '', body);
    await openDialog(
      dependencies,
      { client, token: tokenOf(context) },
      body,
      renderReplyDialog(VIEW.source, reply, library().corpus.edition),
    );
  });

  app.action<BlockButtonAction>(ACTION.more, async ({ ack, action, body, client, context, respond }) => {
    await ack();
    const reply = answerPress(dependencies, 'more', action.value ?? '', body);
    const { edition } = library().corpus;
    const { view } = body;
    if (view === undefined) {
      await respond({ response_type: 'ephemeral', replace_original: false, ...render(reply, 'asker', edition) });
      return;
    }
    const token = tokenOf(context);
    const dialog = renderReplyDialog(VIEW.more, reply, edition);
    // Slack stacks three dialogs at most: going on stays in the one there is.
    if (view.callback_id === VIEW.more) await client.views.update({ token, view_id: view.id, view: dialog });
    else await openDialog(dependencies, { client, token }, body, dialog);
  });
}

function answerPress(
  { handle, metrics }: ListenerDependencies,
  kind: 'source' | 'more',
  value: string,
  press: Press,
): Reply {
  const place = placeOfPress(press);
  const answer = readAnswerValue(value);
  const reply: Reply = answer === null ? { kind: 'hint', hint: { kind: 'gone' } } : handle({ kind, answer }, place);
  metrics.replies.count({ surface: place.surface, reply: reply.kind });
  return reply;
}
