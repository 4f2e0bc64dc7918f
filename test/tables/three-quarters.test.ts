/** Three quarters released one after the other; in each, forty schools correct their reports and a second release follows. */
import { seeded } from '../../src/demo/simulation.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { takeOverSafely } from '../../src/tables/corrections.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { rowsOfRelease } from '../../src/tables/release-row.ts';
import type { SchoolFacts, TableInput } from '../../src/tables/table.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { toldBy } from './equations.ts';
import { changesOfFew, sumsThatAre } from './reader-of-releases.ts';
import { BENEFITS, corrected, inventedReports } from './table-invented-reports.ts';

/** Milliseconds; on a busy machine a quarter takes minutes. */
const PATIENCE = 600_000;
const SEED = Number(process.env.KANON_SEED ?? 20260406);
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Two districts with four counties each, 15 schools in each county, of three types; some share their reporter. */
const TYPES = ['Grundschule', 'Gesamtschule', 'Gymnasium'];
const SCHOOLS = ['051', '053'].flatMap((district, first) =>
  ['11', '12', '13', '14'].flatMap((county, second) =>
    Array.from({ length: 15 }, (_, at): SchoolFacts => {
      const number = 800_000 + 1000 * first + 100 * second + at;
      return {
        school: String(number),
        region: `${district}${county}` as RegionKey,
        type: TYPES[at % 3]!,
        roll: 150 + 30 * (at % 9),
        reporterGroup: at % 5 < 2 ? `reporter ${number - (at % 5)}` : null,
      };
    }),
  ),
);

let taken = 0;
afterAll(() => {
  expect(taken).toBeGreaterThan(0);
});

test.each([1, 2, 3])(
  'quarter %i: the second release tells no change of one school or of two',
  async (quarter) => {
    const random = seeded(SEED + quarter);
    const first = inventedReports(SCHOOLS, SEED + quarter, 0.95, 35);
    const input: TableInput = { schools: SCHOOLS, reports: first, benefits: BENEFITS, policy: POLICY_1 };
    const one = protectTable(input, solver).table;
    const last = { schools: SCHOOLS, reports: first, rows: rowsOfRelease(one) };
    const stored = { ...input, reports: corrected(first, random), earlier: [last] };
    const { plan, protection } = await takeOverSafely(stored, last, async (wanted) =>
      protectTable(wanted, solver),
    );
    if (!protection) {
      expect([plan.taken, plan.kept.length > 0]).toEqual([[], true]);
      return;
    }
    taken += plan.taken.length;
    expect(plan.taken.length).toBeGreaterThanOrEqual(POLICY_1.minimumSchools);
    const two = protection.table;

    const history = { schools: SCHOOLS, benefits: BENEFITS, reports: [first, plan.input.reports] };
    const known = sumsThatAre('open', [one, two], history);
    expect(toldBy(known, changesOfFew(history, 0, 1))).toEqual([]);
    expect(toldBy(known, sumsThatAre('hidden', [one, two], history))).toEqual([]);

    const shows = (cells: typeof one.cells): number => cells.filter((cell) => cell.status === 'open').length;
    const moved = two.cells.filter(
      ({ value }, at) => value !== null && value !== one.cells[at]!.value,
    ).length;
    expect(moved).toBeGreaterThan(0);
    console.log(
      `seed ${SEED}: ${plan.taken.length} corrections taken over, ${plan.kept.length} wait; ` +
        `${shows(one.cells)} of ${one.cells.length} cells open, then ${shows(two.cells)}, ${moved} with another number`,
    );
  },
  PATIENCE,
);
