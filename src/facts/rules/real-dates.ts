/** Dates are days of the calendar, agree with the words they resolve, and lie ahead only where the text tells of a plan. */
import { isInCalendar, MONTHS, nameWeekday, WEEKDAYS } from '../calendar.ts';
import { articleFileName, type Finding, listStatements, type PlacedStatement, type Rule } from '../rule.ts';

export const realDates: Rule = (facts) => [
  ...[...facts.articles].flatMap(([id, { article }]) =>
    isInCalendar(article.published) ? [] : [unreal(articleFileName(id), ['article', 'published'], article.published)],
  ),
  ...listStatements(facts).flatMap((placed) => [...checkDate(placed), ...checkText(placed)]),
];

/** Words by which a sentence tells of what has not happened yet. */
const AHEAD = /\b(?:will|would|shall|to be held|plan(?:s|ned)?|scheduled|expected|due|set to|until|by|intends?)\b/i;

function checkDate({ file, article, statement, path }: PlacedStatement): Finding[] {
  const { date, text } = statement;
  if (date === undefined) return [];
  const at = { file, path: [...path, 'date', 'on'] };
  if (!isInCalendar(date.on)) return [unreal(file, at.path, date.on)];
  const findings: Finding[] = [];
  const published = article.article.published;
  if (/^\d{4}-/.test(published) && date.on > published.slice(0, date.on.length) && !AHEAD.test(text)) {
    findings.push({
      ...at,
      problem: `${date.on} is after ${published}, when the article was published, and the text tells of no plan`,
      advice: 'Correct the date, or say in the text that this was still to come ("will", "was scheduled").',
    });
  }
  const weekday = onlyOne(date.written, WEEKDAYS);
  if (weekday !== null && date.on.length === 10 && /^(?:(?:on|last|this|next) )?\w+$/i.test(date.written)) {
    const actual = nameWeekday(date.on);
    if (actual !== weekday) {
      findings.push({
        ...at,
        problem: `${date.on} is a ${actual}, and the article says "${date.written}"`,
        advice: 'Correct the one that is wrong.',
      });
    }
  }
  const month = onlyOne(date.written, MONTHS);
  if (month !== null && MONTHS[Number(date.on.slice(5, 7)) - 1] !== month) {
    findings.push({
      ...at,
      problem: `${date.on} is not in ${month}, and the article says "${date.written}"`,
      advice: 'Correct the one that is wrong.',
    });
  }
  return findings;
}

/** Days written out in the text: "31 April 2024" does not exist. */
function checkText({ file, statement, path }: PlacedStatement): Finding[] {
  const days = statement.text.matchAll(/\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b|\b([A-Z][a-z]+) (\d{1,2}), (\d{4})\b/g);
  return [...days].flatMap((match) => {
    const month = MONTHS.indexOf(match[2] ?? match[4] ?? '') + 1;
    const day = [match[3] ?? match[6], pad(month), pad(Number(match[1] ?? match[5]))].join('-');
    return month === 0 || isInCalendar(day) ? [] : [unreal(file, [...path, 'text'], match[0])];
  });
}

function unreal(file: string, path: Finding['path'], date: string): Finding {
  return { file, path, problem: `there is no ${date} in the calendar`, advice: 'Correct the day or the month.' };
}

function onlyOne(text: string, words: readonly string[]): string | null {
  const found = words.filter((word) => new RegExp(`\\b${word}\\b`).test(text));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
