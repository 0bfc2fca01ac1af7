/** The folder of facts as files: which there are, their bytes, their text. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../core/corpus.ts';
import { type Problem, wholeProblem } from './problem.ts';

export const ENTITIES_FILE = 'entities.yaml';
/** May be missing: questions are then read by the statements' own words. */
export const LEXICON_FILE = 'lexicon.yaml';
/** May be missing: questions are then read in English only. */
export const GLOSSARY_FILE = 'glossary.yaml';

/** Of any kind but articles and questions there is one file. All but entities and an article may be missing. */
export type FileKind = 'entities' | 'lexicon' | 'glossary' | 'questions' | 'article';

/** Questions may be spread over `questions.yaml` and any number of files such as `questions-silent.yaml`. */
const QUESTIONS_FILE = /^questions(?![a-z0-9])/i;

/** By its name alone. Misspelled ones such as `questions_silent.yaml` are questions all the same: nobody means an article. */
export function kindOfFile(name: string): FileKind {
  switch (name) {
    case ENTITIES_FILE:
      return 'entities';
    case LEXICON_FILE:
      return 'lexicon';
    case GLOSSARY_FILE:
      return 'glossary';
    default:
      return QUESTIONS_FILE.test(name) ? 'questions' : 'article';
  }
}

export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Folder {
  readonly dir: string;
  /** The YAML files that could be read, by name. */
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

/** Reads every `*.yaml`; other files (a README, the JSON Schemas, hidden ones) are none of its business. Never throws. */
export async function readFolder(dir: string): Promise<Folder> {
  let names: string[];
  try {
    names = (await readdir(dir)).filter((name) => !name.startsWith('.')).sort(compareText);
  } catch (error) {
    return { dir, files: [], problems: [wholeProblem('folder', dir, ...explain(error, 'folder'))] };
  }
  const problems = names
    .filter((name) => name.endsWith('.yml'))
    .map((name) =>
      wholeProblem('file', join(dir, name), 'files of facts end in ".yaml", so this one is not read', 'Rename it.'),
    );
  const wanted = names.filter((name) => name.endsWith('.yaml'));
  if (wanted.length === 0 && problems.length === 0) {
    problems.push(
      wholeProblem(
        'folder',
        dir,
        'there are no facts in this folder',
        `It needs ${ENTITIES_FILE} and an article: point FACTS_DIR at the right folder, or start one with "facts new".`,
      ),
    );
  }
  const files: FolderFile[] = [];
  await Promise.all(
    wanted.map(async (name) => {
      try {
        files.push({ name, bytes: await readFile(join(dir, name)) });
      } catch (error) {
        problems.push(wholeProblem('file', join(dir, name), ...explain(error, 'file')));
      }
    }),
  );
  return { dir, files: files.sort((a, b) => compareText(a.name, b.name)), problems };
}

/** One hash over names and bytes: it changes whenever any file does. */
export function hashFiles(files: readonly FolderFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

function explain(error: unknown, what: 'file' | 'folder'): [problem: string, advice: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
      return what === 'folder'
        ? ['there is no such folder', 'Create it, or point FACTS_DIR at the folder that holds the facts.']
        : ['this is a link to a file that is not there', 'Mend the link or remove it.'];
    case 'ENOTDIR':
      return ['this is a file, not a folder', 'Point FACTS_DIR at the folder that holds the facts.'];
    case 'EISDIR':
      return ['this is a folder, not a file', `Rename it: names that end in ".yaml" are files of facts.`];
    case 'EACCES':
    case 'EPERM':
      return [`this ${what} may not be read`, 'Give the user that runs this the permission to read it.'];
    default:
      return [`this ${what} can't be read (${code})`, 'Check the disk and the path.'];
  }
}
