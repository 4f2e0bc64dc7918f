/** Anonymiser 1: of all splits the one that loses least. A reader who knows it may learn counts below k (anonymiser 2 mends that). */
import type { Counted, SoundCounts } from './counts.ts';
import { isDerivable } from './derivable.ts';
import type { PooledReport } from './loss.ts';
import { bitsOf, leastLoss, zerosOfPools, type Options, type Split } from './partition.ts';
import { isBelowThreshold, type Policy } from './policy.ts';
import type { Report } from './report.ts';
import { inSchemeOrder, schemeId, type BenefitScheme } from './scheme.ts';
import { COUNT_MAX } from './shape.ts';

/** Asking for more at once would be a form to fill in. */
const HELP_MAX = 3;

/**
 * The split that loses least, for periods that opened under policy 1.
 *
 * returns  First safe by `isDerivable`; then least loss; then fewest pooled benefits; then scheme order (see
 *          `leastLoss`). A pool needs its number of distinct pupils, given or proved by the given ones.
 * cost     every split is looked at: below 5 ms for seven benefits
 */
export function leastLossReport(sound: SoundCounts, scheme: BenefitScheme, policy: Policy): PooledReport {
  const options = optionsOf(sound, policy);
  const split = leastLoss(options);
  const cells = cellsOf(sound, options, split, scheme);
  const inCells = cells.flatMap((cell) => cell.benefits);
  const report: Report = {
    scheme: schemeId(scheme),
    policy: policy.number,
    cells,
    none: sound.zeros.map((zero) => zero.code).filter((code) => !inCells.includes(code)),
    withheld: codesAt(sound.asked, split.withheld),
  };
  return { report, loss: lossOf(options, split), wouldHelp: helpfulUnions(sound, policy, options, split) };
}

const codesAt = (asked: readonly Counted[], mask: number): string[] =>
  asked.filter((_, i) => (mask & (1 << i)) !== 0).map((benefit) => benefit.code);

function lossOf({ consultations }: Options, split: Split): PooledReport['loss'] {
  return {
    itemised: consultations[split.itemised] ?? 0,
    pooled: split.pools.reduce((sum, pool) => sum + (consultations[pool] ?? 0), 0),
    withheld: consultations[split.withheld] ?? 0,
    cost: split.cost,
  };
}

/** Cells in scheme order of their first benefit, so that their order says nothing about the counts. */
function cellsOf(
  { asked, zeros, bounds }: SoundCounts,
  options: Options,
  split: Split,
  scheme: BenefitScheme,
) {
  const joined = zerosOfPools(options, split.pools);
  const codeOfZero = (place: number) => zeros.find((zero) => zero.place === place)?.code ?? '';
  const itemised = bitsOf(split.itemised).map((i) => ({ mask: 1 << i, zeros: [] as string[] }));
  const pooled = split.pools.map((mask, p) => ({ mask, zeros: (joined[p] ?? []).map(codeOfZero) }));
  const order = inSchemeOrder(
    scheme,
    [...asked, ...zeros].map((benefit) => benefit.code),
  );
  return [...itemised, ...pooled]
    .map((cell) => ({
      benefits: inSchemeOrder(scheme, [...codesAt(asked, cell.mask), ...cell.zeros]),
      pupils: bounds.least[cell.mask] ?? 0,
      consultations: options.consultations[cell.mask] ?? 0,
    }))
    .sort((a, b) => order.indexOf(a.benefits[0] ?? '') - order.indexOf(b.benefits[0] ?? ''));
}

/** How many true zeros must join to make a pool of so many benefits and pupils safe, or −1. */
function zerosToJoin(members: number, pupils: number, zeros: number, policy: Policy): number {
  if (members < 2 || isBelowThreshold(pupils, policy)) return -1;
  for (let join = 0; join <= zeros; join++) if (!isDerivable(members + join, pupils, policy.k)) return join;
  return -1;
}

function optionsOf({ asked, zeros, bounds: { least, most } }: SoundCounts, policy: Policy): Options {
  const consultations = new Float64Array(least.length);
  const joins = new Int8Array(least.length).fill(-1);
  for (let mask = 1; mask < joins.length; mask++) {
    const last = 31 - Math.clz32(mask);
    consultations[mask] = (consultations[mask ^ (1 << last)] ?? 0) + (asked[last]?.consultations ?? 0);
    const known = least[mask] === most[mask];
    const fits = (consultations[mask] ?? 0) <= COUNT_MAX;
    if (known && fits) joins[mask] = zerosToJoin(bitsOf(mask).length, least[mask] ?? 0, zeros.length, policy);
  }
  return {
    consultations,
    places: asked.map((benefit) => benefit.place),
    mayStandAlone: asked.map((benefit) => !isBelowThreshold(benefit.pupils, policy)),
    zerosToJoin: joins,
    zeroPlaces: zeros.map((zero) => zero.place),
    weight: policy.poolingWeight,
  };
}

/** The unions worth asking about: with a favourable number, each of them alone would lower the loss. */
function helpfulUnions(sound: SoundCounts, policy: Policy, options: Options, now: Split): string[][] {
  const { least, most } = sound.bounds;
  const ranked: { mask: number; cost: number }[] = [];
  for (let mask = 1; mask < least.length; mask++) {
    if (least[mask] === most[mask] || (options.consultations[mask] ?? 0) > COUNT_MAX) continue;
    const members = bitsOf(mask).length;
    // Every number above (k − 1) · members is safe, so the loop ends soon after it.
    let join = -1;
    for (let n = least[mask] ?? 0; n <= (most[mask] ?? 0) && join !== 0; n++) {
      const needed = zerosToJoin(members, n, sound.zeros.length, policy);
      if (needed >= 0) join = join < 0 ? needed : Math.min(join, needed);
    }
    if (join < 0) continue;
    const rest = leastLoss(options, (least.length - 1) ^ mask, sound.zeros.length - join);
    const cost = rest.cost + (options.consultations[mask] ?? 0);
    if (cost < now.cost) ranked.push({ mask, cost });
  }
  const size = (mask: number) => bitsOf(mask).length;
  const place = (mask: number) => bitsOf(mask).join();
  ranked.sort(
    (a, b) => a.cost - b.cost || size(a.mask) - size(b.mask) || (place(a.mask) < place(b.mask) ? -1 : 1),
  );
  return ranked.slice(0, HELP_MAX).map(({ mask }) => codesAt(sound.asked, mask));
}
