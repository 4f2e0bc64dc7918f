/** Collects rows of reports into one protection problem; cells that are always equal become one. */
import { LOCKED, OPEN, PRIMARY, UNKNOWN, type Problem } from '../disclosure/problem.ts';
import { ProblemBuilder } from '../disclosure/problem-builder.ts';
import type { Insiders } from '../disclosure/insiders.ts';
import type { Share } from '../disclosure/shares.ts';
import type { Policy } from '../rules/policy.ts';
import { addUp, sharesOf, type Giver } from './table.ts';
import { NOT_ITEMISED, REPORTED_TOTAL, type TableColumn } from './table-columns.ts';
import { zerosWithRoom } from './zeros-with-room.ts';

/** Cells that make up another, of several places or of several columns. */
interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
  readonly isOfPlaces: boolean;
}

/** A report in one of several releases. */
export interface VersionedGiver extends Giver {
  /** Per column, the first release in which this school had these amounts under this code. */
  readonly since: readonly number[];
}

/**
 * What becomes of a row: published now; published before; or a row that nobody publishes, `inner`. A pending row is
 * published without any number.
 */
export type RowRole =
  | { readonly kind: 'new'; readonly cost: readonly number[]; readonly pending: boolean }
  | { readonly kind: 'earlier'; readonly shown: (column: number) => boolean }
  | { readonly kind: 'inner' };

interface CellRecord {
  readonly value: number;
  readonly persons: number;
  /** Contributors that put in something; that reported in its smallest row. */
  readonly contributing: number;
  reporting: number;
  readonly label: string;
  readonly column: number;
  /** Those who put in something. */
  readonly givers: readonly Giver[];
  isPrimary: boolean;
  /** The least that a reader must reckon with. */
  floor: number;
  isNew: boolean;
  wasShown: boolean;
  wasHidden: boolean;
  isPending: boolean;
  cost: number;
}

/** What corrections of few schools, or of few pupils, make of a cell: nobody publishes it. */
interface Change {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly shares: ReadonlyMap<string, number>;
}

/** Farther than a correction moves a cell. */
const FAR = 1e6;

export class RowSystem {
  private readonly cells: CellRecord[] = [];
  private readonly known = new Map<string, number>();
  private readonly relations = new Map<string, Sum>();
  private readonly pairs = new Map<string, [number, number]>();
  private readonly together = new Map<number, number[]>();
  private readonly changes = new Map<string, Change>();

  constructor(
    private readonly columns: readonly TableColumn[],
    private readonly policy: Policy,
    /** Schools of pending rows: readers do not learn where these put in nothing, so that makes no two cells one. */
    private readonly silent: ReadonlySet<string> = new Set(),
  ) {}

  /**
   * Adds a row and returns its cell of the system per column. Where the same schools put in the same amounts, it is
   * one cell: a reader who knows which schools put in nothing knows as much.
   */
  row(label: string, givers: readonly VersionedGiver[], role: RowRole): number[] {
    const cells = this.columns.map((_, column) => this.cell(label, givers, column, role));
    const at = (measure: string, code: string): number =>
      cells[this.columns.findIndex((one) => one.measure === measure && one.column === code)]!;
    const benefits = this.columns.filter(({ measure }) => measure === 'pupils').map(({ column }) => column);
    const total = at('consultations', REPORTED_TOTAL);
    this.sumOf(
      total,
      [...benefits, NOT_ITEMISED].map((code) => at('consultations', code)),
      false,
    );
    for (const code of benefits) {
      const [pupils, consultations] = [at('pupils', code), at('consultations', code)];
      this.pairs.set(`${pupils} ${consultations}`, [pupils, consultations]);
      if (role.kind === 'new') this.together.set(consultations, [consultations, pupils]);
    }
    return cells;
  }

