import { afterAll, beforeAll } from 'vitest';
import { describeStore } from './contract.ts';
import { postgresEngine, sqliteEngine } from './engines.ts';
import { type Cluster, findPostgres, startCluster } from './postgres.ts';

describeStore(sqliteEngine());

const binaries = findPostgres();
if (binaries === null) {
  process.stderr.write(
    'Left out: the store on PostgreSQL, which is not installed here (Debian: apt install postgresql).\n',
  );
} else {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    cluster = await startCluster(binaries);
  }, 60_000);
  afterAll(() => cluster?.stop());
  const running = () => {
    if (cluster === undefined) throw new Error('PostgreSQL did not start');
    return cluster;
  };
  describeStore(postgresEngine(running));
}
