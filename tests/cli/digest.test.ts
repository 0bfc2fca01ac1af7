import { describe, expect, it } from 'vitest';
import { runDigest } from '../../src/cli/digest.ts';
import { ferryCorpus } from '../core/fixture.ts';

async function digest(args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    async *lines() {},
    factsDir: 'unused',
  };
  const code = await runDigest(
    args,
    io,
    async () => ferryCorpus(),
    () => Date.parse('2024-04-02T23:59:00Z'),
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('digest preview', () => {
  it("prints today's digest: the day, three statements with their citations, the as-of date", async () => {
    const { code, out } = await digest(['preview']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Facts of the day, Tuesday 2 April 2024\n/);
    expect(out.match(/The ferry talks, 2 May 2023, (Lead|Body)/g)?.length).toBeGreaterThanOrEqual(3);
    expect(out).toMatch(/\nAs of 2 May 2023\.$/);
  });

  it('prints the same for the same day, and another for the next', async () => {
    const day = async (date: string) => (await digest(['preview', '--date', date, '--count', '2'])).out;
    expect(await day('2026-11-22')).toBe(await day('2026-11-22'));
    expect((await day('2026-11-22')).split('\n').slice(1)).not.toEqual((await day('2026-11-23')).split('\n').slice(1));
  });

  it('shows a quote that is not among the statements, in its sentence and with its speaker', async () => {
    const days = ['2024-04-01', '2024-04-02', '2024-04-03', '2024-04-04'];
    const texts = await Promise.all(
      days.map(async (day) => (await digest(['preview', '--date', day, '--count', '1'])).out),
    );
    for (const text of texts)
      expect(text).toMatch(/Quote of the day:\n.*(Ada Moss.*“a lifeline”|Cora Lane.*“past repair”)/);
  });

  it.each([
    [[], 'the one command is "preview".'],
    [['post'], 'the one command is "preview".'],
    [['preview', '--date', '2024-02-30'], '--date 2024-02-30 is not a day.'],
    [['preview', '--date', 'tomorrow'], '--date tomorrow is not a day.'],
    [['preview', '--count', '6'], '--count 6 is not a number from 1 to 5.'],
    [['preview', '--count', '1.5'], '--count 1.5 is not a number from 1 to 5.'],
    [['preview', '--day', '1'], "Unknown option '--day'"],
  ])('%j is bad usage: it says what is wrong and how to type it', async (args, problem) => {
    const { code, err } = await digest(args);
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(err).toContain('Usage: npm run -s digest');
  });
});
