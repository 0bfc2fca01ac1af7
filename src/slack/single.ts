/** One workspace with one token. */
import { webApi } from '@slack/bolt';
import type { Log } from '../bot/log.ts';
import type { Identify } from './app.ts';
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
): Promise<Identify> {
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
  return async () => identity;
}
