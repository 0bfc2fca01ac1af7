/**
 * Words that carry grammar rather than content, as folded forms (lower case, no apostrophe): they neither
 * find nor cover anything. Question words are here too; what a question asks for is read by `readQuestion`.
 * Contractions stand both as people should and as they do type them: "don't" folds to "dont".
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `
  a an the this that these those
  i me my mine myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves
  what which who whom whose when where why how whats whos wheres whens hows whys
  am is are was were be been being do does did doing done have has had having
  can could will would shall should may might must ought
  isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant cannot couldnt wont wouldnt shouldnt mustnt aint
  im ive ill id youre youve youll hes shes theyre theyve weve
  and or but nor so if then than because as until while though although
  of at by for with about against between into through during before after above below to from up down in out on off
  over under onto upon within without via per toward towards among amongst
  again further once here there also just only very too such same own both each any some all more most other another
  not no yes please ok okay etc s t ll re ve
  `
    .trim()
    .split(/\s+/),
);

/** @param form a folded form, as in `Token.form` */
export function isStopWord(form: string): boolean {
  return STOP_WORDS.has(form);
}
