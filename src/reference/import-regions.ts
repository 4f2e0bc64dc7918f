/** A list of municipalities and counties: from bytes to entries, and from entries to the rows that are to be stored. */
import { type RegionKey, levelOf, regionAt } from '../rules/region.ts';
import { COUNTY, MUNICIPALITY } from './import-columns.ts';
import type { Fault } from './import-faults.ts';
import { parseCounty, parseMunicipality } from './import-keys.ts';
import {
  HISTORY_COLUMNS,
  type List,
  type Listed,
  type Succession,
  type Validity,
  readLines,
} from './import-lines.ts';
import { type Settled, type SettledRow, settleHistory } from './import-settled.ts';
import { readTable } from './import-table.ts';
import type { RegionRow } from './reference.store.ts';

export interface ListedRegion extends Validity, Succession<RegionKey> {
  readonly key: RegionKey;
  readonly name: string;
  /** Official kind, such as `Stadt`. */
  readonly kind: string;
}

const COLUMNS = {
  needed: [MUNICIPALITY, { name: 'name', also: ['bezeichnung', 'gemeindename'] }, { name: 'typ' }],
  optional: [COUNTY, ...HISTORY_COLUMNS],
};

const parseListed = (text: string): RegionKey | undefined => parseMunicipality(text) ?? parseCounty(text);

/** Entries and faults of a list of municipalities, and of counties by keys of five digits; see `readTable`. */
export function readRegions(bytes: Uint8Array): List<ListedRegion> {
  const list = readLines(readTable(bytes, COLUMNS), 'ags', (cells) => {
    const key = cells.key('ags', parseListed, 'municipality-key');
    const county = cells.optionalKey('kreis_key', parseCounty, 'county-key');
    if (key && county && regionAt(key, 'county') !== county) cells.refuse('county-differs', 'kreis_key');
    const isCounty = key !== '' && levelOf(key) === 'county';
    const entry = {
      key,
      name: cells.text('name'),
      kind: cells.text('typ'),
      ...cells.validity(),
      successors: isCounty
        ? cells.successors(parseCounty, 'county-key')
        : cells.successors(parseMunicipality, 'municipality-key'),
    };
    return { key, entry };
  });
  const counties = list.entries
    .filter(({ entry }) => levelOf(entry.key) === 'county')
    .map(({ line }) => line);
  return counties.length === 0
    ? list
    : { ...list, notes: [...list.notes, { note: 'counties', lines: counties }] };
}

/**
 * The rows as they shall be, counties first. What the list does not say of validity and successors stays as it is known;
 * a new municipality is as old as its county, a new county as its district, which must be known. Regions of other Länder
 * are passed over: the directory has all of them.
 */
export function settleRegions(
  { entries }: List<ListedRegion>,
  tenant: string,
  known: ReadonlyMap<string, RegionRow>,
): Settled<RegionRow> {
  const rows: SettledRow<RegionRow>[] = [];
  const faults: Fault[] = [];
  const own = entries.filter(({ entry }) => entry.key.startsWith(tenant));
  const counties = new Map<string, { readonly validFrom: string }>();
  const settle = ({ line, entry }: Listed<ListedRegion>, parent: RegionKey, since: string): void => {
    const { key, name, kind } = entry;
    const history = settleHistory(line, entry, known.get(key), since);
    if ('rule' in history) faults.push(history);
    else rows.push({ line, row: { key, name, kind, parent, ...history } });
    if (!('rule' in history) && levelOf(key) === 'county') counties.set(key, history);
  };
  for (const listed of own.filter(({ entry }) => levelOf(entry.key) === 'county')) {
    const district = known.get(listed.entry.key.slice(0, 3));
    if (district) settle(listed, district.key, district.validFrom);
    else faults.push({ rule: 'district-unknown', line: listed.line, column: 'ags' });
  }
  for (const listed of own.filter(({ entry }) => levelOf(entry.key) === 'municipality')) {
    const county = regionAt(listed.entry.key, 'county');
    const parent = county && (counties.get(county) ?? known.get(county));
    if (parent) settle(listed, county, parent.validFrom);
    else faults.push({ rule: 'county-unknown', line: listed.line, column: 'ags' });
  }
  return { rows, faults, ignored: entries.length - own.length, withoutMunicipality: 0 };
}
