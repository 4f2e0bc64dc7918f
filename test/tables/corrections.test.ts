/** Corrections that a new version takes over, and those that wait. */
import { seeded } from '../../src/demo/simulation.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { takeOver, takeOverSafely } from '../../src/tables/corrections.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { rowsOfRelease } from '../../src/tables/release-row.ts';
import {
  UnusableInput,
  type EarlierRelease,
  type SchoolFacts,
  type StoredReport,
  type TableInput,
} from '../../src/tables/table.ts';
import type { PublishedTable } from '../../src/tables/table-published.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { toldBy } from './equations.ts';
import { changesOfFew, sumsThatAre, type History } from './reader-of-releases.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260405);
const BENEFITS = ['LERNFOERDERUNG', 'MITTAG'];
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Two districts with three counties each, six schools in each county, of two types. */
const SCHOOLS: SchoolFacts[] = ['05111', '05112', '05113', '05315', '05316', '05313'].flatMap(
  (region, county) =>
    Array.from({ length: 6 }, (_, at): SchoolFacts => ({
      school: String(900_000 + 10 * county + at),
      region: region as RegionKey,
      type: at % 2 === 0 ? 'Grundschule' : 'Gymnasium',
      roll: 200 + 20 * at,
      reporterGroup: null,
    })),
);

const reportOf = (school: string, counts: readonly (readonly [number, number])[]): StoredReport => ({
  school,
  cells: counts.map(([pupils, consultations], at) => ({ benefits: [BENEFITS[at]!], pupils, consultations })),
  none: [],
  withheld: [],
});

function reportsBy(random: () => number): StoredReport[] {
  const draw = (): [number, number] => {
    const pupils = 5 + Math.floor(random() * 8);
    return [pupils, pupils + Math.floor(random() * 9)];
  };
  return SCHOOLS.map(({ school }) => reportOf(school, [draw(), draw()]));
}

const inputOf = (reports: readonly StoredReport[], earlier: readonly EarlierRelease[] = []): TableInput => ({
  schools: SCHOOLS,
  reports,
  benefits: BENEFITS,
  policy: POLICY_1,
  earlier,
});

const released = (table: PublishedTable, reports: readonly StoredReport[]): EarlierRelease => ({
  schools: SCHOOLS,
  reports,
  rows: rowsOfRelease(table),
});

/** Some schools counted otherwise than they first said. */
function corrected(
  reports: readonly StoredReport[],
  schools: ReadonlySet<string>,
  by: (report: StoredReport) => StoredReport,
): StoredReport[] {
  return reports.map((report) => (schools.has(report.school) ? by(report) : report));
}
const morePupils =
  (benefit: number, more: number) =>
  (report: StoredReport): StoredReport => ({
    ...report,
    cells: report.cells.map((cell, at) =>
      at === benefit
        ? { ...cell, pupils: cell.pupils + more, consultations: cell.consultations + 2 * more }
        : cell,
    ),
  });

const historyOf = (...reports: (readonly StoredReport[])[]): History => ({
  schools: SCHOOLS,
  benefits: BENEFITS,
  reports,
});

describe('a corrected release', () => {
  const first = reportsBy(seeded(SEED));
  const inDistrict = new Set(['900001', '900011', '900021']);
  let one: PublishedTable;
  beforeAll(() => {
    console.log(`seed ${SEED}`);
    one = protectTable(inputOf(first), solver).table;
  });

  test('discloses the correction of a school if it is made as if there were no other', () => {
    const second = corrected(first, new Set(['900001']), morePupils(1, 2));
    const alone = protectTable(inputOf(second), solver).table;
    const known = sumsThatAre('open', [one, alone], historyOf(first, second));
    expect(toldBy(known, changesOfFew(historyOf(first, second), 0, 1)).length).toBeGreaterThan(0);
  });

  test('does not disclose it if it is protected together with the earlier one', () => {
    for (const schools of [
      new Set(['900001']),
      inDistrict,
      new Set([...inDistrict, '900031', '900042', '900055']),
    ]) {
      const second = corrected(first, schools, morePupils(1, 2));
      const two = protectTable(inputOf(second, [released(one, first)]), solver).table;
      const known = sumsThatAre('open', [one, two], historyOf(first, second));
      expect(toldBy(known, changesOfFew(historyOf(first, second), 0, 1))).toEqual([]);
      expect(toldBy(known, sumsThatAre('hidden', [one, two], historyOf(first, second)))).toEqual([]);
      const shown = two.cells.filter((cell) => cell.status === 'open').length;
      expect(shown).toBeGreaterThan(0);
    }
  });

  test('publishes what did not change as it was, and suppresses what was suppressed', () => {
    const second = corrected(first, inDistrict, morePupils(1, 3));
    const two = protectTable(inputOf(second, [released(one, first)]), solver).table;
    two.cells.forEach((cell, at) => {
      const untouched = two.rows[cell.row]!.region.startsWith('053') || cell.column === 'LERNFOERDERUNG';
      if (untouched) expect(cell).toEqual(one.cells[at]);
    });
    const state = two.cells.find((cell) => cell.measure === 'pupils' && cell.column === 'MITTAG')!;
    const before = one.cells.find((cell) => cell.measure === 'pupils' && cell.column === 'MITTAG')!;
    expect([before.value! + 9, null]).toContain(state.value);
  });

  test('is held against all that went before, one release after the other', () => {
    const second = corrected(first, inDistrict, morePupils(1, 3));
    const two = protectTable(inputOf(second, [released(one, first)]), solver).table;
    const third = corrected(second, new Set(['900001', '900032', '900043', '900054']), morePupils(0, 4));
    const history = [released(one, first), released(two, second)];
    const three = protectTable(inputOf(third, history), solver).table;
    const versions = [first, second, third];
    const known = sumsThatAre('open', [one, two, three], historyOf(...versions));
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const)
      expect(toldBy(known, changesOfFew(historyOf(...versions), from, to))).toEqual([]);
    expect(toldBy(known, sumsThatAre('hidden', [one, two, three], historyOf(...versions)))).toEqual([]);
  });

  test('is refused where the earlier release does not show what its reports make', () => {
    const earlier = released(one, corrected(first, inDistrict, morePupils(1, 1)));
    expect(() => protectTable(inputOf(first, [earlier]), solver)).toThrow(UnusableInput);
    expect(() => protectTable(inputOf(first, [{ ...earlier, schools: [], reports: [] }]), solver)).toThrow(
      'other rows',
    );
  });

  test('comes with late reports too, and without those that were taken back', () => {
    const early = first.filter(({ school }) => school !== '900002');
    const without = protectTable(inputOf(early), solver).table;
    const late = first.filter(({ school }) => school !== '900034');
    const two = protectTable(inputOf(late, [released(without, early)]), solver).table;
    const known = sumsThatAre('open', [without, two], historyOf(early, late));
    expect(toldBy(known, changesOfFew(historyOf(early, late), 0, 1))).toEqual([]);
  });
});

