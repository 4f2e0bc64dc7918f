/** Cuts a summary out of a release: stored numbers get their names, and nothing is calculated. */
import type { NamedRow, ReleaseHead } from './release.store.ts';
import { withholdingShown } from './release.ts';
import type { ReleaseBody, SummaryCellBody, SummaryRowBody } from './release.dto.ts';

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
    consultations: cellsOf(head.columns, row.consultations, row.pending),
    pupils: cellsOf(head.columns, row.pupils, row.pending),
  };
}

const cellsOf = (
  columns: readonly string[],
  values: readonly (number | null)[],
  pending: boolean,
): Record<string, SummaryCellBody> =>
  Object.fromEntries(
    values.map(
      (value, i) =>
        [
          columns[i] ?? '',
          { value, status: pending ? 'pending' : value === null ? 'hidden' : 'open' },
        ] as const,
    ),
  );
