/** The app's Home as sections of parts; the surface adds what can be pressed. */
import { describeOrigin, formatDate } from './attribution.ts';
import type { Subscription } from './digest/subscription.ts';
import type { Day, Home } from './home.ts';
import type { Part } from './outline.ts';
import { citing, peopleParts } from './outline-lists.ts';
import { outlineNotice } from './outline-notice.ts';
import type { TopicCount } from './reply.ts';
import * as say from './wording.ts';

const HOME = {
  ask: 'How to ask',
  timeline: 'Timeline',
  topics: 'Topics',
  topicsHow: 'Each opens its statements, with who says so and where it stands.',
  people: 'People',
  digests: 'Digests in this workspace',
  digestsHow: 'A digest posts a few statements in a channel, at the time and on the days that the channel chose.',
  noDigests:
    'No channel has a digest. One posts a few statements in a channel, at the time and on the days you choose.',
  digestsAway: 'The digests can’t be read at the moment.',
  scores: 'How often answers are right',
} as const;

export interface HomeOutline {
  readonly head: readonly Part[];
  readonly ask: readonly Part[];
  readonly timeline: { readonly title: string; readonly stations: readonly Station[] };
  readonly topics: { readonly title: string; readonly how: string; readonly topics: readonly TopicCount[] };
  readonly people: { readonly title: string; readonly parts: readonly Part[] };
  readonly digests: {
    readonly title: string;
    readonly how: string;
    readonly digests: readonly { readonly subscription: Subscription; readonly parts: readonly Part[] }[];
  };
  readonly scores: readonly Part[];
  /** Where places are, the edition, the as-of sentence. */
  readonly foot: readonly string[];
}

/** A date and what happened then: a stop of the line through time. */
export interface Station {
  readonly date: string;
  readonly events: readonly { readonly text: string; readonly origin: string }[];
}

export function outlineHome(home: Home): HomeOutline {
  const { articles, asOf, edition, days, topics, sides, digests, scores } = home;
  const shown = days.flatMap(({ statements }) => statements.map(({ citation }) => citation));
  const { place, foot } = citing([...shown, ...sides.flatMap(({ people }) => people.map(({ citation }) => citation))]);
  return {
    head: [
      { kind: 'title', text: say.HELP.title },
      { kind: 'sentence', text: say.HELP.what },
      { kind: 'sentence', text: `${say.describeKnown(articles)} ${say.describeAsOf(asOf)}` },
    ],
    ask: [
      { kind: 'title', text: HOME.ask },
      { kind: 'sentence', text: say.HELP.how },
      ...say.EXAMPLES.filter(({ message }) => message !== 'help').map(
        ({ message }): Part => ({ kind: 'item', lead: '', text: `${say.COMMAND} ${message}`, origin: '' }),
      ),
    ],
    timeline: { title: HOME.timeline, stations: days.map((day) => station(day, place)) },
    topics: { title: HOME.topics, how: HOME.topicsHow, topics },
    people: { title: HOME.people, parts: peopleParts(sides, place) },
    digests: {
      title: HOME.digests,
      how: digests === null ? HOME.digestsAway : digests.length === 0 ? HOME.noDigests : HOME.digestsHow,
      digests: (digests ?? []).map(({ subscription, next }) => ({
        subscription,
        // A view calls nobody, so whoever ordered it is named.
        parts: outlineNotice({
          kind: 'status',
          subscription,
          next: next === null ? [] : [next],
          orderedBy: subscription.orderedBy,
        }).parts,
      })),
    },
    scores:
      scores === null
        ? []
        : [
            { kind: 'title', text: HOME.scores },
            { kind: 'sentence', text: say.describeScores(scores) },
            { kind: 'sentence', text: `Measured on edition ${scores.edition}.` },
          ],
    foot: [...foot, `Edition ${edition}.`, say.describeAsOf(asOf)],
  };
}

function station({ on, statements }: Day, place: ReturnType<typeof citing>['place']): Station {
  return {
    date: formatDate(on),
    events: statements.map((statement) => ({
      text: statement.text,
      origin: describeOrigin(statement, place(statement.citation)),
    })),
  };
}