  /** Says of each column that the parts make the total. */
  sum(total: readonly number[], parts: readonly (readonly number[])[]): void {
    total.forEach((cell, column) =>
      this.sumOf(
        cell,
        parts.map((part) => part[column]!),
        true,
      ),
    );
  }

  /** Protects what schools that corrected something made of their row, where few stand behind that. */
  change(label: string, before: readonly number[], after: readonly number[]): void {
    const { k, minimumSchools } = this.policy;
    this.columns.forEach(({ measure, column }, at) => {
      const [old, now] = [this.cells[before[at]!]!, this.cells[after[at]!]!];
      // Where one of them is nothing, the other is the change, and is looked at as a cell.
      if (old === now || old.value === 0 || now.value === 0) return;
      const shares = sharesOf(now.givers, at);
      for (const [contributor, own] of sharesOf(old.givers, at)) {
        const change = (shares.get(contributor) ?? 0) - own;
        if (change === 0) shares.delete(contributor);
        else shares.set(contributor, change);
      }
      const few = shares.size < minimumSchools || Math.abs(now.persons - old.persons) < k;
      if (!few || shares.size === 0) return;
      const words = `${label} ${measure} ${column}`;
      this.changes.set(`${before[at]} ${after[at]}`, {
        label: words,
        before: before[at]!,
        after: after[at]!,
        shares,
      });
    });
  }

  /** Throws ContradictoryProblem if something does not add up. */
  build(): { problem: Problem; insiders: Insiders } {
    const { k, minimumSchools } = this.policy;
    this.raiseFloors();
    const zeros = this.zeros();
    const builder = new ProblemBuilder();
    for (const cell of this.cells) {
      const { label, value, cost, floor } = cell;
      builder.cell({ label, value, status: statusOf(cell), lower: floor, upper: Infinity, cost });
    }
    const room = new Set(zeros.flat());
    const stands = (cell: number): boolean => this.cells[cell]!.value !== 0 || room.has(cell);
    for (const { total, parts } of this.relations.values()) {
      const filled = parts.filter(stands);
      if (filled.length > 0 && !parts.includes(total)) builder.relation(total, filled);
    }
    for (const pair of this.pairs.values()) if (pair.every(stands)) builder.atMost(...pair);
    for (const cells of this.together.values()) if (cells.every(stands)) builder.together(cells);
    for (const { label, before, after, shares } of this.changes.values()) {
      const value = [...shares.values()].reduce((sum, change) => sum + change, 0);
      builder.relation(after, [
        before,
        builder.cell({ label, value, status: PRIMARY, lower: -FAR, upper: FAR }),
      ]);
    }
    const problem = builder.build();
    const shares = this.cells.map(({ givers, column, floor }) => {
      const amounts = sharesOf(givers, column);
      const known = Math.min(floor, k * minimumSchools) - k;
      const rest = amounts.size > 1 ? Math.max(k, known) : 0;
      return new Map(
        [...amounts].map(([contributor, amount]): [string, Share] => [contributor, { amount, rest }]),
      );
    });
    const changed = [...this.changes.values()].map(
      (change) =>
        new Map(
          [...change.shares].map(([contributor, amount]): [string, Share] => [
            contributor,
            { amount, rest: -FAR },
          ]),
        ),
    );
    const sensitive = [...this.cells.map(({ isPrimary }) => isPrimary), ...changed.map(() => true)];
    return {
      problem,
      insiders: {
        shares: [...shares, ...changed],
        sensitive: Uint8Array.from(sensitive, Number),
        zeros: { groups: zeros, least: k },
      },
    };
  }

