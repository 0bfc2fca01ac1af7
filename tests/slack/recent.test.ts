import { describe, expect, it } from 'vitest';
import { createRecent } from '../../src/slack/recent.ts';

function start(ttlMs: number, max: number) {
  const clock = { now: 0 };
  return { clock, recent: createRecent(ttlMs, max, () => clock.now) };
}

describe('what was seen lately', () => {
  it('is first once', () => {
    const { recent } = start(100, 10);
    expect([recent.isFirst('a'), recent.isFirst('a'), recent.isFirst('b')]).toEqual([true, false, true]);
  });

  it('is first again when its time is up, counted from the first time', () => {
    const { clock, recent } = start(100, 10);
    recent.isFirst('a');
    clock.now = 99;
    expect(recent.isFirst('a')).toBe(false);
    clock.now = 100;
    expect(recent.isFirst('a')).toBe(true);
  });

  it('is first again when it is forgotten', () => {
    const { recent } = start(100, 10);
    recent.isFirst('a');
    recent.forget('a');
    expect(recent.isFirst('a')).toBe(true);
  });

  it('never takes more room than it may: the oldest goes', () => {
    const { recent } = start(1e9, 3);
    for (const key of ['a', 'b', 'c', 'd', 'e']) recent.isFirst(key);
    expect(recent.size).toBe(3);
    expect([recent.isFirst('e'), recent.isFirst('c'), recent.isFirst('a')]).toEqual([false, false, true]);
  });

  it('takes no room for what is over', () => {
    const { clock, recent } = start(100, 1000);
    for (let i = 0; i < 500; i++) recent.isFirst(`old ${i}`);
    clock.now = 200;
    recent.isFirst('new');
    expect(recent.size).toBe(1);
  });
});
