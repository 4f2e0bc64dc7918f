/** Each attacker finds the hole that is planted for it, and none where the engine has released the same world. */
import { highsSolver } from '../../src/foundation/highs.ts';
import { ATTACKS } from './attacks.ts';
import type { Solver } from './intervals.ts';
import { lateReports, partnersOf, rowOfThree } from './old-holes.ts';
import { drawnUp } from './planted.ts';
import { released, type Scene } from './scene.ts';
import type { World } from './worlds.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const attack = (name: string, scene: Scene) => ATTACKS[name]!(scene, solver);
/** What is told too closely, as it is printed where a test fails. */
const toldBy = (name: string, scene: Scene): string[] =>
  attack(name, scene).narrow.map(({ what, low, high }) => `${what}: ${low} to ${high}`);

async function releasedOf(world: World): Promise<Scene> {
  const scene = await released(world, solver);
  if (!scene) throw new Error(`Nothing of ${world.name} can be released, so nothing is tested.`);
  return scene;
}

describe('the stranger', () => {
  const isFew = (contributing: number): boolean => contributing < 3;

  test('reckons out what is hidden for its own sake only', () => {
    const scene = drawnUp(partnersOf(5, [5, 5, 5]), (_, __, contributing) => isFew(contributing));
    expect(attack('outsider', scene).exact).toBeGreaterThan(0);
  });
});

describe('who knows why a number is hidden', () => {
  test('tells a school and its partner, where that one is known to have three contributors', () => {
    const scene = drawnUp(partnersOf(5, [5, 5, 5]), ({ schoolType }) =>
      ['PRIMUS-Schule', 'Realschule'].includes(schoolType),
    );
    expect(toldBy('outsider', scene)).toEqual([]);
    expect(attack('causes', scene).exact).toBe(2);
  });

  test.each([
    { single: 5, others: [5, 5, 5] as const },
    { single: 5, others: [5, 6, 5] as const },
    { single: 6, others: [5, 5, 7] as const },
    { single: 9, others: [5, 5, 5] as const },
  ])('tells nothing of a release with $single beside $others', async ({ single, others }) => {
    const scene = await releasedOf(partnersOf(single, [...others]));
    expect(toldBy('causes', scene)).toEqual([]);
  });
});

describe('who looks for contributors behind a shown number', () => {
  test.each([true, false])('tells three schools with 5 each (in one county: %s)', (isInOneCounty) => {
    const scene = drawnUp(rowOfThree([5, 5, 5], isInOneCounty), () => false);
    expect(attack('contributors', scene).exact).toBeGreaterThan(0);
  });

  test.each([[5, 5, 5] as const, [5, 5, 6] as const, [6, 6, 6] as const, [5, 6, 7] as const])(
    'tells none of %i, %i and %i in a release',
    async (...lunch) => {
      for (const isInOneCounty of [true, false]) {
        const scene = await releasedOf(rowOfThree([...lunch], isInOneCounty));
        expect(toldBy('contributors', scene)).toEqual([]);
      }
    },
  );
});

describe('who subtracts versions', () => {
  test('tells late reports of 5 each, and the counties they are in', () => {
    const scene = drawnUp(
      lateReports([5, 5, 5]),
      ({ region }, { measure, at }, _, version) =>
        version === 1 && region.length === 5 && (measure === 'pupils' || at !== 2),
    );
    expect(attack('releases', scene).exact).toBeGreaterThan(5);
  });

  test.each([[5, 5, 5] as const, [5, 6, 5] as const, [6, 5, 7] as const, [0, 0, 5] as const])(
    'tells nothing of late reports of %i, %i and %i in a release',
    async (...late) => {
      const scene = await releasedOf(lateReports([...late]));
      expect(toldBy('releases', scene)).toEqual([]);
    },
  );
});
