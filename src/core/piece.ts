/** A line of text with parts that each surface writes in its own way. */

/** Something that a surface knows by more than words. Ids are Slack's, never typed text. */
export type Reference =
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
  /** Epoch seconds; shown in the reader's own time zone. */
  | { readonly kind: 'instant'; readonly at: number };

export type Piece = string | Reference;

/** How a surface writes both in plain text. */
export interface Spelling {
  readonly words: (text: string) => string;
  readonly reference: (reference: Reference) => string;
}

/** Without any markup. */
export const PLAIN: Spelling = {
  words: (text) => text,
  reference: (reference) => {
    switch (reference.kind) {
      case 'channel':
        return `#${reference.id}`;
      case 'person':
        return `@${reference.id}`;
      case 'instant':
        return `${new Date(reference.at * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    }
  },
};

export function spell(pieces: readonly Piece[], { words, reference }: Spelling): string {
  return pieces.map((piece) => (typeof piece === 'string' ? words(piece) : reference(piece))).join('');
}
