import { afterAll, beforeAll } from 'vitest';
import { describeStore } from './contract.ts';
import { type Engine, postgresEngine, sqliteEngine } from './engines.ts';
import { describeFolderFailures, describeNewerSchema, describeServerFailures } from './failures.ts';
import { type Cluster, findPostgres, startCluster } from './postgres.ts';
import { describePosts } from './posts-contract.ts';
import { describeProcesses } from './processes.ts';
import { describeReport } from './report-contract.ts';

function describeEngine(engine: Engine): void {
  describeStore(engine);
  describePosts(engine);
  describeReport(engine);
  describeProcesses(engine);
  describeNewerSchema(engine);
}

describeEngine(sqliteEngine());
describeFolderFailures();

const binaries = findPostgres();
if (binaries !== null) {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    cluster = await startCluster(binaries);
  }, 60_000);
  afterAll(() => cluster?.stop());
  const running = () => {
    if (cluster === undefined) throw new Error('PostgreSQL did not start');
    return cluster;
  };
  describeEngine(postgresEngine(running));
  describeServerFailures(running);
} else if (process.env['CI'] === 'true') {
  throw new Error('PostgreSQL is not installed, and with CI=true nothing may be left out');
} else {
  process.stderr.write('Left out: the store on PostgreSQL, which is not installed (Debian: apt install postgresql).\n');
}
