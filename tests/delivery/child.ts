/**
 * A bot in a process of its own, whose clock is the test's: `node child.mjs <milliseconds since 1970>`, settings in the
 * environment. It is told the time, and asked to settle, by its parent.
 */
import { createLog } from '../../src/bot/log.ts';
import { parseConfig, readEnvironment } from '../../src/config.ts';
import { startBot } from '../../src/start.ts';

/** From the test to the bot. */
export type Order = { readonly now: number } | { readonly settle: number };
/** From the bot to the test. */
export type Report = { readonly ready: true } | { readonly settled: number };

let now = Number(process.argv[2]);

const config = parseConfig(readEnvironment());
const log = createLog(config.logLevel, (line) => process.stderr.write(`${line}\n`));
const bot = await startBot(config, {
  log,
  compiledFacts: 'dist/facts.bin',
  now: () => now,
  beatMs: 10,
  digestTimeoutMs: 150,
});
if (bot instanceof Error) throw bot;

const report = (what: Report): unknown => process.send?.(what);

process.on('message', async (order: Order) => {
  if ('now' in order) {
    now = order.now;
    return;
  }
  await bot.digests.idle();
  report({ settled: order.settle });
});
// A test that ended leaves nothing behind.
process.on('disconnect', () => process.exit(1));
report({ ready: true });
