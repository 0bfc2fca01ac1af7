/** Whether follow-ups in a channel's threads are answered without a mention: what the bot says of that. */
import { describeRefusal } from './digest/refusal.ts';
import { COMMAND } from './wording.ts';

/** Each lets Slack send the app what is written in the channels of a kind that it is in. */
export type ListeningScope = 'channels:history' | 'groups:history';

export type FollowUpState =
  /** From now on, or still. */
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  /**
   * The channel's choice can have no effect; `chosen` says whether it was made before. `refusal` is Slack's word where it
   * takes no posts there either.
   */
  | {
      readonly kind: 'lacking';
      readonly scope: ListeningScope;
      readonly chosen: boolean;
      readonly refusal: string | null;
    }
  /** Slack takes no posts of ours there, as where the app was not invited; `refusal` is its word. */
  | { readonly kind: 'refused'; readonly refusal: string }
  /** A direct message is answered anyway. */
  | { readonly kind: 'direct' }
  /** Only Slack's command says what kind of channel it is. */
  | { readonly kind: 'command_only' };

const TURN_ON = `${COMMAND} followups on`;
const TURN_OFF = `${COMMAND} followups off`;

const KINDS: Readonly<Record<ListeningScope, string>> = {
  'channels:history': 'public channels',
  'groups:history': 'private channels',
};

/** What the app does where follow-ups are on, and the price of it. */
const LISTENING: Readonly<Record<ListeningScope, string>> = {
  'channels:history':
    'the permission channels:history, with which Slack sends this app all that is written in the public channels it is in',
  'groups:history':
    'the permission groups:history, with which Slack sends this app all that is written in the private channels it is in',
};

/** Sentences, one a line. */
export function describeFollowUps(state: FollowUpState): readonly string[] {
  switch (state.kind) {
    case 'on':
      return [
        'Here, questions that end in a question mark are answered without a mention in threads in which this app has ' +
          'answered, where the article has an answer. Nothing else is answered or kept.',
        `To have only mentions answered: ${TURN_OFF}`,
      ];
    case 'off':
      return [
        'Here, only messages that mention this app are answered.',
        `To have follow-ups in threads answered without a mention: ${TURN_ON}`,
      ];
    case 'lacking':
      return [
        `Follow-ups without a mention need ${LISTENING[state.scope]}. It was not granted when the app was installed, so ` +
          'only mentions are answered here.',
        `Whoever runs this app can ask for it: uncomment the lines for ${KINDS[state.scope]} in its ` +
          `manifest.yml, give that to Slack, and install the app again. ${
            state.chosen ? 'Nothing else is needed then.' : `Then: ${TURN_ON}`
          }`,
        ...(state.refusal === null ? [] : [describeRefusal(state.refusal)]),
      ];
    case 'refused':
      return ['Follow-ups can’t be answered here.', describeRefusal(state.refusal)];
    case 'direct':
      return ['In a direct message every question is answered; there is nothing to choose.'];
    case 'command_only':
      return [`Type it as a command in the channel: ${TURN_ON}`];
  }
}
