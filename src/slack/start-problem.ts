/** Why the bot can't start, in one sentence for the person who runs it. */
import { webApi } from '@slack/bolt';

export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** @param setting the setting that holds the refused token */
export function refusedToken(setting: string, error: unknown, slackApiUrl: string): StartProblem {
  if (error instanceof webApi.WebAPIPlatformError) {
    return new StartProblem(`Slack refused ${setting} (${error.data.error}). Take a new one from the app's page.`);
  }
  return unreachable(error, slackApiUrl);
}

function unreachable(error: unknown, slackApiUrl: string): StartProblem {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const deepest: unknown = cause instanceof Error ? (cause.cause ?? cause) : cause;
  const why = deepest instanceof Error ? ('code' in deepest ? String(deepest.code) : deepest.message) : 'no answer';
  return new StartProblem(`Slack can't be reached at ${slackApiUrl} (${why}). Check the network and SLACK_API_URL.`);
}

export function portProblem(port: number, error: unknown): StartProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const why = code === 'EADDRINUSE' ? 'another process listens there' : code === 'EACCES' ? 'not permitted' : code;
  return new StartProblem(`PORT ${port} can't be used (${why}). Stop what uses it, or set PORT to another number.`);
}
