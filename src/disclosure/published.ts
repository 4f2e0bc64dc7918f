/** What a reader holds: the same problem with every hidden value erased. */
import { UNKNOWN, type Problem, type Relations } from './problem.ts';

declare const erased: unique symbol;

/**
 * Only `publish` makes one, so whoever takes one cannot be handed a hidden value.
 *
 * shown   value of an open cell; NaN where hidden, length n
 * hidden  1 where hidden, length n
 * tested  1 where hidden and to be told by nobody: all hidden cells but the unknown ones, length n
 * lower, upper, relations, atMost  as in Problem: public
 */
export interface Published {
  readonly [erased]: true;
  readonly shown: Float64Array;
  readonly hidden: Uint8Array;
  readonly tested: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly relations: Relations;
  readonly atMost: Int32Array;
}

/**
 * hidden  1 where a cell is hidden, length n
 * throws  RangeError where the lengths differ. Cost: one pass.
 */
export function publish(problem: Problem, hidden: Uint8Array): Published {
  if (hidden.length !== problem.values.length) throw new RangeError('One mark per cell is needed.');
  const published: Omit<Published, typeof erased> = {
    shown: problem.values.map((value, cell) => (hidden[cell] === 1 ? NaN : value)),
    hidden: hidden.slice(),
    tested: hidden.map((mark, cell) => (mark === 1 && problem.status[cell] !== UNKNOWN ? 1 : 0)),
    lower: problem.lower,
    upper: problem.upper,
    relations: problem.relations,
    atMost: problem.atMost,
  };
  return published as Published;
}
