/** What every engine must do when several processes use one database, and when one of them is killed. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Engine, Location } from './engines.ts';

const NOW = 1_712_000_000;
const bundle = 'node_modules/.cache/rafah-facts/store-child.mjs';

export function describeProcesses(engine: Engine): void {
  describe(`several processes on one ${engine.name}`, () => {
    beforeAll(buildChild);
    afterAll(() => engine.clean());

    test('that start at once on an empty database all start', async () => {
      const location = await engine.locate();
      const children = Array.from({ length: 8 }, () => start('open', location));
      const ends = await Promise.all(children.map((child) => child.end));
      expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual(
        Array.from({ length: 8 }, () => ({ code: 0, errors: '' })),
      );
      const steps = (await location.query('select version from schema_versions order by version')).map(
        ({ version }) => version,
      );
      expect(steps.length).toBeGreaterThan(0);
      expect(steps).toEqual(steps.map((_, index) => index + 1));
    });

    test('claim each delivery once between them', async () => {
      const location = await engine.locate();
      const children = [start('claim', location), start('claim', location)];
      await Promise.all(children.map((child) => child.reports('open')));
      for (const child of children) child.process.stdin.write('go\n');
      const ends = await Promise.all(children.map((child) => child.end));
      expect(ends.map(({ errors }) => errors)).toEqual(['', '']);
      const claimed = ends.flatMap(({ lines }) => lines.filter(isNumber).map(Number));
      expect(claimed.sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    });

    test('take over what a killed one had claimed, once its lease ran out and not before', async () => {
      const location = await engine.locate();
      const killed = start('claim', location);
      await killed.reports('open');
      killed.process.stdin.write('go\n');
      await killed.reports('100');
      killed.process.kill('SIGKILL');
      await killed.end;

      const held = (await location.query('select channel_id from deliveries')).length;
      expect(held).toBeGreaterThan(100);
      const claimedAt = async (now: number) => {
        const child = start('claim', location, now);
        child.process.stdin.write('go\n');
        return (await child.end).lines.filter(isNumber).length;
      };
      expect(await claimedAt(NOW)).toBe(300 - held);
      expect(await claimedAt(NOW + 59)).toBe(0);
      expect(await claimedAt(NOW + 60)).toBe(300);
    });

    test('lose nothing that was acknowledged when they are killed', async () => {
      const location = await engine.locate();
      for (let round = 0; round < 5; round += 1) {
        await location.query('delete from questions').catch(() => undefined);
        const child = start('write', location);
        await child.reports(`${20 + round * 37}`);
        child.process.kill('SIGKILL');
        const { lines } = await child.end;
        const acknowledged = lines.filter(isNumber).map((i) => `question ${i}`);
        const kept = new Set((await location.query('select question from questions')).map((row) => row['question']));
        expect(acknowledged.filter((question) => !kept.has(question))).toEqual([]);
        const store = await openStore({ ...location, now: NOW });
        await store.conversations.add({ teamId: 'T1', channelId: 'C2', threadTs: '1' }, '1.0', 'still works', NOW);
        await store.close();
      }
    });
  });
}

function isNumber(line: string): boolean {
  return /^\d+$/.test(line);
}

export async function buildChild(): Promise<void> {
  await build({
    entryPoints: ['tests/store/child.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['libsql', 'pg'],
    outfile: bundle,
    logLevel: 'warning',
  });
}

interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Resolves once it printed the line. */
  reports(line: string): Promise<void>;
  readonly end: Promise<{ code: number | null; lines: string[]; errors: string }>;
}

/** @param user to run it as; who runs the tests, unless given */
export function start(
  command: 'open' | 'claim' | 'write',
  location: Pick<Location, 'databaseUrl' | 'dataDir'>,
  now = NOW,
  user: { readonly uid?: number; readonly gid?: number } = {},
): Child {
  const { databaseUrl, dataDir } = location;
  const child = spawn(process.execPath, [bundle, command, JSON.stringify({ databaseUrl, dataDir, now })], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...user,
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const lines = () => output.split('\n').slice(0, -1);
  const end = once(child, 'close').then(([code]: unknown[]) => ({
    code: typeof code === 'number' ? code : null,
    lines: lines(),
    errors,
  }));
  return {
    process: child,
    end,
    async reports(line) {
      while (!lines().includes(line)) {
        if (child.exitCode !== null) throw new Error(`the process ended before it reported "${line}": ${errors}`);
        await once(child.stdout, 'data');
      }
    },
  };
}
