/** Which corrections a new release of a period takes over, and which wait: the numbers of those schools stay as released. */
import { NoSafePattern } from '../disclosure/suppress.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { regionAt, type RegionKey } from '../rules/region.ts';
import type { Protection } from './protection.ts';
import type { EarlierRelease, StoredReport, TableInput } from './table.ts';

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
 * A district takes its corrections over if enough contributors corrected something in it; with fewer, the
 * district's difference would be one school's. Who corrected decides, not what.
 *
 * A correction changes numbers and never the register: a school stays where it was released, with its type.
 *
 * last     the newest release that is there
 * waiting  districts that take nothing over. Cost: linear in the reports.
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

  const changed = new Map<RegionKey, { schools: string[]; contributors: Set<string> }>();
  for (const { school, region, reporterGroup } of schools) {
    if (textOf(released.get(school)) === textOf(stored.get(school))) continue;
    const key = regionAt(region, 'district') ?? region;
    const district = changed.get(key) ?? { schools: [], contributors: new Set() };
    changed.set(key, district);
    district.schools.push(school);
    district.contributors.add(reporterGroup ?? school);
  }
  const [taken, kept, districts]: [string[], string[], RegionKey[]] = [[], [], []];
  for (const [key, { schools: correcting, contributors }] of changed) {
    const isTaken = contributors.size >= input.policy.minimumSchools && !waiting.has(key);
    (isTaken ? taken : kept).push(...correcting);
    if (isTaken) districts.push(key);
  }
  const old = new Set(kept);
  const reports = schools.flatMap(
    ({ school }) => (old.has(school) ? released.get(school) : stored.get(school)) ?? [],
  );
  return { input: { ...input, schools, reports }, taken: taken.sort(), kept: kept.sort(), districts };
}

/**
 * Takes over what can be protected: all districts together, or else one after the other as long as the
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
