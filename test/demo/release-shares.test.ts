/** What a rehearsal says of a release: how much of it shows a number. */
import { cellShares, consultationShare, sharesShownInWords } from '../../src/demo/release-shares.ts';

const COLUMNS = ['LERNFOERDERUNG', 'MITTAG', 'NOT_ITEMISED', 'REPORTED_TOTAL'];
const rows = (...consultations: (number | null)[][]) => consultations.map((one) => ({ consultations: one }));

test('a number beside pooled ones is shown and not exact; pending and hidden cells show none', () => {
  const counties = rows([20, 0, 0, 20], [10, null, 30, 40], [0, 10, null, 10], [null, null, null, null]);
  expect(cellShares(counties, COLUMNS)).toEqual({ shown: 5 / 8, exact: 2 / 8 });
  expect(consultationShare(counties, 100, COLUMNS)).toBe((20 + 10 + 10) / 100);
});

test('nothing is said of a table without rows, or of a quarter in which nothing was reported', () => {
  expect(cellShares([], COLUMNS)).toBeNull();
  expect(consultationShare([], 0, COLUMNS)).toBeNull();
  expect(sharesShownInWords({ shown: 0.625, exact: 0.25 }, null, null).en).toBe(
    '63 % of county × benefit cells show a number (25 % exactly).',
  );
  expect(sharesShownInWords({ shown: 1, exact: 1 }, { shown: 0.5, exact: 0 }, 0.4).en).toBe(
    '100 % of county × benefit cells show a number (100 % exactly); 50 % of district × school type × benefit cells show a number (0 % exactly); 40 % of all reported consultations stand under their benefit in a county.',
  );
  expect(sharesShownInWords({ shown: 1, exact: 1 }, { shown: 0.5, exact: 0 }, 0.4).de).toBe(
    '100 % der Felder Kreis × Leistung zeigen eine Zahl (100 % genau); 50 % der Felder Bezirk × Schulform × Leistung zeigen eine Zahl (0 % genau); 40 % aller gemeldeten Beratungen stehen in einem Kreis bei ihrer Leistung.',
  );
});
