/** Moves between feasible tables, in small cases with a known answer. */
import { MoveFinder, THOROUGH_DRAW, type Move } from '../../src/disclosure/audit/moves.ts';
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import type { LinearProgram, Outcome } from '../../src/disclosure/program/solver.ts';
import { optimal, scripted, UNDECIDED, type Asked } from './scripted-solver.ts';

type Ends = readonly [number, number];
interface Row {
  readonly of: readonly (readonly [number, number])[];
  readonly ends: Ends;
}

function programOf(ends: readonly Ends[], rows: readonly Row[] = []): LinearProgram {
  const builder = new ProgramBuilder();
  for (const [lower, upper] of ends) builder.column(lower, upper);
  for (const row of rows) {
    for (const [column, coefficient] of row.of) builder.entry(column, coefficient);
    builder.endRow(...row.ends);
  }
  return builder.build();
}

const all = (many: number): Ends[] => Array.from({ length: many }, () => [0, 100]);
const fifty = (many: number): Float64Array => new Float64Array(many).fill(50);

/** Neighbours add up to 100. */
const chain = (length: number): LinearProgram =>
  programOf(
    all(length),
    Array.from({ length: length - 1 }, (_, at) => ({
      of: [
        [at, 1],
        [at + 1, 1],
      ],
      ends: [100, 100],
    })),
  );

const moveOf = (changes: Readonly<Record<number, number>>): Move => ({
  columns: Int32Array.from(Object.keys(changes), Number),
  by: Float64Array.from(Object.values(changes)),
});

const width = ({ program }: Asked): number => program.lower.length;

/** Of each column alone but the first: up, then down; the first moves as asked. */
const halves = ({ program }: Asked): Outcome => optimal(...program.lower.map((low) => (low > 0 ? low : 0.5)));

describe('how far a move is looked for', () => {
  /** Twice as many columns as may move, for up and down, but the first moves in one direction only. */
  const reaches = (length: number, draw: number, outcome: Outcome = UNDECIDED) => {
    const { solver, asked } = scripted(() => outcome);
    const found = new MoveFinder(chain(length), solver).find(fifty(length), 0, 1, draw);
    return { found, moving: asked.map((one) => (width(one) + 1) / 2) };
  };

  test('grows from draw to draw', () => {
    expect(reaches(3_000, 0).moving).toEqual([120, 400]);
    for (const draw of [1, THOROUGH_DRAW - 1]) expect(reaches(3_000, draw).moving).toEqual([400, 1_200]);
    expect(reaches(3_000, THOROUGH_DRAW).moving).toEqual([400, 2_000, 3_000]);
  });

  test('is no farther than there is something', () => {
    for (const draw of [0, 1, THOROUGH_DRAW]) expect(reaches(50, draw).moving).toEqual([50]);
  });

  test('does not lead through what is fixed', () => {
    const { solver, asked } = scripted(() => UNDECIDED);
    const bridge = programOf([[0, 100], [50, 50], [0, 100]], [{ of: [[0, 1], [1, 1]], ends: [0, 200] }, { of: [[1, 1], [2, 1]], ends: [0, 200] }]); // prettier-ignore
    new MoveFinder(bridge, solver).find(fifty(3), 0, 1, 0);
    expect(asked.map(width)).toEqual([1]);
  });

  test('decides whether there is none: nobody knows while not all were looked at', () => {
    const infeasible: Outcome = { status: 'infeasible' };
    expect(reaches(399, 0, infeasible)).toEqual({ found: 'none', moving: [120, 399] });
    expect(reaches(3_000, 0, infeasible)).toEqual({ found: 'undecided', moving: [120, 400] });
    expect(reaches(50, 0)).toEqual({ found: 'undecided', moving: [50] });
    expect(reaches(50, THOROUGH_DRAW, { status: 'unbounded' })).toEqual({ found: 'undecided', moving: [50] });
  });

  test('ends with the first that is found', () => {
    // The first of two goes up by 1; the second up, or down.
    const { solver, asked } = scripted(() => optimal(1, 0, 1));
    expect(new MoveFinder(chain(2), solver).find(fifty(2), 0, 1, 0)).toEqual(moveOf({ 0: 1, 1: -1 }));
    expect(asked.length).toBe(1);
    const sum = programOf(all(200), [{ of: Array.from({ length: 200 }, (_, at) => [at, 1]), ends: [10_000, 10_000] }]); // prettier-ignore
    const { solver: near, asked: askedNear } = scripted((one) => optimal(...one.program.lower.map((_, at) => (at === 0 || at === 2 ? 1 : 0)))); // prettier-ignore
    expect(new MoveFinder(sum, near).find(fifty(200), 0, 1, 0)).toEqual(moveOf({ 0: 1, 1: -1 }));
    expect(askedNear.map(width)).toEqual([239]);
    const { solver: long, asked: askedLong } = scripted((one) => optimal(...one.program.lower.map((_, at) => (at === 0 || at % 4 >= 2 ? 1 : 0)))); // prettier-ignore
    expect(new MoveFinder(chain(130), long).find(fifty(130), 0, 1, 0)).toMatchObject({ by: Float64Array.from({ length: 130 }, (_, at) => (at % 2 === 0 ? 1 : -1)) }); // prettier-ignore
    expect(askedLong.map(width)).toEqual([239, 259]);
  });
});

