/** What a failed call of the Web API means for the digests: classified here, and nowhere else. */
import { webApi } from '@slack/bolt';
import type { Failure } from '../../bot/scheduled-messages.ts';
import { neverConnected } from '../fetch.ts';

/** Slack's own words, of `chat.scheduleMessage` and `chat.deleteScheduledMessage` unless said. Any other is a bug. */
const KINDS: Readonly<Record<string, Exclude<Failure['kind'], 'later' | 'uninstalled'> | 'revoked'>> = {
  not_in_channel: 'channel',
  channel_not_found: 'channel',
  is_archived: 'channel',
  restricted_action: 'channel',
  restricted_action_read_only_channel: 'channel',
  restricted_action_thread_only_channel: 'channel',
  restricted_action_non_threadable_channel: 'channel',
  cannot_dm_bot: 'channel',
  user_not_found: 'channel',
  messages_tab_disabled: 'channel',
  no_permission: 'channel',

  token_revoked: 'revoked',
  account_inactive: 'revoked',
  not_authed: 'workspace',
  invalid_auth: 'workspace',
  token_expired: 'workspace',
  not_allowed_token_type: 'workspace',
  missing_scope: 'workspace',
  access_denied: 'workspace',
  ekm_access_denied: 'workspace',
  enterprise_is_restricted: 'workspace',
  org_login_required: 'workspace',
  team_access_not_granted: 'workspace',
  team_added_to_org: 'workspace',
  two_factor_setup_required: 'workspace',
  accesslimited: 'workspace',
  method_deprecated: 'workspace',

  time_in_past: 'late',
  // Of `chat.update`: the message was deleted, or can't be edited any more.
  message_not_found: 'late',
  cant_update_message: 'late',
  edit_window_closed: 'late',
  is_inactive: 'channel',
  invalid_scheduled_message_id: 'late',

  // "It's possible some aspect of the operation succeeded", Slack says of these.
  internal_error: 'unknown',
  fatal_error: 'unknown',
  request_timeout: 'unknown',
  service_unavailable: 'unknown',
};

/** Refusals that pass by themselves, with the seconds to wait. */
const PASSING: Readonly<Record<string, number>> = {
  ratelimited: 60,
  rate_limited: 60,
  // More than 30 messages within five minutes of one channel: others' have to be posted first.
  restricted_too_many: 300,
};

/** Where Slack can't be reached at all. */
const UNREACHABLE_SECONDS = 30;

export type Classified =
  | Exclude<Failure, { kind: 'uninstalled' }>
  | { readonly kind: 'revoked'; readonly error: string };

/** @param error what the client threw */
export function classify(error: unknown): Classified {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'later', error: 'ratelimited', seconds: Math.max(1, error.retryAfter) };
  }
  if (error instanceof webApi.WebAPIPlatformError) return classifyRefusal(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return { kind: 'unknown', error: `http_${error.statusCode}` };
  if (error instanceof webApi.WebAPIRequestError && neverConnected(error.original)) {
    return { kind: 'later', error: 'unreachable', seconds: UNREACHABLE_SECONDS };
  }
  return { kind: 'unknown', error: 'no_answer' };
}

function classifyRefusal(error: string): Classified {
  const seconds = PASSING[error];
  if (seconds !== undefined) return { kind: 'later', error, seconds };
  return { kind: KINDS[error] ?? 'bug', error };
}
