import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Message } from '../../protocol.ts';
import { toPlainText } from '../blocks/mrkdwn.ts';
import { nameOf } from '../workspace/names.ts';
import { act, useWorkspace } from '../workspace/page.ts';

/** One's own message as text that can be changed. Enter saves, Escape leaves it as it was. */
export function MessageEditor({ of, onDone }: { readonly of: Message; readonly onDone: () => void }): ReactNode {
  const state = useWorkspace();
  const handle = (id: string): string => state.users.find((user) => user.id === id)?.name ?? nameOf(state, id);
  const [text, setText] = useState(() => toPlainText(of.text, handle));

  const save = async (): Promise<void> => {
    const outcome = await act('edit', { channelId: of.channelId, ts: of.ts, text });
    if (outcome.ok) onDone();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <div className="editor">
      <textarea
        className="input"
        aria-label="Edit message"
        ref={(element) => element?.focus()}
        value={text}
        rows={3}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="actions">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="button" className="button button-primary" disabled={text.trim() === ''} onClick={save}>
          Save
        </button>
      </div>
    </div>
  );
}
