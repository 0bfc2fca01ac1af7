/** "Check with Rafah" on a message: the verdict in a dialog, and its thread where somebody shares it. */
import type { BlockButtonAction, MessageShortcut } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { Place } from '../../bot/place.ts';
import { recordReply } from '../../core/correction/record.ts';
import { tokenOf } from '../app.ts';
import { formatCheckMetadata, readCheckMetadata } from '../check-metadata.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, SHORTCUT } from '../ids.ts';
import { type MessageClaim, readClaim } from '../message-claim.ts';
import { createRecent } from '../recent.ts';
import { CHECK_TITLE, renderCheckDialog } from '../render/check-dialog.ts';
import { type Dialog, renderNotice } from '../render/dialog.ts';
import { type Checked, renderSharedVerdict } from '../render/shared.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { openDialog } from './press.ts';
import { describeShared, recordShared, shareMessage } from './share-post.ts';

const OWN =
  'This message is from this app: its statements are from the article. Source, under it, tells where they come from.';
const EMPTY = 'This message has no text that could be checked.';
const FAILED = 'Something went wrong, and the message was not checked. Please try again.';
const SHARED = 'Shared in the thread of the message, with your name as the one who shared it.';

/** As long as the address of a shortcut is good. */
const PRESSED_TTL_MS = 30 * 60_000;
const MAX_PRESSED = 10_000;

export function registerCheck(app: Dispatch, dependencies: ListenerDependencies): void {
  const { library, now, metrics } = dependencies;
  const pressed = createRecent(PRESSED_TTL_MS, MAX_PRESSED, now);

  app.shortcut<MessageShortcut>(SHORTCUT.check, async ({ ack, shortcut, client, context }) => {
    await ack();
    const { message } = shortcut;
    const isOwn = message['bot_id'] === context.botId || message.user === context.botUserId;
    const view = isOwn ? renderNotice(CHECK_TITLE, OWN) : checkMessage(dependencies, shortcut);
    const { trigger_id, response_url } = shortcut;
    await openDialog(dependencies, { client, token: tokenOf(context) }, { trigger_id, response_url }, view);
  });

  app.action<BlockButtonAction>(ACTION.shareVerdict, async ({ ack, body, client, context }) => {
    await ack();
    const { view, user, team } = body;
    if (view === undefined) return;
    if (!pressed.isFirst(view.id)) return metrics.ignored.count({ reason: 'pressed_twice' });
    const { channelId, threadTs, responseUrl, claim, cut } = readCheckMetadata(view.private_metadata);
    const place = shortcutPlace(team?.id ?? context.teamId ?? '', channelId, user.id);
    const { edition } = library().corpus;
    const verdict = checkClaim(dependencies, claim, place);
    const token = tokenOf(context);
    const shared = await shareMessage(
      { ...dependencies, client, token },
      { channelId, threadTs, responseUrl },
      renderSharedVerdict({ verdict, cut }, user.id, edition),
    );
    await recordShared(dependencies, place, shared, recordReply(verdict, edition));
    const content = { verdict, cut, shared: describeShared(shared, SHARED), metadata: view.private_metadata };
    await client.views.update({ token, view_id: view.id, view: renderCheckDialog(content, edition) });
  });
}

/** Never throws: where it fails, the dialog says so in one sentence and the log in one line. */
function checkMessage(dependencies: ListenerDependencies, shortcut: MessageShortcut): Dialog {
  try {
    return renderVerdict(dependencies, shortcut);
  } catch (error) {
    dependencies.metrics.errors.count({ where: 'shortcut' });
    dependencies.log.error('A message could not be checked', describeError(error));
    return renderNotice(CHECK_TITLE, FAILED);
  }
}

function renderVerdict(dependencies: ListenerDependencies, shortcut: MessageShortcut): Dialog {
  const { message, channel, user, team, response_url } = shortcut;
  const claim: MessageClaim = readClaim(message.text ?? '');
  if (claim.kind === 'empty') return renderNotice(CHECK_TITLE, EMPTY);
  const { text, cut } = claim;
  const metadata = formatCheckMetadata({
    channelId: channel.id,
    threadTs: String(message['thread_ts'] ?? message.ts),
    responseUrl: response_url,
    claim: text,
    cut,
  });
  const verdict = checkClaim(dependencies, text, shortcutPlace(team?.id ?? '', channel.id, user.id));
  return renderCheckDialog({ verdict, cut, shared: null, metadata }, dependencies.library().corpus.edition);
}

function checkClaim({ handle, metrics }: ListenerDependencies, claim: string, place: Place): Checked {
  const reply = handle({ kind: 'check', claim }, place);
  if (reply.kind !== 'check') throw new Error('a check was answered with something else');
  metrics.replies.count({ surface: place.surface, reply: reply.kind });
  return reply;
}

const shortcutPlace = (teamId: string, channelId: string, userId: string): Place => ({
  surface: 'shortcut',
  teamId,
  channelId,
  userId,
  threadTs: null,
  messageTs: null,
});
