import { type ReactNode, useState } from 'react';
import { toPlainText } from '../blocks/mrkdwn.ts';
import { useNow } from '../workspace/clock.ts';
import { channelLabel, nameOf } from '../workspace/names.ts';
import { act, useWorkspace } from '../workspace/page.ts';
import { formatMoment, formatSpan } from '../workspace/time.ts';
import { Dialog, DialogBody } from './dialog.tsx';
import { Icon } from './icon.tsx';

const HOUR = 3600;

/** The workspace's clock. It only goes forward: what was posted stays posted. */
export function ClockCard(): ReactNode {
  const { me, scheduled, clockOffset } = useWorkspace();
  const now = useNow();
  const [listing, setListing] = useState(false);
  const next = [...scheduled].sort((a, b) => a.postAt - b.postAt)[0];
  return (
    <section className="clock" aria-label="Workspace clock">
      <p className="clock-now">
        <Icon name="clock" />
        <time dateTime={new Date(now).toISOString()}>{formatMoment(now, me.timeZone)}</time>
      </p>
      {clockOffset > 30_000 && <p className="hint">{formatSpan(clockOffset)} ahead of this machine</p>}
      <div className="actions">
        <button type="button" className="button" onClick={() => act('clock', { advanceSeconds: HOUR })}>
          +1 hour
        </button>
        <button type="button" className="button" onClick={() => act('clock', { advanceSeconds: 24 * HOUR })}>
          +1 day
        </button>
        <button
          type="button"
          className="button"
          disabled={next === undefined}
          title={next && `Go to ${formatMoment(next.postAt * 1000, me.timeZone)}`}
          onClick={() => next && act('clock', { set: next.postAt * 1000 })}
        >
          Next post
        </button>
      </div>
      <button type="button" className="link-button" onClick={() => setListing(true)}>
        {scheduled.length === 1 ? '1 scheduled post' : `${scheduled.length || 'No'} scheduled posts`}
      </button>
      {listing && <ScheduledDialog onClose={() => setListing(false)} />}
    </section>
  );
}

function ScheduledDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const state = useWorkspace();
  const now = useNow();
  const posts = [...state.scheduled].sort((a, b) => a.postAt - b.postAt);
  return (
    <Dialog title="Scheduled posts" onClose={onClose} wide>
      <DialogBody>
        {posts.length === 0 && (
          <p className="hint">None yet. A daily digest puts its posts here: type /rafah digest in a channel.</p>
        )}
        <ol className="scheduled">
          {posts.map((post) => (
            <li key={post.id}>
              <p>
                <strong>{formatMoment(post.postAt * 1000, state.me.timeZone)}</strong> in{' '}
                {channelLabel(state, post.channelId)}{' '}
                <span className="hint">in {formatSpan(post.postAt * 1000 - now)}</span>
              </p>
              <p className="scheduled-text">{toPlainText(post.text, (id) => nameOf(state, id))}</p>
            </li>
          ))}
        </ol>
      </DialogBody>
    </Dialog>
  );
}