describe('the program that is asked', () => {
  const ends: Ends[] = [
    [0, 10],
    [0, 10],
    [3, 9],
    [7, 7],
    [2, 8],
  ];
  const rows: Row[] = [
    { of: [[0, 1], [1, 1], [2, -1], [3, 1]], ends: [10, 14] }, // prettier-ignore
    { of: [[2, 2], [4, 1]], ends: [14, 14] }, // prettier-ignore
  ];
  const table = Float64Array.of(5, 4, 3, 7, 8);
  const programFor = (column: number, by: number, draw = 0): Asked => {
    const { solver, asked } = scripted(() => UNDECIDED);
    new MoveFinder(programOf(ends, rows), solver).find(table, column, by, draw);
    return asked[0]!;
  };

  test('moves every column as far as its ends allow, the asked one as asked, and what is fixed not at all', () => {
    // Up and down for 0 (by 2) and 1; 2 lies at its lower end, 4 at its upper one, 3 has no room.
    const { program, hint, nodes, integer } = programFor(0, 2);
    expect(program).toEqual(
      programOf(
        [[2, 2], [0, 6], [0, 4], [0, 6], [0, 6]],
        [
          { of: [[0, 1], [1, 1], [2, -1], [3, -1]], ends: [-3, 1] },
          { of: [[3, 2], [4, -1]], ends: [0, 0] },
        ],
      ),
    ); // prettier-ignore
    expect([hint, nodes, integer]).toEqual(['near-zero', undefined, false]);
    const down = programFor(0, -2).program;
    expect([down.lower[0], down.upper[0], down.coefficient[0]]).toEqual([2, 2, -1]);
  });

  test('asks up to the very ends of the column, and not beyond', () => {
    for (const by of [5, -5]) {
      const { program } = programFor(0, by);
      expect([program.lower[0], program.upper[0]]).toEqual([5, 5]);
    }
    for (const by of [6, -6]) expect(programFor(0, by)).toBeUndefined();
  });

  test('prices what moves, each a little differently, and differently in each draw', () => {
    const costs = [0, 1].map((draw) => [...programFor(0, 2, draw).cost]);
    for (const cost of costs) {
      expect(new Set(cost).size).toBe(cost.length);
      for (const one of cost) expect(one >= 1 && one <= 1.3).toBe(true);
      expect(Math.max(...cost)).toBeGreaterThan(1.1);
    }
    expect(costs[0]).not.toEqual(costs[1]);
  });
});

