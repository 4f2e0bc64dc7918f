/** What readers are told beside a number: bounds that hold of what was reported, and signs that hide no nought. */
import { boundsOf } from '../../src/tables/bounds.ts';
import { releaseBody, rowBody } from '../../src/releases/cut.ts';
import { inWords, legendOf, LOWER_END } from '../../src/tables/marks.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';
import {
  columnsOfRelease,
  hiddenCellsOf,
  rowsOfRelease,
  withholdingShown,
} from '../../src/tables/release-row.ts';
import type { NamedRow, ReleaseHead } from '../../src/releases/release.store.ts';
import { germanCsv, plainCsv } from '../../src/releases/summary-csv.ts';
import { redacted } from '../../src/tables/table-published.ts';
import { summaryTable, type SchoolFacts } from '../../src/tables/table.ts';
import { anonymise } from '../../src/rules/anonymise.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { codesOf, schemeId } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { negativeBinomial, seeded, simulateSchool } from '../../src/demo/simulation.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261128);
const BENEFITS = codesOf(BUT_COUNSELLING_1);
const COLUMNS = columnsOfRelease(BENEFITS);
const HEAD: ReleaseHead = {
  id: 'one',
  period: '2026-Q3' as ReleaseHead['period'],
  version: 1,
  scheme: schemeId(BUT_COUNSELLING_1),
  policy: 1,
  columns: COLUMNS,
  hiddenCells: 0,
  withholdingSchools: null,
  releasedAt: new Date(0),
};

type Numbers = Partial<Record<string, number | null>>;

/** A row whose cells are 0 unless said otherwise. */
const row = (consultations: Numbers, pupils: Numbers = {}, more: Partial<NamedRow> = {}): NamedRow => ({
  region: '05111' as RegionKey,
  name: 'Düsseldorf',
  within: 'Regierungsbezirk Düsseldorf',
  schoolType: '',
  schoolsExpected: 9,
  schoolsReported: 9,
  pending: false,
  consultations: COLUMNS.map((column) => (column in consultations ? (consultations[column] ?? null) : 0)),
  pupils: BENEFITS.map((benefit) => (benefit in pupils ? (pupils[benefit] ?? null) : 0)),
  ...more,
});
const cut = (one: NamedRow) => rowBody(one, HEAD, '05');
const summaryOf = (...rows: NamedRow[]): SummaryBody => ({
  format: 'kanon-summary/2',
  region: '051',
  regionName: 'Regierungsbezirk Düsseldorf',
  period: '2026-Q3',
  level: 'county',
  by: 'benefit',
  release: releaseBody(HEAD),
  rows: rows.map(cut),
});
const PENDING = row(
  Object.fromEntries(COLUMNS.map((column) => [column, null])),
  Object.fromEntries(BENEFITS.map((benefit) => [benefit, null])),
  { pending: true, schoolsReported: 2 },
);

