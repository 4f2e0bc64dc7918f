/** Tables of three and more crossed dimensions, where cuts alone hide several times too much. */
import { audit } from '../../src/disclosure/audit.ts';
import { crossTable } from '../../src/disclosure/cross-table.ts';
import { growAudited } from '../../src/disclosure/grow-audited.ts';
import { below } from '../../src/disclosure/primary-rules.ts';
import { LOCKED, mayHide, PRIMARY, type Problem } from '../../src/disclosure/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { publish } from '../../src/disclosure/published.ts';
import type { Solver } from '../../src/disclosure/solver.ts';
import { NoSafePattern, protect, type Pattern } from '../../src/disclosure/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260405);
const SIZES = [4, 4, 3, 3] as const;
let solver: Solver;
let problem: Problem;
let pattern: Pattern;
const rounds: number[] = [];
const open: number[] = [];

beforeAll(async () => {
  console.log(`seed ${SEED}`);
  solver = await highsSolver();
  const random = die(SEED);
  const codes = SIZES.reduce<string[][]>(
    (all, size) => all.flatMap((path) => Array.from({ length: size }, (_, at) => [...path, `c${at}`])),
    [[]],
  );
  const records = codes.map((path) => ({
    codes: path,
    value: random() < 0.5 ? 0 : Math.floor(30 * random() ** 2),
  }));
  const dimensions = SIZES.map((_, at) => [`d${at}`]);
  ({ problem } = crossTable(dimensions, records, {
    primary: [below(5)],
    zeros: 'published',
    attacker: 'ge1',
    objective: 'count',
  }));
  pattern = protect(problem, 1, solver, {
    onProgress: ({ round, cuts }) => {
      rounds.push(round);
      open.push(cuts);
    },
  });
});

test('a pattern costs less than twice what every pattern costs; cuts that end early hide four times as much', () => {
  expect(pattern.audit.safe).toBe(true);
  expect(pattern.complementary).toBeGreaterThanOrEqual(pattern.lowerBound);
  expect(pattern.complementary).toBeLessThan(2 * pattern.lowerBound);
});

describe('where no move is found', () => {
  const withoutMoves: Solver = {
    load: (program, nodes, manner) => {
      const loaded = solver.load(program, nodes, manner);
      if (manner === 'near') loaded.minimise = () => ({ status: 'undecided' });
      return loaded;
    },
  };

  test('what cuts find stands', () => {
    const byCuts = protect(problem, 1, withoutMoves);
    expect(byCuts.audit.safe).toBe(true);
    expect(byCuts.complementary).toBeGreaterThan(2 * pattern.complementary);
  });

  test('a pattern that was to be grown hides everything that may be hidden, if that is safe', () => {
    const { hidden, audit: proof } = growAudited(problem, 1, withoutMoves, 0);
    problem.values.forEach((_, cell) => {
      expect(hidden[cell]).toBe(mayHide(problem, cell) ? 1 : 0);
    });
    expect(proof.safe).toBe(true);
    expect(audit(publish(problem, hidden), 1, solver).safe).toBe(true);
  });

  test('and there is none if even that is not', () => {
    const builder = new ProblemBuilder();
    const cell = (value: number, status: typeof LOCKED | typeof PRIMARY): number =>
      builder.cell({ label: `${value}`, value, status, lower: 0, upper: Infinity });
    builder.relation(cell(7, LOCKED), [cell(3, PRIMARY), cell(4, LOCKED)]);
    expect(() => growAudited(builder.build(), 1, solver, 0)).toThrow(NoSafePattern);
  });
});

test('the search tells how far it has come until it ends', () => {
  expect(rounds.length).toBeGreaterThan(30);
  expect(open.at(-1)).toBe(0);
});