describe('a change in fractions', () => {
  /** The first cell is the sum of as many others as there are parts. */
  const partsOf = (parts: number, most = 100): LinearProgram =>
    programOf([[0, most], ...all(parts)], [
      { of: Array.from({ length: parts + 1 }, (_, at) => [at, at === 0 ? -1 : 1]), ends: [50 * parts - 50, 50 * parts - 50] },
    ]); // prettier-ignore
  /** The first goes up by 1, and each of the others by its share. */
  const shared = (parts: number) =>
    scripted(({ integer, program }) =>
      integer ? { status: 'undecided' } : optimal(...program.lower.map((_, at) => (at === 0 ? 1 : (at % 2) / parts))),
    ); // prettier-ignore

  test('is a move at the smallest multiple that is whole: 1, 2, 3, 4 or 6 times', () => {
    for (const parts of [1, 2, 3, 4, 6]) {
      const found = new MoveFinder(partsOf(parts), shared(parts).solver).find(fifty(parts + 1), 0, 1, 0);
      expect(found).toEqual(moveOf(Object.fromEntries(Array.from({ length: parts + 1 }, (_, at) => [at, at === 0 ? parts : 1])))); // prettier-ignore
    }
    expect(new MoveFinder(partsOf(5), shared(5).solver).find(fifty(6), 0, 1, 0)).toBe('undecided');
  });

  test('is none at a multiple that leaves the ends', () => {
    expect(new MoveFinder(partsOf(3, 52), shared(3).solver).find(fifty(4), 0, 1, 0)).toBe('undecided');
    expect(new MoveFinder(partsOf(3, 53), shared(3).solver).find(fifty(4), 0, 1, 0)).not.toBe('undecided');
  });

  test('is made whole from the thorough draw on: around what is not, then over all columns, which settles it', () => {
    const program = partsOf(5);
    const table = fifty(6);
    const answers: Outcome[] = [UNDECIDED, { status: 'infeasible' }, { status: 'feasible', objective: 0, bound: 0, x: Float64Array.from([1, 1]), rowDual: new Float64Array(0), columnDual: new Float64Array(0) }]; // prettier-ignore
    const results = answers.map((answer) => {
      const { solver, asked } = scripted((one) => (one.integer ? (one.hint === 'near-zero' ? answer : UNDECIDED) : shared(5).solver.load(one.program).minimise(one.cost))); // prettier-ignore
      const finder = new MoveFinder(program, solver);
      const early = finder.find(table, 0, 1, THOROUGH_DRAW - 1);
      const asks = asked.splice(0).length;
      const found = finder.find(table, 0, 1, THOROUGH_DRAW);
      return { early, asks, found, kinds: asked.map(({ integer, hint }) => `${integer} ${hint}`), solved: finder.solved, cost: new Set(asked.at(-1)!.cost) }; // prettier-ignore
    });
    const same = {
      early: 'undecided',
      asks: 1,
      kinds: ['false near-zero', 'true single', 'true near-zero'],
      solved: 3,
      cost: new Set([0]),
    };
    expect(results).toEqual([
      { ...same, found: 'undecided' },
      { ...same, found: 'none' },
      { ...same, found: moveOf({ 0: 1, 1: 1 }) },
    ]);
  });

  test('is settled by what is around it alone if that can be whole', () => {
    const program = partsOf(5);
    const { solver, asked } = scripted((one) => {
      if (!one.integer) return shared(5).solver.load(one.program).minimise(one.cost);
      // All but the first column are around: up by 1 for the first part.
      return optimal(...Array.from({ length: width(one) }, (_, at) => (one.program.lower[at]! > 0 || at === 0 ? 1 : 0))); // prettier-ignore
    });
    const finder = new MoveFinder(program, solver);
    expect(finder.find(fifty(6), 0, 1, THOROUGH_DRAW)).toEqual(moveOf({ 0: 1, 1: 1 }));
    expect(asked.map(({ hint }) => hint)).toEqual(['near-zero', 'single']);
    expect(finder.solved).toBe(1);
  });

  test('is settled among 400 columns, and over all of them only where these are no more than 2,000', () => {
    const kinds = (length: number) => {
      const { solver, asked } = scripted((one) => (one.integer ? UNDECIDED : halves(one)));
      const found = new MoveFinder(chain(length), solver).find(fifty(length), 0, 1, THOROUGH_DRAW);
      const settled = asked.filter(({ hint }) => hint === 'single').map(width);
      const wholly = asked.filter(({ integer, hint }) => integer && hint === 'near-zero').map(width);
      return { found, settled, wholly };
    };
    expect(kinds(300)).toEqual({ found: 'undecided', settled: [598], wholly: [599] });
    expect(kinds(399).wholly).toEqual([797]);
    expect(kinds(1_000).wholly).toEqual([1_999]);
    expect(kinds(2_000).wholly).toEqual([3_999]);
    expect(kinds(2_001)).toMatchObject({ found: 'undecided', wholly: [] });
  });
});

