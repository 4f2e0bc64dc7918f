/** The neighbourhood of a cell: the cells among which a move is looked for. */
import { neighbourhood, type Incidence } from '../../src/disclosure/audit/neighbourhood.ts';

const SIZE = 6;
const CELLS = SIZE ** 3;

/** A cube of cells; its rows are the lines along the three axes. */
function cube(mayMove: (cell: number) => boolean, isPreferred: (cell: number) => boolean): Incidence {
  const steps = [1, SIZE, SIZE * SIZE];
  const lines = steps.flatMap((step) =>
    Array.from({ length: CELLS }, (_, cell) => cell)
      .filter((cell) => Math.floor(cell / step) % SIZE === 0)
      .map((first) => Array.from({ length: SIZE }, (_, at) => first + at * step)),
  );
  const rowsOf = Array.from({ length: CELLS }, (_, cell) =>
    lines.flatMap((line, row) => (line.includes(cell) ? [row] : [])),
  );
  return {
    cells: CELLS,
    rows: lines.length,
    rowsOf: (cell) => rowsOf[cell]!,
    cellsOf: (row) => lines[row]!,
    mayMove,
    isPreferred,
  };
}

/** Rows that hold one of the cells only: there it cannot move. */
function aloneIn(web: Incidence, cells: readonly number[]): number {
  const held = new Map<number, number>();
  for (const cell of cells) for (const row of web.rowsOf(cell)) held.set(row, (held.get(row) ?? 0) + 1);
  return [...held.values()].filter((many) => many === 1).length;
}

const all = (): boolean => true;
const none = (): boolean => false;

describe('a neighbourhood', () => {
  test('closes circles: of its rows few hold one cell only', () => {
    const web = cube(all, none);
    for (const first of [0, 43, CELLS - 1]) {
      const near = neighbourhood(web, first, 2 * SIZE ** 2);
      expect(near[0]).toBe(first);
      expect(new Set(near).size).toBe(2 * SIZE ** 2);
      expect(aloneIn(web, near)).toBeLessThan(10);
    }
  });

  test('holds no cell that may not move, and ends where nothing more is connected', () => {
    const isEven = (cell: number): boolean => Math.floor(cell / (SIZE * SIZE)) % 2 === 0;
    const near = neighbourhood(cube(isEven, none), 0, CELLS);
    expect(near).toHaveLength(CELLS / 2);
    expect(near.every(isEven)).toBe(true);
  });

  test('takes what is preferred first', () => {
    const isLast = (cell: number): boolean => cell % SIZE === SIZE - 1;
    expect(neighbourhood(cube(all, isLast), 0, 2)).toEqual([0, SIZE - 1]);
    expect(neighbourhood(cube(all, none), 0, 2)).toEqual([0, 1]);
  });

  test('counts a row once, however many of its cells are near', () => {
    // Cells 0 to 3 in one row, 1 and 4, 2 and 4 in one each: 4 has two rows behind it when 3 has one.
    const rows = [
      [0, 1, 2, 3],
      [1, 4],
      [2, 4],
    ];
    const rowsOf = (cell: number): number[] => [...rows.keys()].filter((row) => rows[row]!.includes(cell));
    const web: Incidence = {
      cells: 5,
      rows: rows.length,
      rowsOf,
      cellsOf: (row) => rows[row]!,
      mayMove: all,
      isPreferred: none,
    };
    expect(neighbourhood(web, 0, 5)).toEqual([0, 1, 2, 4, 3]);
  });
});
