/** What the screen of figures shows, as the address says it: every view is a link. A purpose stands in no address: it is said anew. */
import { parsePeriodKey } from '../../rules/period.ts';
import { levelOf, parseRegionKey } from '../../rules/region.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { REPORTED_TOTAL } from '../../tables/table-columns.ts';

export const VIEWS = ['map', 'table', 'bars', 'line'] as const;
export type View = (typeof VIEWS)[number];
export type Level = 'state' | 'district' | 'county';

export interface Choice {
  readonly region: string;
  /** Undefined where the newest released one is meant. */
  readonly period: string | undefined;
  /** Of the release; undefined where the newest is meant. */
  readonly version?: number | undefined;
  /** Whose rows are shown. */
  readonly level: Level;
  readonly by: 'benefit' | 'school-type';
  /** Code of a benefit, or REPORTED_TOTAL. */
  readonly column: string;
  readonly view: View;
}

export const PURPOSES = ['GRANT_REVIEW', 'PLANNING', 'STATISTICS', 'AUDIT', 'FEEDBACK'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The purpose that a role has by itself; the others choose one, and none is chosen for them. */
export const purposeOfRole = (role: string): Purpose | undefined =>
  role === 'reporter' ? 'FEEDBACK' : role === 'coordinator' ? 'GRANT_REVIEW' : undefined;

/** Whether a role sees the parts of a region, not only its own row. home  region of the account */
export function seesParts(role: string, region: string, home = ''): boolean {
  if (role === 'state' || role === 'disclosure-officer') return true;
  return role === 'district' && region.startsWith(home);
}

const PARTS: Readonly<Record<Level, Level>> = { state: 'district', district: 'county', county: 'county' };

/** The parts of a region that are shown unless the address says others. */
export function usualLevel(region: string): Level {
  const level = parseRegionKey(region) ? levelOf(region as never) : 'state';
  return level === 'municipality' ? 'county' : PARTS[level];
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

/** The largest number that the service takes. */
const MOST_VERSIONS = 999_999;

const DIGITS: Readonly<Record<Level, number>> = { state: 2, district: 3, county: 5 };

/** Reads an address; what it does not say, or says wrongly, is as usual. home  region of the account */
export function readChoice(search: URLSearchParams, home: string): Choice {
  const region = parseRegionKey(search.get('region') ?? '') ?? home;
  const by = oneOf(['benefit', 'school-type'] as const, search.get('by')) ?? 'benefit';
  const asked = oneOf(['state', 'district', 'county'] as const, search.get('level'));
  // A part is never larger than the whole.
  const level = asked && DIGITS[asked] >= region.length ? asked : usualLevel(region);
  const column = search.get('benefit') ?? '';
  return {
    region,
    period: parsePeriodKey(search.get('period') ?? ''),
    version: parseWholeNumber(search.get('version') ?? '', 1, MOST_VERSIONS),
    level,
    by,
    column: /^[A-Z][A-Z_]{2,29}$/.test(column) ? column : REPORTED_TOTAL,
    view: oneOf(VIEWS, search.get('view')) ?? 'map',
  };
}

/** The address of a choice, with only what is not as usual. */
export function writeChoice(choice: Choice, home: string): string {
  const search = new URLSearchParams();
  if (choice.region !== home) search.set('region', choice.region);
  if (choice.period !== undefined) search.set('period', choice.period);
  if (choice.version !== undefined) search.set('version', String(choice.version));
  if (choice.level !== usualLevel(choice.region)) search.set('level', choice.level);
  if (choice.by !== 'benefit') search.set('by', choice.by);
  if (choice.column !== REPORTED_TOTAL) search.set('benefit', choice.column);
  if (choice.view !== 'map') search.set('view', choice.view);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
