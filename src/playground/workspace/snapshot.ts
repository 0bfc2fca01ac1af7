import type { Bot, Channel, State, User } from '../protocol.ts';
import { botUserId } from './seed.ts';
import type { Conversation, Workspace } from './workspace.ts';

/** The workspace as one person sees it. */
export function snapshot(workspace: Workspace, me: User, bot: Pick<Bot, 'mode' | 'connected'>): State {
  const { clock, manifest } = workspace;
  const seen = [...workspace.conversations.values()].filter(
    ({ kind, members }) => kind === 'public' || members.has(me.id),
  );
  const seenIds = new Set(seen.map(({ id }) => id));
  const isSeen = ({ channelId }: { readonly channelId: string }) => seenIds.has(channelId);
  const messages = seen.map(({ id }) => {
    const visible = workspace
      .messagesIn(id)
      .filter(({ ephemeralTo }) => ephemeralTo === undefined || ephemeralTo === me.id);
    return [id, visible] as const;
  });
  const scheduled = [...workspace.scheduled.values()]
    .filter(isSeen)
    .sort((one, other) => one.postAt - other.postAt)
    .map(({ id, channelId, postAt, text, blocks }) => ({ id, channelId, postAt, text, ...(blocks && { blocks }) }));
  return {
    revision: workspace.revision,
    now: clock.now(),
    clockOffset: clock.offset,
    team: workspace.team,
    me,
    users: [...workspace.users.values()],
    channels: seen.map((conversation) => channelOf(conversation, me, workspace)),
    messages: Object.fromEntries(messages),
    modals: workspace.views.stack(me.id).map((view) => ({ viewId: view.id, view })),
    home: workspace.views.home(me.id) ?? null,
    scheduled,
    commands: manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    shortcuts: manifest.features.shortcuts.map(({ callback_id, name, description, type }) => ({
      callbackId: callback_id,
      name,
      description,
      type,
    })),
    prompts: [...workspace.prompts.values()].filter(isSeen),
    statuses: [...workspace.statuses.values()].filter(isSeen),
    threadTitles: Object.fromEntries(workspace.threadTitles),
    bot: { userId: botUserId, name: workspace.bot.realName, ...bot },
  };
}

function channelOf(conversation: Conversation, me: User, workspace: Workspace): Channel {
  const { id, kind, topic, isArchived, members } = conversation;
  const other = [...members].find((member) => member !== me.id);
  const name = kind === 'im' && other !== undefined ? workspace.user(other).realName : conversation.name;
  return {
    id,
    name,
    kind,
    topic,
    isArchived,
    isMember: members.has(me.id),
    botIsMember: members.has(botUserId),
    members: [...members],
  };
}
