/** Chooses what to hide so that no hidden cell follows from the published ones by addition and subtraction. */
import { Forms } from './gauss-forms.ts';
import { withSinglesTied } from './gauss-singles.ts';
import { alwaysHidden, listAt, listCount, mayHide, UNKNOWN, type Problem } from './problem.ts';

/**
 * One pass over the cells that may be published, by descending cost: each is published unless that would tell
 * a hidden cell. Of equal cost, totals of many relations come first: of the public orders tried on the shared
 * tables this left the fewest cells hidden or nearly so, and the fewest told to a reader of domains.
 *
 * returns  1 where hidden, length n; holds the always hidden cells, and `linearlyDisclosed` names only cells
 *          that no choice protects, nor does a sum of always hidden cells at their least value follow. Equal
 *          input gives equal output.
 * cost     about linear for two-way tables; forms get longer with each crossed dimension
 * source   Langsrud, Secondary Cell Suppression by Gaussian Elimination, PSD 2024, LNCS 14915
 */
export function gaussPattern(problem: Problem): Uint8Array {
  const hidden = alwaysHidden(problem);
  while (!pass(problem, hidden)) continue;
  return hidden;
}

/**
 * hidden   extended in place
 * returns  false if groups were found that can be hidden only if they are from the start; then only those are
 *          added to `hidden`
 */
function pass(problem: Problem, hidden: Uint8Array): boolean {
  const n = hidden.length;
  const unknown = new Uint8Array(n + 1).fill(1);
  const watched = new Uint8Array(n + 1).fill(1);
  const secret = new Uint8Array(n + 1);
  for (let cell = 0; cell < n; cell++) {
    unknown[cell] = hidden[cell] === 1 || mayHide(problem, cell) ? 1 : 0;
    watched[cell] = problem.status[cell] === UNKNOWN ? 0 : unknown[cell]!;
  }
  const relations = withSinglesTied(problem, hidden, unknown.subarray(0, n));
  const forms = new Forms(relations, unknown, watched, (stays, goes) => {
    if (secret[goes] === 1) secret[stays] = 1;
  });
  for (let cell = 0; cell <= n; cell++) {
    if (cell === n || hidden[cell] === 1) secret[forms.classOf(cell)] = 1;
  }

  const late: Int32Array[] = [];
  const more: Int32Array[] = [];
  for (const group of candidates(problem, hidden)) {
    const roots = [...group].map((cell) => forms.classOf(cell));
    if (roots.some((root) => secret[root] === 1)) {
      if (roots.some((root) => forms.isTold(root))) late.push(group);
      roots.forEach((root) => (secret[root] = 1));
      more.push(group);
      continue;
    }
    for (const cell of group) {
      const root = forms.classOf(cell);
      if (secret[root] === 1) late.push(group);
      else forms.publish(root);
    }
  }
  for (const group of late.length > 0 ? late : more) for (const cell of group) hidden[cell] = 1;
  return late.length === 0;
}

/** Cells and groups that may be hidden but need not be, the dearest first. */
function candidates(problem: Problem, hidden: Uint8Array): Int32Array[] {
  const grouped = new Uint8Array(hidden.length);
  for (const cell of problem.together.cell) grouped[cell] = 1;
  const groups: Int32Array[] = [];
  for (let cell = 0; cell < hidden.length; cell++) {
    if (grouped[cell] !== 1 && hidden[cell] !== 1 && mayHide(problem, cell)) groups.push(Int32Array.of(cell));
  }
  for (let group = 0; group < listCount(problem.together); group++) {
    const members = listAt(problem.together, group);
    if (hidden[members[0]!] !== 1) groups.push(members);
  }
  const totals = new Int32Array(hidden.length);
  problem.relations.cell.forEach((cell, at) => (totals[cell]! += problem.relations.sign[at] === -1 ? 1 : 0));
  const sum = (of: ArrayLike<number>, group: Int32Array): number =>
    group.reduce((before, cell) => before + of[cell]!, 0);
  return groups
    .map((group) => ({ group, cost: sum(problem.cost, group), totals: sum(totals, group) }))
    .sort((one, two) => two.cost - one.cost || two.totals - one.totals || one.group[0]! - two.group[0]!)
    .map(({ group }) => group);
}
