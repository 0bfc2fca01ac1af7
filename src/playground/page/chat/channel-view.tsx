import { type ReactNode, useEffect, useState } from 'react';
import type { Channel, Message, Ts } from '../../protocol.ts';
import { Bar } from '../shell/bar.tsx';
import { newestTs, topLevel } from '../workspace/conversation.ts';
import { channelLabel } from '../workspace/names.ts';
import { act, go, update, usePage, useWorkspace } from '../workspace/page.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { Opening } from './opening.tsx';

const NO_MESSAGES: readonly Message[] = [];

export function ChannelView({ of, threadTs }: { readonly of: Channel; readonly threadTs: Ts | null }): ReactNode {
  const state = useWorkspace();
  const messages = state.messages[of.id] ?? NO_MESSAGES;
  const shown = topLevel(messages);
  const label = channelLabel(state, of.id);
  const followThread = useThreadOfAnswer(of, messages, threadTs);
  useSeen(of.id, newestTs(messages));

  useEffect(() => {
    if (of.kind === 'app') void act('open-home', { tab: 'messages' });
  }, [of.kind]);

  return (
    <>
      <Bar
        title={label}
        detail={of.kind === 'app' ? 'Direct messages with the app' : of.topic}
        tab={of.kind === 'app' ? 'messages' : null}
      />
      <MessageList messages={shown} label={`Messages in ${label}`}>
        <Opening of={of} isEmpty={shown.every(({ origin }) => origin === 'join')} onSent={followThread} />
      </MessageList>
      {of.isMember ? (
        <Composer key={of.id} channelId={of.id} label={`Message ${label}`} onSent={followThread} />
      ) : (
        <div className="banner">
          <p>You are not in {label}.</p>
          <button type="button" className="button button-primary" onClick={() => act('join', { channelId: of.id })}>
            Join channel
          </button>
        </div>
      )}
    </>
  );
}

/** In a DM with the app the answer comes as a thread below the question: opens it when the answer is there. */
function useThreadOfAnswer(of: Channel, messages: readonly Message[], threadTs: Ts | null): (ts: Ts) => void {
  const [asked, setAsked] = useState<Ts | null>(null);
  const isAnswered = messages.some(({ ts, replyCount }) => ts === asked && replyCount > 0);
  useEffect(() => {
    if (asked === null || !isAnswered) return;
    setAsked(null);
    if (threadTs === null) go({ kind: 'channel', channelId: of.id, threadTs: asked });
  }, [asked, isAnswered, threadTs, of.id]);
  return (ts) => setAsked(of.kind === 'app' ? ts : null);
}

function useSeen(channelId: string, newest: Ts): void {
  const seen = usePage((page) => page.seen);
  useEffect(() => {
    if (newest > (seen[channelId] ?? '')) update({ seen: { ...seen, [channelId]: newest } });
  }, [channelId, newest, seen]);
}
