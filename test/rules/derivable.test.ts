/** The rule `derivable`, against counting out every possibility. */
import { derivableIn, isDerivable, mayBePool, possibleCounts } from '../../src/rules/derivable.ts';
import { POLICY_1, POLICY_2 } from '../../src/rules/policy.ts';
import type { Report } from '../../src/rules/report.ts';

/** Every list of m counts from 0 to most. */
function* lists(m: number, most: number): Generator<number[]> {
  if (m === 0) {
    yield [];
    return;
  }
  for (const list of lists(m - 1, most)) for (let v = 0; v <= most; v++) yield [...list, v];
}

/** Which counts the first member can have, by trying all; with `consultations` the pupils must fit in them. */
function triedOut(members: number, pupils: number, k: number, consultations = Infinity): Set<number> {
  const possible = new Set<number>();
  const most = pupils <= (k - 1) * members ? k - 1 : pupils;
  for (const list of lists(members, most)) {
    const sum = list.reduce((a, b) => a + b, 0);
    if (Math.max(...list) <= pupils && pupils <= sum && sum <= consultations) possible.add(list[0]!);
  }
  return possible;
}

const CASES = [3, 4, 5, 6].flatMap((k) =>
  [2, 3, 4].flatMap((members) =>
    Array.from({ length: (k - 1) * Math.min(members, 3) + 4 - k }, (_, i) => ({ k, members, pupils: k + i })),
  ),
);

test('the counts held possible for a member are those that trying all out finds', () => {
  for (const { k, members, pupils } of CASES) {
    const tried = triedOut(members, pupils, k).size;
    expect({ k, members, pupils, n: possibleCounts(members, pupils, k) }).toEqual({
      k,
      members,
      pupils,
      n: Math.min(k, tried),
    });
  }
});

test('where all members may be small a pool is derivable exactly from (k−1)·(members−1) + 1 pupils on', () => {
  for (const { k, members, pupils } of CASES) {
    const tried = triedOut(members, pupils, k).size < k;
    const formula = pupils <= (k - 1) * members && pupils > (k - 1) * (members - 1);
    expect({ k, members, pupils, tried }).toEqual({ k, members, pupils, tried: formula });
    expect(isDerivable(members, pupils, k)).toBe(formula);
  }
});

test('a reader who also uses the consultations excludes no further count, even where they equal the pupils', () => {
  for (const { k, members, pupils } of CASES) {
    if (isDerivable(members, pupils, k)) continue;
    expect(triedOut(members, pupils, k, pupils).size).toBeGreaterThanOrEqual(k);
  }
});

test('a pool of two with 8 pupils at k = 5 can only be 4 and 4; a true zero that joins makes it safe', () => {
  expect(triedOut(2, 8, 5)).toEqual(new Set([4]));
  expect(isDerivable(2, 8, 5)).toBe(true);
  expect(isDerivable(3, 8, 5)).toBe(false);
});

test('a single benefit is no pool, and huge pools are decided at once', () => {
  expect(isDerivable(1, 5, 5)).toBe(false);
  expect(isDerivable(2, 9_999_999, 5)).toBe(false);
});

describe('version 2, by the policy', () => {
  test('allows exactly the pools of which each member may have 0 to k − 1, the consultations as few as the pupils', () => {
    for (const k of [3, 4, 5])
      for (const members of [2, 3, 4])
        for (let pupils = 0; pupils <= (k - 1) * members; pupils++) {
          const possible = new Set<number>();
          for (const list of lists(members, k - 1)) {
            const sum = list.reduce((a, b) => a + b, 0);
            if (Math.max(...list) <= pupils && sum === pupils) possible.add(list[0]!);
          }
          const isWhole = pupils >= k && possible.size === k;
          expect({ k, members, pupils, may: mayBePool(members, pupils, k) }).toEqual({
            k,
            members,
            pupils,
            may: isWhole,
          });
        }
    expect(mayBePool(3, 9_999_999, 5)).toBe(false);
  });

  const pool = { benefits: ['AUSFLUG', 'MITTAG', 'TEILHABE'], pupils: 8, consultations: 9 };
  const alone = { benefits: ['LERNFOERDERUNG'], pupils: 7, consultations: 19 };
  const report = (changes: Partial<Report>): Report => ({
    scheme: 'but-counselling/1',
    policy: 2,
    cells: [alone, pool],
    none: [],
    withheld: [],
    ...changes,
  });
  const found = (changes: Partial<Report>, policy = POLICY_2) =>
    derivableIn(report(changes), policy).map(({ rule, version, pointer }) => `${rule} ${version} ${pointer}`);

  test('lets one pool pass, and none', () => {
    expect(found({})).toEqual([]);
    expect(found({ cells: [alone], none: ['MITTAG'], withheld: ['TEILHABE'] })).toEqual([]);
  });

  test('refuses a pool beside which something is known not to be in it', () => {
    for (const beside of [{ none: ['SCHULBEDARF'] }, { withheld: ['SCHULBEDARF'] }]) {
      expect(found(beside)).toEqual(['derivable 2 /cells/1']);
      expect(found(beside, POLICY_1)).toEqual([]);
    }
    const other = { ...pool, benefits: ['KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG'] };
    expect(found({ cells: [pool, alone, other] })).toEqual(['derivable 2 /cells/0', 'derivable 2 /cells/2']);
    expect(found({ cells: [pool, alone, other] }, POLICY_1)).toEqual([]);
  });

  test('refuses a pool that must hold a benefit of k or more, and speaks by the version of the policy', () => {
    expect(found({ cells: [{ ...pool, pupils: 20, consultations: 20 }] })).toEqual(['derivable 2 /cells/0']);
    expect(found({ cells: [{ ...pool, pupils: 20, consultations: 20 }] }, POLICY_1)).toEqual([]);
    expect(found({ cells: [{ ...pool, pupils: 9, consultations: 9 }] }, POLICY_1)).toEqual([
      'derivable 1 /cells/0',
    ]);
  });
});
