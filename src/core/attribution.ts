/** Attribution and citation in words: the same on every surface. */
import type { Attribution, Citation, Reporting } from './corpus.ts';

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

/** "2024-03-25" as "25 March 2024", "2024-02" as "February 2024". Written out here: no machine's locale can change it. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

const MONTHS = [
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

/** The citation line under a statement: article, date of publication, place in it. */
export function describeCitation({ article, locator }: Citation): string {
  return `${article.title}, ${formatDate(article.published)}, ${locator}`;
}
