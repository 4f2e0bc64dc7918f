/** Wide tables in a narrow terminal: columns in groups, each of which fits. */
import { GAP } from './terminal.ts';

export interface FittingColumn {
  readonly head: string;
  readonly cells: readonly (string | number)[];
}

const longest = (cells: readonly (string | number)[]): number =>
  Math.max(...cells.map((cell) => String(cell).length));

/** Characters that the columns of every table take, with the gaps behind them. */
export const widthOf = (head: readonly string[], lines: readonly (readonly string[])[]): number =>
  head.reduce((sum, title, at) => sum + longest([title, ...lines.map((line) => line[at] ?? '')]) + GAP, 0);

/** Columns in their order, as many together as there is room for, and one at least. */
export function columnsThatFit(columns: readonly FittingColumn[], room: number): FittingColumn[][] {
  const groups: FittingColumn[][] = [];
  let group: FittingColumn[] = [];
  let left = 0;
  for (const column of columns) {
    const width = longest([column.head, ...column.cells]) + GAP;
    // Nothing stands behind the last column, not even a gap.
    if (group.length === 0 || width - GAP > left) {
      group = [];
      groups.push(group);
      left = room;
    }
    group.push(column);
    left -= width;
  }
  return groups;
}
