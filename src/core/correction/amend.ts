/** What a posted message must tell after its facts were edited. Pure: the same edition gives the same words. */
import type { Language } from '../answer.ts';
import type { Corpus, Statement } from '../corpus.ts';
import type { Reply } from '../reply.ts';
import { describeBefore } from './changes.ts';
import { describeAmended, describeCorrection, describeRestored, describeWithdrawn } from './describe.ts';
import type { Frame, PostContent, PostedStatement } from './post.ts';
import { listVersions, type Shown, type StatementVersion } from './shown.ts';

/** A posted message as it reads after its facts were edited. */
export interface Corrected {
  readonly frame: Frame;
  /** That it was corrected, and when. */
  readonly summary: string;
  /** Those that are still there, in the order in which they were posted. */
  readonly statements: readonly Statement[];
  readonly notes: readonly CorrectionNote[];
  readonly language: Language | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export interface CorrectionNote {
  /** Stands below the statement; `null` at the end, of one that was withdrawn. */
  readonly below: Statement | null;
  readonly sentences: readonly string[];
}

/** The wordings that an edition shows, ready for comparing. */
export interface Wordings {
  readonly corpus: Corpus;
  readonly byId: ReadonlyMap<string, StatementVersion>;
  readonly byName: ReadonlyMap<string, StatementVersion>;
}

export function wordingsOf(corpus: Corpus): Wordings {
  const versions = listVersions(corpus);
  return {
    corpus,
    byId: new Map(versions.map((version) => [version.id, version])),
    byName: new Map(versions.map((version) => [version.name, version])),
  };
}

/** Of all wordings that were ever posted, those that the edition shows otherwise, or no more, or again. */
export function listStale({ byId }: Wordings, known: readonly StatementVersion[]): readonly PostedStatement[] {
  return [
    ...known.filter(({ id, name }) => byId.get(id)?.name !== name).map(({ id, name }) => ({ id, shown: name })),
    ...[...byId.keys()].map((id) => ({ id, shown: null })),
  ];
}

export type Amendment =
  /** It reads as the edition does; ids may have been renamed. */
  | { readonly kind: 'same'; readonly content: PostContent }
  | { readonly kind: 'changed'; readonly content: PostContent };

/** @param day of the correction, YYYY-MM-DD in UTC */
export function amendPost(content: PostContent, wordings: Wordings, day: string): Amendment {
  let corrections = content.corrections;
  let isChanged = false;
  const statements = content.statements.map(({ id, shown }): PostedStatement => {
    const current = wordings.byId.get(id);
    if (current?.name === shown) return { id, shown };
    // Under another id it is the same to a reader.
    const renamed = current === undefined && shown !== null ? wordings.byName.get(shown) : undefined;
    if (renamed !== undefined) {
      corrections = corrections.map((each) => (each.id === id ? { ...each, id: renamed.id } : each));
      return { id: renamed.id, shown };
    }
    if (current === undefined && shown === null) return { id, shown };
    isChanged = true;
    corrections = [...corrections, { id, was: shown, on: day }];
    return { id, shown: current?.name ?? null };
  });
  const { edition } = wordings.corpus;
  const amended = { ...content, edition, statements, corrections };
  return { kind: isChanged ? 'changed' : 'same', content: amended };
}

/** @param known wordings that were served before, by which a correction says what was read then */
export function composeCorrected(
  content: PostContent,
  { corpus }: Wordings,
  known: readonly StatementVersion[],
): Reply {
  const { frame, statements, corrections } = content;
  const present = statements.flatMap(({ id, shown }) => (shown === null ? [] : (corpus.statementById.get(id) ?? [])));
  const notes = statements.flatMap(({ id }) => noteOn(id, content, corpus, known));
  const dates = corrections.map(({ on }) => on).sort();
  const languageId = 'language' in frame ? frame.language : null;
  const language = corpus.glossary.languages.find((each) => each.id === languageId) ?? null;
  return {
    kind: 'corrected',
    corrected: {
      frame,
      summary: describeAmended(dates.at(-1) ?? '', present.length),
      statements: present,
      notes,
      language: language && {
        id: language.id,
        name: language.name,
        notice: language.notice,
        checkNotice: language.check_notice,
      },
      asOf: corpus.asOf,
    },
  };
}

function noteOn(
  id: string,
  { statements, corrections }: PostContent,
  corpus: Corpus,
  known: readonly StatementVersion[],
): readonly CorrectionNote[] {
  const own = corrections.filter((correction) => correction.id === id);
  const last = own.at(-1);
  if (last === undefined) return [];
  const shown = statements.find((statement) => statement.id === id)?.shown ?? null;
  // What was withdrawn is not said again, in no wording.
  if (shown === null) return [{ below: null, sentences: [describeWithdrawn(last.on)] }];
  const below = corpus.statementById.get(id) ?? null;
  const wordingOf = (name: string): Shown | undefined => known.find((version) => version.name === name)?.shown;
  const now = wordingOf(shown);
  const sentences = own.flatMap(({ was, on }) => {
    if (was === null) return [describeRestored(on)];
    const before = wordingOf(was);
    if (before === undefined || now === undefined) return [describeCorrection(on, [])];
    // Put back as it was: the correction of that tells enough.
    const differences = describeBefore(before, now);
    return differences.length === 0 ? [] : [describeCorrection(on, differences)];
  });
  return [{ below, sentences }];
}
