/** Other rules of pooling that disclose no small count either: what anonymiser 2 was chosen from. */
import type { Counts } from '../../src/rules/counts.ts';
import { mayBePool } from '../../src/rules/derivable.ts';
import type { Report } from '../../src/rules/report.ts';
import { codesOf, inSchemeOrder, type Scheme } from '../../src/rules/scheme.ts';

export interface PoolingRule {
  readonly name: string;
  readonly make: (counts: Counts, scheme: Scheme, k: number) => Report;
}

/** One pool of all benefits below k in each block of a partition that never changes. */
export const BLOCKS: PoolingRule = {
  name: 'a pool in each of two fixed blocks',
  make: (counts, scheme, k) => {
    const at = new Desk(counts, scheme, k);
    const half = Math.ceil(codesOf(scheme).length / 2);
    const blocks = [
      at.small.filter((code) => at.place(code) < half),
      at.small.filter((code) => at.place(code) >= half),
    ];
    return at.report(blocks.filter((block) => at.isPool(block)));
  },
};

/** The first of the benefits below k, as many as their number alone decides: the rest keeps its zeros. */
export const SIZES: PoolingRule = {
  name: 'a pool whose size the classes decide',
  make: (counts, scheme, k) => {
    const at = new Desk(counts, scheme, k);
    const size = Math.max(3, Math.ceil((at.small.length + 3) / 2));
    const pool = inSchemeOrder(scheme, at.byPopularity(at.small).slice(0, size));
    return at.report(at.isPool(pool) ? [pool] : []);
  },
};

/**
 * One pool of all benefits below k; where that cannot be, the least popular benefit of k or more joins, if with it there
 * are 2k − 1 children or more, one of whom asked for something else. Another member could be the large one, or the
 * pool is not made.
 */
export const WITH_LARGE: PoolingRule = {
  name: 'one pool, or with one benefit of k or more',
  make: (counts, scheme, k) => {
    const at = new Desk(counts, scheme, k);
    if (at.isPool(at.small)) return at.report([at.small]);
    const order = at.byPopularity(codesOf(scheme)).reverse();
    const [joins, next] = order.filter((code) => !at.small.includes(code));
    if (joins === undefined || at.small.length < 2) return at.report([]);
    const before = order.slice(0, next === undefined ? order.length : order.indexOf(next));
    const candidates = before.filter((code) => code === joins || at.small.includes(code));
    const pool = inSchemeOrder(scheme, [...at.small, joins]);
    const pupils = at.told(pool) ?? 0;
    const isSafe = candidates.length > 1 && pupils >= 2 * k - 1 && pupils > counts.counts[joins]!.pupils;
    return at.report(isSafe ? [pool] : []);
  },
};

/** Counts on the way to a report, by rules that look at classes and told unions. */
class Desk {
  readonly small: readonly string[];
  private readonly unions: ReadonlyMap<string, number>;

  constructor(
    private readonly counts: Counts,
    private readonly scheme: Scheme,
    private readonly k: number,
  ) {
    this.small = codesOf(scheme).filter((code) => counts.counts[code]!.pupils < k);
    this.unions = new Map(counts.distinct?.map(({ benefits, pupils }) => [benefits.join(), pupils]));
  }

  place = (code: string): number => codesOf(this.scheme).indexOf(code);

  told = (benefits: readonly string[]): number | undefined => this.unions.get(benefits.join());

  isPool = (benefits: readonly string[]): boolean =>
    mayBePool(benefits.length, this.told(benefits) ?? 0, this.k);

  /** Most asked about first, as is known beforehand: the last of the scheme first, where there are fewer than seven. */
  byPopularity = (codes: readonly string[]): string[] => {
    const known = [
      'LERNFOERDERUNG',
      'MITTAG',
      'TEILHABE',
      'KLASSENFAHRT',
      'SCHULBEDARF',
      'BEFOERDERUNG',
      'AUSFLUG',
    ];
    return known.filter((code) => codes.includes(code));
  };

  /** What is in no pool: large ones stand alone, small ones are withheld or none. */
  report(pools: readonly (readonly string[])[]): Report {
    const { counts } = this.counts;
    const pooled = new Set(pools.flat());
    const out = codesOf(this.scheme).filter((code) => !pooled.has(code));
    const alone = out.filter((code) => counts[code]!.pupils >= this.k);
    return {
      scheme: this.counts.scheme,
      policy: this.counts.policy,
      cells: [
        ...alone.map((code) => ({ benefits: [code], ...counts[code]! })),
        ...pools.map((benefits) => ({
          benefits,
          pupils: this.told(benefits)!,
          consultations: benefits.reduce((sum, code) => sum + counts[code]!.consultations, 0),
        })),
      ].sort((a, b) => this.place(a.benefits[0]!) - this.place(b.benefits[0]!)),
      none: out.filter((code) => counts[code]!.pupils === 0),
      withheld: out.filter((code) => counts[code]!.pupils > 0 && counts[code]!.pupils < this.k),
    };
  }
}
