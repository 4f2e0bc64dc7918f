/** Tables of three and more crossed dimensions, where cuts alone hide several times too much. */
import { audit } from '../../src/disclosure/audit.ts';
import { crossTable } from '../../src/disclosure/cross-table.ts';
import { below } from '../../src/disclosure/primary-rules.ts';
import { mayHide, type Problem } from '../../src/disclosure/problem.ts';
import { publish } from '../../src/disclosure/published.ts';
import type { Solver } from '../../src/disclosure/solver.ts';
import { protect, type Pattern } from '../../src/disclosure/suppress.ts';
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

test('where no move is found everything is hidden that may be, if that is safe', () => {
  const withoutMoves: Solver = {
    load: (program, nodes, manner) => {
      const loaded = solver.load(program, nodes, manner);
      if (manner === 'near') loaded.minimise = () => ({ status: 'undecided' });
      return loaded;
    },
  };
  const { hidden, audit: proof } = protect(problem, 1, withoutMoves);
  problem.values.forEach((_, cell) => {
    expect(hidden[cell]).toBe(mayHide(problem, cell) ? 1 : 0);
  });
  expect(proof.safe).toBe(true);
  expect(audit(publish(problem, hidden), 1, solver).safe).toBe(true);
});

test('the search tells how far it has come until it ends', () => {
  expect(rounds.length).toBeGreaterThan(30);
  expect(open.at(-1)).toBe(0);
});
