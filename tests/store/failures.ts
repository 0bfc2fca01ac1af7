/** What a person reads when the store can't be opened: the setting, the fault, what to do; never a password. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/store/failure.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Engine } from './engines.ts';
import { type Cluster, freePort } from './postgres.ts';
import { buildChild, start } from './processes.ts';

const NOW = 1_712_000_000;

/** @returns the message that ends the start */
async function failure(options: Omit<StoreOptions, 'now'>): Promise<string> {
  try {
    await (await openStore({ ...options, now: NOW })).close();
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.message;
    throw error;
  }
  throw new Error('it opened');
}

export function describeNewerSchema(engine: Engine): void {
  test(`a database on ${engine.name} that a later version used is left alone`, async () => {
    const location = await engine.locate();
    await (await openStore({ ...location, now: NOW })).close();
    await location.query('insert into schema_versions values (99, 0)');
    expect(await failure(location)).toMatch(
      new RegExp(`^${engine.variable}: .*later version .*schema 99.*Run that version`),
    );
  });
}

export function describeFolderFailures(): void {
  describe('a folder that SQLite cannot use', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rafah-failures-'));
    beforeAll(buildChild);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('because it is a file, or below one', async () => {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      for (const dataDir of [file, join(file, 'below')]) {
        expect(await failure({ dataDir })).toBe(`DATA_DIR: "${dataDir}" is a file, or lies below one. Name a folder.`);
      }
    });

    test('because its database is something else, or a folder', async () => {
      writeFileSync(join(folder, 'rafah.db'), 'a letter to the editor, not a database\n'.repeat(100));
      expect(await failure({ dataDir: folder })).toMatch(
        /^DATA_DIR: ".*rafah\.db" is not a database\. Move that file away/,
      );
      const dataDir = join(folder, 'odd');
      mkdirSync(join(dataDir, 'rafah.db'), { recursive: true });
      expect(await failure({ dataDir })).toMatch(/^DATA_DIR: ".*rafah\.db" can't be opened as a database/);
    });

    test('because it, or the database in it, is not for this user to write', async () => {
      const root = process.getuid?.() === 0;
      // Root may write anywhere: the bot is started as someone else.
      const user = root ? { uid: 65_534, gid: 65_534 } : {};
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(folder, 0o755);
      chmodSync(closed, 0o555);
      const refused = await start('open', { dataDir: closed }, NOW, user).end;
      expect(refused).toMatchObject({ code: 1, lines: [] });
      expect(refused.errors).toBe(
        `DATA_DIR: this user may not write to "${closed}". Give it the right to, or name another folder.\n`,
      );

      const dataDir = join(folder, 'kept');
      mkdirSync(dataDir);
      await (await openStore({ dataDir, now: NOW })).close();
      if (root) chownSync(dataDir, 65_534, 65_534);
      chmodSync(join(dataDir, 'rafah.db'), 0o444);
      expect((await start('open', { dataDir }, NOW, user).end).errors).toMatch(/^DATA_DIR: this user may not write/);
    });

    test('because it does not exist: then it is made, for this user only', async () => {
      const dataDir = join(folder, 'made', 'on', 'demand');
      await (await openStore({ dataDir, now: NOW })).close();
      expect(execFileSync('stat', ['-c', '%a', dataDir], { encoding: 'utf8' })).toBe('700\n');
    });
  });
}

export function describeServerFailures(cluster: () => Cluster): void {
  describe('a PostgreSQL that cannot be used', () => {
    const open = (databaseUrl: string) => failure({ databaseUrl, dataDir: '/nowhere' });

    test.each([
      ['nonsense', 'rafah'],
      ['another protocol', 'mysql://rafah:hush-hush@127.0.0.1/rafah'],
      ['a password that is not percent-encoded', 'postgres://rafah:hush-hush#1@127.0.0.1/rafah'],
      ['a password with a slash', 'postgres://rafah:hush-hush/1@127.0.0.1:5432/rafah'],
    ])('because its URL is malformed: %s', async (_, url) => {
      const message = await open(url);
      expect(message).toMatch(/^DATABASE_URL: not a PostgreSQL URL\. Write it as postgres:\/\//);
      expect(message).not.toContain('hush');
    });

    test('because nothing answers there, or no such host is known', async () => {
      const port = await freePort();
      expect(await open(`postgres://rafah:hush-hush@127.0.0.1:${port}/rafah`)).toBe(
        `DATABASE_URL: no PostgreSQL answers at 127.0.0.1:${port}. Start it, or correct host and port.`,
      );
      expect(await open('postgres://rafah:hush-hush@nowhere.invalid/rafah')).toMatch(
        /^DATABASE_URL: the host of nowhere\.invalid:5432 is not known\./,
      );
    });

    test('because what answers says nothing', async () => {
      const silent = createServer(() => undefined);
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const address = silent.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      const message = await open(`postgres://rafah:hush-hush@127.0.0.1:${address.port}/rafah`);
      silent.close();
      expect(message).toMatch(/^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:\d+ can't be reached\. Check the host/);
      expect(message).not.toContain('hush');
    });

    test('because of a wrong password, user or database', async () => {
      const { port, user, password } = cluster();
      const server = `127.0.0.1:${port}`;
      for (const name of [user, 'stranger']) {
        expect(await open(`postgres://${name}:hush-hush@${server}/postgres`)).toBe(
          `DATABASE_URL: PostgreSQL at ${server} does not let "${name}" in. Correct user and password.`,
        );
      }
      expect(await open(`postgres://${user}:${encodeURIComponent(password)}@${server}/elsewhere`)).toBe(
        `DATABASE_URL: PostgreSQL at ${server} has no database "elsewhere". Create it, or correct its name.`,
      );
    });

    test('because the user may not make tables; once made by another, the same user may use them', async () => {
      const { query, url } = cluster();
      await query('postgres', 'create database shared');
      await query('postgres', `create role reader login password 'hush-hush'`);
      const asReader = url('shared').replace(/\/\/.*@/, '//reader:hush-hush@');
      expect(await open(asReader)).toMatch(
        /^DATABASE_URL: "reader" may not create tables in "shared" at .*Grant CREATE/,
      );
      await (await openStore({ databaseUrl: url('shared'), dataDir: '', now: NOW })).close();
      await query('shared', 'grant select, insert, update, delete on all tables in schema public to reader');
      const store = await openStore({ databaseUrl: asReader, dataDir: '', now: NOW });
      expect(await store.subscriptions.revisions()).toMatchObject([]);
      await store.close();
    });

    test('for a while: a ping fails while connections break, and works again after', async () => {
      const { query, url } = cluster();
      await query('postgres', 'create database broken');
      const lost: string[] = [];
      const onLost = (error: Error) => lost.push(error.message);
      const store = await openStore({ databaseUrl: url('broken'), dataDir: '', now: NOW, onLost });
      await store.ping();
      await query('postgres', 'alter database broken allow_connections false');
      await query('postgres', `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'broken'`);
      await expect(store.ping()).rejects.toThrow();
      await query('postgres', 'alter database broken allow_connections true');
      await store.ping();
      await store.close();
      expect(lost.join()).toMatch(/terminat(ed|ing)/);
    });
  });
}
