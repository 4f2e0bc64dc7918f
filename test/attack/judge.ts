/** Who knows the truth: says which targets count, whether an attacker was right, and how close it came. */
import type { Interval } from './intervals.ts';
import { standsIn, type Amounts, type Column, type Known, type Place, type Row } from './published.ts';
import type { Truth } from './scene.ts';

/** What an attacker says of one number. */
export interface Told extends Interval {
  readonly what: string;
  /** Known to the judge alone. */
  readonly truth: number;
}

export interface Verdict {
  readonly targets: number;
  /** Told more closely than the width, the exact ones among them. */
  readonly narrow: readonly Told[];
  readonly exact: number;
  /** Not settled within the limits of the solver. */
  readonly open: number;
  /** Wide by tables in fractions alone. */
  readonly byFractions: number;
}

/** throws  where the truth lies outside of what an attacker said: then the attacker is wrong, not the engine. */
export function judged(told: readonly Told[]): Verdict {
  for (const { what, low, high, truth } of told)
    if (truth < low || truth > high) throw new Error(`The attacker is refuted by the truth: ${what}.`);
  const narrow = told.filter(({ verdict }) => verdict === 'narrow');
  return {
    targets: told.length,
    narrow,
    exact: narrow.filter(({ low, high }) => low === high).length,
    open: told.filter(({ verdict }) => verdict === 'open').length,
    byFractions: told.filter((one) => one.byFractions).length,
  };
}

export const together = (verdicts: readonly Verdict[]): Verdict => ({
  targets: verdicts.reduce((sum, one) => sum + one.targets, 0),
  narrow: verdicts.flatMap((one) => one.narrow),
  exact: verdicts.reduce((sum, one) => sum + one.exact, 0),
  open: verdicts.reduce((sum, one) => sum + one.open, 0),
  byFractions: verdicts.reduce((sum, one) => sum + one.byFractions, 0),
});

/** What each school of a row gave to a place. */
export function givenIn(
  { versions }: Known,
  { schools, amounts }: Truth,
  place: Place,
): { school: string; amount: number }[] {
  const row = versions[place.version]!.rows[place.row]!;
  return schools
    .filter((facts) => standsIn(facts, row))
    .map(({ school }) => ({ school, amount: amountOf(amounts[place.version]!.get(school), place) }))
    .filter(({ amount }) => amount > 0);
}

export const amountOf = (amounts: Amounts | undefined, { measure, at }: Column): number =>
  amounts?.[measure][at] ?? 0;

export const valueIn = (known: Known, truth: Truth, place: Place): number =>
  givenIn(known, truth, place).reduce((sum, { amount }) => sum + amount, 0);

/** Contributors to a place: tied schools count once. */
export function contributorsIn(known: Known, truth: Truth, place: Place): number {
  const groups = new Map(truth.schools.map(({ school, reporterGroup }) => [school, reporterGroup ?? school]));
  return new Set(givenIn(known, truth, place).map(({ school }) => groups.get(school))).size;
}

const nameOfColumn = (benefits: readonly string[], { measure, at }: Column): string =>
  `${[...benefits, 'NOT_ITEMISED', 'REPORTED_TOTAL'][at]} ${measure}`;

export const nameOfRow = ({ region, schoolType }: Row): string =>
  `${region}${schoolType === '' ? '' : ` ${schoolType}`}`;

export function nameOf({ versions, benefits }: Known, place: Place): string {
  const row = versions[place.version]!.rows[place.row]!;
  return `version ${place.version + 1}, ${nameOfRow(row)}, ${nameOfColumn(benefits, place)}`;
}

export const nameOfSchool = (known: Known, school: string, version: number, column: Column): string =>
  `version ${version + 1}, school ${school}, ${nameOfColumn(known.benefits, column)}`;
