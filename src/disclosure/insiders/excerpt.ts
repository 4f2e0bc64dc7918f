/** An excerpt is the part of a problem that is connected with some cells, as a problem of its own. */
import { rowsOfCells, rowOf, type CellRows } from '../search/problem-component.ts';
import { NoSafePattern } from '../search/no-safe-pattern.ts';
import {
  listAt,
  listCount,
  maySuppress,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  cellLists,
  type ProtectionProblem,
} from '../problem/problem.ts';

/** Cell j of the excerpt is cell cells[j] of the problem; cells ascend. */
export interface Excerpt {
  readonly cells: Int32Array;
  readonly problem: ProtectionProblem;
}

/** Finds excerpts of one problem; the rows of each cell are looked up once. */
export class Excerpts {
  private readonly places: CellRows;
  private readonly group: Int32Array;

  /** Looks up the rows of each cell. Cost: linear in the entries. */
  constructor(private readonly whole: ProtectionProblem) {
    this.places = rowsOfCells(whole);
    this.group = new Int32Array(whole.values.length).fill(-1);
    for (let group = 0; group < listCount(whole.together); group++) {
      for (const cell of listAt(whole.together, group)) this.group[cell] = group;
    }
  }

  /**
   * Makes the excerpt of some cells and of all that are connected with them through cells that join.
   * The excerpt contains every constraint on a cell that joins, so no constraint outside can narrow its interval.
   *
   * from    the cells it begins with; these join
   * joins   whether a cell is undetermined, so that constraints on it matter on the other side too
   * status  of a cell in the excerpt; groups with a locked or unpublished cell are decided and left out
   * returns rows and groups in the order of the problem. Cost: n log n in the entries of the excerpt.
   */
  around(
    from: Iterable<number>,
    joins: (cell: number) => boolean,
    status: (cell: number) => number,
  ): Excerpt {
    const joined = new Set(from);
    const [rows, groups] = [new Set<number>(), new Set<number>()];
    const all = new Set(joined);
    const meet = (cells: Int32Array): void => {
      for (const cell of cells) {
        all.add(cell);
        if (joins(cell)) joined.add(cell);
      }
    };
    // The loop over the set also visits the cells added on the way.
    for (const cell of joined) {
      for (let at = this.places.start[cell]!; at < this.places.start[cell + 1]!; at++) {
        const row = this.places.row[at]!;
        if (rows.has(row)) continue;
        rows.add(row);
        meet(rowOf(this.whole, row).cell);
      }
      const group = this.group[cell]!;
      if (group < 0 || groups.has(group)) continue;
      groups.add(group);
      meet(listAt(this.whole.together, group));
    }
    const cells = Int32Array.from(all).sort();
    return { cells, problem: this.cutOut(cells, ascending(rows), ascending(groups), status) };
  }

  private cutOut(
    cells: Int32Array,
    rows: Int32Array,
    groups: Int32Array,
    status: (cell: number) => number,
  ): ProtectionProblem {
    const { whole } = this;
    const relations = listCount(whole.relations);
    const number = new Map<number, number>();
    cells.forEach((cell, at) => number.set(cell, at));
    const numbers = (some: Int32Array): number[] => Array.from(some, (cell) => number.get(cell)!);
    const pick = (values: Float64Array): Float64Array => Float64Array.from(cells, (cell) => values[cell]!);
    const own = rows.filter((row) => row < relations);
    const pairs = rows.filter((row) => row >= relations);
    const canChoose = (cell: number): boolean => status(cell) === PUBLISHABLE || status(cell) === PRIMARY;
    const open = [...groups].filter((group) => listAt(whole.together, group).every(canChoose));
    return {
      values: pick(whole.values),
      status: Uint8Array.from(cells, status),
      lower: pick(whole.lower),
      upper: pick(whole.upper),
      cost: pick(whole.cost),
      relations: {
        ...cellLists(Array.from(own, (row) => numbers(rowOf(whole, row).cell))),
        sign: Int32Array.from(Array.from(own, (row) => [...rowOf(whole, row).sign]).flat()),
      },
      atMost: Int32Array.from(Array.from(pairs, (row) => numbers(rowOf(whole, row).cell)).flat()),
      together: cellLists(open.map((group) => numbers(listAt(whole.together, group)))),
      labels: Array.from(cells, (cell) => whole.labels[cell]!),
    };
  }
}

/**
 * Splits a problem into independent subproblems, whatever is suppressed: between two of them stand only cells that are
 * published in any case. Every cell that may be suppressed is in one of them.
 *
 * returns  parts by their first such cell. Cost: n log n in the entries.
 */
export function independentParts(problem: ProtectionProblem): Excerpt[] {
  const excerpts = new Excerpts(problem);
  const isUnsettled = (cell: number): boolean =>
    maySuppress(problem, cell) || problem.status[cell] === UNPUBLISHED;
  const done = new Uint8Array(problem.values.length);
  const parts: Excerpt[] = [];
  for (let first = 0; first < done.length; first++) {
    if (done[first] === 1 || !isUnsettled(first)) continue;
    const part = excerpts.around([first], isUnsettled, (cell) => problem.status[cell]!);
    for (const cell of part.cells) done[cell] = 1;
    parts.push(part);
  }
  return parts;
}

/** Runs work in an excerpt, and throws a NoSafePattern of it with the cell numbers of the problem. */
export function within<T>({ cells }: Excerpt, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NoSafePattern)) throw error;
    throw new NoSafePattern(error.cells.map((at) => cells[at]!));
  }
}

const ascending = (some: ReadonlySet<number>): Int32Array => Int32Array.from(some).sort();
