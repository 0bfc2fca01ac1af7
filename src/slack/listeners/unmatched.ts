/**
 * Whatever else Slack sends us is acknowledged: without it Bolt waits three seconds, answers 404, and the person sees
 * a failure. It happens with buttons of older messages and with commands added to the app's settings by hand.
 */
import type { App } from '@slack/bolt';
import { ACTION, SLASH_COMMAND } from '../ids.ts';

export function registerUnmatched(app: App): void {
  app.command(noneOf([SLASH_COMMAND]), ({ ack }) =>
    ack({ response_type: 'ephemeral', text: `This app answers ${SLASH_COMMAND} only. Try: ${SLASH_COMMAND} help` }),
  );
  app.action(noneOf(Object.values(ACTION)), ({ ack }) => ack());
  app.shortcut(ANY, ({ ack }) => ack());
  app.options(ANY, ({ ack }) => ack({ options: [] }));
  app.view(ANY, ({ ack }) => ack());
  app.view({ callback_id: ANY, type: 'view_closed' }, ({ ack }) => ack());
}

const ANY = /(?:)/;

function noneOf(ids: readonly string[]): RegExp {
  return new RegExp(`^(?!(?:${ids.join('|')})$)`);
}
