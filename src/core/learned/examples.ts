/** The questions that editors wrote down, as they are read in a conversation, by what there is for them. */
import type { Corpus } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import { followUp, unitsOf } from '../question/follow-up.ts';
import { createDescribe, type Describe, type Stranger } from './features.ts';

/** What the questions of a class have in common. */
export type GuessClass =
  /** A statement answers them, plainly or by correcting what they assume. */
  | { readonly statement: number; readonly assumed: string | null }
  /** Nothing is asked. */
  | 'small_talk'
  /** No statement answers. */
  | 'silent';

/** A question by its features: the hash of each one's name and how much of it there is. */
export interface Described {
  readonly features: ReadonlyMap<number, number>;
  /** Content words, each by its own feature, and what it is where no example has it. */
  readonly content: readonly { readonly feature: number; readonly stranger: Stranger; readonly share: number }[];
}

export interface Example {
  readonly described: Described;
  /** The place of its class. */
  readonly label: number;
}

export interface Examples {
  readonly classes: readonly GuessClass[];
  readonly examples: readonly Example[];
}

/** After how many of the questions that may come before it a follow-up is read. */
const TURNS = 2;

/** None where an editor wrote no question down that is answered, or none that is met with silence. */
export function collectExamples(corpus: Corpus, reader: Reader): Examples {
  const { answered, assuming, follow_ups, small_talk, silent } = corpus.questions;
  if (answered.length === 0 || silent.length === 0) return { classes: [], examples: [] };
  const places = new Map(corpus.statements.map(({ id }, at) => [id, at]));
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`a question is for the statement "${id}", which does not exist`);
    return place;
  };
  const classes: GuessClass[] = ['silent', 'small_talk', ...corpus.statements.map((_, statement) => plain(statement))];
  const labelOf = (statement: number): number => statement + 2;
  const examples: Example[] = [];
  // Described at once: some thousand questions are too many to be kept.
  const describe = createDescribe(reader.terms);
  const keep = (question: Question, label: number) => {
    examples.push({ described: collect(describe, question), label });
  };
  const add = (texts: readonly string[], label: number) => {
    for (const text of texts) keep(reader.read(text), label);
  };
  const corrections = new Map<string, number>();
  const labelOfCorrection = (statement: number, assumed: string): number => {
    const key = `${statement} ${assumed}`;
    const label = corrections.get(key) ?? classes.push({ statement, assumed }) - 1;
    corrections.set(key, label);
    return label;
  };
  add(silent, 0);
  add(small_talk, 1);
  corpus.statements.forEach(({ text, askedAs, corrects }, statement) => {
    add([text, ...askedAs], labelOf(statement));
    for (const { assumed, cues } of corrects) add(cues, labelOfCorrection(statement, assumed));
  });
  for (const { statement, questions } of answered) add(questions, labelOf(placeOf(statement)));
  for (const { statement, assumed, questions } of assuming) {
    add(questions, labelOfCorrection(placeOf(statement), assumed));
  }
  for (const { after, statement, assumed, questions } of follow_ups) {
    const place = statement === undefined ? null : placeOf(statement);
    const answered = place === null ? 0 : labelOf(place);
    const label = place === null || assumed === undefined ? answered : labelOfCorrection(place, assumed);
    questions.forEach((text, index) => {
      for (let turn = 0; turn < Math.min(TURNS, after.length); turn++) {
        const statement = placeOf(after[(index + turn) % after.length] ?? '');
        const before = corpus.statements[statement];
        const asked = before?.askedAs[index % before.askedAs.length];
        if (before === undefined || asked === undefined) continue;
        const turns = [{ question: reader.read(asked), told: unitsOf(before, reader.terms), statement }];
        keep(followUp(reader.read(text), turns), label);
      }
    });
  }
  return { classes, examples };
}

function collect(describe: Describe, question: Question): Described {
  const features = new Map<number, number>();
  const content: Described['content'][number][] = [];
  describe(question, {
    feature(feature, share) {
      if ((features.get(feature) ?? 0) < share) features.set(feature, share);
    },
    content(feature, stranger, share) {
      content.push({ feature, stranger, share });
    },
  });
  return { features, content };
}

function plain(statement: number): GuessClass {
  return { statement, assumed: null };
}
