import type { State, User } from '../../protocol.ts';

/** The name people see for a user's or a channel's id; the id itself when the workspace does not know it. */
export function nameOf(state: State, id: string): string {
  const user = findUser(state, id);
  if (user !== undefined) return user.realName;
  return state.channels.find((channel) => channel.id === id)?.name ?? id;
}

export function findUser(state: State, id: string): User | undefined {
  return state.users.find((user) => user.id === id);
}

/** `#general` for a channel, `Priya Nair` for a direct message. */
export function channelLabel(state: State, channelId: string): string {
  const channel = state.channels.find(({ id }) => id === channelId);
  if (channel === undefined) return channelId;
  return channel.kind === 'public' || channel.kind === 'private' ? `#${channel.name}` : channel.name;
}
