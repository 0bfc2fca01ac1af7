/** The questions of a folder, which may be spread over several files. */
import type { QuestionsFile } from '../core/questions-schema.ts';

/** Each list is the files' lists one after the other; groups stay as they are, also where two are for the same. */
export function mergeQuestions(files: Iterable<QuestionsFile>): QuestionsFile {
  const all = [...files];
  return {
    answered: all.flatMap(({ answered }) => answered),
    assuming: all.flatMap(({ assuming }) => assuming),
    follow_ups: all.flatMap(({ follow_ups }) => follow_ups),
    small_talk: all.flatMap(({ small_talk }) => small_talk),
    silent: all.flatMap(({ silent }) => silent),
  };
}
