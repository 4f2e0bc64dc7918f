/** A summary as CSV: one line a cell for programs, one line a region for people. */
import { type CsvCell, csv } from '../foundation/http/csv.ts';
import type { Scheme } from '../rules/scheme.ts';
import { legendOf } from '../tables/marks.ts';
import { ABOUT_NUMBERS, isExact, leastOf, mostOf, titlesOf } from '../formats/german.ts';
import type { SummaryBody, SummaryCellBody, SummaryRowBody } from './release.dto.ts';

const PLAIN = [
  ...['region', 'name', 'school_type', 'measure', 'column', 'value', 'from', 'to', 'status'],
  ...['schools_expected', 'schools_reported', 'pending'],
];

/** Plain: region, name, school_type, measure, column, value, from, to, status, schools_expected, schools_reported, pending. */
export function plainCsv(summary: SummaryBody): Buffer {
  const lines = summary.rows.flatMap((row) =>
    (['consultations', 'pupils'] as const).flatMap((measure) =>
      Object.entries(row[measure]).map(([column, { value, from, to, status }]): CsvCell[] => [
        row.region,
        row.name,
        row.schoolType,
        measure,
        column,
        value,
        from,
        to,
        status,
        row.schools.expected,
        row.schools.reported,
        row.pending,
      ]),
    ),
  );
  return csv('csv', PLAIN, lines);
}

/**
 * German: labels of the scheme, and the signs of German official statistics. Every line stands for itself and is
 * as long as the header, so that the table can be sorted, filtered and put below another one: release and legend
 * are columns. A key stands before its name, as Excel would take the 0 off a key alone.
 */
export function germanCsv(summary: SummaryBody, scheme: Scheme): Buffer {
  const [first] = summary.rows;
  const nameOf = titlesOf(scheme);
  const header = [
    'Region',
    'Schulform',
    'Schulen erwartet',
    'Schulen gemeldet',
    ...Object.keys(first?.consultations ?? {}).flatMap((column) => {
      const title = `Beratungen: ${nameOf(column)}`;
      return isExact(column) ? [title] : [title, `${title}, höchstens`];
    }),
    ...Object.keys(first?.pupils ?? {}).map((column) => `Schülerinnen und Schüler: ${nameOf(column)}`),
    'Zeitraum',
    'Fassung',
    'Freigabe',
    'Zeichenerklärung',
  ];
  const cells = summary.rows.flatMap((row) =>
    [row.consultations, row.pupils].flatMap(Object.values<SummaryCellBody>),
  );
  const { release } = summary;
  const about = [
    release.period,
    release.version,
    release.id,
    [ABOUT_NUMBERS, ...legendOf(cells, 'de')].join(' | '),
  ];
  return csv(
    'csv-de',
    header,
    summary.rows.map((row) => [...germanLine(row), ...about]),
  );
}

const germanLine = (row: SummaryRowBody): CsvCell[] => [
  `${row.region} ${row.name}`,
  row.schoolType,
  row.schools.expected,
  row.schools.reported,
  ...Object.entries(row.consultations).flatMap(([column, cell]) =>
    isExact(column) ? [leastOf(cell)] : [leastOf(cell), mostOf(cell)],
  ),
  ...Object.values(row.pupils).map(leastOf),
];
