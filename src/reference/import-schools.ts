/** A list of schools: from bytes to entries, and from entries to the rows that are to be stored. */
import { type RegionKey, levelOf, regionAt } from '../rules/region.ts';
import { type SchoolNumber, parseSchoolNumber } from '../rules/school.ts';
import type { Fault } from './import-faults.ts';
import { HISTORY_COLUMNS, type List, type Succession, type Validity, readLines } from './import-lines.ts';
import { parseCounty, parseMunicipality } from './import-regions.ts';
import { type Settled, type SettledRow, settleHistory } from './import-settled.ts';
import { readTable } from './import-table.ts';
import type { SchoolEntry } from './reference.store.ts';

export interface ListedSchool extends Validity, Succession<SchoolNumber> {
  readonly number: SchoolNumber;
  readonly name: string;
  readonly type: string;
  readonly municipality: RegionKey | null;
  readonly county: RegionKey;
  readonly roll: number | null;
}

const COLUMNS = {
  needed: ['schulnummer', 'schulform', 'bezeichnung', 'ags', 'kreis_key', 'schueler_gerundet5'],
  optional: HISTORY_COLUMNS,
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
      successors: cells.successors(parseSchoolNumber, 'school-number'),
    };
  });
}

/**
 * The rows as they shall be: a school lies in its municipality where that is known, else in its county. What the
 * list does not say of validity and successors stays as it is known. Schools of other Länder are passed over.
 */
export function settleSchools(
  { entries }: List<ListedSchool>,
  tenant: string,
  regions: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, SchoolEntry>,
): Settled<SchoolEntry> {
  const rows: SettledRow<SchoolEntry>[] = [];
  const faults: Fault[] = [];
  const own = entries.filter(({ entry }) => entry.county.startsWith(tenant));
  for (const { line, entry } of own) {
    const { number, name, type, municipality, county, roll } = entry;
    const history = settleHistory(line, entry, known.get(number), SINCE_EVER);
    if (!regions.has(county)) faults.push({ rule: 'county-unknown', line, column: 'kreis_key' });
    if ('rule' in history) faults.push(history);
    if (!regions.has(county) || 'rule' in history) continue;
    const region = municipality && regions.has(municipality) ? municipality : county;
    rows.push({ line, row: { number, name, type, region, roll, ...history } });
  }
  const withoutMunicipality = rows.filter(({ row }) => levelOf(row.region) === 'county').length;
  return { rows, faults, ignored: entries.length - own.length, withoutMunicipality };
}
