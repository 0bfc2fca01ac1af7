/** `facts changes`: what an edit would change for readers, before it is put in place. Changes nothing. */
import type { PostCount } from '../bot/post-ports.ts';
import type { Corpus } from '../core/corpus.ts';
import { listStale, wordingsOf } from '../core/correction/amend.ts';
import { type Changes, compareVersions, describeBefore } from '../core/correction/changes.ts';
import { CORRECTED_SECONDS } from '../core/correction/post.ts';
import { listVersions, type StatementVersion } from '../core/correction/shown.ts';
import { composeDigest, nameContent } from '../core/digest/compose.ts';
import { formatProblem, loadFacts } from '../facts/load.ts';
import type { Store } from '../store/open.ts';
import { EXIT, type Io } from './io.ts';
import { withStore } from './with-store.ts';

/** @param args `[DIR]`, or `[DIR] --against DIR`, which compares two folders and asks no database */
export async function runChanges(args: readonly string[], io: Io): Promise<number> {
  const at = args.indexOf('--against');
  const [against] = at < 0 ? [] : args.slice(at + 1);
  const folders = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  if (folders.length > 1 || (at >= 0 && against === undefined)) {
    io.err('Type it as "facts changes [DIR] [--against DIR]".');
    return EXIT.usage;
  }
  const corpus = await load(folders[0] ?? io.factsDir, io);
  if (corpus === null) return EXIT.problems;
  const after = listVersions(corpus);
  if (against !== undefined) {
    const earlier = await load(against, io);
    if (earlier === null) return EXIT.problems;
    printChanges(io, compareVersions(listVersions(earlier), after));
    return EXIT.ok;
  }
  return withStore(io, async ({ store }) => {
    const now = Math.floor(Date.now() / 1000);
    printChanges(io, compareVersions(await store.editions.served(), after));
    const stale = listStale(wordingsOf(corpus), await store.editions.versions());
    const posts = await store.posts.countShowing(stale, now - CORRECTED_SECONDS);
    printCounts(io, 'Posted messages that would be corrected', posts.map(nameChannel));
    const unreachable = await store.posts.countUnreachable(stale, now - CORRECTED_SECONDS, now);
    printCounts(io, 'Posted digests that can’t be corrected', unreachable.map(nameChannel));
    printCounts(io, 'Queued digests that would be queued anew', await countQueued(store, corpus, now));
    return EXIT.ok;
  });
}

async function load(dir: string, io: Io): Promise<Corpus | null> {
  const loaded = await loadFacts(dir);
  if (loaded.ok) return loaded.corpus;
  for (const problem of loaded.problems) io.out(formatProblem(problem));
  io.err(`The facts in ${dir} can't be loaded.`);
  return null;
}

function printChanges(io: Io, { added, changed, removed }: Changes): void {
  if (added.length + changed.length + removed.length === 0) io.out('No statement changes for readers.');
  for (const { before, after } of changed) {
    io.out(`changed  ${after.id}`);
    for (const sentence of describeBefore(before.shown, after.shown)) io.out(`         ${sentence}`);
    io.out(`         Now: “${after.shown.text}” ${describePlace(after)}`);
  }
  for (const { id, shown } of removed) io.out(`removed  ${id}\n         It read: “${shown.text}”`);
  for (const { id, shown } of added) io.out(`added    ${id}\n         “${shown.text}”`);
}

function describePlace({ shown: { attribution, citation } }: StatementVersion): string {
  return `(${[attribution, citation].filter((part) => part !== null).join('; ')})`;
}

function nameChannel({ teamId, channelId, posts }: PostCount): Count {
  return [`${teamId}/${channelId}`, posts];
}

type Count = readonly [channel: string, count: number];

function printCounts(io: Io, what: string, counts: readonly Count[]): void {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  io.out(`${what}: ${all}`);
  for (const [channel, count] of counts) io.out(`  ${channel}: ${count}`);
}

/** Digests that Slack holds with other content than these facts give. */
async function countQueued(store: Store, corpus: Corpus, now: number): Promise<readonly Count[]> {
  const counts = new Map<string, number>();
  for (const { teamId } of await store.subscriptions.revisions()) {
    const subscriptions = new Map((await store.subscriptions.list(teamId)).map((each) => [each.channelId, each]));
    for (const { slot, day, content, state } of await store.deliveries.list(teamId, now)) {
      const subscription = subscriptions.get(slot.channelId);
      if (state.kind !== 'queued' || slot.postAt <= now || subscription === undefined) continue;
      if (nameContent(composeDigest(corpus, subscription, day)) === content) continue;
      const channel = `${teamId}/${slot.channelId}`;
      counts.set(channel, (counts.get(channel) ?? 0) + 1);
    }
  }
  return [...counts];
}
