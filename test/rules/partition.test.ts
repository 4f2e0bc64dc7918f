/** The search itself, on made-up options that counts hardly ever give. */
import { bitsOf, leastLoss, zerosOfPools, type Options } from '../../src/rules/partition.ts';

/** Four benefits of one consultation each; only the named masks may be pooled, each needing so many zeros. */
const options = (pools: Record<number, number>, zeroPlaces: number[]): Options => ({
  consultations: Float64Array.from({ length: 16 }, (_, mask) => bitsOf(mask).length),
  places: [0, 1, 2, 3].map((place) => place + 1),
  mayStandAlone: [false, false, false, false],
  zerosToJoin: Int8Array.from({ length: 16 }, (_, mask) => pools[mask] ?? -1),
  zeroPlaces,
  weight: 3,
});

test('one true zero joins one pool only', () => {
  const two = { 0b0011: 1, 0b1100: 1 };
  expect(leastLoss(options(two, [0]))).toMatchObject({
    pools: [0b0011],
    withheld: 0b1100,
    cost: 8,
    pooledBenefits: 3,
  });
  expect(leastLoss(options(two, [0, 5]))).toMatchObject({
    pools: [0b0011, 0b1100],
    withheld: 0,
    cost: 4,
    pooledBenefits: 6,
  });
  expect(zerosOfPools(options(two, [0, 5]), [0b0011, 0b1100])).toEqual([[0], [5]]);
});

test('where nothing may be pooled or stand alone, all is withheld', () => {
  expect(leastLoss(options({}, []))).toEqual({
    itemised: 0,
    pools: [],
    withheld: 0b1111,
    cost: 12,
    pooledBenefits: 0,
  });
});

test('of equal splits the one wins whose first pool, zeros counted, begins with the earlier benefits', () => {
  // A pool that takes the zero at place 0 begins first, whatever its other benefits are.
  const pairs = { 0b0011: 0, 0b1100: 1, 0b0101: 0, 0b1010: 1 };
  expect(leastLoss(options(pairs, [0])).pools).toEqual([0b0101, 0b1010]);
});
