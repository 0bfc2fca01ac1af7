import type { ChannelKind, Team, User } from '../protocol.ts';

/** The workspace everyone starts with. Ids are fixed, so that tests and people can name them. */
export const team: Team = { id: 'T0PLAYGRND', name: 'Playground', domain: 'playground' };

export const appId = 'A0PLAYGRND';
export const botId = 'B0PLAYGRND';
export const botUserId = 'U0PLAYBOT';
export const slackbotId = 'USLACKBOT';

export const people: readonly User[] = [
  { id: 'U0DANA', name: 'dana', realName: 'Dana Reyes', kind: 'person', timeZone: 'America/New_York' },
  { id: 'U0SAM', name: 'sam', realName: 'Sam Okafor', kind: 'person', timeZone: 'Europe/London' },
  { id: 'U0YUKI', name: 'yuki', realName: 'Yuki Mori', kind: 'person', timeZone: 'Asia/Tokyo' },
];

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly kind: Exclude<ChannelKind, 'app'>;
  readonly topic: string;
  readonly members: readonly string[];
  readonly isArchived?: true;
}

const everyone = people.map((person) => person.id);

export const channels: readonly ChannelSeed[] = [
  { id: 'C0GENERAL', name: 'general', kind: 'public', topic: 'For everyone', members: everyone },
  {
    id: 'C0NEWSROOM',
    name: 'newsroom',
    kind: 'public',
    topic: 'News of the day',
    members: [...everyone, botUserId],
  },
  { id: 'C0POLICY', name: 'policy', kind: 'public', topic: 'Notes and drafts', members: everyone },
  { id: 'C0DESK', name: 'desk', kind: 'private', topic: 'Private', members: ['U0DANA', 'U0SAM', botUserId] },
  { id: 'C0BOARD', name: 'board', kind: 'private', topic: 'Private, for two', members: ['U0DANA', 'U0YUKI'] },
  {
    id: 'C0ARCHIVE',
    name: 'spring-2024',
    kind: 'public',
    topic: 'Archived',
    members: [...everyone, botUserId],
    isArchived: true,
  },
  { id: 'D0DANASAM', name: 'dana, sam', kind: 'im', topic: '', members: ['U0DANA', 'U0SAM'] },
];

/** The direct message of a person with the bot: the app's Messages tab. */
export function botConversationId(userId: string): string {
  return `D0BOT${userId.slice(2)}`;
}
