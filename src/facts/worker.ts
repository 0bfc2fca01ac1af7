/** A thread of its own that reads a folder of facts: parsing and indexing it takes longer than an answer may wait. */
import { parentPort, workerData } from 'node:worker_threads';
import { indexEngine } from '../core/engine.ts';
import { loadFacts } from './load.ts';

const { dir, compiled }: { readonly dir: string; readonly compiled?: string } = workerData;
const loaded = await loadFacts(dir, compiled);
parentPort?.postMessage(loaded.ok ? { ...loaded, index: loaded.index ?? indexEngine(loaded.corpus) } : loaded);
