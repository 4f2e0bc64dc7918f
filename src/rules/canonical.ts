/** One way to write a report down, so that equal reports are equal bytes. */
import type { Cell, Report } from './report.ts';
import { type BenefitScheme, inSchemeOrder } from './scheme.ts';

/** The same report with benefits in scheme order, and cells in the order of their first benefit. */
export function canonical(report: Report, scheme: BenefitScheme): Report {
  const cells = report.cells.map((cell): Cell => ({
    ...cell,
    benefits: inSchemeOrder(scheme, cell.benefits),
  }));
  const place = (cell: Cell): number =>
    scheme.benefits.findIndex((benefit) => benefit.code === cell.benefits[0]);
  return {
    scheme: report.scheme,
    policy: report.policy,
    cells: cells.toSorted((a, b) => place(a) - place(b)),
    none: inSchemeOrder(scheme, report.none),
    withheld: inSchemeOrder(scheme, report.withheld),
  };
}
