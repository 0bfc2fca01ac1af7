/** Chunks of earlier builds, which would pile up in `dist`: each build names them by what is in them. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const CHUNK = /-[A-Z0-9]{8}\.js(?:\.map)?$/;

/** A program that starts, or another build, may still want what is younger, in milliseconds. */
const KEPT_FOR = 60 * 60_000;

/**
 * Nothing but chunks that lie in `dir` itself is removed: no program, no facts, no page. A bot that runs has loaded its
 * chunks when it started.
 * @param outputs the paths that this build has written
 * @param now milliseconds since 1970
 */
export async function removeOldChunks(dir, outputs, now) {
  const written = new Set(outputs.map((path) => join(path)));
  const others = (await readdir(dir)).filter((name) => CHUNK.test(name) && !written.has(join(dir, name)));
  await Promise.all(
    others.map(async (name) => {
      const path = join(dir, name);
      // Another build may have removed it meanwhile.
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > KEPT_FOR) await rm(path, { force: true });
    }),
  );
}
