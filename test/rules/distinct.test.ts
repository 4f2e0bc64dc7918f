/** Bounds on unions: never tighter than the truth, and a proof where both ends meet. */
import fc from 'fast-check';
import { unionBoundsOf } from '../../src/rules/distinct.ts';

/** Pupils, each with the set of benefits asked about (a mask), and which unions are said. */
const schools = (benefits: number) =>
  fc.record({
    wishes: fc.array(fc.integer({ min: 1, max: 2 ** benefits - 1 }), { minLength: 1, maxLength: 12 }),
    said: fc.uniqueArray(fc.integer({ min: 1, max: 2 ** benefits - 1 }), { maxLength: 6 }),
    benefits: fc.constant(benefits),
  });
const behind = (wishes: readonly number[], mask: number) =>
  wishes.filter((wish) => (wish & mask) !== 0).length;
const singlesOf = (wishes: readonly number[], benefits: number) =>
  Array.from({ length: benefits }, (_, i) => behind(wishes, 1 << i));

test('the true number of every union lies within its bounds, and counts of real pupils never clash', () => {
  fc.assert(
    fc.property(fc.oneof(schools(3), schools(5), schools(7)), ({ wishes, said, benefits }) => {
      const given = new Map(said.map((mask) => [mask, behind(wishes, mask)]));
      const bounds = unionBoundsOf(singlesOf(wishes, benefits), given);
      if ('clash' in bounds) throw new Error('clash');
      for (let mask = 0; mask < 1 << benefits; mask++) {
        const truth = behind(wishes, mask);
        expect(bounds.least[mask]).toBeLessThanOrEqual(truth);
        expect(bounds.most[mask]).toBeGreaterThanOrEqual(truth);
      }
    }),
    { numRuns: 400 },
  );
});

test('with nothing said the bounds are the largest single number and the sum', () => {
  expect(unionBoundsOf([3, 4, 2], new Map())).toEqual({
    least: Int32Array.of(0, 3, 4, 4, 2, 3, 4, 4),
    most: Int32Array.of(0, 3, 4, 7, 2, 5, 6, 9),
  });
});

test('a union as large as the sum of all proves every union within it', () => {
  const bounds = unionBoundsOf([3, 4, 2], new Map([[0b111, 9]]));
  if ('clash' in bounds) throw new Error('clash');
  expect([...bounds.least]).toEqual([...bounds.most]);
});

test('a union no larger than one of its parts proves every union between', () => {
  const bounds = unionBoundsOf([3, 6, 2], new Map([[0b111, 6]]));
  if ('clash' in bounds) throw new Error('clash');
  expect([bounds.least[0b011], bounds.most[0b011]]).toEqual([6, 6]);
  expect([bounds.least[0b110], bounds.most[0b110]]).toEqual([6, 6]);
});

test.each([
  ['below its largest part', [3, 4], [[0b11, 3]]],
  ['above the sum of its parts', [3, 4], [[0b11, 8]]],
  [
    'smaller than a union within it',
    [3, 4, 2],
    [
      [0b11, 7],
      [0b111, 6],
    ],
  ],
  [
    'larger than two unions that cover it',
    [3, 3, 3],
    [
      [0b011, 3],
      [0b110, 3],
      [0b111, 4],
    ],
  ],
] as [string, number[], [number, number][]][])('a union %s is found out', (_, singles, given) =>
  expect(unionBoundsOf(singles, new Map(given))).toHaveProperty('clash'),
);

test('numbers that contradict each other over and over are answered within bounded time', () => {
  const given = new Map(
    Array.from({ length: 60 }, (_, i): [number, number] => [i * 2 + 3, 5_000_000 + ((i * 7919) % 1000)]),
  );
  const began = performance.now();
  unionBoundsOf(Array<number>(7).fill(4_999_999), given);
  expect(performance.now() - began).toBeLessThan(500);
});
