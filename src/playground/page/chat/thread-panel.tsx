import type { ReactNode } from 'react';
import type { Ts } from '../../protocol.ts';
import { Icon } from '../shell/icon.tsx';
import { repliesTo } from '../workspace/conversation.ts';
import { channelLabel } from '../workspace/names.ts';
import { go, useWorkspace } from '../workspace/page.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

export function ThreadPanel({ channelId, threadTs }: { readonly channelId: string; readonly threadTs: Ts }): ReactNode {
  const state = useWorkspace();
  const messages = state.messages[channelId] ?? [];
  const parent = messages.find(({ ts }) => ts === threadTs);
  const status = state.statuses.find((one) => one.channelId === channelId && one.threadTs === threadTs);
  const shown = [...(parent === undefined ? [] : [parent]), ...repliesTo(messages, threadTs)];
  return (
    <aside className="thread" aria-label="Thread">
      <header className="bar">
        <h2>
          {state.threadTitles[threadTs] ?? 'Thread'} <small>{channelLabel(state, channelId)}</small>
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close thread"
          title="Close thread"
          onClick={() => go({ kind: 'channel', channelId, threadTs: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <MessageList messages={shown} inThread label="Messages in this thread">
        {parent === undefined && <p className="hint">This thread’s first message is gone.</p>}
      </MessageList>
      {status !== undefined && (
        <p className="thread-status" role="status">
          {state.bot.name} {status.text}
        </p>
      )}
      <Composer key={threadTs} channelId={channelId} threadTs={threadTs} label="Reply in this thread" />
    </aside>
  );
}
