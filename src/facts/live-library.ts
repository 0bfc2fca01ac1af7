/** The edition that is served, and its replacement when an editor changes the folder. */
import type { Library } from '../bot/handle.ts';
import { describeError, type Log } from '../bot/log.ts';
import { compareVersions } from '../core/correction/changes.ts';
import { listVersions } from '../core/correction/shown.ts';
import { createEngine } from '../core/engine.ts';
import { hashFiles, readFolder } from './folder.ts';
import type { Loaded } from './load.ts';
import { formatProblem, type Problem } from './problem.ts';
import { watchFolder } from './watch.ts';

/** What became of the last edit of the folder, since the start. */
type Edit =
  | { readonly kind: 'none' }
  /** Served since. `at` is milliseconds since 1970, here and below. */
  | { readonly kind: 'taken'; readonly at: number }
  /** It has problems, and the edition before it is served on. */
  | { readonly kind: 'refused'; readonly at: number; readonly problems: number };

/** In words, for `/readyz`. */
export function describeEdit(edit: Edit = { kind: 'none' }): string {
  switch (edit.kind) {
    case 'none':
      return 'none since the start';
    case 'taken':
      return `taken at ${new Date(edit.at).toISOString()}`;
    case 'refused': {
      const problems = `${edit.problems} problem${edit.problems === 1 ? '' : 's'}`;
      return `refused at ${new Date(edit.at).toISOString()}: ${problems}, see the log or "facts lint"`;
    }
  }
}

export interface LiveLibrary {
  /** Replaced as a whole, between two requests. */
  current(): Library;
  lastEdit(): Edit;
  /** Reads the folder again, changed or not. Never rejects: what is wrong is logged, and the last good edition stays. */
  reload(): Promise<void>;
  /** Ends the watch. */
  stop(): void;
}

export interface LiveLibraryOptions {
  readonly dir: string;
  readonly first: Library;
  /** Reads the folder, without holding up answers. */
  readonly load: () => Promise<Loaded>;
  /** A new edition is served from now on. */
  readonly onEdition: (library: Library, before: Library) => void;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long the files must stay as they are before they are read, in milliseconds: a copy takes its time. */
  readonly settleMs?: number;
}

/** Told in the log; the lint tells all. */
const PROBLEMS_TOLD = 5;

export function createLiveLibrary(options: LiveLibraryOptions): LiveLibrary {
  const { dir, load, onEdition, log, now, settleMs = 500 } = options;
  let current = options.first;
  let edit: Edit = { kind: 'none' };
  /** Of the files that were read last. */
  let known: string | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;
  /** Somebody asked for it, and is told what came of it. */
  let isForced = false;
  let isStopped = false;

  const hash = async (): Promise<string> => {
    const { files, problems } = await readFolder(dir);
    return `${hashFiles(files)} ${problems.length}`;
  };

  /** Not before the files have stopped changing: half a copy may be readable, and say something else. */
  async function settle(): Promise<string> {
    for (let seen = await hash(); ; ) {
      await new Promise((resolve) => setTimeout(resolve, settleMs).unref());
      const next = await hash();
      if (next === seen) return seen;
      seen = next;
    }
  }

  async function read(): Promise<void> {
    const files = await settle();
    if (files === known && !isForced) return;
    const loaded = await load();
    // What was read may be neither the old nor the new.
    if ((await hash()) !== files) {
      isWanted = true;
      return;
    }
    if (isStopped) return;
    known = files;
    if (loaded.ok) take(loaded);
    else refuse(loaded.problems);
  }

  function take({ corpus, index }: Extract<Loaded, { ok: true }>): void {
    if (corpus.edition === current.corpus.edition) {
      // Back to what is served, or nothing that the facts say was changed.
      if (isForced || edit.kind === 'refused')
        log.info('The facts are those that are served', { edition: corpus.edition });
      if (edit.kind === 'refused') edit = { kind: 'taken', at: now() };
      return;
    }
    const before = current;
    const begin = performance.now();
    const library: Library = { corpus, engine: createEngine(corpus, index) };
    library.engine.answer('');
    current = library;
    edit = { kind: 'taken', at: now() };
    const { added, changed, removed } = compareVersions(listVersions(before.corpus), listVersions(corpus));
    log.info('New facts are served', {
      edition: corpus.edition,
      before: before.corpus.edition,
      statements: corpus.statements.length,
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      engineMs: Math.round(performance.now() - begin),
    });
    onEdition(library, before);
  }

  function refuse(problems: readonly Problem[]): void {
    edit = { kind: 'refused', at: now(), problems: problems.length };
    log.error('An edit of the facts is refused; the edition before it is served on', {
      edition: current.corpus.edition,
      problems: problems.length,
      first: problems.slice(0, PROBLEMS_TOLD).map(formatProblem),
    });
  }

  async function readUntilDone(): Promise<void> {
    do {
      isWanted = false;
      try {
        await read();
      } catch (error) {
        log.error('The facts could not be read again; the edition before is served on', describeError(error));
      }
    } while (isWanted && !isStopped);
    isForced = false;
  }

  async function look(force: boolean): Promise<void> {
    isWanted = true;
    isForced ||= force;
    running ??= readUntilDone().finally(() => {
      running = null;
    });
    await running;
  }

  const endWatch = watchFolder(dir, { onChange: () => void look(false) });
  return {
    current: () => current,
    lastEdit: () => edit,
    reload: () => look(true),
    stop() {
      isStopped = true;
      endWatch();
    },
  };
}
