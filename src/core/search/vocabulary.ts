/** The words of a set of passages as numbers: how rare each is, and which others an unknown word may stand for. */
import { isTypoOf, type Token } from './text.ts';
import { rootOf } from './word-forms.ts';

/** A root that stands in some passage. Numbers start at 0 and have no gaps. */
export type WordId = number;

export interface Vocabulary {
  readonly size: number;
  idOf(root: string): WordId | undefined;
  /** Inverse document frequency; of a word that stands nowhere, with `undefined`. */
  rarity(id: WordId | undefined): number;
  /** Whether it is mostly written with a capital where sentences don't start: a name, however it is typed. */
  isName(id: WordId): boolean;
  /** Words that a form nobody knows may be a slip for. */
  typosOf(form: string): readonly WordId[];
  /** Words that begin alike for at least four letters and three fifths of the longer one: "israel", "israeli". */
  relativesOf(root: string): readonly WordId[];
}

export interface VocabularyBuilder {
  /** Passages are added one after the other; a word counts once for each. */
  startPassage(): void;
  /** @param midCapital whether case tells something here, and what: `null` where a sentence starts */
  add(token: Pick<Token, 'form'>, midCapital: boolean | null): WordId;
  build(): Vocabulary;
}

interface Entry {
  readonly id: WordId;
  readonly root: string;
  passages: number;
  lastPassage: number;
  midSentence: number;
  capitalised: number;
}

const ALIKE_LETTERS = 4;
const ALIKE_SHARE = 0.6;
const MOSTLY = 0.7;

export function createVocabularyBuilder(): VocabularyBuilder {
  const entries: Entry[] = [];
  const byRoot = new Map<string, Entry>();
  const byForm = new Map<string, Entry>();
  let passages = 0;

  function enter(form: string): Entry {
    const root = rootOf(form);
    let entry = byRoot.get(root);
    if (entry === undefined) {
      entry = { id: entries.length, root, passages: 0, lastPassage: 0, midSentence: 0, capitalised: 0 };
      entries.push(entry);
      byRoot.set(root, entry);
    }
    byForm.set(form, entry);
    return entry;
  }

  return {
    startPassage() {
      passages++;
    },
    add({ form }, midCapital) {
      const entry = byForm.get(form) ?? enter(form);
      if (entry.lastPassage !== passages) {
        entry.lastPassage = passages;
        entry.passages++;
      }
      if (midCapital !== null) {
        entry.midSentence++;
        if (midCapital) entry.capitalised++;
      }
      return entry.id;
    },
    build: () => buildVocabulary(entries, byRoot, byForm, passages),
  };
}

function buildVocabulary(
  entries: readonly Entry[],
  byRoot: ReadonlyMap<string, Entry>,
  byForm: ReadonlyMap<string, Entry>,
  passages: number,
): Vocabulary {
  /** Made when a word is unknown for the first time: most questions need none. */
  let byInitial: Map<string, [string, WordId][]> | null = null;
  let sorted: string[] | null = null;

  function formsStarting(initial: string): readonly [string, WordId][] {
    if (byInitial === null) {
      byInitial = new Map();
      for (const [form, { id }] of byForm) {
        const first = form.charAt(0);
        const forms = byInitial.get(first);
        if (forms === undefined) byInitial.set(first, [[form, id]]);
        else forms.push([form, id]);
      }
    }
    return byInitial.get(initial) ?? [];
  }

  function rootsFrom(head: string): readonly string[] {
    sorted ??= entries.map(({ root }) => root).sort();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < head) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (sorted[end]?.startsWith(head)) end++;
    return sorted.slice(low, end);
  }

  return {
    size: entries.length,
    idOf: (root) => byRoot.get(root)?.id,
    rarity(id) {
      const having = id === undefined ? 0 : (entries[id]?.passages ?? 0);
      return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
    },
    isName(id) {
      const entry = entries[id];
      return entry !== undefined && entry.midSentence > 0 && entry.capitalised / entry.midSentence > MOSTLY;
    },
    typosOf(form) {
      const initials = new Set([form.charAt(0), form.charAt(1)]);
      const found = [...initials].flatMap((initial) =>
        formsStarting(initial).filter(([known]) => isTypoOf(form, known)),
      );
      return [...new Set(found.map(([, id]) => id))];
    },
    relativesOf(root) {
      if (root.length < ALIKE_LETTERS || !/^[a-z]/.test(root)) return [];
      return rootsFrom(root.slice(0, ALIKE_LETTERS)).flatMap((other) => {
        const id = other === root ? undefined : byRoot.get(other)?.id;
        return id !== undefined && sharedStart(root, other) >= ALIKE_SHARE * Math.max(root.length, other.length)
          ? [id]
          : [];
      });
    },
  };
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
