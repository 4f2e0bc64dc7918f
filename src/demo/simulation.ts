/** Invented schools from a seed: counts that fit each other, for tests, benchmarks and demonstration data. */
import { type Benefit, codesOf, type Scheme } from '../rules/scheme.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). Not for secrets. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A count from the negative binomial distribution, as a Poisson count with a gamma-distributed mean.
 *
 * mean, size  expectation, and the shape of the gamma (an integer: sum of exponentials); variance mean + mean²/size
 */
export function negativeBinomial(rng: () => number, { mean, size }: { mean: number; size: number }): number {
  let rate = 0;
  for (let i = 0; i < size; i += 1) rate -= (Math.log(1 - rng()) * mean) / size;
  // Knuth's multiplication: fine for the small means of a school.
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = rng(); product > limit; product *= rng()) count += 1;
  return count;
}

/**
 * How likely a counselled pupil asks about each benefit. Invented; chosen so that about three quarters of
 * the non-zero cells of a school with ten counselled pupils lie below 5.
 */
const POPULARITY: Readonly<Record<string, number>> = {
  AUSFLUG: 0.05,
  KLASSENFAHRT: 0.15,
  SCHULBEDARF: 0.1,
  BEFOERDERUNG: 0.05,
  LERNFOERDERUNG: 0.4,
  MITTAG: 0.35,
  TEILHABE: 0.15,
};
/** That of a benefit of which nothing was invented. */
const USUAL = 0.15;

/** How likely a counselled pupil asks about a benefit, or about one at least of those that it unites. */
const popularityOf = ({ code, unites }: Benefit): number =>
  unites
    ? 1 - unites.reduce((nobody, part) => nobody * (1 - popularityOf(part)), 1)
    : (POPULARITY[code] ?? USUAL);

/** How likely a pupil who asked about a benefit asks about it once more. */
const AGAIN = 0.4;

/** Consultations of one counselled pupil in a period, on average, as `simulateSchool` invents them. */
export function consultationsOfPupil({ benefits }: Scheme): number {
  const popularity = benefits.map(popularityOf);
  const wishes = popularity.reduce((sum, chance) => sum + chance, 0);
  const nothing = popularity.reduce((all, chance) => all * (1 - chance), 1);
  // Who asks about nothing is not counselled, so a wish is drawn again.
  return wishes / (1 - nothing) / (1 - AGAIN);
}

export interface SimulatedSchool {
  readonly counts: Record<string, { pupils: number; consultations: number }>;
  /** The true number behind every union of two or more benefits: what a tally list would know. */
  readonly distinct: { benefits: string[]; pupils: number }[];
}

/**
 * One school in one period.
 *
 * rng     numbers in [0, 1)
 * pupils  distinct pupils who were counselled at all; each about one benefit or more, in one
 *         consultation or more per benefit (see `consultationsOfPupil`)
 * scheme  whose benefits they ask about
 */
export function simulateSchool(rng: () => number, pupils: number, scheme: Scheme): SimulatedSchool {
  const codes = codesOf(scheme);
  const popularity = scheme.benefits.map(popularityOf);
  const consultations = codes.map(() => 0);
  const wishes = Array.from({ length: pupils }, () => {
    let wish = 0;
    while (wish === 0) popularity.forEach((chance, i) => (wish |= rng() < chance ? 1 << i : 0));
    codes.forEach((_, i) => {
      if ((wish & (1 << i)) === 0) return;
      do consultations[i] = (consultations[i] ?? 0) + 1;
      while (rng() < AGAIN);
    });
    return wish;
  });
  const behind = (mask: number) => wishes.filter((wish) => (wish & mask) !== 0).length;
  const counts = Object.fromEntries(
    codes.map((code, i) => [code, { pupils: behind(1 << i), consultations: consultations[i] ?? 0 }]),
  );
  const distinct: SimulatedSchool['distinct'] = [];
  for (let mask = 1; mask < 1 << codes.length; mask++) {
    if ((mask & (mask - 1)) === 0) continue;
    distinct.push({ benefits: codes.filter((_, i) => (mask & (1 << i)) !== 0), pupils: behind(mask) });
  }
  return { counts, distinct };
}
