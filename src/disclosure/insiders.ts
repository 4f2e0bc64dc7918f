/** Insiders: contributors who know what they put into a cell, and subtract it. */
import { independentParts, within } from './excerpt.ts';
import { InsiderGuard } from './insider-guard.ts';
import { listAt, listCount, LOCKED, PRIMARY, UNKNOWN, type Problem } from './problem.ts';
import type { Solver } from './solver.ts';
import { protect, type ProtectOptions } from './suppress.ts';

/** Per cell, what each contributor put in; those who put in nothing do not stand there. Internal figures. */
export type Shares = readonly ReadonlyMap<string, number>[];

/** What is said of the contributors to the cells of a problem. */
export interface Insiders {
  readonly shares: Shares;
  /** 1 for cells that no contributor may tell, length n. */
  readonly sensitive: Uint8Array;
  /** 1 for cells that contributors are not supposed to reckon with, length n. */
  readonly beyond: Uint8Array;
}

/** 1 where hidden, length n; how many programs the proof against strangers took. */
export interface InsiderPattern {
  readonly hidden: Uint8Array;
  readonly solved: number;
}

/**
 * A pattern that keeps the width against the reader of `audit` and against each contributor.
 *
 * A contributor r knows the own share of every cell. What is left of the cell is what the others put in:
 * nothing, or something within the public domain, and pairs hold for it as they hold for the whole. We
 * give r more than that, namely which cells r is alone in. Then r knows those cells; every other cell is
 * at least its lower end plus r's share; and the larger cell of a pair is above the smaller by at least
 * the difference of r's shares. `sharpened` holds the highest of these ends over all contributors. So
 * each table that fits it, and is true where r is alone, fits whatever r knows, and two of them that
 * differ at a cell by the width prove the cell safe against r. One audit covers all who are alone in no
 * hidden cell, and one each those who are: of what hangs together with a cell that r alone stands in, for
 * the rest is to r as to all others.
 *
 * Tested are the sensitive cells. To learn another one is no harm: it may be shown by the rules. What fails
 * makes more cells hide. That undoes no proof, for a table that fits still does so when more is hidden: so
 * each cell is tested once, in the first pattern that hides it.
 *
 * insiders of a pair, each contributor's share of the smaller cell is at most that of the larger
 * options  of the search against strangers, which comes first
 * throws   NoSafePattern. The audits in between know true amounts, so no table of theirs leaves this function.
 * cost     one audit, and one of a system for every contributor that is alone in a hidden cell of it
 */
export function protectFromInsiders(
  problem: Problem,
  { shares, sensitive, beyond }: Insiders,
  width: number,
  solver: Solver,
  options: ProtectOptions = {},
): InsiderPattern {
  const whole = new Uint8Array(problem.values.length);
  let solved = 0;
  // Each part is small enough for a better search than the whole, and no work in it goes over the whole.
  for (const part of independentParts(problem)) {
    const own: Insiders = {
      shares: Array.from(part.cells, (cell) => shares[cell]!),
      sensitive: Uint8Array.from(part.cells, (cell) => sensitive[cell]!),
      beyond: Uint8Array.from(part.cells, (cell) => beyond[cell]!),
    };
    const found = within(part, () => protectPart(part.problem, own, width, solver, options));
    part.cells.forEach((cell, at) => (whole[cell]! |= found.hidden[at]!));
    solved += found.solved;
  }
  return { hidden: whole, solved };
}

function protectPart(
  problem: Problem,
  { shares, sensitive, beyond }: Insiders,
  width: number,
  solver: Solver,
  options: ProtectOptions,
): InsiderPattern {
  const sharp = sharpened(withoutCells(problem, beyond), shares);
  const aloneIn = cellsAlone(shares);
  // A few cells are to be added to a pattern that was searched for before.
  const again: ProtectOptions = { ...options, effort: 'fast' };
  let before: Uint8Array = new Uint8Array(problem.values.length);
  for (let { hidden, audit } = protect(problem, width, solver, options); ;) {
    const tested = hidden.map((mark, cell) => mark & ~before[cell]! & sensitive[cell]!);
    const guard = new InsiderGuard(sharp, hidden, tested, width, solver, again);
    guard.keepFromAll();
    for (const alone of aloneIn) guard.keepFrom(alone);
    const more = hidden.map((mark, cell) => mark | (guard.isHidden(cell) ? 1 : 0));
    if (more.every((mark, cell) => mark === hidden[cell])) return { hidden, solved: audit.solved };
    const status = problem.status.map((old, cell) => (more[cell] === 1 && old !== UNKNOWN ? PRIMARY : old));
    before = hidden;
    ({ hidden, audit } = protect({ ...problem, status }, width, solver, again));
  }
}

