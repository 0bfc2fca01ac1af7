import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Message, State } from '../../protocol.ts';
import { toPlainText } from '../blocks/mrkdwn.ts';
import { newestTs } from '../workspace/conversation.ts';
import { channelLabel, nameOf } from '../workspace/names.ts';
import { useWorkspace } from '../workspace/page.ts';

const MAX_LENGTH = 400;

/** Says new messages of others to screen readers, without moving the focus. */
export function Announcer(): ReactNode {
  const state = useWorkspace();
  const heard = useRef<string | null>(null);
  const [words, setWords] = useState('');

  useEffect(() => {
    const messages = Object.values(state.messages).flat();
    const last = heard.current;
    heard.current = newestTs(messages) || last || '';
    if (last === null) return;
    const fresh = messages.filter(({ ts, userId }) => ts > last && userId !== state.me.id);
    if (fresh.length > 0) setWords(fresh.map((message) => announcement(message, state)).join('. '));
  }, [state]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}

function announcement(message: Message, state: State): string {
  const author = nameOf(state, message.userId);
  const whom =
    message.ephemeralTo === undefined ? `in ${channelLabel(state, message.channelId)}` : 'only visible to you';
  return `${author}, ${whom}: ${toPlainText(message.text, (id) => nameOf(state, id))}`.slice(0, MAX_LENGTH);
}
