import { expect, it } from 'vitest';
import { createPace } from '../../src/slack/digests/pace.ts';

function start() {
  const clock = { now: 1_712_000_000_000 };
  return { clock, pace: createPace(() => clock.now) };
}

it('lets fifty calls of a method go in any minute of a workspace, and says how long to wait', () => {
  const { clock, pace } = start();
  for (let i = 0; i < 50; i += 1) {
    expect(pace.take('T1', 'chat.scheduleMessage')).toBe(0);
    clock.now += 1000;
  }
  expect(pace.take('T1', 'chat.scheduleMessage')).toBe(10);
  expect(pace.take('T1', 'chat.deleteScheduledMessage')).toBe(0);
  expect(pace.take('T2', 'chat.scheduleMessage')).toBe(0);
  clock.now += 10_000;
  expect(pace.take('T1', 'chat.scheduleMessage')).toBe(0);
  expect(pace.take('T1', 'chat.scheduleMessage')).toBe(1);
});

it('makes no call of a method while Slack asked for none', () => {
  const { clock, pace } = start();
  pace.hold('T1', 'chat.scheduleMessage', 90);
  clock.now += 89_500;
  expect(pace.take('T1', 'chat.scheduleMessage')).toBe(1);
  expect(pace.take('T1', 'chat.scheduledMessages.list')).toBe(0);
  clock.now += 500;
  expect(pace.take('T1', 'chat.scheduleMessage')).toBe(0);
});
