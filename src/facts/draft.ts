/**
 * As much of a file as has the schema's shape, whatever the schema's checks say of the values: so that the rules can
 * look at a statement whose text is too long, and every problem of a file shows at once.
 */
import * as z from 'zod';
import type { Path } from './problem.ts';

export interface Draft<T> {
  /** `null` where not even the outermost keys are there. */
  readonly value: T | null;
  /** The outermost lists that had to leave items out: `statements`, `article.locators`. */
  readonly incomplete: readonly string[];
  /** Where the part of the draft at `path` stands in the file: list items that were left out move the others up. */
  readonly sourcePath: (path: Path) => Path;
}

/**
 * A part of the wrong type takes the outermost list item that holds it out of the draft: a statement that lacks its
 * locator is set aside, not shown to the rules half.
 */
export function draft<S extends z.ZodType>(schema: S, value: unknown): Draft<z.output<S>> {
  const kept: Kept = new Map();
  const shaped = shape(schema, value, [], kept);
  return {
    // The walk follows the schema, so what it returns has the schema's output type; only the checks are left out.
    value: shaped === LOST ? null : (shaped as z.output<S>),
    incomplete: [...kept].flatMap(([path, { lost }]) => (lost === 0 ? [] : path)),
    sourcePath: (path) =>
      path.map((step, depth) => {
        const list = typeof step === 'number' ? kept.get(path.slice(0, depth).join('.')) : undefined;
        return list?.indices[Number(step)] ?? step;
      }),
  };
}

const LOST = Symbol('lost');

/** Of each outermost list, by its path: the file's indices of the items that the draft has, and how many it has not. */
type Kept = Map<string, { readonly indices: readonly number[]; readonly lost: number }>;

function shape(schema: z.core.$ZodType, value: unknown, path: Path, kept: Kept | null): unknown {
  if (schema instanceof z.ZodOptional) {
    return value === undefined ? undefined : shape(schema.unwrap(), value, path, kept);
  }
  if (schema instanceof z.ZodDefault) {
    return value === undefined ? schema.def.defaultValue : shape(schema.unwrap(), value, path, kept);
  }
  if (schema instanceof z.ZodArray) {
    return Array.isArray(value) ? shapeList(schema.element, value, path, kept) : LOST;
  }
  if (schema instanceof z.ZodObject) return shapeObject(schema, value, path, kept);
  if (schema instanceof z.ZodEnum) return schema.options.includes(String(value)) ? value : LOST;
  return typeof value === 'string' ? value : LOST;
}

/** Only an outermost list leaves items out; inside it (`kept` is `null`) the loss of a part is the loss of the item. */
function shapeList(element: z.core.$ZodType, value: readonly unknown[], path: Path, kept: Kept | null): unknown {
  const items = value.map((item, index) => shape(element, item, [...path, index], null));
  if (kept === null) return items.includes(LOST) ? LOST : items;
  const indices = items.flatMap((item, index) => (item === LOST ? [] : [index]));
  kept.set(path.join('.'), { indices, lost: items.length - indices.length });
  return items.filter((item) => item !== LOST);
}

function shapeObject(
  schema: z.ZodObject,
  value: unknown,
  path: Path,
  kept: Kept | null,
): Record<string, unknown> | typeof LOST {
  if (!isRecord(value)) return LOST;
  const result: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(schema.shape)) {
    const part = shape(child, value[key], [...path, key], kept);
    if (part === LOST) return LOST;
    if (part !== undefined) result[key] = part;
  }
  return result;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