  /**
   * Of a cell that is no primary one a reader who knows that knows that the minimum of contributors put in something:
   * k for each; and of its parts, that those put in what the others, if all of them did, are too few for. Where thereby
   * all who reported in a part are known to have put in something, it may be told by nobody.
   */
  private raiseFloors(): void {
    const { k, minimumSchools, width } = this.policy;
    const isSafe = ({ value, isPrimary, isNew, wasShown, wasHidden }: CellRecord): boolean =>
      value !== 0 && !isPrimary && (isNew || wasShown || wasHidden);
    for (const cell of this.cells) {
      if (!isSafe(cell)) continue;
      const more = cell.reporting === minimumSchools + 1 ? width : 0;
      cell.floor = Math.max(cell.floor, k * minimumSchools + more);
    }
    for (const { total, parts, isOfPlaces } of this.relations.values()) {
      if (!isOfPlaces || !isSafe(this.cells[total]!)) continue;
      const filled = [...new Set(parts)].map((part) => this.cells[part]!).filter(({ value }) => value !== 0);
      const all = filled.reduce((sum, { reporting }) => sum + reporting, 0);
      for (const cell of filled) {
        const known = minimumSchools - (all - cell.reporting);
        cell.floor = Math.max(cell.floor, k * Math.min(known, cell.contributing));
        if (known >= cell.reporting) cell.isPrimary = true;
      }
    }
  }

  private cell(label: string, givers: readonly VersionedGiver[], column: number, role: RowRole): number {
    const giving = givers.filter(({ amounts }) => amounts[column] !== 0);
    const schools = givers
      .filter(({ school, amounts }) => amounts[column] !== 0 || this.silent.has(school))
      .map(({ school, since }) => `${school}.${since[column]}`)
      .join();
    const key = `${column}:${schools === '' ? label : schools}`;
    let at = this.known.get(key);
    if (at === undefined) {
      const { measure, column: code } = this.columns[column]!;
      const marks = { isNew: false, wasShown: false, wasHidden: false, isPending: false, cost: 1 };
      const words = `${label} ${measure} ${code}`;
      const own = { label: words, column, givers: giving, isPrimary: false, floor: this.policy.k };
      at = this.cells.push({ ...addUp(givers, column, this.policy), ...own, ...marks }) - 1;
      this.known.set(key, at);
    }
    const cell = this.cells[at]!;
    const { primary, reporting } = addUp(givers, column, this.policy);
    if (primary) cell.isPrimary = true;
    cell.reporting = Math.min(cell.reporting, reporting);
    if (role.kind === 'new') {
      const cost = role.cost[column]!;
      cell.cost = cell.isNew ? Math.max(cell.cost, cost) : cost;
      cell.isNew = true;
      if (role.pending) cell.isPending = true;
    } else if (role.kind === 'earlier') {
      if (role.shown(column)) cell.wasShown = true;
      else cell.wasHidden = true;
    }
    return at;
  }

  private sumOf(total: number, parts: readonly number[], isOfPlaces: boolean): void {
    if (parts.length > 0) this.relations.set([total, ...parts].join(), { total, parts, isOfPlaces });
  }

  /** Zeros that may be told by nobody, each with those that are something if it is. */
  private zeros(): number[][] {
    // What the other parts add to a sum that is one of its parts is nothing.
    const sums = [...this.relations.values()];
    const nothing = new Set(
      sums.flatMap(({ total, parts }) =>
        parts.includes(total) ? parts.filter((part) => part !== total) : [],
      ),
    );
    return zerosWithRoom(
      this.cells.map(({ value, isNew, isPending, wasShown, wasHidden }, cell) => ({
        isZero: value === 0,
        isHidden: isPending || (wasHidden && !wasShown),
        isShown: wasShown || (isNew && !isPending) || nothing.has(cell),
      })),
      sums,
      [...this.pairs.values()],
    );
  }
}

/** What is public stays so; what was hidden once stays hidden; zeros are known, but those with room. */
function statusOf({ value, wasShown, wasHidden, isPending, isPrimary, isNew }: CellRecord): 0 | 1 | 2 | 3 {
  if (value === 0) return OPEN;
  if (wasShown) return LOCKED;
  if (wasHidden || isPending || isPrimary) return PRIMARY;
  return isNew ? OPEN : UNKNOWN;
}
