/** What may be decided: one choice per open cell, or per group of cells that are hidden all or none. */
import { alwaysHidden, listAt, listCount, mayHide, type Problem } from './problem.ts';

export interface Choices {
  /** 1 for what every pattern hides, length n. */
  readonly always: Uint8Array;
  /** Which choice hides the cell; -1 where there is none. Length n. */
  readonly of: Int32Array;
  /** The cells of each choice, ascending. */
  readonly cells: readonly (readonly number[])[];
  /** Public cost of each choice. */
  readonly cost: Float64Array;
}

/** What may be taken and what must: 1 per choice. */
export interface Frame {
  readonly allowed: Uint8Array;
  readonly kept: Uint8Array;
}

/** Choices by their first cell. Cost: one pass. */
export function choicesOf(problem: Problem): Choices {
  const always = alwaysHidden(problem);
  const group = new Int32Array(always.length).fill(-1);
  for (let at = 0; at < listCount(problem.together); at++) {
    for (const cell of listAt(problem.together, at)) group[cell] = at;
  }
  const of = new Int32Array(always.length).fill(-1);
  const first = new Int32Array(listCount(problem.together)).fill(-1);
  const cells: number[][] = [];
  for (let cell = 0; cell < of.length; cell++) {
    if (always[cell] === 1 || !mayHide(problem, cell)) continue;
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

/** 1 where hidden, length n, from 1 per choice taken. */
export function patternOf(choices: Choices, taken: Uint8Array): Uint8Array {
  const hidden = choices.always.slice();
  choices.cells.forEach((cells, choice) => {
    if (taken[choice] === 1) for (const cell of cells) hidden[cell] = 1;
  });
  return hidden;
}
