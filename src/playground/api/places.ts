import { botConversationId, botUserId } from '../workspace/seed.ts';
import type { Conversation, Workspace } from '../workspace/workspace.ts';
import { Refusal } from './refusal.ts';
import type { Token } from './tokens.ts';

/**
 * The conversation that an app names by id, by `#name` or by the user it wants to write to.
 *
 * @throws Refusal `channel_not_found`, also for private ones that the bot isn't in.
 */
export function findConversation(workspace: Workspace, named: string): Conversation {
  const id = workspace.users.get(named)?.kind === 'person' ? botConversationId(named) : named;
  const byName = named.replace(/^#/, '');
  const found =
    workspace.conversations.get(id) ??
    [...workspace.conversations.values()].find(
      ({ kind, name }) => name === byName && (kind === 'public' || kind === 'private'),
    );
  if (found === undefined || (found.kind !== 'public' && !found.members.has(botUserId))) {
    throw new Refusal('channel_not_found');
  }
  return found;
}

/**
 * A conversation that the bot may post to.
 *
 * @throws Refusal `channel_not_found`, `is_archived`, `not_in_channel` (without `chat:write.public`).
 */
export function findPostable(workspace: Workspace, named: string, token: Token): Conversation {
  const conversation = findConversation(workspace, named);
  if (conversation.isArchived) throw new Refusal('is_archived');
  if (conversation.members.has(botUserId)) return conversation;
  if (!token.scopes.has('chat:write.public')) throw new Refusal('not_in_channel');
  return conversation;
}

/** The scope family of a conversation: `channels`, `groups` or `im`. */
export function scopeFamily(conversation: Conversation): string {
  if (conversation.kind === 'public') return 'channels';
  return conversation.kind === 'private' ? 'groups' : 'im';
}
