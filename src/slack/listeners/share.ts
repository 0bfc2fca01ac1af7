/** "Share in channel" under an answer that only the asker sees, and "Share" under one in a dialog. */
import type { BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { findStatements } from '../../bot/handle.ts';
import type { NonEmpty } from '../../core/answer.ts';
import type { Statement } from '../../core/corpus.ts';
import { recordStatements } from '../../core/correction/record.ts';
import { readAnswerValue } from '../answer-value.ts';
import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { createRecent } from '../recent.ts';
import { renderNotice } from '../render/dialog.ts';
import { renderShareDialog } from '../render/share-dialog.ts';
import { renderShared } from '../render/shared.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { openDialog, placeOfPress, pressKey } from './press.ts';
import { describeShared, GONE, recordShared, type SharePlace, shareMessage } from './share-post.ts';

const SHARED = 'Shared in this channel.';

/** As long as Slack lets an answer be replaced through its address. */
const PRESSED_TTL_MS = 30 * 60_000;
const MAX_PRESSED = 10_000;

export function registerShare(app: Dispatch, dependencies: ListenerDependencies): void {
  const { library, metrics, now } = dependencies;
  const pressed = createRecent(PRESSED_TTL_MS, MAX_PRESSED, now);

  app.action<BlockButtonAction>(ACTION.shareAnswer, async ({ ack, action, body, respond, client, context }) => {
    await ack();
    const { corpus } = library();
    const statements = allStatements(dependencies, action.value ?? '');
    if (statements === null) {
      await respond({ response_type: 'ephemeral', replace_original: false, text: GONE });
      return;
    }
    const key = pressKey(body);
    if (!pressed.isFirst(key)) return metrics.ignored.count({ reason: 'pressed_twice' });
    const { channelId, threadTs, userId } = placeOfPress(body);
    const shared = await shareMessage(
      { ...dependencies, client, token: tokenOf(context) },
      { channelId, threadTs, responseUrl: body.response_url },
      renderShared(statements, userId, corpus.edition),
    );
    if (shared.kind !== 'posted') pressed.forget(key);
    const content = recordStatements({ kind: 'shared' }, statements, corpus.edition);
    await recordShared(dependencies, { teamId: context.teamId ?? '', channelId }, shared, content);
    const text = describeShared(shared, SHARED);
    await respond({ response_type: 'ephemeral', replace_original: shared.kind === 'posted', text });
  });

  app.action<BlockButtonAction>(ACTION.chooseChannel, async ({ ack, action, body, client, context }) => {
    await ack();
    const value = action.value ?? '';
    const view = allStatements(dependencies, value) === null ? renderNotice('Share', GONE) : renderShareDialog(value);
    await openDialog(dependencies, { client, token: tokenOf(context) }, body, view);
  });

  app.view<ViewSubmitAction>(VIEW.share, async ({ ack, body, view, client, context }) => {
    const { corpus } = library();
    const statements = allStatements(dependencies, view.private_metadata);
    const place = placeOf(body);
    if (statements === null || place === null) {
      await ack({ response_action: 'update', view: renderNotice('Share', GONE) });
      return;
    }
    // Posting may take longer than Slack waits for an acknowledgement.
    await ack({ response_action: 'update', view: renderNotice('Share', 'Sharing…') });
    const token = tokenOf(context);
    const message = renderShared(statements, body.user.id, corpus.edition);
    const shared = await shareMessage({ ...dependencies, client, token }, place, message);
    const sentence = describeShared(shared, 'Shared there, with your name as the one who shared it.');
    const to = { teamId: context.teamId ?? '', channelId: place.channelId };
    await recordShared(dependencies, to, shared, recordStatements({ kind: 'shared' }, statements, corpus.edition));
    await client.views.update({ token, view_id: view.id, view: renderNotice('Share', sentence) });
  });
}

/** `null` where any of them is no longer there: half an answer is not what was shared. */
function allStatements({ library }: ListenerDependencies, value: string): NonEmpty<Statement> | null {
  const answer = readAnswerValue(value);
  if (answer === null) return null;
  const [first, ...rest] = findStatements(library().corpus, answer);
  return first === undefined || rest.length + 1 < answer.ids.length ? null : [first, ...rest];
}

/** The conversation that was chosen, and the address that Slack gives for it. */
function placeOf({ view, response_urls = [] }: ViewSubmitAction): SharePlace | null {
  const chosen = view.state.values[BLOCK.channel]?.[ACTION.channel]?.selected_conversation;
  const address = response_urls.find(({ action_id }) => action_id === ACTION.channel);
  return typeof chosen === 'string'
    ? { channelId: chosen, threadTs: null, responseUrl: address?.response_url ?? null }
    : null;
}
