/** Each format as readers see it that we did not write: the same numbers, bounds and signs as the JSON, cell by cell. */
import { strFromU8, unzipSync } from 'fflate';
import JSONstat from 'jsonstat-toolkit';
import readXlsxFile from 'read-excel-file/node';
import { fileNameOf, formatAccepted } from '../../src/formats/formats.ts';
import { leastOf, mostOf, periodInGerman } from '../../src/formats/german.ts';
import { schoolTypeCodes } from '../../src/formats/sdmx-components.ts';
import { lettersOf } from '../../src/formats/xlsx-rows.ts';
import { withoutClock } from '../../src/formats/zip-clock.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';
import { inEveryFormat, inFormat } from './every-format.ts';
import { BENEFITS, inventedSummary } from './invented-summary.ts';
import { textsOfPdf } from './pdf-texts.ts';
import { hasPoppler, poppler } from './poppler.ts';
import { readSdmxCsv, records } from './sdmx-reader.ts';
import { readStructure } from './sdmx-structure.ts';

const TYPES = [
  'Förderschule Berufskolleg',
  'Förderschule-Berufskolleg',
  'Gesamtschule + Sekundarschule',
  'Grundschule',
];
const counties = inventedSummary({ counties: 10, seed: 3 }).summary;
const own = inventedSummary({ counties: 1, seed: 4 }).summary;
const types = inventedSummary({ schoolTypes: TYPES, seed: 5 }).summary;
const TABLES = [
  ['counties', counties],
  ['one county', own],
  ['school types', types],
] as const;

type Row = SummaryBody['rows'][number];
const MEASURES = ['consultations', 'pupils'] as const;
const cellsOf = (row: Row) =>
  MEASURES.flatMap((measure) =>
    Object.entries(row[measure]).map(([column, cell]) => ({ measure, column, cell })),
  );

describe.each(TABLES)('of %s', (_, summary) => {
  test('the workbook says what the JSON says, with keys as text and heads in sight', async () => {
    const file = await inFormat(summary, 'xlsx');
    const sheets = await readXlsxFile(file, { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Beratungen',
      'Schülerinnen und Schüler',
      'Hinweise',
      'Legende',
    ]);
    const isByType = summary.by === 'school-type';
    const [consultations, pupils] = sheets.slice(0, 2).map(({ data }) => data);
    const place = (row: Row) => [
      row.region,
      row.name,
      ...(isByType ? [row.schoolType] : []),
      row.schools.expected,
      row.schools.reported,
    ];
    expect(consultations!.slice(1)).toEqual(
      summary.rows.map((row) => [
        ...place(row),
        ...Object.entries(row.consultations).flatMap(([column, cell]) =>
          BENEFITS.includes(column) ? [leastOf(cell), mostOf(cell)] : [leastOf(cell)],
        ),
      ]),
    );
    expect(pupils!.slice(1)).toEqual(
      summary.rows.map((row) => [...place(row), ...Object.values(row.pupils).map(leastOf)]),
    );
    const notes = sheets[2]!.data.flat().join('\n');
    for (const said of [
      summary.release.id,
      summary.regionName,
      'keine amtliche Statistik',
      'So wird die Tabelle zitiert',
    ])
      expect(notes).toContain(said);
    expect(sheets[3]!.data.flat()).toContain('aus Gründen der Geheimhaltung nicht veröffentlicht');
    const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(new RegExp(`<pane [^>]*xSplit="${isByType ? 3 : 2}"`));
    // A head is no number, and its texts are those of the scheme.
    expect(consultations![0]).toContain('Lernförderung, höchstens');
  });

  test('JSON-stat is a dense cube of the same cells, as its toolkit reads it', async () => {
    const cube = JSONstat(JSON.parse((await inFormat(summary, 'json-stat')).toString()) as object);
    expect(cube).toMatchObject({
      class: 'dataset',
      role: { time: ['period'], geo: ['region'], metric: ['figure'] },
    });
    for (const row of summary.rows)
      for (const { measure, column, cell } of cellsOf(row))
        for (const bound of ['from', 'to'] as const) {
          const at = { period: summary.period, region: row.region, figure: `${measure}:${column}`, bound };
          const found = cube.Data(row.schoolType === null ? at : { ...at, school_type: row.schoolType });
          expect([at, found?.value, found?.status]).toEqual([at, cell[bound], cell.status]);
        }
    expect(cube.Dimension('region')?.Category(summary.rows[0]!.region).label).toBe(summary.rows[0]!.name);
    expect(cube.extension).toMatchObject({ kanon: { release: summary.release } });
  });

  test('SDMX-CSV is as its rules and its structure have it, with one code for suppressed', async () => {
    const structure = readStructure(await inFormat(summary, 'sdmx-structure'));
    const observations = readSdmxCsv((await inFormat(summary, 'sdmx-csv')).toString(), structure);
    const codes = schoolTypeCodes(summary);
    const told = summary.rows.flatMap((row) =>
      cellsOf(row).map(({ measure, column, cell: { value, from, to, status } }) => [
        ['Q', row.region, codes.get(row.schoolType)!.id, measure.toUpperCase(), column, summary.period].join(
          '.',
        ),
        ...[value, from, to].map((number) => (number === null ? '' : String(number))),
        ...{ open: ['A', 'F'], hidden: ['Q', 'C'], pending: ['O', 'C'] }[status],
        String(row.schools.reported),
        summary.release.id,
      ]),
    );
    const names = [
      'OBS_VALUE',
      'LOWER_BOUND',
      'UPPER_BOUND',
      'OBS_STATUS',
      'CONF_STATUS',
      'SCHOOLS_REPORTED',
      'RELEASE',
    ];
    expect(observations.map(({ key, fields }) => [key, ...names.map((name) => fields.get(name))])).toEqual(
      told,
    );
  });

  test('the PDF has every number of the JSON, is tagged and says how it is filed', async () => {
    const file = await inFormat(summary, 'pdf');
    const text = textsOfPdf(file).join('\n');
    const german = (number: number): string => new Intl.NumberFormat('de-DE').format(number);
    for (const row of summary.rows)
      for (const { cell } of cellsOf(row))
        if (cell.value !== null && cell.value > 0) expect(text).toContain(german(cell.value));
    for (const said of [
      summary.regionName,
      'Zeichenerklärung',
      'Vollständigkeit',
      summary.release.id,
      'Verwendungsnachweis',
    ])
      expect(text.replaceAll('\n', ' ')).toContain(said);
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(file.toString('latin1')).toMatch(/\/S \/GTS_PDFA1/);
  });

  (hasPoppler ? test : test.skip)('poppler reads the PDF: two pages, tagged, fonts within', async () => {
    const file = await inFormat(summary, 'pdf');
    const info = poppler('pdfinfo', file);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Pages: +2/);
    expect(info).toMatch(/Title: +Beratungsstatistik Bildung und Teilhabe, .*3\. Quartal 2026/);
    for (const line of poppler('pdffonts', file).trim().split('\n').slice(2))
      expect(line).toMatch(/ yes yes yes /);
    const text = poppler('pdftotext', file, '-layout');
    const row = summary.rows[0]!;
    expect(text).toContain(`${row.schools.reported} von ${row.schools.expected}`);
    expect(text.replace(/\s+/g, ' ')).toContain(`Kennung ${summary.release.id}.`);
    expect(text).toContain('Seite 2 von 2');
  });

  test('is the same bytes whenever it is asked for', async () => {
    const [first, second] = [await inEveryFormat(summary), await inEveryFormat(summary)];
    for (const [format, file] of first)
      expect([format, file.equals(second.get(format)!)]).toEqual([format, true]);
  });
});

