/** Corrections: a new release of a period takes some over, and others wait; the numbers of those schools stay as released. */
import { NoSafePattern } from '../disclosure/search/suppress.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { regionAt, type RegionKey } from '../rules/region.ts';
import type { Protection } from './protection.ts';
import type { EarlierRelease, SchoolFacts, StoredReport, TableInput } from './table.ts';
import { isPublished, rowsOf } from './table-rows.ts';

export interface TakenOver {
  /** What the new table is made of. */
  readonly input: TableInput;
  /** Schools whose correction is in it, ascending. */
  readonly taken: readonly string[];
  /** Schools whose correction waits, ascending. */
  readonly kept: readonly string[];
  /** Districts whose corrections are in it, in the order of the schools. */
  readonly districts: readonly RegionKey[];
}

/**
 * A published row changes only where enough of its contributors changed something: with fewer, the difference of the row
 * before and after would disclose the change of one of them, and a coordinator could choose whose by sending single reports
 * back. Late reports, reports sent back and corrections are all changes. What cannot be taken over waits, and with it
 * whatever has too few beside it then. Who changed something decides, not what.
 *
 * A correction changes numbers and never the register: a school stays where it was released, with its type.
 *
 * last     the newest release that is there
 * waiting  districts that take nothing over. Cost: linear in the reports, for each round in which something waits.
 */
export function takeOver(
  input: TableInput,
  last: EarlierRelease,
  waiting: ReadonlySet<RegionKey> = new Set(),
): TakenOver {
  const placed = new Map(last.schools.map((facts) => [facts.school, facts]));
  const today = new Map(input.schools.map((facts) => [facts.school, facts]));
  const known = last.schools.map((facts) => ({
    ...facts,
    reporterGroup: today.get(facts.school)?.reporterGroup ?? facts.reporterGroup,
  }));
  const schools = [...known, ...input.schools.filter(({ school }) => !placed.has(school))];
  const released = bySchool(last.reports);
  const stored = bySchool(input.reports);
  const hasChanged = ({ school }: SchoolFacts): boolean =>
    textOf(released.get(school)) !== textOf(stored.get(school));
  const changed = [...schools.keys()].filter((at) => hasChanged(schools[at]!));

  const districtOf = ({ region }: SchoolFacts): RegionKey => regionAt(region, 'district') ?? region;
  const taken = new Set(changed.filter((at) => !waiting.has(districtOf(schools[at]!))));
  const rows = rowsOf(schools, input.policy.minimumSchools).filter(isPublished);
  for (let before = -1; before !== taken.size;) {
    before = taken.size;
    for (const row of rows) {
      const changing = row.schools.filter((at) => taken.has(at));
      const contributors = new Set(changing.map((at) => schools[at]!.reporterGroup ?? schools[at]!.school));
      if (contributors.size < input.policy.minimumSchools) for (const at of changing) taken.delete(at);
    }
  }
  const numbersOf = (some: Iterable<number>): string[] =>
    Array.from(some, (at) => schools[at]!.school).sort();
  const kept = new Set(numbersOf(changed.filter((at) => !taken.has(at))));
  return {
    input: {
      ...input,
      schools,
      reports: schools.flatMap(
        ({ school }) => (kept.has(school) ? released.get(school) : stored.get(school)) ?? [],
      ),
    },
    taken: numbersOf(taken),
    kept: [...kept],
    districts: [...new Set(Array.from(taken, (at) => districtOf(schools[at]!)))],
  };
}

/**
 * Takes over the corrections that can be protected: all districts together, or else one after the other as long as the
 * table stays safe; the corrections of the others wait.
 *
 * protect  throws NoSafePattern
 * returns  without a protection where no correction can be taken over. Cost: one protection, and one more
 *          per district where the first fails.
 */
export async function takeOverSafely(
  input: TableInput,
  last: EarlierRelease,
  protect: (input: TableInput) => Promise<Protection>,
): Promise<{ plan: TakenOver; protection: Protection | undefined }> {
  const tried = async (plan: TakenOver): Promise<Protection | undefined> => {
    try {
      return plan.taken.length > 0 ? await protect(plan.input) : undefined;
    } catch (error) {
      if (error instanceof NoSafePattern) return undefined;
      throw error;
    }
  };
  const all = takeOver(input, last);
  const protection = await tried(all);
  if (protection) return { plan: all, protection };
  const waiting = new Set(all.districts);
  let best: { plan: TakenOver; protection: Protection | undefined } = {
    plan: takeOver(input, last, waiting),
    protection: undefined,
  };
  for (const district of all.districts) {
    waiting.delete(district);
    const plan = takeOver(input, last, waiting);
    const found = waiting.size > 0 ? await tried(plan) : undefined; // all together were tried first
    if (found) best = { plan, protection: found };
    else waiting.add(district);
  }
  return best;
}

const bySchool = (reports: readonly StoredReport[]): Map<string, StoredReport> =>
  new Map(reports.map((report) => [report.school, report]));

const textOf = (report: StoredReport | undefined): string =>
  report ? canonicalJson({ cells: report.cells, none: report.none, withheld: report.withheld }) : '';
