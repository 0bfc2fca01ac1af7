import { describe, expect, it } from 'vitest';
import { createInFlight } from '../../src/slack/in-flight.ts';

const soon = (ms: number): Promise<string> => new Promise((resolve) => setTimeout(resolve, ms, 'done'));

describe('work in flight', () => {
  it('is none at first', async () => {
    expect(await createInFlight().idle(0)).toBe(true);
  });

  it('is waited for, also what is added while waiting, and whether it fails or not', async () => {
    const inFlight = createInFlight();
    const first = inFlight.track(soon(20).then(() => inFlight.track(soon(20))));
    const second = inFlight.track(Promise.reject(new Error('failed')));
    await expect(second).rejects.toThrow('failed');
    expect(await inFlight.idle(5000)).toBe(true);
    expect(await first).toBe('done');
    expect(inFlight.size).toBe(0);
  });

  it('is not waited for longer than asked', async () => {
    const inFlight = createInFlight();
    const work = inFlight.track(soon(300));
    expect(await inFlight.idle(20)).toBe(false);
    expect(inFlight.size).toBe(1);
    await work;
  });
});
