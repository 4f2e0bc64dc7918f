/** The public domain of suppressed cells: zeros that published ones disclose, and cells that cannot be sensitive. */
import { publicLower, toldPlaces } from '../../src/tables/public-domain.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';

type Numbers = readonly (number | null)[];
const COLUMNS = ['MITTAG', 'NOT_ITEMISED', 'REPORTED_TOTAL'];
/** Columns of a row: three of consultations and one of pupils. */
const WIDE = 4;

const row = (
  region: string,
  schoolsReported: number,
  [consultations, pupils]: readonly [Numbers, Numbers],
  pending = false,
) => ({
  region: region as RegionKey,
  schoolType: '',
  schoolsExpected: 9,
  schoolsReported,
  pending,
  consultations: [...consultations],
  pupils: [...pupils],
});
const HIDDEN = [[null, null, null], [null]] as const;
const document = (...rows: ReturnType<typeof row>[]) => ({ columns: COLUMNS, rows });

describe('zeros of rows without numbers', () => {
  test('are derivable where nobody reported', () => {
    const given = document(
      row('05', 8, [[30, 10, 40], [20]]),
      row('051', 8, [[30, 10, 40], [20]]),
      row('053', 0, HIDDEN, true),
    );
    expect(toldPlaces(given).slice(2 * WIDE)).toEqual([0, 0, 0, 0]);
  });

  test('are derivable from a published zero above, and with the consultations go the pupils', () => {
    const given = document(
      row('05', 9, [[0, 10, 10], [null]]),
      row('051', 8, [[null, null, null], [null]]),
      row('053', 1, HIDDEN, true),
    );
    expect(toldPlaces(given)).toEqual([0, 10, 10, 0, 0, null, null, 0, 0, null, null, 0]);
  });

  test('are not derivable from suppressed cells', () => {
    const given = document(
      row('05', 9, [[30, 10, 40], [20]]),
      row('051', 8, HIDDEN),
      row('053', 1, HIDDEN, true),
    );
    expect(toldPlaces(given).slice(WIDE)).toEqual(new Array(2 * WIDE).fill(null));
  });
});

describe('the smallest value of a suppressed cell', () => {
  const lowerOf = (reported: number) => [
    ...publicLower(
      document(
        row('05', 8 + reported, [[40, 20, 60], [30]]),
        row('051', 8, HIDDEN),
        row('053', reported, HIDDEN, true),
      ),
      POLICY_1,
    ),
  ];

  test('is k, and nothing in rows without numbers', () => {
    expect(lowerOf(2)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0, 0]);
  });

  test('is three times k where the only school of a row could derive the cell', () => {
    expect(lowerOf(1)).toEqual([5, 5, 5, 5, 15, 15, 15, 15, 0, 0, 0, 0]);
  });

  /** A district of four reports beside a school that knows its own and so that one. */
  const beside4 = document(
    row('05', 5, [[60, 30, 90], [50]]),
    row('051', 4, HIDDEN),
    row('053', 1, HIDDEN, true),
  );

  test('is three times k and the width where four reported, for the primary rules ask for both', () => {
    expect([...publicLower(beside4, POLICY_1)].slice(WIDE, 2 * WIDE)).toEqual([19, 19, 19, 19]);
  });

  test('is three times k there in releases of the second form, which promised no more', () => {
    const second = [...publicLower(beside4, POLICY_1, 'kanon-release/2')];
    expect(second.slice(WIDE, 2 * WIDE)).toEqual([15, 15, 15, 15]);
  });

  test('follows through sums: what that school can derive step by step', () => {
    const given = document(
      row('05', 9, [[40, 20, 60], [30]]),
      // Its total follows from the column, its first cell from its total.
      row('051', 8, [[null, 15, null], [28]]),
      row('053', 1, HIDDEN, true),
    );
    expect([...publicLower(given, POLICY_1)].slice(WIDE, 2 * WIDE)).toEqual([15, 5, 15, 5]);
  });

  test('is k where it is what that school alone makes up', () => {
    const given = document(
      row('05', 9, [[null, 20, null], [null]]),
      row('051', 8, [[0, 20, 20], [0]]),
      row('053', 1, HIDDEN, true),
    );
    // What is not itemised in 053 is told to be nothing, so its total and the state's are its one column.
    expect([...publicLower(given, POLICY_1)].slice(0, WIDE)).toEqual([5, 5, 15, 5]);
  });

  test('is k in releases of the first form, whatever follows', () => {
    const given = document(
      row('05', 9, [[40, 20, 60], [30]]),
      row('051', 8, HIDDEN),
      row('053', 1, HIDDEN, true),
    );
    const rows = given.rows.map(({ pending: _, ...first }) => ({ ...first, atLeast: true }));
    expect([...publicLower({ columns: COLUMNS, rows }, POLICY_1)]).toEqual(new Array(3 * WIDE).fill(5));
  });
});
