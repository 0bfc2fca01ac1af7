/** What a press of a button says about who pressed it, and where. */
import type { webApi } from '@slack/bolt';
import { describeError } from '../../bot/log.ts';
import type { Place } from '../../bot/place.ts';
import type { Fetch } from '../fetch.ts';
import type { Dialog } from '../render/dialog.ts';
import type { ListenerDependencies } from './dependencies.ts';

/** The parts of `block_actions` that we read. */
export interface Press {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string } | undefined;
  readonly container: Readonly<Record<string, unknown>>;
  readonly trigger_id: string;
  readonly view?: { readonly id: string; readonly type: string; readonly callback_id: string } | undefined;
}

/** @param teamId of the request's context, for where the press itself names none */
export function placeOfPress({ team, user, channel, container, view }: Press, teamId = ''): Place {
  return {
    surface: view === undefined ? surfaceOf(channel?.id ?? '', container) : view.type === 'home' ? 'home' : 'shortcut',
    teamId: team?.id ?? teamId,
    channelId: channel?.id ?? '',
    userId: user.id,
    threadTs: textIn(container, 'thread_ts'),
    messageTs: textIn(container, 'message_ts'),
  };
}

function surfaceOf(channelId: string, container: Press['container']): Place['surface'] {
  if (container['is_ephemeral'] === true) return 'command';
  return channelId.startsWith('D') ? 'direct_message' : 'mention';
}

function textIn(container: Press['container'], key: string): string | null {
  const value = container[key];
  return typeof value === 'string' ? value : null;
}

/** One message or view as one person sees it. */
export function pressKey(press: Press): string {
  const { teamId, channelId, userId, messageTs } = placeOfPress(press);
  return [teamId, channelId, userId, messageTs ?? press.view?.id ?? ''].join(' ');
}

/** What opens a dialog: a press, or a shortcut. */
export interface Opening {
  readonly trigger_id: string;
  /** The view in which it was pressed. */
  readonly view?: Press['view'];
  /** Slack's address for answering it; none where it was in a view. */
  readonly response_url?: string;
  readonly container?: Press['container'];
}

/**
 * Over the dialog in which the button was pressed, else in front of what is on screen. Never rejects: where Slack
 * opens none (a trigger is good for three seconds), the person is told where they can be, and the log has one line.
 */
export async function openDialog(
  { fetch, log, metrics }: Pick<ListenerDependencies, 'fetch' | 'log' | 'metrics'>,
  { client, token }: { readonly client: webApi.WebClient; readonly token: string },
  { trigger_id, view: pressedIn, response_url, container = {} }: Opening,
  view: Dialog,
): Promise<void> {
  try {
    if (pressedIn?.type === 'modal') await client.views.push({ token, trigger_id, view });
    else await client.views.open({ token, trigger_id, view });
  } catch (error) {
    metrics.errors.count({ where: 'dialog' });
    log.error('A dialog could not be opened', describeError(error));
    if (response_url !== undefined) await respondPrivately(fetch, response_url, textIn(container, 'thread_ts'));
  }
}

const NOT_OPENED = 'This could not be opened in time. Please try again.';

/** A second failure is nobody's news. */
async function respondPrivately(fetch: Fetch, responseUrl: string, threadTs: string | null): Promise<void> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const body = { response_type: 'ephemeral', replace_original: false, ...thread, text: NOT_OPENED };
  const headers = { 'content-type': 'application/json' };
  await fetch(responseUrl, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined);
}