describe('bounds of what was reported', () => {
  test('hold in every row of 200 random worlds of schools, counted before anything was pooled', () => {
    console.log(`seed ${SEED}`);
    const rng = seeded(SEED);
    const wrong: string[] = [];
    let ranges = 0;
    for (let world = 0; world < 200; world++) {
      const schools = Array.from({ length: 12 }, (_, at): SchoolFacts => ({
        school: String(990_000 + at),
        region: `0511${1 + (at % 3)}` as RegionKey,
        type: at % 2 ? 'Gymnasium' : 'Grundschule',
        roll: 300,
        reporterGroup: null,
      }));
      const counted = schools.map(({ school, region }) => {
        const counts = simulateSchool(rng, negativeBinomial(rng, { mean: 8, size: 2 }), BUT_COUNSELLING_1);
        const { report } = anonymise(
          { scheme: HEAD.scheme, policy: 1, ...counts },
          BUT_COUNSELLING_1,
          POLICY_1,
        );
        return { school, region, counts: counts.counts, report };
      });
      const input = {
        schools,
        reports: counted.map(({ school, report }) => ({ school, ...report })),
        benefits: BENEFITS,
        policy: POLICY_1,
      };
      const table = summaryTable(input);
      // Some cells are hidden at random: which ones must not matter.
      const cells = table.cells.map((_, at) => at);
      const hidden = Uint8Array.from(cells, () => (rng() < 0.2 ? 1 : 0));
      const rows = rowsOfRelease(redacted(table, Int32Array.from(cells), hidden));
      for (const one of rows.filter(({ schoolType }) => schoolType === '')) {
        const shown = cut({ ...one, name: '', within: '' });
        for (const benefit of BENEFITS)
          for (const measure of ['consultations', 'pupils'] as const) {
            const told = counted.filter(
              ({ region, report }) =>
                region.startsWith(one.region) && report.cells.some((cell) => cell.benefits.includes(benefit)),
            );
            const truth = told.reduce((sum, { counts }) => sum + counts[benefit]![measure], 0);
            const { from, to } = shown[measure][benefit]!;
            if (from !== null && from !== to) ranges++;
            if ((from ?? 0) > truth || (to ?? Infinity) < truth)
              wrong.push(`world ${world} ${one.region} ${benefit} ${measure}`);
          }
      }
    }
    expect(wrong).toEqual([]);
    expect(ranges).toBeGreaterThan(1000);
  });

  test('of a benefit reach from what was itemised to that and all that was not', () => {
    const { consultations, pupils } = cut(
      row({ MITTAG: 20, NOT_ITEMISED: 151, REPORTED_TOTAL: 171 }, { MITTAG: 9 }),
    );
    expect(consultations['MITTAG']).toEqual({ value: 20, from: 20, to: 171, status: 'open' });
    expect(consultations['TEILHABE']).toEqual({ value: 0, from: 0, to: 151, status: 'open' });
    expect(consultations['NOT_ITEMISED']).toMatchObject({ from: 151, to: 151 });
    expect(consultations['REPORTED_TOTAL']).toMatchObject({ from: 171, to: 171 });
    expect(pupils['MITTAG']).toMatchObject({ from: 9, to: null });
    expect(pupils['TEILHABE']).toMatchObject({ from: 0, to: null });
  });

  test('have no upper end where NOT_ITEMISED is hidden, and a hidden cell has none at all', () => {
    const { consultations, pupils } = cut(row({ MITTAG: null, NOT_ITEMISED: null }, { MITTAG: null }));
    expect(consultations['TEILHABE']).toMatchObject({ from: 0, to: null, status: 'open' });
    expect(consultations['NOT_ITEMISED']).toMatchObject({ from: null, to: null, status: 'hidden' });
    for (const cell of [consultations['MITTAG'], pupils['MITTAG']])
      expect(cell).toEqual({ value: null, from: null, to: null, status: 'hidden' });
  });

  test('are the number itself where nothing was pooled', () => {
    const { consultations, pupils } = cut(row({ MITTAG: 20, REPORTED_TOTAL: 20 }, { MITTAG: 9 }));
    expect(consultations['MITTAG']).toMatchObject({ from: 20, to: 20 });
    expect(pupils['MITTAG']).toMatchObject({ from: 9, to: 9 });
    expect(pupils['TEILHABE']).toMatchObject({ from: 0, to: 0 });
  });

  test('are made of the cell and NOT_ITEMISED alone: no hidden number of the row changes them', () => {
    expect(boundsOf('consultations', 'MITTAG', 0, null)).toEqual({ from: 0, to: null });
    expect(boundsOf('pupils', 'MITTAG', 0, 5)).toEqual({ from: 0, to: null });
    expect(boundsOf('pupils', 'MITTAG', null, 0)).toEqual({ from: null, to: null });
  });

  test('of a row in which too few reported are none', () => {
    for (const cell of [...Object.values(cut(PENDING).consultations), ...Object.values(cut(PENDING).pupils)])
      expect(cell).toEqual({ value: null, from: null, to: null, status: 'pending' });
  });
});

test('a row in which two reported is published without a number, whatever the pattern shows', () => {
  const schools = ['990000', '990001', '990002', '990003'].map((school, at): SchoolFacts => ({
    school,
    region: (at < 2 ? '05111' : '05112') as RegionKey,
    type: 'Grundschule',
    roll: 300,
    reporterGroup: null,
  }));
  const reports = schools.map(({ school }) => ({
    school,
    cells: [{ benefits: ['MITTAG'], pupils: 8, consultations: 9 }],
    none: [],
    withheld: [],
  }));
  const table = summaryTable({ schools, reports, benefits: BENEFITS, policy: POLICY_1 });
  const nothing = new Uint8Array(table.cells.length);
  const shown = redacted(table, Int32Array.from(nothing.keys()), nothing);
  for (const one of rowsOfRelease(shown)) {
    const isCounty = one.region.length === 5;
    expect([one.region, one.pending]).toEqual([one.region, isCounty]);
    expect(one.consultations.every((value) => value === null)).toBe(isCounty);
    expect(one.pupils.every((value) => value === null)).toBe(isCounty);
  }
  const pending = shown.cells.filter(({ status }) => status === 'pending').length;
  expect([pending, hiddenCellsOf(shown)]).toEqual([2 * table.columns.length, 2 * table.columns.length]);
});

describe('signs', () => {
  const open = (from: number | null, to: number | null) => ({ status: 'open' as const, from, to });

  test.each([
    [open(7, 7), 7, 7],
    [open(0, 0), '–', '–'],
    [open(0, 151), '0 bis 151', '0 to 151'],
    [open(0, null), 'ab 0', '0+'],
    [open(20, null), 'ab 20', '20+'],
    [{ status: 'hidden' as const, from: null, to: null }, '.', '.'],
    [{ status: 'pending' as const, from: null, to: null }, '…', '…'],
  ])('%j reads %s', (cell, de, en) => {
    expect([inWords(cell, 'de'), inWords(cell, 'en')]).toEqual([de, en]);
  });

  test('are explained where they stand, and nowhere else; that more may have happened is always said', () => {
    expect(legendOf([open(7, 7)], 'de')).toEqual([LOWER_END.de]);
    const all = [open(0, 0), open(0, 9), open(0, null), ...Object.values(cut(PENDING).pupils)];
    expect(
      legendOf([...all, { status: 'hidden', from: null, to: null }], 'de').map((line) => line.split(' =')[0]),
    ).toEqual(['.', '–', '…', '5 bis 9', 'ab 5', LOWER_END.de]);
    expect(legendOf(all, 'en')).toHaveLength(5);
  });
});

