/** Rates of a series: for 1,000 pupils on the roll, and only where nobody could take them for those of a school. */
import type { RollSum } from '../reference/participation.ts';
import { findPolicy } from '../rules/policy.ts';
import type { SummaryCellBody } from './release.dto.ts';
import type { NamedRow } from './release.store.ts';

const PER = 1000;
/** The roll of a row is at least so many times the policy's k. */
const LEAST_ROLL = 100;
/** With fewer schools a rate of the row is one of a school, or nearly. */
const LEAST_SCHOOLS = 3;

/** The roll of the schools that a row expects; null where one of them has none, or where the reader does not see them all. */
export function rollOf(row: NamedRow, sums: readonly RollSum[]): number | null {
  const types = row.schoolType.split(' + ');
  const within = sums.filter(
    ({ county, type }) => county.startsWith(row.region) && (row.schoolType === '' || types.includes(type)),
  );
  const schools = within.reduce((sum, one) => sum + one.schools, 0);
  if (schools !== row.schoolsExpected) return null;
  return within.reduce<number | null>(
    (sum, { roll }) => (sum === null || roll === null ? null : sum + roll),
    0,
  );
}

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