/** The problem without some cells: nothing is said of them and nothing asked. */
function withoutCells(problem: Problem, beyond: Uint8Array): Problem {
  const { relations, atMost } = problem;
  const [start, cell, sign]: [number[], number[], number[]] = [[0], [], []];
  for (let relation = 0; relation < listCount(relations); relation++) {
    const members = listAt(relations, relation);
    if (members.some((member) => beyond[member] === 1)) continue;
    cell.push(...members);
    sign.push(...relations.sign.subarray(relations.start[relation], relations.start[relation + 1]));
    start.push(cell.length);
  }
  return {
    ...problem,
    status: problem.status.map((old, at) => (beyond[at] === 1 ? LOCKED : old)),
    relations: { start: Int32Array.from(start), cell: Int32Array.from(cell), sign: Int32Array.from(sign) },
    atMost: atMost.filter((_, at) => beyond[atMost[at & ~1]!] !== 1 && beyond[atMost[at | 1]!] !== 1),
  };
}

/** For each contributor that is somewhere alone, where; in the order in which they first stand. */
function cellsAlone(shares: Shares): number[][] {
  const alone = new Map<string, number[]>();
  shares.forEach((share, cell) => {
    const [contributor] = share.keys();
    if (share.size !== 1 || contributor === undefined) return;
    const cells = alone.get(contributor);
    if (cells) cells.push(cell);
    else alone.set(contributor, [cell]);
  });
  return [...alone.values()];
}

/**
 * The problem with the highest lower ends that any contributor may reckon with; see `protectFromInsiders`.
 * A pair whose two cells must lie apart gets a cell for what lies between them, behind all others.
 */
export function sharpened(problem: Problem, shares: Shares): Problem {
  const { lower, relations, atMost, values } = problem;
  const raised = [...lower].map((end, cell) => {
    const share = shares[cell]!;
    return share.size > 1 ? Math.max(end, ...[...share.values()].map((own) => end + own)) : end;
  });
  const between: { start: number[]; cell: number[]; sign: number[]; value: number[]; lower: number[] } = {
    start: [...relations.start],
    cell: [...relations.cell],
    sign: [...relations.sign],
    value: [],
    lower: [],
  };
  const pairs: number[] = [];
  for (let at = 0; at < atMost.length; at += 2) {
    const [smaller, larger] = [atMost[at]!, atMost[at + 1]!];
    const gap = gapOf(shares[smaller]!, shares[larger]!);
    if (gap === 0) {
      pairs.push(smaller, larger);
      continue;
    }
    between.cell.push(larger, smaller, values.length + between.value.length);
    between.sign.push(-1, 1, 1);
    between.start.push(between.cell.length);
    between.value.push(values[larger]! - values[smaller]!);
    between.lower.push(gap);
  }
  const added = between.value.length;
  const withMore = (old: Float64Array, more: readonly number[]): Float64Array =>
    Float64Array.from([...old, ...more]);
  const same = (value: number): number[] => new Array<number>(added).fill(value);
  return {
    values: withMore(values, between.value),
    status: Uint8Array.from([...problem.status, ...same(UNKNOWN)]),
    lower: Float64Array.from([...raised, ...between.lower]),
    upper: withMore(problem.upper, same(Infinity)),
    cost: withMore(problem.cost, same(1)),
    relations: {
      start: Int32Array.from(between.start),
      cell: Int32Array.from(between.cell),
      sign: Int32Array.from(between.sign),
    },
    atMost: Int32Array.from(pairs),
    together: problem.together,
    labels: [...problem.labels, ...between.value.map((_, at) => `between pair ${at}`)],
  };
}

/** How far apart a pair must lie for the contributor who knows most; none where one alone stands behind it. */
function gapOf(smaller: ReadonlyMap<string, number>, larger: ReadonlyMap<string, number>): number {
  if (larger.size < 2) return 0;
  return Math.max(...[...larger].map(([contributor, own]) => own - (smaller.get(contributor) ?? 0)));
}
