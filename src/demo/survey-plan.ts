/** Survey design: what a scheme and a threshold k would yield on a given list of schools, foreseen with invented counts. */
import { columnsOfRelease, rowsOfRelease } from '../tables/release-row.ts';
import type { Protection } from '../tables/protection.ts';
import type { SchoolFacts, TableInput } from '../tables/table.ts';
import { NoSafePattern } from '../disclosure/search/suppress.ts';
import { NEWEST_POLICY, type Policy } from '../rules/policy.ts';
import { levelOf } from '../rules/region.ts';
import { codesOf, type Scheme } from '../rules/scheme.ts';
import { DEMO_SCHEME } from './demo-scheme.ts';
import { type ConsultationShares, inventReports, Tally } from './invented-reports.ts';
import { cellShares, type CellShares } from './release-shares.ts';
import { consultationsOfPupil } from './simulation.ts';

/** One way to ask: what is counted how often, and how few pupils may stand behind a number. */
export interface Design {
  readonly scheme: Scheme;
  /** Smallest number of distinct pupils behind a stored cell; the width is k − 1. */
  readonly k: number;
}

/** What a design would yield. */
export interface Forecast extends Design {
  /** Consultations that stay itemised, are pooled or withheld, in per cent. */
  readonly shares: ConsultationShares;
  /** County × benefit cells that show a number; null where no table is safe. */
  readonly counties: CellShares | null;
  /** District × school type × benefit cells that do. */
  readonly types: CellShares | null;
}

/** Quarters of a period. */
const QUARTERS: Readonly<Record<Scheme['frequency'], number>> = { quarter: 1, 'half-year': 2, year: 4 };

/**
 * Pupils counselled at a school in a period of the scheme, on average.
 *
 * consultations  a school and quarter, counted by the benefits of DEMO_SCHEME, the finest. A longer period has as many more: that a pupil comes
 *                in two quarters is not reckoned with.
 */
const pupilsFor = (consultations: number, { frequency }: Scheme): number =>
  (consultations / consultationsOfPupil(DEMO_SCHEME)) * QUARTERS[frequency];

/** The policy that periods open under today, with another k. */
const policyWith = (k: number): Policy => ({ ...NEWEST_POLICY, k, width: k - 1 });

/**
 * Foresees one design: invents a report for each school, runs the anonymiser, and protects the table as a release is.
 *
 * schools  who is expected, in the order in which their counts are drawn
 * protect  `protectInWorker`, or the same without a thread
 * returns  the same for the same seed. Cost: that of a release, seconds to a minute for a Land
 */
async function forecast(
  schools: readonly SchoolFacts[],
  { scheme, k }: Design,
  { seed, consultations }: { readonly seed: number; readonly consultations: number },
  protect: (input: TableInput) => Promise<Protection>,
): Promise<Forecast> {
  const policy = policyWith(k);
  const pupils = pupilsFor(consultations, scheme);
  const tally = new Tally();
  const reports = inventReports(schools, seed, { pupils, scheme, policy }).map(({ report, fate }, at) => {
    tally.add(fate);
    const { cells, none, withheld } = report;
    return { school: schools[at]!.school, cells, none, withheld };
  });
  const benefits = codesOf(scheme);
  const columns = columnsOfRelease(benefits);
  const rows = await protect({ schools, reports, benefits, policy }).then(
    ({ table }) => rowsOfRelease(table),
    (error: unknown) => {
      // That nothing could be released is a result of the design, and no failure.
      if (error instanceof NoSafePattern) return [];
      throw error;
    },
  );
  return {
    scheme,
    k,
    shares: tally.shares(),
    counties: cellShares(
      rows.filter(({ region, schoolType }) => schoolType === '' && levelOf(region) === 'county'),
      columns,
    ),
    types: cellShares(
      rows.filter(({ schoolType }) => schoolType !== ''),
      columns,
    ),
  };
}

/**
 * Foresees all designs, so many at once as threads may run; in the order of the designs.
 *
 * count  called after each
 */
export async function forecastAll(
  schools: readonly SchoolFacts[],
  designs: readonly Design[],
  assumed: { readonly seed: number; readonly consultations: number },
  protect: (input: TableInput) => Promise<Protection>,
  { atOnce, count }: { readonly atOnce: number; readonly count: (done: number, of: number) => void },
): Promise<Forecast[]> {
  const found: Forecast[] = [];
  const line = designs.entries();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const [at, design] of line) {
      found[at] = await forecast(schools, design, assumed, protect);
      count(++done, designs.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, designs.length) }, worker));
  return found;
}
