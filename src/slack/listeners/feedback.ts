/** "Helpful" and "Not helpful" under an answer: counted once, without anyone's name. */
import type { BlockAction } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { RatedReply } from '../../bot/report-ports.ts';
import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { createRecent } from '../recent.ts';
import { renderNotice } from '../render/dialog.ts';
import { type Rated, readRated } from '../render/feedback-actions.ts';
import { FEEDBACK_TITLE, readReason, renderFeedbackDialog, renderThanks } from '../render/feedback-dialog.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { inTime } from './in-time.ts';
import { openDialog, placeOfPress, pressKey } from './press.ts';

const THANKS = 'Thank you. Counted as helpful, without your name.';
const ALREADY = 'This answer has your feedback already. It counts once.';
const FAILED = 'This could not be counted. Please try again.';

/** In memory, so that nothing that tells who rated is kept: after a restart somebody could count a second time. */
const RATED_TTL_MS = 24 * 60 * 60_000;
const MAX_RATED = 50_000;

export function registerFeedback(app: Dispatch, dependencies: ListenerDependencies): void {
  const { ratings, metrics, log, now } = dependencies;
  const pressed = createRecent(RATED_TTL_MS, MAX_RATED, now);
  const seconds = (): number => Math.floor(now() / 1000);

  /** Whether it was counted; if not, the log says so. */
  async function attempt(counting: Promise<void>): Promise<boolean> {
    try {
      await counting;
      return true;
    } catch (error) {
      metrics.errors.count({ where: 'feedback' });
      log.error('Feedback could not be counted', describeError(error));
      return false;
    }
  }

  app.action<BlockAction>(ACTION.feedback, async ({ ack, action, body, client, context, respond }) => {
    await ack();
    const value = 'value' in action && typeof action.value === 'string' ? action.value : '';
    const rated = readRated(value);
    if (rated === null) return metrics.ignored.count({ reason: 'unknown_value' });
    const { teamId, threadTs } = placeOfPress(body, context.teamId);
    const say = async (text: string): Promise<void> => {
      const thread = threadTs === null ? {} : { thread_ts: threadTs };
      await respond({ response_type: 'ephemeral', replace_original: false, ...thread, text });
    };
    const key = pressKey(body);
    if (!pressed.isFirst(key)) return say(ALREADY);
    const verdict = rated.helpful ? 'helpful' : 'unexplained';
    const counting = attempt(ratings.count(replyOf(rated, teamId), verdict, seconds()));
    // Without waiting for the store: a trigger opens a dialog for three seconds only.
    if (!rated.helpful)
      await openDialog(dependencies, { client, token: tokenOf(context) }, body, renderFeedbackDialog(rated, value));
    const counted = await counting;
    if (!counted) pressed.forget(key);
    if (!counted || rated.helpful) await say(counted ? THANKS : FAILED);
  });

  app.view(VIEW.feedback, async ({ ack, body, view, context }) => {
    const reason = readReason(view.state.values[BLOCK.reason]?.[ACTION.reason]?.selected_option?.value);
    const rated = readRated(view.private_metadata);
    if (reason === null || rated === null) return ack();
    const teamId = body.team?.id ?? context.teamId ?? '';
    const explained = await inTime(attempt(ratings.explain(replyOf(rated, teamId), reason, seconds())));
    const outcome = explained === false ? renderNotice(FEEDBACK_TITLE, FAILED) : renderThanks();
    await ack({ response_action: 'update', view: outcome });
  });
}

function replyOf({ reply, edition, statementIds }: Rated, teamId: string): RatedReply {
  return { teamId, reply, edition, statementIds };
}
