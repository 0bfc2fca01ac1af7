import type { ReactNode } from 'react';
import type { Channel, State } from '../../protocol.ts';
import { newestTs } from '../workspace/conversation.ts';
import { channelLabel } from '../workspace/names.ts';
import { becomePerson, usePage, useWorkspace } from '../workspace/page.ts';
import { type Place, writePlace } from '../workspace/place.ts';
import { ClockCard } from './clock-card.tsx';
import { Icon, type IconName } from './icon.tsx';
import { LedgerButton } from './ledger-button.tsx';
import { useNavigation } from './navigation.ts';

export function Sidebar(): ReactNode {
  const state = useWorkspace();
  const place = usePage((page) => page.place);
  const { isOpen, setOpen } = useNavigation();
  const of = (...kinds: readonly Channel['kind'][]): readonly Channel[] =>
    state.channels.filter(({ kind, isArchived }) => !isArchived && kinds.includes(kind));
  return (
    <aside className={isOpen ? 'sidebar is-open' : 'sidebar'} aria-label="Workspace">
      <div className="sidebar-head">
        <div>
          <p className="team">{state.team.name}</p>
          <p className="hint">A workspace on this machine only</p>
        </div>
        <button
          type="button"
          className="icon-button only-narrow"
          aria-label="Close sidebar"
          onClick={() => setOpen(false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <nav className="places" aria-label="Channels and app">
        <Group title="Channels">
          {of('public', 'private').map((channel) => (
            <ChannelLink key={channel.id} of={channel} place={place} />
          ))}
        </Group>
        <Group title={state.bot.name} detail={<BotStatus of={state} />}>
          {of('app').map((channel) => (
            <ChannelLink key={channel.id} of={channel} place={place} label="Direct message" />
          ))}
          <PlaceLink to={{ kind: 'home' }} isCurrent={place.kind === 'home'} icon="home" label="Home" />
        </Group>
        {of('im').length > 0 && (
          <Group title="Direct messages">
            {of('im').map((channel) => (
              <ChannelLink key={channel.id} of={channel} place={place} />
            ))}
          </Group>
        )}
      </nav>
      <ClockCard />
      <div className="sidebar-foot">
        <label>
          <span>You are</span>
          <select className="select" value={state.me.id} onChange={({ target }) => becomePerson(target.value)}>
            {state.users
              .filter(({ kind }) => kind === 'person')
              .map(({ id, realName }) => (
                <option key={id} value={id}>
                  {realName}
                </option>
              ))}
          </select>
        </label>
        <LedgerButton />
      </div>
    </aside>
  );
}

interface GroupProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly children: ReactNode;
}

function Group({ title, detail, children }: GroupProps): ReactNode {
  return (
    <>
      <h2 className="places-title">
        {title} {detail}
      </h2>
      <ul>{children}</ul>
    </>
  );
}

interface ChannelLinkProps {
  readonly of: Channel;
  readonly place: Place;
  readonly label?: string;
}

function ChannelLink({ of, place, label }: ChannelLinkProps): ReactNode {
  const state = useWorkspace();
  const seen = usePage((page) => page.seen[of.id] ?? '');
  const isCurrent = place.kind === 'channel' && place.channelId === of.id;
  const isUnread = !isCurrent && newestTs(state.messages[of.id]?.filter(({ userId }) => userId !== state.me.id)) > seen;
  const icon = { public: 'hash', private: 'lock', app: 'chat', im: 'person' } as const;
  const name = label ?? (of.kind === 'im' ? channelLabel(state, of.id) : of.name);
  return (
    <PlaceLink
      to={{ kind: 'channel', channelId: of.id, threadTs: null }}
      isCurrent={isCurrent}
      isUnread={isUnread}
      icon={icon[of.kind]}
      label={name}
    />
  );
}

interface PlaceLinkProps {
  readonly to: Place;
  readonly isCurrent: boolean;
  readonly isUnread?: boolean;
  readonly icon: IconName;
  readonly label: string;
}

function PlaceLink({ to, isCurrent, isUnread = false, icon, label }: PlaceLinkProps): ReactNode {
  const { setOpen } = useNavigation();
  return (
    <li>
      <a
        href={writePlace(to)}
        aria-current={isCurrent ? 'page' : undefined}
        className={isUnread ? 'place is-unread' : 'place'}
        onClick={() => setOpen(false)}
      >
        <Icon name={icon} />
        <span>{label}</span>
        {isUnread && <span className="unread">new</span>}
      </a>
    </li>
  );
}

function BotStatus({ of }: { readonly of: State }): ReactNode {
  const { connected, mode } = of.bot;
  return (
    <span
      className={connected ? 'status status-on' : 'status status-off'}
      title={mode === 'socket' ? 'Socket Mode' : 'HTTP'}
    >
      {connected ? 'connected' : 'not connected'}
    </span>
  );
}
