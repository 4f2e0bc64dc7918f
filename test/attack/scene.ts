/** Has a world's versions released by the service's own engine, and keeps the truth apart for the judge. */
import { NoSafePattern } from '../../src/disclosure/search/suppress.ts';
import { takeOverSafely } from '../../src/tables/corrections.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { rowsOfRelease } from '../../src/tables/release-row.ts';
import type { EarlierRelease, SchoolFacts, StoredReport, TableInput } from '../../src/tables/table.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { Solver } from './intervals.ts';
import type { Amounts, Known, Own, Version } from './published.ts';
import type { World } from './worlds.ts';

const RULES = { k: POLICY_1.k, contributors: POLICY_1.minimumSchools, width: POLICY_1.width };

export interface Scene {
  readonly name: string;
  /** All that is public; some attackers are given less. */
  readonly known: Known;
  readonly truth: Truth;
}

/** What only the judge, and each school of itself, knows. */
export interface Truth {
  readonly schools: readonly SchoolFacts[];
  /** Per version, what each school in it gave. */
  readonly amounts: Own;
}

/** Undefined where no release is safe: then nothing is published, and nobody can attack it. */
export async function released(world: World, solver: Solver): Promise<Scene | undefined> {
  const { schools, benefits } = world;
  const input = (reports: readonly StoredReport[]): TableInput => ({ schools, benefits, policy: POLICY_1, reports }); // prettier-ignore
  const history: EarlierRelease[] = [];
  for (const reports of world.reports) {
    const last = history.at(-1);
    if (!last) {
      const table = protectedOrNot(input(reports), solver);
      if (!table) return undefined;
      history.push({ schools, reports, rows: rowsOfRelease(table) });
      continue;
    }
    const stored = { ...input(reports), earlier: [...history] };
    const { plan, protection } = await takeOverSafely(stored, last, (wanted) =>
      Promise.resolve().then(() => protectTable(wanted, solver)),
    );
    if (protection)
      history.push({ schools: plan.input.schools, reports: plan.input.reports, rows: rowsOfRelease(protection.table) }); // prettier-ignore
  }
  return sceneOf(world, history);
}

function protectedOrNot(
  input: TableInput,
  solver: Solver,
): ReturnType<typeof protectTable>['table'] | undefined {
  try {
    return protectTable(input, solver).table;
  } catch (error) {
    if (error instanceof NoSafePattern) return undefined;
    throw error;
  }
}

/** Releases by whatever hand, and what they were made of. */
export function sceneOf(
  { name, schools, benefits }: Omit<World, 'reports'>,
  history: readonly EarlierRelease[],
): Scene {
  const amounts = history.map(({ reports }) => new Map(reports.map((report) => [report.school, amountsOf(report, benefits)]))); // prettier-ignore
  const versions = history.map(({ rows }, version): Version => {
    const [now, before] = [amounts[version]!, amounts[version - 1]];
    const changed = [...now].filter(
      ([school, one]) => before?.has(school) && !isSame(one, before.get(school)!),
    );
    return {
      rows: rows as unknown as Version['rows'],
      reported: new Set(now.keys()),
      changed: new Set(changed.map(([school]) => school)),
    };
  });
  return {
    name,
    known: { register: schools, benefits, versions, rules: RULES },
    truth: { schools, amounts },
  };
}

const isSame = (one: Amounts, other: Amounts): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A report as the columns of a row have it. */
export function amountsOf({ cells }: StoredReport, benefits: readonly string[]): Amounts {
  const itemised = (code: string): StoredReport['cells'] =>
    cells.filter((cell) => cell.benefits.length === 1 && cell.benefits[0] === code);
  const sum = (numbers: readonly number[]): number => numbers.reduce((before, one) => before + one, 0);
  const consultations = (some: StoredReport['cells']): number => sum(some.map((cell) => cell.consultations));
  return {
    consultations: [
      ...benefits.map((code) => consultations(itemised(code))),
      consultations(cells.filter((cell) => cell.benefits.length > 1)),
      consultations(cells),
    ],
    pupils: benefits.map((code) => sum(itemised(code).map((cell) => cell.pupils))),
  };
}
