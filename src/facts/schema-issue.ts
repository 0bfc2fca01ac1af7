/** What a schema found wrong in a file, in words for the editor who wrote it. */
import * as z from 'zod';
import { isRecord } from './draft.ts';
import { findNearest } from './nearest.ts';
import { type Path, show } from './problem.ts';

export interface Remark {
  readonly path: Path;
  /** Where the key is what is wrong, not its value. */
  readonly on?: 'key';
  /** The path of the known key that a mistyped one stands for. */
  readonly meant?: Path;
  readonly problem: string;
  readonly advice: string;
}

/** Every remark of `schema` on `value`; of several on one place, the first says enough. */
export function checkSchema(schema: z.ZodType, value: unknown): Remark[] {
  const result = schema.safeParse(value);
  const remarks = (result.error?.issues ?? []).flatMap((issue) => explain(issue, schema, value));
  const meant = new Set(remarks.map(({ meant }) => JSON.stringify(meant)));
  const seen = new Set<string>();
  return remarks.filter(({ path, on }) => {
    const place = JSON.stringify(path);
    // A key that is missing because it is mistyped is reported once, where it was typed.
    if (seen.has(place) || (on === undefined && meant.has(place))) return false;
    seen.add(place);
    return true;
  });
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodType, root: unknown): Remark[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const value = path.reduce(look, root);
  const remark = (problem: string, advice: string): Remark[] => [{ path, problem, advice }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknownKey([...path, key], key, knownKeys(schema, path)));
    case 'invalid_type':
      return remark(...explainType(issue.expected, value, path));
    case 'invalid_value': {
      if (value === undefined || value === null) return remark(...explainType('string', value, path));
      const known = issue.values.map(String);
      const nearest = findNearest(String(value), known);
      const advice = nearest === null ? `Use one of ${known.join(', ')}.` : `Write ${show(nearest)}.`;
      return remark(`${show(String(value))} is none of ${known.join(', ')}`, advice);
    }
    case 'too_small':
      return Array.isArray(value) ? remark('this list is empty', 'Add an item.') : remark('this is empty', FILL);
    case 'too_big': {
      const length = typeof value === 'string' ? value.length : 0;
      const most = Number(issue.maximum);
      return remark(`${length} characters, ${length - most} more than the ${most} allowed`, 'Shorten or split it.');
    }
    case 'invalid_format':
      return remark(...explainFormat(issue.format === 'regex' ? issue.message : 'must be a whole web address', value));
    case 'invalid_union': {
      // Of what it may be, that which it is nearest to.
      const [nearest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
      return nearest.flatMap((inner) => explain({ ...inner, path: [...issue.path, ...inner.path] }, schema, root));
    }
    case 'custom':
      return remark(issue.message, String(issue.params?.['advice'] ?? 'Correct it.'));
    default:
      return remark(issue.message, 'Correct it.');
  }
}

const FILL = 'Write it, or take the key out if it may be left out.';

function explainUnknownKey(path: Path, key: string, known: readonly string[]): Remark {
  const nearest = findNearest(key, known);
  const problem = `there is no key ${show(key)}`;
  if (nearest === null) {
    return { path, on: 'key', problem, advice: `Take it out; the keys known here are ${known.join(', ')}.` };
  }
  const meant = [...path.slice(0, -1), nearest];
  return { path, on: 'key', meant, problem, advice: `The nearest known key is ${show(nearest)}.` };
}

function explainType(expected: string, value: unknown, path: Path): [problem: string, advice: string] {
  const want = expected === 'array' ? 'a list' : expected === 'object' ? 'keys with values' : 'a text';
  if (value === undefined) return ['this key is missing', `Add ${show(String(path.at(-1)))}: it holds ${want}.`];
  if (value === null && path.length === 0) return ['this file is empty', 'Fill it as facts/README.md shows.'];
  if (value === null) return ['this is empty', FILL];
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return [`${value} is read as a ${typeof value}, not as a text`, `Put it in quotes: "${value}".`];
  }
  const found = Array.isArray(value) ? 'a list' : isRecord(value) ? 'keys with values' : 'a text';
  return [`this is ${found} where ${want} is expected`, `Write ${want}.`];
}

function explainFormat(rule: string, value: unknown): [problem: string, advice: string] {
  const text = String(value);
  if (text === '') return ['this is empty', FILL];
  if (/\S\n$/.test(text)) {
    return ['the block mark ">" or "|" leaves a line break at the end', 'Write ">-" instead.'];
  }
  return [`${show(text)} has the wrong form`, `It ${rule}.`];
}

function look(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) ? value[step] : undefined;
}

function knownKeys(schema: z.core.$ZodType, path: Path): readonly string[] {
  const plain = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
  if (plain instanceof z.ZodArray) return knownKeys(plain.element, rest);
  const child: z.core.$ZodType | undefined = plain instanceof z.ZodObject ? plain.shape[step] : undefined;
  return child === undefined ? [] : knownKeys(child, rest);
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema;
}
