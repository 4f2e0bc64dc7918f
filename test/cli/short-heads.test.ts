/** Heads of columns that are cut short stay apart. */
import fc from 'fast-check';
import { shortHeads } from '../../src/cli/terminal/short-heads.ts';

const heads = (codes: string[], least = 7): string[] => [...shortHeads(codes, least).values()];

test.each([
  [
    ['LERNFOERDERUNG', 'MITTAG'],
    ['LERNFOE', 'MITTAG'],
  ],
  [
    ['SCHULBEDARF', 'SCHULBEGLEITUNG'],
    ['SCHULBED', 'SCHULBEG'],
  ],
  [
    ['SPORT_IM_VEREIN', 'SPORT_IM_VEREIN_2', 'SPORT_2'],
    ['SPORT_IM_VEREIN', 'SPORT_IM_VEREIN_', 'SPORT_2'],
  ],
])('%j become %j', (codes, shown) => expect(heads(codes)).toEqual(shown));

test('no two codes get the same head, and each head begins its code', () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed ${seed}`);
  const code = fc.stringMatching(/^[AB][AB_2]{0,11}$/);
  fc.assert(
    fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 12 }), (codes) => {
      const shown = shortHeads(codes, 3);
      expect(new Set(shown.values()).size).toBe(codes.length);
      for (const [whole, head] of shown) {
        expect(whole.startsWith(head)).toBe(true);
        expect(head.length).toBeGreaterThanOrEqual(Math.min(3, whole.length));
      }
    }),
    { seed, numRuns: 300 },
  );
});
