/** What a person typed after `/rafah`, after a mention or in a DM, as a value. */

export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'check'; readonly claim: string }
  | { readonly kind: 'people' }
  | { readonly kind: 'timeline' }
  | { readonly kind: 'quotes'; readonly name: string | null }
  | { readonly kind: 'topics'; readonly topic: string | null }
  | { readonly kind: 'sources' }
  | { readonly kind: 'random' }
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'digest'; readonly words: readonly string[] }
  | { readonly kind: 'usage'; readonly usage: string }
  | { readonly kind: 'did_you_mean'; readonly typed: string; readonly nearest: string };
