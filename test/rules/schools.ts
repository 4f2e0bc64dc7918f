/** Invented schools as fast-check makes them: counts, the unions they tell, and the truth behind both. */
import fc from 'fast-check';
import type { CheckContext } from '../../src/rules/check.ts';
import type { Counts } from '../../src/rules/counts.ts';
import { POLICY_1, type Policy } from '../../src/rules/policy.ts';
import { codesOf, schemeId, type Scheme } from '../../src/rules/scheme.ts';
import { OPEN, smallScheme } from './examples.ts';

export interface Case {
  scheme: Scheme;
  policy: Policy;
  counts: Counts;
  /** The true number of distinct pupils of any union. */
  truth: (benefits: readonly string[]) => number;
}

/** Schools of invented pupils; `said` picks the unions that the school tells. */
export function cases(benefits: number, said: 'all' | 'some', base: Policy = POLICY_1): fc.Arbitrary<Case> {
  const scheme = smallScheme(benefits);
  const codes = codesOf(scheme);
  const masks = Array.from({ length: 2 ** benefits - 1 }, (_, i) => i + 1);
  return fc
    .record({
      // Rare benefits make true zeros and small cells, the interesting ones.
      wishes: fc.array(
        fc.oneof(fc.constantFrom(1, 2, 4, 1, 3), fc.integer({ min: 1, max: 2 ** benefits - 1 })),
        { maxLength: 14 },
      ),
      more: fc.array(fc.nat(4), { minLength: benefits, maxLength: benefits }),
      turn: fc.nat(benefits - 1),
      told: said === 'all' ? fc.constant(masks) : fc.uniqueArray(fc.constantFrom(...masks), { maxLength: 4 }),
      k: fc.constantFrom(3, 5),
      poolingWeight: fc.constantFrom(1, 2, 3, 5),
    })
    .map(({ wishes, more, turn, told, k, poolingWeight }) => {
      const policy = { ...base, k, poolingWeight };
      const of = (mask: number) => codes.filter((_, i) => ((mask >> ((i + turn) % benefits)) & 1) === 1);
      const truth = (some: readonly string[]) =>
        wishes.filter((wish) => of(wish).some((code) => some.includes(code))).length;
      const counts = codes.map((code, i) => {
        const pupils = truth([code]);
        return [code, { pupils, consultations: pupils === 0 ? 0 : pupils + more[i]! }] as const;
      });
      const distinct = told.map((mask) => ({ benefits: of(mask), pupils: truth(of(mask)) }));
      return {
        scheme,
        policy,
        counts: {
          scheme: schemeId(scheme),
          policy: base.number,
          counts: Object.fromEntries(counts),
          distinct,
        },
        truth,
      };
    });
}

export const contextOf = ({ scheme, policy }: Case): CheckContext => ({ ...OPEN, scheme, policy });
