/** A series as CSV: a line a cell, keys as text of digits, empty where there is nothing to say. */
import { type CsvFormat, csv } from '../foundation/http/csv.ts';
import type { SeriesBody } from './series.dto.ts';

const HEADER = [
  ...['period', 'version', 'region', 'name', 'school_type', 'measure', 'column', 'value', 'from', 'to'],
  ...['status', 'per_1000', 'schools_expected', 'schools_reported', 'pending', 'hidden_anew'],
];
const GERMAN = [
  ...['Zeitraum', 'Fassung', 'Region', 'Schulform', 'Größe', 'Spalte', 'Zahl', 'mindestens', 'höchstens'],
  ...['Status', 'je 1000', 'Schulen erwartet', 'Schulen gemeldet', 'wartet', 'neu geheim'],
];

const WORDS: Readonly<Record<string, string>> = {
  consultations: 'Beratungen',
  pupils: 'Schülerinnen und Schüler',
  open: 'offen',
  hidden: 'geheim',
  pending: 'noch nicht da',
};

export function seriesCsv({ periods, rows }: SeriesBody, format: CsvFormat): Buffer {
  const anew = new Set(
    periods.flatMap(({ release, hiddenAnew }) => hiddenAnew.map((one) => placeOf(release.period, one))),
  );
  const isGerman = format === 'csv-de';
  const said = (word: string): string => (isGerman ? (WORDS[word] ?? word) : word);
  const truth = (is: boolean): string | boolean => (isGerman ? (is ? 'ja' : 'nein') : is);
  return csv(
    format,
    isGerman ? GERMAN : HEADER,
    rows.map((row) => [
      row.period,
      row.version,
      // A key stands before its name, as Excel would take the 0 off a key alone.
      ...(isGerman ? [`${row.region} ${row.name}`] : [row.region, row.name]),
      row.schoolType,
      said(row.measure),
      row.column,
      ...[row.value, row.from, row.to],
      said(row.status),
      isGerman ? (row.per1000?.toFixed(1).replace('.', ',') ?? null) : row.per1000,
      row.schools.expected,
      row.schools.reported,
      truth(row.pending),
      truth(anew.has(placeOf(row.period, row))),
    ]),
  );
}

interface Place {
  readonly region: string;
  readonly schoolType: string | null;
  readonly measure: string;
  readonly column: string;
}

const placeOf = (period: string, { region, schoolType, measure, column }: Place): string =>
  [period, region, schoolType, measure, column].join('\n');
