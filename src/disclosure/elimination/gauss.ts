/** Secondary suppression by Gaussian elimination: no suppressed cell is derivable from the published linear relations. */
import { Forms } from './gauss-forms.ts';
import { withSingletonsTied } from './gauss-singletons.ts';
import {
  alwaysSuppressed,
  listAt,
  listCount,
  maySuppress,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../problem/problem.ts';

/**
 * The Gaussian pattern. One pass over the publishable cells, by descending cost, releases each unless that would make a
 * suppressed cell derivable. Of equal cost, totals of many relations come first: of the public orders tried on the shared
 * tables this left the fewest cells suppressed or nearly so, and the fewest disclosed to an attacker who knows bounds.
 *
 * returns  1 where suppressed, length n. The pattern holds the least one; `linearlyDisclosed` names only cells that no pattern
 *          protects; and no sum of always suppressed cells at their lower bounds is derivable. Equal input gives equal output.
 * cost     about linear for two-way tables; forms get longer with each crossed dimension
 * source   Langsrud, Secondary Cell Suppression by Gaussian Elimination, PSD 2024, LNCS 14915
 */
export function gaussPattern(problem: ProtectionProblem): Uint8Array {
  const suppressed = alwaysSuppressed(problem);
  while (!pass(problem, suppressed)) continue;
  return suppressed;
}

/**
 * One pass over the candidates.
 *
 * suppressed  1 where suppressed, length n; extended in place
 * returns     false if groups were found that can be suppressed only if they are from the start; then only those are
 *             added to `suppressed`, and another pass is needed
 */
function pass(problem: ProtectionProblem, suppressed: Uint8Array): boolean {
  const n = suppressed.length;
  const unknown = new Uint8Array(n + 1).fill(1);
  const watched = new Uint8Array(n + 1).fill(1);
  const secret = new Uint8Array(n + 1);
  for (let cell = 0; cell < n; cell++) {
    unknown[cell] = suppressed[cell] === 1 || maySuppress(problem, cell) ? 1 : 0;
    watched[cell] = problem.status[cell] === UNPUBLISHED ? 0 : unknown[cell]!;
  }
  const relations = withSingletonsTied(problem, suppressed, unknown.subarray(0, n));
  const forms = new Forms(relations, unknown, watched, (stays, goes) => {
    if (secret[goes] === 1) secret[stays] = 1;
  });
  for (let cell = 0; cell <= n; cell++) {
    if (cell === n || suppressed[cell] === 1) secret[forms.classOf(cell)] = 1;
  }

  const late: Int32Array[] = [];
  const more: Int32Array[] = [];
  for (const group of candidates(problem, suppressed)) {
    const roots = [...group].map((cell) => forms.classOf(cell));
    if (roots.some((root) => secret[root] === 1)) {
      if (roots.some((root) => forms.isDerivable(root))) late.push(group);
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
  for (const group of late.length > 0 ? late : more) for (const cell of group) suppressed[cell] = 1;
  return late.length === 0;
}

/** The candidates for release are the cells and groups that may be suppressed but need not be, in descending order of cost. */
function candidates(problem: ProtectionProblem, suppressed: Uint8Array): Int32Array[] {
  const grouped = new Uint8Array(suppressed.length);
  for (const cell of problem.together.cell) grouped[cell] = 1;
  const groups: Int32Array[] = [];
  for (let cell = 0; cell < suppressed.length; cell++) {
    if (grouped[cell] !== 1 && suppressed[cell] !== 1 && maySuppress(problem, cell))
      groups.push(Int32Array.of(cell));
  }
  for (let group = 0; group < listCount(problem.together); group++) {
    const members = listAt(problem.together, group);
    if (suppressed[members[0]!] !== 1) groups.push(members);
  }
  const totals = new Int32Array(suppressed.length);
  problem.relations.cell.forEach((cell, at) => (totals[cell]! += problem.relations.sign[at] === -1 ? 1 : 0));
  const sum = (of: ArrayLike<number>, group: Int32Array): number =>
    group.reduce((before, cell) => before + of[cell]!, 0);
  return groups
    .map((group) => ({ group, cost: sum(problem.cost, group), totals: sum(totals, group) }))
    .sort((one, two) => two.cost - one.cost || two.totals - one.totals || one.group[0]! - two.group[0]!)
    .map(({ group }) => group);
}
