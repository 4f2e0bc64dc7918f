/** One attacker reads every file of a summary, in every format, and learns no hidden cell; planted leaks it finds. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FormatName } from '../../src/formats/formats.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';
import { newPdf } from '../../src/formats/pdf-document.ts';
import { attack } from './attacker.ts';
import { inEveryFormat } from './every-format.ts';
import { inventedSummary } from './invented-summary.ts';

type Files = Map<FormatName, Buffer>;

/** The same table, with nothing shown. */
const blankOf = (summary: SummaryBody): SummaryBody => {
  const nothing = { value: null, from: null, to: null, status: 'hidden' as const };
  const blank = structuredClone(summary);
  for (const { consultations, pupils } of blank.rows)
    for (const cells of [consultations, pupils])
      for (const column of Object.keys(cells)) cells[column] = nothing;
  return blank;
};

const TABLES = [
  ['one county', { counties: 1, seed: 11 }],
  ['a district by counties', { counties: 10, seed: 12 }],
  ['the state by counties', { counties: 53, seed: 13 }],
  [
    'a district by school types',
    {
      seed: 14,
      schoolTypes: ['Förderschule Berufskolleg', 'Gesamtschule + Sekundarschule', 'Grundschule', 'Gymnasium'],
    },
  ],
  ['a later version', { counties: 10, seed: 15, version: 3 }],
] as const;

describe.each(TABLES)('%s', (_, wanted) => {
  test('tells nobody more in any format than in JSON', async () => {
    const { summary, hidden } = inventedSummary(wanted);
    const files = await inEveryFormat(summary);
    expect(attack(summary, files, await inEveryFormat(blankOf(summary)))).toEqual([]);
    // And whoever knows what is hidden finds none of it, packed or not.
    expect(hidden.length).toBeGreaterThan(1);
    for (const [format, file] of files) {
      const texts = [
        file.toString('latin1'),
        ...(format === 'xlsx' ? Object.values(unzipSync(file)).map((part) => strFromU8(part)) : []),
      ];
      const digits = new Set(texts.flatMap((text) => text.match(/(?<![\d.])\d{6}(?![\d.])/g) ?? []));
      expect([format, hidden.filter((number) => digits.has(String(number)))]).toEqual([format, []]);
    }
  }, 60_000);
});

