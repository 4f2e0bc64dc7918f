/** Rates of a series: for 1,000 pupils on the roll, and only where nobody could take them for those of a school. */
import { findPolicy } from '../rules/policy.ts';
import type { SummaryCellBody } from './release.dto.ts';
import type { NamedRow } from './release.store.ts';

const PER = 1000;
/** The roll of a row is at least so many times the policy's k. */
const LEAST_ROLL = 100;
/** With fewer schools a rate of the row is one of a school, or nearly. */
const LEAST_SCHOOLS = 3;

/**
 * A number for 1,000 pupils on the roll, to one decimal.
 *
 * returns  null of a number that is not open, or only the lower end of a range; where the roll is not known or below
 *          100 × k; and where fewer than three schools are expected
 */
export function rateOf(
  { status, value, from, to }: SummaryCellBody,
  roll: number | null,
  { schoolsExpected }: Pick<NamedRow, 'schoolsExpected'>,
  policy: number,
): number | null {
  const k = findPolicy(policy)?.k;
  if (k === undefined || roll === null || roll < LEAST_ROLL * k || schoolsExpected < LEAST_SCHOOLS)
    return null;
  if (status !== 'open' || value === null || from !== to) return null;
  return Math.round((value * PER * 10) / roll) / 10;
}
