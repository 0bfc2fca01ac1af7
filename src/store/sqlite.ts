/** The embedded engine: SQLite in one file. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { folderFailure, StoreUnavailable, sqliteFailure } from './failure.ts';
import { type Engine, migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/** How long a call waits for another process's write. Below the three seconds in which Slack wants an answer. */
const BUSY_MILLISECONDS = 2000;

const engine: Engine = {
  variable: 'DATA_DIR',
  text: sql`text`,
  begin: [sql`begin immediate`],
  isMissingTable: (error) => error instanceof Error && error.message.includes('no such table'),
};

/**
 * Opens `rafah.db` in the folder, which it makes where there is none.
 * Several processes of one machine may have it open: SQLite's locks order their writes.
 * @throws StoreUnavailable
 */
export async function openSqlite(folder: string, now: number): Promise<Kysely<Tables>> {
  const file = join(folder, 'rafah.db');
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // Without this a database that can't be written to opens as if all were well, and fails at the first write.
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw folderFailure(error, folder);
  }
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: BUSY_MILLISECONDS });
    // FULL: what was committed survives a loss of power, not only a crash of the process.
    for (const pragma of ['journal_mode = wal', 'synchronous = full']) database.pragma(pragma);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    await migrate(db, engine, now);
    return db;
  } catch (error) {
    database?.close();
    throw error instanceof StoreUnavailable ? error : sqliteFailure(error, file);
  }
}

/**
 * Where there is none; for this user only, since whoever can read the database can read the questions in it. Step by
 * step: in a folder that takes none, such as /proc, Node's own `recursive` tries for ever.
 */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  let nearest = resolve(folder);
  for (; !existsSync(nearest); nearest = dirname(nearest)) missing.unshift(nearest);
  try {
    for (const step of missing.length === 0 ? [nearest] : missing) makeStep(step);
  } catch (error) {
    // On a read-only disk mkdir says only that the folder is missing; the nearest one there is tells why.
    if (statSync(nearest).isDirectory()) accessSync(nearest, constants.W_OK | constants.X_OK);
    throw error;
  }
}

/** Another process may make it at the same moment. */
function makeStep(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
