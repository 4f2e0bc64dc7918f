/** Cutting planes: inequalities that every safe pattern obeys. */
import { SLACK } from '../program/solver.ts';

/**
 * A cut says Σ coefficient · x ≥ right, where x is 1 for a choice that is taken. For a target that is always suppressed,
 * right is 1; for another, right is 0 and its own choice stands last, with coefficient -1.
 */
export interface Cut {
  /** The cell that the cut protects. */
  readonly target: number;
  readonly choice: Int32Array;
  readonly coefficient: Float64Array;
  readonly right: number;
}

/** Whether the choices taken, 1 per choice, obey the cut. */
export function holds({ choice, coefficient, right }: Cut, taken: Uint8Array): boolean {
  let sum = 0;
  for (let at = 0; at < choice.length; at++) sum += coefficient[at]! * taken[choice[at]!]!;
  return sum >= right - SLACK;
}