describe('moves laid together', () => {
  const base = Float64Array.of(5, 5, 5, 5);
  const together = (
    moves: readonly Readonly<Record<number, number>>[],
    width: number,
    program = programOf(Array.from(base, () => [0, 9])),
  ) =>
    new MoveFinder(program, scripted(() => UNDECIDED).solver)
      .together(base, moves.map(moveOf), width)
      .map((table) => [...table]);

  test('make one table where none stands in the way of another', () => {
    expect(together([{ 0: 1, 1: -1 }, { 2: 1, 3: -1 }], 1)).toEqual([[6, 4, 6, 4]]); // prettier-ignore
    expect(together([], 1)).toEqual([]);
  });

  test('never take back what one of them has taken away by the width', () => {
    expect(together([{ 0: 1, 1: -1 }, { 0: -1, 2: 1 }], 1)).toEqual([[6, 4, 5, 5], [4, 5, 6, 5]]); // prettier-ignore
    // Farther away, or back to where it still lies far enough, is no harm.
    expect(together([{ 0: 1 }, { 0: 1, 1: 1 }], 1)).toEqual([[7, 6, 5, 5]]);
    expect(together([{ 0: 3 }, { 0: -1, 1: 2 }], 2)).toEqual([[7, 7, 5, 5]]);
    // What is not away by the width yet may be brought back.
    expect(together([{ 0: 1, 1: 2 }, { 0: -1, 2: 2 }], 2)).toEqual([[5, 7, 7, 5]]); // prettier-ignore
    // Nor does it matter in a second table what the first has shown.
    expect(together([{ 0: 1, 1: 1 }, { 0: -1, 2: 1 }, { 0: 1, 1: -1, 3: 1 }], 1)).toEqual([[6, 6, 5, 5], [5, 4, 6, 6]]); // prettier-ignore
  });

  test('lie in another table again where they did not show', () => {
    expect(together([{ 0: 1, 1: 2 }, { 0: -2, 2: 2 }], 2)).toEqual([[4, 7, 7, 5], [3, 5, 7, 5]]); // prettier-ignore
  });

  test('keep the ends of each cell and of each sum', () => {
    const narrow = programOf([[0, 6], [0, 9], [4, 9], [0, 9]]); // prettier-ignore
    expect(together([{ 0: 1 }, { 0: 1, 1: 1 }], 1, narrow)).toEqual([[6, 5, 5, 5], [6, 6, 5, 5]]); // prettier-ignore
    expect(together([{ 2: -1 }, { 2: -1, 1: 1 }], 1, narrow)).toEqual([[5, 5, 4, 5], [5, 6, 4, 5]]); // prettier-ignore
    const sum = (ends: Ends) => programOf(all(4), [{ of: [[0, 1], [1, 1]], ends }]); // prettier-ignore
    expect(together([{ 0: 1 }, { 1: 1 }], 1, sum([10, 11]))).toEqual([[6, 5, 5, 5], [5, 6, 5, 5]]); // prettier-ignore
    expect(together([{ 0: 1 }, { 1: 1 }], 1, sum([10, 12]))).toEqual([[6, 6, 5, 5]]);
    expect(together([{ 0: -1 }, { 1: -1 }], 1, sum([9, 10]))).toEqual([[4, 5, 5, 5], [5, 4, 5, 5]]); // prettier-ignore
    expect(together([{ 0: -1 }, { 1: -1 }], 1, sum([8, 10]))).toEqual([[4, 4, 5, 5]]);
  });
});
