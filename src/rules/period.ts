/** Periods in SDMX form: the text alone says which days are meant. */
import type { Scheme } from './scheme.ts';

/** `2026-Q2`, `2026-S1` or `2026`; years 2000 to 2099. */
export type PeriodKey = string & { readonly is: 'PeriodKey' };

/** How far the work on a period has come; whether an open one takes reports is for its days to say. */
export type PeriodState = 'open' | 'frozen' | 'released';

/** First and last day of a period within its year, `MM-DD`; the empty part is the whole year. */
const DAYS: Readonly<Record<string, readonly [first: string, last: string]>> = {
  '': ['01-01', '12-31'],
  S1: ['01-01', '06-30'],
  S2: ['07-01', '12-31'],
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};

/** The period that the text spells, or undefined where it is none. */
export const parsePeriodKey = (text: string): PeriodKey | undefined =>
  /^20\d{2}(-(Q[1-4]|S[12]))?$/.test(text) ? (text as PeriodKey) : undefined;

/** The period that a text of ours spells. Throws RangeError where it spells none. */
export function periodKey(text: string): PeriodKey {
  const key = parsePeriodKey(text);
  if (key === undefined) throw new RangeError('This text spells no period.');
  return key;
}

const daysOf = (period: PeriodKey): readonly [string, string] => DAYS[period.slice(5)] ?? ['01-01', '12-31'];

export const yearOf = (period: PeriodKey): number => Number(period.slice(0, 4));

/** First day of the period, `YYYY-MM-DD`. */
export const firstDay = (period: PeriodKey): string => `${period.slice(0, 4)}-${daysOf(period)[0]}`;

/** Last day of the period, `YYYY-MM-DD`; it still belongs to it. */
export const lastDay = (period: PeriodKey): string => `${period.slice(0, 4)}-${daysOf(period)[1]}`;

/** How often a period of this kind comes; a scheme takes only periods of its own frequency. */
export function frequencyOf(period: PeriodKey): Scheme['frequency'] {
  if (period.length === 4) return 'year';
  return period[5] === 'S' ? 'half-year' : 'quarter';
}

/** Whether a period may be collected under the scheme: its first day lies where the scheme is in force. */
export const appliesTo = (
  { validFrom, validTo }: Pick<Scheme, 'validFrom' | 'validTo'>,
  period: PeriodKey,
): boolean => validFrom <= firstDay(period) && (validTo === null || firstDay(period) <= validTo);
