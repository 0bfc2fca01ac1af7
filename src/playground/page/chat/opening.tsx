/** What stands above the first message: what the channel is for and, while nobody has said anything, what to try. */
import type { ReactNode } from 'react';
import type { Channel, State, Ts, User } from '../../protocol.ts';
import { COMMAND_EXAMPLES, DIRECT_EXAMPLES, MENTION_EXAMPLES } from '../workspace/examples.ts';
import { channelLabel } from '../workspace/names.ts';
import { act, update, usePage, useWorkspace } from '../workspace/page.ts';
import { writePlace } from '../workspace/place.ts';

interface Props {
  readonly of: Channel;
  readonly isEmpty: boolean;
  readonly onSent: (ts: Ts) => void;
}

export function Opening({ of, isEmpty, onSent }: Props): ReactNode {
  const state = useWorkspace();
  const label = channelLabel(state, of.id);
  return (
    <div className="opening">
      <h2>{of.kind === 'app' ? `This is your direct line to ${label}` : `This is the start of ${label}`}</h2>
      <p>{reachOf(of, state)}</p>
      {of.kind === 'app' && <Prompts of={of} onSent={onSent} />}
      {isEmpty && of.isMember && (
        <>
          <h3>Try</h3>
          <ul className="tries">
            {examplesFor(of, botHandle(state.users)).map((text) => (
              <li key={text}>
                <Try text={text} channelId={of.id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Puts the text in the composer, so that one sees where it would have been typed. */
function Try({ text, channelId }: { readonly text: string; readonly channelId: string }): ReactNode {
  const drafts = usePage((page) => page.drafts);
  const key = writePlace({ kind: 'channel', channelId, threadTs: null });
  return (
    <button
      type="button"
      className="try"
      onClick={() => {
        update({ drafts: { ...drafts, [key]: text } });
        document.querySelector<HTMLTextAreaElement>('.main .composer textarea')?.focus();
      }}
    >
      {text}
    </button>
  );
}

/** What the app itself suggests; pressing one sends it, as in Slack. */
function Prompts({ of, onSent }: { readonly of: Channel; readonly onSent: (ts: Ts) => void }): ReactNode {
  const { prompts } = useWorkspace();
  const own = prompts.find(({ channelId, threadTs }) => channelId === of.id && threadTs === undefined);
  if (own === undefined) return null;
  const send = async (text: string): Promise<void> => {
    const outcome = await act('message', { channelId: of.id, text });
    if (outcome.ok && 'ts' in outcome && typeof outcome.ts === 'string') onSent(outcome.ts);
  };
  return (
    <>
      <h3>{own.title ?? 'Suggested by the app'}</h3>
      <ul className="tries">
        {own.prompts.map(({ title, message }) => (
          <li key={message}>
            <button type="button" className="try" onClick={() => send(message)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How the app is reached from here. */
function reachOf({ kind, botIsMember }: Channel, { bot }: State): string {
  if (kind === 'app') return 'Ask in your own words. Every answer cites its place in the article.';
  if (kind === 'im') return `${bot.name} sees nothing of what is said here. Its command works all the same.`;
  return botIsMember
    ? `${bot.name} is in this channel: mention it, or type its command.`
    : `${bot.name} is not in this channel. Its command works all the same; to mention it, invite it first.`;
}

function examplesFor(of: Channel, handle: string): readonly string[] {
  if (of.kind === 'im') return [];
  if (of.kind === 'app') return DIRECT_EXAMPLES;
  return [
    ...COMMAND_EXAMPLES.slice(0, 2).map(({ text }) => text),
    ...MENTION_EXAMPLES.map((text) => `@${handle} ${text}`),
  ];
}

function botHandle(users: readonly User[]): string {
  return users.find(({ kind }) => kind === 'bot')?.name ?? 'app';
}
