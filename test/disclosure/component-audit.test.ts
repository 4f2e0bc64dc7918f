/** The audit of one large connected component. */
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import { ComponentAudit } from '../../src/disclosure/audit/component-audit.ts';
import { isFeasible } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261126);
/** More than 2,000 columns in all, where no program over all of them is asked cell by cell. */
const SIZE = 13;

test('a large system whose corners are no tables is proved by tables from its centre, and a fixed cell is not', async () => {
  console.log(`seed ${SEED}`);
  const random = die(SEED);
  const values = Array.from({ length: SIZE ** 3 }, () => 1 + Math.floor(random() * 4));
  const builder = new ProgramBuilder();
  // The first cell is known, and all others may be as many as they like.
  values.forEach((value, cell) => builder.column(cell === 0 ? value : 1, cell === 0 ? value : 60));
  const steps = [1, SIZE, SIZE * SIZE];
  for (const step of steps) {
    for (let first = 0; first < values.length; first++) {
      if (Math.floor(first / step) % SIZE !== 0) continue;
      let sum = 0;
      for (let at = 0; at < SIZE; at++) {
        builder.entry(first + at * step, 1);
        sum += values[first + at * step]!;
      }
      builder.endRow(sum, sum);
    }
  }
  const program = builder.build();
  const cells = Int32Array.from(values, (_, cell) => cell);
  const tested = new Uint8Array(values.length).fill(1);
  const found = new ComponentAudit({ cells, tested, program }, 1, await highsSolver()).run();
  expect([...found.unsafe]).toEqual([0]);
  expect([...found.disclosed]).toEqual([0]);
  for (const { values: table } of found.witnesses) expect(isFeasible(program, table)).toBe(true);
  for (const cell of cells.subarray(1)) {
    expect(new Set(found.witnesses.map(({ values: table }) => table[cell])).size).toBeGreaterThan(1);
  }
});
