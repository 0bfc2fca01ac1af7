/** Workspaces as the page gets them, with what a test cares about. */
import type { Channel, Message, State, User } from '../../src/playground/protocol.ts';

export function person(id: string, name: string, realName: string): User {
  return { id, name, realName, kind: 'person', timeZone: 'Europe/Berlin' };
}

export function channel(id: string, name: string): Channel {
  return {
    id,
    name,
    kind: 'public',
    topic: '',
    isArchived: false,
    isMember: true,
    botIsMember: true,
    members: [],
  };
}

export function message(ts: string, change: Partial<Message> = {}): Message {
  return { channelId: 'C1', ts, userId: 'U1', text: 'words', replyCount: 0, ...change };
}

export function state(change: Partial<State>): State {
  return {
    revision: 1,
    now: 0,
    clockOffset: 0,
    team: { id: 'T1', name: 'Team', domain: 'team' },
    me: person('U1', 'maya', 'Maya Chen'),
    users: [],
    channels: [],
    messages: {},
    modals: [],
    home: null,
    scheduled: [],
    commands: [],
    shortcuts: [],
    prompts: [],
    statuses: [],
    threadTitles: {},
    bot: { userId: 'U3', name: 'Rafah Facts', mode: 'socket', connected: true },
    ...change,
  };
}
