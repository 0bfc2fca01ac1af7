import type { KeyboardEvent, ReactNode } from 'react';
import type { Message } from '../../protocol.ts';
import { Icon } from '../shell/icon.tsx';
import { Menu, type MenuItem } from '../shell/menu.tsx';
import { act, go, useWorkspace } from '../workspace/page.ts';

interface Props {
  readonly of: Message;
  readonly inThread: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onEdit: () => void;
}

/**
 * What one can do with a message. One toolbar of a list is in the tab order; the arrow keys go from there to the
 * toolbars of the messages above and below.
 */
export function MessageToolbar({ of, inThread, tabIndex, onFocus, onEdit }: Props): ReactNode {
  const { me, shortcuts } = useWorkspace();
  const { channelId, ts } = of;

  if (of.ephemeralTo !== undefined) {
    return (
      <div className="toolbar">
        <button
          type="button"
          className="icon-button"
          aria-label="Dismiss message"
          title="Dismiss message"
          tabIndex={tabIndex}
          onFocus={onFocus}
          onKeyDown={moveBetweenMessages}
          onClick={() => act('delete', { channelId, ts })}
        >
          <Icon name="close" />
        </button>
      </div>
    );
  }

  const items: MenuItem[] = shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      label: name,
      description,
      onChoose: () => act('shortcut', { callbackId, channelId, messageTs: ts }),
    }));
  if (of.userId === me.id) {
    items.push(
      { key: 'edit', label: 'Edit message', onChoose: onEdit },
      { key: 'delete', label: 'Delete message', onChoose: () => act('delete', { channelId, ts }) },
    );
  }
  return (
    <div className="toolbar">
      {!inThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          tabIndex={tabIndex}
          onFocus={onFocus}
          onKeyDown={moveBetweenMessages}
          onClick={() => go({ kind: 'channel', channelId, threadTs: of.threadTs ?? ts })}
        >
          <Icon name="reply" />
        </button>
      )}
      {items.length > 0 && (
        <Menu label="More actions" items={items} tabIndex={tabIndex} onFocus={onFocus} onKeyDown={moveBetweenMessages}>
          <Icon name="more" />
        </Menu>
      )}
    </div>
  );
}

function moveBetweenMessages(event: KeyboardEvent<HTMLButtonElement>): void {
  const list = event.currentTarget.closest('.messages');
  const toolbars = [...(list?.querySelectorAll('.toolbar') ?? [])];
  const index = toolbars.findIndex((toolbar) => toolbar.contains(event.currentTarget));
  const goal = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: toolbars.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  toolbars[goal]?.querySelector('button')?.focus();
}
