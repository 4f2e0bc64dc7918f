/** Released rows as they are answered: stored numbers get their names and bounds, and nothing is calculated anew. */
import { boundsOf } from '../tables/bounds.ts';
import { NOT_ITEMISED } from '../tables/table-columns.ts';
import type { NamedOutcomeRow, OutcomeHead } from './outcome-release.store.ts';
import type { OutcomeCellBody, OutcomeReleaseBody, OutcomeRowBody } from './outcome-release.dto.ts';

export const outcomeReleaseBody = (head: OutcomeHead): OutcomeReleaseBody => ({
  id: head.id,
  period: head.period,
  version: head.version,
  scheme: head.scheme,
  policy: head.policy,
  releasedAt: head.releasedAt.toISOString(),
});

export const outcomeRowBody = (row: NamedOutcomeRow, columns: readonly string[]): OutcomeRowBody => ({
  region: row.region,
  name: row.name,
  body: row.body === '' ? null : row.body,
  bodies: { expected: row.bodiesExpected, reported: row.bodiesReported, inGap: row.bodiesInGap },
  grants: cellsOf('grants', row, columns),
  children: cellsOf('children', row, columns),
});

function cellsOf(
  measure: 'grants' | 'children',
  row: NamedOutcomeRow,
  columns: readonly string[],
): Record<string, OutcomeCellBody> {
  const notItemised = row.grants[columns.indexOf(NOT_ITEMISED)] ?? null;
  return Object.fromEntries(
    row[measure].map((value, at): [string, OutcomeCellBody] => {
      const column = columns[at] ?? '';
      // Grants add up as consultations do, and children as pupils do.
      const bounds = boundsOf(measure === 'grants' ? 'consultations' : 'pupils', column, value, notItemised);
      return [column, { value, ...bounds, status: value === null ? 'pending' : 'open' }];
    }),
  );
}
