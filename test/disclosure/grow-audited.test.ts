/** Growing a pattern cell by cell until the audit finds nothing. */
import { growAudited } from '../../src/disclosure/search/grow-audited.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask, type SearchProgress } from '../../src/disclosure/search/search-task.ts';
import { failure } from './failure.ts';
import { problemByName } from './problem-by-name.ts';
import { optimal, scripted, UNDECIDED, type Asked } from './scripted-solver.ts';

let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** x takes a, then y takes c and moves a; with c, x needs no a. */
const spare = () => problemByName({ x: 0, y: 0, a: 0.5, c: 2 }, ['xac', 'yc']);

/** Audits that find nothing, as long as there are no more than `failing` patterns. */
function blindAudits(failing: number) {
  const told: SearchProgress[][] = [];
  let isBlind = false;
  const onProgress = (progress: SearchProgress): void => {
    if (progress.round === 1) told.push([]);
    told.at(-1)!.push(progress);
    isBlind = false;
  };
  const solver: Solver = {
    load: (program, nodes, hint) => {
      const loaded = highs.load(program, nodes, hint);
      // An audit begins with a program that is asked many questions.
      isBlind ||= hint !== 'near-zero' && hint !== 'single' && told.length <= failing;
      // A first table is looked for cell by cell here: it is not the audit's.
      if (isBlind && program.lower.length > 1) loaded.minimise = () => UNDECIDED;
      return loaded;
    },
  };
  const run = () => {
    const { problem, of } = spare();
    const { suppressed, audit } = growAudited(new SearchTask(problem, 1, solver, onProgress), 1e6);
    return [of(suppressed), audit.safe];
  };
  /** How often a choice was shown on trial, attempt by attempt. */
  const trials = () => told.map((rounds) => rounds.filter(({ cuts }) => cuts === 0).length);
  return { run, trials };
}

describe('a pattern that is grown until an audit proves it', () => {
  test('is the first where that is proved', () => {
    const { run, trials } = blindAudits(0);
    expect(run()).toEqual(['c x y', true]);
    expect(trials()).toEqual([3]);
  });

  test('is tried once more where it is not, with more suppressed: nothing is shown on trial', () => {
    const { run, trials } = blindAudits(1);
    expect(run()).toEqual(['a c x y', true]);
    expect(trials()).toEqual([3, 0]);
  });

  test('is shown again on trial as long as the work allows', () => {
    const { problem, of } = spare();
    expect(of(growAudited(new SearchTask(problem, 1, highs), 0).suppressed)).toBe('a c x y');
  });

  test('is everything that may be suppressed where no move is found, if that is proved', () => {
    const { problem, of } = spare();
    const withoutMoves: Solver = {
      load: (program, nodes, hint) => {
        const loaded = highs.load(program, nodes, hint);
        if (hint === 'near-zero') loaded.minimise = () => UNDECIDED;
        return loaded;
      },
    };
    const { suppressed, audit } = growAudited(new SearchTask(problem, 1, withoutMoves), 1e6);
    expect([of(suppressed), audit.safe]).toEqual(['a c x y', true]);
  });

  test('is none where nothing is proved of all that may be suppressed; what was open last is named', () => {
    const { problem, index } = problemByName({ x: 0, y: 0, a: 1, b: 9 }, ['xab', 'yl']);
    expect(failure(() => growAudited(new SearchTask(problem, 1, highs), 1e6))).toEqual(
      new NoSafePattern([index('y')]),
    );
    const { run, trials } = blindAudits(2);
    const { index: spared } = spare();
    expect(failure(run)).toEqual(new NoSafePattern(['a', 'c', 'x', 'y'].map(spared)));
    expect(trials()).toEqual([3, 0]);
  });

  test('is none of which the solver breaks down', () => {
    const fault = new RangeError('No memory.');
    // Once only: another attempt would find a pattern.
    let loads = 0;
    const broken: Solver = {
      load: (...all) => {
        if (loads++ === 0) throw fault;
        return highs.load(...all);
      },
    };
    expect(failure(() => growAudited(new SearchTask(spare().problem, 1, broken), 1e6))).toBe(fault);
  });
});

describe('moves are looked for', () => {
  const LENGTH = 5_000;
  /** Neighbours add up to 14; the first must be suppressed, and no other is. */
  function chain(): ProtectionProblem {
    const builder = new ProblemBuilder();
    const cell = (status: 0 | 1 | 2, value = 7, upper = 99): number =>
      builder.cell({ label: '', value, lower: 0, upper, status });
    const parts = Array.from({ length: LENGTH }, (_, at) => cell(at === 0 ? PRIMARY : PUBLISHABLE));
    const sum = cell(LOCKED, 14);
    parts.slice(1).forEach((part, at) => builder.relation(sum, [parts[at]!, part]));
    return builder.build();
  }

  /** What the first reaches cost, up and down, in one attempt after the other. */
  function moves(): Asked[][] {
    const { solver, asked } = scripted(({ program }) =>
      program.lower.length === 1 ? optimal(7) : UNDECIDED,
    );
    const attempts: Asked[][] = [];
    const problem = chain();
    const watched: Solver = { load: (...all) => solver.load(...all) };
    const starts: number[] = [];
    expect(
      failure(() =>
        growAudited(
          new SearchTask(problem, 1, watched, ({ round }) => {
            if (round === 1) starts.push(asked.length);
          }),
          1e6,
        ),
      ),
    ).toBeInstanceOf(NoSafePattern);
    starts.forEach((start, at) => {
      const all = asked.slice(start, starts[at + 1]);
      attempts.push(all.filter(({ hint }) => hint === 'near-zero').slice(0, 16));
    });
    return attempts;
  }

  test('near first, then anywhere, up and down, at rising prices of what is suppressed, and never the same twice', () => {
    const attempts = moves();
    expect(attempts.length).toBe(2);
    for (const asked of attempts) {
      const reached = asked.map(({ program }) => (program.lower.length + 1) / 2);
      const sizes = [300, 1_200, 4_800, 1_200, 4_800, LENGTH, LENGTH, 2_000];
      expect(reached).toEqual(sizes.flatMap((size) => [size, size]));
      const trifles = [0.001, 0.001, 0.01, 0.1, 0.1, 0.1, 0.5, 1];
      asked.forEach(({ cost }, at) => {
        const trifle = trifles[at >> 1]!;
        expect(cost[0]! >= trifle && cost[0]! <= 1.3 * trifle).toBe(true);
      });
    }
    // Prices of the other cells: the same up and down, and near by as in the first reach; another draw in each reach and attempt.
    const draws = attempts.flat().map(({ cost }) => cost.slice(1, 200).join());
    expect(new Set(draws).size).toBe(14);
  });
});
