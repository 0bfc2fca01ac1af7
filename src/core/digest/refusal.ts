/** Why Slack takes no post of ours in a channel, in words for the person who wants a digest there. */

/** What to do about each, after "This app can't post there: ". Slack's own errors of chat.scheduleMessage. */
const SENTENCES: Readonly<Record<string, string>> = {
  not_in_channel: 'it is not in that channel. Type /invite @Rafah Facts there, then try again.',
  channel_not_found:
    'Slack shows it no such conversation. If it is a private channel, type /invite @Rafah Facts there, then try again; it can’t join a conversation between people.',
  is_archived: 'the channel is archived. Unarchive it, or choose another one.',
  restricted_action:
    'the workspace’s settings don’t let it post. Ask an administrator to allow it, or choose another channel.',
  restricted_action_read_only_channel:
    'only some people may post in that channel. Ask an administrator to allow this app, or choose another channel.',
  restricted_action_thread_only_channel: 'that channel takes replies only. Choose another one.',
  no_permission: 'it lacks the permission. Type /invite @Rafah Facts there, then try again.',
  access_denied: 'Slack denies it the access. Ask an administrator, or choose another channel.',
  ekm_access_denied: 'administrators have suspended posting. Ask one of them, or wait.',
  team_access_not_granted: 'it is not installed for this workspace. Ask an administrator to install it.',
};

/** One or two sentences: what is wrong, and what to do. `error` is Slack's own word; any may come. */
export function describeRefusal(error: string): string {
  const why = Object.hasOwn(SENTENCES, error) ? SENTENCES[error] : undefined;
  if (why !== undefined) return `This app can’t post there: ${why}`;
  return `Slack refuses this app’s posts (${error}). Tell the people who run this app.`;
}
