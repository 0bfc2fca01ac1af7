/** What the bot says where something typed could not be carried out: what it was, and what to type instead. */
import type { Hint, TypedIn } from './reply.ts';
import { quoteTyped } from './typed-text.ts';
import { APP_NAME, COMMAND } from './wording.ts';

const KINDS = { fact: 'fact', topic: 'topic', speaker: 'quoted speaker' } as const;
const HOW_TO_NAME = { fact: 'fact <id>', topic: 'topics <topic>', speaker: 'quotes <name>' } as const;

/** What stands before what is to be typed. Slack has no slash commands in threads. */
const BEFORE: Readonly<Record<TypedIn, string>> = { command: `${COMMAND} `, mention: `@${APP_NAME} `, message: '' };

/** One or two sentences: what could not be done, and what to type instead. */
export function describeHint(hint: Hint): string {
  switch (hint.kind) {
    case 'did_you_mean': {
      const typed = quoteTyped(hint.typed);
      const what = hint.typedIn === 'command' ? `There is no command ${typed}.` : `Not understood: ${typed}.`;
      return `${what} Did you mean: ${BEFORE[hint.typedIn]}${withoutMarks(hint.nearest)}`;
    }
    case 'unknown':
      return (
        `There is no ${KINDS[hint.what]} ${quoteTyped(hint.typed)}. ` +
        `Nearest: ${hint.known.join(', ')}. Type it as: ${BEFORE[hint.typedIn]}${HOW_TO_NAME[hint.what]}`
      );
    case 'incomplete':
      return (
        `Something is missing. Type it as: ${BEFORE[hint.typedIn]}${hint.usage}, ` +
        `for example: ${BEFORE[hint.typedIn]}${hint.example}`
      );
    case 'too_long':
      return `That has ${hint.length} characters; at most ${hint.max} are read. Please ask in fewer words.`;
    case 'gone':
      return 'The facts were edited since this answer, and its statements are no longer among them. Please ask again.';
  }
}

/** The rest of a mistyped command is typed text, too. */
function withoutMarks(typed: string): string {
  return quoteTyped(typed).slice(1, -1);
}
