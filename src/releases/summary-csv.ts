/** A summary as CSV: one line a cell for programs, one line a region for people. */
import { type CsvCell, csv } from '../foundation/http/csv.ts';
import type { Scheme } from '../rules/scheme.ts';
import type { SummaryBody, SummaryCellBody, SummaryRowBody } from './release.dto.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from './table-columns.ts';

/** Stands in a German table where a number is hidden, as in official statistics. */
const HIDDEN = 'x';

/** Plain: region, name, school_type, measure, column, value, status, schools_expected, schools_reported, pending. */
export function plainCsv(summary: SummaryBody): Buffer {
  const header = ['region', 'name', 'school_type', 'measure', 'column', 'value', 'status'];
  const lines = summary.rows.flatMap((row) =>
    (['consultations', 'pupils'] as const).flatMap((measure) =>
      Object.entries(row[measure]).map(([column, { value, status }]): CsvCell[] => [
        row.region,
        row.name,
        row.schoolType,
        measure,
        column,
        value,
        status,
        row.schools.expected,
        row.schools.reported,
        row.pending,
      ]),
    ),
  );
  return csv('csv', [...header, 'schools_expected', 'schools_reported', 'pending'], lines);
}

/** German: labels of the scheme, `x` where hidden, and the legend below. */
export function germanCsv(summary: SummaryBody, scheme: Scheme): Buffer {
  const label = new Map([
    ...scheme.benefits.map(({ code, label }) => [code, label.de] as const),
    [NOT_ITEMISED, 'nicht aufgeteilt'],
    [REPORTED_TOTAL, 'gemeldet insgesamt'],
  ]);
  const [first] = summary.rows;
  const titles = (measure: 'consultations' | 'pupils', word: string): string[] =>
    Object.keys(first?.[measure] ?? {}).map((column) => `${word}: ${label.get(column) ?? column}`);
  const header = [
    'Schlüssel',
    'Region',
    'Schulform',
    'Schulen erwartet',
    'Schulen gemeldet',
    ...titles('consultations', 'Beratungen'),
    ...titles('pupils', 'Schülerinnen und Schüler'),
  ];
  const { release } = summary;
  return csv('csv-de', header, [
    ...summary.rows.map(germanLine),
    [],
    [`${HIDDEN} = aus Gründen der Geheimhaltung nicht veröffentlicht`],
    [`Freigabe ${release.id}, Fassung ${release.version}, Zeitraum ${release.period}`],
  ]);
}

const germanLine = (row: SummaryRowBody): CsvCell[] => [
  row.region,
  row.name,
  row.schoolType,
  row.schools.expected,
  row.schools.reported,
  ...shown(row.consultations),
  ...shown(row.pupils),
];

const shown = (cells: Record<string, SummaryCellBody>): CsvCell[] =>
  Object.values(cells).map(({ value, status }) => (status === 'hidden' ? HIDDEN : value));
