/** The published table as every reader holds it: the same problem with each suppressed value erased. */
import { UNPUBLISHED, type ProtectionProblem, type Relations } from './problem.ts';

declare const erased: unique symbol;

/**
 * Only `eraseSuppressed` makes one, so whoever takes one cannot be handed a suppressed value.
 *
 * shown       value of a published cell; NaN where suppressed, length n
 * suppressed  1 where suppressed, length n
 * tested      1 where the cell must keep the protection level: suppressed and not UNPUBLISHED, length n
 * lower, upper, relations, atMost  as in ProtectionProblem: they are public
 */
export interface Published {
  readonly [erased]: true;
  readonly shown: Float64Array;
  readonly suppressed: Uint8Array;
  readonly tested: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly relations: Relations;
  readonly atMost: Int32Array;
}

/**
 * Erases the value of each suppressed cell, so that nothing behind this call can depend on one.
 *
 * suppressed  1 where the pattern suppresses, length n
 * throws      RangeError where the lengths differ. Cost: one pass.
 */
export function eraseSuppressed(problem: ProtectionProblem, suppressed: Uint8Array): Published {
  if (suppressed.length !== problem.values.length) throw new RangeError('One mark per cell is needed.');
  const published: Omit<Published, typeof erased> = {
    shown: problem.values.map((value, cell) => (suppressed[cell] === 1 ? NaN : value)),
    suppressed: suppressed.slice(),
    tested: suppressed.map((mark, cell) => (mark === 1 && problem.status[cell] !== UNPUBLISHED ? 1 : 0)),
    lower: problem.lower,
    upper: problem.upper,
    relations: problem.relations,
    atMost: problem.atMost,
  };
  return published as Published;
}
