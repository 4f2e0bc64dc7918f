/** Tables of three and more crossed dimensions, where cuts alone suppress several times too much. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { crossTable } from '../../src/disclosure/table/cross-table.ts';
import { growAudited } from '../../src/disclosure/search/grow-audited.ts';
import { thresholdRule } from '../../src/disclosure/table/primary-rules.ts';
import {
  LOCKED,
  maySuppress,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern, suppress, type Pattern } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask } from '../../src/disclosure/search/search-task.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260405);
const SIZES = [4, 4, 3, 3] as const;
let solver: Solver;
let problem: ProtectionProblem;
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
    primary: [thresholdRule(5)],
    zeros: 'published',
    attacker: 'ge1',
    objective: 'count',
  }));
  pattern = suppress(problem, 1, solver, {
    onProgress: ({ round, cuts }) => {
      rounds.push(round);
      open.push(cuts);
    },
  });
});

test('a pattern costs less than twice what every pattern costs; cuts that end early suppress four times as much', () => {
  expect(pattern.audit.safe).toBe(true);
  expect(pattern.complementary).toBeGreaterThanOrEqual(pattern.lowerBound);
  expect(pattern.complementary).toBeLessThan(2 * pattern.lowerBound);
});

describe('where no move is found', () => {
  const withoutMoves: Solver = {
    load: (program, nodes, hint) => {
      const loaded = solver.load(program, nodes, hint);
      if (hint === 'near-zero') loaded.minimise = () => ({ status: 'undecided' });
      return loaded;
    },
  };

  test('what cuts find stands', () => {
    const byCuts = suppress(problem, 1, withoutMoves);
    expect(byCuts.audit.safe).toBe(true);
    expect(byCuts.complementary).toBeGreaterThan(2 * pattern.complementary);
  });

  test('a pattern that was to be grown suppresses everything that may be suppressed, if that is safe', () => {
    const { suppressed, audit: proof } = growAudited(new SearchTask(problem, 1, withoutMoves), 0);
    problem.values.forEach((_, cell) => {
      expect(suppressed[cell]).toBe(maySuppress(problem, cell) ? 1 : 0);
    });
    expect(proof.safe).toBe(true);
    expect(audit(eraseSuppressed(problem, suppressed), 1, solver).safe).toBe(true);
  });

  test('and there is none if even that is not', () => {
    const builder = new ProblemBuilder();
    const cell = (value: number, status: typeof LOCKED | typeof PRIMARY): number =>
      builder.cell({ label: `${value}`, value, status, lower: 0, upper: Infinity });
    builder.relation(cell(7, LOCKED), [cell(3, PRIMARY), cell(4, LOCKED)]);
    expect(() => growAudited(new SearchTask(builder.build(), 1, solver), 0)).toThrow(NoSafePattern);
  });
});

test('the search tells how far it has come until it ends', () => {
  expect(rounds.length).toBeGreaterThan(30);
  expect(open.at(-1)).toBe(0);
});
