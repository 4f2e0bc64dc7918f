/** The rule `derivable`, against counting out every possibility. */
import { isDerivable, possibleCounts } from '../../src/rules/derivable.ts';

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
