/** What a person typed after `/rafah`, after a mention or in a DM, or pressed under an answer, as a value. */
import type { NonEmpty } from './answer.ts';

/** An answer that was given, as its buttons remember it. */
export interface AnswerReference {
  /** Of the facts, when it was given. */
  readonly edition: string;
  /** Of its statements. */
  readonly ids: NonEmpty<string>;
  /** How many of those like it were shown already. */
  readonly from: number;
}

export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'check'; readonly claim: string }
  | { readonly kind: 'people' }
  | { readonly kind: 'timeline' }
  | { readonly kind: 'quotes'; readonly name: string | null }
  | { readonly kind: 'topics'; readonly topic: string | null }
  | { readonly kind: 'sources' }
  | { readonly kind: 'random' }
  | { readonly kind: 'fact'; readonly id: string }
  /** The words after `digest`, lower-cased. */
  | { readonly kind: 'digest'; readonly words: readonly string[] }
  /** Whether follow-ups are answered without a mention; `null` asks how that stands. */
  | { readonly kind: 'followups'; readonly choice: 'on' | 'off' | null }
  /** Pressed: where an answer's statements come from. */
  | { readonly kind: 'source'; readonly answer: AnswerReference }
  /** Pressed: statements like an answer's. */
  | { readonly kind: 'more'; readonly answer: AnswerReference }
  /** A command without the argument it needs. */
  | { readonly kind: 'incomplete'; readonly command: 'fact' | 'check' }
  /** A first word close to a command, with a rest that would fit it. */
  | { readonly kind: 'typo'; readonly typed: string; readonly nearest: string }
  | { readonly kind: 'too_long'; readonly length: number };

/** Longer than any question a person asks; it keeps a pasted document from being searched word by word. */
export const MAX_TYPED_LENGTH = 1000;

/**
 * Reads typed text. Commands are recognised without regard to case. A first word that is a command counts as one only
 * where the rest fits it: `people` is the command, `people in rafah?` a question. Never throws.
 * @param typed as the person meant it: Slack's entities already unescaped, the bot's mention already removed
 */
export function parseRequest(typed: string): Request {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'help' };
  if (text.length > MAX_TYPED_LENGTH) return { kind: 'too_long', length: text.length };
  const [first = '', ...rest] = text.split(' ');
  const word = (rest.length === 0 ? first.replace(/[?!.]+$/, '') : first.replace(/[:,]$/, '')).toLowerCase();
  const command = COMMANDS.find(({ name }) => name === word);
  return command?.read(rest) ?? typo(first, rest) ?? { kind: 'ask', question: text };
}

interface Command {
  readonly name: string;
  /** `null` where the rest doesn't fit, so that the text is a question. */
  readonly read: (rest: readonly string[]) => Request | null;
}

const COMMANDS: readonly Command[] = [
  { name: 'help', read: (rest) => (isPlea(rest) || isCommandName(rest) ? { kind: 'help' } : null) },
  { name: 'people', read: alone({ kind: 'people' }) },
  { name: 'timeline', read: alone({ kind: 'timeline' }) },
  { name: 'sources', read: alone({ kind: 'sources' }) },
  { name: 'random', read: alone({ kind: 'random' }) },
  { name: 'quotes', read: named((name) => ({ kind: 'quotes', name })) },
  { name: 'topics', read: named((topic) => ({ kind: 'topics', topic })) },
  { name: 'fact', read: readFact },
  { name: 'check', read: readCheck },
  { name: 'digest', read: readDigest },
  { name: 'followups', read: readFollowUps },
];

/** "help", "help me", "help me please!" */
function isPlea(rest: readonly string[]): boolean {
  return rest.every((word) => /^(me|please)[!.?]*$/i.test(word));
}

function isCommandName(rest: readonly string[]): boolean {
  return rest.length === 1 && COMMANDS.some(({ name }) => name === rest[0]?.toLowerCase());
}

function alone(request: Request): Command['read'] {
  return (rest) => (rest.length === 0 ? request : null);
}

/** At most three words that aren't a question: a name or a topic. */
function named(read: (name: string | null) => Request): Command['read'] {
  return (rest) => {
    if (rest.length === 0) return read(null);
    const words = /^(by|from|of|on|about)$/i.test(rest[0] ?? '') ? rest.slice(1) : rest;
    const fits = words.length >= 1 && words.length <= 3 && !words.some((word) => word.endsWith('?'));
    return fits ? read(words.join(' ')) : null;
  };
}

function readFact(rest: readonly string[]): Request | null {
  const [id, ...more] = rest;
  if (id === undefined) return { kind: 'incomplete', command: 'fact' };
  return more.length === 0 && /^[a-z0-9-]+$/i.test(id) ? { kind: 'fact', id: id.toLowerCase() } : null;
}

function readCheck(rest: readonly string[]): Request {
  return rest.length === 0 ? { kind: 'incomplete', command: 'check' } : { kind: 'check', claim: rest.join(' ') };
}

const DIGEST_VERBS = ['on', 'off', 'pause', 'resume', 'status', 'preview', 'list', 'help'];

/** A word or two after `digest` that no question has: the digest's own words then say what to type instead. */
function isCommandLike(rest: readonly string[]): boolean {
  return rest.length <= 2 && !rest.some((word) => word.endsWith('?')) && !/^(of|about|for|the)$/i.test(rest[0] ?? '');
}

function readDigest(rest: readonly string[]): Request | null {
  const words = rest.map((word) => word.toLowerCase());
  const fits = words[0] === undefined || DIGEST_VERBS.includes(words[0]) || isCommandLike(rest);
  return fits ? { kind: 'digest', words } : null;
}

function readFollowUps([choice, ...more]: readonly string[]): Request | null {
  const word = choice?.toLowerCase() ?? null;
  return more.length === 0 && (word === null || word === 'on' || word === 'off')
    ? { kind: 'followups', choice: word }
    : null;
}

/** One edit for short words, two for longer ones; transposed neighbours are one edit. A question mark says: a question. */
function typo(first: string, rest: readonly string[]): Request | null {
  const word = first.toLowerCase();
  if ([first, ...rest].some((part) => part.endsWith('?'))) return null;
  const near = COMMANDS.flatMap(({ name, read }) => {
    const most = name.length > 5 ? 2 : 1;
    if (Math.abs(name.length - word.length) > most) return [];
    const edits = countEdits(word, name);
    return edits > 0 && edits <= most ? [{ name, read, edits }] : [];
  })
    .sort((a, b) => a.edits - b.edits)
    .find(({ read }) => read(rest) !== null);
  if (near === undefined) return null;
  return { kind: 'typo', typed: [first, ...rest].join(' '), nearest: [near.name, ...rest].join(' ') };
}

/** Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours. */
export function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
