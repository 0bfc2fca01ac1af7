/** Every sentence the bot says in its own voice, so that all surfaces say the same. No opinion, no adjective. */
import type { Language, Premise, Silence } from './answer.ts';
import { describeSource, formatDate } from './attribution.ts';
import type { Article } from './corpus.ts';
import { weekdayOf } from './digest/days.ts';
import { WEEKDAY_NAMES } from './digest/describe.ts';
import type { JudgedPart, Judgement } from './reply.ts';
import type { ScoreCount, ScoreSummary } from './scorecard.ts';
import { quoteTyped } from './typed-text.ts';

/** The command as people type it; what follows it is the same text that a mention or a direct message takes. */
export const COMMAND = '/rafah';

/** The app's name in Slack, by which it is mentioned; tests hold it to manifest.yml. */
export const APP_NAME = 'Rafah Facts';

/** Questions to start with. manifest.yml suggests the same; tests compare them, and ask each of them. */
export const EXAMPLES = [
  { title: 'How did the U.S. vote?', message: 'How did the US vote?' },
  { title: 'Who meets whom?', message: 'Who will be at the meeting?' },
  { title: 'Why was the first meeting called off?', message: 'Why did Netanyahu cancel the meeting?' },
  { title: 'What can I ask?', message: 'help' },
] as const;

export const NOT_AN_ANSWER = 'Related, not an answer:';
export const NOT_A_JUDGEMENT = 'Related, not a judgement:';
export const FURTHER = 'Also in the article:';

export const QUOTE_OF_THE_DAY = 'Quote of the day:';

/** @param day YYYY-MM-DD */
export function describeDigestDay(day: string): string {
  return `Facts of the day, ${WEEKDAY_NAMES[weekdayOf(day)]} ${formatDate(day)}`;
}

export function describeAsOf(asOf: string): string {
  return `As of ${formatDate(asOf)}.`;
}

export function describePremise({ assumed, asked = false }: Pick<Premise, 'assumed' | 'asked'>): string {
  return `You asked ${asked ? 'whether' : 'as if'} ${assumed}. The article says otherwise:`;
}

export function describeSilence(silence: Silence): string {
  switch (silence.kind) {
    case 'not_stated':
      return 'The article does not say.';
    case 'unknown_name':
      return describeUnknownNames(silence.names.map((name) => quoteTyped(name)));
    case 'outside':
      return 'The article is not about this.';
    case 'unread':
      return describeUnread(silence.words.slice(0, MAX_UNREAD).map((word) => quoteTyped(word)));
    case 'no_question':
      return 'No question was found in that. The word help, instead of a question, shows how to ask.';
  }
}

/** Enough to show what to say in other words. */
const MAX_UNREAD = 3;

function describeUnread(words: readonly string[]): string {
  return `No answer was found. Not understood: ${words.join(', ')}. Asking in English finds more.`;
}

/** The English half comes first, so that the line runs from left to right; the isolate keeps the other half's direction. */
export function describeLanguage({ notice }: Language): string {
  return `The facts are in English; the question was read by a glossary of names, numbers and common words. \u2068${notice}\u2069`;
}

function describeUnknownNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1);
  return `The article does not mention ${before.length === 0 ? last : `${before.join(', ')} or ${last}`}.`;
}

export function describeVerdict(verdict: Judgement): string {
  switch (verdict.kind) {
    case 'supported':
      if (verdict.asSaidBy === undefined) return 'Supported. The article says:';
      return `Supported as ${verdict.asSaidBy}. The article does not state it as fact:`;
    case 'contradicted':
      if (verdict.differs !== undefined) return describeDifference(verdict.differs);
      return `Contradicted. The claim says that ${verdict.assumed}. The article says otherwise:`;
    case 'not_stated':
      if (verdict.unchecked !== undefined) return describeUnchecked(verdict.unchecked);
      return 'Not stated. The article neither supports nor contradicts this.';
  }
}

function describeDifference({ claimed, told }: { readonly claimed: string; readonly told: string }): string {
  return `Contradicted. The claim has ${quoteTyped(claimed)} where the article has “${told}”:`;
}

/** As with an answer, the English half comes first. */
function describeUnchecked({ name, checkNotice }: Language): string {
  return `Not checked. Claims are checked in English only, and this one is read as ${name}. \u2068${checkNotice}\u2069`;
}

