/** A throw-away PostgreSQL: real binaries, a temporary folder, a free port of 127.0.0.1. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface Cluster {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** As its superuser, on the database named. */
  url(database: string): string;
  query(database: string, sql: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Where initdb and postgres are, or `null` where PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

export async function startCluster(binaries: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'rafah-postgres-'));
  const data = join(folder, 'data');
  const password = 'a secret/word';
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? accountOf('postgres') : null;
  if (owner !== null) for (const path of [folder, secret]) chownSync(path, owner.uid, owner.gid);
  execFileSync(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'rafah',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  // The shell ends the server when this process is gone, however it went: its end of the pipe closes.
  const server = spawn(
    'sh',
    [
      '-c',
      '"$0" "$@" & server=$!; cat > /dev/null; kill -QUIT $server; wait $server',
      join(binaries, 'postgres'),
      ...['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
      ...[
        '-c',
        'fsync=off',
        '-c',
        'logging_collector=off',
        '-c',
        'log_min_messages=panic',
        '-c',
        'max_connections=100',
      ],
    ],
    { ...owner, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const url = (database: string) => `postgres://rafah:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const query = async (database: string, sql: string) => {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await untilReady(() => query('postgres', 'select 1'));
  return {
    port,
    user: 'rafah',
    password,
    url,
    query,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function untilReady(probe: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
    try {
      await probe();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
