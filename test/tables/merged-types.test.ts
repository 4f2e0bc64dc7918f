/** Which school types of a district share a row. */
import fc from 'fast-check';
import { mergedTypes } from '../../src/tables/table-rows.ts';

const rowsOf = (many: Record<string, number>): Record<string, string> =>
  Object.fromEntries(mergedTypes(new Map(Object.entries(many)), 3));

test('types with enough schools have a row of their own', () => {
  expect(rowsOf({ G: 9, R: 3 })).toEqual({ G: 'G', R: 'R' });
});

test('the smallest are put together until there are enough, by schools and then by name', () => {
  expect(rowsOf({ G: 9, P: 1, W: 1, V: 1, R: 4 })).toEqual({
    ...{ G: 'G', R: 'R' },
    ...{ P: 'P + V + W', V: 'P + V + W', W: 'P + V + W' },
  });
  expect(rowsOf({ G: 9, P: 1, R: 4 })).toEqual({ G: 'G', P: 'P + R', R: 'P + R' });
});

test('what is left of too few joins the smallest row, and a district of too few is one row', () => {
  expect(rowsOf({ A: 1, B: 1, C: 1, D: 2 })).toEqual({
    ...{ A: 'A + B + C + D', B: 'A + B + C + D' },
    ...{ C: 'A + B + C + D', D: 'A + B + C + D' },
  });
  expect(rowsOf({ A: 1, B: 1 })).toEqual({ A: 'A + B', B: 'A + B' });
});

test('every row has enough schools, whatever the district, and every type is in one row', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 6 })),
      (many) => {
        const sizes = new Map<string, number>();
        const rows = mergedTypes(new Map(Object.entries(many)), 3);
        expect([...rows.keys()].sort()).toEqual(Object.keys(many).sort());
        for (const [type, row] of rows) sizes.set(row, (sizes.get(row) ?? 0) + many[type]!);
        const all = Object.values(many).reduce((sum, one) => sum + one, 0);
        for (const size of sizes.values()) expect(size).toBeGreaterThanOrEqual(Math.min(3, all));
      },
    ),
  );
});
