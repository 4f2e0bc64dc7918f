/** Neighbourhoods: the small part of a large table in which an alternating cycle through a cell is looked for. */

/** The incidence of rows (relations and order constraints) and cells, by number. */
export interface Incidence {
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
  const taken = new Set<number>();
  const met = new Set<number>();
  const rank = new Map<number, number>();
  /** Queues by rank; a cell whose rank rose stands in several, and the last one counts. */
  const queues: number[][] = [[first]];
  while (near.length < size) {
    while (queues.at(-1)?.length === 0) queues.pop();
    const cell = queues.at(-1)?.shift();
    if (cell === undefined) break;
    if (taken.has(cell)) continue;
    taken.add(cell);
    near.push(cell);
    for (const row of web.rowsOf(cell)) {
      if (met.has(row)) continue;
      met.add(row);
      for (const other of web.cellsOf(row)) {
        if (taken.has(other) || !web.mayMove(other)) continue;
        const next = (rank.get(other) ?? (web.isPreferred(other) ? 1 : 0)) + 2;
        rank.set(other, next);
        while (queues.length <= next) queues.push([]);
        queues[next]!.push(other);
      }
    }
  }
  return near;
}
