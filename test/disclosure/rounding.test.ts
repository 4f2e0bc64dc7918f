/** Rounding: a choice in fractions made whole. */
import { holds, type Cut } from '../../src/disclosure/search/cut.ts';
import { rounded } from '../../src/disclosure/search/rounding.ts';
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

  /** What is taken to obey one cut over choices 0 and 1; shares in the order in which they are given. */
  const chosen = (shares: readonly (readonly [number, number])[], cost: number[], coefficient = [1, 1]) => {
    const kept = new Uint8Array(2);
    const cut = { target: 9, choice: Int32Array.of(0, 1), coefficient: Float64Array.from(coefficient), right: 1 };
    const frame = { allowed: Uint8Array.of(1, 1), kept };
    const taken = rounded([cut], new Map(shares), frame, Float64Array.from(cost));
    expect([...kept]).toEqual([0, 0]);
    return taken && [...taken];
  }; // prettier-ignore

  test('takes what costs least for what the fractions take of it, and of equals the first', () => {
    expect(chosen([[0, 0.5], [1, 0.5]], [4, 1])).toEqual([0, 1]);
    expect(chosen([[0, 0.5], [1, 0.5]], [1, 4])).toEqual([1, 0]);
    expect(chosen([[0, 0.1], [1, 0.5]], [1, 4])).toEqual([0, 1]);
    expect(chosen([[0, 0.5], [1, 0.5]], [1, 1])).toEqual([1, 0]);
    expect(chosen([[0, 0.5], [1, 0.5]], [1, 1], [1, 2])).toEqual([0, 1]);
  }); // prettier-ignore

  test('takes also what the fractions leave out, where a cut needs it', () => {
    expect(chosen([[0, 0], [1, 0]], [4, 1])).toEqual([0, 1]);
  }); // prettier-ignore

  test('takes what the fractions take nearly whole, and gives back the dearest of it, of equals the last', () => {
    expect(chosen([[0, 0.95], [1, 0.5]], [20, 1])).toEqual([1, 0]);
    expect(chosen([[1, 0.95], [0, 0.95]], [5, 1])).toEqual([0, 1]);
    expect(chosen([[0, 0.95], [1, 0.95]], [1, 5])).toEqual([1, 0]);
    expect(chosen([[0, 0.95], [1, 0.95]], [1, 1])).toEqual([1, 0]);
  }); // prettier-ignore
});
