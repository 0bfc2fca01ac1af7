/** What is wrong in a folder of facts, and what to do about it. */
import { compareText } from '../core/corpus.ts';

/** Keys and list indices from a file's root: `['statements', 3, 'quotes', 0, 'words']`. */
export type Path = readonly (string | number)[];

export interface Problem {
  /** As it can be opened from where the command runs: the folder as given, and the file's name. */
  readonly file: string;
  /** Both count from 1; the column in UTF-16 units, as editors do. */
  readonly line: number;
  readonly column: number;
  /** `statements[us-abstained].quotes[0].words`; `(file)` or `(folder)` where it is the whole. */
  readonly path: string;
  /** What is wrong: a clause without a full stop. */
  readonly problem: string;
  /** What to do: one sentence with its full stop. */
  readonly advice: string;
}

/** `file:line:column path: problem. What to do.` */
export function formatProblem({ file, line, column, path, problem, advice }: Problem): string {
  return `${file}:${line}:${column} ${path}: ${problem}. ${advice}`;
}

/** In reading order: by file, line and column; what is said twice of the same place is said once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const byLine = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...byLine.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.path, b.path),
  );
}

/** A problem that concerns a whole file or folder. */
export function wholeProblem(kind: 'file' | 'folder', file: string, problem: string, advice: string): Problem {
  return { file, line: 1, column: 1, path: `(${kind})`, problem, advice };
}

/** A value as it is shown in a problem: in double quotes, on one line, not longer than a glance. */
export function show(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
}
