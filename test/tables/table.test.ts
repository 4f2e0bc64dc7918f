/** The table of a period: from reports to cells, rows and what is published. */
import { seeded } from '../../src/demo/simulation.ts';
import { audit } from '../../src/disclosure/audit/audit.ts';
import { listAt, listCount, PRIMARY, type ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { NOT_ITEMISED, REPORTED_TOTAL, type Measure } from '../../src/tables/table-columns.ts';
import { tableProblem } from '../../src/tables/table-problem.ts';
import { redacted } from '../../src/tables/table-published.ts';
import { isPublished } from '../../src/tables/table-rows.ts';
import {
  summaryTable,
  UnusableInput,
  type SchoolFacts,
  type StoredReport,
  type SummaryTable,
  type TableInput,
} from '../../src/tables/table.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { BENEFITS, inventedReports } from './table-invented-reports.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const school = (
  number: string,
  region: string,
  type = 'Grundschule',
  reporterGroup: string | null = null,
): SchoolFacts => ({
  school: number,
  region: region as RegionKey,
  type,
  roll: 200,
  reporterGroup,
});

const itemised = (benefit: string, pupils: number, consultations: number) => ({
  benefits: [benefit],
  pupils,
  consultations,
});
const report = (number: string, cells: StoredReport['cells'], withheld: string[] = []): StoredReport => ({
  school: number,
  cells,
  none: [],
  withheld,
});

/** District 051 with two counties and two school types; district 053 with one county and one type. */
const SCHOOLS = [
  school('100001', '05111000'),
  school('100002', '05111000', 'Grundschule', 'one hand'),
  school('100003', '05111000', 'Gymnasium', 'one hand'),
  school('100004', '05112000', 'Gymnasium'),
  school('100005', '05315000'),
  school('100006', '05315', 'Grundschule'),
];
const REPORTS = [
  report('100001', [
    itemised('MITTAG', 7, 12),
    { benefits: ['AUSFLUG', 'TEILHABE'], pupils: 6, consultations: 9 },
  ]),
  report('100002', [itemised('MITTAG', 5, 5)]),
  report('100003', [itemised('MITTAG', 8, 20)]),
  report('100004', [itemised('MITTAG', 9, 9), itemised('LERNFOERDERUNG', 6, 30)]),
  report('100005', [itemised('MITTAG', 10, 11)], ['AUSFLUG']),
];
const INPUT: TableInput = { schools: SCHOOLS, reports: REPORTS, benefits: BENEFITS, policy: POLICY_1 };

function cellAt(table: SummaryTable, region: string, type: string | null, measure: Measure, column: string) {
  const row = table.rows.findIndex((one) => one.region === region && one.schoolType === type);
  const at = table.columns.findIndex((one) => one.measure === measure && one.column === column);
  return table.cells[row * table.columns.length + at]!;
}

describe('the summary table', () => {
  const table = summaryTable(INPUT);

  test('has a row for state, districts, counties, their school types, and last those nobody publishes', () => {
    expect(table.rows.map((row) => [row.table, row.region, row.schoolType].join(' ').trim())).toEqual([
      'region 05',
      'region 051',
      'region 053',
      'region 05111',
      'region 05112',
      'region 05315',
      'school-type 051 Grundschule + Gymnasium',
      'school-type 053 Grundschule',
      'county-type 05111 Grundschule + Gymnasium',
      'county-type 05112 Grundschule + Gymnasium',
      'county-type 05315 Grundschule',
    ]);
  });

  test('says how many schools reported, and in which rows fewer than three contributors did', () => {
    const rows = table.rows.filter(isPublished);
    expect(rows.map((row) => [row.schoolsReported, row.schoolsExpected, row.pending])).toEqual([
      [5, 6, false],
      [4, 4, false],
      [1, 2, true],
      [3, 3, true],
      [1, 1, true],
      [1, 2, true],
      [4, 4, false],
      [1, 2, true],
    ]);
    expect(table.withholding).toBe(1);
  });

  test('adds up what was reported', () => {
    expect(cellAt(table, '05', null, 'consultations', 'MITTAG').value).toBe(57);
    expect(cellAt(table, '05', null, 'pupils', 'MITTAG').value).toBe(39);
    expect(cellAt(table, '05', null, 'consultations', NOT_ITEMISED).value).toBe(9);
    expect(cellAt(table, '05', null, 'consultations', REPORTED_TOTAL).value).toBe(96);
    expect(cellAt(table, '051', 'Grundschule + Gymnasium', 'consultations', REPORTED_TOTAL).value).toBe(85);
  });

  test('counts the schools of one reporter as one contributor', () => {
    expect(cellAt(table, '05111', null, 'consultations', 'MITTAG')).toEqual({
      value: 37,
      reporting: 2,
      contributing: 2,
      persons: 20,
      primary: true,
    });
    expect(cellAt(table, '051', null, 'consultations', 'MITTAG')).toMatchObject({
      contributing: 3,
      // Nobody else reported, so all of them are known.
      primary: true,
    });
  });

  test('counts on a total only the pupils of the largest cell of a school', () => {
    expect(cellAt(table, '05111', null, 'consultations', REPORTED_TOTAL).persons).toBe(7 + 5 + 8);
    expect(cellAt(table, '05112', null, 'consultations', REPORTED_TOTAL).persons).toBe(9);
    expect(cellAt(table, '05', null, 'consultations', NOT_ITEMISED)).toMatchObject({
      persons: 6,
      contributing: 1,
      primary: true,
    });
  });

  test('takes a zero for what it is: nothing to suppress', () => {
    expect(cellAt(table, '05', null, 'consultations', 'KLASSENFAHRT')).toEqual({
      value: 0,
      reporting: 4,
      contributing: 0,
      persons: 0,
      primary: false,
    });
  });

  test('refuses what cannot make a table, without a count', () => {
    const making = (more: Partial<TableInput>) => () => summaryTable({ ...INPUT, ...more });
    expect(making({ reports: [report('999999', [])] })).toThrow(
      new UnusableInput('School 999999 is not expected.'),
    );
    expect(making({ reports: [REPORTS[0]!, REPORTS[0]!] })).toThrow('School 100001 has two reports.');
    expect(making({ reports: [report('100001', [itemised('WOHNGELD', 9, 9)])] })).toThrow(
      'a benefit outside the scheme',
    );
    expect(making({ schools: [...SCHOOLS, SCHOOLS[0]!] })).toThrow('expected twice');
    expect(making({ schools: [school('100001', '05')], reports: [] })).toThrow(RangeError);
  });
});

describe('the table as a protection problem', () => {
  const table = summaryTable(INPUT);
  const { problem, cellOf } = tableProblem(table);
  const row = (at: number): number[] => [
    ...cellOf.slice(at * table.columns.length, (at + 1) * table.columns.length),
  ];

  const { columns } = table;
  const at = (measure: Measure, code: string): number =>
    columns.findIndex((one) => one.measure === measure && one.column === code);
  const pupils = at('pupils', 'MITTAG');

  test('makes rows in which the same schools put in something one row', () => {
    expect(row(5)[pupils]).toBe(row(2)[pupils]);
    expect(row(7)[pupils]).toBe(row(2)[pupils]);
    expect(row(6)[pupils]).toBe(row(1)[pupils]);
    expect(row(1)[pupils]).not.toBe(row(3)[pupils]);
  });

  test('ties counties and school types to their district, and the districts to the state', () => {
    const relations = Array.from({ length: listCount(problem.relations) }, (_, one) =>
      [...listAt(problem.relations, one)].map((cell) => problem.labels[cell]),
    );
    expect(relations).toContainEqual(['05 pupils MITTAG', '051 pupils MITTAG', '053 pupils MITTAG']);
    expect(relations).toContainEqual(['051 pupils MITTAG', '05111 pupils MITTAG', '05112 pupils MITTAG']);
  });

  test('never shows a school type of a county, and protects it where few stand behind it', () => {
    const schools = [
      ...SCHOOLS,
      school('100007', '05111000', 'Gymnasium'),
      school('100008', '05112', 'Gymnasium'),
    ];
    const some = summaryTable({
      ...INPUT,
      schools: [...schools, school('100009', '05112000'), school('100010', '05112000')],
    });
    const own = tableProblem(some);
    const inner = own.problem.labels.indexOf('05111 Gymnasium pupils MITTAG');
    expect(own.problem.status[inner]).toBe(PRIMARY);
    const { rows } = redacted(some, own.cellOf, new Uint8Array(own.problem.values.length));
    expect(rows.map((one) => one.table)).not.toContain('county-type');
  });

  test('knows of a suppressed cell that it is at least k, and more where three contributors stand behind it', () => {
    const lower = (label: string): number => problem.lower[problem.labels.indexOf(label)]!;
    expect(lower('053 pupils MITTAG')).toBe(5);
    // One more reported than the minimum, so the width besides.
    expect(lower('05 consultations MITTAG')).toBe(3 * 5 + 4);
    const pairs = Array.from(problem.atMost, (cell) => problem.labels[cell]);
    expect(pairs.slice(0, 2)).toEqual(['05 pupils LERNFOERDERUNG', '05 consultations LERNFOERDERUNG']);
  });

  test('suppresses a pending row whole, and gives its zeros room as far as no published zero discloses them', () => {
    const own = tableProblem(table);
    const label = (cell: number): string => own.problem.labels[cell]!;
    expect(table.rows[2]).toMatchObject({ region: '053', pending: true });
    expect(own.problem.status[own.problem.labels.indexOf('053 consultations MITTAG')]).toBe(PRIMARY);
    const first = own.insiders.zeros!.groups.map(([cell]) => label(cell!));
    // Others of the state have it, so a reader need not think that this district has none.
    expect(first).toContain('053 consultations LERNFOERDERUNG');
    // Nobody in the state has it, and the state's zero is shown.
    expect(first).not.toContain('053 consultations KLASSENFAHRT');
    expect(first).not.toContain('053 consultations SCHULBEDARF');
  });

  test('takes its costs from the register, not from counts', () => {
    const others = REPORTS.map((one) => ({
      ...one,
      cells: one.cells.map((cell) => ({ ...cell, consultations: cell.consultations + 50 })),
    }));
    expect(tableProblem(summaryTable({ ...INPUT, reports: others })).problem.cost).toEqual(problem.cost);
  });

  test('leaves rows without a report out of every sum', () => {
    const silent = summaryTable({ ...INPUT, reports: REPORTS.slice(0, 3) });
    expect(() => tableProblem(silent)).not.toThrow();
    expect(() => tableProblem(summaryTable({ ...INPUT, reports: [] }))).not.toThrow();
  });
});

/** Forty schools in two districts, eight counties and three types. */
function someSchools(seed: number): SchoolFacts[] {
  const random = seeded(seed);
  const types = ['Grundschule', 'Gymnasium', 'Hauptschule'];
  return Array.from({ length: 60 }, (_, at) =>
    school(String(200000 + at), `05${1 + 2 * (at % 2)}${10 + (at % 5)}000`, types[Math.floor(random() * 3)]),
  );
}

/** The problem of one measure: the cells of the other are gone with all they stand in. */
function ofMeasure(problem: ProtectionProblem, measure: Measure): ProtectionProblem {
  const own = (cell: number): boolean => problem.labels[cell]!.includes(` ${measure} `);
  const kept = Array.from({ length: listCount(problem.relations) }, (_, at) => at).filter((at) =>
    own(listAt(problem.relations, at)[0]!),
  );
  const start = [0];
  const cell: number[] = [];
  const sign: number[] = [];
  for (const at of kept) {
    cell.push(...listAt(problem.relations, at));
    sign.push(...problem.relations.sign.slice(problem.relations.start[at], problem.relations.start[at + 1]));
    start.push(cell.length);
  }
  const relations = {
    start: Int32Array.from(start),
    cell: Int32Array.from(cell),
    sign: Int32Array.from(sign),
  };
  return { ...problem, relations, atMost: new Int32Array(0) };
}

describe('a protected table', () => {
  const schools = someSchools(7);
  const input: TableInput = {
    schools,
    reports: inventedReports(schools, 7, 0.9, 40),
    benefits: BENEFITS,
    policy: POLICY_1,
  };

  test('is safe against a reader of both measures, hence against a reader of either alone', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const reports = inventedReports(schools, seed, 0.9, 40);
      const { problem } = tableProblem(summaryTable({ ...input, reports }));
      const { suppressed, complementary } = suppress(problem, POLICY_1.width, solver);
      expect(complementary).toBeGreaterThan(0);
      expect(audit(eraseSuppressed(problem, suppressed), POLICY_1.width, solver).safe).toBe(true);
      for (const measure of ['consultations', 'pupils'] as const) {
        expect(
          audit(eraseSuppressed(ofMeasure(problem, measure), suppressed), POLICY_1.width, solver).safe,
        ).toBe(true);
      }
    }
  });

  test('publishes zeros, suppresses both measures of a place alike, and uses one mark', () => {
    const summary = summaryTable(input);
    const { table } = protectTable(input, solver);
    expect(table.cells).toHaveLength(summary.rows.filter(isPublished).length * summary.columns.length);
    const places = new Map<string, Set<string>>();
    table.cells.forEach((cell, at) => {
      expect(Object.keys(cell)).toEqual(['row', 'measure', 'column', 'value', 'status']);
      if (summary.rows[cell.row]!.pending) expect(cell.status).toBe('pending');
      else if (summary.cells[at]!.value === 0) expect(cell.value).toBe(0);
      if (summary.cells[at]!.primary) expect(cell).toMatchObject({ value: null, status: 'hidden' });
      if (cell.status === 'open') expect(cell.value).toBe(summary.cells[at]!.value);
      const place = `${cell.row} ${cell.column}`;
      places.set(place, (places.get(place) ?? new Set<string>()).add(cell.status));
    });
    for (const marks of places.values()) expect(marks.size).toBe(1);
  });

  test('holds nothing unpublished: another table with the same open cells is cut to the same bytes', () => {
    const summary = summaryTable(input);
    const { problem, cellOf } = tableProblem(summary);
    const { suppressed } = suppress(problem, POLICY_1.width, solver);
    const cells = summary.cells.map((cell, at) =>
      suppressed[cellOf[at]!] === 1
        ? { value: 987654, reporting: 987654, contributing: 987654, persons: 987654, primary: !cell.primary }
        : cell,
    );
    const cut = JSON.stringify(redacted({ ...summary, cells }, cellOf, suppressed));
    expect(cut).toBe(JSON.stringify(redacted(summary, cellOf, suppressed)));
    expect(cut).not.toContain('987654');
  });

  test('is the same for the same reports, in whatever order they came', () => {
    const once = protectTable(input, solver);
    const again = protectTable({ ...input, reports: input.reports.toReversed() }, solver);
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  });
});