describe('a summary as CSV', () => {
  const summary = summaryOf(
    row(
      { MITTAG: 20, LERNFOERDERUNG: null, NOT_ITEMISED: 151, REPORTED_TOTAL: null },
      { MITTAG: 9, LERNFOERDERUNG: null },
    ),
    { ...row({ NOT_ITEMISED: null, REPORTED_TOTAL: null }), region: '05112' as RegionKey },
    { ...row({}), region: '05113' as RegionKey },
    { ...PENDING, region: '05114' as RegionKey },
  );

  test('for programs has number, bounds and status in columns of their own', () => {
    const lines = plainCsv(summary).toString().split('\r\n');
    expect(lines[0]).toBe(
      'region,name,school_type,measure,column,value,from,to,status,schools_expected,schools_reported,pending',
    );
    expect(lines).toContain('05111,Düsseldorf,,consultations,TEILHABE,0,0,151,open,9,9,false');
    expect(lines).toContain('05111,Düsseldorf,,pupils,TEILHABE,0,0,,open,9,9,false');
    expect(lines).toContain('05111,Düsseldorf,,consultations,LERNFOERDERUNG,,,,hidden,9,9,false');
    expect(lines).toContain('05114,Düsseldorf,,consultations,TEILHABE,,,,pending,9,2,true');
  });

  test('for people has lines that stand for themselves, keys that stay text, and no bare 0', () => {
    const text = germanCsv(summary, BUT_COUNSELLING_1).toString();
    const [header, ...lines] = text
      .replace('\ufeff', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
    expect(lines.map((line) => line.length)).toEqual(lines.map(() => header!.length));
    expect(lines.map(([region]) => region)).toEqual(
      ['05111', '05112', '05113', '05114'].map((key) => `${key} Düsseldorf`),
    );
    expect(lines.flat()).not.toContain('0');
    const at = (line: number, title: string): string | undefined => lines[line]![header!.indexOf(title)];
    expect(at(0, 'Beratungen: Gemeinschaftliche Mittagsverpflegung')).toBe('20');
    expect(at(0, 'Beratungen: Gemeinschaftliche Mittagsverpflegung, höchstens')).toBe('171');
    expect(at(0, 'Beratungen: Lernförderung')).toBe('.');
    expect(at(0, 'Beratungen: Lernförderung, höchstens')).toBe('.');
    expect(at(0, 'Beratungen: Persönlicher Schulbedarf')).toBe('0 bis 151');
    expect(at(0, 'Schülerinnen und Schüler: Gemeinschaftliche Mittagsverpflegung')).toBe('9');
    expect(at(0, 'Schülerinnen und Schüler: Persönlicher Schulbedarf')).toBe('ab 0');
    expect(at(1, 'Beratungen: Gemeinschaftliche Mittagsverpflegung')).toBe('ab 0');
    expect(at(1, 'Beratungen: Gemeinschaftliche Mittagsverpflegung, höchstens')).toBe('.');
    expect(at(2, 'Beratungen: nicht aufgeteilt')).toBe('–');
    expect(at(2, 'Beratungen: Gemeinschaftliche Mittagsverpflegung, höchstens')).toBe('–');
    expect(at(3, 'Beratungen: gemeldet insgesamt')).toBe('…');
    for (const line of lines) expect(line.at(-1)).toContain('. = aus Gründen der Geheimhaltung');
  });
});

describe('how many schools withheld something', () => {
  test.each([
    [37, 1, 100, 30],
    [40, 1, 100, 40],
    [9, 1, 100, null],
    [10, 1, 20, 10],
    [11, 1, 20, null],
    [91, 1, 100, null],
    [37, 2, 100, null],
    [null, 1, 100, null],
  ])('%s in version %s of %s reports is shown as %s', (withholding, version, reported, shown) => {
    const told = withholdingShown(withholding, { version, reported });
    expect(told).toBe(shown);
    // What is stored rounded is shown as it is.
    expect(withholdingShown(told, { version, reported })).toBe(shown);
  });

  test('is said on the state row, of the exact numbers of older releases too', () => {
    const state = row({}, {}, { region: '05' as RegionKey, schoolsReported: 100 });
    const head = { ...HEAD, withholdingSchools: 37 };
    expect(rowBody(state, head, '05').schools.withholding).toBe(30);
    expect(rowBody(row({}), head, '05').schools).not.toHaveProperty('withholding');
    expect(rowBody(state, { ...head, version: 2 }, '05').schools).not.toHaveProperty('withholding');
  });
});
