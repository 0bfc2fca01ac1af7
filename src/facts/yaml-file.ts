/** One YAML file as a plain value, and where in the file each part of it stands. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import type { Path } from './problem.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

interface YamlMistake extends Place {
  readonly problem: string;
  readonly advice: string;
}

export interface YamlFile {
  readonly value: unknown;
  /** `false` where the mistakes leave open what the file says. */
  readonly readable: boolean;
  readonly mistakes: readonly YamlMistake[];
  /** The place of the value at `path`, or of its key; of the nearest part around it where there is no such part. */
  locate(path: Path, on?: 'key'): Place;
}

/** Reads YAML 1.2. Never throws: what is wrong with the text is in `mistakes`. */
export function readYaml(bytes: Uint8Array): YamlFile {
  const { text, badAt } = decode(bytes);
  if (badAt !== null) {
    const before = text.slice(0, badAt).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const problem = 'this file is not UTF-8 text';
    return unreadable({ ...place, problem, advice: 'Save it in the encoding UTF-8.' });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tabs = document.errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  // A tab makes YAML misread the lines around it.
  const errors = tabs.length > 0 ? tabs : document.errors;
  const quoted = errors.some(({ code }) => code === 'MISSING_CHAR') ? listQuoted(document) : [];
  const mistakes: YamlMistake[] = [...errors, ...document.warnings].map(({ code, message, pos }) => ({
    ...place(code === 'MISSING_CHAR' ? findOpening(quoted, pos[0]) : pos[0]),
    ...explain(code, message, /^("[^"]*"|'[^']*'|[^:\n]+)/.exec(text.slice(pos[0]))?.[0] ?? ''),
  }));
  visit(document, {
    Alias: (_, { range, source }) => {
      const problem = `"*${source}" is a YAML reference, which facts don't use`;
      mistakes.push({ ...place(range?.[0] ?? 0), problem, advice: 'Write the value out.' });
    },
  });
  const doubtful = document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  if (doubtful || mistakes.length > errors.length) {
    return { ...unreadable(), mistakes: keepFirstOfLine(mistakes) };
  }
  return {
    value: document.toJS(),
    readable: true,
    mistakes,
    locate: (path, on) => place(findOffset(document.contents, path, on)),
  };
}

/** @returns the text without a byte order mark, and the index of the first character that is not UTF-8 */
function decode(bytes: Uint8Array): { text: string; badAt: number | null } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), badAt: null };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, badAt: Math.max(text.indexOf('\uFFFD'), 0) };
  }
}

function unreadable(...mistakes: YamlMistake[]): YamlFile {
  return { value: undefined, readable: false, mistakes, locate: () => ({ line: 1, column: 1 }) };
}

/** Where texts in quotes start and what is behind them ends, in the order of the file. */
function listQuoted(document: Document): [start: number, end: number][] {
  const quoted: [start: number, end: number][] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range) quoted.push([range[0], range[2]]);
    },
  });
  return quoted;
}

/** YAML misses a closing quote where the file ends; what is wrong is where the quote opens. */
function findOpening(quoted: readonly (readonly [start: number, end: number])[], offset: number): number {
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const [start, end] = quoted[low - 1] ?? [offset, offset];
  return offset <= end ? start : offset;
}

/** One slip, such as a quote that is not closed, makes YAML complain of a line more than once. */
function keepFirstOfLine(mistakes: readonly YamlMistake[]): YamlMistake[] {
  const seen = new Set<number>();
  return mistakes.filter(({ line }) => {
    const isFirst = !seen.has(line);
    seen.add(line);
    return isFirst;
  });
}

/** @param key what the file has at the place, up to a colon */
function explain(code: string, message: string, key: string): { problem: string; advice: string } {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { problem: `the key "${key}" stands here twice`, advice: 'Keep one of the two.' };
    case 'TAB_AS_INDENT':
      return { problem: 'a tab indents this line', advice: 'Indent with spaces.' };
    case 'MULTIPLE_DOCS':
      return { problem: 'a second YAML document starts here', advice: 'Remove the line "---".' };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return {
        problem: `not YAML: ${sentence(message)}`,
        advice: 'Put a text that holds ": " or starts with a mark such as "@" into quotes, and close every quote.',
      };
    default:
      return { problem: `not YAML: ${sentence(message)}`, advice: 'Correct the indentation or the marks here.' };
  }
}

function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/\.$/, '');
}

function findOffset(root: Node | null, path: Path, on: 'key' | undefined): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      const keyAt = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      offset = (last && on === 'key') || !hasSource(pair.value) ? (keyAt ?? offset) : pair.value.range[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (!hasSource(node)) return offset;
      offset = node.range[0];
    } else {
      return offset;
    }
  }
  return offset;
}

/** A value left empty has no source of its own; its key stands for it. */
function hasSource(node: unknown): node is Node & { range: [number, number, number] } {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : null;
  return range !== null && range !== undefined && range[1] > range[0];
}
