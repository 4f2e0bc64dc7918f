import { holds, type Cut } from '../../src/disclosure/cut.ts';
import { rounded } from '../../src/disclosure/rounding.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260715);
const CHOICES = 12;

/** Whole-number cuts over few choices; every third protects a choice, if that is taken. */
function randomCuts(random: () => number): Cut[] {
  return Array.from({ length: 1 + Math.floor(random() * 10) }, (_, target) => {
    const all = [...Array(CHOICES).keys()].filter(() => random() < 0.3);
    const own = target % 3 === 0 ? all.pop() : undefined;
    return {
      target,
      choice: Int32Array.from(own === undefined ? all : [...all, own]),
      coefficient: Float64Array.from([
        ...all.map(() => (random() < 0.5 ? 1 : 0.5)),
        ...(own === undefined ? [] : [-1]),
      ]),
      right: own === undefined ? 1 : 0,
    };
  });
}

describe('a choice made whole', () => {
  test('obeys every cut within the frame, and nothing of it is superfluous', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { found: 0, none: 0 };
    for (let round = 0; round < 500; round++) {
      const cuts = randomCuts(random);
      const allowed = Uint8Array.from({ length: CHOICES }, () => (random() < 0.9 ? 1 : 0));
      const kept = allowed.map((mark) => (random() < 0.1 ? mark : 0));
      const share = new Map(
        Array.from({ length: CHOICES }, (_, choice) => [choice, allowed[choice]! * random()]),
      );
      const cost = Float64Array.from({ length: CHOICES }, () => 1 + Math.floor(random() * 4));
      const taken = rounded(cuts, share, { allowed, kept }, cost);
      if (!taken) {
        seen.none++;
        continue;
      }
      seen.found++;
      expect(cuts.filter((cut) => !holds(cut, taken))).toEqual([]);
      taken.forEach((mark, choice) => {
        expect(mark).toBeLessThanOrEqual(allowed[choice]!);
        expect(mark).toBeGreaterThanOrEqual(kept[choice]!);
        if (mark === 0 || kept[choice] === 1) return;
        const less = taken.slice();
        less[choice] = 0;
        expect(cuts.every((cut) => holds(cut, less))).toBe(false);
      });
    }
    console.log(seen);
    expect(seen.found).toBeGreaterThan(100);
    expect(seen.none).toBeGreaterThan(10);
  });
});
