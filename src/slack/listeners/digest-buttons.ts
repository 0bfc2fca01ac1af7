/** Buttons that change a digest, in messages, in the form and on the app's Home. */
import type { BlockButtonAction, Context, webApi } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { DigestChange } from '../../bot/subscribing.ts';
import type { Notice } from '../../core/digest/notice.ts';
import { tokenOf } from '../app.ts';
import { createChannels } from '../digests/channels.ts';
import { buildReport } from '../digests/report.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION } from '../ids.ts';
import { HERE } from '../render/digest-buttons.ts';
import { render } from '../render/render.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { FAILED, type FormTarget, NOT_OPENED, openDigestForm, tell } from './digest-command.ts';
import { refreshHome } from './home.ts';
import { placeOfPress } from './press.ts';

const CHANGES: readonly (readonly [actionId: string, change: DigestChange])[] = [
  [ACTION.pauseDigest, 'pause'],
  [ACTION.resumeDigest, 'resume'],
  [ACTION.endDigest, 'off'],
];

/** Bolt's `respond` is there for presses in messages alone. */
type Respond = ((message: object) => Promise<unknown>) | undefined;

export function registerDigestButtons(app: Dispatch, dependencies: ListenerDependencies): void {
  app.action<BlockButtonAction>(ACTION.openDigest, async ({ ack, action, body, context, client, respond }) => {
    await ack();
    const place = { teamId: teamOf(body, context), channelId: channelOf(action.value, body) };
    const pressed = placeOfPress(body, context.teamId);
    if (pressed.messageTs !== null && pressed.surface !== 'command') {
      // Under a digest: whoever presses it tells which message that is.
      void dependencies.posting.identify({ ...pressed, ts: pressed.messageTs });
    }
    const target: FormTarget =
      body.view?.type === 'modal' ? { kind: 'view', id: body.view.id } : { kind: 'trigger', id: body.trigger_id };
    const opened = await openDigestForm(dependencies, client, tokenOf(context), place, target);
    if (!opened)
      await (respond as Respond)?.({ response_type: 'ephemeral', replace_original: false, ...tell(NOT_OPENED) });
  });
  for (const [actionId, change] of CHANGES) {
    app.action<BlockButtonAction>(actionId, async ({ ack, action, body, context, client, respond }) => {
      await ack();
      const teamId = teamOf(body, context);
      const channelId = channelOf(action.value, body);
      await changeDigest(dependencies, { change, teamId, channelId, client, token: tokenOf(context), body, respond });
    });
  }
}

interface Press {
  readonly change: DigestChange;
  readonly teamId: string;
  readonly channelId: string;
  readonly client: webApi.WebClient;
  readonly token: string;
  readonly body: BlockButtonAction;
  readonly respond: Respond;
}

/** The outcome takes the place of what was pressed. */
async function changeDigest(
  dependencies: ListenerDependencies,
  { change, teamId, channelId, client, token, body, respond }: Press,
): Promise<void> {
  const { subscribing, metrics, log, now } = dependencies;
  try {
    const channels = createChannels({ client, token, log, now });
    const notice = await subscribing.change(change, teamId, channelId, channels);
    metrics.replies.count({ surface: body.view === undefined ? 'button' : body.view.type, reply: 'notice' });
    if (body.view?.type === 'home') {
      // What was changed shows there; why it could not be has no place on it.
      if (notice.kind === 'refused') await openReport(client, token, body, notice);
    } else if (body.view?.type === 'modal') {
      await client.views.update({ token, view_id: body.view.id, view: buildReport(notice) });
    } else {
      const message = render({ kind: 'notice', notice }, 'asker');
      await respond?.({
        response_type: 'ephemeral',
        replace_original: body.container['is_ephemeral'] === true,
        ...message,
      });
    }
    if (body.view !== undefined) await refreshHome(dependencies, client, token, { teamId, userId: body.user.id });
  } catch (error) {
    metrics.errors.count({ where: 'digest' });
    log.error('A digest could not be changed', describeError(error));
    if (body.view === undefined) {
      await respond?.({ response_type: 'ephemeral', replace_original: false, ...tell(FAILED) });
    } else if (body.view.type === 'home') {
      await openReport(client, token, body, { kind: 'problem', problem: FAILED });
    }
  }
}

async function openReport(client: webApi.WebClient, token: string, body: BlockButtonAction, notice: Notice) {
  await client.views.open({ token, trigger_id: body.trigger_id, view: buildReport(notice) });
}

function channelOf(value: string | undefined, { channel }: BlockButtonAction): string {
  return value === undefined || value === HERE ? (channel?.id ?? '') : value;
}

function teamOf({ team }: BlockButtonAction, context: Context): string {
  return team?.id ?? context.teamId ?? '';
}
