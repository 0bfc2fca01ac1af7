import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Ts } from '../../protocol.ts';
import { Icon } from '../shell/icon.tsx';
import { Menu } from '../shell/menu.tsx';
import { act, attempt, update, usePage, useWorkspace } from '../workspace/page.ts';
import { writePlace } from '../workspace/place.ts';
import { type Suggestion, suggest } from '../workspace/suggestions.ts';
import { SuggestionList } from './suggestion-list.tsx';

interface Props {
  readonly channelId: string;
  readonly threadTs?: Ts;
  readonly label: string;
  /** Called with the ts of a message once the workspace has it. */
  readonly onSent?: (ts: Ts) => void;
}

/** Enter sends, Shift+Enter starts a line; `/`, `@` and `#` offer what there is. */
export function Composer({ channelId, threadTs, label, onSent }: Props): ReactNode {
  const state = useWorkspace();
  const key = writePlace({ kind: 'channel', channelId, threadTs: threadTs ?? null });
  const drafts = usePage((page) => page.drafts);
  const text = drafts[key] ?? '';
  const [caret, setCaret] = useState(text.length);
  const [active, setActive] = useState<number | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const suggestions = closed === text ? null : suggest(state, text, caret, threadTs !== undefined);
  const items = suggestions?.items ?? [];
  const current = active ?? (suggestions?.eager ? 0 : -1);

  const write = (next: string, nextCaret: number): void => {
    update({ drafts: { ...drafts, [key]: next } });
    setCaret(nextCaret);
    setActive(null);
  };

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
    if (document.activeElement === element && element.value === text) element.setSelectionRange(caret, caret);
  }, [text, caret]);

  const choose = (suggestion: Suggestion): void => {
    write(suggestion.text, suggestion.caret);
    area.current?.focus();
  };

  const send = async (): Promise<void> => {
    const typed = text.trim();
    if (typed === '') return;
    write('', 0);
    const body = threadTs === undefined ? { channelId, text: typed } : { channelId, text: typed, threadTs };
    const outcome = await attempt('message', body);
    // What goes wrong with a command is said in the channel by Slackbot.
    const isToldElsewhere = typed.startsWith('/') && !outcome.ok && outcome.error !== 'unreachable';
    update({ failure: outcome.ok || isToldElsewhere ? null : outcome });
    if (!outcome.ok) write(text, text.length);
    else if ('ts' in outcome && typeof outcome.ts === 'string') onSent?.(outcome.ts);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const suggestion = items[current];
    const taken = suggestion === undefined || suggestion.text.trim() === text.trim();
    if (items.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((Math.max(current, step === 1 ? -1 : 0) + step + items.length) % items.length);
    } else if (items.length > 0 && event.key === 'Escape') {
      event.stopPropagation();
      setClosed(text);
    } else if ((event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey && !taken) {
      event.preventDefault();
      choose(suggestion);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  const shortcuts = state.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      label: name,
      description,
      onChoose: () => act('shortcut', { callbackId, channelId }),
    }));

  return (
    <div className="composer">
      {suggestions !== null && <SuggestionList id={id} of={suggestions} current={current} onChoose={choose} />}
      <textarea
        ref={area}
        value={text}
        rows={1}
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={suggestions === null ? undefined : id}
        aria-activedescendant={current >= 0 && suggestions !== null ? `${id}-${current}` : undefined}
        onChange={({ target }) => write(target.value, target.selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-bar">
        {threadTs === undefined && shortcuts.length > 0 && (
          <Menu label="Shortcuts" items={shortcuts}>
            <Icon name="bolt" />
          </Menu>
        )}
        <p className="hint">
          <kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> starts a line
        </p>
        <button
          type="button"
          className="button button-primary button-send"
          disabled={text.trim() === ''}
          onClick={send}
        >
          <Icon name="send" />
          Send
        </button>
      </div>
    </div>
  );
}
