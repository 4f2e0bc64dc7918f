/** Where an act happens: what the rights table judges and the access log names. */
import { type RegionKey, type RegionLevel, levelOf } from '../rules/region.ts';
import type { Keys } from './forms.ts';

export interface Place extends Partial<Omit<Keys, 'county'>> {
  readonly level?: RegionLevel;
  readonly by?: string;
}

/** What a summary shows of a region. */
interface Rows {
  readonly level?: RegionLevel | undefined;
  /** `school-type`: a row a district and school type; `body`: a row a district and granting body. */
  readonly by?: string | undefined;
}

/** An address as the classes of its handler read it: a key that stands there is one. */
export interface ReadAddress {
  /** Throws bad-request where a part of the path is misspelt. */
  readonly path: () => Partial<Keys>;
  /** Empty where the query is refused: nothing of it is repeated. */
  readonly query: Partial<Keys> & Rows;
}

/** The whole Land: nothing narrower is asked for. */
export const everywhere = (): Place => ({});

/** Filters of a search, as far as they name a place. */
export const filtered = ({ query: { region: where, school: number, period: time } }: ReadAddress): Place => ({
  ...(where && { region: where }),
  ...(number && { school: number }),
  ...(time && { period: time }),
});

export const school = (at: ReadAddress): Place => keysOf(at, 'school', 'period');

/** The school itself, whatever the period. */
export const schoolAlone = (at: ReadAddress): Place => keysOf(at, 'school');

/** A county, where an office hands in; the log names it as the region that it is. */
export function county(at: ReadAddress): Place {
  const { county: region, period } = keysOf(at, 'county', 'period');
  return { region, period };
}

export const period = (at: ReadAddress): Place => keysOf(at, 'period');

/** A region at the level of its rows; without a level, the region's own row. */
export const region = (at: ReadAddress): Place => withRows(at, keysOf(at, 'region', 'period'));

/** The same over several periods. */
export const regionAlone = (at: ReadAddress): Place => withRows(at, keysOf(at, 'region'));

function withRows({ query }: ReadAddress, place: Pick<Keys, 'region'> & Partial<Keys>): Place {
  const level = levelAsked(place.region, query);
  return {
    ...place,
    ...(level ? { level } : {}),
    ...(query.by === 'school-type' || query.by === 'body' || query.by === 'benefit' ? { by: query.by } : {}),
  };
}

/** A school's report, seen from the region it lies in. */
export const schoolOfRegion = (at: ReadAddress): Place => ({ ...region(at), ...school(at) });

/** The level of the rows that are shown: the one asked for, else the region's own. */
export const shownLevel = (key: RegionKey, asked: Rows): RegionLevel =>
  levelAsked(key, asked) ?? levelOf(key);

/** Rows by school type and by body exist for districts, so that is what a state is asked for by them. */
const levelAsked = (key: RegionKey, { level, by }: Rows): RegionLevel | undefined =>
  level ?? ((by === 'school-type' || by === 'body') && levelOf(key) === 'state' ? 'district' : undefined);

/** Keys that the class of the path must have; throws bad-request where one is misspelt. */
function keysOf<Name extends keyof Keys>({ path }: ReadAddress, ...names: readonly Name[]): Pick<Keys, Name> {
  const keys = path();
  const missing = names.find((name) => keys[name] === undefined);
  if (missing !== undefined) throw new TypeError(`the class of the path has no ${missing}`);
  return Object.fromEntries(names.map((name) => [name, keys[name]])) as Pick<Keys, Name>;
}
