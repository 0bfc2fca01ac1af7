import type { Tokens } from '../api/tokens.ts';
import type { Clock } from '../clock.ts';
import type { Message } from '../protocol.ts';
import { newId } from '../workspace/ids.ts';
import { slackbotSays } from '../workspace/messages.ts';
import { messagePayload, viewPayload } from '../workspace/payloads.ts';
import { appId, botConversationId, botUserId, slackbotId, team } from '../workspace/seed.ts';
import { mentionedUsers } from '../workspace/text.ts';
import type { Conversation, Happening, Workspace } from '../workspace/workspace.ts';
import { inviteBlocks } from './invitation.ts';
import type { Answer, Delivery, Link } from './link.ts';

/** Waits before Slack sends an unacknowledged event again, in milliseconds. */
const retryAfter = [0, 60_000, 300_000];

/** The events that there are, each with the scopes of which it needs one; an empty list needs none. */
export const eventScopes = {
  app_mention: ['app_mentions:read'],
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  'message.im': ['im:history'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** An event as it was sent, for tests to read. */
export interface SentEvent {
  readonly eventId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly answers: Answer[];
}

/** Turns what happens in the workspace into Events API callbacks, and sends them until they are acknowledged. */
export class Events {
  readonly #workspace: Workspace;
  readonly #clock: Clock;
  readonly #link: () => Link;
  readonly #tokens: Tokens;
  /** Oldest first. */
  readonly sent: SentEvent[] = [];

  constructor(workspace: Workspace, link: () => Link, tokens: Tokens) {
    this.#workspace = workspace;
    this.#clock = workspace.clock;
    this.#link = link;
    this.#tokens = tokens;
    workspace.subscribe((happening) => this.#notice(happening));
  }

  /** Sends `app_home_opened`. */
  homeOpened(userId: string, tab: 'home' | 'messages'): void {
    const view = this.#workspace.views.home(userId);
    this.#emit('app_home_opened', {
      type: 'app_home_opened',
      user: userId,
      channel: botConversationId(userId),
      event_ts: this.#workspace.nextTs(),
      tab,
      ...(tab === 'home' && view !== undefined && { view: viewPayload(view) }),
    });
  }

  /** Sends what an app hears last when it is uninstalled. Call it before its tokens end. */
  uninstalled(): void {
    this.#emit('tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] } });
    this.#emit('app_uninstalled', { type: 'app_uninstalled' });
  }

  /** Sends an event once more with the same `event_id`, as Slack may. @returns false when it isn't known. */
  redeliver(eventId: string): boolean {
    const event = this.sent.find((it) => it.eventId === eventId);
    if (event !== undefined) void this.#deliver(event, Math.max(1, event.answers.length), 'http_timeout');
    return event !== undefined;
  }

  #notice(happening: Happening): void {
    switch (happening.type) {
      case 'message_posted':
        this.#posted(happening.message);
        break;
      case 'message_changed':
        this.#changed(happening.message, happening.previous);
        break;
      case 'message_deleted':
        this.#deleted(happening.previous);
        break;
      case 'member_joined':
      case 'member_left':
        this.#moved(happening);
        break;
      default:
        break;
    }
  }

  #posted(message: Message): void {
    const conversation = this.#conversation(message);
    if (conversation === undefined) return;
    const event = { ...messagePayload(this.#workspace, message), ...this.#placed(message) };
    this.#message(conversation, event);
    if (message.userId !== botUserId) this.#mentioned(conversation, message, event);
  }

  #changed(message: Message, previous: Message): void {
    const conversation = this.#conversation(message);
    if (conversation === undefined) return;
    const event = {
      type: 'message',
      subtype: 'message_changed',
      message: messagePayload(this.#workspace, message),
      previous_message: messagePayload(this.#workspace, previous),
      hidden: true,
      ts: message.edited?.ts ?? message.ts,
      channel: message.channelId,
      event_ts: message.edited?.ts ?? message.ts,
    };
    this.#message(conversation, event);
    if (message.userId === botUserId) return;
    // Slack tells the app of each edit that leaves the mention there; the person is asked about an invitation once.
    if (!conversation.members.has(botUserId) && mentionedUsers(previous.text).includes(botUserId)) return;
    const mention = { ...messagePayload(this.#workspace, message), ...this.#placed(message) };
    this.#mentioned(conversation, message, mention);
  }

  #deleted(previous: Message): void {
    const conversation = this.#conversation(previous);
    if (conversation === undefined) return;
    const ts = this.#workspace.nextTs();
    const left = this.#workspace.message(previous.channelId, previous.ts);
    if (left !== undefined) {
      // A parent with replies isn't gone: Slack puts a tombstone in its place.
      const { user: _author, blocks: _blocks, ...rest } = messagePayload(this.#workspace, left);
      this.#message(conversation, {
        type: 'message',
        subtype: 'message_changed',
        message: { ...rest, subtype: 'tombstone', user: slackbotId, hidden: true },
        previous_message: messagePayload(this.#workspace, previous),
        hidden: true,
        ts,
        channel: previous.channelId,
        event_ts: ts,
      });
      return;
    }
    this.#message(conversation, {
      type: 'message',
      subtype: 'message_deleted',
      previous_message: messagePayload(this.#workspace, previous),
      deleted_ts: previous.ts,
      hidden: true,
      ts,
      channel: previous.channelId,
      event_ts: ts,
    });
  }

  #moved(happening: Extract<Happening, { type: 'member_joined' | 'member_left' }>): void {
    const { type, channelId, userId } = happening;
    const inviter = type === 'member_joined' ? happening.inviterId : undefined;
    const conversation = this.#workspace.conversations.get(channelId);
    if (conversation === undefined || !(conversation.members.has(botUserId) || userId === botUserId)) return;
    const name = type === 'member_joined' ? 'member_joined_channel' : 'member_left_channel';
    const event = { type: name, user: userId, channel: channelId, team: team.id, event_ts: this.#workspace.nextTs() };
    this.#emit(name, {
      ...event,
      channel_type: conversation.kind === 'private' ? 'G' : 'C',
      ...(inviter !== undefined && { inviter }),
    });
  }

  /** Where a message stands; undefined when the app must not hear of it. */
  #conversation(message: Message): Conversation | undefined {
    return message.ephemeralTo === undefined ? this.#workspace.conversations.get(message.channelId) : undefined;
  }

  #placed(message: Message): Record<string, unknown> {
    return { channel: message.channelId, event_ts: message.ts };
  }

  /** A `message` event, by the kind of its conversation; only where the bot is a member. */
  #message(conversation: Conversation, event: Record<string, unknown>): void {
    if (!conversation.members.has(botUserId)) return;
    if (conversation.kind === 'public') this.#emit('message.channels', { ...event, channel_type: 'channel' });
    else if (conversation.kind === 'private') this.#emit('message.groups', { ...event, channel_type: 'group' });
    else this.#emit('message.im', { ...event, channel_type: 'im' });
  }

  #mentioned(conversation: Conversation, message: Message, event: Record<string, unknown>): void {
    if (conversation.kind === 'im' || conversation.kind === 'app') return;
    if (!mentionedUsers(message.text).includes(botUserId)) return;
    if (conversation.members.has(botUserId)) {
      const { channel_type: _none, ...mention } = event;
      this.#emit('app_mention', { ...mention, type: 'app_mention' });
      return;
    }
    const text = `You mentioned <@${botUserId}>, but they’re not in this channel.`;
    slackbotSays(this.#workspace, message, message.userId, text, inviteBlocks(text));
  }

  /** Sends an event that the manifest subscribes to and a scope allows. */
  #emit(subscription: keyof typeof eventScopes, event: Readonly<Record<string, unknown>>): void {
    const { bot_events } = this.#workspace.manifest.settings.event_subscriptions;
    const scopes: readonly string[] = eventScopes[subscription];
    if (!bot_events.includes(subscription) || !this.#tokens.isInstalled) return;
    const granted = this.#tokens.botScopes;
    if (scopes.length > 0 && !scopes.some((scope) => granted.has(scope))) return;
    const eventId = newId('Ev');
    const payload = {
      token: 'playground',
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: appId,
      event,
      type: 'event_callback',
      event_id: eventId,
      event_time: this.#clock.seconds(),
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: botUserId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${eventId}`,
    };
    const sent: SentEvent = { eventId, payload, answers: [] };
    this.sent.push(sent);
    if (this.sent.length > 1000) this.sent.shift();
    void this.#deliver(sent, 0, '');
  }

  async #deliver(event: SentEvent, retry: number, reason: string): Promise<void> {
    const delivery: Delivery = { kind: 'events_api', payload: event.payload };
    const answer = await this.#link().send(retry === 0 ? delivery : { ...delivery, retry: { number: retry, reason } });
    event.answers.push(answer);
    if (answer.kind === 'acknowledged' || (answer.kind === 'refused' && answer.noRetry)) return;
    const wait = retryAfter[retry];
    if (wait === undefined) return;
    const next = () => void this.#deliver(event, retry + 1, retryReason(answer));
    if (wait === 0) next();
    else this.#clock.runAt(this.#clock.now() + wait, next);
  }
}

function retryReason(answer: Answer): string {
  if (answer.kind === 'timeout') return 'http_timeout';
  return answer.kind === 'refused' ? 'http_error' : 'connection_failed';
}
