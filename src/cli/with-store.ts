/** The bot's database, for a command of the editor: the same settings find it, and the bot may run meanwhile. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseStorage, readEnvironment } from '../config.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { openStore, type Store } from '../store/open.ts';
import { EXIT, type Io } from './io.ts';

export interface EditorStore {
  readonly store: Store;
  /** Whether unanswered questions are counted. */
  readonly questionReport: boolean;
}

/** @returns the exit code; `problems` where there is no database, which is said */
export async function withStore(io: Io, work: (opened: EditorStore) => Promise<number>): Promise<number> {
  const { storage, questionReport } = parseStorage(io.environment ?? readEnvironment());
  // An empty one would be made otherwise.
  if (storage.kind === 'embedded' && !existsSync(join(storage.dataDir, 'rafah.db'))) {
    io.err(
      `There is no database in DATA_DIR (${storage.dataDir}). Start the bot once, or set DATA_DIR or DATABASE_URL as the bot has it.`,
    );
    return EXIT.problems;
  }
  let store: Store;
  try {
    store = await openStore({
      databaseUrl: storage.kind === 'postgres' ? storage.url.reveal() : undefined,
      dataDir: storage.kind === 'embedded' ? storage.dataDir : '',
      now: Math.floor(Date.now() / 1000),
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    io.err(error.message);
    return EXIT.problems;
  }
  try {
    return await work({ store, questionReport });
  } finally {
    await store.close();
  }
}
