/** The components of the SDMX data structure, listed once: the header of the CSV and the structure message both follow from them. */
import { NOT_ITEMISED, REPORTED_TOTAL } from '../tables/table-columns.ts';
import { frequencyOf, periodKey } from '../rules/period.ts';
import type { Scheme } from '../rules/scheme.ts';
import { columnsIn, type SummaryCell, type SummaryRow, type SummaryTable } from './summary-table.ts';

export const AGENCY = 'KANON';

interface Named {
  readonly de: string;
  readonly en: string;
}

export interface Code {
  /** Letters, digits, `_`, `@`, `$` and `-` (SDMX 3.1, section 6, 4.2). */
  readonly id: string;
  readonly name: Named;
}

/** What a line is about. */
export interface Observation {
  readonly table: SummaryTable;
  readonly row: SummaryRow;
  readonly measure: 'consultations' | 'pupils';
  readonly column: string;
  readonly cell: SummaryCell;
  readonly codes: SchoolTypeCodes;
}

export type SchoolTypeCodes = ReadonlyMap<string | null, Code>;

export interface Component {
  readonly id: string;
  readonly kind: 'dimension' | 'time' | 'measure' | 'attribute';
  readonly name: Named;
  /** Values that it takes, in this table; undefined where it is not coded. */
  readonly codes?: (table: SummaryTable, scheme: Scheme | undefined) => readonly Code[];
  readonly dataType?: 'Integer' | 'String' | 'DateTime' | 'ObservationalTimePeriod';
  /** Of an attribute: the dimensions that it belongs to; undefined is the observation, none the whole data set. */
  readonly of?: readonly string[];
  readonly value: (of: Observation) => string | number | null;
}

const FREQUENCIES = {
  quarter: { id: 'Q', name: { de: 'vierteljährlich', en: 'Quarterly' } },
  'half-year': { id: 'S', name: { de: 'halbjährlich', en: 'Half-yearly, semester' } },
  year: { id: 'A', name: { de: 'jährlich', en: 'Annual' } },
} as const;

const MEASURES = {
  consultations: { id: 'CONSULTATIONS', name: { de: 'Beratungen', en: 'Consultations' } },
  pupils: { id: 'PUPILS', name: { de: 'Schülerinnen und Schüler', en: 'Distinct pupils' } },
} as const;

const SUMS: readonly Code[] = [
  { id: NOT_ITEMISED, name: { de: 'nicht aufgeteilt', en: 'Reported for several benefits together' } },
  { id: REPORTED_TOTAL, name: { de: 'gemeldet insgesamt', en: 'Reported in total' } },
];

/** Codes of CL_OBS_STATUS 2.2 of SDMX that occur here. */
const OBS_STATUS = {
  open: { id: 'A', name: { de: 'gewöhnlicher Wert', en: 'Normal value' } },
  hidden: { id: 'Q', name: { de: 'geheim gehalten', en: 'Missing value; suppressed' } },
  pending: { id: 'O', name: { de: 'noch nicht da', en: 'Missing value' } },
} as const;

/**
 * Codes of CL_CONF_STATUS 1.2 of SDMX that occur here. The list has codes for primary and for secondary confidentiality
 * apart; whoever learns which cell is primary can reckon with its rule, so both are C.
 */
const CONF_STATUS = {
  free: { id: 'F', name: { de: 'frei', en: 'Free (free for publication)' } },
  confidential: { id: 'C', name: { de: 'vertraulich', en: 'Confidential statistical information' } },
} as const;

const ALL_TYPES: Code = { id: '_T', name: { de: 'alle Schulformen', en: 'All school types' } };

const both = (name: string): Named => ({ de: name, en: name });

const frequency = ({ period }: SummaryTable): Code => FREQUENCIES[frequencyOf(periodKey(period))];

