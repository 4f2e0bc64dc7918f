/** A list of schools: from bytes to entries, and from entries to the rows that are to be stored. */
import { type RegionKey, regionAt } from '../rules/region.ts';
import { type SchoolNumber, parseSchoolNumber } from '../rules/school.ts';
import type { Fault } from './import-faults.ts';
import { type List, type Validity, VALIDITY_COLUMNS, readLines } from './import-lines.ts';
import { parseCounty, parseMunicipality } from './import-regions.ts';
import { type Settled, settleValidity } from './import-settled.ts';
import { readTable } from './import-table.ts';
import type { SchoolRow } from './reference.store.ts';

export interface ListedSchool extends Validity {
  readonly number: SchoolNumber;
  readonly name: string;
  readonly type: string;
  readonly municipality: RegionKey | null;
  readonly county: RegionKey;
  readonly roll: number | null;
}

const COLUMNS = {
  needed: ['schulnummer', 'schulform', 'bezeichnung', 'ags', 'kreis_key', 'schueler_gerundet5'],
  optional: VALIDITY_COLUMNS,
};

/** The published directories name no founding dates: such a school counts as open in every period so far. */
const SINCE_EVER = '1900-01-01';

/** Entries and faults of a list of schools; see `readTable` for its form. One of ags and kreis_key may be empty. */
export function readSchools(bytes: Uint8Array): List<ListedSchool> {
  return readLines(readTable(bytes, COLUMNS), 'schulnummer', (cells) => {
    const number = cells.key('schulnummer', parseSchoolNumber, 'school-number');
    const municipality = cells.optionalKey('ags', parseMunicipality, 'municipality-key');
    const within = municipality && regionAt(municipality, 'county');
    const county = within
      ? (cells.optionalKey('kreis_key', parseCounty, 'county-key') ?? within)
      : cells.key('kreis_key', parseCounty, 'county-key');
    if (within && county && within !== county) cells.refuse('county-differs', 'kreis_key');
    return {
      number,
      name: cells.text('bezeichnung'),
      type: cells.text('schulform'),
      municipality,
      county,
      roll: cells.roll('schueler_gerundet5'),
      ...cells.validity(),
    };
  });
}

/**
 * The rows as they shall be: a school lies in its municipality where that is known, else in its county. A validity
 * that the list does not carry stays as it is known.
 */
export function settleSchools(
  { entries }: List<ListedSchool>,
  regions: ReadonlySet<string>,
  known: ReadonlyMap<string, SchoolRow>,
): Settled<SchoolRow> {
  const rows: SchoolRow[] = [];
  const faults: Fault[] = [];
  for (const { line, entry } of entries) {
    const { number, name, type, municipality, county, roll } = entry;
    const validity = settleValidity(entry, known.get(number), SINCE_EVER);
    if (!regions.has(county)) faults.push({ rule: 'county-unknown', line, column: 'kreis_key' });
    if (!validity) faults.push({ rule: 'date-order', line, column: 'valid_to' });
    if (!regions.has(county) || !validity) continue;
    const region = municipality && regions.has(municipality) ? municipality : county;
    rows.push({ number, name, type, region, roll, ...validity });
  }
  return { rows, faults };
}
