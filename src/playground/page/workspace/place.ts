/** Where the page is, kept in the address so that Back, reload and a second tab work. */
import type { Ts } from '../../protocol.ts';

export type Place =
  | { readonly kind: 'channel'; readonly channelId: string; readonly threadTs: Ts | null }
  | { readonly kind: 'home' }
  /** No place chosen yet: the page opens the first channel. */
  | { readonly kind: 'start' };

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
