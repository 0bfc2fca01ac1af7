/** What is kept, and for how long: `docs/storage.md` promises it. */
import { KEPT_SECONDS } from './bot/digest-pass.ts';
import type { Library } from './bot/handle.ts';
import { describeError, type Log } from './bot/log.ts';
import { CORRECTED_SECONDS } from './core/correction/post.ts';
import { listVersions } from './core/correction/shown.ts';
import type { Store } from './store/open.ts';

/** Deletes all that is kept of a workspace, its installation apart. */
export async function forgetWorkspace(store: Store, teamId: string): Promise<void> {
  await Promise.all(keptOf(store).map((kept) => kept.forget(teamId)));
}

function keptOf(store: Store): readonly { forget(teamId: string): Promise<void> }[] {
  const { conversations, subscriptions, deliveries, exchanges, greetings, threadChoices } = store;
  const { posts, unansweredQuestions, ratings } = store;
  return [
    ...[conversations, subscriptions, deliveries, exchanges, greetings, threadChoices],
    ...[posts, unansweredQuestions, ratings],
  ];
}

const HOUR_SECONDS = 60 * 60;

/** Nothing is kept longer than it is promised to be, whether or not anybody asks on. @returns a function that ends it */
export function purgeHourly(store: Store, library: () => Library, log: Log, now: () => number): () => void {
  const { conversations, exchanges, deliveries, posts, editions, unansweredQuestions, ratings } = store;
  async function purge(): Promise<void> {
    const seconds = Math.floor(now() / 1000);
    await editions.keep(listVersions(library().corpus), seconds);
    await Promise.all([
      conversations.purge(seconds),
      exchanges.purge(seconds),
      deliveries.purge(seconds - KEPT_SECONDS),
      posts.purge(seconds - CORRECTED_SECONDS),
      // A message posted an hour after the last purge shows a wording that was served then.
      editions.purge(seconds - CORRECTED_SECONDS - 2 * HOUR_SECONDS),
      unansweredQuestions.purge(seconds),
      ratings.purge(seconds),
    ]);
  }
  const run = (): void => {
    purge().catch((error: unknown) => {
      log.warn('What is old could not be deleted', describeError(error));
    });
  };
  run();
  const timer = setInterval(run, HOUR_SECONDS * 1000).unref();
  return () => clearInterval(timer);
}
