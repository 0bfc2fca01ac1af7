import { type ReactNode, useState } from 'react';
import type { Message } from '../../protocol.ts';
import { BlockArea } from '../blocks/block-area.tsx';
import { Mrkdwn } from '../blocks/rich-text.tsx';
import { Icon } from '../shell/icon.tsx';
import { repliesTo } from '../workspace/conversation.ts';
import { findUser, nameOf } from '../workspace/names.ts';
import { go, useWorkspace } from '../workspace/page.ts';
import { formatMoment, formatTime, toMillis } from '../workspace/time.ts';
import { Avatar } from './avatar.tsx';
import { MessageEditor } from './message-editor.tsx';
import { MessageToolbar } from './message-toolbar.tsx';

interface Props {
  readonly of: Message;
  readonly continues: boolean;
  /** In the thread panel a parent has no link to its own replies. */
  readonly inThread: boolean;
  /** Whether Tab reaches this message's toolbar. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

export function MessageItem({ of, continues, inThread, isTabStop, onFocus }: Props): ReactNode {
  const state = useWorkspace();
  const [editing, setEditing] = useState(false);
  const author = findUser(state, of.userId);
  const time = <MessageTime of={of} />;

  if (of.origin === 'join') {
    return (
      <article className="message message-system">
        <Icon name="person" />
        <div className="message-body">
          <Mrkdwn text={of.text} />
        </div>
        {time}
      </article>
    );
  }

  const className = [
    'message',
    continues && 'message-continues',
    of.ephemeralTo !== undefined && 'message-ephemeral',
    of.userId === state.bot.userId && 'message-bot',
  ];
  return (
    <article
      className={className.filter(Boolean).join(' ')}
      aria-label={label(of, nameOf(state, of.userId), state.me.timeZone)}
    >
      {continues ? <span className="message-gutter">{time}</span> : <Avatar of={author} />}
      <div className="message-main">
        {of.ephemeralTo !== undefined && !continues && (
          <p className="message-note">
            <Icon name="eye" />
            Only visible to you
          </p>
        )}
        {!continues && (
          <header className="message-header">
            <span className="message-author">{author?.realName ?? of.userId}</span>
            {of.botId !== undefined && <span className="badge">APP</span>}
            {time}
            {of.origin === 'scheduled' && <span className="message-origin">Scheduled post</span>}
          </header>
        )}
        {of.broadcast && !inThread && <p className="message-note">Replied in a thread</p>}
        {editing ? <MessageEditor of={of} onDone={() => setEditing(false)} /> : <MessageBody of={of} />}
        {!inThread && of.replyCount > 0 && <ThreadLink of={of} />}
      </div>
      {of.deleted === undefined && !editing && (
        <MessageToolbar
          of={of}
          inThread={inThread}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={onFocus}
          onEdit={() => setEditing(true)}
        />
      )}
    </article>
  );
}

function MessageBody({ of }: { readonly of: Message }): ReactNode {
  if (of.deleted) return <p className="message-body hint">This message was deleted.</p>;
  return (
    <div className="message-body">
      {of.blocks !== undefined && of.blocks.length > 0 ? (
        <BlockArea where={{ channelId: of.channelId, messageTs: of.ts }} blocks={of.blocks} />
      ) : (
        <Mrkdwn text={of.text} />
      )}
      {of.edited !== undefined && <span className="message-edited">(edited)</span>}
    </div>
  );
}

function MessageTime({ of }: { readonly of: Message }): ReactNode {
  const { timeZone } = useWorkspace().me;
  const at = toMillis(of.ts);
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at, timeZone)}>
      {formatTime(at, timeZone)}
    </time>
  );
}

function ThreadLink({ of }: { readonly of: Message }): ReactNode {
  const state = useWorkspace();
  const replies = repliesTo(state.messages[of.channelId] ?? [], of.ts);
  const authors = [...new Set(replies.map(({ userId }) => userId))].slice(0, 3);
  const last = replies.at(-1);
  return (
    <button
      type="button"
      className="thread-link"
      onClick={() => go({ kind: 'channel', channelId: of.channelId, threadTs: of.ts })}
    >
      <span className="thread-faces">
        {authors.map((id) => (
          <Avatar key={id} of={findUser(state, id)} />
        ))}
      </span>
      <strong>{of.replyCount === 1 ? '1 reply' : `${of.replyCount} replies`}</strong>
      {last !== undefined && <span>last at {formatTime(toMillis(last.ts), state.me.timeZone)}</span>}
    </button>
  );
}

function label(of: Message, author: string, timeZone: string): string {
  const when = formatTime(toMillis(of.ts), timeZone);
  return of.ephemeralTo === undefined ? `${author}, ${when}` : `${author}, ${when}, only visible to you`;
}
