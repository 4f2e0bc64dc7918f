/** What is attacked: chosen by who knows the truth, since a number that is nothing needs no protection of its own. */
import type { SchoolNumber } from './contributors.ts';
import { amountOf, contributorsIn, valueIn } from './judge.ts';
import { columnsOf, hiddenPlaces, standsIn, type Known, type Own, type Place } from './published.ts';
import type { Truth } from './scene.ts';

/** Hidden numbers that are not zero. */
export const hiddenNumbers = (known: Known, truth: Truth): Place[] =>
  hiddenPlaces(known).filter((place) => valueIn(known, truth, place) > 0);

/** Hidden numbers of fewer contributors than may be shown: what a reporter must not tell either. */
export const sensitiveNumbers = (known: Known, truth: Truth): Place[] =>
  hiddenNumbers(known, truth).filter(
    (place) => contributorsIn(known, truth, place) < known.rules.contributors,
  );

/**
 * Numbers of single schools in a version: of schools that no row and no version tells apart, one that is not zero
 * stands for all. Schools that stand among many in each row are left out, for theirs may be nothing or much.
 *
 * among  how many schools at most report in the smallest row of a school
 */
export function schoolNumbers(known: Known, truth: Truth, version: number, among = 8): SchoolNumber[] {
  const { rows, reported } = known.versions[version]!;
  const found = new Map<string, SchoolNumber>();
  for (const facts of known.register) {
    if (!reported.has(facts.school)) continue;
    const least = Math.min(...rows.flatMap((row) => (standsIn(facts, row) ? [row.schoolsReported] : [])));
    if (least > among) continue;
    const history = known.versions.map(
      (one) => `${one.reported.has(facts.school)}${one.changed.has(facts.school)}`,
    );
    for (const column of columnsOf(known.benefits)) {
      const key = [facts.region.slice(0, 5), facts.type, ...history, column.measure, column.at].join();
      if (!found.has(key) && amountOf(truth.amounts[version]!.get(facts.school), column) > 0)
        found.set(key, { ...column, version, school: facts.school });
    }
  }
  return [...found.values()];
}

/** What changed at single schools from one version to the next. */
export function changedNumbers(known: Known, truth: Truth): SchoolNumber[] {
  return known.versions.slice(1).flatMap(({ reported, changed }, at) => {
    const version = at + 1;
    const before = known.versions[at]!.reported;
    const moved = known.register.filter(
      ({ school }) => changed.has(school) || reported.has(school) !== before.has(school),
    );
    return moved.flatMap(({ school }) =>
      columnsOf(known.benefits)
        .filter((column) => changeOf(truth, { ...column, school, version }) !== 0)
        .map((column): SchoolNumber => ({ ...column, school, version })),
    );
  });
}

export const changeOf = ({ amounts }: Truth, { school, version, ...column }: SchoolNumber): number =>
  amountOf(amounts[version]!.get(school), column) - amountOf(amounts[version - 1]!.get(school), column);

/** One reporter: its schools, and what they gave in each version. */
export function ownOf({ schools, amounts }: Truth, school: string): Own {
  const group = schools.find((facts) => facts.school === school)?.reporterGroup ?? null;
  const own = schools.filter(
    (facts) => facts.school === school || (group !== null && facts.reporterGroup === group),
  );
  return amounts.map((version) => new Map(own.flatMap((facts) => { const given = version.get(facts.school); return given ? [[facts.school, given] as const] : []; }))); // prettier-ignore
}

/** Schools whose reporters stand among the fewest: who knows most of a row. One a contributor, at most so many. */
export function reportersAmongFew({ versions }: Known, { schools }: Truth, most: number): string[] {
  const { rows, reported } = versions.at(-1)!;
  const among = schools
    .filter(({ school }) => reported.has(school))
    .map((facts) => ({
      school: facts.school,
      contributor: facts.reporterGroup ?? facts.school,
      least: Math.min(...rows.flatMap((row) => (standsIn(facts, row) ? [row.schoolsReported] : []))),
    }))
    .sort((one, other) => one.least - other.least);
  const first = new Map<string, string>();
  for (const { contributor, school } of among) if (!first.has(contributor)) first.set(contributor, school);
  return [...first.values()].slice(0, most);
}
