import { describe, expect, it, onTestFinished } from 'vitest';
import { type DigestLoopOptions, startDigestLoop } from '../../src/bot/digest-loop.ts';
import { createLog } from '../../src/bot/log.ts';

const MINUTE = 60_000;

function start(options: Partial<DigestLoopOptions> & Pick<DigestLoopOptions, 'visit'>) {
  const clock = { now: 1_712_000_000_000 };
  const logged: string[] = [];
  const loop = startDigestLoop({
    teamIds: async (all) => (all ? ['T1'] : []),
    log: createLog('info', (line) => logged.push(JSON.parse(line).message)),
    now: () => clock.now,
    beatMs: 5,
    ...options,
  });
  onTestFinished(async () => {
    await loop.stop(1000);
  });
  return { clock, logged, loop };
}

describe('the loop over workspaces', () => {
  it('never visits one twice at once, and again after a change that came meanwhile', async () => {
    let now = 0;
    let most = 0;
    let visits = 0;
    const { loop } = start({
      async visit() {
        now += 1;
        visits += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 10));
        now -= 1;
        return null;
      },
    });
    for (let i = 0; i < 5; i += 1) loop.wake('T1');
    await new Promise((resolve) => setTimeout(resolve, 2));
    loop.wake('T1');
    await loop.idle();
    expect(most).toBe(1);
    expect(visits).toBe(2);
  });

  it('goes on with one when it asked to, and not before', async () => {
    const visited: number[] = [];
    const { clock, loop } = start({
      async visit() {
        visited.push(clock.now);
        return visited.length === 1 ? clock.now + 30_000 : null;
      },
    });
    await loop.idle();
    clock.now += 29_000;
    await loop.idle();
    expect(visited).toHaveLength(1);
    clock.now += 1000;
    await loop.idle();
    expect(visited).toHaveLength(2);
  });

  it('tells of a failure once, and tries again each minute', async () => {
    let visits = 0;
    const { clock, logged, loop } = start({
      async visit() {
        visits += 1;
        if (visits < 4) throw new Error('the store is away');
        return null;
      },
    });
    for (let i = 0; i < 5; i += 1) {
      await loop.idle();
      clock.now += MINUTE;
    }
    expect(visits).toBe(4);
    expect(logged).toEqual(['The digests of a workspace could not be seen to']);
  });

  it('tells once that workspaces cannot be read, and goes on when they can', async () => {
    let asked = 0;
    const visited: string[] = [];
    const { clock, logged, loop } = start({
      async teamIds(all) {
        asked += 1;
        if (asked < 4) throw new Error('the store is away');
        return all ? ['T1'] : [];
      },
      async visit(teamId) {
        visited.push(teamId);
        return null;
      },
    });
    for (let i = 0; i < 5; i += 1) {
      await loop.idle();
      clock.now += MINUTE;
    }
    expect(logged).toEqual(['The workspaces with digests could not be read']);
    expect(visited).toEqual(['T1']);
  });

  it('serves those who came first, and not one that always has more to do', async () => {
    const visited: string[] = [];
    const { clock, loop } = start({
      teamIds: async (all) => (all ? Array.from({ length: 20 }, (_, i) => `T${i}`) : []),
      async visit(teamId) {
        visited.push(teamId);
        return teamId === 'T0' && visited.length < 100 ? clock.now : null;
      },
    });
    await loop.idle();
    expect(new Set(visited.slice(0, 24)).size).toBe(20);
  });

  it('waits when it stops for what is under way, but not for ever', async () => {
    let finish = (): void => undefined;
    const { loop } = start({
      visit: () =>
        new Promise((resolve) => {
          finish = () => resolve(null);
        }),
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await loop.stop(20)).toBe(false);
    setTimeout(() => finish(), 20);
    expect(await loop.stop(5000)).toBe(true);
  });
});
