/** The schools of two public lists, without a database: who would be expected in a period. */
import { problems } from '../foundation/problem.ts';
import { importFindings } from '../reference/import-faults.ts';
import { readRegions } from '../reference/import-regions.ts';
import { readSchools, settleSchools } from '../reference/import-schools.ts';
import { isActive } from '../reference/reference.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { SchoolFacts } from '../tables/table.ts';

/**
 * The schools that are active in the period, by number, as an import of both lists would leave them.
 *
 * throws  import-refused with the faults of every line
 */
export function listedSchools(
  lists: { readonly regions: Uint8Array; readonly schools: Uint8Array },
  tenant: string,
  period: PeriodKey,
): SchoolFacts[] {
  const regions = readRegions(lists.regions);
  const known = new Map(
    regions.entries.flatMap(({ entry: { key } }) => [key, key.slice(0, 5)].map((one) => [one, one] as const)),
  );
  const list = readSchools(lists.schools);
  const settled = settleSchools(list, tenant, known, new Map());
  const faults = [...regions.faults, ...list.faults, ...settled.faults];
  if (faults.length > 0) throw problems.importRefused(importFindings(faults));
  return settled.rows
    .map(({ row }) => row)
    .filter((school) => isActive(school, period))
    .sort((one, other) => (one.number < other.number ? -1 : 1))
    .map(({ number, region, type, roll }) => ({ school: number, region, type, roll, reporterGroup: null }));
}
