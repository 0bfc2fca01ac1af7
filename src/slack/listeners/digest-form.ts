/** The digest form: what is typed and chosen in it, and what it is submitted with. */
import type { BlockAction, ConversationsSelectAction } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { Notice } from '../../core/digest/notice.ts';
import { describeRefusal } from '../../core/digest/refusal.ts';
import { tokenOf } from '../app.ts';
import { createChannels } from '../digests/channels.ts';
import { buildDigestForm, type FormValues, readDigestForm, suggestZones } from '../digests/form.ts';
import { buildReport, buildWaiting } from '../digests/report.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, VIEW } from '../ids.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { FAILED } from './digest-command.ts';
import { refreshHome } from './home.ts';
import { inTime } from './in-time.ts';

export function registerDigestForm(app: Dispatch, dependencies: ListenerDependencies): void {
  const { subscribing, metrics, log, now } = dependencies;

  app.options(ACTION.digestZone, async ({ ack, payload }) => {
    await ack({ options: suggestZones(payload.value, now()) });
  });

  // Another channel was chosen: its own order is shown.
  app.action<BlockAction<ConversationsSelectAction>>(
    ACTION.digestChannel,
    async ({ ack, action, body, context, client }) => {
      await ack();
      const { view } = body;
      if (view === undefined) return;
      const token = tokenOf(context);
      try {
        const form = await subscribing.prepare(body.team?.id ?? context.teamId ?? '', action.selected_conversation);
        await client.views.update({ token, view_id: view.id, hash: view.hash, view: buildDigestForm(form, now()) });
      } catch (error) {
        // The form may be closed by now, or another channel chosen; it can be sent as it is.
        log.warn('The digest form could not follow its channel', describeError(error));
      }
    },
  );

  app.view(VIEW.digestForm, async ({ ack, body, view, context, client }) => {
    const read = readDigestForm(view.state.values as FormValues);
    if (!read.ok) return ack({ response_action: 'errors', errors: { ...read.errors } });
    const token = tokenOf(context);
    const teamId = body.team?.id ?? context.teamId ?? '';
    const order = { ...read.order, teamId, orderedBy: body.user.id };
    const ordering = subscribing
      .order(order, createChannels({ client, token, log, now }))
      .catch((error: unknown): Notice => {
        metrics.errors.count({ where: 'digest' });
        log.error('A digest could not be ordered', describeError(error));
        return { kind: 'problem', problem: FAILED };
      });
    const notice = await inTime(ordering);
    if (notice === null) {
      await ack({ response_action: 'update', view: buildWaiting() });
      await client.views.update({ token, view_id: view.id, view: buildReport(await ordering) });
    } else if (notice.kind === 'refused') {
      await ack({ response_action: 'errors', errors: { [read.channelBlock]: describeRefusal(notice.error) } });
    } else {
      metrics.replies.count({ surface: 'form', reply: 'notice' });
      await ack({ response_action: 'update', view: buildReport(notice) });
    }
    // Whoever looks at their Home below the form finds the order there.
    await refreshHome(dependencies, client, token, { teamId, userId: body.user.id });
  });
}
