import type { Clock } from '../clock.ts';
import type { Manifest } from '../manifest.ts';
import type {
  ChannelKind,
  Message,
  ScheduledMessage,
  SuggestedPrompts,
  Team,
  ThreadStatus,
  Ts,
  User,
} from '../protocol.ts';
import { botConversationId, botUserId, channels, people, slackbotId, team } from './seed.ts';
import { ViewBook } from './views.ts';

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic: string;
  readonly isArchived: boolean;
  readonly members: ReadonlySet<string>;
  /** Unix seconds. */
  readonly created: number;
}

/** What happened, for those who pass it on: the event sender and the page. */
export type Happening =
  | { readonly type: 'message_posted'; readonly message: Message }
  | { readonly type: 'message_changed'; readonly message: Message; readonly previous: Message }
  | { readonly type: 'message_deleted'; readonly previous: Message }
  | { readonly type: 'member_joined'; readonly channelId: string; readonly userId: string; readonly inviterId?: string }
  | { readonly type: 'member_left'; readonly channelId: string; readonly userId: string }
  | { readonly type: 'state' };

/** A scheduled message with all that the app gave for it. */
export interface Scheduled extends ScheduledMessage {
  readonly createdAt: number;
  readonly threadTs?: Ts;
  /** Slack accepts `metadata` here and then never posts the message; so does this workspace. */
  readonly hasMetadata: boolean;
  readonly cancel: () => void;
}

/**
 * The state of one Slack workspace with one app in it. Holds and answers; the rules of the Web API stand with its
 * methods. Every change goes through `record`, which tells the listeners.
 */
export class Workspace {
  readonly team: Team = team;
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly users = new Map<string, User>();
  readonly conversations = new Map<string, Conversation>();
  readonly messages = new Map<string, readonly Message[]>();
  readonly scheduled = new Map<string, Scheduled>();
  readonly prompts = new Map<string, SuggestedPrompts>();
  readonly statuses = new Map<string, ThreadStatus>();
  readonly threadTitles = new Map<Ts, string>();
  readonly views: ViewBook;
  #revision = 0;
  #lastMicroseconds = 0;
  readonly #listeners = new Set<(happening: Happening) => void>();

  constructor(clock: Clock, manifest: Manifest) {
    this.clock = clock;
    this.manifest = manifest;
    this.views = new ViewBook(clock, () => this.record({ type: 'state' }));
    const botName = manifest.features.bot_user?.display_name ?? manifest.display_information.name;
    const handle = botName.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
    const bot: User = { id: botUserId, name: handle, realName: botName, kind: 'bot', timeZone: 'Etc/UTC' };
    const slackbot: User = {
      id: slackbotId,
      name: 'slackbot',
      realName: 'Slackbot',
      kind: 'slackbot',
      timeZone: 'Etc/UTC',
    };
    for (const user of [...people, bot, slackbot]) this.users.set(user.id, user);
    const created = clock.seconds();
    for (const { members, isArchived = false, ...seed } of channels) {
      this.conversations.set(seed.id, { ...seed, isArchived, created, members: new Set(members) });
    }
    for (const person of people) {
      const id = botConversationId(person.id);
      const members = new Set([person.id, botUserId]);
      const named = { id, name: botName, kind: 'app', topic: '', isArchived: false } as const;
      this.conversations.set(id, { ...named, created, members });
    }
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get bot(): User {
    return this.user(botUserId);
  }

  /** The person who acts when a request names nobody. */
  get firstPerson(): User {
    return this.user('U0DANA');
  }

  /** @throws Error when there is no such user: callers look ids up that they have checked. */
  user(id: string): User {
    const user = this.users.get(id);
    if (user === undefined) throw new Error(`no user ${id}`);
    return user;
  }

  /** Oldest first. */
  messagesIn(channelId: string): readonly Message[] {
    return this.messages.get(channelId) ?? [];
  }

  message(channelId: string, ts: Ts): Message | undefined {
    return this.messagesIn(channelId).find((message) => message.ts === ts);
  }

  isMember(channelId: string, userId: string): boolean {
    return this.conversations.get(channelId)?.members.has(userId) ?? false;
  }

  /** A conversation that a person may look into: a public channel, or one that the person is in. */
  visible(channelId: string, userId: string): Conversation | undefined {
    const conversation = this.conversations.get(channelId);
    return conversation?.kind === 'public' || conversation?.members.has(userId) ? conversation : undefined;
  }

  /** A message that a person may see: in a visible conversation, and not ephemeral for someone else. */
  visibleMessage(channelId: string, ts: Ts, userId: string): Message | undefined {
    if (this.visible(channelId, userId) === undefined) return undefined;
    const message = this.message(channelId, ts);
    return message?.ephemeralTo === undefined || message.ephemeralTo === userId ? message : undefined;
  }

  /** A new message id: the clock's time, never the same twice. */
  nextTs(): Ts {
    this.#lastMicroseconds = Math.max(this.clock.now() * 1000, this.#lastMicroseconds + 1);
    const seconds = Math.floor(this.#lastMicroseconds / 1_000_000);
    return `${seconds}.${String(this.#lastMicroseconds % 1_000_000).padStart(6, '0')}`;
  }

  join(channelId: string, userId: string, inviterId?: string): void {
    const conversation = this.conversations.get(channelId);
    if (conversation === undefined || conversation.members.has(userId)) return;
    this.conversations.set(channelId, { ...conversation, members: new Set([...conversation.members, userId]) });
    this.record({ type: 'member_joined', channelId, userId, ...(inviterId !== undefined && { inviterId }) });
  }

  leave(channelId: string, userId: string): void {
    const conversation = this.conversations.get(channelId);
    if (!conversation?.members.has(userId)) return;
    const members = new Set([...conversation.members].filter((member) => member !== userId));
    this.conversations.set(channelId, { ...conversation, members });
    this.record({ type: 'member_left', channelId, userId });
  }

  /** Says that something changed. Listeners must not throw. */
  record(happening: Happening): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener(happening);
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
