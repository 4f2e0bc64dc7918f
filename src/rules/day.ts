/** Days as people and programs write them: one spelling, and only such as the calendar has. */

/** Days of each month in a year that is no leap year. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The same text where it is a day of the Gregorian calendar, `YYYY-MM-DD` (RFC 3339 full-date), years 1000 to 2999;
 * undefined for anything else. `Date` would take 30 February for one in March, and 05.11.2026 for 11 May.
 */
export function parseDay(text: string): string | undefined {
  const [, year, month, day] = /^([12]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isOfCalendar(Number(year), Number(month), Number(day)) ? text : undefined;
}

function isOfCalendar(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : LENGTHS[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}
