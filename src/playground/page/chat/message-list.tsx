import { Fragment, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Message, Ts } from '../../protocol.ts';
import { useNow } from '../workspace/clock.ts';
import { newestTs, toRows } from '../workspace/conversation.ts';
import { useWorkspace } from '../workspace/page.ts';
import { formatDay, toMillis } from '../workspace/time.ts';
import { MessageItem } from './message-item.tsx';

interface Props {
  readonly messages: readonly Message[];
  readonly inThread?: boolean;
  readonly label: string;
  /** Shown above the first message. */
  readonly children?: ReactNode;
}

/** Follows new messages while the end is in view; otherwise says that there are some. */
export function MessageList({ messages, inThread = false, label, children }: Props): ReactNode {
  const { me } = useWorkspace();
  const now = useNow();
  const [tabStop, setTabStop] = useState<Ts | null>(null);
  const last = messages.at(-1);
  // What only I see answers what I just typed or pressed.
  const isDoneByMe = last !== undefined && (last.userId === me.id || last.ephemeralTo !== undefined);
  const { scroller, behind, toEnd, onScroll } = useEndInView(newestTs(messages), isDoneByMe);
  const stop = messages.some(({ ts }) => ts === tabStop) ? tabStop : messages.at(-1)?.ts;

  return (
    <div className="messages-area">
      <section className="messages" ref={scroller} onScroll={onScroll} aria-label={label}>
        {children}
        {toRows(messages, me.timeZone).map(({ message, startsDay, continues }) => (
          <Fragment key={message.ts}>
            {startsDay && !inThread && (
              <div className="day">
                <span>{formatDay(toMillis(message.ts), now, me.timeZone)}</span>
              </div>
            )}
            <MessageItem
              of={message}
              continues={continues}
              inThread={inThread}
              isTabStop={message.ts === stop}
              onFocus={() => setTabStop(message.ts)}
            />
          </Fragment>
        ))}
      </section>
      {behind && (
        <button type="button" className="button button-primary to-end" onClick={toEnd}>
          New messages below
        </button>
      )}
    </div>
  );
}

/**
 * Keeps the end in view when `newest` changes, if it was in view or `own` is true. A message that is taller than the
 * list shows its beginning.
 */
function useEndInView(newest: Ts, own: boolean) {
  const scroller = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);

  const toEnd = useCallback((): void => {
    const element = scroller.current;
    const last = element?.lastElementChild;
    if (element !== null && last instanceof HTMLElement) {
      const isTall = last.offsetHeight > element.clientHeight;
      element.scrollTop = isTall ? last.offsetTop : element.scrollHeight;
    }
    setBehind(false);
  }, []);

  useLayoutEffect(() => {
    if (newest === '') return;
    if (atEnd.current || own) toEnd();
    else setBehind(true);
  }, [newest, own, toEnd]);

  useLayoutEffect(() => {
    // Heights also change without a new message: an edit, a wider window, an opened table.
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  });

  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    if (atEnd.current) setBehind(false);
  };

  return { scroller, behind, toEnd, onScroll };
}
