/** Where the page is, kept in the address so that Back, reload and a second tab work. */
import type { Channel, Ts } from '../../protocol.ts';

export type Place =
  | { readonly kind: 'channel'; readonly channelId: string; readonly threadTs: Ts | null }
  | { readonly kind: 'home' }
  /** No place chosen yet. */
  | { readonly kind: 'start' };

/** A place that is there: an address that leads nowhere leads to the first channel that person and bot share. */
export function settlePlace(place: Place, channels: readonly Channel[]): Place {
  if (place.kind === 'home' || (place.kind === 'channel' && channels.some(({ id }) => id === place.channelId))) {
    return place;
  }
  const first = channels.find(({ isMember, botIsMember }) => isMember && botIsMember) ?? channels[0];
  return first === undefined ? { kind: 'home' } : { kind: 'channel', channelId: first.id, threadTs: null };
}

export function readPlace(hash: string): Place {
  const [kind, channelId, threadTs] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (kind === 'home') return { kind: 'home' };
  if (kind === 'channel' && channelId) return { kind: 'channel', channelId, threadTs: threadTs || null };
  return { kind: 'start' };
}

/** The address of a place: `readPlace(writePlace(place))` is the place again. */
export function writePlace(place: Place): string {
  switch (place.kind) {
    case 'start':
      return '#/';
    case 'home':
      return '#/home';
    case 'channel':
      return `#/channel/${encodeURIComponent(place.channelId)}${place.threadTs ? `/${place.threadTs}` : ''}`;
  }
}
