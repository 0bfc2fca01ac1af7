/** One workspace with one token. */
import { webApi } from '@slack/bolt';
import type { Log } from '../bot/log.ts';
import type { Identify } from './app.ts';
import type { Tokens } from './digests/calls.ts';
import { SCOPES } from './scopes.ts';
import { refusedToken } from './start-problem.ts';

/**
 * Asks Slack once, at the start, who the token belongs to.
 * @throws StartProblem where Slack refuses the token or can't be reached
 */
export async function identifySingle(
  token: string,
  clientOptions: webApi.WebClientOptions,
  log: Log,
): Promise<{ readonly identify: Identify; readonly tokens: Tokens }> {
  let test: webApi.AuthTestResponse;
  try {
    test = await new webApi.WebClient(token, clientOptions).auth.test();
  } catch (error) {
    throw refusedToken('SLACK_BOT_TOKEN', error, clientOptions.slackApiUrl ?? '');
  }
  const granted = test.response_metadata?.scopes ?? [];
  const missing = granted.length === 0 ? [] : SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) log.warn('The app lacks scopes: install it again from manifest.yml', { missing });
  const identity = { token, botId: test.bot_id, botUserId: test.user_id };
  const { team_id: teamId, is_enterprise_install: isOrganisation = false } = test;
  return {
    identify: async () => identity,
    tokens: {
      // What the database holds of another workspace, which the bot was in before, is none of this token's business.
      tokenOf: async (wanted) => (wanted === teamId || isOrganisation ? token : null),
      // The operator's to replace; an uninstalled app is told of by an event.
      revoked: async () => 'kept',
    },
  };
}
