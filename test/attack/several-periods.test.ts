/**
 * (k): holds the releases of several periods and looks for a number that is in two of them. There is none: however
 * periods are opened, no day of a benefit is in two, so no release adds up quarters and none can be subtracted.
 */
import fc from 'fast-check';
import { obstacleTo } from '../../src/reference/opening.ts';
import { firstDay, lastDay, periodKey } from '../../src/rules/period.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { SCHEMES } from '../../src/rules/schemes/registry.ts';

const KEYS = ['2026', '2026-S1', '2026-S2', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'];
/** Schemes as they are, and as they would be if they were collected at other lengths. */
const ALL = SCHEMES.flatMap((scheme) =>
  (['year', 'half-year', 'quarter'] as const).map((frequency) => ({ ...scheme, frequency })),
);
const WISHES = KEYS.flatMap((key) => ALL.map((scheme) => ({ key: periodKey(key), scheme })));
type Wish = (typeof WISHES)[number];

/** Those that can be opened, one after the other; a key is opened once. */
const opened = (wishes: readonly Wish[]): Wish[] =>
  wishes.reduce<Wish[]>(
    (before, wish) =>
      before.some(({ key }) => key === wish.key) || obstacleTo(wish, before) ? before : [...before, wish],
    [],
  );

test('whichever periods are opened, in whatever order, no consultation is counted in two', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(WISHES, { minLength: WISHES.length }), (wishes) => {
      const days = opened(wishes).flatMap(({ key, scheme }) =>
        codesOf(scheme).map((code) => ({ code, first: firstDay(key), last: lastDay(key) })),
      );
      expect(days.length).toBeGreaterThan(0);
      const ends = new Map<string, string>();
      for (const { code, first, last } of days.toSorted((one, other) => (one.first < other.first ? -1 : 1))) {
        expect((ends.get(code) ?? '') < first).toBe(true);
        ends.set(code, last);
      }
    }),
  );
});

test('a year cannot be opened beside one of its quarters', () => {
  const [quarter] = ALL.filter(({ frequency }) => frequency === 'quarter');
  const [year] = ALL.filter(({ frequency }) => frequency === 'year');
  const first = { key: periodKey('2026-Q1'), scheme: quarter! };
  expect(obstacleTo({ key: periodKey('2026'), scheme: year! }, [])).toBeUndefined();
  expect(obstacleTo({ key: periodKey('2026'), scheme: year! }, [first])).toBeDefined();
});
