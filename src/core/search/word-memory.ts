/** What was made of words that were read before, so that a common word costs one look-up. */

/** Bounded, as people may type anything. */
const MAX_REMEMBERED = 5_000;
/** A longer one is no common word. */
const MAX_REMEMBERED_LENGTH = 40;

/** @param make to be given only what depends on the word alone; never `undefined` */
export function rememberWords<Made>(make: (word: string) => Made): (word: string) => Made {
  const remembered = new Map<string, Made>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const made = make(word);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    if (word.length <= MAX_REMEMBERED_LENGTH) remembered.set(word, made);
    return made;
  };
}
