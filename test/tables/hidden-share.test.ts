/** How much of what was reported shows no number: in steps, and never of one or two cells. */
import type { RegionKey } from '../../src/rules/region.ts';
import { hiddenShares } from '../../src/tables/hidden-share.ts';
import { columnsOf } from '../../src/tables/table-columns.ts';
import { redacted } from '../../src/tables/table-published.ts';
import { summaryTable } from '../../src/tables/table.ts';
import { POLICY_2 } from '../../src/rules/policy.ts';

const COUNTIES = ['05111', '05112', '05113', '05114', '05116'];
/** Five schools a county, each with 40 consultations of MITTAG. */
const TABLE = summaryTable({
  schools: COUNTIES.flatMap((region, county) =>
    [0, 1, 2, 3, 4].map((n) => ({
      school: String(990_000 + 10 * county + n),
      region: region as RegionKey,
      type: 'Grundschule',
      roll: 300,
      reporterGroup: null,
    })),
  ),
  reports: COUNTIES.flatMap((_, county) =>
    [0, 1, 2, 3, 4].map((n) => ({
      school: String(990_000 + 10 * county + n),
      cells: [{ benefits: ['MITTAG'], pupils: 20, consultations: 40 }],
      none: ['AUSFLUG'],
      withheld: [],
    })),
  ),
  benefits: ['AUSFLUG', 'MITTAG'],
  policy: POLICY_2,
});
const WIDTH = columnsOf(TABLE.benefits).length;
/** Of a county the cell of MITTAG, suppressed. */
const share = (hidden: readonly string[]) => {
  const suppressed = new Uint8Array(TABLE.cells.length);
  TABLE.rows.forEach(({ region, schoolType }, at) => {
    if (schoolType === null && hidden.includes(region)) suppressed[at * WIDTH + 1] = 1;
  });
  const published = redacted(TABLE, Int32Array.from(TABLE.cells.keys()), suppressed);
  return Object.fromEntries(hiddenShares(TABLE, published).map(({ level, percent }) => [level, percent]));
};

test('nothing is hidden, or one or two cells, or enough of them to tell a share', () => {
  expect(share([])).toEqual({ state: 0, district: 0, county: 0, 'school-type': 0 });
  expect(share(COUNTIES.slice(0, 1))['county']).toBeNull();
  expect(share(COUNTIES.slice(0, 2))['county']).toBeNull();
  expect(share(COUNTIES.slice(0, 3))['county']).toBe(60);
  expect(share(COUNTIES)).toEqual({ state: 0, district: 0, county: 100, 'school-type': 0 });
});

test("a share is a step of five, so that it is nobody's number", () => {
  const two = {
    ...TABLE,
    cells: TABLE.cells.map((cell, at) => (at === 2 * WIDTH + 1 ? { ...cell, value: 37 } : cell)),
  };
  const published = redacted(
    two,
    Int32Array.from(two.cells.keys()),
    new Uint8Array(two.cells.length).fill(1),
  );
  for (const { percent } of hiddenShares(two, published)) expect(percent! % 5).toBe(0);
});
