/** What the tests of collection share: the place of a report, handing one in, and looking behind the service's back. */
import type { PeriodKey } from '../../src/rules/period.ts';
import type { Cell, Report } from '../../src/rules/report.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import { call, OPEN_PERIOD, REPORT, SCHOOLS, type Signed, type TestApp } from '../setup/app.ts';
import { query } from '../setup/other-kanon.ts';

export const placeOf = (school = '990001', period: string = OPEN_PERIOD): string =>
  `/v1/schools/${school}/reports/${period}`;

/** Hands in a report as it stands, well formed or not. */
export const put = (kanon: TestApp, { token }: Signed, at: string, report: unknown) =>
  call(kanon, 'PUT', at, { token, body: JSON.stringify(report) });

/** Rows as the superuser sees them: no policy hides any. */
export const rows = (kanon: TestApp, text: string, values: unknown[] = []) =>
  query(kanon.database.superUrl, text, values);

/** Opens a period that takes reports now, unless told otherwise. */
export const openPeriod = (
  { app, admin }: TestApp,
  key: string,
  { policy = 1, opensOn = '2020-01-01', closesOn = '2090-01-01' } = {},
): Promise<void> =>
  app
    .get(Reference)
    .openPeriod(admin, { key: key as PeriodKey, scheme: BUT_COUNSELLING_1, policy, opensOn, closesOn });

/** The worked example with other numbers in its two cells. */
export const reportWith = (first: Partial<Cell>, second: Partial<Cell> = {}): Report => ({
  ...REPORT,
  cells: [
    { ...REPORT.cells[0]!, ...first },
    { ...REPORT.cells[1]!, ...second },
  ],
});

/** So many invented schools, numbered from 991000 on. */
export const manySchools = (count: number): School[] =>
  Array.from({ length: count }, (_, i) => {
    const number = String(991_000 + i) as School['number'];
    return { ...SCHOOLS[0]!, number, name: `Erfundene Schule ${number}` };
  });

/** What a refusal says, short: rule, cause where it has one, and place. */
export const findingsIn = (body: {
  findings?: { rule: string; cause?: string; pointer: string }[];
}): string[] =>
  (body.findings ?? []).map(({ rule, cause, pointer }) =>
    [rule, ...(cause === undefined ? [] : [cause]), pointer].join(' '),
  );
