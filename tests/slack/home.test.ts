import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeHome, type Home } from '../../src/core/home.ts';
import { outlineHome } from '../../src/core/outline-home.ts';
import { validateView } from '../../src/playground/blocks/view.ts';
import { renderHome } from '../../src/slack/render/home.ts';
import { anyReply } from '../core/arbitrary-reply.ts';
import { ferryCorpus } from '../core/fixture.ts';

const corpus = ferryCorpus();

/** A Home with as much of everything as comes. */
const anyHome: fc.Arbitrary<Home> = fc.array(anyReply, { minLength: 20, maxLength: 60 }).map((replies) => {
  const timeline = replies.flatMap((reply) => (reply.kind === 'timeline' ? reply.entries : []));
  return {
    ...composeHome(corpus, null, null),
    days: timeline.map((statement) => ({ on: '2024-04-01', statements: [statement] as const })),
    topics: replies.flatMap((reply) => (reply.kind === 'topics' ? reply.topics : [])),
    sides: replies.flatMap((reply) => (reply.kind === 'people' ? reply.sides : [])),
    // One a channel, as the store has it.
    digests: replies
      .flatMap((reply) => (reply.kind === 'notice' && reply.notice.kind === 'list' ? reply.notice.entries : []))
      .map((entry, index) => ({ ...entry, subscription: { ...entry.subscription, channelId: `C${index}` } })),
  };
});

describe('the Home', () => {
  it('keeps Slack’s limits, whatever was curated and however much of it', () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        const view = renderHome(home);
        expect(validateView(view)).toMatchObject({ ok: true });
        expect(view.blocks.length).toBeLessThanOrEqual(100);
        expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(250_000);
        expect(JSON.stringify(view)).not.toContain('"mrkdwn"');
      }),
      { numRuns: 60 },
    );
  });

  it('joins the statements of a day, earliest day first, a month before its days', () => {
    const { timeline } = outlineHome(composeHome(corpus, [], null));
    expect(timeline.stations.map(({ date, events }) => [date, events.length])).toEqual([
      ['1 May 2023', 1],
      ['June 2023', 1],
    ]);
    expect(timeline.stations[1]?.events[0]?.origin).toContain('Reported by The Daily Gull, citing a clerk');
  });

  it('says that digests can’t be read where the store is away, and nothing of scores that nobody measured', () => {
    const outline = outlineHome(composeHome(corpus, null, null));
    expect(outline.digests).toMatchObject({ how: 'The digests can’t be read at the moment.', digests: [] });
    expect(outline.scores).toEqual([]);
  });
});
