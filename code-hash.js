/** What makes an index of the facts and what reads it, as one hash: where any of it changes, an index made before is of no use. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Over the code of `core` and the versions of all packages. Sixteen hexadecimal digits. */
export function hashCode() {
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
