/** What a press of a button says about who pressed it, and where. */
import type { webApi } from '@slack/bolt';
import type { Place } from '../../bot/place.ts';
import type { Dialog } from '../render/dialog.ts';

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

/** Over the dialog in which the button was pressed, else in front of the message or Home tab. */
export async function openDialog(
  client: webApi.WebClient,
  token: string,
  { trigger_id, view: pressedIn }: Pick<Press, 'trigger_id' | 'view'>,
  view: Dialog,
): Promise<void> {
  if (pressedIn?.type === 'modal') await client.views.push({ token, trigger_id, view });
  else await client.views.open({ token, trigger_id, view });
}
