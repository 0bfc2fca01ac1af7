/** "Share in channel" under an answer that only the asker sees. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import { ACTION } from '../ids.ts';
import { createRecent } from '../recent.ts';
import { renderShared } from '../render/shared.ts';
import { readShareValue } from '../share-value.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { NO_UNFURL } from './post.ts';

const SHARED = 'Shared in this channel.';
const GONE = 'The facts have changed since this answer. Please ask again, then share.';
const FAILED = 'This could not be shared. Please try again.';

/** As long as Slack lets an answer be replaced through its address. */
const PRESSED_TTL_MS = 30 * 60_000;
const MAX_PRESSED = 10_000;

export function registerShare(app: App, { library, log, metrics, now }: ListenerDependencies): void {
  const pressed = createRecent(PRESSED_TTL_MS, MAX_PRESSED, now);
  app.action<BlockButtonAction>(ACTION.shareAnswer, async ({ ack, action, body, respond }) => {
    await ack();
    const statements = readShareValue(action.value ?? '', library().corpus);
    if (statements === null) {
      await respond({ response_type: 'ephemeral', replace_original: false, text: GONE });
      return;
    }
    const key = answerKey(body);
    if (!pressed.isFirst(key)) return metrics.ignored.count({ reason: 'pressed_twice' });
    try {
      // Through the answer's own address: this posts where the bot is no member, too.
      await respond({
        response_type: 'in_channel',
        replace_original: false,
        ...renderShared(statements, body.user.id),
        ...NO_UNFURL,
      });
    } catch (error) {
      pressed.forget(key);
      metrics.errors.count({ where: 'share' });
      log.error('An answer could not be shared', describeError(error));
      await respond({ response_type: 'ephemeral', replace_original: false, text: FAILED });
      return;
    }
    await respond({ response_type: 'ephemeral', replace_original: true, text: SHARED });
  });
}

/** One answer shown to one person. */
function answerKey({ team, channel, user, container }: BlockButtonAction): string {
  const messageTs: unknown = container['message_ts'];
  return [team?.id, channel?.id, user.id, String(messageTs)].join(' ');
}
