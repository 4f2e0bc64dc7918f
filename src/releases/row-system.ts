/** Collects rows of reports into one protection problem; cells that are always equal become one. */
import { LOCKED, OPEN, PRIMARY, UNKNOWN, type Problem } from '../disclosure/problem.ts';
import { ProblemBuilder } from '../disclosure/problem-builder.ts';
import type { Insiders } from '../disclosure/insiders.ts';
import type { Policy } from '../rules/policy.ts';
import { addUp, type Giver } from './table.ts';
import { NOT_ITEMISED, REPORTED_TOTAL, type TableColumn } from './table-columns.ts';

/** A report in one of several releases. */
export interface VersionedGiver extends Giver {
  /** Per column, the first release in which this school had these amounts under this code. */
  readonly since: readonly number[];
}

/** What becomes of a row: published now; published before; or a row that nobody publishes, `inner`. */
export type RowRole =
  | { readonly kind: 'new'; readonly cost: number }
  | { readonly kind: 'earlier'; readonly shown: (column: number) => boolean }
  | { readonly kind: 'inner' };

interface CellRecord {
  readonly label: string;
  readonly column: number;
  readonly givers: readonly Giver[];
  /** Whether it stands in inner rows only. */
  isInner: boolean;
  isNew: boolean;
  wasShown: boolean;
  wasHidden: boolean;
  cost: number;
}

/** A difference that nobody publishes: what corrections of few schools, or of few pupils, make of a cell. */
interface Difference {
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
  private readonly relations = new Map<string, [number, number[]]>();
  private readonly pairs = new Map<string, [number, number]>();
  private readonly together = new Map<number, number[]>();
  private readonly differences = new Map<string, Difference>();

  constructor(
    private readonly columns: readonly TableColumn[],
    private readonly policy: Policy,
    /** Smallest hidden number. */
    private readonly least: number,
  ) {}

  /** Adds a row and returns its cell of the system per column. Equal schools with equal amounts are one cell. */
  row(label: string, givers: readonly VersionedGiver[], role: RowRole): number[] {
    const cells = this.columns.map((_, column) => this.cell(label, givers, column, role));
    const at = (measure: string, code: string): number =>
      cells[this.columns.findIndex((one) => one.measure === measure && one.column === code)]!;
    const benefits = this.columns.filter(({ measure }) => measure === 'pupils').map(({ column }) => column);
    const total = at('consultations', REPORTED_TOTAL);
    this.sumOf(
      total,
      [...benefits, NOT_ITEMISED].map((code) => at('consultations', code)),
    );
    for (const code of benefits) {
      const [pupils, consultations] = [at('pupils', code), at('consultations', code)];
      this.pairs.set(`${pupils} ${consultations}`, [pupils, consultations]);
      if (role.kind === 'new') this.together.set(consultations, [consultations, pupils]);
    }
    return cells;
  }

  /** Says of each column that the parts make the total. Rows that nobody reported in add nothing. */
  sum(total: readonly number[], parts: readonly (readonly number[])[]): void {
    total.forEach((cell, column) =>
      this.sumOf(
        cell,
        parts.map((part) => part[column]!),
      ),
    );
  }

  /** Protects what changed of a cell between two releases, where few stand behind the change. */
  difference(label: string, before: readonly number[], after: readonly number[]): void {
    this.columns.forEach((column, at) => {
      const [old, now] = [this.cells[before[at]!]!, this.cells[after[at]!]!];
      const key = `${before[at]} ${after[at]}`;
      if (old === now || this.differences.has(key)) return;
      const [was, is] = [addUp(old.givers, at, this.policy), addUp(now.givers, at, this.policy)];
      // Where one of them is nothing, the other is the difference, and is looked at as a cell.
      if (was.value === 0 || is.value === 0) return;
      const shares = sharesOf(now.givers, at);
      for (const [contributor, own] of sharesOf(old.givers, at)) {
        const change = (shares.get(contributor) ?? 0) - own;
        if (change === 0) shares.delete(contributor);
        else shares.set(contributor, change);
      }
      const few =
        shares.size < this.policy.minimumSchools ||
        (is.value !== was.value && Math.abs(is.persons - was.persons) < this.policy.k);
      if (!few || shares.size === 0) return;
      const words = `${label} ${column.measure} ${column.column}`;
      this.differences.set(key, { label: words, before: before[at]!, after: after[at]!, shares });
    });
  }

