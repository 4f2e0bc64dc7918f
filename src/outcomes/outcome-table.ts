/** The published table of outcomes: what offices reported, added up over regions and bodies. Nothing of it is withheld. */
import { type BodyOutcome, type Granted, isGap } from '../rules/outcome.ts';
import { type RegionKey, isWithin, levelOf } from '../rules/region.ts';
import type { OutcomeScheme } from '../rules/scheme.ts';
import { codesOf } from '../rules/scheme.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../tables/table-columns.ts';

/** What one body of a county handed in. */
export interface CountyOutcome {
  readonly county: RegionKey;
  readonly outcome: BodyOutcome;
}

/** One published row; where no body of it reported numbers each cell is null. */
export interface OutcomeRow {
  readonly region: RegionKey;
  /** Empty where the row is about all bodies; else the code of one, in a row of a district. */
  readonly body: string;
  /** Bodies times counties: so many could have reported. */
  readonly bodiesExpected: number;
  /** Those with numbers. */
  readonly bodiesReported: number;
  /** Those that said why they have none. */
  readonly bodiesInGap: number;
  /** In the order of the columns. */
  readonly grants: (number | null)[];
  /** In the order of the first columns, the benefits: a child may have a grant of several, so there is no total. */
  readonly children: (number | null)[];
}

/** Columns of grants; the first of them, the benefits, are those of children too. */
export const outcomeColumns = (scheme: OutcomeScheme): string[] => [
  ...codesOf(scheme),
  NOT_ITEMISED,
  REPORTED_TOTAL,
];

/** What is published of one body's numbers: what was itemised, what was pooled, and their sum. */
export function shownOf(
  { cells }: Granted,
  scheme: OutcomeScheme,
): { readonly grants: number[]; readonly children: number[] } {
  const alone = new Map(
    cells.flatMap((cell) => (cell.benefits.length === 1 ? [[cell.benefits[0]!, cell]] : [])),
  );
  const codes = codesOf(scheme);
  const pooled = cells
    .filter(({ benefits }) => benefits.length > 1)
    .reduce((sum, { grants }) => sum + grants, 0);
  const itemised = codes.map((code) => alone.get(code)?.grants ?? 0);
  return {
    grants: [...itemised, pooled, itemised.reduce((sum, one) => sum + one, pooled)],
    children: codes.map((code) => alone.get(code)?.children ?? 0),
  };
}

/**
 * The rows: state, districts each with its counties behind it, then the bodies of each district that reported there.
 *
 * regions   state, districts and counties of the period, by key
 * outcomes  what is taken into the release, of each county and body at most once
 * cost      rows times outcomes: some 60 by 212 in the largest Land
 */
export function outcomeTable(
  regions: readonly RegionKey[],
  outcomes: readonly CountyOutcome[],
  scheme: OutcomeScheme,
): OutcomeRow[] {
  const counties = regions.filter((region) => levelOf(region) === 'county');
  const row = (region: RegionKey, body: string): OutcomeRow => {
    const bodies = body === '' ? scheme.bodies.length : 1;
    const own = outcomes.filter(
      ({ county, outcome }) => isWithin(county, region) && (body === '' || outcome.body === body),
    );
    const numbers = own.flatMap(({ outcome }) => (isGap(outcome) ? [] : [shownOf(outcome, scheme)]));
    const added = (of: (shown: (typeof numbers)[number]) => readonly number[], width: number) =>
      Array.from({ length: width }, (_, at) =>
        numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + (of(one)[at] ?? 0), 0),
      );
    return {
      region,
      body,
      bodiesExpected: bodies * counties.filter((county) => isWithin(county, region)).length,
      bodiesReported: numbers.length,
      bodiesInGap: own.length - numbers.length,
      grants: added(({ grants }) => grants, outcomeColumns(scheme).length),
      children: added(({ children }) => children, scheme.benefits.length),
    };
  };
  const byBody = regions
    .filter((region) => levelOf(region) === 'district')
    .flatMap((district) => scheme.bodies.map(({ code }) => row(district, code)))
    .filter(({ bodiesReported }) => bodiesReported > 0);
  return [...regions.toSorted().map((region) => row(region, '')), ...byBody];
}
