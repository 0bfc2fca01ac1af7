/** Where a request came from. */
export interface Place {
  /** 'follow_up': said to nobody, in a thread whose channel chose to have such follow-ups answered. */
  readonly surface: 'command' | 'mention' | 'follow_up' | 'direct_message' | 'shortcut' | 'home' | 'terminal';
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  /** The thread a reply belongs to, where the surface has one. */
  readonly threadTs: string | null;
  /** Slack's timestamp of the message that asks, where there is one. */
  readonly messageTs: string | null;
}
