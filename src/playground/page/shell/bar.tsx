import type { ReactNode } from 'react';
import { useWorkspace } from '../workspace/page.ts';
import { writePlace } from '../workspace/place.ts';
import { Icon } from './icon.tsx';
import { useNavigation } from './navigation.ts';

interface Props {
  readonly title: string;
  readonly detail: string;
  /** The app's places have tabs; which one this is. */
  readonly tab: 'home' | 'messages' | null;
}

/** The heading of the main area. */
export function Bar({ title, detail, tab }: Props): ReactNode {
  const { channels } = useWorkspace();
  const { isOpen, setOpen } = useNavigation();
  const app = channels.find(({ kind }) => kind === 'app');
  const current = (one: 'home' | 'messages'): 'page' | undefined => (one === tab ? 'page' : undefined);
  return (
    <header className="bar">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Channels and clock"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" />
      </button>
      <h1>{title}</h1>
      {tab === null ? (
        <p className="bar-detail">{detail}</p>
      ) : (
        <nav className="tabs" aria-label={`${title} tabs`}>
          <a href={writePlace({ kind: 'home' })} aria-current={current('home')}>
            Home
          </a>
          {app !== undefined && (
            <a
              href={writePlace({ kind: 'channel', channelId: app.id, threadTs: null })}
              aria-current={current('messages')}
            >
              Messages
            </a>
          )}
        </nav>
      )}
    </header>
  );
}
