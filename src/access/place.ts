/** Where an act happens: what the rights table judges and the access log names. */
import { problems } from '../foundation/problem.ts';
import { type PeriodKey, parsePeriodKey } from '../rules/period.ts';
import { REGION_LEVELS, type RegionKey, type RegionLevel, levelOf, parseRegionKey } from '../rules/region.ts';
import { type SchoolNumber, parseSchoolNumber } from '../rules/school.ts';
import { PLACE_FORMS } from './forms.ts';

export interface Place {
  readonly region?: RegionKey;
  readonly school?: SchoolNumber;
  readonly period?: PeriodKey;
  readonly level?: RegionLevel;
  readonly by?: string;
}

/** Address and query of a request, as they came: nothing in it is checked yet. */
export type Address = Readonly<Record<string, unknown>>;

/** The whole Land: nothing narrower is asked for. */
export const everywhere = (): Place => ({});

/** Filters of a search, as far as they name a place; the search itself says what is wrong with one that does not. */
export function filtered(at: Address): Place {
  const [region, school, period] = [
    keyOf(parseRegionKey, at['region']),
    keyOf(parseSchoolNumber, at['school']),
    keyOf(parsePeriodKey, at['period']),
  ];
  return { ...(region && { region }), ...(school && { school }), ...(period && { period }) };
}

/** Throws bad-request where the address spells no school or period. */
export const school = (at: Address): Place => ({
  school: known(parseSchoolNumber, at, 'school'),
  period: known(parsePeriodKey, at, 'period'),
});

export const period = (at: Address): Place => ({ period: known(parsePeriodKey, at, 'period') });

/** A region at the level of its rows; without a level, the region's own row. */
export function region(at: Address): Place {
  const key = known(parseRegionKey, at, 'region');
  const asked = levelAsked(at, key);
  return {
    region: key,
    period: known(parsePeriodKey, at, 'period'),
    ...(asked ? { level: asked } : {}),
    ...(at['by'] === 'school-type' || at['by'] === 'benefit' ? { by: at['by'] } : {}),
  };
}

/** A school's report, seen from the region it lies in. */
export const schoolOfRegion = (at: Address): Place => ({ ...region(at), ...school(at) });

/** Rows by school type exist for districts, so that is what a state is asked for by them. */
function levelAsked(at: Address, key: RegionKey): RegionLevel | undefined {
  const named = REGION_LEVELS.find((level) => level === at['level']);
  return named ?? (at['by'] === 'school-type' && levelOf(key) === 'state' ? 'district' : undefined);
}

const keyOf = <T>(parse: (text: string) => T | undefined, text: unknown): T | undefined =>
  typeof text === 'string' ? parse(text) : undefined;

/** The same sentence as the pipe's, which comes later: the gate asks first. */
function known<T>(parse: (text: string) => T | undefined, at: Address, name: keyof typeof PLACE_FORMS): T {
  const value = keyOf(parse, at[name]);
  if (value !== undefined) return value;
  const { de, en } = PLACE_FORMS[name];
  throw problems.badRequest([{ rule: name, pointer: `/${name}`, reason: { de: `${de}.`, en: `${en}.` } }]);
}
