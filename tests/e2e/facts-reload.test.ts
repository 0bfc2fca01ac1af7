/** An editor at work while the bot runs: the process itself, in the playground. */
import { describe, expect, it } from 'vitest';
import { indexEngine } from '../../src/core/engine.ts';
import { loadFacts } from '../../src/facts/load.ts';
import { loadFactsApart } from '../../src/facts/load-apart.ts';
import { policy, startSlack } from '../playground/local-slack.ts';
import { readMetric } from '../slack/our-bot.ts';
import { copyFacts, makeDataFolder, startBotProcess } from './bot-process.ts';
import { heardLast, say, wordsOf } from './stage.ts';

const FIRST = "The United States abstained from the UN Security Council's vote";
const SECOND = "The United States did not take part in the UN Security Council's vote";

async function stage() {
  const slack = await startSlack({ manifest: 'manifest.yml' });
  const facts = copyFacts();
  const bot = await startBotProcess(slack, facts, makeDataFolder());
  let asked = 0;
  const ask = async (): Promise<string> => {
    await say(slack, policy, '/rafah fact us-abstained');
    asked += 1;
    return wordsOf(await heardLast(slack, policy, { count: asked }));
  };
  return { facts, bot, ask };
}

describe('facts that are edited while the bot runs', () => {
  it('are served without a restart, and /readyz names the edition', async () => {
    const { facts, bot, ask } = await stage();
    expect(await ask()).toContain(FIRST);
    const before = await bot.ready();
    expect(before).toMatchObject({ status: 200, body: { ready: true, facts: true, lastEdit: 'none since the start' } });
    facts.edit(FIRST, SECOND);
    const line = await bot.logs('New facts are served');
    expect(line).toMatchObject({ changed: 1, added: 0, removed: 0, before: before.body['edition'] });
    expect(await ask()).toContain(SECOND);
    const after = await bot.ready();
    expect(after).toMatchObject({ status: 200, body: { ready: true, edition: line['edition'] } });
    expect(after.body['lastEdit']).toMatch(/^taken at /);
  });

  it('are served as they were while they have a problem, which the log, /readyz and /metrics tell', async () => {
    const { facts, bot, ask } = await stage();
    const { body } = await bot.ready();
    facts.edit(`text: ${FIRST}`, `txet: ${SECOND}`);
    const line = await bot.logs('An edit of the facts is refused; the edition before it is served on');
    expect(line).toMatchObject({ level: 'error', edition: body['edition'] });
    expect(JSON.stringify(line['first'])).toMatch(/virtual-meeting\.yaml:\d+:\d+ .*txet/);
    expect(await ask()).toContain(FIRST);
    const refused = await bot.ready();
    expect(refused).toMatchObject({ status: 200, body: { ready: true, facts: true, edition: body['edition'] } });
    expect(refused.body['lastEdit']).toMatch(/^refused at .*: \d+ problems?, see the log/);
    const metrics = async () => (await fetch(`${bot.url}/metrics`)).text();
    expect(readMetric(await metrics(), 'rafah_facts_edit_refused')).toBe(1);
    facts.restore();
    await bot.logs('The facts are those that are served');
    expect(readMetric(await metrics(), 'rafah_facts_edit_refused')).toBe(0);
  });

  it('are read again on SIGHUP, which ends nothing', async () => {
    const { facts, bot, ask } = await stage();
    bot.child.kill('SIGHUP');
    await bot.logs('The facts are those that are served');
    facts.edit(FIRST, SECOND);
    bot.child.kill('SIGHUP');
    await bot.logs('New facts are served');
    expect(await ask()).toContain(SECOND);
  });

  it('hold up answers for a small part of the time that reading them takes', async () => {
    const worker = new URL('../../dist/facts/worker.js', import.meta.url);
    const { dir } = copyFacts();
    const apart = await longestPause(() => loadFactsApart(worker, dir, undefined));
    const here = await longestPause(async () => {
      const loaded = await loadFacts(dir);
      if (loaded.ok) indexEngine(loaded.corpus);
    });
    expect(apart).toBeLessThan(here / 3);
  });
});

/** For how long nothing else could be done in this thread meanwhile, at most; milliseconds. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return longest;
}
