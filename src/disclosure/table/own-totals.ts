/** Sums that a table brings along among its records: taken for one more part, they would give suppressed cells away. */
import { codeKey } from './code-text.ts';
import { type Budget, runsOf, someAddUp } from './subset-sum.ts';
import type { TableRecord } from './table-record.ts';
import { isNamedLikeTotal } from './total-words.ts';

/** A code that is, or may be, a sum of others of its column. */
export interface OwnTotal {
  readonly column: string;
  readonly code: string;
  /** The first record that has it. */
  readonly record: number;
}

export interface OwnTotals {
  /** Named like sums, or equal to sums where chance would hardly have it. */
  readonly sure: readonly OwnTotal[];
  /** Equal to a sum in a way that may be chance: few parts, few figures, small ones. */
  readonly doubtful: readonly OwnTotal[];
}

/** Amounts compared in search of sums of some parts; a second or so at most. */
const WORK = 4e6;
/** Bits by which figures must speak against chance: for a sum of all others, and of some of them. */
const SURE = { all: 3, some: 5, sparse: 8 } as const;
const DOUBTFUL = { all: 0, some: 2, sparse: 4 } as const;

/** Stands for the column of contributors, which has no name here. */
const CONTRIBUTOR = '';

interface Node {
  readonly code: string;
  readonly record: number;
  readonly isNamed: boolean;
  /** Amount per cross-section of the other dimensions. */
  readonly profile: Map<number, number>;
  total: number;
}

/**
 * Looks in each level of each dimension, under each code above it, for codes that are named like sums, or
 * whose figures are those of all others, of neighbours or of any others together, in every cross-section of
 * the other dimensions that they stand in. What is found at a finer level counts for no coarser one.
 *
 * dimensions  names of the columns of each; contributors, where records name them, are one more
 * records     with codes as `asShown`
 * besides     keys (`codeKey`) of codes that are no sums
 * returns     in the order of dimensions, the finest level first
 * cost        a few steps per record and column; sums of some parts are looked for within a fixed budget,
 *             where there are more parts than figures could single out only among neighbours
 */
export function ownTotals(
  dimensions: readonly (readonly string[])[],
  records: readonly TableRecord[],
  besides: ReadonlySet<string> = new Set(),
): OwnTotals {
  const isNamed = records[0]?.contributor !== undefined;
  const rows = isNamed
    ? records.map(({ codes, contributor }) => [...codes, contributor ?? ''])
    : records.map(({ codes }) => codes);
  const search = new Search(records, rows, besides);
  let from = 0;
  for (const columns of isNamed ? [...dimensions, [CONTRIBUTOR]] : dimensions) {
    search.look(columns, from);
    from += columns.length;
  }
  return search;
}

class Search implements OwnTotals {
  readonly sure: OwnTotal[] = [];
  readonly doubtful: OwnTotal[] = [];
  private readonly budget: Budget = { left: WORK };
  /** Per record whether it is part of a sum that was found. */
  private readonly isSum: Uint8Array;

  constructor(
    private readonly records: readonly TableRecord[],
    private readonly rows: readonly (readonly string[])[],
    private readonly besides: ReadonlySet<string>,
  ) {
    this.isSum = new Uint8Array(rows.length);
  }

