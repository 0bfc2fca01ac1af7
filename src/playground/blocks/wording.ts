import type { z } from 'zod';

type Path = readonly PropertyKey[];

/**
 * Slack's words for what is wrong with a payload: `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`.
 * Where Slack offers a choice of text objects, it first says that none of them fitted.
 *
 * @param input What was validated, to tell a missing field from one of another type.
 * @param root Where `input` stands in the request, e.g. `/blocks`.
 */
export function slackWords(issue: z.core.$ZodIssue, input: unknown, root: string): string[] {
  const at = (path: Path) => ` [json-pointer:${root}${path.map((key) => `/${String(key)}`).join('')}]`;
  const said = wording(issue, valueAt(input, issue.path));
  const pointed = said.onParent ? issue.path.slice(0, -1) : issue.path;
  const lines = said.words.map((word) => word + at(pointed));
  const choice = choiceAround(input, pointed);
  return choice === undefined ? lines : [`failed to match all allowed schemas${at(choice)}`, ...lines];
}

interface Wording {
  readonly words: readonly string[];
  /** The fault is that the last key of the path is missing: Slack points at the object around it. */
  readonly onParent?: boolean;
}

function wording(issue: z.core.$ZodIssue, value: unknown): Wording {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return missing(issue.path);
      return { words: [`must provide ${named(issue.expected)}`] };
    case 'invalid_union':
      if (issue.discriminator === undefined) return { words: ['failed to match all allowed schemas'] };
      return value === undefined ? missing(issue.path) : { words: [`unsupported type: ${String(value)}`] };
    case 'too_big':
      if (issue.origin === 'string') return { words: [`must be less than ${Number(issue.maximum) + 1} characters`] };
      if (issue.origin === 'array') return { words: [`no more than ${issue.maximum} items allowed`] };
      return { words: [`must be less than ${Number(issue.maximum) + 1}`] };
    case 'too_small':
      if (issue.origin === 'string') return { words: [`must be more than ${Number(issue.minimum) - 1} characters`] };
      if (issue.origin === 'array') return { words: [`no less than ${issue.minimum} items allowed`] };
      return { words: [`must be more than ${Number(issue.minimum) - 1}`] };
    case 'unrecognized_keys':
      return { words: issue.keys.map((key) => `invalid additional property: ${key}`) };
    case 'invalid_value':
      return value === undefined ? missing(issue.path) : { words: ['must be a valid enum value'] };
    case 'invalid_format':
      return { words: ['must be a valid format'] };
    default:
      return { words: [issue.message] };
  }
}

function missing(path: Path): Wording {
  return { words: [`missing required field: ${String(path.at(-1) ?? '')}`], onParent: true };
}

function named(expected: string): string {
  return /^[aeio]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}

/** The nearest text object on the path that could have been plain or mrkdwn: a section's, a field, an element. */
function choiceAround(input: unknown, path: Path): Path | undefined {
  for (let length = path.length; length > 1; length -= 1) {
    const place = path.slice(0, length);
    const type = (valueAt(input, place) as { type?: unknown } | undefined)?.type;
    if (type !== 'plain_text' && type !== 'mrkdwn') continue;
    const key = place.at(-1);
    const owner = (valueAt(input, place.slice(0, -1)) as { type?: unknown } | undefined)?.type;
    if (typeof key === 'number' || (key === 'text' && (owner === 'section' || owner === 'alert'))) return place;
  }
  return undefined;
}
