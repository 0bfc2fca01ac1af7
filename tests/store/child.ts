/** A process of its own on a store: `node child.mjs open|claim|write <StoreOptions as JSON>`. It reports on its output. */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openStore, type StoreOptions } from '../../src/store/open.ts';

const [command, options] = process.argv.slice(2);
const { now, ...location }: StoreOptions = JSON.parse(options ?? '{}');

/** Written at once: what was reported before a kill has arrived. */
const report = (line: string | number) => writeSync(1, `${line}\n`);

try {
  const store = await openStore({ ...location, now });
  report('open');
  if (command === 'claim') {
    await once(process.stdin, 'data');
    const versions = new Map(
      (await store.deliveries.list('T1', 0)).map(({ slot, version }) => [slot.channelId, version]),
    );
    for (let i = 0; i < 300; i += 1) {
      const channelId = `C${i}`;
      const intent = {
        slot: { teamId: 'T1', channelId, postAt: 1_712_100_000 },
        day: '2024-04-02',
        content: 'edition 1',
        state: { kind: 'queueing' },
      } as const;
      if (await store.deliveries.claim(intent, versions.get(channelId) ?? null, now, 60)) report(i);
    }
  }
  if (command === 'write') {
    for (let i = 0; ; i += 1) {
      await store.conversations.add({ teamId: 'T1', channelId: 'C1', threadTs: `${i}` }, '1.0', `question ${i}`, now);
      report(i);
    }
  }
  await store.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
process.stdin.destroy();
