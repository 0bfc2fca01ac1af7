/**
 * Every message and every view that the bot can make, at its longest. The types ask for each kind of reply, and for a
 * view for each id: a new one does not compile without.
 */
import { composeHome } from '../../src/core/home.ts';
import { MAX_TYPED_LENGTH } from '../../src/core/request.ts';
import { formatAnswerValue, referTo } from '../../src/slack/answer-value.ts';
import { formatCheckMetadata } from '../../src/slack/check-metadata.ts';
import { buildDigestForm } from '../../src/slack/digests/form.ts';
import { buildReport, buildWaiting } from '../../src/slack/digests/report.ts';
import { VIEW } from '../../src/slack/ids.ts';
import { renderAnswerDialog, renderAskDialog, renderAskFailure } from '../../src/slack/render/ask-dialog.ts';
import { renderCheckDialog } from '../../src/slack/render/check-dialog.ts';
import { renderNotice } from '../../src/slack/render/dialog.ts';
import { readRated } from '../../src/slack/render/feedback-actions.ts';
import { renderFeedbackDialog, renderThanks } from '../../src/slack/render/feedback-dialog.ts';
import { renderHome } from '../../src/slack/render/home.ts';
import { render, type SlackMessage } from '../../src/slack/render/render.ts';
import { renderReplyDialog } from '../../src/slack/render/reply-dialog.ts';
import { renderShareDialog } from '../../src/slack/render/share-dialog.ts';
import { renderShared, renderSharedVerdict } from '../../src/slack/render/shared.ts';
import { ferryCorpus } from '../core/fixture.ts';
import { allLongest, longestReplies, longestStatements, longestSubscription, TYPED } from '../core/longest-reply.ts';

const EDITION = 'e'.repeat(64);
const cut = { read: 1000, of: 40_000 };

export interface Named<T> {
  readonly name: string;
  readonly content: T;
}

export const everyMessage: readonly Named<SlackMessage>[] = [
  ...allLongest.flatMap((reply, index) =>
    (['asker', 'conversation'] as const).map((audience) => ({
      name: `${reply.kind} ${index} for ${audience}`,
      content: render(reply, audience, EDITION),
    })),
  ),
  { name: 'shared answer', content: renderShared(longestStatements, 'U0DANA', EDITION) },
  ...longestReplies.check.map((verdict, index) => ({
    name: `shared verdict ${index}`,
    content: renderSharedVerdict({ verdict, cut }, 'U0DANA', EDITION),
  })),
];

type View = ReturnType<typeof renderAskDialog> | ReturnType<typeof renderHome>;

const value = formatAnswerValue(referTo(EDITION, longestStatements, 99_999));
const rated = (reply: 'answer' | 'silence') => {
  const text = ['no', reply, EDITION, ...longestStatements.map(({ id }) => id)].join(' ');
  const read = readRated(text);
  if (read === null) throw new Error('not a rating');
  return renderFeedbackDialog(read, text);
};
const metadata = formatCheckMetadata({
  channelId: 'C0123456789',
  threadTs: '1711987200.000100',
  responseUrl: `https://hooks.slack.com/actions/${'A'.repeat(120)}`,
  claim: '"'.repeat(MAX_TYPED_LENGTH),
  cut,
});
const form = {
  channelId: 'C0123456789',
  time: '23:59',
  zone: 'America/Argentina/ComodRivadavia',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  count: 5,
} as const;
const home = {
  ...composeHome(ferryCorpus(), null, null),
  articles: longestReplies.help[0]?.articles ?? ferryCorpus().articles,
  edition: EDITION,
  days: longestReplies.timeline[0]?.entries.map((entry) => ({ on: '2024-03-25', statements: [entry] as const })) ?? [],
  topics: longestReplies.topics[0]?.topics ?? [],
  sides: longestReplies.people[0]?.sides ?? [],
  digests: Array.from({ length: 100 }, (_, n) => ({ subscription: longestSubscription(n), next: null })),
  scores: longestReplies.sources[0]?.scores ?? null,
};

const viewsById: { readonly [Key in keyof typeof VIEW]: readonly View[] } = {
  digestForm: [
    buildDigestForm({ ...form, known: null }, 0),
    buildDigestForm({ ...form, known: longestSubscription(0) }, 0),
    buildDigestForm({ ...form, channelId: '', known: null }, 0),
  ],
  ask: [
    renderAskDialog(),
    renderAskFailure(TYPED, 'Something went wrong.'),
    ...allLongest.map((reply) =>
      renderAnswerDialog({ typed: TYPED, asked: Array.from({ length: 20 }, () => TYPED) }, reply, EDITION),
    ),
  ],
  share: [renderShareDialog(value)],
  source: [...longestReplies.source, ...longestReplies.hint].map((reply) =>
    renderReplyDialog(VIEW.source, reply, EDITION),
  ),
  more: [...longestReplies.more, ...longestReplies.hint].map((reply) => renderReplyDialog(VIEW.more, reply, EDITION)),
  topic: [...longestReplies.topic, ...longestReplies.hint].map((reply) =>
    renderReplyDialog(VIEW.topic, reply, EDITION),
  ),
  sources: longestReplies.sources.map((reply) => renderReplyDialog(VIEW.sources, reply, EDITION)),
  check: longestReplies.check.flatMap((verdict) =>
    [null, 'Shared in the thread of the message, with your name as the one who shared it.'].map((shared) =>
      renderCheckDialog({ verdict, cut, shared, metadata }, EDITION),
    ),
  ),
  feedback: [rated('answer'), rated('silence'), renderThanks()],
  notice: [renderNotice('Share', 'Shared there.')],
  home: [renderHome(home), renderHome({ ...home, digests: null })],
};

export const everyView: readonly Named<View>[] = [
  ...Object.entries(viewsById).flatMap(([name, views]) =>
    views.map((content, index) => ({ name: `${name} ${index}`, content })),
  ),
  { name: 'waiting', content: buildWaiting() },
  ...longestReplies.notice.map(({ notice }) => ({ name: `report ${notice.kind}`, content: buildReport(notice) })),
];
