import { type ReactNode, useEffect, useState } from 'react';
import { update, usePage, useWorkspace } from '../workspace/page.ts';
import { Icon } from './icon.tsx';

/** How long a bot may take to connect before the page says that it has not. */
const PATIENCE_MILLIS = 3000;

/** What is wrong and what to do about it, above everything else. */
export function Banners(): ReactNode {
  const { bot } = useWorkspace();
  const link = usePage((page) => page.link);
  const isLate = useLate(!bot.connected);
  return (
    <div role="status">
      {link === 'lost' && (
        <p className="banner banner-problem banner-wide">
          <Icon name="warning" />
          The playground does not answer. Start it again with npm run playground; this page reconnects by itself.
        </p>
      )}
      {link !== 'lost' && isLate && (
        <p className="banner banner-problem banner-wide">
          <Icon name="warning" />
          {bot.name} is not connected, so nothing will answer. The terminal that runs npm run playground says why.
        </p>
      )}
    </div>
  );
}

/** The last operation that went wrong, in the words the workspace has for it. */
export function FailureNote(): ReactNode {
  const failure = usePage((page) => page.failure);
  return (
    <div role="alert">
      {failure !== null && (
        <div className="banner banner-problem">
          <Icon name="warning" />
          <p>{failure.message}</p>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => update({ failure: null })}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isLate;
}
