/** The proof of a table: what it is made of, and that nothing suppressed can get into it. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { proofText, prove, type Proof } from '../../src/disclosure/proof/certificate.ts';
import type { ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { eraseSuppressed, type Published } from '../../src/disclosure/problem/published.ts';
import { proofFrom } from '../../src/disclosure/proof/read-certificate.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern, suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { exampleProblem } from './certificate-example.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260403);
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const inOrder = (published: Published): Int32Array => Int32Array.from(published.suppressed.keys());
const proofOf = (published: Published, width: number): Proof =>
  prove(published, audit(published, width, solver), width, inOrder(published));

/** Another true table with the same published bytes: what the audit found, put where it was suppressed. */
function elsewhere(problem: ProtectionProblem, suppressed: Uint8Array, proof: Proof): ProtectionProblem {
  const values = problem.values.slice();
  let at = 0;
  for (const cell of suppressed.keys()) if (suppressed[cell] === 1) values[cell] = proof.base[at++]!;
  return { ...problem, values };
}

describe('a proof', () => {
  test('is the same, byte for byte, for two true tables with the same published bytes', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    let compared = 0;
    for (let round = 0; round < 60; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      let suppressed: Uint8Array;
      try {
        suppressed = suppress(problem, 1, solver).suppressed;
      } catch (error) {
        if (error instanceof NoSafePattern) continue;
        throw error;
      }
      const proof = proofOf(eraseSuppressed(problem, suppressed), 1);
      const other = elsewhere(problem, suppressed, proof);
      if (other.values.every((value, cell) => value === problem.values[cell])) continue;
      expect(proofText(proofOf(eraseSuppressed(other, suppressed), 1))).toBe(proofText(proof));
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });

  test('cannot be given a table with its suppressed values: the type forbids it, and what is handed over holds none', () => {
    const problem = exampleProblem();
    const suppressed = Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0]);
    const published = eraseSuppressed(problem, suppressed);
    // @ts-expect-error only `eraseSuppressed` makes what an audit and a proof are given
    const withValues: Published = { ...problem, shown: problem.values, suppressed, tested: suppressed };
    expect(withValues.shown).toEqual(problem.values);
    expect(published.shown.filter((_, cell) => suppressed[cell] === 1)).toEqual(
      new Float64Array(4).fill(NaN),
    );
  });

  test('does not hold the true table but by chance: it is the same whichever of them is true', () => {
    const texts = [-3, 0, 2, 4].map((shift) =>
      proofText(
        proofOf(eraseSuppressed(exampleProblem(shift), Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0])), 4),
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('is canonical JSON, and reads back as it was', () => {
    const proof = proofOf(eraseSuppressed(exampleProblem(), Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0])), 4);
    expect(proofText(proof)).toBe(canonicalJson(proof));
    expect(proofFrom(JSON.parse(proofText(proof)))).toEqual(proof);
  });

  test('is refused where the audit found a cell unsafe', () => {
    const published = eraseSuppressed(exampleProblem(), Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0]));
    expect(() => proofOf(published, 4)).toThrow('cannot be certified');
  });

  test('is refused for a cell without a place in the table', () => {
    const published = eraseSuppressed(exampleProblem(), Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0]));
    const found = audit(published, 4, solver);
    expect(() => prove(published, found, 4, inOrder(published).slice(0, 8))).toThrow('no place');
  });
});

describe('what a proof is made of', () => {
  const UNBOUNDED = Infinity;
  /** 0 + 1 + 2 = 3, and 4 is never above 0, nor 1 above 4; cell 5 stands for itself. */
  function published(ends: readonly (readonly [number, number])[]): Published {
    const builder = new ProblemBuilder();
    [2, 3, 4, 9, 2, 6].forEach((value, cell) =>
      builder.cell({ label: '', value, lower: ends[cell]?.[0] ?? 0, upper: ends[cell]?.[1] ?? UNBOUNDED }),
    );
    builder.relation(3, [0, 1, 2]);
    builder.atMost(4, 0);
    builder.atMost(4, 1);
    return eraseSuppressed(builder.build(), Uint8Array.of(1, 1, 1, 0, 1, 0));
  }
  const ENDS = [[1, 9], [1, 9], [1, UNBOUNDED], [0, 9], [0.5, UNBOUNDED]] as const; // prettier-ignore
  const PLACES = Int32Array.of(0, 1, 2, -1, -1, 4, 3, 5, -1, 0);
  const witness = (cells: number[], values: number[]) => ({
    cells: Int32Array.from(cells),
    values: Float64Array.from(values),
  });

  test('are runs of places and domains, rows as they stand, and tables by what differs from the first', () => {
    const witnesses = [
      witness([0, 1, 2], [3, 3, 3]),
      witness([0, 1, 2], [3, 3, 3]),
      witness([4], [2]),
      witness([0, 1, 2], [3, 1, 5]),
      witness([4], [1]),
    ];
    expect(prove(published(ENDS), { safe: true, witnesses }, 2, PLACES)).toEqual({
      atMost: [[4, 0], [4, 1]],
      base: [3, 3, 3, 2],
      domains: [[2, 1, 9], [2, 1, null]],
      format: 'kanon-proof/1',
      moves: [[1, -2, 2, 2], [3, -1]],
      positions: [[0, 3], [-1, 2], [4, 1], [3, 1], [5, 1], [-1, 1], [0, 1]],
      relations: [[3, 0, 1, 2]],
      width: 2,
    }); // prettier-ignore
  });

  test('are domains in whole numbers, each kind of end for itself', () => {
    const ends = [[0.5, 8.5], [1, 8], [1, 9], [0, 9], [1, UNBOUNDED]] as const; // prettier-ignore
    const proof = prove(published(ends), { safe: true, witnesses: [] }, 2, PLACES);
    expect(proof.domains).toEqual([[2, 1, 8], [1, 1, 9], [1, 1, null]]); // prettier-ignore
  });

  test('are refused where a relation has no total, or two', () => {
    const given = published(ENDS);
    for (const sign of [[1, 1, 1, 1], [-1, -1, 1, 1]]) {
      const relations = { ...given.relations, sign: Int32Array.from(sign) };
      expect(() => prove({ ...given, relations }, { safe: true, witnesses: [] }, 2, PLACES)).toThrow(
        new RangeError('Relation 0 has no single total.'),
      );
    } // prettier-ignore
  });
});
