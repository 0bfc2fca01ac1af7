/** What a channel or a person that meets the app reads once. */
import type { Article } from './corpus.ts';
import type { Outline } from './outline.ts';
import { COMMAND, describeAsOf, describeKnown, EXAMPLES } from './wording.ts';

export function outlineGreeting(to: 'person' | 'channel', articles: readonly Article[], asOf: string): Outline {
  return {
    parts: [
      { kind: 'sentence', text: GREETING.what },
      { kind: 'sentence', text: describeKnown(articles) },
      { kind: 'sentence', text: GREETING.how[to] },
      { kind: 'sentence', text: GREETING.reach[to] },
    ],
    foot: [describeAsOf(asOf)],
  };
}

const GREETING = {
  what:
    'This app answers questions with statements that an editor wrote from the article, each with who says so and its ' +
    'place in the article. Where the article is silent, the answer says so.',
  how: {
    channel: `To ask, mention this app with your question, for example: ${EXAMPLES[0].message} The answer comes in the thread.`,
    person: `Write your question here, for example: ${EXAMPLES[0].message} The answer comes in its thread.`,
  },
  reach: {
    channel:
      `It answers mentions of it and ${COMMAND}, and nothing else that is written here, and keeps nothing of that. ` +
      `${COMMAND} help shows everything it can do.`,
    person: 'Questions can follow up on each other in a thread. Write help to see everything it can do.',
  },
} as const;
