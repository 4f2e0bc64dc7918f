/** Released outcomes as CSV: one line a cell for programs, one line a row for people. */
import { type CsvCell, csv } from '../foundation/http/csv.ts';
import { NOT_LINKED } from '../rules/outcome.ts';
import type { OutcomeScheme } from '../rules/scheme.ts';
import { inWords } from '../tables/marks.ts';
import { outcomeLegend } from '../tables/outcome-legend.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../tables/table-columns.ts';
import type { OutcomeCellBody, OutcomeRowBody, OutcomesOfRegionBody } from './outcome-release.dto.ts';

const PLAIN = [
  ...['region', 'name', 'body', 'measure', 'column', 'value', 'from', 'to', 'status'],
  ...['bodies_expected', 'bodies_reported', 'bodies_in_gap'],
];

/** Plain: region, name, body, measure, column, value, from, to, status, bodies_expected, bodies_reported, bodies_in_gap. */
export const plainOutcomesCsv = ({ rows }: OutcomesOfRegionBody): Buffer =>
  csv(
    'csv',
    PLAIN,
    rows.flatMap((row) =>
      (['grants', 'children'] as const).flatMap((measure) =>
        Object.entries(row[measure]).map(([column, { value, from, to, status }]): CsvCell[] => [
          ...[row.region, row.name, row.body, measure, column, value, from, to, status],
          ...[row.bodies.expected, row.bodies.reported, row.bodies.inGap],
        ]),
      ),
    ),
  );

const TITLES: Readonly<Record<string, string>> = {
  [NOT_ITEMISED]: 'nicht aufgeteilt',
  [REPORTED_TOTAL]: 'gemeldet insgesamt',
};

/** These have one number: what was reported. */
const isExact = (column: string): boolean => column in TITLES;

/** German: as the CSV of a summary, with release and legend as columns; a key stands before its name, as Excel would take its 0. */
export function germanOutcomesCsv({ rows, release }: OutcomesOfRegionBody, scheme: OutcomeScheme): Buffer {
  const [first] = rows;
  const label = new Map([...scheme.benefits, ...scheme.bodies].map(({ code, label: { de } }) => [code, de]));
  const nameOf = (column: string): string => TITLES[column] ?? label.get(column) ?? column;
  const header = [
    ...['Region', 'Träger', 'Meldungen möglich', 'mit Zahlen', 'mit Begründung ohne Zahlen'],
    ...Object.keys(first?.grants ?? {}).flatMap((column) => {
      const title = `Bewilligungen: ${nameOf(column)}`;
      return isExact(column) ? [title] : [title, `${title}, höchstens`];
    }),
    ...Object.keys(first?.children ?? {}).map((column) => `Kinder mit Bewilligung: ${nameOf(column)}`),
    ...['Zeitraum', 'Fassung', 'Freigabe', 'Zeichenerklärung'],
  ];
  const cells = rows.flatMap((row) => [row.grants, row.children].flatMap(Object.values<OutcomeCellBody>));
  const legend = [ABOUT_NUMBERS, ...outcomeLegend(cells, 'de'), NOT_LINKED.de].join(' | ');
  const about = [release.period, release.version, release.id, legend];
  return csv(
    'csv-de',
    header,
    rows.map((row) => [...germanLine(row, nameOf), ...about]),
  );
}

/** Says why a number and a range are no contradiction. */
const ABOUT_NUMBERS =
  'Eine Zahl unter einer Leistung wurde für sie allein gemeldet und ist damit das Mindeste. „höchstens“ zählt mit, was die Zeile „nicht aufgeteilt“ hat.';

const germanLine = (row: OutcomeRowBody, nameOf: (code: string) => string): CsvCell[] => [
  `${row.region} ${row.name}`,
  row.body === null ? 'alle zusammen' : nameOf(row.body),
  ...[row.bodies.expected, row.bodies.reported, row.bodies.inGap],
  ...Object.entries(row.grants).flatMap(([column, cell]) =>
    isExact(column) ? [leastOf(cell)] : [leastOf(cell), mostOf(cell)],
  ),
  ...Object.values(row.children).map(leastOf),
];

/** A number that a spreadsheet can add; but no 0 that is not certain. */
const leastOf = (cell: OutcomeCellBody): CsvCell =>
  cell.from !== null && cell.from > 0 ? cell.from : inWords(cell, 'de');

const mostOf = ({ status, to }: OutcomeCellBody): CsvCell => inWords({ status, from: to, to }, 'de');
