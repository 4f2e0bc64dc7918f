/** How much of what was reported a protected table does not show: coarse, and for disclosure officers alone. */
import { ROW_LEVELS, rowLevel, type RowLevel } from './hidden-anew.ts';
import type { SummaryTable } from './table.ts';
import { REPORTED_TOTAL } from './table-columns.ts';
import type { PublishedTable } from './table-published.ts';

export interface HiddenShare {
  readonly level: RowLevel;
  /**
   * Consultations in suppressed and pending cells, of all in the columns that add up to the total; percent in steps of 5,
   * rounded. Null where one to two cells are suppressed, since it could be the number of one; 0 where none is.
   */
  readonly percent: number | null;
}

/** Cells that have to be suppressed in a level before a share of it is told. */
const FEWEST = 3;
const STEP = 5;

/** Level by level, in the order of ROW_LEVELS. table  the summary  published  the same, redacted; its rows come first */
export function hiddenShares(table: SummaryTable, published: PublishedTable): HiddenShare[] {
  const cells = published.cells.flatMap(({ row, measure, column, status }, at) =>
    measure === 'consultations' && column !== REPORTED_TOTAL
      ? [{ level: levelOfRow(published, row), isHidden: status !== 'open', value: table.cells[at]!.value }]
      : [],
  );
  return ROW_LEVELS.map((level) => {
    const here = cells.filter((cell) => cell.level === level);
    const hidden = here.filter(({ isHidden }) => isHidden);
    const sum = (of: typeof here): number => of.reduce((all, { value }) => all + value, 0);
    const all = sum(here);
    const percent = all === 0 ? 0 : STEP * Math.round((100 * sum(hidden)) / all / STEP);
    return { level, percent: hidden.length > 0 && hidden.length < FEWEST ? null : percent };
  });
}

const levelOfRow = ({ rows }: PublishedTable, row: number): RowLevel => {
  const { region, schoolType } = rows[row]!;
  return schoolType === null ? rowLevel(region) : 'school-type';
};
