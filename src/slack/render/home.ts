/** The app's Home. */
import type { types } from '@slack/bolt';
import type { Home } from '../../core/home.ts';
import { type HomeOutline, outlineHome, type Station } from '../../core/outline-home.ts';
import type { TopicCount } from '../../core/reply.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import {
  actions,
  type Block,
  context,
  describedButton,
  header,
  inline,
  linedList,
  richText,
  section,
} from './blocks.ts';
import { askButton, HERE, openButton, subscriptionActions } from './digest-buttons.ts';
import { blocksOf } from './parts.ts';

/** With the rest of the view these keep it within 100 blocks; what is over is counted, and can be listed by a command. */
const MAX = { stations: 30, peopleBlocks: 20, digests: 8 } as const;

/** Buttons that open a topic; each has a number in its action's id, which must be unique in a block. */
export const MAX_TOPICS = 50;

/** For what a view holds beside the text that people read: ids, types, brackets. */
const MAX_TEXT_BYTES = 100_000;

const SOURCES = describedButton(
  ACTION.openSources,
  'Sources and method',
  'what the answers rest on, and how they are measured',
  'sources',
);

/** Never over Slack's limits, whatever was curated and however many digests there are. */
export function renderHome(home: Home): types.HomeView {
  const { head, ask, timeline, topics, people, digests, scores, foot } = outlineHome(home);
  const blocks = [
    ...blocksOf(head),
    ...blocksOf(ask),
    actions(BLOCK.homeAsk, askButton()),
    header(topics.title),
    ...renderTopics(topics),
    header(digests.title),
    ...renderDigests(digests),
    header(timeline.title),
    ...renderStations(timeline.stations),
    header(people.title),
    ...shorten(blocksOf(people.parts), MAX.peopleBlocks, 'All people: /rafah people'),
    ...blocksOf(scores),
    actions(BLOCK.homeSources, SOURCES),
    context(foot),
  ];
  return { type: 'home', callback_id: VIEW.home, blocks };
}

function renderStations(stations: readonly Station[]): readonly Block[] {
  const blocks: Block[] = [];
  let bytes = 0;
  for (const { date, events } of stations) {
    bytes += Buffer.byteLength(events.map(({ text, origin }) => text + origin).join(''));
    if (blocks.length === MAX.stations || bytes > MAX_TEXT_BYTES) break;
    const items = events.map(({ text, origin }) => section(inline(text), inline(`\n${origin}`, { italic: true })));
    blocks.push(richText(section(inline(date, { bold: true })), linedList(items)));
  }
  const left = stations.length - blocks.length;
  return left === 0 ? blocks : [...blocks, context([`${left} more dates: /rafah timeline`])];
}

function renderTopics({ how, topics }: HomeOutline['topics']): readonly Block[] {
  const buttons = topics.slice(0, MAX_TOPICS).map(topicButton);
  const rows: Block[] = [];
  for (let from = 0; from < buttons.length; from += LIMITS.actionsElements) {
    rows.push(actions(`${BLOCK.topics}.${from}`, ...buttons.slice(from, from + LIMITS.actionsElements)));
  }
  return [context([how]), ...rows];
}

function topicButton({ topic, statements }: TopicCount, index: number): types.Button {
  const opens = statements === 1 ? 'its statement' : `its ${statements} statements`;
  return describedButton(`${ACTION.openTopic}.${index}`, topic.name, `opens ${opens}`, topic.id);
}

function renderDigests({ how, digests }: HomeOutline['digests']): readonly Block[] {
  const shown = digests.slice(0, MAX.digests).flatMap(({ subscription, parts }) => [
    // All in one block: the lines of a digest belong together.
    ...joinRichText(blocksOf(parts)),
    { ...subscriptionActions(subscription), block_id: `${BLOCK.digestActions}.${subscription.channelId}` },
  ]);
  const left = digests.length - MAX.digests;
  const more = left > 0 ? [context([`${left} more: /rafah digest list`])] : [];
  return [context([how]), ...shown, ...more, actions(BLOCK.homeDigests, openButton('Set up a digest', HERE))];
}

function joinRichText(blocks: readonly Block[]): readonly Block[] {
  const elements = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));
  return [richText(...elements)];
}

function shorten(blocks: readonly Block[], max: number, rest: string): readonly Block[] {
  return blocks.length <= max ? blocks : [...blocks.slice(0, max - 1), context([rest])];
}