describe('the same attacker finds', () => {
  const { summary } = inventedSummary({ counties: 6, seed: 21 });
  let files: Files;
  let blank: ReadonlyMap<FormatName, Buffer>;
  beforeAll(async () => {
    files = new Map(await inEveryFormat(summary));
    blank = await inEveryFormat(blankOf(summary));
  });

  const workbook = (change: (parts: Record<string, string>) => void): Buffer => {
    const parts = Object.fromEntries(
      Object.entries(unzipSync(files.get('xlsx')!)).map(([name, part]) => [name, strFromU8(part)]),
    );
    change(parts);
    return Buffer.from(
      zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)]))),
    );
  };
  const SHEET = 'xl/worksheets/sheet1.xml';
  const inSheet = (from: string | RegExp, to: string): Buffer =>
    workbook((parts) => {
      const changed = parts[SHEET]!.replace(from, to);
      if (changed === parts[SHEET]) throw new Error('nothing was planted');
      parts[SHEET] = changed;
    });
  const text = (format: FormatName, from: string | RegExp, to: string): Buffer => {
    const before = files.get(format)!.toString();
    const after = before.replace(from, to);
    if (before === after) throw new Error('nothing was planted');
    return Buffer.from(after);
  };
  const pdfWith = async (draw: (doc: Awaited<ReturnType<typeof newPdf>>) => void): Promise<Buffer> => {
    const doc = await newPdf({ form: 'PDF/A-2a', title: 'x', author: 'Kanon', at: new Date(0) });
    doc.addPage();
    draw(doc);
    doc.end();
    const chunks: Buffer[] = [];
    for await (const chunk of doc) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };

  const PLANTED: readonly (readonly [
    name: string,
    format: FormatName,
    make: () => Buffer | Promise<Buffer>,
    found: RegExp,
  ])[] = [
    [
      'a hidden row of a workbook',
      'xlsx',
      () => inSheet('</sheetData>', '<row r="99" hidden="1"><c r="A99"><v>4711</v></c></row></sheetData>'),
      /hidden row/,
    ],
    [
      'a row of no height',
      'xlsx',
      () => inSheet('</sheetData>', '<row r="99" ht="0" customHeight="1"/></sheetData>'),
      /no size/,
    ],
    [
      'a number in a hidden sheet',
      'xlsx',
      () =>
        workbook((parts) => {
          parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('<sheet ', '<sheet state="hidden" ');
        }),
      /hidden sheet/,
    ],
    [
      'a formula that keeps its result',
      'xlsx',
      () => inSheet(/<v>(\d+)<\/v>/, '<f>SUM(C2:C9)</f><v>$1</v>'),
      /a formula/,
    ],
    [
      'a number in the properties of a workbook',
      'xlsx',
      () =>
        workbook((parts) => {
          parts['docProps/custom.xml'] = '<Properties><property name="n">98765</property></Properties>';
        }),
      /98765|docProps/,
    ],
    ['a comment in its XML', 'xlsx', () => inSheet('</sheetData>', '<!-- 98765 --></sheetData>'), /98765/],
    [
      'an attribute that nobody reads',
      'xlsx',
      () => inSheet('<sheetData>', '<sheetData data="98765">'),
      /98765/,
    ],
    [
      'hidden cells of two looks',
      'xlsx',
      () => inSheet(/(<c [^>]*s=")\d+("[^>]*><is><t[^>]*>\.<)/, '$10$2'),
      /marks/,
    ],
    [
      'a JSON-stat with status by cause',
      'json-stat',
      () => text('json-stat', '"hidden"', '"primary"'),
      /marks/,
    ],
    [
      'a JSON-stat with a value beside its status',
      'json-stat',
      () => text('json-stat', ',null,null,', ',98765,null,'),
      /98765/,
    ],
    [
      'a JSON-stat with a bound of a solver',
      'json-stat',
      () => text('json-stat', '"extension":{', '"extension":{"intervals":[9876,9880],'),
      /9876/,
    ],
    [
      'an SDMX with primary and complementary apart',
      'sdmx-csv',
      () => text('sdmx-csv', ',Q,C,', ',Q,D,'),
      /marks/,
    ],
    [
      'an SDMX with an observation status of its own',
      'sdmx-csv',
      () => text('sdmx-csv', ',Q,C,', ',M,C,'),
      /marks/,
    ],
    [
      'a structure that names how many are primary',
      'sdmx-structure',
      () => text('sdmx-structure', '"test":false', '"test":false,"primary":98765'),
      /98765/,
    ],
    [
      'a CSV with a value in a hidden line',
      'csv',
      () => text('csv', ',,,,hidden,', ',98765,,,hidden,'),
      /98765/,
    ],
    ['a German CSV with a note', 'csv-de', () => text('csv-de', '\r\n', ';98765\r\n'), /98765/],
    [
      'white text of a PDF',
      'pdf',
      () => pdfWith((doc) => doc.font('plain').fillColor('#ffffff').text('98.765', 100, 100)),
      /98765/,
    ],
    [
      'text beside the page of a PDF',
      'pdf',
      () => pdfWith((doc) => doc.font('plain').text('98765', -500, 100, { lineBreak: false })),
      /98765/,
    ],
    [
      'a number in the properties of a PDF',
      'pdf',
      () =>
        pdfWith((doc) => {
          doc.info.Subject = 'primär: 98765';
        }),
      /98765/,
    ],
    [
      'a tag of a PDF that says more than its text',
      'pdf',
      () =>
        pdfWith((doc) => {
          doc.addStructure(doc.struct('P', { actual: '98765' }, () => doc.font('plain').text('.', 100, 100)));
        }),
      /98765/,
    ],
    [
      'a file within a PDF',
      'pdf',
      () =>
        pdfWith((doc) =>
          doc.file(Buffer.from('x'), {
            name: 'alles.csv',
            creationDate: new Date(0),
            modifiedDate: new Date(0),
          }),
        ),
      /a file within/,
    ],
  ];

  test.each(PLANTED)('%s', async (_, format, make, found) => {
    const leaks = attack(summary, new Map([[format, await make()]]), blank);
    expect(leaks.map(({ what }) => what).join('\n')).toMatch(found);
  });
});
