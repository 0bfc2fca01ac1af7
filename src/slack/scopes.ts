/** What the app needs to be allowed; the manifest asks for the same, and a test compares them. */
export const SCOPES = [
  // Receive /rafah.
  'commands',
  // Answer mentions and direct messages.
  'chat:write',
  // Receive mentions.
  'app_mentions:read',
  // Receive direct messages.
  'im:history',
  // Live in Slack's agent view, with suggested prompts.
  'assistant:write',
] as const;

/** What whoever installs the app may leave out (`bot_optional` in the manifest); all else works without. */
export const OPTIONAL_SCOPES = [
  // Hear of being invited to a public or a private channel, to greet it.
  'channels:read',
  'groups:read',
] as const;

/**
 * Receive what is written in public or private channels, for those that choose follow-ups without a mention. Nobody is
 * asked for them but where a deployment says so: in the manifest they are commented out.
 */
export const HISTORY_SCOPES = ['channels:history', 'groups:history'] as const;

export type OptionalScope = (typeof OPTIONAL_SCOPES)[number] | (typeof HISTORY_SCOPES)[number];
