/** The proof that goes with a published table: its model, and tables that fit it and lie apart. docs/certificate.md is the format. */
import type { Audit } from './audit.ts';
import { listCount } from './problem.ts';
import type { Published } from './published.ts';

/**
 * What anybody needs to check by addition that every hidden cell keeps its width. Cells are numbered from
 * 0; hidden cells are counted anew, in the order of their numbers. Names stand in the order of canonical JSON.
 */
export interface Proof {
  /** [smaller, larger]: the first is never above the second. */
  readonly atMost: readonly (readonly [number, number])[];
  /** A whole table that fits: one value per hidden cell. */
  readonly base: readonly number[];
  /** Public domains of the hidden cells, runs of [how many, lower, upper or null for none]. */
  readonly domains: readonly (readonly [number, number, number | null])[];
  readonly format: 'kanon-proof/1';
  /** Further tables that fit, each as what differs from the base: hidden cell, change, hidden cell, change, … */
  readonly moves: readonly (readonly number[])[];
  /** Which cell stands at each place of the table: runs of [cell of the first place, how many]; -1 for none. */
  readonly positions: readonly (readonly [number, number])[];
  /** [total, …parts]. */
  readonly relations: readonly (readonly number[])[];
  /** How far apart the tables lie at every hidden cell, at least. */
  readonly width: number;
}

/** The statement about a published table. It may be read by more people than the table, so it holds no count. */
export interface Certificate {
  readonly format: 'kanon-certificate/1';
  /** Null places of the table; causes are not told apart. */
  readonly hiddenCells: number;
  /** What everybody knows a hidden value to be at least, 0 or more. */
  readonly hiddenAtLeast: number;
  readonly width: number;
  readonly attackers: readonly string[];
  readonly notCovered: readonly string[];
  /** SHA-256 of the published bytes, hex. */
  readonly publishedDigest: string;
  /** SHA-256 of `proofText`, hex. */
  readonly proofDigest: string;
}

/**
 * Writes the proof down. It is given what a reader holds and what an audit of that found, so no hidden
 * value can get into it. Cells that nobody publishes have no place in one: it is made of what is published alone.
 *
 * audit      safe, of `published` and this width
 * positions  per place of the published table, the cell that stands there; -1 for none
 * returns    equal published tables give equal proofs
 * throws     RangeError where the audit leaves a cell without proof, or a cell has no place
 * cost       linear in relations and witnesses
 */
export function prove(
  published: Published,
  audit: Pick<Audit, 'safe' | 'witnesses'>,
  width: number,
  positions: Int32Array,
): Proof {
  if (!audit.safe) throw new RangeError('An audit that leaves a cell without proof cannot be certified.');
  const { hidden, atMost } = published;
  const placed = new Set(positions);
  const cells = Array.from(hidden.keys());
  if (cells.some((cell) => !placed.has(cell))) throw new RangeError('A cell has no place in the table.');
  const hiddenCells = cells.filter((cell) => hidden[cell] === 1);
  const { base, moves } = tablesThatFit(hiddenCells, audit.witnesses);
  return {
    atMost: Array.from({ length: atMost.length / 2 }, (_, at) => [atMost[2 * at]!, atMost[2 * at + 1]!]),
    base,
    domains: domainRuns(published, hiddenCells),
    format: 'kanon-proof/1',
    moves,
    positions: positionRuns(positions),
    relations: relationLists(published),
    width,
  };
}

/** Canonical JSON (RFC 8785), which the digest is made of: every name stands in its order already. */
export const proofText = (proof: Proof): string => JSON.stringify(proof);

/** The first witness of each part is its base; the others are told by what differs from it. */
function tablesThatFit(
  hiddenCells: readonly number[],
  witnesses: Audit['witnesses'],
): Pick<Proof, 'base' | 'moves'> {
  const indexOf = new Map(hiddenCells.map((cell, index) => [cell, index]));
  const base = new Array<number>(hiddenCells.length).fill(NaN);
  const moves: number[][] = [];
  for (const { cells, values } of witnesses) {
    const move: number[] = [];
    cells.forEach((cell, at) => {
      const index = indexOf.get(cell)!;
      if (Number.isNaN(base[index])) base[index] = values[at]!;
      const change = values[at]! - base[index]!;
      if (change !== 0) move.push(index, change);
    });
    if (move.length > 0) moves.push(move);
  }
  return { base, moves };
}

function domainRuns(
  { lower, upper }: Published,
  hiddenCells: readonly number[],
): [number, number, number | null][] {
  const runs: [number, number, number | null][] = [];
  for (const cell of hiddenCells) {
    const least = Math.ceil(lower[cell]!);
    const most = Number.isFinite(upper[cell]!) ? Math.floor(upper[cell]!) : null;
    const last = runs.at(-1);
    if (last?.[1] === least && last[2] === most) last[0]++;
    else runs.push([1, least, most]);
  }
  return runs;
}

function positionRuns(positions: Int32Array): [number, number][] {
  const runs: [number, number][] = [];
  for (const cell of positions) {
    const last = runs.at(-1);
    if (last && cell === (last[0] < 0 ? -1 : last[0] + last[1])) last[1]++;
    else runs.push([cell, 1]);
  }
  return runs;
}

function relationLists({ relations }: Published): number[][] {
  return Array.from({ length: listCount(relations) }, (_, relation) => {
    const totals: number[] = [];
    const parts: number[] = [];
    for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
      (relations.sign[at] === -1 ? totals : parts).push(relations.cell[at]!);
    }
    if (totals.length !== 1) throw new RangeError(`Relation ${relation} has no single total.`);
    return [...totals, ...parts];
  });
}
