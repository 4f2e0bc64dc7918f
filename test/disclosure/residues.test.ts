/** Arithmetic modulo a prime. */
import { inverse, MODULUS, residue, residues } from '../../src/disclosure/elimination/residues.ts';

const SEED = Number(process.env.KANON_SEED ?? 20240914);

describe('residues', () => {
  test(`products and inverses are exact up to the largest residue (seed ${SEED})`, () => {
    const next = residues(SEED);
    for (const value of [1, 2, MODULUS - 1, MODULUS - 2, ...Array.from({ length: 1000 }, next)]) {
      expect(residue(value * inverse(value))).toBe(1);
      const other = next();
      expect(BigInt(residue(value * other))).toBe((BigInt(value) * BigInt(other)) % BigInt(MODULUS));
    }
  });

  test('those of numbers around a multiple are exact, also where its double is rounded to the next one', () => {
    for (const times of [1, 2, 3, 2 ** 26 - 1, 2 ** 26, 134_217_700]) {
      const multiple = times * MODULUS;
      for (const [value, rest] of [
        [0, 0],
        [1, 1],
        [-1, MODULUS - 1],
      ] as const) {
        // prettier-ignore
        expect(residue(multiple + value)).toBe(rest);
        expect(residue(value - multiple)).toBe(rest);
      }
    }
    // Here the quotient in doubles is one too large.
    expect(residue(-9007198583652353)).toBe(MODULUS - 1);
  });

  test('that look thrown are those of the published generator, and never 0', () => {
    // What 32 bits with shifts 13, 17 and 5 give for the seed of the paper.
    const next = residues(2463534242);
    const published = [723471715, 2497366906, 2064144800];
    expect(published.map(() => next())).toEqual(published.map((bits) => 1 + (bits % (MODULUS - 1))));
  });
});
