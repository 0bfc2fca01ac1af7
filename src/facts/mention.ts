/** How a text speaks of entities: by name, alias or office. */
import type { Entity } from '../core/schema.ts';

/** Every way the entity may be written, without a leading article; longest first. */
export function listNames({ name, aliases, office }: Entity): string[] {
  const names = [name, ...aliases, ...(office === undefined ? [] : [office])];
  return [...new Set(names.map(dropArticle))].sort((a, b) => b.length - a.length);
}

/** "the White House" as "White House": texts write a name with or without its article. */
export function dropArticle(name: string): string {
  return name.replace(/^(the|an?) /i, '');
}

/** Whether one of these stands in the text as whole words, without regard to case or to the kind of apostrophe. */
export function mentions(text: string, names: readonly string[]): boolean {
  return names.length > 0 && new RegExp(namePattern(names), 'iu').test(flattenApostrophes(text));
}

/** Matches one of the names as whole words; for text from `flattenApostrophes`. */
export function namePattern(names: readonly string[]): string {
  const escaped = names.map((name) => flattenApostrophes(name).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`;
}

/** As long as the text, so that places in the one are places in the other. */
export function flattenApostrophes(text: string): string {
  return text.replace(/[’ʼ]/g, "'");
}
