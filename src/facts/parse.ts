/** A folder's files as core's types. */
import { join } from 'node:path';
import type { z } from 'zod';
import { type QuestionsFile, questionsFileSchema } from '../core/questions-schema.ts';
import { type GlossaryFile, glossaryFileSchema, type LexiconFile, lexiconFileSchema } from '../core/reading-schema.ts';
import { type ArticleFile, articleFileSchema, type EntitiesFile, entitiesFileSchema, slug } from '../core/schema.ts';
import { draft, isRecord } from './draft.ts';
import { ENTITIES_FILE, type Folder, type FolderFile, kindOfFile } from './folder.ts';
import { type Path, type Problem, show, wholeProblem } from './problem.ts';
import { mergeQuestions } from './questions-files.ts';
import type { Facts, Finding, Locate } from './rule.ts';
import { checkSchema, type Remark } from './schema-issue.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface Parsed {
  readonly facts: Facts;
  /** What the folder, YAML and the schemas have against the files, in no order. */
  readonly problems: readonly Problem[];
  readonly locate: Locate;
  /** A rule's finding with its place. */
  readonly place: (finding: Finding) => Problem;
}

/** Never throws, and never stops at the first problem: what can be read is in `facts`. */
export function parseFolder(folder: Folder): Parsed {
  const problems = [...folder.problems, ...findMissingFiles(folder)];
  const documents = new Map<string, Document>();
  const lacking = new Set<string>();
  let entities: EntitiesFile | null = null;
  let lexicon: LexiconFile | null = null;
  let glossary: GlossaryFile | null = null;
  const questionsFiles = new Map<string, QuestionsFile>();
  const articles = new Map<string, ArticleFile>();

  const read = <S extends z.ZodType>(file: FolderFile, schema: S): z.output<S> | null => {
    const yaml = readYaml(file.bytes);
    const path = join(folder.dir, file.name);
    problems.push(...yaml.mistakes.map((mistake) => ({ ...mistake, file: path, path: '(file)' })));
    const remarks = yaml.readable ? checkSchema(schema, yaml.value) : [];
    for (const { path: at, on, problem, advice } of remarks) {
      problems.push({ file: path, ...yaml.locate(at, on), path: showPath(yaml.value, at), problem, advice });
    }
    const meant = remarks.reduce(readAsMeant, yaml.value);
    const { value, incomplete: lists, sourcePath } = draft(schema, meant);
    if (value === null) lacking.add(file.name);
    for (const list of lists) lacking.add(`${file.name}:${list}`);
    documents.set(file.name, { yaml, sourcePath });
    return value;
  };

  for (const file of folder.files) {
    switch (kindOfFile(file.name)) {
      case 'entities':
        entities = read(file, entitiesFileSchema);
        break;
      case 'lexicon':
        lexicon = read(file, lexiconFileSchema);
        break;
      case 'glossary':
        glossary = read(file, glossaryFileSchema);
        break;
      case 'questions': {
        if (!isQuestionsName(file.name)) problems.push(misnamedQuestions(join(folder.dir, file.name)));
        const questions = read(file, questionsFileSchema);
        if (questions !== null) questionsFiles.set(file.name, questions);
        break;
      }
      case 'article': {
        const id = file.name.replace(/\.yaml$/, '');
        if (!slug.safeParse(id).success) problems.push(misnamed(join(folder.dir, file.name)));
        const article = read(file, articleFileSchema);
        if (article !== null) articles.set(id, article);
      }
    }
  }

  if (entities === null) lacking.add(`${ENTITIES_FILE}:entities`);

  const locate: Locate = (name, path) => {
    const document = documents.get(name);
    return document?.yaml.locate(document.sourcePath(path)) ?? { line: 1, column: 1 };
  };
  return {
    facts: {
      entities: entities ?? { entities: [] },
      articles,
      questionsFiles,
      incomplete: lacking,
      ...(lexicon === null ? {} : { lexicon }),
      ...(glossary === null ? {} : { glossary }),
      ...(questionsFiles.size === 0 ? {} : { questions: mergeQuestions(questionsFiles.values()) }),
    },
    problems,
    locate,
    place: ({ file, path, problem, advice }) => {
      const document = documents.get(file);
      const at = document === undefined ? '(file)' : showPath(document.yaml.value, document.sourcePath(path));
      return { file: join(folder.dir, file), ...locate(file, path), path: at, problem, advice };
    },
  };
}

interface Document {
  readonly yaml: YamlFile;
  readonly sourcePath: (path: Path) => Path;
}

/** A value as its editor meant it: a mistyped key counts as the known one, so that what it holds is checked too. */
function readAsMeant(root: unknown, { path, meant }: Remark): unknown {
  const [step, ...rest] = path;
  if (meant === undefined || step === undefined) return root;
  const inner = { path: rest, meant: meant.slice(1), problem: '', advice: '' };
  if (Array.isArray(root)) return root.with(Number(step), readAsMeant(root[Number(step)], inner));
  if (!isRecord(root)) return root;
  if (rest.length > 0) return { ...root, [step]: readAsMeant(root[step], inner) };
  const [key = step] = meant;
  return key in root ? root : { ...root, [key]: root[step] };
}

function findMissingFiles({ dir, files, problems }: Folder): Problem[] {
  if (problems.length > 0) return [];
  if (!files.some(({ name }) => name === ENTITIES_FILE)) {
    const advice = `Add ${ENTITIES_FILE} with the people, bodies, outlets and places that the articles name.`;
    return [wholeProblem('folder', dir, `there is no ${ENTITIES_FILE} in this folder`, advice)];
  }
  if (files.some(({ name }) => kindOfFile(name) === 'article')) return [];
  const advice = 'Start one with "facts new", and describe it there.';
  const others = files.length === 1 ? ENTITIES_FILE : 'other files';
  return [wholeProblem('folder', dir, `there is no article in this folder, only ${others}`, advice)];
}

function misnamed(path: string): Problem {
  const problem = "an article's file name is its id: lower-case words joined by hyphens, at most 60 characters";
  return wholeProblem('file', path, problem, 'Rename it, for example to "2024-04-01-virtual-meeting.yaml".');
}

function isQuestionsName(name: string): boolean {
  const of = /^questions(?:-(.*))?\.yaml$/.exec(name);
  return of !== null && (of[1] === undefined || slug.safeParse(of[1]).success);
}

function misnamedQuestions(path: string): Problem {
  const problem =
    'a file of questions is named "questions", alone or followed by lower-case words, all joined by hyphens';
  return wholeProblem('file', path, problem, 'Rename it, for example to "questions-silent.yaml".');
}

/** `statements[us-abstained].quotes[0]`: list items by their id where they have one, else by their index from 0. */
function showPath(root: unknown, path: Path): string {
  let shown = '';
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) {
      value = value[Number(step)];
      const id = isRecord(value) ? value['id'] : undefined;
      shown += `[${typeof id === 'string' && /^[^\s[\]]+$/.test(id) ? id : step}]`;
    } else {
      value = isRecord(value) ? value[step] : undefined;
      const key = /^[\w-]+$/.test(String(step)) ? String(step) : show(String(step));
      shown += shown === '' ? key : `.${key}`;
    }
  }
  return shown === '' ? '(file)' : shown;
}
