/** The builder of protection problems: it takes them cell by cell and refuses one that contradicts itself. */
import {
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type LOCKED,
  cellLists,
  type ProtectionProblem,
} from './problem.ts';

/** The input cannot be true. The message names cells and relations, never values. */
export class ContradictoryProblem extends Error {
  override readonly name = 'ContradictoryProblem';
}

/** One cell of a problem as its builder takes it; the status is PUBLISHABLE if not said. */
export interface CellDescription {
  /** The name by which an error calls the cell; it holds public words only. */
  readonly label: string;
  readonly value: number;
  readonly status?: typeof PUBLISHABLE | typeof PRIMARY | typeof LOCKED | typeof UNPUBLISHED;
  /** External bounds: an attacker knows that a suppressed value lies between them. */
  readonly lower: number;
  readonly upper: number;
  /** Weight of suppressing the cell; it is 1 if not said. */
  readonly cost?: number;
}

/**
 * Builds a problem from cells, relations, order constraints and groups, in that order for each cell it names. Every call is
 * checked at once, so the first contradiction is the one that is named. Cost: linear in what is added.
 */
export class ProblemBuilder {
  private readonly cells: Required<CellDescription>[] = [];
  private readonly relations: { total: number; parts: readonly number[] }[] = [];
  private readonly pairs: (readonly [number, number])[] = [];
  private readonly groups: (readonly number[])[] = [];
  private readonly grouped = new Set<number>();

  /** Adds a cell and returns its index. Throws ContradictoryProblem. */
  cell(given: CellDescription): number {
    const cell: Required<CellDescription> = { status: PUBLISHABLE, cost: 1, ...given };
    const refuse = (why: string): never => {
      throw new ContradictoryProblem(`Cell ${this.cells.length} (${cell.label}) ${why}.`);
    };
    if (!Number.isSafeInteger(cell.value)) refuse('has no whole number as its value');
    if (!Number.isFinite(cell.lower)) refuse('has no finite lower end of its public domain');
    if (!(cell.lower <= cell.upper)) refuse('has an empty public domain');
    if (!(cell.cost > 0 && Number.isFinite(cell.cost))) refuse('has no positive finite cost');
    if (
      (cell.status === UNPUBLISHED || canBeChosen(cell)) &&
      !(cell.lower <= cell.value && cell.value <= cell.upper)
    ) {
      refuse('lies outside its public domain');
    }
    this.cells.push(cell);
    return this.cells.length - 1;
  }

  /** Adds an additive relation: the value of `total` is the sum of the values of `parts`. Throws ContradictoryProblem. */
  relation(total: number, parts: readonly number[]): void {
    const name = `Relation ${this.relations.length} (total ${this.name(total)})`;
    const sum = parts.reduce((before, part) => before + this.at(part).value, 0);
    if (parts.length === 0) throw new ContradictoryProblem(`${name} has no parts.`);
    if (new Set([total, ...parts]).size !== parts.length + 1) {
      throw new ContradictoryProblem(`${name} names a cell twice.`);
    }
    if (sum !== this.at(total).value) throw new ContradictoryProblem(`${name} does not add up.`);
    this.relations.push({ total, parts: [...parts] });
  }

  /** Adds an order constraint: the value of `smaller` is at most that of `larger`. Throws ContradictoryProblem. */
  atMost(smaller: number, larger: number): void {
    if (this.at(smaller).value > this.at(larger).value) {
      throw new ContradictoryProblem(`${this.name(smaller)} is above ${this.name(larger)}.`);
    }
    this.pairs.push([smaller, larger]);
  }

  /** Adds a group of cells of which a pattern suppresses all or none. Throws ContradictoryProblem. */
  together(cells: readonly number[]): void {
    const hideable = cells.map((cell) => canBeChosen(this.at(cell)));
    const name = `Group ${this.groups.length} (${cells.map((cell) => this.name(cell)).join(', ')})`;
    if (hideable.some((one) => one !== hideable[0])) {
      throw new ContradictoryProblem(`${name} mixes cells that can be suppressed with cells that cannot.`);
    }
    for (const cell of cells) {
      if (this.grouped.has(cell)) throw new ContradictoryProblem(`${name} shares a cell with another group.`);
      this.grouped.add(cell);
    }
    if (hideable[0] && cells.length > 1) this.groups.push([...cells]);
  }

  /** Returns the problem of all that was added; the builder may go on. */
  build(): ProtectionProblem {
    const all = this.relations.map(({ total, parts }) => [total, ...parts]);
    const sign = all.flatMap((cells) => cells.map((_, place) => (place === 0 ? -1 : 1)));
    return {
      values: Float64Array.from(this.cells, (cell) => cell.value),
      status: Uint8Array.from(this.cells, (cell) => cell.status),
      lower: Float64Array.from(this.cells, (cell) => cell.lower),
      upper: Float64Array.from(this.cells, (cell) => cell.upper),
      cost: Float64Array.from(this.cells, (cell) => cell.cost),
      relations: { ...cellLists(all), sign: Int32Array.from(sign) },
      atMost: Int32Array.from(this.pairs.flat()),
      together: cellLists(this.groups),
      labels: this.cells.map((cell) => cell.label),
    };
  }

  private at(cell: number): Required<CellDescription> {
    const found = this.cells[cell];
    if (!found) throw new ContradictoryProblem(`There is no cell ${cell}.`);
    return found;
  }

  private name(cell: number): string {
    return this.at(cell).label;
  }
}

/** This is what `maySuppress` says of a cell in its problem. */
const canBeChosen = ({ status, value }: Required<CellDescription>): boolean =>
  status === PRIMARY || (status === PUBLISHABLE && value !== 0);
