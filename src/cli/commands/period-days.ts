/** First and last day of a period for reports, as the options of a command name them. */
import { parseDay } from '../../rules/day.ts';
import { firstDay, lastDay, type PeriodKey } from '../../rules/period.ts';
import { Usage } from '../terminal/usage.ts';
import { HOST } from '../words/host-words.ts';
import type { Desk } from '../words/words.ts';

/** Six weeks after the end of a period its reports should be in. */
const DAYS_TO_REPORT = 42;

interface DayOptions {
  /** First and last day for reports, `YYYY-MM-DD`. */
  readonly opens?: string;
  readonly closes?: string;
}

/** Both days; what is not named is the first day of the period, and six weeks after its last. Throws Usage. */
export function daysOf(
  key: PeriodKey,
  options: DayOptions,
  { lang }: Desk,
): { readonly opens: string; readonly closes: string } {
  const late = new Date(Date.parse(lastDay(key)) + DAYS_TO_REPORT * 86_400_000).toISOString().slice(0, 10);
  const { opens = firstDay(key), closes = late } = options;
  if (parseDay(opens) === undefined || parseDay(closes) === undefined || closes < opens)
    throw new Usage(HOST.periodDays[lang]);
  return { opens, closes };
}
