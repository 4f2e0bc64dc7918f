/** Puts a protection problem together cell by cell and refuses one that contradicts itself. */
import { OPEN, PRIMARY, UNKNOWN, type LOCKED, cellLists, type Problem } from './problem.ts';

/** The input cannot be true. Names cells and relations, never values. */
export class ContradictoryProblem extends Error {
  override readonly name = 'ContradictoryProblem';
}

export interface CellDescription {
  /** What an error may call the cell; public words only. */
  readonly label: string;
  readonly value: number;
  readonly status?: typeof OPEN | typeof PRIMARY | typeof LOCKED | typeof UNKNOWN;
  /** Public domain if hidden. */
  readonly lower: number;
  readonly upper: number;
  /** What hiding it costs the readers; 1 if not said. */
  readonly cost?: number;
}

export class ProblemBuilder {
  private readonly cells: Required<CellDescription>[] = [];
  private readonly relations: { total: number; parts: readonly number[] }[] = [];
  private readonly pairs: (readonly [number, number])[] = [];
  private readonly groups: (readonly number[])[] = [];
  private readonly grouped = new Set<number>();

  /** Adds a cell and returns its index. Throws ContradictoryProblem. */
  cell(given: CellDescription): number {
    const cell: Required<CellDescription> = { status: OPEN, cost: 1, ...given };
    const refuse = (why: string): never => {
      throw new ContradictoryProblem(`Cell ${this.cells.length} (${cell.label}) ${why}.`);
    };
    if (!Number.isSafeInteger(cell.value)) refuse('has no whole number as its value');
    if (!Number.isFinite(cell.lower)) refuse('has no finite lower end of its public domain');
    if (!(cell.lower <= cell.upper)) refuse('has an empty public domain');
    if (!(cell.cost > 0 && Number.isFinite(cell.cost))) refuse('has no positive finite cost');
    if (
      (cell.status === UNKNOWN || canBeChosen(cell)) &&
      !(cell.lower <= cell.value && cell.value <= cell.upper)
    ) {
      refuse('lies outside its public domain');
    }
    this.cells.push(cell);
    return this.cells.length - 1;
  }

  /** Says that the value of `total` is the sum of the values of `parts`. Throws ContradictoryProblem. */
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

  /** Says that the value of `smaller` is never above that of `larger`. Throws ContradictoryProblem. */
  atMost(smaller: number, larger: number): void {
    if (this.at(smaller).value > this.at(larger).value) {
      throw new ContradictoryProblem(`${this.name(smaller)} is above ${this.name(larger)}.`);
    }
    this.pairs.push([smaller, larger]);
  }

  /** Says that these cells are hidden all or none. Throws ContradictoryProblem. */
  together(cells: readonly number[]): void {
    const hideable = cells.map((cell) => canBeChosen(this.at(cell)));
    const name = `Group ${this.groups.length} (${cells.map((cell) => this.name(cell)).join(', ')})`;
    if (hideable.some((one) => one !== hideable[0])) {
      throw new ContradictoryProblem(`${name} mixes cells that can be hidden with cells that cannot.`);
    }
    for (const cell of cells) {
      if (this.grouped.has(cell)) throw new ContradictoryProblem(`${name} shares a cell with another group.`);
      this.grouped.add(cell);
    }
    if (hideable[0] && cells.length > 1) this.groups.push([...cells]);
  }

  build(): Problem {
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

/** As `mayHide` says of a cell in its problem. */
const canBeChosen = ({ status, value }: Required<CellDescription>): boolean =>
  status === PRIMARY || (status === OPEN && value !== 0);
