/** Cells suppressed anew: places that the newest release publishes and a new one would suppress, never a number. */
import { levelOf, regionKey } from '../rules/region.ts';
import { REPORTED_TOTAL, type Measure } from './table-columns.ts';

/** Rows of a release as they are stored; null stands where a cell shows no number. */
export interface ShownRow {
  readonly region: string;
  /** Empty where the row is about all school types. */
  readonly schoolType: string;
  readonly consultations: readonly (number | null)[];
  readonly pupils: readonly (number | null)[];
}

export const ROW_LEVELS = ['state', 'district', 'county', 'school-type'] as const;
/** A region row by its region; `school-type`: a school type in a district. */
export type RowLevel = (typeof ROW_LEVELS)[number];

export interface CellPlace {
  readonly region: string;
  /** Null where the row is about all school types. */
  readonly schoolType: string | null;
  readonly level: RowLevel;
  readonly measure: Measure;
  /** A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
  readonly column: string;
}

export interface LevelCount {
  readonly level: RowLevel;
  readonly cells: number;
  readonly hidden: number;
  /** Of the suppressed ones, those of REPORTED_TOTAL. */
  readonly totalsHidden: number;
}

/**
 * Lists the cells that show a number in the newest release and would show none in the new table, in the order of the newest
 * release. A row that the new table does not have shows nothing there.
 *
 * newest, next  both with the same columns: `columns` names those of consultations, and the first of them those of pupils
 */
export function hiddenAnew(
  newest: readonly ShownRow[],
  next: readonly ShownRow[],
  columns: readonly string[],
): CellPlace[] {
  const after = new Set(
    next
      .flatMap((row) => cellsOf(row, columns))
      .filter(({ isShown }) => isShown)
      .map(nameOf),
  );
  return newest
    .flatMap((row) => cellsOf(row, columns))
    .filter((cell) => cell.isShown && !after.has(nameOf(cell)))
    .map(({ place }) => place);
}

/** Counts the cells that a table has and suppresses, level by level; levels without a row are there too. */
export function hiddenByLevel(rows: readonly ShownRow[], columns: readonly string[]): LevelCount[] {
  const cells = rows.flatMap((row) => cellsOf(row, columns));
  return ROW_LEVELS.map((level) => {
    const here = cells.filter(({ place }) => place.level === level);
    const hidden = here.filter(({ isShown }) => !isShown);
    return {
      level,
      cells: here.length,
      hidden: hidden.length,
      totalsHidden: hidden.filter(({ place }) => isTotal(place)).length,
    };
  });
}

/** Whether the place is in the column of all consultations reported. */
export const isTotal = ({ column }: Pick<CellPlace, 'column'>): boolean => column === REPORTED_TOTAL;

/** Whether the disclosure officers have to choose: what the state or a district was shown is not taken away unasked, school types of a district among it. */
export const needsChoice = (places: readonly CellPlace[]): boolean =>
  places.some(({ level }) => level !== 'county');

interface Cell {
  readonly place: CellPlace;
  readonly isShown: boolean;
}

function cellsOf({ region, schoolType, ...row }: ShownRow, columns: readonly string[]): Cell[] {
  const level = schoolType === '' ? rowLevel(region) : 'school-type';
  return (['consultations', 'pupils'] as const).flatMap((measure) =>
    row[measure].map((value, at) => ({
      place: {
        region,
        schoolType: schoolType === '' ? null : schoolType,
        level,
        measure,
        column: columns[at]!,
      },
      isShown: value !== null,
    })),
  );
}

/** The level of a row about all school types. */
export function rowLevel(region: string): RowLevel {
  const level = levelOf(regionKey(region));
  return level === 'municipality' ? 'county' : level;
}

const nameOf = ({ place: { region, schoolType, measure, column } }: Cell): string =>
  [region, schoolType, measure, column].join('\n');
