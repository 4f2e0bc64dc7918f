/** The choices of a search: one per publishable cell, or per group of cells that are suppressed all or none. */
import {
  alwaysSuppressed,
  listAt,
  listCount,
  maySuppress,
  type ProtectionProblem,
} from '../problem/problem.ts';

/** The choices of one problem of n cells. */
export interface Choices {
  /** The least pattern has 1 for each cell that every pattern suppresses, length n. */
  readonly always: Uint8Array;
  /** A cell is suppressed by this choice; -1 where there is none. Length n. */
  readonly of: Int32Array;
  /** A choice suppresses these cells, ascending. */
  readonly cells: readonly (readonly number[])[];
  /** A choice costs the sum of the public costs of its cells. */
  readonly cost: Float64Array;
}

/** The frame of the master problem says which choices may be taken and which must: 1 per choice. */
export interface Frame {
  readonly allowed: Uint8Array;
  readonly kept: Uint8Array;
}

/** Lists the choices of a problem by their first cell. Cost: one pass. */
export function choicesOf(problem: ProtectionProblem): Choices {
  const always = alwaysSuppressed(problem);
  const group = new Int32Array(always.length).fill(-1);
  for (let at = 0; at < listCount(problem.together); at++) {
    for (const cell of listAt(problem.together, at)) group[cell] = at;
  }
  const of = new Int32Array(always.length).fill(-1);
  const first = new Int32Array(listCount(problem.together)).fill(-1);
  const cells: number[][] = [];
  for (let cell = 0; cell < of.length; cell++) {
    if (always[cell] === 1 || !maySuppress(problem, cell)) continue;
    const together = group[cell]!;
    const known = together < 0 ? -1 : first[together]!;
    const choice = known < 0 ? cells.push([]) - 1 : known;
    if (together >= 0) first[together] = choice;
    of[cell] = choice;
    cells[choice]!.push(cell);
  }
  const cost = Float64Array.from(cells, (all) => all.reduce((sum, cell) => sum + problem.cost[cell]!, 0));
  return { always, of, cells, cost };
}

/** Returns the pattern of the choices taken: 1 where suppressed, length n. */
export function patternOf(choices: Choices, taken: Uint8Array): Uint8Array {
  const suppressed = choices.always.slice();
  choices.cells.forEach((cells, choice) => {
    if (taken[choice] === 1) for (const cell of cells) suppressed[cell] = 1;
  });
  return suppressed;
}
