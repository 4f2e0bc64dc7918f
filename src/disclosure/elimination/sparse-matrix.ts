/** A sparse matrix over the residues, made for Gaussian elimination: it adds multiples of one line to others. */
import { inverse, MODULUS, residue } from './residues.ts';

/**
 * Lines lie in one pool, the entries of each side by side in no order. A line that outgrows its room moves to the end, and the
 * pool is packed when it is full. The lines that hold a column are kept as a linked list that may name too many.
 *
 * cost  `eliminate` takes time linear in the entries of the lines that it changes
 */
export class SparseMatrix {
  /** Number of entries per line. */
  readonly length: Int32Array;
  /** Number of lines per column. */
  readonly count: Int32Array;
  /** The lines that the last `eliminate` changed, and by which multiple of the scaled pivot line. */
  readonly changed: number[] = [];
  readonly factors: number[] = [];

  private readonly start: Int32Array;
  private readonly room: Int32Array;
  private columns: Int32Array;
  private coefficients: Int32Array;
  private used = 0;

  private readonly firstNode: Int32Array;
  private nodeLine: Int32Array;
  private nextNode: Int32Array;
  private freeNode = 0;

  private readonly dense: Int32Array;
  private readonly seenColumn: Int32Array;
  private readonly seenLine: Int32Array;
  private columnStamp = 0;
  private lineStamp = 0;

  /** Makes an empty matrix; entries is a first guess of how many it will hold. */
  constructor(lines: number, columns: number, entries: number) {
    this.length = new Int32Array(lines);
    this.start = new Int32Array(lines);
    this.room = new Int32Array(lines);
    this.seenLine = new Int32Array(lines);
    this.count = new Int32Array(columns);
    this.firstNode = new Int32Array(columns).fill(-1);
    this.dense = new Int32Array(columns);
    this.seenColumn = new Int32Array(columns);
    this.columns = new Int32Array(entries);
    this.coefficients = new Int32Array(entries);
    this.nodeLine = new Int32Array(entries);
    this.nextNode = new Int32Array(entries);
    this.chainFreeNodes(0);
  }

  /** Returns the columns of a line, as a view that the next change makes void. */
  columnsOf(line: number): Int32Array {
    return this.columns.subarray(this.start[line], this.start[line]! + this.length[line]!);
  }

  /** Returns the coefficients of a line in the order of its columns, as a view likewise. */
  coefficientsOf(line: number): Int32Array {
    return this.coefficients.subarray(this.start[line], this.start[line]! + this.length[line]!);
  }

  /** Fills an empty line with residues other than 0 in different columns. */
  fill(line: number, columns: readonly number[], coefficients: readonly number[]): void {
    this.makeRoom(line, columns.length);
    columns.forEach((column, at) => this.append(line, column, coefficients[at]!));
  }

  /** Empties a line. */
  clear(line: number): void {
    for (const column of this.columnsOf(line)) this.count[column]!--;
    this.length[line] = 0;
  }

  /** Returns the lines that hold the column, each once. */
  holders(column: number): number[] {
    const found: number[] = [];
    this.lineStamp++;
    for (let node = this.firstNode[column]!; node >= 0; node = this.nextNode[node]!) {
      const line = this.nodeLine[node]!;
      if (this.seenLine[line] === this.lineStamp) continue;
      this.seenLine[line] = this.lineStamp;
      if (this.find(line, column) >= 0) found.push(line);
    }
    return found;
  }

  /**
   * Eliminates a column: scales the pivot line so that the column has coefficient 1 in it, and subtracts it from every other
   * line that holds the column, so that none does any more.
   */
  eliminate(pivot: number, column: number): void {
    this.changed.length = this.factors.length = 0;
    this.scale(pivot, column);
    const start = this.start[pivot]!;
    const end = start + this.length[pivot]!;
    for (let at = start; at < end; at++) this.dense[this.columns[at]!] = this.coefficients[at]!;
    for (const line of this.holders(column)) {
      if (line === pivot) continue;
      const factor = MODULUS - this.coefficients[this.find(line, column)]!;
      this.add(pivot, factor, line);
      this.changed.push(line);
      this.factors.push(factor);
    }
    for (const one of this.columnsOf(pivot)) this.dense[one] = 0;
    this.forget(column, pivot);
  }

