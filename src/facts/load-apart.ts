/** Reads a folder of facts in another thread, so that questions are answered meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Loaded } from './load.ts';

/**
 * What is left to this thread is to take over the result.
 * @param worker `worker.ts`, built
 * @throws what the other thread died of
 */
export function loadFactsApart(worker: URL, dir: string, compiled: string | undefined): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: { dir, compiled } });
    // Only `worker.ts` of this very build writes: taking it as its type is a cast by intent.
    thread.once('message', (loaded: Loaded) => resolve(loaded));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread that reads the facts ended with code ${code}`)));
    thread.unref();
  });
}
