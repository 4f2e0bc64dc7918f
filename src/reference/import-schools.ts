/** A list of schools: from bytes to entries, and from entries to the rows that are to be stored. */
import { type RegionKey, levelOf, regionAt } from '../rules/region.ts';
import { type SchoolNumber, parseSchoolNumber } from '../rules/school.ts';
import {
  COUNTY,
  MUNICIPALITY,
  NAME_GOES_ON,
  PUBLISHED_SIGN,
  ROLL,
  SCHOOL_NAME,
  SCHOOL_NUMBER,
  SCHOOL_TYPE,
} from './import-columns.ts';
import type { Fault } from './import-faults.ts';
import { parseCounty, parseMunicipality } from './import-keys.ts';
import {
  type Cells,
  HISTORY_COLUMNS,
  type List,
  type Succession,
  type Validity,
  readLines,
} from './import-lines.ts';
import { type Settled, type SettledRow, settleHistory } from './import-settled.ts';
import { type Table, readTable } from './import-table.ts';
import type { SchoolEntry } from './reference.store.ts';
import { schoolType } from './school-types.ts';

export interface ListedSchool extends Validity, Succession<SchoolNumber> {
  readonly number: SchoolNumber;
  readonly name: string;
  readonly type: string;
  readonly municipality: RegionKey | null;
  readonly county: RegionKey;
  /** Undefined where the list has no such column. */
  readonly roll: number | null | undefined;
}

/** Our own form. */
const COLUMNS = {
  needed: [SCHOOL_NUMBER, SCHOOL_TYPE, SCHOOL_NAME, MUNICIPALITY, COUNTY, ROLL],
  optional: [PUBLISHED_SIGN, ...NAME_GOES_ON, ...HISTORY_COLUMNS],
};
/** The ministry's list as it is published. */
const PUBLISHED = {
  needed: [SCHOOL_NUMBER, SCHOOL_TYPE, SCHOOL_NAME, MUNICIPALITY, PUBLISHED_SIGN],
  optional: [COUNTY, ROLL, ...NAME_GOES_ON, ...HISTORY_COLUMNS],
};
/** Key of a school that is dissolved, in the ministry's list. */
const DISSOLVED = '3';

/** The published directories name no founding dates: such a school counts as open in every period so far. */
const SINCE_EVER = '1900-01-01';

/**
 * Entries and faults of a list of schools, in our form or as the ministry publishes it; see `readTable`. One of ags and
 * kreis_key may be empty. Lines of dissolved schools and of offices are left out and told.
 */
export function readSchools(bytes: Uint8Array): List<ListedSchool> {
  return readLines(schoolTable(bytes), 'schulnummer', (cells) => {
    if (cells.plain(PUBLISHED_SIGN.name) === DISSOLVED) return 'dissolved';
    const found = schoolType(cells.plain('schulform'));
    if (found === 'no-school') return 'no-school';
    const key = cells.key('schulnummer', parseSchoolNumber, 'school-number');
    if (found === 'zero-lost') cells.refuse('zero-lost', 'schulform');
    else if (found === 'unknown-key') cells.refuse('school-type-unknown', 'schulform');
    else cells.text('schulform');
    const entry = {
      number: key,
      name: cells.text('bezeichnung', ...NAME_GOES_ON.map(({ name }) => name)),
      type: typeof found === 'object' ? found.type : '',
      ...placeOf(cells),
      roll: cells.has(ROLL.name) ? cells.roll(ROLL.name) : undefined,
      ...cells.validity(),
      successors: cells.successors(parseSchoolNumber, 'school-number'),
    };
    return { key, entry };
  });
}

/** Our own form, and where that is not what it is, the published one. */
function schoolTable(bytes: Uint8Array): Table {
  const own = readTable(bytes, COLUMNS);
  if (own.faults.every(({ rule }) => rule !== 'columns')) return own;
  const published = readTable(bytes, PUBLISHED);
  if (published.faults.some(({ rule }) => rule === 'columns')) return own;
  const noRoll = published.rows.some(({ cells }) => !cells.has(ROLL.name));
  return noRoll ? { ...published, notes: [...published.notes, { note: 'no-roll', lines: [] }] } : published;
}

/** Municipality and county; the key of a municipality may be that of a county alone, and tells the county too. */
function placeOf(cells: Cells): Pick<ListedSchool, 'municipality' | 'county'> {
  const key = cells.optionalKey('ags', parseListed, 'municipality-key');
  const within = key === null ? undefined : regionAt(key, 'county');
  const county =
    key === null
      ? cells.key('kreis_key', parseCounty, 'county-key')
      : (cells.optionalKey('kreis_key', parseCounty, 'county-key') ?? within ?? key);
  if (within && county && within !== county) cells.refuse('county-differs', 'kreis_key');
  return { municipality: key && levelOf(key) === 'municipality' ? key : null, county };
}

const parseListed = (text: string): RegionKey | undefined => parseMunicipality(text) ?? parseCounty(text);

/**
 * The rows as they shall be: a school lies in its municipality where that is known, else in its county. What the
 * list does not say of roll, validity and successors stays as it is known. Schools of other Länder are passed over.
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
    const { number, name, type, municipality, county } = entry;
    const history = settleHistory(line, entry, known.get(number), SINCE_EVER);
    if (!regions.has(county)) faults.push({ rule: 'county-unknown', line, column: 'kreis_key' });
    if ('rule' in history) faults.push(history);
    if (!regions.has(county) || 'rule' in history) continue;
    const roll = entry.roll === undefined ? (known.get(number)?.roll ?? null) : entry.roll;
    const region = municipality && regions.has(municipality) ? municipality : county;
    rows.push({ line, row: { number, name, type, region, roll, ...history } });
  }
  const withoutMunicipality = rows.filter(({ row }) => levelOf(row.region) === 'county').length;
  return { rows, faults, ignored: entries.length - own.length, withoutMunicipality };
}
