/** Attribution and citation in words: the same on every surface. */
import type { Article, Attribution, Citation, Reporting, Statement } from './corpus.ts';

/**
 * The chain of reporting as one phrase: "Vice President Kamala Harris",
 * "NBC News, citing an unnamed U.S. official", "Antony Blinken, as reported by CNN".
 * `null` where the article itself makes the claim.
 */
export function describeAttribution(attribution: Attribution): string | null {
  switch (attribution.kind) {
    case 'article':
      return null;
    case 'outlet':
      return describeReporting(attribution.through);
    case 'speaker': {
      const { speaker, capacity, through } = attribution;
      const who = capacity === null ? speaker.name : `${capacity} ${speaker.name}`;
      return through === null ? who : `${who}, as reported by ${describeReporting(through)}`;
    }
  }
}

function describeReporting({ outlet, citing }: Reporting): string {
  return citing === null ? outlet.name : `${outlet.name}, citing ${citing}`;
}

/** Each link of the chain, from who said it to the article: "from Antony Blinken, through CNN, to the article". */
export function describeChain(attribution: Attribution): string {
  switch (attribution.kind) {
    case 'article':
      return 'the article says it itself';
    case 'outlet': {
      const { outlet, citing } = attribution.through;
      return citing === null ? chain(outlet.name) : chain(citing, outlet.name);
    }
    case 'speaker': {
      const { speaker, through } = attribution;
      const links = through === null ? [] : [...(through.citing === null ? [] : [through.citing]), through.outlet.name];
      return chain(speaker.name, ...links);
    }
  }
}

function chain(from: string, ...through: readonly string[]): string {
  if (through.length === 0) return `from ${from} to the article`;
  return `from ${from}, ${through.map((link) => `through ${link}, `).join('')}to the article`;
}

/** "2024-03-25" as "25 March 2024", "2024-02" as "February 2024". Written out here: no machine's locale can change it. */
export function formatDate(date: string): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === '' ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** An article and its date of publication: what a place in it is cited from. */
export function describeSource({ title, published }: Article): string {
  return `${title}, ${formatDate(published)}`;
}

/** The citation: article, date of publication, place in it. */
export function describeCitation({ article, locator }: Citation): string {
  return `${describeSource(article)}, ${locator}`;
}

/**
 * The line under a statement: who says so, where that is not the article itself, and where it stands.
 * @param place the citation in words; a list whose items share an article gives the locator alone
 */
export function describeOrigin({ attribution, citation }: Statement, place = describeCitation(citation)): string {
  const who = describeAttribution(attribution);
  if (who === null) return place;
  return `${introduce(attribution)} ${who}. ${place}`;
}

/** "said by Vice President Kamala Harris", "reported by CNN"; `null` where the article itself makes the claim. */
export function describeSaying(attribution: Attribution): string | null {
  const who = describeAttribution(attribution);
  return who === null ? null : `${introduce(attribution).toLowerCase()} ${who}`;
}

function introduce(attribution: Attribution): string {
  if (attribution.kind === 'outlet') return 'Reported by';
  return attribution.kind === 'speaker' && attribution.speaker.kind === 'document' ? 'From' : 'Said by';
}
