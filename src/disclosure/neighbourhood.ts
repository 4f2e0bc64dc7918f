/** Which cells a move is looked for among: a small part of a large table in which circles can close. */

/** Rows and cells that hang together, by number. */
export interface Web {
  rowsOf(cell: number): Iterable<number>;
  cellsOf(row: number): Iterable<number>;
  mayMove(cell: number): boolean;
  /** Of cells equal otherwise, these come first. */
  isPreferred(cell: number): boolean;
}

/**
 * The cell and those around it that may move, first those most of whose rows hold one of them already: no cell moves
 * alone in a row, so these close the circles of which moves are made. By distance alone, the far corner of a circle
 * through four crossed dimensions would come after nearly everything else.
 *
 * size  how many, at most. Ties go by preference, then by who was met first. Cost: linear in the rows that are met.
 */
export function neighbourhood(web: Web, first: number, size: number): number[] {
  const near: number[] = [];
  const taken = new Set<number>();
  const met = new Set<number>();
  const rank = new Map<number, number>();
  /** By rank; a cell that rose stands in several, and counts in the last. */
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
