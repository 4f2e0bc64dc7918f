/** A few random worlds, released and attacked; `npm run bench -- attack` does the same with hundreds. */
import { highsSolver } from '../../src/foundation/highs.ts';
import { ATTACKS } from './attacks.ts';
import type { Solver } from './intervals.ts';
import { released } from './scene.ts';
import { smallWorld } from './worlds.ts';

const SEED = Number(process.env.KANON_SEED ?? 1);
const WORLDS = 5;
let solver: Solver;
let releases = 0;
/** How many numbers each attacker tried, over all worlds. */
const tried = new Map(Object.keys(ATTACKS).map((name) => [name, 0]));
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  solver = await highsSolver();
});

test.each(Array.from({ length: WORLDS }, (_, at) => SEED + at))(
  'nothing of the small world %i is told more closely than the width',
  async (seed) => {
    const scene = await released(smallWorld(seed, 1 + (seed % 3)), solver);
    // Some worlds leave no safe pattern; how many may is said below.
    if (!scene) return;
    releases += 1;
    for (const [name, attack] of Object.entries(ATTACKS)) {
      const { narrow, open, targets } = attack(scene, solver);
      tried.set(name, tried.get(name)! + targets);
      expect({ name, told: narrow.map(({ what, low, high }) => `${what}: ${low} to ${high}`), open }).toEqual(
        {
          name,
          told: [],
          open: 0,
        },
      );
    }
  },
);

test('of the worlds nearly all were released, and each attacker had something to try', () => {
  expect(releases).toBeGreaterThanOrEqual(WORLDS - 1);
  expect([...tried].filter(([, targets]) => targets === 0)).toEqual([]);
});