/** Dimensions first, then measures, then attributes, as SDMX-CSV asks for. */
export const COMPONENTS: readonly Component[] = [
  {
    ...{ id: 'FREQ', kind: 'dimension', name: { de: 'Häufigkeit', en: 'Frequency' } },
    codes: (table) => [frequency(table)],
    value: ({ table }) => frequency(table).id,
  },
  {
    ...{ id: 'REF_AREA', kind: 'dimension', name: { de: 'Region', en: 'Region' } },
    codes: ({ rows }) =>
      [...new Map(rows.map(({ region, name }) => [region, name]))].map(([id, name]) => ({
        id,
        name: both(name),
      })),
    value: ({ row }) => row.region,
  },
  {
    ...{ id: 'SCHOOL_TYPE', kind: 'dimension', name: { de: 'Schulform', en: 'School type' } },
    codes: (table) => [...schoolTypeCodes(table).values()],
    value: ({ row, codes }) => codes.get(row.schoolType)?.id ?? null,
  },
  {
    ...{ id: 'INDICATOR', kind: 'dimension', name: { de: 'Größe', en: 'Indicator' } },
    codes: () => Object.values(MEASURES),
    value: ({ measure }) => MEASURES[measure].id,
  },
  {
    ...{ id: 'BENEFIT', kind: 'dimension', name: { de: 'Leistung', en: 'Benefit' } },
    codes: (table, scheme) => benefitCodes(table, scheme),
    value: ({ column }) => column,
  },
  {
    ...{ id: 'TIME_PERIOD', kind: 'time', name: { de: 'Zeitraum', en: 'Time period' } },
    dataType: 'ObservationalTimePeriod',
    value: ({ table }) => table.period,
  },
  {
    ...{
      id: 'OBS_VALUE',
      kind: 'measure',
      name: { de: 'gemeldet in dieser Spalte allein', en: 'Reported in this column alone' },
    },
    dataType: 'Integer',
    value: ({ cell }) => cell.value,
  },
  {
    ...{ id: 'LOWER_BOUND', kind: 'attribute', name: { de: 'mindestens gemeldet', en: 'Reported at least' } },
    dataType: 'Integer',
    value: ({ cell }) => cell.from,
  },
  {
    ...{ id: 'UPPER_BOUND', kind: 'attribute', name: { de: 'höchstens gemeldet', en: 'Reported at most' } },
    dataType: 'Integer',
    value: ({ cell }) => cell.to,
  },
  {
    ...{ id: 'OBS_STATUS', kind: 'attribute', name: { de: 'Status des Werts', en: 'Observation status' } },
    codes: () => Object.values(OBS_STATUS),
    value: ({ cell }) => OBS_STATUS[cell.status].id,
  },
  {
    ...{ id: 'CONF_STATUS', kind: 'attribute', name: { de: 'Geheimhaltung', en: 'Confidentiality status' } },
    codes: () => Object.values(CONF_STATUS),
    value: ({ cell }) => CONF_STATUS[cell.status === 'open' ? 'free' : 'confidential'].id,
  },
  ofRow('SCHOOLS_EXPECTED', { de: 'Schulen erwartet', en: 'Schools expected' }, ({ expected }) => expected),
  ofRow(
    'SCHOOLS_REPORTED',
    { de: 'Schulen gemeldet', en: 'Schools that reported' },
    ({ reported }) => reported,
  ),
  ofRow(
    'SCHOOLS_WITHHOLDING',
    { de: 'Schulen, die etwas zurückhielten, mindestens', en: 'Schools that withheld something, at least' },
    ({ withholding }) => withholding ?? null,
  ),
  ofRelease('RELEASE', { de: 'Freigabe', en: 'Release' }, 'String', ({ id }) => id),
  ofRelease(
    'RELEASE_VERSION',
    { de: 'Fassung', en: 'Version of the release' },
    'Integer',
    ({ version }) => version,
  ),
  ofRelease(
    'RELEASED_AT',
    { de: 'freigegeben am', en: 'Released at' },
    'DateTime',
    ({ releasedAt }) => releasedAt,
  ),
  ofRelease('POLICY', { de: 'Regeln der Geheimhaltung', en: 'Policy' }, 'Integer', ({ policy }) => policy),
];

function ofRow(id: string, name: Named, value: (schools: SummaryRow['schools']) => number | null): Component {
  return {
    ...{ id, kind: 'attribute', name, dataType: 'Integer', of: ['REF_AREA', 'SCHOOL_TYPE', 'TIME_PERIOD'] },
    value: ({ row }) => value(row.schools),
  };
}

function ofRelease(
  id: string,
  name: Named,
  dataType: 'Integer' | 'String' | 'DateTime',
  value: (release: SummaryTable['release']) => string | number,
): Component {
  return { ...{ id, kind: 'attribute', name, dataType, of: [] }, value: ({ table }) => value(table.release) };
}

function benefitCodes(table: SummaryTable, scheme: Scheme | undefined): readonly Code[] {
  const labels = new Map(scheme?.benefits.map(({ code, label }) => [code, label]));
  return columnsIn(table, 'consultations').map(
    (column) =>
      SUMS.find(({ id }) => id === column) ?? { id: column, name: labels.get(column) ?? both(column) },
  );
}

/**
 * A code for each school type of the table, made of its name in the letters that SDMX allows; the whole name stands in the
 * code list. Of two that would be alike the later one bears a number.
 */
export function schoolTypeCodes({ rows }: SummaryTable): SchoolTypeCodes {
  const codes = new Map<string | null, Code>();
  const taken = new Set<string>();
  for (const { schoolType } of rows) {
    if (codes.has(schoolType)) continue;
    const plain = schoolType === null ? ALL_TYPES.id : plainOf(schoolType);
    let id = plain;
    for (let more = 2; taken.has(id); more += 1) id = `${plain}_${more}`;
    taken.add(id);
    codes.set(schoolType, schoolType === null ? ALL_TYPES : { id, name: both(schoolType) });
  }
  return codes;
}

const LETTERS: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', ß: 'SS' };

const plainOf = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[ÄÖÜß]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** `BUT_COUNSELLING` and `1.0.0` of `but-counselling/1`. */
export function artefactOf({ release }: SummaryTable): { readonly id: string; readonly version: string } {
  const [code = '', version = ''] = release.scheme.split('/');
  return { id: code.toUpperCase().replaceAll('-', '_'), version: `${version}.0.0` };
}
