/** Summaries of invented regions, cut out of a release as the service cuts them; and the numbers that they hide. */
import { releaseBody, rowBody } from '../../src/releases/cut.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';
import type { NamedRow, ReleaseHead } from '../../src/releases/release.store.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { codesOf, schemeId } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { columnsOfRelease } from '../../src/tables/release-row.ts';
import { seeded } from '../../src/demo/simulation.ts';

export const BENEFITS = codesOf(BUT_COUNSELLING_1);
const COLUMNS = columnsOfRelease(BENEFITS);

export interface Invented {
  readonly summary: SummaryBody;
  /** What stands behind each cell without a number. */
  readonly hidden: readonly number[];
}

interface Wanted {
  readonly seed?: number;
  /** Rows of so many counties; 1 is a county's own row. */
  readonly counties?: number;
  readonly schoolTypes?: readonly string[];
  readonly version?: number;
}

/**
 * Hidden numbers are six digits long and no open one is, so that whoever finds one in a file has found it there and not
 * by chance. Every third row has a hidden pool, so that nothing of it has an upper end; the last of several is pending.
 */
export function inventedSummary({ seed = 1, counties = 8, schoolTypes, version = 1 }: Wanted = {}): Invented {
  const rng = seeded(seed);
  const below = (most: number): number => Math.floor(rng() * most);
  const hidden: number[] = [];
  const hide = (): null => {
    hidden.push(100_000 + below(900_000));
    return null;
  };
  const places = schoolTypes
    ? schoolTypes.map((schoolType) => ({ region: '051', name: 'Regierungsbezirk Düsseldorf', schoolType }))
    : Array.from({ length: counties }, (_, at) => ({
        region: `05${111 + at}`,
        name: at === 0 ? 'Düsseldorf, kreisfreie Stadt' : `Erfundener Kreis ${at}`,
        schoolType: '',
      }));
  const rows = places.map((place, at): NamedRow => {
    const pending = places.length > 1 && at === places.length - 1;
    const numberOf = (most: number): number | null =>
      pending || rng() < 0.25 ? hide() : rng() < 0.15 ? 0 : 5 + below(most);
    const consultations = COLUMNS.map(() => numberOf(4000));
    if (at % 3 === 2) consultations[BENEFITS.length] = hide();
    else if (!pending) consultations[BENEFITS.length] = at % 3 === 0 ? 151 : 0;
    return {
      ...place,
      within: 'Regierungsbezirk Düsseldorf',
      region: place.region as RegionKey,
      schoolsExpected: 20 + at,
      schoolsReported: pending ? 2 : 17 + at,
      pending,
      consultations,
      pupils: BENEFITS.map(() => numberOf(900)),
    };
  });
  const head: ReleaseHead = {
    id: '3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70',
    period: '2026-Q3' as ReleaseHead['period'],
    version,
    scheme: schemeId(BUT_COUNSELLING_1),
    policy: 2,
    columns: COLUMNS,
    hiddenCells: hidden.length,
    withholdingSchools: null,
    releasedAt: new Date('2026-11-12T09:30:00Z'),
  };
  return {
    hidden,
    summary: {
      format: 'kanon-summary/2',
      regionName:
        counties === 1 && !schoolTypes ? 'Düsseldorf, kreisfreie Stadt' : 'Regierungsbezirk Düsseldorf',
      region: counties === 1 && !schoolTypes ? '05111' : '051',
      period: head.period,
      level: schoolTypes ? 'district' : 'county',
      by: schoolTypes ? 'school-type' : 'benefit',
      release: releaseBody(head),
      rows: rows.map((row) => rowBody(row, head, '05')),
    },
  };
}
