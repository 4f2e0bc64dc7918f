/** Official region keys: one string whose beginning says where it lies. */

/** Official key cut at state (2 digits), district (3), county (5) or municipality (8). */
export type RegionKey = string & { readonly is: 'RegionKey' };

export const REGION_LEVELS = ['state', 'district', 'county', 'municipality'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

const LEVEL_OF_LENGTH: Readonly<Record<number, RegionLevel>> = {
  2: 'state',
  3: 'district',
  5: 'county',
  8: 'municipality',
};

/** The key that the text spells, or undefined where it is none. */
export const parseRegionKey = (text: string): RegionKey | undefined =>
  /^(\d{2}|\d{3}|\d{5}|\d{8})$/.test(text) ? (text as RegionKey) : undefined;

/** The key that a text of ours spells. Throws RangeError where it spells none. */
export function regionKey(text: string): RegionKey {
  const key = parseRegionKey(text);
  if (key === undefined) throw new RangeError('This text spells no region key.');
  return key;
}

/** Every region lies within itself. */
export const isWithin = (inner: RegionKey, outer: RegionKey): boolean => inner.startsWith(outer);

/** What kind of region a key names; its length says it. */
export const levelOf = (key: RegionKey): RegionLevel => LEVEL_OF_LENGTH[key.length] ?? 'municipality';

/** The region of the asked level that a key lies in, or undefined where the key is cut too short for it. */
export function regionAt(key: RegionKey, level: RegionLevel): RegionKey | undefined {
  const digits = { state: 2, district: 3, county: 5, municipality: 8 }[level];
  return key.length >= digits ? (key.slice(0, digits) as RegionKey) : undefined;
}
