/** A cell of the row system, with the marks of its rows, and the status that follows from them. */
import { LOCKED, PRIMARY, PUBLISHABLE, UNPUBLISHED } from '../disclosure/problem/problem.ts';
import type { Respondent } from './table.ts';

/** A cell of the system. Values and costs are in the unit of its column; the marks say in which roles its rows stand. */
export interface CellRecord {
  readonly value: number;
  readonly persons: number;
  /** So many contributors put in something. */
  readonly contributing: number;
  /** So many contributors reported in the smallest row of the cell. */
  reporting: number;
  readonly label: string;
  readonly column: number;
  /** The respondents are those with a non-zero amount. */
  readonly respondents: readonly Respondent[];
  isPrimary: boolean;
  /** The floor is the external lower bound: an attacker considers no smaller value. */
  floor: number;
  isNew: boolean;
  wasShown: boolean;
  wasSuppressed: boolean;
  isPending: boolean;
  cost: number;
}

/**
 * Returns the status of a cell in the problem: a published value stays public, a suppressed one stays suppressed, and a zero
 * is public unless it has room.
 */
export function statusOf({
  value,
  wasShown,
  wasSuppressed,
  isPending,
  isPrimary,
  isNew,
}: CellRecord): 0 | 1 | 2 | 3 {
  if (value === 0) return PUBLISHABLE;
  if (wasShown) return LOCKED;
  if (wasSuppressed || isPending || isPrimary) return PRIMARY;
  return isNew ? PUBLISHABLE : UNPUBLISHED;
}