  look(columns: readonly string[], from: number): void {
    const numbers = new Map<string, number>();
    const section = Int32Array.from(this.rows, (row) => {
      const key = [...row.slice(0, from), ...row.slice(from + columns.length)].join('\u0000');
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
    for (let level = columns.length - 1; level >= 0; level--) {
      const families = this.familiesAt(from, from + level, section);
      const nodes = [...families.values()].reduce((sum, family) => sum + family.size, 0);
      const sums = new Set<string>();
      for (const [above, family] of families) {
        if (family.size < 2) continue;
        for (const { code, record } of this.inFamily([...family.values()], columns[level]!, nodes)) {
          sums.add(`${above}\u0000${code}`);
          this.sure.push({ column: columns[level]!, code, record });
        }
      }
      if (sums.size === 0) continue;
      this.rows.forEach((row, record) => {
        if (sums.has(`${row.slice(from, from + level).join('\u0000')}\u0000${row[from + level]}`))
          this.isSum[record] = 1;
      });
    }
  }

  private familiesAt(from: number, at: number, section: Int32Array): Map<string, Map<string, Node>> {
    const families = new Map<string, Map<string, Node>>();
    this.rows.forEach((row, record) => {
      const code = row[at]!;
      if (this.isSum[record] === 1 || code === '') return;
      const above = row.slice(from, at).join('\u0000');
      const family = families.get(above) ?? new Map<string, Node>();
      families.set(above, family);
      const node = family.get(code) ?? this.nodeOf(code, record, at > from ? row[at - 1]! : undefined);
      family.set(code, node);
      const { value } = this.records[record]!;
      node.profile.set(section[record]!, (node.profile.get(section[record]!) ?? 0) + value);
      node.total += value;
    });
    return families;
  }

  /** A code that repeats the one above it, beside others, is named like its sum. */
  private nodeOf(code: string, record: number, above: string | undefined): Node {
    const isNamed = above !== undefined && codeKey(code) === codeKey(above);
    return { code, record, isNamed, profile: new Map(), total: 0 };
  }

  /** Those that are sums for sure; smallest first, so that sums of sums are seen. */
  private inFamily(family: readonly Node[], column: string, nodes: number): Node[] {
    const mayBe = ({ code }: Node): boolean => !this.besides.has(codeKey(code));
    const found = family.filter((node) => mayBe(node) && isNamedLikeTotal(node.code));
    const parts = new Set(family.filter((node) => !found.includes(node)));
    const all = new Map<number, number>();
    const count = (node: Node, sign: 1 | -1): void => {
      for (const [section, amount] of node.profile) all.set(section, (all.get(section) ?? 0) + sign * amount);
    };
    for (const part of parts) count(part, 1);
    const ranked = [...parts]
      .filter((node) => node.total > 0 && mayBe(node))
      .sort((one, other) => one.total - other.total);
    for (const node of ranked) {
      const verdict = this.isSumOf(node, parts, all, Math.log2(nodes));
      if (verdict === 'sure') {
        found.push(node);
        parts.delete(node);
        count(node, -1);
      } else if (verdict === 'doubtful') this.doubtful.push({ column, code: node.code, record: node.record });
    }
    return found;
  }

  private isSumOf(
    node: Node,
    family: ReadonlySet<Node>,
    all: ReadonlyMap<number, number>,
    choices: number,
  ): 'sure' | 'doubtful' | undefined {
    const others = [...family].filter((other) => other !== node && other.total > 0);
    const bits = [...node.profile.values()].reduce((sum, amount) => sum + Math.log2(1 + amount), 0) - choices;
    const told = (kind: keyof typeof SURE, tried = 0): 'sure' | 'doubtful' | undefined => {
      if (node.isNamed || bits - tried >= SURE[kind]) return 'sure';
      return bits - tried >= DOUBTFUL[kind] ? 'doubtful' : undefined;
    };
    const rest = others.reduce((sum, { total }) => sum + total, 0);
    if (isSumOfAll(node, all)) {
      if (node.total !== rest) return others.length > 1 ? told('sparse') : undefined;
      const figures = [...node.profile.values()].filter((amount) => amount > 0).length;
      if (others.length > 2 || (others.length === 2 && figures > 1)) return told('all') ?? 'doubtful';
      return node.isNamed ? 'sure' : others.length > 1 || told('sparse') === 'sure' ? 'doubtful' : undefined;
    }
    // A grand total alone stands where nothing else does.
    if (
      node.total === rest &&
      others.length > 1 &&
      [...node.profile.keys()].every((at) => all.get(at) === node.profile.get(at))
    )
      return others.length > 2 ? (told('all') ?? 'doubtful') : 'doubtful';
    const members = others.filter(({ total }) => total < node.total);
    if (members.length < 2) return undefined;
    if (this.isRun(node, members)) return told('some', choices);
    if (members.length > bits - DOUBTFUL.some && members.length > 64) return undefined;
    const fitting = members.filter((member) => isWithin(member, node, this.budget));
    if (fitting.length < 2 || fitting.length > bits - DOUBTFUL.some || this.budget.left < 0) return undefined;
    const sections = [...node.profile.keys()];
    const amounts = (one: Node): Float64Array =>
      Float64Array.from(sections, (section) => one.profile.get(section) ?? 0);
    return someAddUp(amounts(node), fitting.map(amounts), this.budget)
      ? told('some', fitting.length)
      : undefined;
  }

  /** Whether neighbours add up to it, as records stand and as codes are ordered. */
  private isRun(node: Node, members: readonly Node[]): boolean {
    this.budget.left -= 2 * members.length;
    if (this.budget.left < 0) return false;
    const byCode = members.toSorted((one, other) => (one.code < other.code ? -1 : 1));
    return [members, byCode].some((order) => {
      const totals = order.map(({ total }) => total);
      return runsOf(totals, node.total).some(([first, end]) => {
        const run = order.slice(first, end);
        this.budget.left -= run.length * node.profile.size;
        return [...node.profile].every(
          ([section, amount]) =>
            run.reduce((sum, { profile }) => sum + (profile.get(section) ?? 0), 0) === amount,
        );
      });
    });
  }
}

/** In every cross-section that it stands in, it is as much as all others of the family. */
const isSumOfAll = ({ profile }: Node, all: ReadonlyMap<number, number>): boolean => {
  for (const [section, amount] of profile) if (all.get(section) !== 2 * amount) return false;
  return true;
};

function isWithin(part: Node, whole: Node, budget: Budget): boolean {
  budget.left -= 1;
  if (part.profile.size > whole.profile.size) return false;
  for (const [section, amount] of part.profile) {
    budget.left -= 1;
    if (amount > (whole.profile.get(section) ?? 0)) return false;
  }
  return true;
}
