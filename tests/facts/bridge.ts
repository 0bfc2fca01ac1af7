/** The folder in fixtures/bridge, whole or changed, in a temporary place of its own. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const BRIDGE = join(import.meta.dirname, 'fixtures/bridge');
export const ARTICLE = '2024-05-02-harbour-bridge.yaml';
export const ENTITIES = 'entities.yaml';

export function readBridge(name: string): Promise<string> {
  return readFile(join(BRIDGE, name), 'utf8');
}

/** A temporary folder with these files; it is gone when the test is over. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'facts-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
  return dir;
}

/** The bridge's folder with texts in its article (or its entities) replaced; each must be there. */
export async function changeBridge(
  inArticle: Readonly<Record<string, string>>,
  inEntities: Readonly<Record<string, string>> = {},
): Promise<string> {
  return makeFolder({
    [ARTICLE]: replaceAll(await readBridge(ARTICLE), inArticle),
    [ENTITIES]: replaceAll(await readBridge(ENTITIES), inEntities),
  });
}

function replaceAll(text: string, changes: Readonly<Record<string, string>>): string {
  let changed = text;
  for (const [from, to] of Object.entries(changes)) {
    if (!changed.includes(from)) throw new Error(`the fixture does not hold "${from}"`);
    changed = changed.replace(from, () => to);
  }
  return changed;
}
