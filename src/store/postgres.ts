/** The engine for several instances: PostgreSQL. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { codeOf, postgresFailure, StoreUnavailable } from './failure.ts';
import { type Engine, migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

const CONNECT_MILLISECONDS = 3000;
/** The server gives up first, so that a connection is not left with a query nobody waits for. */
const STATEMENT_MILLISECONDS = 5000;
const QUERY_MILLISECONDS = 7000;

/** Names the lock that a migration holds, among all locks of the database. */
const MIGRATION_LOCK = 0x7261666168;

const engine: Engine = {
  variable: 'DATABASE_URL',
  text: sql`text collate "C"`,
  begin: [sql`begin`, sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`],
  isMissingTable: (error) => codeOf(error) === '42P01',
};

/** Epoch seconds come back as numbers; `pg` leaves 64-bit integers as text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

/**
 * @param onLost told of a connection that broke while no query was using it; the pool opens another when needed
 * @throws StoreUnavailable
 */
export async function openPostgres(url: string, now: number, onLost: (error: Error) => void): Promise<Kysely<Tables>> {
  const server = describeServer(url);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'rafah-facts',
    max: 5,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    query_timeout: QUERY_MILLISECONDS,
    keepAlive: true,
    types,
  });
  pool.on('error', onLost);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, engine, now);
    return db;
  } catch (error) {
    await db.destroy();
    throw error instanceof StoreUnavailable ? error : postgresFailure(error, server);
  }
}

/** @throws StoreUnavailable where the URL is none of PostgreSQL's; the message never repeats the URL: it holds a password */
function describeServer(url: string): { where: string; user: string; database: string } {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['postgres:', 'postgresql:'].includes(parsed.protocol) || parsed.hash !== '') {
    throw new StoreUnavailable(
      'DATABASE_URL: not a PostgreSQL URL. Write it as postgres://user:password@host:5432/database, with # / : @ ? and % in the password percent-encoded.',
    );
  }
  const host = decodeURIComponent(parsed.hostname) || parsed.searchParams.get('host') || 'localhost';
  const user = decodeURIComponent(parsed.username);
  return {
    where: `${host}:${parsed.port || parsed.searchParams.get('port') || '5432'}`,
    user,
    database: decodeURIComponent(parsed.pathname.slice(1)) || user,
  };
}
