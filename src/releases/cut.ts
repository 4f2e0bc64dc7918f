/** Cuts a summary out of a release: stored numbers get their names, and nothing is calculated. */
import type { NamedRow, ReleaseHead } from './release.store.ts';
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
export const rowBody = (row: NamedRow, head: ReleaseHead, tenant: string): SummaryRowBody => ({
  region: row.region,
  name: row.name,
  schoolType: row.schoolType === '' ? null : row.schoolType,
  schools: {
    expected: row.schoolsExpected,
    reported: row.schoolsReported,
    ...(row.region === tenant && row.schoolType === '' && head.withholdingSchools !== null
      ? { withholding: head.withholdingSchools }
      : {}),
  },
  atLeast: row.atLeast,
  consultations: cellsOf(head.columns, row.consultations),
  pupils: cellsOf(head.columns, row.pupils),
});

const cellsOf = (
  columns: readonly string[],
  values: readonly (number | null)[],
): Record<string, SummaryCellBody> =>
  Object.fromEntries(
    values.map(
      (value, i) => [columns[i] ?? '', { value, status: value === null ? 'hidden' : 'open' }] as const,
    ),
  );
