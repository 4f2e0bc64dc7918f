/** The row of a report: how its cells and lists stand in the columns of a table, and back. */
import type { Report } from './report.ts';

/** Joins the benefits of a pooled cell; `BENEFIT_PATTERN` has no such sign. */
const JOINT = '+';

/** `cells`, `pupils` and `consultations` are equally long: one item a cell. */
export interface ReportRow extends Omit<Report, 'cells'> {
  readonly cells: readonly string[];
  readonly pupils: readonly number[];
  readonly consultations: readonly number[];
}

/** The columns by their names in SQL, where `none` is a word of its own. */
export const REPORT_COLUMNS = 'scheme, policy, cells, pupils, consultations, "none", withheld';

/** What stands in REPORT_COLUMNS, in their order. */
export const valuesOfReport = ({ scheme, policy, cells, none, withheld }: Report): unknown[] => [
  scheme,
  policy,
  cells.map((cell) => cell.benefits.join(JOINT)),
  cells.map((cell) => cell.pupils),
  cells.map((cell) => cell.consultations),
  none,
  withheld,
];

/** The report that `valuesOfReport` wrote. */
export const reportOfRow = ({
  scheme,
  policy,
  cells,
  pupils,
  consultations,
  none,
  withheld,
}: ReportRow): Report => ({
  scheme,
  policy,
  cells: cells.map((benefits, i) => ({
    benefits: benefits.split(JOINT),
    pupils: pupils[i] ?? 0,
    consultations: consultations[i] ?? 0,
  })),
  none,
  withheld,
});
