/** Tells when the files of a folder may have changed. */
import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface WatchOptions {
  /** Called once after a burst of changes; there may be none after all. */
  readonly onChange: () => void;
  /** How long nothing must have happened, in milliseconds: editors write a file in several steps. */
  readonly quietMs?: number;
  /** How often it is looked whether something changed that the system did not tell of, in milliseconds. */
  readonly pollMs?: number;
}

/**
 * The folder is watched, not its files: many editors replace a file by another. Where the system tells nothing (network
 * disks, containers, a folder that was itself replaced), names, sizes and times are compared every few seconds.
 * Never throws, and keeps no process alive. @returns a function that ends it
 */
export function watchFolder(dir: string, { onChange, quietMs = 200, pollMs = 5000 }: WatchOptions): () => void {
  let watcher: FSWatcher | null = null;
  let quiet: NodeJS.Timeout | undefined;
  let known: string | null = null;
  let isEnded = false;

  const changed = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(onChange, quietMs).unref();
  };

  const open = (): void => {
    watcher?.close();
    watcher = null;
    try {
      watcher = watch(dir, { persistent: false }, changed);
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch {
      // Polling goes on.
    }
  };

  const poll = async (): Promise<void> => {
    const seen = await describeFolder(dir);
    if (isEnded || seen === known) return;
    const isFirst = known === null;
    known = seen;
    if (isFirst) return;
    // The folder may be another one under the same name.
    open();
    changed();
  };

  open();
  void poll();
  const timer = setInterval(poll, pollMs).unref();
  return () => {
    isEnded = true;
    watcher?.close();
    clearTimeout(quiet);
    clearInterval(timer);
  };
}

async function describeFolder(dir: string): Promise<string> {
  try {
    const names = (await readdir(dir)).sort();
    const files = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs, ino } = await stat(join(dir, name)).catch(() => ({ size: -1, mtimeMs: 0, ino: 0 }));
        return `${name} ${size} ${mtimeMs} ${ino}`;
      }),
    );
    return files.join('\n');
  } catch {
    return '';
  }
}
