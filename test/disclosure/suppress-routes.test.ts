/** Which way the search takes, by the kind of table. */
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { LoadedProgram, SolveHint, Outcome, Solver } from '../../src/disclosure/program/solver.ts';
import { suppress, type Effort } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import type { SearchProgress } from '../../src/disclosure/search/search-task.ts';
import { problemByName } from './problem-by-name.ts';
import { UNDECIDED } from './scripted-solver.ts';

let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

type Minimise = LoadedProgram['minimise'];

/** The solver with other answers in some places, and how often moves were asked for. */
function changed(answer: (kind: 'choice' | 'move' | 'other', own: Minimise) => Minimise) {
  const seen = { moves: 0 };
  const solver: Solver = {
    load: (program, nodes?: number, hint?: SolveHint) => {
      const loaded = highs.load(program, nodes, hint);
      // Only the cheapest choice is asked with branches and without a manner.
      const kind = hint === 'near-zero' ? 'move' : nodes !== undefined && !hint ? 'choice' : 'other';
      if (kind === 'move') seen.moves++;
      loaded.minimise = answer(kind, loaded.minimise.bind(loaded));
      return loaded;
    },
  };
  return { solver, seen };
}

const asIs = () => changed((_, own) => own);
const undecided = (): Outcome => UNDECIDED;
const withoutChoice = () => changed((kind, own) => (kind === 'choice' ? undecided : own));

const COST = { x: 0, a: 1, b: 2, c: 1, d: 2, e: 1, f: 2 };
const CROSSED = ['xab', 'xcd', 'xef'];
const crossed = () => problemByName(COST, CROSSED);