/** Of a claim with several parts, before they are told one by one. */
export function describeWhole(kind: Judgement['kind'], parts: readonly JudgedPart[]): string {
  const counts = KINDS_OF_PARTS.flatMap(({ kind: wanted, name }) => {
    const count = parts.filter(({ judgement }) => judgement.kind === wanted).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return `${WHOLE[kind]} Of its ${parts.length} parts: ${counts.join(', ')}.`;
}

const KINDS_OF_PARTS = [
  { kind: 'supported', name: 'supported' },
  { kind: 'contradicted', name: 'contradicted' },
  { kind: 'not_stated', name: 'not stated' },
] as const;

const WHOLE: Readonly<Record<Judgement['kind'], string>> = {
  supported: 'Supported.',
  contradicted: 'Contradicted.',
  not_stated: 'Not stated as a whole.',
};

/** Both in characters. */
export function describeCut({ read, of }: { readonly read: number; readonly of: number }): string {
  return `The message is long: its first ${read} characters were checked, of ${of}.`;
}

export const PROVENANCE = 'What is known of the article';
export const MORE_LIKE_THIS = 'More like this, not an answer to the question:';
export const NO_MORE = 'There is no more like this in the article.';

export function describeLeft(left: number): string {
  return left === 0 ? 'That is all that is like this.' : `${left} more like this.`;
}

/** What changed in the facts since an answer was made, as far as it concerns the answer; empty where nothing did. */
export function describeChange(
  { asked, now }: { readonly asked: string; readonly now: string },
  gone: number,
): string[] {
  if (asked === now) return [];
  const changed = `The facts were edited since this answer (edition ${asked}); this is how they stand now.`;
  if (gone === 0) return [changed];
  return [
    changed,
    `${gone === 1 ? 'One statement' : `${gone} statements`} of the answer ${gone === 1 ? 'is' : 'are'} no longer among them.`,
  ];
}

/** Enough to say what it is about; a help that is all titles would be none. */
const MAX_KNOWN = 3;

/** The articles that answers are from. */
export function describeKnown(articles: readonly Article[]): string {
  const named = articles.slice(0, MAX_KNOWN).map(describeSource).join('; ');
  const left = articles.length - MAX_KNOWN;
  return left > 0 ? `It knows: ${named}; and ${left} more, listed by ${COMMAND} sources.` : `It knows: ${named}.`;
}

export interface CommandHelp {
  readonly usage: string;
  readonly does: string;
}

export const COMMANDS_HELP: readonly CommandHelp[] = [
  { usage: `${COMMAND} <question>`, does: 'the cited answer, visible to you only, with a button to share it' },
  { usage: `${COMMAND} people`, does: 'who is named, by side' },
  { usage: `${COMMAND} timeline`, does: 'what happened, by date' },
  { usage: `${COMMAND} quotes [name]`, does: 'quoted words, by speaker' },
  { usage: `${COMMAND} topics [topic]`, does: 'all topics, or the statements on one' },
  { usage: `${COMMAND} sources`, does: 'what the answers rest on' },
  { usage: `${COMMAND} random`, does: 'one statement' },
  { usage: `${COMMAND} fact <id>`, does: 'one statement with its full citation' },
  { usage: `${COMMAND} check <claim>`, does: 'supported, contradicted, or not stated' },
  { usage: `${COMMAND} digest`, does: 'daily facts in a channel: set them up or change them' },
  { usage: `${COMMAND} digest help`, does: 'the same by typing: on, off, pause, resume, status, preview, list' },
  { usage: `${COMMAND} followups [on|off]`, does: 'whether threads here are answered without a mention' },
  { usage: `${COMMAND} help`, does: 'this' },
];

export const HELP = {
  title: APP_NAME,
  what:
    'Answers questions with statements that an editor wrote from the article, each cited to its place in it. ' +
    'Nothing is generated, and no question leaves your workspace. Where the article is silent, the answer says so.',
  how:
    `Ask in plain words: ${COMMAND} followed by your question, a mention of this app in a channel, ` +
    'or a direct message to it. In a mention or a direct message, type the same without the slash command. ' +
    'The shortcut Ask Rafah opens a dialog to ask in; Check with Rafah, among the actions of a message, judges what it says.',
  commands: 'Commands',
  mistakes:
    'Found a mistake? Press Not helpful under the answer, which is counted without your name, or tell the people who ' +
    'run this app in your workspace, with the place in the article that stands under the statement. The About tab of ' +
    'the app names them.',
} as const;

/** Usages without their `/rafah`, as typed after a mention too. */
export const DIGEST_HELP = {
  title: 'Daily digests',
  what:
    'A digest posts a few statements of the article in a channel, each with its speaker and its place, on the days ' +
    'and at the time that the channel chose. Nothing repeats until every statement has had its turn.',
  offer: 'A digest posts a few statements of the article in a channel, at the time and on the days that you choose.',
  commands: [
    { usage: `${COMMAND} digest`, does: 'a form: channel, time, time zone, days, number of facts' },
    {
      usage: `${COMMAND} digest on [time] [time zone] [days]`,
      does: `starts or changes it here, for example: ${COMMAND} digest on 9am Europe/London weekdays`,
    },
    { usage: `${COMMAND} digest status`, does: 'when it posts in this channel, and whether it can' },
    { usage: `${COMMAND} digest preview`, does: 'the next one, for you only' },
    { usage: `${COMMAND} digest pause`, does: 'nothing is posted until you resume it' },
    { usage: `${COMMAND} digest resume`, does: 'it goes on where it was paused' },
    { usage: `${COMMAND} digest off`, does: 'ends it' },
    { usage: `${COMMAND} digest list`, does: 'all digests of this workspace' },
  ] satisfies readonly CommandHelp[],
  who: 'Anybody in a channel can change its digest. The person who ordered it last is told when it can’t be posted.',
} as const;

/** The published figures, with counts beside each share: a percentage of few is worth little. */
export function describeScores({ answerable, unanswerable, premise }: ScoreSummary): string {
  const share = ({ asked, right }: ScoreCount): string =>
    `${right} of ${asked} (${Math.floor((100 * right) / asked)}%)`;
  return [
    `Questions that the article answers: the right statement first in ${share(answerable)}.`,
    `Questions that it doesn't: silence in ${share(unanswerable)}.`,
    `Questions that assume what it contradicts: the right correction first in ${share(premise)}.`,
    'The bot has learnt from most of these questions; of new ones, fewer are answered right.',
    'The questions and the method are in docs/scorecard.md of the project.',
  ].join(' ');
}
