/** Completeness as CSV: names and codes for programs, German words for people. */
import { type CsvCell, type CsvFormat, csv } from '../foundation/http/csv.ts';
import type { Participation } from '../reference/participation.ts';
import { RETURN_REASONS } from './return-reasons.ts';
import type { CountyCounts, SchoolStatus } from './status.store.ts';

const COUNTIES = ['region', 'name', 'expected', 'reported', 'returned', 'missing', 'vacant'] as const;
/** A key stands before its name, as Excel would take the 0 off a key alone. */
const COUNTIES_IN_GERMAN = [
  'Region',
  'Schulen erwartet',
  'gemeldet',
  'zurückgegeben',
  'fehlen',
  'davon Stelle nicht besetzt',
];

/** How many schools of how many, a line a county. */
export const countiesCsv = (format: CsvFormat, counties: readonly CountyCounts[]): Buffer =>
  format === 'csv'
    ? csv(
        format,
        COUNTIES,
        counties.map((row) => COUNTIES.map((column) => row[column])),
      )
    : csv(
        format,
        COUNTIES_IN_GERMAN,
        counties.map(({ region, name, expected, reported, returned, missing, vacant }) => [
          `${region} ${name}`,
          ...[expected, reported, returned, missing, vacant],
        ]),
      );

const SCHOOLS = [
  ...['school', 'name', 'type', 'region', 'status', 'reported_at', 'return_reason', 'participation'],
];
const SCHOOLS_IN_GERMAN = [
  ...[
    'Schulnummer',
    'Schule',
    'Schulform',
    'Kreis',
    'Stand',
    'gemeldet am',
    'Grund der Rückgabe',
    'Teilnahme',
  ],
];

/** A line a school; in German also the reminder list, so it has words where the other has codes. */
export const schoolsCsv = (format: CsvFormat, schools: readonly SchoolStatus[]): Buffer =>
  format === 'csv'
    ? csv(
        format,
        SCHOOLS,
        schools.map((row): CsvCell[] => [
          ...[row.school, row.name, row.type, row.region, row.status],
          ...[row.reportedAt?.toISOString() ?? null, row.reason, row.participation],
        ]),
      )
    : csv(
        format,
        SCHOOLS_IN_GERMAN,
        schools.map((row): CsvCell[] => [
          ...[row.school, row.name, row.type, `Kreis ${row.region}`, STATUS_IN_GERMAN[row.status]],
          row.reportedAt === null ? null : BERLIN.format(row.reportedAt),
          row.reason === null ? null : RETURN_REASONS[row.reason].de,
          PARTICIPATION_IN_GERMAN[row.participation],
        ]),
      );

const STATUS_IN_GERMAN: Readonly<Record<SchoolStatus['status'], string>> = {
  reported: 'gemeldet',
  missing: 'fehlt',
  returned: 'zurückgegeben',
};

const PARTICIPATION_IN_GERMAN: Readonly<Record<Participation, string>> = {
  FUNDED: 'gefördert',
  OTHER: 'anders finanziert',
  VACANT: 'Stelle nicht besetzt',
  NONE: 'nimmt nicht teil',
};

const BERLIN = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});
