/** Where a request came from. */
export interface Place {
  readonly surface: 'command' | 'mention' | 'direct_message' | 'shortcut' | 'home' | 'terminal';
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  /** The thread a reply belongs to, where the surface has one. */
  readonly threadTs: string | null;
  /** Slack's timestamp of the message that asks, where there is one. */
  readonly messageTs: string | null;
}
