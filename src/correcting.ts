/** Corrections in the background: from the store, over Slack's Web API. */
import { type CorrectionsDependencies, createCorrections } from './bot/corrections.ts';
import { type DigestLoop, startDigestLoop } from './bot/digest-loop.ts';
import type { Store } from './store/open.ts';

export interface CorrectingOptions extends Omit<CorrectionsDependencies, 'posts' | 'editions'> {
  readonly store: Store;
  readonly beatMs?: number | undefined;
}

export function startCorrecting({ store, beatMs, ...dependencies }: CorrectingOptions): DigestLoop {
  const { log, now } = dependencies;
  const corrections = createCorrections({ ...dependencies, posts: store.posts, editions: store.editions });
  return startDigestLoop({ ...corrections, what: 'corrections', log, now, ...(beatMs !== undefined && { beatMs }) });
}
