/** What a release would be like before it is one: how much it hides, and what of that the newest release shows. */
import {
  hiddenAnew,
  hiddenByLevel,
  isTotal,
  needsChoice,
  type CellPlace,
  type LevelCount,
  type ShownRow,
} from '../tables/hidden-anew.ts';

export interface LevelPreview extends LevelCount {
  /** Hidden in the newest release; null where there is none. */
  readonly hiddenBefore: number | null;
  /** Shown in the newest release and hidden in this one. */
  readonly hiddenAnew: number;
  /** Of those, totals. */
  readonly totalsHiddenAnew: number;
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
  readonly levels: readonly LevelPreview[];
  readonly hiddenAnew: readonly CellPlace[];
  /** Whether it is published only if a disclosure officer says so. */
  readonly needsChoice: boolean;
}

/**
 * newest   rows of the newest release; undefined where there is none
 * next     rows that would be released; undefined where no correction can be taken over
 * columns  of consultations; the first of them are those of pupils
 */
export function previewOf({
  versions,
  newest,
  next,
  columns,
  taken,
  kept,
}: {
  readonly versions: number;
  readonly newest: readonly ShownRow[] | undefined;
  readonly next: readonly ShownRow[] | undefined;
  readonly columns: readonly string[];
  readonly taken: number;
  readonly kept: number;
}): Preview {
  const rows = next ?? newest ?? [];
  const before = newest && hiddenByLevel(newest, columns);
  const places = newest ? hiddenAnew(newest, rows, columns) : [];
  return {
    version: next ? versions + 1 : versions,
    isNew: next !== undefined,
    schoolsTaken: taken,
    schoolsWaiting: kept,
    levels: hiddenByLevel(rows, columns).map((count, at) => {
      const here = places.filter(({ level }) => level === count.level);
      return {
        ...count,
        hiddenBefore: before ? before[at]!.hidden : null,
        hiddenAnew: here.length,
        totalsHiddenAnew: here.filter(isTotal).length,
      };
    }),
    hiddenAnew: places,
    needsChoice: needsChoice(places),
  };
}
