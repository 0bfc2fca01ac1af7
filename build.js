/** The programs of the bot: `npm run build:bot`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What makes an index of the facts and what reads it: where any of it changes, an index made before is of no use. */
function hashCode() {
  const core = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src/core', name));
  const hash = createHash('sha256');
  for (const path of [...core.sort(), 'src/facts/compiled.ts', 'package-lock.json']) {
    const bytes = readFileSync(path);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

await build({
  entryPoints: ['src/main.ts', 'src/cli.ts', 'src/playground/main.ts', 'src/facts/worker.ts'],
  logLevel: 'warning',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  // V8 reads every byte at each start: half as many are read in half the time. Names stay, for stacks in the log.
  minifyWhitespace: true,
  minifySyntax: true,
  // Node 20 has them; esbuild would otherwise write them out, 100 KB each.
  supported: { 'regexp-unicode-property-escapes': true },
  outbase: 'src',
  outdir: 'dist',
  define: { CODE_HASH: JSON.stringify(hashCode()) },
  // Bundled packages that are CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);",
  },
  external: ['ws', 'yaml', 'libsql', 'pg'],
});
