/**
 * A summary as a workbook (ECMA-376) for people: one table a sheet, then notes and legend. Keys are text, a head stays in
 * sight, nothing is hidden, nothing is reckoned; a number is a number only where it is what was reported.
 */
import type { SheetData } from 'write-excel-file/node';
import type { Scheme } from '../rules/scheme.ts';
import { legendOf } from '../tables/marks.ts';
import {
  ABOUT_NUMBERS,
  ABOUT_PUPILS,
  citationOf,
  factsInGerman,
  isExact,
  leastOf,
  mostOf,
  NO_STATISTICS,
  titlesOf,
} from './german.ts';
import { cellsIn, columnsIn, hasSchoolTypes, type SummaryRow, type SummaryTable } from './summary-table.ts';
import { type Body, type Line, MODEL, rowsOf } from './xlsx-rows.ts';
import { withoutClock } from './zip-clock.ts';

/** Widths in characters. */
const KEY = 11;
const NAME = 26;
const TYPE = 24;
const SCHOOLS = 11;
const NUMBER = 19;
const FACT = 40;
const TEXT = 110;
const LEGEND = [24, 70, 60] as const;
/** Points: four lines of a head; and one line of a text. */
const HEAD_HEIGHT = 62;
const LINE_HEIGHT = 15;

const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#e8eef4' } as const;

export async function xlsxOf(table: SummaryTable, scheme: Scheme | undefined): Promise<Buffer> {
  // Its package is loaded by who asks for a workbook, not by each start.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const tables = [consultationsSheet(table, scheme), pupilsSheet(table, scheme)];
  const workbook = writeXlsxFile(
    [...tables.map(({ sheet }) => sheet), notesSheet(table), legendSheet(table, scheme)],
    {
      fontFamily: 'Calibri',
      fontSize: 11,
      features: [rowsOf(tables.map(({ body }) => body))],
    },
  );
  return withoutClock(await workbook.toBuffer());
}

type Cell = SheetData[number][number];

const head = (title: string): Cell => ({ value: title, type: String, height: HEAD_HEIGHT, ...HEAD });

/** Columns that say what a row is about. */
function placeOf(table: SummaryTable): {
  readonly heads: string[];
  readonly widths: number[];
  readonly of: (row: SummaryRow) => Line;
} {
  const types = hasSchoolTypes(table);
  return {
    heads: ['Schlüssel', 'Region', ...(types ? ['Schulform'] : []), 'Schulen erwartet', 'Schulen gemeldet'],
    widths: [KEY, NAME, ...(types ? [TYPE] : []), SCHOOLS, SCHOOLS],
    of: ({ region, name, schoolType, schools }) => [
      region,
      name,
      ...(types ? [schoolType ?? ''] : []),
      schools.expected,
      schools.reported,
    ],
  };
}

function consultationsSheet(table: SummaryTable, scheme: Scheme | undefined) {
  const [place, titleOf, columns] = [placeOf(table), titlesOf(scheme), columnsIn(table, 'consultations')];
  const heads = columns.flatMap((column) =>
    isExact(column) ? [titleOf(column)] : [`${titleOf(column)}, mindestens`, `${titleOf(column)}, höchstens`],
  );
  return tableSheet('Beratungen', place, heads, table, (row) =>
    Object.entries(row.consultations).flatMap(([column, cell]) =>
      isExact(column) ? [leastOf(cell)] : [leastOf(cell), mostOf(cell)],
    ),
  );
}

function pupilsSheet(table: SummaryTable, scheme: Scheme | undefined) {
  const [place, titleOf, columns] = [placeOf(table), titlesOf(scheme), columnsIn(table, 'pupils')];
  const heads = columns.map((column) => `${titleOf(column)}, mindestens`);
  return tableSheet('Schülerinnen und Schüler', place, heads, table, (row) =>
    Object.values(row.pupils).map(leastOf),
  );
}

/** One table; head and place stay in sight while the rest is scrolled. */
function tableSheet(
  name: string,
  place: ReturnType<typeof placeOf>,
  heads: readonly string[],
  { rows }: SummaryTable,
  figuresOf: (row: SummaryRow) => Line,
) {
  const widths = [...place.widths, ...heads.map(() => NUMBER)];
  return {
    sheet: {
      sheet: name,
      data: [[...place.heads, ...heads].map(head), [...MODEL]],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: place.heads.length - 2,
      orientation: 'landscape' as const,
    },
    body: {
      lines: rows.map((row): Line => [...place.of(row), ...figuresOf(row)]),
      figures: place.heads.length,
    } satisfies Body,
  };
}

function notesSheet(table: SummaryTable) {
  const lines: (readonly [string, string])[] = [
    ...factsInGerman(table),
    ['So wird die Tabelle zitiert', citationOf(table)],
    ['Zu den Beratungen', ABOUT_NUMBERS],
    ['Zu den Schülerinnen und Schülern', ABOUT_PUPILS],
    [
      'Zu den Schulen',
      'Erwartet sind die Schulen, die an der Erhebung teilnehmen. Wer nicht meldete, fehlt; geschätzt wird nichts.',
    ],
    [
      'Bescheinigung',
      `Wogegen die Freigabe geschützt ist, sagt ihre Bescheinigung: /v1/releases/${table.release.id}/certificate`,
    ],
    ['Was dies nicht ist', NO_STATISTICS],
  ];
  return {
    sheet: 'Hinweise',
    data: lines.map(([name, value]) => [
      { value: name, type: String, height: heightOf([value, TEXT]), ...HEAD },
      { value, type: String, wrap: true, alignVertical: 'top' as const },
    ]),
    columns: [{ width: FACT }, { width: TEXT }],
    stickyColumnsCount: 1,
  };
}

function legendSheet(table: SummaryTable, scheme: Scheme | undefined) {
  const signs = legendOf(cellsIn(table), 'de').map((line): readonly [string, string] => {
    const at = line.indexOf(' = ');
    return at < 0 ? ['', line] : [line.slice(0, at), line.slice(at + 3)];
  });
  const benefits = scheme?.benefits ?? [];
  return {
    sheet: 'Legende',
    data: [
      ['Zeichen oder Code', 'Bedeutung', 'Rechtsgrundlage'].map(head),
      ...[
        ...signs.map(([sign, meaning]) => [sign, meaning, '']),
        ...benefits.map(({ code, label, norm }) => [code, label.de, norm]),
      ].map((line) =>
        line.map((value, at): Cell => ({
          value,
          type: String,
          wrap: true,
          alignVertical: 'top',
          ...(at === 0 && {
            height: heightOf(...line.map((one, column) => [one, LEGEND[column] ?? TEXT] as const)),
          }),
        })),
      ),
    ],
    columns: LEGEND.map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

/** A row is as high as its longest text needs; some programs do not find that out by themselves. */
const heightOf = (...texts: readonly (readonly [text: string, width: number])[]): number =>
  LINE_HEIGHT * Math.max(...texts.map(([text, width]) => Math.ceil((text.length * 1.1) / width) || 1));
