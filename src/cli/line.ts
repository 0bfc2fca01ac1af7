/** A line of JSON Lines: read, or what is wrong with it for whoever wrote it. */
import * as z from 'zod';
import { isRecord } from '../facts/draft.ts';
import { checkSchema } from '../facts/schema-issue.ts';

export const idSchema = z.union([z.string(), z.number()]);

export type Line<T> =
  | { readonly ok: true; readonly data: T }
  /** `id` is the line's where it can be read; `problem` names the key, what is wrong with it and what to do. */
  | { readonly ok: false; readonly id: string | number | null; readonly problem: string };

/** @param advice what to write, where the line is no object at all: one sentence with its full stop */
export function readLine<T>(line: string, schema: z.ZodType<T>, advice: string): Line<T> {
  const value = parseJson(line);
  if (value === undefined) return { ok: false, id: null, problem: `this is not JSON. ${advice}` };
  if (!isRecord(value)) return { ok: false, id: null, problem: `this is not an object. ${advice}` };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, data: parsed.data };
  return { ok: false, id: idSchema.safeParse(value['id']).data ?? null, problem: describe(schema, value) };
}

/** Of several problems the first. */
function describe(schema: z.ZodType, value: unknown): string {
  const [remark] = checkSchema(schema, value);
  if (remark === undefined) throw new Error('what a schema refuses has a remark');
  const { path, problem, advice } = remark;
  return `"${showPath(path)}": ${problem}. ${advice}`;
}

/** `statements[0].text` */
const showPath = (path: readonly (string | number)[]): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');

/** No JSON is `undefined`. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
