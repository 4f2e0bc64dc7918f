/** The row system: collects rows of reports into one protection problem; cells that are always equal become one. */
import { PRIMARY, type ProtectionProblem } from '../disclosure/problem/problem.ts';
import { ProblemBuilder } from '../disclosure/problem/problem-builder.ts';
import type { Insiders } from '../disclosure/insiders/insiders.ts';
import type { Share } from '../disclosure/insiders/shares.ts';
import type { Policy } from '../rules/policy.ts';
import { statusOf, type CellRecord } from './cell-record.ts';
import { addUp, sharesOf, type Respondent } from './table.ts';
import { NOT_ITEMISED, REPORTED_TOTAL, type TableColumn } from './table-columns.ts';
import { zerosWithRoom } from './zeros-with-room.ts';

/** A sum is an additive relation: cells that add up to a total, over several places or several columns. */
interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
  readonly isOfPlaces: boolean;
}

/** A report in one of several releases. */
export interface VersionedRespondent extends Respondent {
  /** Each column has the first release in which this school had these amounts under this code. */
  readonly unchangedSince: readonly number[];
}

/**
 * The role of a row in the system: it is published now (`new`), was published before (`earlier`), or is never published
 * (`inner`). A pending row is published without any number.
 */
export type RowRole =
  | { readonly kind: 'new'; readonly cost: readonly number[]; readonly pending: boolean }
  | { readonly kind: 'earlier'; readonly shown: (column: number) => boolean }
  | { readonly kind: 'inner' };

/** A change is the difference that corrections of few schools, or pupils, make to a cell: it is sensitive and unpublished. */
interface Change {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly shares: ReadonlyMap<string, number>;
}

/** No correction moves a cell so far. */
const FAR = 1e6;

/**
 * The row system takes rows, sums and changes one by one and builds one problem of them.
 *
 * columns  consultations and pupils, in the order of the amounts of each respondent
 * policy   k and width in persons, the minimum in contributors
 * cost     linear in rows × columns × respondents, and in the relations
 */
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
    /** These schools stand in pending rows: readers do not learn where they put in nothing, so that makes no two cells one. */
    private readonly silent: ReadonlySet<string> = new Set(),
  ) {}

  /**
   * Adds a row and returns its cell of the system per column. Rows in which the same schools put in the same amounts share
   * one cell, since an attacker who knows which schools put in nothing knows that they are equal.
   */
  row(label: string, respondents: readonly VersionedRespondent[], role: RowRole): number[] {
    const cells = this.columns.map((_, column) => this.cell(label, respondents, column, role));
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

  /** Adds an additive relation per column: the parts make the total. */
  sum(total: readonly number[], parts: readonly (readonly number[])[]): void {
    total.forEach((cell, column) =>
      this.sumOf(
        cell,
        parts.map((part) => part[column]!),
        true,
      ),
    );
  }

  /** Protects the difference that corrections made to a row (disclosure by differencing), where few stand behind it. */
  change(label: string, before: readonly number[], after: readonly number[]): void {
    const { k, minimumSchools } = this.policy;
    this.columns.forEach(({ measure, column }, at) => {
      const [old, now] = [this.cells[before[at]!]!, this.cells[after[at]!]!];
      // Where one of them is 0, the other is the change, and the primary rules see it as a cell.
      if (old === now || old.value === 0 || now.value === 0) return;
      const shares = sharesOf(now.respondents, at);
      for (const [contributor, own] of sharesOf(old.respondents, at)) {
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

  /**
   * Builds the problem and its insiders.
   *
   * returns  cells by the numbers that `row` gave, then one for each change; shares in the unit of the values
   * throws   ContradictoryProblem if something does not add up. Cost: linear in cells and relations.
   */
  build(): { problem: ProtectionProblem; insiders: Insiders } {
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
    const shares = this.cells.map(({ respondents, column, floor }) => {
      const amounts = sharesOf(respondents, column);
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
   * External lower bounds follow from the primary rules. An attacker who knows that a cell is not primary knows that the
   * minimum of contributors put in something, k or more each. Of each part of it the attacker knows the contributors that are
   * missing from the minimum even if everybody in the other parts put in something. Where these are all who reported in the
   * part, the part is primary.
   */
  private raiseFloors(): void {
    const { k, minimumSchools, width } = this.policy;
    const isSafe = ({ value, isPrimary, isNew, wasShown, wasSuppressed }: CellRecord): boolean =>
      value !== 0 && !isPrimary && (isNew || wasShown || wasSuppressed);
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

  private cell(
    label: string,
    respondents: readonly VersionedRespondent[],
    column: number,
    role: RowRole,
  ): number {
    const giving = respondents.filter(({ amounts }) => amounts[column] !== 0);
    const schools = respondents
      .filter(({ school, amounts }) => amounts[column] !== 0 || this.silent.has(school))
      .map(({ school, unchangedSince }) => `${school}.${unchangedSince[column]}`)
      .join();
    const key = `${column}:${schools === '' ? label : schools}`;
    let at = this.known.get(key);
    if (at === undefined) {
      const { measure, column: code } = this.columns[column]!;
      const marks = { isNew: false, wasShown: false, wasSuppressed: false, isPending: false, cost: 1 };
      const words = `${label} ${measure} ${code}`;
      const own = { label: words, column, respondents: giving, isPrimary: false, floor: this.policy.k };
      at = this.cells.push({ ...addUp(respondents, column, this.policy), ...own, ...marks }) - 1;
      this.known.set(key, at);
    }
    const cell = this.cells[at]!;
    const { primary, reporting } = addUp(respondents, column, this.policy);
    if (primary) cell.isPrimary = true;
    cell.reporting = Math.min(cell.reporting, reporting);
    if (role.kind === 'new') {
      const cost = role.cost[column]!;
      cell.cost = cell.isNew ? Math.max(cell.cost, cost) : cost;
      cell.isNew = true;
      if (role.pending) cell.isPending = true;
    } else if (role.kind === 'earlier') {
      if (role.shown(column)) cell.wasShown = true;
      else cell.wasSuppressed = true;
    }
    return at;
  }

  private sumOf(total: number, parts: readonly number[], isOfPlaces: boolean): void {
    if (parts.length > 0) this.relations.set([total, ...parts].join(), { total, parts, isOfPlaces });
  }

  /** Returns the zeros that nobody may derive, each with those that are above 0 if it is. */
  private zeros(): number[][] {
    // Where a total is one of its own parts, the other parts add 0.
    const sums = [...this.relations.values()];
    const nothing = new Set(
      sums.flatMap(({ total, parts }) =>
        parts.includes(total) ? parts.filter((part) => part !== total) : [],
      ),
    );
    return zerosWithRoom(
      this.cells.map(({ value, isNew, isPending, wasShown, wasSuppressed }, cell) => ({
        isZero: value === 0,
        isSuppressed: isPending || (wasSuppressed && !wasShown),
        isShown: wasShown || (isNew && !isPending) || nothing.has(cell),
      })),
      sums,
      [...this.pairs.values()],
    );
  }
}
