/** A list of municipalities: from bytes to entries, and from entries to the rows that are to be stored. */
import { type RegionKey, levelOf, parseRegionKey, regionAt } from '../rules/region.ts';
import type { Fault } from './import-faults.ts';
import { HISTORY_COLUMNS, type List, type Succession, type Validity, readLines } from './import-lines.ts';
import { type Settled, type SettledRow, settleHistory } from './import-settled.ts';
import { readTable } from './import-table.ts';
import type { RegionRow } from './reference.store.ts';

export interface ListedRegion extends Validity, Succession<RegionKey> {
  readonly key: RegionKey;
  readonly name: string;
  /** Official kind, such as `Stadt`. */
  readonly kind: string;
}

const COLUMNS = { needed: ['ags', 'name', 'typ'], optional: ['kreis_key', ...HISTORY_COLUMNS] };

/** The municipality that the text spells, or undefined where it spells none. */
export function parseMunicipality(text: string): RegionKey | undefined {
  const key = parseRegionKey(text);
  return key && levelOf(key) === 'municipality' ? key : undefined;
}

/** The county that the text spells, or undefined where it spells none. */
export function parseCounty(text: string): RegionKey | undefined {
  const key = parseRegionKey(text);
  return key && levelOf(key) === 'county' ? key : undefined;
}

/** Entries and faults of a list of municipalities; see `readTable` for its form. */
export function readRegions(bytes: Uint8Array): List<ListedRegion> {
  return readLines(readTable(bytes, COLUMNS), 'ags', (cells) => {
    const key = cells.key('ags', parseMunicipality, 'municipality-key');
    const county = cells.optionalKey('kreis_key', parseCounty, 'county-key');
    if (key && county && regionAt(key, 'county') !== county) cells.refuse('county-differs', 'kreis_key');
    return {
      key,
      name: cells.text('name'),
      kind: cells.text('typ'),
      ...cells.validity(),
      successors: cells.successors(parseMunicipality, 'municipality-key'),
    };
  });
}

/**
 * The rows as they shall be. What the list does not say of validity and successors stays as it is known; a new
 * municipality is as old as its county. Municipalities of other Länder are passed over: the directory has all of them.
 */
export function settleRegions(
  { entries }: List<ListedRegion>,
  tenant: string,
  known: ReadonlyMap<string, RegionRow>,
): Settled<RegionRow> {
  const rows: SettledRow<RegionRow>[] = [];
  const faults: Fault[] = [];
  const own = entries.filter(({ entry }) => entry.key.startsWith(tenant));
  for (const { line, entry } of own) {
    const { key, name, kind } = entry;
    const county = known.get(key.slice(0, 5));
    if (!county) {
      faults.push({ rule: 'county-unknown', line, column: 'ags' });
      continue;
    }
    const history = settleHistory(line, entry, known.get(key), county.validFrom);
    if ('rule' in history) faults.push(history);
    else rows.push({ line, row: { key, name, kind, parent: county.key, ...history } });
  }
  return { rows, faults, ignored: entries.length - own.length, withoutMunicipality: 0 };
}
