/** What stands between quotation marks in a text. */

const MARKS = /“([^“”]*)”|"([^"]*)"/g;

export interface Quotations {
  /** The words between each pair of double marks, without a comma or full stop that only closes the sentence's part. */
  readonly words: readonly string[];
  /** The text with every quotation blanked out, as long as before: what the editor wrote. */
  readonly rest: string;
}

export function readQuotations(text: string): Quotations {
  const words = [...text.matchAll(MARKS)].map((match) => trimEnd(match[1] ?? match[2] ?? ''));
  return { words, rest: text.replace(MARKS, (quotation) => ' '.repeat(quotation.length)) };
}

/** Quoted words may be declared with or without the comma or full stop before the closing mark. */
export function trimEnd(words: string): string {
  return words.replace(/[.,]$/, '').trim();
}
