import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Channel } from '../../protocol.ts';
import { ChannelView } from '../chat/channel-view.tsx';
import { ThreadPanel } from '../chat/thread-panel.tsx';
import { channelLabel } from '../workspace/names.ts';
import { usePage, useWorkspace } from '../workspace/page.ts';
import { Announcer } from './announcer.tsx';
import { Banners, FailureNote } from './banners.tsx';
import { HomeView } from './home-view.tsx';
import { Modals } from './modals.tsx';
import { NavigationContext } from './navigation.ts';
import { Sidebar } from './sidebar.tsx';

export function Shell(): ReactNode {
  const isLoaded = usePage((page) => page.state !== null);
  const link = usePage((page) => page.link);
  if (isLoaded) return <Workspace />;
  return (
    <main className="loading">
      <h1 className="visually-hidden">Playground</h1>
      <p role="status">
        {link === 'lost'
          ? 'The playground does not answer. Start it with npm run playground.'
          : 'Opening the workspace…'}
      </p>
    </main>
  );
}

function Workspace(): ReactNode {
  const [isOpen, setOpen] = useNarrowOnly();
  const main = useRef<HTMLElement>(null);
  const channel = useChannel();
  const place = usePage((page) => page.place);
  const threadTs = place.kind === 'channel' ? place.threadTs : null;
  useTitle(channel);

  return (
    <NavigationContext value={{ isOpen, setOpen }}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to messages
      </button>
      <div className={threadTs === null ? 'shell' : 'shell has-thread'}>
        <Sidebar />
        {isOpen && <button type="button" className="scrim" aria-label="Close sidebar" onClick={() => setOpen(false)} />}
        <main className="main" ref={main} tabIndex={-1} inert={isOpen}>
          <Banners />
          {channel === null ? <HomeView /> : <ChannelView key={channel.id} of={channel} threadTs={threadTs} />}
          <FailureNote />
        </main>
        {channel !== null && threadTs !== null && (
          <ThreadPanel key={threadTs} channelId={channel.id} threadTs={threadTs} />
        )}
      </div>
      <Modals />
      <Announcer />
    </NavigationContext>
  );
}

/** The channel on screen; `null` for the app's Home. */
function useChannel(): Channel | null {
  const { channels } = useWorkspace();
  const place = usePage((page) => page.place);
  return channels.find(({ id }) => place.kind === 'channel' && id === place.channelId) ?? null;
}

function useTitle(channel: Channel | null): void {
  const state = useWorkspace();
  const name = channel === null ? `${state.bot.name} Home` : channelLabel(state, channel.id);
  useEffect(() => {
    document.title = `${name} · ${state.team.name} playground`;
  }, [name, state.team.name]);
}

/** Escape and a wider window close the sidebar that covers a narrow one. */
function useNarrowOnly(): [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') setOpen(false);
    };
    const wide = matchMedia('(min-width: 48rem)');
    document.addEventListener('keydown', close);
    wide.addEventListener('change', close);
    return () => {
      document.removeEventListener('keydown', close);
      wide.removeEventListener('change', close);
    };
  }, [isOpen]);
  return [isOpen, setOpen];
}
