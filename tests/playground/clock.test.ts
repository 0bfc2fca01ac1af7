import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/playground/clock.ts';

describe('a frozen clock', () => {
  it('moves only when told to, and never back', () => {
    const clock = new Clock({ startAt: 1000, frozen: true });
    clock.advance(500);
    clock.moveTo(2000);
    expect(clock.now()).toBe(2000);
    expect(() => clock.moveTo(1999)).toThrow(RangeError);
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.moveTo(Number.NaN)).toThrow(RangeError);
    expect(clock.now()).toBe(2000);
  });

  it('runs what falls between in order, each at its own moment', () => {
    const clock = new Clock({ startAt: 0, frozen: true });
    const ran: [string, number][] = [];
    const note = (name: string) => () => ran.push([name, clock.now()]);
    clock.runAt(300, note('third'));
    clock.runAt(100, note('first'));
    clock.runAt(100, note('second'));
    clock.runAt(501, note('later'));
    const cancel = clock.runAt(200, note('cancelled'));
    cancel();
    clock.advance(500);
    expect(ran).toEqual([
      ['first', 100],
      ['second', 100],
      ['third', 300],
    ]);
    expect(clock.now()).toBe(500);
  });

  it('runs what a timer sets for the same stretch', () => {
    const clock = new Clock({ startAt: 0, frozen: true });
    const ran: number[] = [];
    clock.runAt(100, () => clock.runAt(150, () => ran.push(clock.now())));
    clock.advance(200);
    expect(ran).toEqual([150]);
  });
});

describe('a ticking clock', () => {
  it('keeps the machine’s pace from where it was set', async () => {
    const clock = new Clock({ startAt: Date.UTC(2024, 3, 1) });
    const before = clock.now();
    await new Promise<void>((resolve) => clock.runAt(before + 50, resolve));
    expect(clock.now() - before).toBeGreaterThanOrEqual(50);
    expect(clock.now() - before).toBeLessThan(5000);
    clock.stop();
  });

  it('knows how far it is from the machine’s', () => {
    const clock = new Clock();
    clock.advance(3_600_000);
    expect(Math.abs(clock.offset - 3_600_000)).toBeLessThan(1000);
    clock.stop();
  });
});
