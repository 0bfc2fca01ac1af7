import * as z from 'zod';
import { slackWords } from '../blocks/wording.ts';
import type { Slack } from '../slack.ts';
import { Refusal } from './refusal.ts';
import { requireScope, type Token } from './tokens.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One method of the Web API. */
export interface Method {
  readonly name: string;
  /** Which kind of token it takes; `none` needs no token at all. */
  readonly token: 'bot' | 'app' | 'any' | 'none';
  /** One of these is needed; an empty list needs none, or the method decides by the conversation's kind. */
  readonly scopes: readonly string[];
  /** @throws Refusal. Returns the fields of the answer without `ok`. */
  run(raw: Json, slack: Slack, token: Token): Json;
}

const nobody: Token = { kind: 'bot', scopes: new Set() };

/** Declares a method: arguments are checked, then scopes, then it runs. */
export function defineMethod<Shape extends z.ZodRawShape>(definition: {
  readonly name: string;
  readonly token?: Method['token'];
  readonly scopes?: readonly string[];
  readonly args?: Shape;
  readonly run: (args: z.output<z.ZodObject<Shape>>, slack: Slack, token: Token) => Json;
}): Method {
  const schema = z.object(definition.args ?? ({} as Shape));
  const scopes = definition.scopes ?? [];
  return {
    name: definition.name,
    token: definition.token ?? 'bot',
    scopes,
    run(raw, slack, token = nobody) {
      requireScope(token, ...scopes);
      const args = schema.safeParse(raw);
      if (args.success) return definition.run(args.data, slack, token);
      const problems = args.error.issues.flatMap((issue) => slackWords(issue, raw, ''));
      throw Refusal.withMessages(
        'invalid_arguments',
        problems.map((problem) => problem.replace(' [json-pointer:]', '')),
      );
    },
  };
}

/** An argument as forms and JSON carry it. Forms hold only strings; structures come as JSON in a string. */
export const arg = {
  text: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string()),
  flag: z.preprocess((value) => value === true || value === 1 || value === 'true' || value === '1', z.boolean()),
  integer: z.preprocess(
    (value) => (typeof value === 'string' && value !== '' ? Number(value) : value),
    z.number().int(),
  ),
  /** Any structure; a string that isn't JSON stays a string, for the method to refuse in its own words. */
  json: decoded(z.unknown()),
};

/** A structure that a form carries as JSON in a string. */
export function decoded<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(parseJson, schema);
}

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
