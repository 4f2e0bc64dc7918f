/** Neighbourhoods: the small part of a large table in which an alternating cycle through a cell is looked for. */

/** The incidence of rows (relations and order constraints) and cells, by number. */
export interface Incidence {
  /** How many cells and rows there are; their numbers start at 0. */
  readonly cells: number;
  readonly rows: number;
  rowsOf(cell: number): Iterable<number>;
  cellsOf(row: number): Iterable<number>;
  mayMove(cell: number): boolean;
  /** Of cells of equal rank, preferred ones come first. */
  isPreferred(cell: number): boolean;
}

/**
 * Grows a set of cells around the first by the number of rows that a cell shares with it, since an alternating cycle needs two
 * cells in every row that it meets. By distance alone, the far corner of a cycle through four crossed dimensions would come
 * after nearly everything else.
 *
 * size     how many cells, at most
 * returns  cells in the order they were taken, the first first. Ties go by preference, then by who was met first
 * cost     linear in the entries of the rows that are met
 */
export function neighbourhood(web: Incidence, first: number, size: number): number[] {
  const near: number[] = [];
  const taken = new Uint8Array(web.cells);
  const met = new Uint8Array(web.rows);
  /** 0 for a cell that was not met. */
  const rank = new Int32Array(web.cells);
  /** Queues by rank, with the place of each one's next cell; a cell whose rank rose stands in several, and the last one counts. */
  const queues: number[][] = [[first]];
  const heads = [0];
  while (near.length < size) {
    while (queues.length > 0 && heads.at(-1) === queues[queues.length - 1]!.length) {
      queues.pop();
      heads.pop();
    }
    if (queues.length === 0) break;
    const cell = queues[queues.length - 1]![heads[heads.length - 1]!++]!;
    if (taken[cell] === 1) continue;
    taken[cell] = 1;
    near.push(cell);
    for (const row of web.rowsOf(cell)) {
      if (met[row] === 1) continue;
      met[row] = 1;
      for (const other of web.cellsOf(row)) {
        if (taken[other] === 1 || !web.mayMove(other)) continue;
        const next = (rank[other]! || (web.isPreferred(other) ? 1 : 0)) + 2;
        rank[other] = next;
        while (queues.length <= next) {
          queues.push([]);
          heads.push(0);
        }
        queues[next]!.push(other);
      }
    }
  }
  return near;
}
