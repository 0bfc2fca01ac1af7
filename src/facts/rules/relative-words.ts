/** Times are told so that they stay true: with dates, not as seen from the day of publication. */
import { formatDate } from '../../core/attribution.ts';
import { MONTHS, WEEKDAYS } from '../calendar.ts';
import { show } from '../problem.ts';
import { readQuotations } from '../quotation.ts';
import { listStatements, type Rule } from '../rule.ts';

const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const UNIT = `(?:week(?:end)?|month|year|day|night|morning|evening|${WEEKDAY})`;
const RELATIVE = new RegExp(
  String.raw`\b(?:today|tonight|yesterday|tomorrow|now|nowadays|currently|recently|lately|at present|so far|upcoming|` +
    String.raw`(?:last|next|this|past|coming)\s+${UNIT}|(?:\w+\s+){0,2}\w+\s+ago)\b`,
  'i',
);
/** A weekday alone is relative; beside a date it only helps the reader. */
const BARE_WEEKDAY = new RegExp(String.raw`\b${WEEKDAY}\b`);
const MONTH = `(?:${MONTHS.join('|')})`;
const DATE = new RegExp(String.raw`\b(?:\d{1,2} ${MONTH}|${MONTH} \d{1,2},) \d{4}\b`);
const MONTH_ALONE = new RegExp(
  String.raw`\b(?:\d{1,2} ${MONTH}|(?:in|since|until|of|by) (?:early |mid-|late )?${MONTH}|${MONTH} \d{1,2})\b(?!,? \d)`,
);

export const relativeWords: Rule = (facts) =>
  listStatements(facts).flatMap(({ file, statement, path }) => {
    const { rest } = readQuotations(statement.text);
    const weekday = DATE.test(rest) ? undefined : BARE_WEEKDAY.exec(rest)?.[0];
    const relative = RELATIVE.exec(rest)?.[0] ?? weekday;
    const at = { file, path: [...path, 'text'] };
    if (relative !== undefined) {
      const day =
        statement.date === undefined ? 'the date out, as "25 March 2024"' : `"${formatDate(statement.date.on)}"`;
      const advice = `Write ${day}; the article's own words go into date.written.`;
      return [{ ...at, problem: `${show(relative)} is true only as seen from one day`, advice }];
    }
    const month = MONTH_ALONE.exec(rest)?.[0];
    if (month === undefined) return [];
    return [{ ...at, problem: `${show(month)} has no year`, advice: 'Add the year: facts are read years later.' }];
  });
