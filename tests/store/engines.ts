/** The engines that the store's tests run on: SQLite always, PostgreSQL where it is installed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { StoreOptions } from '../../src/store/open.ts';
import type { Cluster } from './postgres.ts';

/** An empty database of its own. */
export interface Location extends Pick<StoreOptions, 'databaseUrl' | 'dataDir'> {
  /** Past the store, to see or spoil what it keeps. */
  query(sql: string): Promise<Record<string, unknown>[]>;
}

export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly variable: 'DATA_DIR' | 'DATABASE_URL';
  locate(): Promise<Location>;
  /** Removes what `locate` made. */
  clean(): void;
}

export function sqliteEngine(): Engine {
  const folders: string[] = [];
  return {
    name: 'SQLite',
    variable: 'DATA_DIR',
    async locate() {
      const dataDir = mkdtempSync(join(tmpdir(), 'rafah-store-'));
      folders.push(dataDir);
      return {
        dataDir,
        async query(sql) {
          const database = new Database(join(dataDir, 'rafah.db'), { timeout: 2000 });
          const statement = database.prepare(sql);
          const rows = statement.reader ? statement.all() : [];
          if (!statement.reader) statement.run();
          database.close();
          return rows as Record<string, unknown>[];
        },
      };
    },
    clean: () => {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param cluster is asked for on first use: it starts after the tests are collected */
export function postgresEngine(cluster: () => Cluster): Engine {
  let made = 0;
  return {
    name: 'PostgreSQL',
    variable: 'DATABASE_URL',
    async locate() {
      made += 1;
      const database = `store_${made}`;
      await cluster().query('postgres', `create database ${database}`);
      return {
        databaseUrl: cluster().url(database),
        dataDir: '/nowhere',
        query: (sql) => cluster().query(database, sql),
      };
    },
    clean: () => undefined,
  };
}
