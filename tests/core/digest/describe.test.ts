import { expect, it } from 'vitest';
import { weekdays } from '../../../src/core/digest/days.ts';
import { describeTime, describeWeekdays } from '../../../src/core/digest/describe.ts';
import { describeRefusal } from '../../../src/core/digest/refusal.ts';

it.each([
  [[...weekdays], 'every day'],
  [weekdays.slice(0, 5), 'Monday to Friday'],
  [weekdays.slice(5), 'Saturday and Sunday'],
  [['mon'] as const, 'Mondays'],
  [['mon', 'wed', 'fri'] as const, 'Monday, Wednesday and Friday'],
  [['tue', 'wed'] as const, 'Tuesday and Wednesday'],
])('%j are “%s”', (days, words) => {
  expect(describeWeekdays(days)).toBe(words);
});

it('a time is told with its day, in the zone', () => {
  const at = Date.parse('2024-03-31T23:30:00Z') / 1000;
  expect(describeTime(at, 'Europe/London')).toBe('Monday 1 April 2024, 00:30');
  expect(describeTime(at, 'America/New_York')).toBe('Sunday 31 March 2024, 19:30');
});

it('a refusal says what to do, and one that is not known whom to tell', () => {
  expect(describeRefusal('is_archived')).toBe(
    'This app can’t post there: the channel is archived. Unarchive it, or choose another one.',
  );
  expect(describeRefusal('brand_new')).toBe(
    'Slack refuses this app’s posts (brand_new). Tell the people who run this app.',
  );
  expect(describeRefusal('toString')).toContain('(toString)');
});
