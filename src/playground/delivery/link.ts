/** What people do with an app's commands, messages and views, by the `type` of its payload. */
export const interactionTypes = [
  'block_actions',
  'block_suggestion',
  'view_submission',
  'view_closed',
  'message_action',
  'shortcut',
] as const;

type Payload = Readonly<Record<string, unknown>>;

/** Something that Slack sends to the app. */
export type Delivery =
  | {
      readonly kind: 'events_api';
      readonly payload: Payload;
      /** Present when Slack sends an event again. */
      readonly retry?: { readonly number: number; readonly reason: string };
    }
  | { readonly kind: 'slash_commands'; readonly payload: Readonly<Record<string, string>> }
  | { readonly kind: 'interactive'; readonly payload: InteractionPayload };

export type InteractionPayload = Payload & { readonly type: (typeof interactionTypes)[number] };

/** What became of it within three seconds. */
export type Answer =
  /** `payload` is what the app said with its acknowledgement, if anything. */
  | { readonly kind: 'acknowledged'; readonly payload: unknown }
  | { readonly kind: 'timeout' }
  /** HTTP: the app answered with an error. `noRetry` when it asked not to be sent this again. */
  | { readonly kind: 'refused'; readonly status: number; readonly noRetry: boolean }
  /** No WebSocket is open, or nobody listens at the URL. */
  | { readonly kind: 'unreachable' };

/** How long the app may take to acknowledge, in milliseconds. */
export const acknowledgeWithin = 3000;

/** The way to the app: Socket Mode or signed HTTP. */
export interface Link {
  readonly mode: 'socket' | 'http';
  readonly connected: boolean;
  send(delivery: Delivery): Promise<Answer>;
}