test('two school types that are spelled alike in the letters of SDMX have codes of their own', () => {
  expect([...schoolTypeCodes(types).values()].map(({ id }) => id)).toEqual([
    'FOERDERSCHULE_BERUFSKOLLEG',
    'FOERDERSCHULE_BERUFSKOLLEG_2',
    'GESAMTSCHULE_SEKUNDARSCHULE',
    'GRUNDSCHULE',
  ]);
});

describe('the reader of SDMX-CSV refuses', () => {
  let text: string;
  let structure: ReturnType<typeof readStructure>;
  beforeAll(async () => {
    text = (await inFormat(counties, 'sdmx-csv')).toString();
    structure = readStructure(await inFormat(counties, 'sdmx-structure'));
  });

  test.each([
    ['another first column', 'STRUCTURE,', 'STRUCT,'],
    ['another structure', 'dataflow,KANON:BUT_COUNSELLING(1.0.0)', 'dataflow,KANON:BUT_COUNSELLING(2.0.0)'],
    ['an action that there is not', ',I,', ',X,'],
    ['a code that the list has not', ',_T,', ',_X,'],
    ['a status that the list has not', ',A,F,', ',P,F,'],
    ['a number with a point', /,151,A,F/, ',151.5,A,F'],
    ['a key that stands twice', /(\r\n)([^\r\n]*)(\r\n)/, '$1$2$3$2$3'],
    ['a record of another length', '\r\n', ',x\r\n'],
    ['ends of lines without a return', /\r\n/g, '\n'],
  ])('%s', (_, from, to) => {
    expect(() => readSdmxCsv(text, structure)).not.toThrow();
    expect(() => readSdmxCsv(text.replace(from, to), structure)).toThrow();
  });

  test('a quotation that does not end', () => {
    expect(records('a,"b ""c"""\r\n')).toEqual([['a', 'b "c"']]);
    expect(() => records('a,"b\r\n')).toThrow();
  });
});

describe('Accept', () => {
  test.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['application/pdf', 'pdf'],
    ['text/csv', 'csv'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['application/vnd.sdmx.data+csv;version=2.1.0', 'sdmx-csv'],
    ['application/vnd.sdmx.structure+json;version=2.1.0', 'sdmx-structure'],
    ['application/json;q=0.5, application/pdf', 'pdf'],
    ['application/pdf;q=0.5, application/json', 'json'],
    ['application/pdf;q=0', 'json'],
    ['nonsense;;;,,', 'json'],
    [`${'x'.repeat(2000)}, application/pdf`, 'json'],
  ])('%s asks for %s', (header, format) => {
    expect(formatAccepted(header)).toBe(format);
  });
});

test('a file is named by what stands in it', () => {
  expect(fileNameOf(counties, 'xlsx')).toBe('kanon-051-2026-Q3-county-v1.xlsx');
  expect(fileNameOf(types, 'sdmx-csv')).toBe('kanon-051-2026-Q3-school-type-v1.sdmx.csv');
  expect([periodInGerman('2026'), periodInGerman('2026-S1')]).toEqual(['Jahr 2026', '1. Halbjahr 2026']);
});

test('columns of a workbook have letters beyond Z, and an archive that is none is refused', () => {
  expect([0, 25, 26, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(() => withoutClock(Buffer.alloc(30))).toThrow(RangeError);
});

test('marks that XML does not know are left out of a workbook, and others are escaped', async () => {
  const odd = structuredClone(own);
  odd.rows[0]!.name = 'A & <B> \u0001\ufffe "C"';
  const [sheet] = await readXlsxFile(await inFormat(odd, 'xlsx'), { trim: false });
  expect(sheet!.data[1]![1]).toBe('A & <B>  "C"');
});
