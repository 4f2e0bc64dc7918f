/** A few random worlds, released and attacked; `npm run bench -- attack` does the same with hundreds. */
import { highsSolver } from '../../src/foundation/highs.ts';
import { ATTACKS } from './attacks.ts';
import type { Solver } from './intervals.ts';
import { released } from './scene.ts';
import { smallWorld } from './worlds.ts';

const SEED = Number(process.env.KANON_SEED ?? 1);
const WORLDS = 5;
let solver: Solver;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  solver = await highsSolver();
});

test.each(Array.from({ length: WORLDS }, (_, at) => SEED + at))(
  'nothing of the small world %i is told more closely than the width',
  async (seed) => {
    const scene = await released(smallWorld(seed, 1 + (seed % 3)), solver);
    if (!scene) return;
    for (const [name, attack] of Object.entries(ATTACKS)) {
      const { narrow, open } = attack(scene, solver);
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
