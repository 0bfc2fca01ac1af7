import { describe, expect, it } from 'vitest';
import { newsroom } from '../playground/local-slack.ts';
import { DAY, HOUR, postTimes, setStage } from './stage.ts';

describe('a digest', () => {
  it('is held at Slack for the coming two days, and posted by it', async () => {
    const stage = await setStage('2024-04-01T12:00:00Z');
    await stage.order(newsroom);
    expect(
      [...stage.slack.workspace.scheduled.values()].map(({ postAt }) => new Date(postAt * 1000).toISOString()),
    ).toEqual(['2024-04-02T08:00:00.000Z', '2024-04-03T08:00:00.000Z']);
    await stage.pass(3 * DAY, HOUR);
    expect(postTimes(stage.slack, newsroom)).toEqual([
      '2024-04-02T08:00:00Z',
      '2024-04-03T08:00:00Z',
      '2024-04-04T08:00:00Z',
    ]);
  });
});
