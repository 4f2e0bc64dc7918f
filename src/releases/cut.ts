/** Cuts a summary out of a release: stored numbers get their names and bounds, and nothing is calculated anew. */
import { boundsOf } from '../tables/bounds.ts';
import type { NamedRow, ReleaseHead } from './release.store.ts';
import { withholdingShown } from '../tables/release-row.ts';
import type { ReleaseBody, SummaryCellBody, SummaryRowBody } from './release.dto.ts';
import { NOT_ITEMISED, type Measure } from '../tables/table-columns.ts';

export const releaseBody = (head: ReleaseHead): ReleaseBody => ({
  id: head.id,
  period: head.period,
  version: head.version,
  scheme: head.scheme,
  policy: head.policy,
  hiddenCells: head.hiddenCells,
  releasedAt: head.releasedAt.toISOString(),
});

/** tenant  key of the state, whose own row alone says how many schools withheld something */
export function rowBody(row: NamedRow, head: ReleaseHead, tenant: string): SummaryRowBody {
  const isState = row.region === tenant && row.schoolType === '';
  // Releases made before this rule hold the exact number.
  const withholding = isState
    ? withholdingShown(head.withholdingSchools, { version: head.version, reported: row.schoolsReported })
    : null;
  return {
    region: row.region,
    name: row.name,
    schoolType: row.schoolType === '' ? null : row.schoolType,
    schools: {
      expected: row.schoolsExpected,
      reported: row.schoolsReported,
      ...(withholding === null ? {} : { withholding }),
    },
    pending: row.pending,
    consultations: cellsOf('consultations', row, head.columns),
    pupils: cellsOf('pupils', row, head.columns),
  };
}

function cellsOf(
  measure: Measure,
  row: NamedRow,
  columns: readonly string[],
): Record<string, SummaryCellBody> {
  const notItemised = row.consultations[columns.indexOf(NOT_ITEMISED)] ?? null;
  const cells = row[measure].map((value, at): [string, SummaryCellBody] => {
    const column = columns[at] ?? '';
    const status = row.pending ? 'pending' : value === null ? 'hidden' : 'open';
    return [column, { value, ...boundsOf(measure, column, value, notItemised), status }];
  });
  return Object.fromEntries(cells);
}
