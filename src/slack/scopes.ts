/** What the app may do; the manifest asks for the same, and a test compares them. */
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
