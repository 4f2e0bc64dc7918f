/** The two-by-two table of docs/certificate.md: its problem, and the place of each cell. */
import { PRIMARY, type ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';

/** Cells row by row: A/x, A/y, A, B/x, B/y, B, x, y, all. Whatever `shift` is, the same is published. */
export function exampleProblem(shift = 0): ProtectionProblem {
  const builder = new ProblemBuilder();
  const values = [5 + shift, 7 - shift, 12, 6 - shift, 8 + shift, 14, 11, 15, 26];
  const inner = [0, 1, 3, 4];
  values.forEach((value, cell) =>
    builder.cell({
      label: `cell ${cell}`,
      value,
      ...(inner.includes(cell) ? { status: PRIMARY } : {}),
      lower: 1,
      upper: Infinity,
    }),
  );
  builder.relation(2, [0, 1]);
  builder.relation(5, [3, 4]);
  builder.relation(8, [6, 7]);
  builder.relation(6, [0, 3]);
  builder.relation(7, [1, 4]);
  builder.relation(8, [2, 5]);
  return builder.build();
}