  private scale(line: number, column: number): void {
    const factor = inverse(this.coefficients[this.find(line, column)]!);
    if (factor === 1) return;
    const coefficients = this.coefficientsOf(line);
    for (let at = 0; at < coefficients.length; at++) coefficients[at] = residue(factor * coefficients[at]!);
  }

  /** Adds a multiple of the line that lies in `dense` to another. */
  private add(source: number, factor: number, line: number): void {
    const { columns, coefficients, dense, seenColumn } = this;
    const stamp = ++this.columnStamp;
    const begin = this.start[line]!;
    let end = begin + this.length[line]!;
    for (let at = begin; at < end;) {
      const column = columns[at]!;
      const own = dense[column]!;
      if (own === 0) {
        at++;
        continue;
      }
      seenColumn[column] = stamp;
      const sum = residue(coefficients[at]! + factor * own);
      if (sum !== 0) {
        coefficients[at++] = sum;
        continue;
      }
      this.count[column]!--;
      columns[at] = columns[--end]!;
      coefficients[at] = coefficients[end]!;
    }
    this.length[line] = end - begin;
    this.makeRoom(line, this.length[source]!);
    const from = this.start[source]!;
    for (let at = from; at < from + this.length[source]!; at++) {
      const column = this.columns[at]!;
      if (seenColumn[column] === stamp) continue;
      this.append(line, column, residue(factor * this.coefficients[at]!));
    }
  }

  private find(line: number, column: number): number {
    const end = this.start[line]! + this.length[line]!;
    for (let at = this.start[line]!; at < end; at++) if (this.columns[at] === column) return at;
    return -1;
  }

  private append(line: number, column: number, coefficient: number): void {
    const at = this.start[line]! + this.length[line]!++;
    this.columns[at] = column;
    this.coefficients[at] = coefficient;
    this.count[column]!++;
    this.note(line, column);
  }

  /** Makes room for so many more entries. */
  private makeRoom(line: number, more: number): void {
    const size = this.length[line]! + more;
    if (size <= this.room[line]!) return;
    if (this.used + size > this.columns.length) this.pack(size);
    const from = this.start[line]!;
    this.columns.copyWithin(this.used, from, from + this.length[line]!);
    this.coefficients.copyWithin(this.used, from, from + this.length[line]!);
    this.start[line] = this.used;
    this.room[line] = size;
    this.used += size;
  }

  /** Packs all lines into a pool with twice the room that they need. */
  private pack(more: number): void {
    const live = this.length.reduce((sum, length) => sum + length, 0);
    const columns = new Int32Array(2 * (live + more));
    const coefficients = new Int32Array(columns.length);
    this.used = 0;
    for (let line = 0; line < this.length.length; line++) {
      columns.set(this.columnsOf(line), this.used);
      coefficients.set(this.coefficientsOf(line), this.used);
      this.start[line] = this.used;
      this.room[line] = this.length[line]!;
      this.used += this.length[line]!;
    }
    this.columns = columns;
    this.coefficients = coefficients;
  }

  /** Notes that the line holds the column. */
  private note(line: number, column: number): void {
    if (this.freeNode < 0) this.growNodes();
    const node = this.freeNode;
    this.freeNode = this.nextNode[node]!;
    this.nodeLine[node] = line;
    this.nextNode[node] = this.firstNode[column]!;
    this.firstNode[column] = node;
  }

  /** Leaves the pivot line as the only known holder of the column. */
  private forget(column: number, pivot: number): void {
    let node = this.firstNode[column]!;
    while (node >= 0) {
      const next = this.nextNode[node]!;
      this.nextNode[node] = this.freeNode;
      this.freeNode = node;
      node = next;
    }
    this.firstNode[column] = -1;
    this.note(pivot, column);
  }

  private growNodes(): void {
    const size = this.nodeLine.length;
    const [nodeLine, nextNode] = [new Int32Array(2 * size + 16), new Int32Array(2 * size + 16)];
    nodeLine.set(this.nodeLine);
    nextNode.set(this.nextNode);
    this.nodeLine = nodeLine;
    this.nextNode = nextNode;
    this.chainFreeNodes(size);
  }

  private chainFreeNodes(from: number): void {
    const size = this.nodeLine.length;
    for (let node = from; node < size; node++) this.nextNode[node] = node + 1 < size ? node + 1 : -1;
    this.freeNode = from < size ? from : -1;
  }
}
