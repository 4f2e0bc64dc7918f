/** Official keys as lists spell them: with 5, 8 or 12 digits, in groups, or with a nought lost on the way. */
import { type RegionKey, levelOf, parseRegionKey } from '../rules/region.ts';

/** A municipality or a county; `zero-lost` where a nought in front would make it one, undefined where nothing does. */
export function parseRegional(text: string): RegionKey | 'zero-lost' | undefined {
  const digits = text.replaceAll(' ', '');
  if (/^[1-9](?:\d{3}|\d{6}|\d{10})$/.test(digits)) return 'zero-lost';
  const key = parseRegionKey(/^\d{12}$/.test(digits) ? withoutUnion(digits) : digits);
  return key && (levelOf(key) === 'municipality' || levelOf(key) === 'county') ? key : undefined;
}

/** The municipality in a regional key (ARS): Land, district, county; then four digits of a union; then the municipality. */
const withoutUnion = (ars: string): string => `${ars.slice(0, 5)}${ars.slice(9)}`;

/** The municipality that the text spells, or undefined where it spells none. */
export const parseMunicipality = (text: string): RegionKey | undefined =>
  at('municipality', parseRegional(text));

/** The county that the text spells, or undefined where it spells none. */
export const parseCounty = (text: string): RegionKey | undefined => at('county', parseRegional(text));

const at = (
  level: 'municipality' | 'county',
  key: ReturnType<typeof parseRegional>,
): RegionKey | undefined =>
  key !== undefined && key !== 'zero-lost' && levelOf(key) === level ? key : undefined;