describe('a correction', () => {
  const first = reportsBy(seeded(SEED));
  const last = { schools: SCHOOLS, reports: first, rows: [] };
  const take = (schools: readonly string[], more: Partial<TableInput> = {}) =>
    takeOver({ ...inputOf(corrected(first, new Set(schools), morePupils(0, 1)), [last]), ...more }, last);

  test('is taken over where every published row has three contributors that changed, or none', () => {
    const three = ['900001', '900003', '900005'];
    // Three of a county, but of two school types; and two of another, whose school type has enough with those three.
    const { taken, kept, input } = take([...three, '900011', '900013', '900030', '900031', '900032']);
    expect(taken).toEqual(three);
    expect(kept).toEqual(['900011', '900013', '900030', '900031', '900032']);
    const stored = new Map(input.reports.map((report) => [report.school, report]));
    const was = new Map(first.map((report) => [report.school, report]));
    expect(stored.get('900031')).toEqual(was.get('900031'));
    expect(stored.get('900001')).not.toEqual(was.get('900001'));
  });

  test('may be sent back one by one, and changes nothing before three of the county changed', () => {
    const returned = (schools: readonly string[]): StoredReport[] =>
      first.filter(({ school }) => !schools.includes(school));
    const takeBack = (schools: readonly string[]) => takeOver(inputOf(returned(schools), [last]), last);
    expect(takeBack(['900000']).input.reports).toEqual(first);
    expect(takeBack(['900000', '900002', '900010']).taken).toEqual([]);
    expect(takeBack(['900000', '900002', '900004']).taken).toEqual(['900000', '900002', '900004']);
  });

  test('counts schools of one hand once', () => {
    const schools = SCHOOLS.map((facts) =>
      ['900001', '900003'].includes(facts.school) ? { ...facts, reporterGroup: 'one hand' } : facts,
    );
    expect(take(['900001', '900003', '900005'], { schools }).taken).toEqual([]);
  });

  test('changes numbers, never where a school stands', () => {
    const schools = SCHOOLS.map((facts) =>
      facts.school === '900001' ? { ...facts, type: 'Gesamtschule', region: '05315' as RegionKey } : facts,
    );
    const { input, taken, kept } = take([], { schools });
    expect([taken, kept]).toEqual([[], []]);
    expect(input.schools).toEqual(SCHOOLS);
  });

  describe('that no table would suppress', () => {
    const changed = new Set(['900001', '900003', '900005', '900030', '900032', '900034']);
    const stored = inputOf(corrected(first, changed, morePupils(0, 1)), [last]);
    const tried: string[][] = [];
    /** No table suppresses a correction of these schools. */
    const takeWithout = (schools: readonly string[]) => {
      tried.length = 0;
      return takeOverSafely(stored, last, async (input) => {
        const taken = input.reports.filter((report, at) => report !== first[at]).map(({ school }) => school);
        tried.push(taken);
        if (taken.some((school) => schools.includes(school))) throw new NoSafePattern([0]);
        return protectTable(inputOf(first), solver);
      });
    };
    const [inOne, inOther] = [
      ['900001', '900003', '900005'],
      ['900030', '900032', '900034'],
    ];

    test('waits with its district, and the other district goes on', async () => {
      const { plan, protection } = await takeWithout(['900032']);
      expect([plan.taken, plan.kept]).toEqual([inOne, inOther]);
      expect(protection).toBeDefined();
      expect(tried).toEqual([[...inOne, ...inOther], inOne]);
    });

    test('leaves the release as it is where every district has one', async () => {
      const { plan, protection } = await takeWithout(['900003', '900032']);
      expect([plan.taken, plan.kept, protection]).toEqual([[], [...inOne, ...inOther], undefined]);
    });
  });
});