describe('two crossed sums', () => {
  test('are protected by cuts alone, however bad these are', () => {
    const { problem, of } = problemByName(COST, CROSSED.slice(0, 2));
    const { solver, seen } = withoutChoice();
    for (const effort of ['fast', 'thorough'] as const) {
      expect(of(suppress(problem, 2, solver, { effort }).suppressed)).toBe('a b c d x');
    }
    expect(seen.moves).toBe(0);
    expect(of(suppress(problem, 2, highs).suppressed)).toBe('a c x');
  });

  test('are what a cell is part of, not what it is the total of', () => {
    const builder = new ProblemBuilder();
    const cells = Array.from({ length: 7 }, (_, at) =>
      builder.cell({ label: '', value: at === 0 ? 14 : 7, status: at === 0 ? PRIMARY : PUBLISHABLE, cost: 1 + (at % 2), lower: 0, upper: Infinity })); // prettier-ignore
    for (const at of [1, 3, 5]) builder.relation(cells[0]!, [cells[at]!, cells[at + 1]!]);
    const { solver } = withoutChoice();
    expect([...suppress(builder.build(), 2, solver).suppressed]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});

test('thorough work branches twice as often for the cheapest choice, in tables of either kind', () => {
  const branches = (sums: readonly string[], effort?: Effort) => {
    const seen = new Set<number>();
    const solver: Solver = {
      load: (program, nodes, hint) => {
        if (nodes !== undefined && !hint) seen.add(nodes);
        return highs.load(program, nodes, hint);
      },
    };
    suppress(problemByName(COST, sums).problem, 2, solver, effort ? { effort } : {});
    return [...seen];
  };
  for (const sums of [CROSSED.slice(0, 2), CROSSED]) {
    // Roughly first.
    expect(branches(sums)).toEqual([1, 50]);
    expect(branches(sums, 'fast')).toEqual([1, 50]);
    expect(branches(sums, 'thorough')).toEqual([1, 100]);
  }
});

describe('three crossed sums', () => {
  test('are protected by cuts where these are good enough', () => {
    const { problem, of } = crossed();
    const { solver, seen } = asIs();
    const { suppressed, primary, complementary, lowerBound, audit } = suppress(problem, 2, solver);
    expect(of(suppressed)).toBe('a c e x');
    expect({ primary, complementary, lowerBound, safe: audit.safe }).toEqual({
      primary: 1,
      complementary: 3,
      lowerBound: 3,
      safe: true,
    });
    expect(seen.moves).toBe(0);
  });

  test('are protected by moves where cuts suppress too much', () => {
    const { problem, of } = crossed();
    const { solver, seen } = withoutChoice();
    const rounds: SearchProgress[] = [];
    const found = suppress(problem, 2, solver, { onProgress: (progress) => rounds.push(progress) });
    expect(of(found.suppressed)).toBe('a c e x');
    expect(found.audit.safe).toBe(true);
    expect(found.lowerBound).toBe(0);
    expect(seen.moves).toBeGreaterThan(0);
    // First the rounds of the cuts, then those of the moves.
    expect(rounds.filter(({ round }) => round === 1).length).toBe(2);
  });

  test('keep the bound of the cuts where moves win', () => {
    const { problem, of } = crossed();
    let asked = 0;
    const { solver } = changed((kind, own) => (kind === 'choice' && asked++ >= 3 ? undecided : own));
    const found = suppress(problem, 2, solver);
    expect([of(found.suppressed), found.lowerBound]).toEqual(['a c e x', 3]);
  });

  test('keep what cuts find where moves find nothing, or nothing cheaper', () => {
    const { problem, of } = crossed();
    const { solver, seen } = changed((kind, own) => (kind === 'other' ? own : undecided));
    expect(of(suppress(problem, 2, solver).suppressed)).toBe('a b c d e f x');
    expect(seen.moves).toBeGreaterThan(0);
    const { solver: doubting, seen: tried } = changed((kind, own) => (kind === 'choice' ? (cost) => lessSure(own(cost), 0.1) : own)); // prettier-ignore
    const found = suppress(problem, 2, doubting);
    expect([of(found.suppressed), found.complementary, found.lowerBound]).toEqual(['a c e x', 3, 1]);
    expect(tried.moves).toBeGreaterThan(0);
    // Where no move is found, everything would be suppressed instead.
    const { solver: without, seen: missed } = changed((kind, own) => (kind === 'choice' ? (cost) => lessSure(own(cost), 0.1) : kind === 'move' ? undecided : own)); // prettier-ignore
    expect(of(suppress(problem, 2, without).suppressed)).toBe('a c e x');
    expect(missed.moves).toBeGreaterThan(0);
  });

  test('are tried by moves from one and a half times the bound on, or from the bound on if thorough', () => {
    // The cheapest costs 9; what the master knows of it is a share of this.
    const { problem, of } = problemByName({ x: 0, a: 3, b: 4, c: 3, d: 4, e: 3, f: 4 }, CROSSED);
    const tried = (share: number, effort?: Effort): boolean => {
      const { solver, seen } = changed((kind, own) =>
        kind === 'choice' ? (cost) => lessSure(own(cost), share) : own,
      );
      const found = suppress(problem, 2, solver, effort ? { effort } : {});
      expect(of(found.suppressed)).toBe('a c e x');
      expect(found.lowerBound).toBe(9 * share);
      return seen.moves > 0;
    };
    expect([1, 2 / 3, 1 / 3].map((share) => tried(share))).toEqual([false, false, true]);
    expect([1, 2 / 3, 1 / 3].map((share) => tried(share, 'fast'))).toEqual([false, false, true]);
    expect([1, 2 / 3, 1 / 3].map((share) => tried(share, 'thorough'))).toEqual([false, true, true]);
  });

  test('are left to moves where cuts find no pattern', () => {
    const { problem, of } = crossed();
    const { solver } = changed((kind, own) => (kind === 'choice' ? () => ({ status: 'infeasible' }) : own));
    const found = suppress(problem, 2, solver);
    expect([of(found.suppressed), found.lowerBound, found.audit.safe]).toEqual(['a c e x', 0, true]);
  });

  test('have no pattern where neither finds one, and pass on what else goes wrong', () => {
    const { problem, index } = problemByName({ x: 0 }, CROSSED);
    expect(() => suppress(problem, 2, highs)).toThrow(new NoSafePattern([index('x')]));
    const fault = new RangeError('No memory.');
    for (const broken of ['choice', 'move'] as const) {
      const { solver } = changed((kind, own) => {
        if (kind !== broken) return kind === 'choice' ? undecided : own;
        return () => {
          throw fault;
        };
      });
      expect(() => suppress(crossed().problem, 2, solver)).toThrow(fault);
    }
  });

  test('count what must be suppressed with a group apart from what protects', () => {
    const { problem, of } = problemByName({ x: 0, g: 1, a: 1, b: 1, c: 1, d: 1 }, ['xad', 'xb', 'xc', 'gd'], ['xg']); // prettier-ignore
    const { suppressed, primary, complementary } = suppress(problem, 1, highs);
    expect([of(suppressed), primary, complementary]).toEqual(['b c d g x', 2, 3]);
  });

  test('in a wide table are protected by moves alone, with a bound from a few rounds of cuts', () => {
    const wide = (cells: number): ProtectionProblem => {
      const builder = new ProblemBuilder();
      const add = (value: number, status: 0 | 1 | 2, price = 1): number =>
        builder.cell({ label: '', value, status, cost: price, lower: 0, upper: 99 });
      const x = add(7, PRIMARY);
      for (let at = 0; at < 3; at++) {
        const parts = [x, add(7, PUBLISHABLE, 1), add(7, PUBLISHABLE, 2)];
        builder.relation(add(21, LOCKED), parts);
      }
      for (let at = 7; at < cells; at++) add(7, PUBLISHABLE);
      return builder.build();
    };
    const kinds = (cells: number, effort: Effort) => {
      const { solver, seen } = asIs();
      const { complementary, lowerBound } = suppress(wide(cells), 2, solver, { effort });
      return { complementary, lowerBound, byMoves: seen.moves > 0 };
    };
    for (const effort of ['fast', 'thorough'] as const) {
      expect(kinds(9_999, effort)).toEqual({ complementary: 3, lowerBound: 3, byMoves: false });
      expect(kinds(10_000, effort)).toEqual({ complementary: 3, lowerBound: 3, byMoves: true });
    }
  });
});

describe('four crossed sums', () => {
  /** x stands in four sums, each with a cell of its own, cost 1; one cell of cost 3 stands in all of them. */
  const wide = (cells: number, room = true): ProtectionProblem => {
    const builder = new ProblemBuilder();
    const add = (value: number, status: 0 | 1 | 2, cost = 1, hasRoom = true): number =>
      builder.cell({
        label: '',
        value,
        status,
        cost,
        lower: hasRoom ? 0 : value,
        upper: hasRoom ? 99 : value,
      });
    const x = add(7, PRIMARY);
    const shared = add(7, PUBLISHABLE, 3);
    for (let at = 0; at < 4; at++) {
      const parts = [x, shared, add(7, PUBLISHABLE, 1, room)];
      builder.relation(add(21, LOCKED), parts);
    }
    for (let at = 6; at < cells; at++) add(7, PUBLISHABLE);
    return builder.build();
  };
  const found = (problem: ProtectionProblem, effort?: Effort) => {
    const { solver, seen } = asIs();
    const rounds: SearchProgress[] = [];
    const { suppressed, lowerBound, audit } = suppress(problem, 2, solver, {
      ...(effort ? { effort } : {}),
      onProgress: (progress) => rounds.push(progress),
    });
    expect(audit.safe).toBe(true);
    const cost = problem.cost.reduce((sum, one, cell) => sum + (cell > 0 ? one * suppressed[cell]! : 0), 0);
    return { cost, lowerBound, byMoves: seen.moves > 0, byCuts: rounds.some(({ cuts }) => cuts > 0) };
  };

  test('are protected by cuts in a small table', () => {
    expect(found(wide(999))).toMatchObject({ cost: 3, byMoves: false, byCuts: true });
  });

  test('are protected by elimination in a wide one, with a bound from a few rounds of cuts', () => {
    expect(found(wide(1_000))).toEqual({ cost: 4, lowerBound: 3, byMoves: false, byCuts: false });
  });

  test('are protected by moves as well for thorough work, if these suppress less', () => {
    expect(found(wide(1_000), 'thorough')).toMatchObject({ cost: 3, lowerBound: 3, byMoves: true });
    const dear = wide(1_000);
    dear.cost[1] = 9;
    expect(found(dear, 'thorough')).toMatchObject({ cost: 4, lowerBound: 4, byMoves: true });
  });

  test('are protected by moves where elimination is not safe', () => {
    for (const effort of ['fast', 'thorough'] as const)
      expect(found(wide(1_000, false), effort)).toMatchObject({ cost: 3, lowerBound: 3, byMoves: true });
  });
});

/** The same answer with a bound that is a share of the right one. */
function lessSure(outcome: Outcome, share: number): Outcome {
  return 'x' in outcome ? { ...outcome, bound: share * outcome.bound } : outcome;
}
