/** All nodes of some dimensions crossed with each other: where a cell lies, and what adds up to it. */
import { hierarchyOf, type Hierarchy } from './hierarchy.ts';
import type { Relations } from '../problem/problem.ts';
import { UnsoundTable, type TableRecord } from './table-record.ts';

/** More would take gigabytes. */
const MOST_CELLS = 4_000_000;

/** One dimension of the grid: a step to its next node is `stride` cells. */
interface Axis extends Hierarchy {
  readonly nodes: number;
  readonly stride: number;
  /** Nodes that have parts, each with these. */
  readonly families: readonly (readonly [number, readonly number[]])[];
}

/** Cells are numbered row by row: the last dimension runs fastest, each in the order of its nodes. */
export class Grid {
  readonly size: number;
  /** Cell of each record. */
  readonly inner: Int32Array;
  private readonly axes: readonly Axis[];

  /** Throws UnsoundTable where a dimension is not a hierarchy, or the cells are too many. */
  constructor(dimensions: readonly (readonly string[])[], records: readonly TableRecord[]) {
    const rows = records.map(({ codes }) => codes);
    let from = 0;
    const hierarchies = dimensions.map((columns) => {
      const hierarchy = hierarchyOf(columns, rows, from);
      from += columns.length;
      return hierarchy;
    });
    const axes: Axis[] = [];
    let stride = 1;
    for (const hierarchy of hierarchies.toReversed()) {
      const nodes = hierarchy.parent.length;
      axes.unshift({ ...hierarchy, nodes, stride, families: familiesOf(hierarchy.parent) });
      stride *= nodes;
      if (stride > MOST_CELLS) throw new UnsoundTable('cells');
    }
    this.axes = axes;
    this.size = stride;
    this.inner = Int32Array.from(records, (_, record) =>
      axes.reduce((cell, { leafOf, stride: step }) => cell + leafOf[record]! * step, 0),
    );
  }

  codes(cell: number): string[] {
    return this.axes.flatMap(({ paths, stride, nodes }) => paths[Math.floor(cell / stride) % nodes]!);
  }

  /** The cell and all margins that it is part of. */
  ancestors(cell: number): readonly number[] {
    let found = [cell];
    for (const { parent, stride, nodes } of this.axes) {
      const own = Math.floor(cell / stride) % nodes;
      const ways: number[] = [];
      for (let node = own; node >= 0; node = parent[node]!) ways.push((node - own) * stride);
      found = found.flatMap((one) => ways.map((way) => one + way));
    }
    return found;
  }

  /**
   * The sum of every cell.
   *
   * amounts  of each record
   * throws   UnsoundTable where the sum of all is no exact number any more
   */
  addUp(amounts: readonly number[]): Float64Array {
    const values = new Float64Array(this.size);
    this.inner.forEach((cell, record) => (values[cell]! += amounts[record]!));
    for (const { parent, stride, nodes } of this.axes) {
      for (let block = 0; block < this.size; block += stride * nodes) {
        // Children stand behind their parents, so each is complete when it is added.
        for (let node = nodes - 1; node > 0; node--) {
          const [part, total] = [block + node * stride, block + parent[node]! * stride];
          for (let at = 0; at < stride; at++) values[total + at]! += values[part + at]!;
        }
      }
    }
    if (!Number.isSafeInteger(values[0])) throw new UnsoundTable('sum');
    return values;
  }

  /** Dimension by dimension: each cell that has parts in it, with these. */
  relations(): Relations {
    const [lists, entries] = this.axes.reduce(
      ([before, filled], { families, nodes }) => {
        const lines = this.size / nodes;
        return [before + families.length * lines, filled + (families.length + nodes - 1) * lines];
      },
      [0, 0],
    );
    const start = new Int32Array(lists + 1);
    const cell = new Int32Array(entries);
    const sign = new Int32Array(entries).fill(1);
    let list = 0;
    let entry = 0;
    for (const { families, stride, nodes } of this.axes) {
      for (let block = 0; block < this.size; block += stride * nodes) {
        for (const [total, parts] of families) {
          for (let at = block; at < block + stride; at++) {
            sign[entry] = -1;
            cell[entry++] = at + total * stride;
            for (const part of parts) cell[entry++] = at + part * stride;
            start[++list] = entry;
          }
        }
      }
    }
    return { start, cell, sign };
  }
}

function familiesOf(parent: Int32Array): (readonly [number, readonly number[]])[] {
  const families = new Map<number, number[]>();
  parent.forEach((above, node) => {
    const family = families.get(above);
    if (family) family.push(node);
    else if (above >= 0) families.set(above, [node]);
  });
  return [...families];
}