  /** Throws ContradictoryProblem if something does not add up. */
  build(): { problem: Problem; insiders: Insiders } {
    const builder = new ProblemBuilder();
    const shares: ReadonlyMap<string, number>[] = this.cells.map(({ givers, column }) =>
      sharesOf(givers, column),
    );
    for (const cell of this.cells) {
      const { value, primary } = addUp(cell.givers, cell.column, this.policy);
      const status = statusOf(cell, value, primary);
      const { label, cost } = cell;
      builder.cell({ label, value, status, lower: this.least, upper: Infinity, cost });
    }
    for (const [total, parts] of this.relations.values()) builder.relation(total, parts);
    for (const pair of this.pairs.values()) builder.atMost(...pair);
    for (const cells of this.together.values()) builder.together(cells);
    for (const { label, before, after, shares: changes } of this.differences.values()) {
      const value = [...changes.values()].reduce((sum, change) => sum + change, 0);
      const cell = builder.cell({ label, value, status: PRIMARY, lower: -FAR, upper: FAR });
      builder.relation(after, [before, cell]);
      shares.push(changes);
    }
    const problem = builder.build();
    const beyond = Uint8Array.from(shares, (_, cell) => (this.cells[cell]?.isInner ? 1 : 0));
    const sensitive = Uint8Array.from(shares, (_, at) => {
      const cell = this.cells[at];
      return !cell || addUp(cell.givers, cell.column, this.policy).primary ? 1 : 0;
    });
    return { problem, insiders: { shares, sensitive, beyond } };
  }

  private cell(label: string, givers: readonly VersionedGiver[], column: number, role: RowRole): number {
    const key = `${column}:${givers.map(({ school, since }) => `${school}.${since[column]}`).join()}`;
    let at = this.known.get(key);
    if (at === undefined) {
      const { measure, column: code } = this.columns[column]!;
      const marks = { isInner: true, isNew: false, wasShown: false, wasHidden: false, cost: 1 };
      at = this.cells.push({ label: `${label} ${measure} ${code}`, column, givers, ...marks }) - 1;
      this.known.set(key, at);
    }
    const cell = this.cells[at]!;
    if (role.kind !== 'inner') cell.isInner = false;
    if (role.kind === 'new') {
      cell.cost = cell.isNew ? Math.max(cell.cost, role.cost) : role.cost;
      cell.isNew = true;
    } else if (role.kind === 'earlier') {
      if (role.shown(column)) cell.wasShown = true;
      else cell.wasHidden = true;
    }
    return at;
  }

  private sumOf(total: number, parts: readonly number[]): void {
    const filled = parts.filter((part) => this.cells[part]!.givers.length > 0);
    if (filled.length === 0 || filled.includes(total)) return;
    this.relations.set([total, ...filled].join(), [total, filled]);
  }
}

/** What is public stays so; what was hidden once stays hidden; zeros are known. */
function statusOf(cell: CellRecord, value: number, primary: boolean): 0 | 1 | 2 | 3 {
  if (value === 0) return OPEN;
  if (cell.wasShown) return LOCKED;
  if (cell.wasHidden || primary) return PRIMARY;
  return cell.isNew ? OPEN : UNKNOWN;
}

function sharesOf(givers: readonly Giver[], column: number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { contributor, amounts } of givers) {
    const own = amounts[column]!;
    if (own !== 0) shares.set(contributor, (shares.get(contributor) ?? 0) + own);
  }
  return shares;
}
