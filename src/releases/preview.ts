/** What a release would be like before it is one: how much it hides, and what of that the newest release shows. */
import {
  hiddenAnew,
  hiddenByLevel,
  isTotal,
  needsChoice,
  rowLevel,
  type CellPlace,
  type LevelCount,
  type ShownRow,
} from '../tables/hidden-anew.ts';
import type { HiddenShare } from '../tables/hidden-share.ts';
import type { ReleaseRow } from '../tables/release-row.ts';
import { REPORTED_TOTAL } from '../tables/table-columns.ts';

export interface LevelPreview extends LevelCount {
  /** Hidden in the newest release; null where there is none. */
  readonly hiddenBefore: number | null;
  /** Shown in the newest release and hidden in this one. */
  readonly hiddenAnew: number;
  /** Of those, totals. */
  readonly totalsHiddenAnew: number;
  /** Percent of the consultations reported that no cell would show, in steps of 5; null where that would tell too much. */
  readonly hiddenShare: number | null;
}

/** A county of which a reader would learn nothing: neither a total nor a benefit other than a true zero. */
export interface UselessCounty {
  readonly region: string;
  /** As published with each row. */
  readonly schoolsExpected: number;
  readonly schoolsReported: number;
  /** `few-reports`: too few reported for a row. `protection`: more is told to nobody, since it would speak of single cells. */
  readonly why: 'few-reports' | 'protection';
}

export interface Preview {
  /** Version that would be released, or the newest one where nothing new would be. */
  readonly version: number;
  /** Whether there would be a new version. */
  readonly isNew: boolean;
  /** Schools whose correction would be in it. */
  readonly schoolsTaken: number;
  /** Schools whose correction would wait. */
  readonly schoolsWaiting: number;
  /** Of the state, as the new version would say it; null where there would be none. */
  readonly schoolsExpected: number | null;
  readonly schoolsReported: number | null;
  readonly levels: readonly LevelPreview[];
  readonly useless: readonly UselessCounty[];
  readonly hiddenAnew: readonly CellPlace[];
  /** Whether it is published only if a disclosure officer says so. */
  readonly needsChoice: boolean;
}

/**
 * newest   rows of the newest release; undefined where there is none
 * next     rows that would be released; undefined where no correction can be taken over
 * columns  of consultations; the first of them are those of pupils
 * shares   of the table that would be released; none where there would be none
 */
export function previewOf({
  versions,
  newest,
  next,
  columns,
  shares,
  taken,
  kept,
}: {
  readonly versions: number;
  readonly newest: readonly ShownRow[] | undefined;
  readonly next: readonly ReleaseRow[] | undefined;
  readonly shares?: readonly HiddenShare[] | undefined;
  readonly columns: readonly string[];
  readonly taken: number;
  readonly kept: number;
}): Preview {
  const rows = next ?? newest ?? [];
  const before = newest && hiddenByLevel(newest, columns);
  const places = newest ? hiddenAnew(newest, rows, columns) : [];
  const state = next?.find((row) => isRowOf(row, 'state'));
  return {
    version: next ? versions + 1 : versions,
    isNew: next !== undefined,
    schoolsTaken: taken,
    schoolsWaiting: kept,
    schoolsExpected: state?.schoolsExpected ?? null,
    schoolsReported: state?.schoolsReported ?? null,
    levels: hiddenByLevel(rows, columns).map((count, at) => {
      const here = places.filter(({ level }) => level === count.level);
      return {
        ...count,
        hiddenBefore: before ? before[at]!.hidden : null,
        hiddenAnew: here.length,
        totalsHiddenAnew: here.filter(isTotal).length,
        hiddenShare: shares?.find(({ level }) => level === count.level)?.percent ?? null,
      };
    }),
    useless: (next ?? []).filter((row) => isRowOf(row, 'county') && isUseless(row, columns)).map(uselessOf),
    hiddenAnew: places,
    needsChoice: needsChoice(places),
  };
}

const isRowOf = ({ region, schoolType }: ReleaseRow, level: 'state' | 'county'): boolean =>
  schoolType === '' && rowLevel(region) === level;

function isUseless({ consultations }: ReleaseRow, columns: readonly string[]): boolean {
  const total = consultations[columns.indexOf(REPORTED_TOTAL)] ?? null;
  // Where the total is a true zero, all is told.
  return total === null && consultations.every((value) => value === null || value === 0);
}

const uselessOf = ({ region, schoolsExpected, schoolsReported, pending }: ReleaseRow): UselessCounty => ({
  region,
  schoolsExpected,
  schoolsReported,
  why: pending ? 'few-reports' : 'protection',
});
