/** The least-loss way to split benefits into itemised, pooled and withheld: exact, by enumeration. */

/** What the search may choose from. Bit i of a mask stands for the i-th benefit somebody asked about. */
export interface Options {
  /** By mask: consultations about all of its benefits. */
  readonly consultations: Float64Array;
  /** Index of each benefit in scheme order, ascending. */
  readonly places: readonly number[];
  /** Whether the benefit may stand alone. */
  readonly mayStandAlone: readonly boolean[];
  /** By mask: how many true zeros must join to make this a safe pool, or −1 where none can. */
  readonly zerosToJoin: Int8Array;
  /** Places of the true zeros in scheme order, ascending. */
  readonly zeroPlaces: readonly number[];
  /** Cost of a withheld consultation; a pooled one costs 1. */
  readonly weight: number;
}

export interface Split {
  readonly itemised: number;
  /** Masks, by their lowest benefit. */
  readonly pools: readonly number[];
  readonly withheld: number;
  readonly cost: number;
  /** Benefits in pools, joined zeros among them. */
  readonly pooledBenefits: number;
}

/** The indices in a mask, ascending. */
export function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest));
  return bits;
}

/** The zeros that join each pool: pools by their lowest benefit take the first free zeros in scheme order. */
export function zerosOfPools(options: Options, pools: readonly number[]): number[][] {
  let taken = 0;
  return pools.map((pool) => {
    const from = taken;
    taken += options.zerosToJoin[pool] ?? 0;
    return options.zeroPlaces.slice(from, taken);
  });
}

/**
 * The best of all safe splits of the benefits in `among`.
 *
 * Order: least cost; then fewest benefits in pools; then scheme order, which means that of two splits the
 * one comes first which, at the first benefit in scheme order that they treat differently, itemises rather
 * than pools, puts into an earlier begun pool rather than a later one, and withholds or leaves out last.
 *
 * returns  the best split; there is always one, since everything may be withheld
 * cost     at most Bell(m + 1) splits of m benefits, 4140 for seven
 */
export function leastLoss(
  options: Options,
  among = options.consultations.length - 1,
  zeros = options.zeroPlaces.length,
): Split {
  let best: Split | undefined;
  const lossOf = (mask: number) => options.consultations[mask] ?? 0;

  // Cost and pooled benefits only grow on the way down, so what is already worse need not be followed.
  const walk = (rest: number, free: number, so: Split): void => {
    if (best !== undefined && compareLoss(so, best) > 0) return;
    if (rest === 0) {
      if (best === undefined || compareLoss(so, best) < 0 || isBefore(options, so, best)) best = so;
      return;
    }
    const first = rest & -rest;
    const others = rest ^ first;
    if (options.mayStandAlone[31 - Math.clz32(first)] === true) {
      walk(others, free, { ...so, itemised: so.itemised | first });
    }
    for (let more = others; more !== 0; more = (more - 1) & others) {
      const pool = first | more;
      const join = options.zerosToJoin[pool] ?? -1;
      if (join < 0 || join > free) continue;
      walk(rest ^ pool, free - join, {
        ...so,
        pools: [...so.pools, pool],
        cost: so.cost + lossOf(pool),
        pooledBenefits: so.pooledBenefits + bitsOf(pool).length + join,
      });
    }
    walk(others, free, {
      ...so,
      withheld: so.withheld | first,
      cost: so.cost + options.weight * lossOf(first),
    });
  };
  walk(among, zeros, { itemised: 0, pools: [], withheld: 0, cost: 0, pooledBenefits: 0 });
  return (
    best ?? {
      itemised: 0,
      pools: [],
      withheld: among,
      cost: options.weight * lossOf(among),
      pooledBenefits: 0,
    }
  );
}

const compareLoss = (a: Split, b: Split): number => a.cost - b.cost || a.pooledBenefits - b.pooledBenefits;

function isBefore(options: Options, a: Split, b: Split): boolean {
  const [ours, theirs] = [treatmentOf(options, a), treatmentOf(options, b)];
  const at = ours.findIndex((treatment, place) => treatment !== theirs[place]);
  return at >= 0 && (ours[at] ?? 0) < (theirs[at] ?? 0);
}

const LAST = 99;

/** By place in scheme order: 0 itemised, 1, 2, … the pools as they begin in scheme order, 99 neither. */
function treatmentOf(options: Options, split: Split): number[] {
  const treatment = Array<number>(options.places.length + options.zeroPlaces.length).fill(LAST);
  for (const i of bitsOf(split.itemised)) treatment[options.places[i] ?? 0] = 0;
  const zeros = zerosOfPools(options, split.pools);
  split.pools
    .map((pool, p) => [...bitsOf(pool).map((i) => options.places[i] ?? 0), ...(zeros[p] ?? [])])
    .sort((a, b) => Math.min(...a) - Math.min(...b))
    .forEach((members, p) => members.forEach((place) => (treatment[place] = p + 1)));
  return treatment;
}
