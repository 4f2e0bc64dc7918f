/** A list of municipalities: from bytes to entries, and from entries to the rows that are to be stored. */
import { type RegionKey, levelOf, parseRegionKey, regionAt } from '../rules/region.ts';
import type { Fault } from './import-faults.ts';
import { type List, type Validity, VALIDITY_COLUMNS, readLines } from './import-lines.ts';
import { type Settled, settleValidity } from './import-settled.ts';
import { readTable } from './import-table.ts';
import type { RegionRow } from './reference.store.ts';

export interface ListedRegion extends Validity {
  readonly key: RegionKey;
  readonly name: string;
  /** Official kind, such as `Stadt`. */
  readonly kind: string;
}

const COLUMNS = { needed: ['ags', 'name', 'typ'], optional: ['kreis_key', ...VALIDITY_COLUMNS] };

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
    return { key, name: cells.text('name'), kind: cells.text('typ'), ...cells.validity() };
  });
}

/**
 * The rows as they shall be. A validity that the list does not carry stays as it is known; a new municipality
 * is as old as its county.
 */
export function settleRegions(
  { entries }: List<ListedRegion>,
  known: ReadonlyMap<string, RegionRow>,
): Settled<RegionRow> {
  const rows: RegionRow[] = [];
  const faults: Fault[] = [];
  for (const { line, entry } of entries) {
    const county = known.get(entry.key.slice(0, 5));
    if (!county) {
      faults.push({ rule: 'county-unknown', line, column: 'ags' });
      continue;
    }
    const validity = settleValidity(entry, known.get(entry.key), county.validFrom);
    if (!validity) faults.push({ rule: 'date-order', line, column: 'valid_to' });
    else rows.push({ key: entry.key, name: entry.name, kind: entry.kind, parent: county.key, ...validity });
  }
  return { rows, faults };
}
