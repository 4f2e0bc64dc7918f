/** The certificate and proof of a published table: its model, and feasible tables that lie apart (docs/certificate.md). */
import type { Audit } from '../audit/audit.ts';
import { listCount } from '../problem/problem.ts';
import type { Published } from '../problem/published.ts';

/**
 * The proof holds all that anybody needs to check by addition that every suppressed cell keeps its width. Cells are numbered from
 * 0; suppressed cells are counted anew, in the order of their numbers. Names stand in the order of canonical JSON.
 */
export interface Proof {
  /** [smaller, larger]: the first is never above the second. */
  readonly atMost: readonly (readonly [number, number])[];
  /** The base is a feasible table: one value per suppressed cell. */
  readonly base: readonly number[];
  /** Public domains of the suppressed cells, runs of [how many, lower, upper or null for none]. */
  readonly domains: readonly (readonly [number, number, number | null])[];
  readonly format: 'kanon-proof/1';
  /** Each move gives another feasible table by its differences from the base: suppressed cell, change, and so on in turn. */
  readonly moves: readonly (readonly number[])[];
  /** Which cell stands at each place of the table: runs of [cell of the first place, how many]; -1 for none. */
  readonly positions: readonly (readonly [number, number])[];
  /** [total, …parts]. */
  readonly relations: readonly (readonly number[])[];
  /** The protection level: so far apart the tables lie at every suppressed cell, at least. */
  readonly width: number;
}

/** The statement about a published table. It may be read by more people than the table, so it holds no count. */
export interface Certificate {
  readonly format: 'kanon-certificate/1';
  /** Null places of the table; causes are not told apart. */
  readonly hiddenCells: number;
  /** The public lower bound of every suppressed value, 0 or more. */
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
 * Writes the proof of a published table down. It takes the table as a reader holds it and the audit of that, so no
 * suppressed value can get into it. Unpublished cells have no place in it: it is made of the published table alone.
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
  const { suppressed, atMost } = published;
  const placed = new Set(positions);
  const cells = Array.from(suppressed.keys());
  if (cells.some((cell) => !placed.has(cell))) throw new RangeError('A cell has no place in the table.');
  const suppressedCells = cells.filter((cell) => suppressed[cell] === 1);
  const { base, moves } = feasibleTables(suppressedCells, audit.witnesses);
  return {
    atMost: Array.from({ length: atMost.length / 2 }, (_, at) => [atMost[2 * at]!, atMost[2 * at + 1]!]),
    base,
    domains: domainRuns(published, suppressedCells),
    format: 'kanon-proof/1',
    moves,
    positions: positionRuns(positions),
    relations: relationLists(published),
    width,
  };
}

/** Writes a proof as canonical JSON (RFC 8785), of which the digest is taken: every name stands in its order already. */
export const proofText = (proof: Proof): string => JSON.stringify(proof);

/** Takes the first witness of each component as its base, and the others as moves from it. */
function feasibleTables(
  suppressedCells: readonly number[],
  witnesses: Audit['witnesses'],
): Pick<Proof, 'base' | 'moves'> {
  const indexOf = new Map(suppressedCells.map((cell, index) => [cell, index]));
  const base = new Array<number>(suppressedCells.length).fill(NaN);
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
  suppressedCells: readonly number[],
): [number, number, number | null][] {
  const runs: [number, number, number | null][] = [];
  for (const cell of suppressedCells) {
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
