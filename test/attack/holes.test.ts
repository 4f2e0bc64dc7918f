/** Each attacker finds the hole that is planted for it, and what a release once told is told no more. */
import { highsSolver } from '../../src/foundation/highs.ts';
import { ATTACKS } from './attacks.ts';
import type { Solver } from './intervals.ts';
import { lateReports, partnersOf, rowOfThree } from './old-holes.ts';
import { besideFour, HOLES, oneReturned } from './planted-holes.ts';
import { publishedBefore } from './published-before.ts';
import { released, type Scene } from './scene.ts';
import { smallWorld, type World } from './worlds.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** What is told too closely, as it is printed where a test fails. */
const toldBy = (name: string, scene: Scene): string[] =>
  ATTACKS[name]!(scene, solver).narrow.map(({ what, low, high }) => `${what}: ${low} to ${high}`);

async function releasedOf(world: World): Promise<Scene> {
  const scene = await released(world, solver);
  if (!scene) throw new Error(`Nothing of ${world.name} can be released, so nothing is tested.`);
  return scene;
}

test.each(Object.keys(ATTACKS))('the attacker `%s` finds the hole that is planted for it', (name) => {
  expect(ATTACKS[name]!(HOLES[name]!(), solver).exact).toBeGreaterThan(0);
});

test.each([
  ['causes', 'beside', 'version 1, 051 PRIMUS-Schule, MITTAG pupils: 5 to 5'],
  ['contributors', 'three', 'version 1, school 900016, MITTAG pupils: 5 to 5'],
  ['releases', 'late', 'version 2, 05111, MITTAG pupils: 39 to 39'],
  ['reporter', 'beside', 'version 1, school 900046, MITTAG pupils: 5 to 5'],
  ['reporter', 'three', 'to the reporter of 900017: version 1, school 900016, MITTAG pupils: 5 to 5'],
  ['coordinator', 'late', 'change to version 2, school 900005, MITTAG pupils: 5 to 5'],
  ['smallRows', 'beside', 'version 1, 051 PRIMUS-Schule, is a row of fewer than three expected schools'],
] as const)('the attacker `%s` finds in what was once published of `%s` exactly %s', (name, world, told) => {
  expect(ATTACKS[name]!(publishedBefore(world), solver).exact).toBeGreaterThan(0);
  expect(toldBy(name, publishedBefore(world))).toContainEqual(expect.stringContaining(told));
});

test('who knows only numbers, sums and rules found nothing in them: that hole is planted alone', () => {
  for (const world of ['late', 'beside', 'three'] as const)
    expect(toldBy('outsider', publishedBefore(world))).toEqual([]);
});

test('a small row whose nothing a larger row told before, of the same reports, is no hole of its own', async () => {
  // In its first version the county shows a nothing over five schools; two of them are the small row of the second.
  expect(toldBy('smallRows', await releasedOf(smallWorld(250, 3)))).toEqual([]);
});

test('who does not know why a number is hidden tells nothing where one who does tells two', () => {
  expect(toldBy('outsider', HOLES['causes']!())).toEqual([]);
  expect(toldBy('causes', HOLES['causes']!())).toHaveLength(2);
});

test.each(['causes', 'reporter', 'releases'])(
  'the attacker `%s` knows that where four reported, three times k is not enough to be shown',
  (name) => {
    expect(toldBy(name, besideFour()).filter((line) => line.includes('MITTAG pupils'))).toContainEqual(
      expect.stringMatching(/PRIMUS-Schule, MITTAG pupils: 5 to 5$/),
    );
  },
);

test('a stranger tells nothing of the school that its neighbour of two schools tells', () => {
  expect(toldBy('outsider', HOLES['reporter']!())).toEqual([]);
});

describe('a release tells nothing', () => {
  test.each([
    { single: 5, others: [5, 5, 5] as const },
    { single: 5, others: [5, 6, 5] as const },
    { single: 6, others: [5, 5, 7] as const },
    { single: 9, others: [5, 5, 5] as const },
  ])('of $single beside $others, to who knows why a number is hidden', async ({ single, others }) => {
    expect(toldBy('causes', await releasedOf(partnersOf(single, [...others])))).toEqual([]);
  });

  test.each([[5, 5, 5] as const, [5, 5, 6] as const, [6, 6, 6] as const, [5, 6, 7] as const])(
    'of three schools with %i, %i and %i in one row',
    async (...lunch) => {
      for (const isInOneCounty of [true, false])
        expect(toldBy('contributors', await releasedOf(rowOfThree([...lunch], isInOneCounty)))).toEqual([]);
    },
  );

  test.each([[5, 5, 5] as const, [5, 6, 5] as const, [6, 5, 7] as const, [0, 0, 5] as const])(
    'of late reports of %i, %i and %i',
    async (...late) => {
      expect(toldBy('releases', await releasedOf(lateReports([...late])))).toEqual([]);
    },
  );

  test('of a school that a coordinator returned, and that came back', async () => {
    const world = oneReturned();
    const scene = await releasedOf({ ...world, reports: [...world.reports, world.reports[0]!] });
    for (const name of ['coordinator', 'releases']) expect(toldBy(name, scene)).toEqual([]);
  });

  test('of rows in which one school or two reported, no zero and no mark', async () => {
    expect(toldBy('smallRows', await releasedOf(partnersOf(5, [9, 12, 14])))).toEqual([]);
  });
});
