/** Cells that an earlier release publishes and the next one would suppress. */
import {
  hiddenAnew,
  hiddenByLevel,
  isTotal,
  needsChoice,
  type ShownRow,
} from '../../src/tables/hidden-anew.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { previewOf } from '../../src/releases/preview.ts';

const COLUMNS = ['MITTAG', 'NOT_ITEMISED', 'REPORTED_TOTAL'];
const row = (
  region: string,
  consultations: (number | null)[],
  pupils: (number | null)[] = [9],
  schoolType = '',
) => ({
  region: region as RegionKey,
  schoolType,
  schoolsExpected: 9,
  schoolsReported: 8,
  pending: false,
  consultations,
  pupils,
});

const NEWEST = [
  row('05', [40, 0, 40]),
  row('051', [20, null, null]),
  row('05111', [20, 0, 20], [null]),
  row('051', [12, 0, 12], [9], 'Gymnasium'),
];
const textsOf = (next: readonly ShownRow[]): string[] =>
  hiddenAnew(NEWEST, next, COLUMNS).map(({ region, schoolType, level, measure, column }) =>
    [region, schoolType ?? '*', level, measure, column].join(' '),
  );

describe('a table that would suppress', () => {
  test('nothing more than the newest release takes nothing away, whatever its numbers are', () => {
    expect(textsOf(NEWEST)).toEqual([]);
    expect(textsOf(NEWEST.map((it) => ({ ...it, consultations: it.consultations.map(() => 7) })))).toEqual(
      [],
    );
  });

  test('a number that was shown names its place, and one that was suppressed before does not', () => {
    const next = [
      row('05', [null, 0, 40]),
      row('051', [20, null, null], [null]),
      row('05111', [20, 0, null], [null]),
      row('051', [12, null, 12], [9], 'Gymnasium'),
    ];
    expect(textsOf(next)).toEqual([
      '05 * state consultations MITTAG',
      '051 * district pupils MITTAG',
      '05111 * county consultations REPORTED_TOTAL',
      '051 Gymnasium school-type consultations NOT_ITEMISED',
    ]);
  });

  test('a zero that was shown, too', () => {
    const next = [row('05', [40, null, 40]), ...NEWEST.slice(1)];
    expect(textsOf(next)).toEqual(['05 * state consultations NOT_ITEMISED']);
  });

  test('a row that is not there any more suppresses all that it published', () => {
    expect(textsOf(NEWEST.slice(0, 3))).toEqual([
      '051 Gymnasium school-type consultations MITTAG',
      '051 Gymnasium school-type consultations NOT_ITEMISED',
      '051 Gymnasium school-type consultations REPORTED_TOTAL',
      '051 Gymnasium school-type pupils MITTAG',
    ]);
  });

  test('a row of the district is not taken for one of its school types', () => {
    const next = [...NEWEST.slice(0, 3), row('051', [12, 0, 12], [9], 'Grundschule')];
    expect(textsOf(next)).toHaveLength(4);
  });

  test('needs a choice where it is the state, a district or a school type of it, and none for counties', () => {
    const levels = hiddenAnew(NEWEST, [], COLUMNS);
    const at = (level: string) => levels.filter((place) => place.level === level);
    expect(['state', 'district', 'county', 'school-type'].map((level) => needsChoice(at(level)))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(levels.filter(isTotal).map(({ region }) => region)).toEqual(['05', '05111', '051']);
  });
});

test('suppressed cells are counted level by level, and the totals among them', () => {
  expect(hiddenByLevel(NEWEST, COLUMNS)).toEqual([
    { level: 'state', cells: 4, hidden: 0, totalsHidden: 0 },
    { level: 'district', cells: 4, hidden: 2, totalsHidden: 1 },
    { level: 'county', cells: 4, hidden: 1, totalsHidden: 0 },
    { level: 'school-type', cells: 4, hidden: 0, totalsHidden: 0 },
  ]);
});

describe('a preview', () => {
  const of = { versions: 1, newest: NEWEST, columns: COLUMNS, taken: 3, kept: 1 };

  test('of corrections that all wait is the newest release as it is', () => {
    const preview = previewOf({ ...of, next: undefined, taken: 0 });
    expect([preview.version, preview.isNew, preview.hiddenAnew, preview.needsChoice]).toEqual([
      1,
      false,
      [],
      false,
    ]);
    expect(preview.levels.map(({ hidden, hiddenBefore }) => [hidden, hiddenBefore])).toEqual([
      [0, 0],
      [2, 2],
      [1, 1],
      [0, 0],
    ]);
  });

  test('of a new version counts per level what it would suppress anew', () => {
    const next = [row('05', [null, 0, null]), ...NEWEST.slice(1)];
    const preview = previewOf({ ...of, next });
    expect([preview.version, preview.isNew, preview.needsChoice]).toEqual([2, true, true]);
    expect(preview.levels[0]).toEqual({
      level: 'state',
      cells: 4,
      hidden: 2,
      totalsHidden: 1,
      hiddenBefore: 0,
      hiddenAnew: 2,
      totalsHiddenAnew: 1,
      hiddenShare: null,
    });
  });

  test('tells completeness, shares, and the counties that would show nothing, with what anybody may know of it', () => {
    const next = [
      row('05', [40, 0, 40]),
      row('051', [20, 0, 20]),
      row('05111', [null, 0, null]),
      { ...row('05112', [null, null, null]), schoolsReported: 1, pending: true },
      row('05113', [12, 0, null]),
      row('05114', [0, 0, 0]),
    ];
    const shares = [{ level: 'county' as const, percent: 45 }];
    const preview = previewOf({ ...of, next, shares });
    expect([preview.schoolsReported, preview.schoolsExpected]).toEqual([8, 9]);
    expect(preview.levels.map(({ hiddenShare }) => hiddenShare)).toEqual([null, null, 45, null]);
    expect(preview.useless).toEqual([
      { region: '05111', schoolsExpected: 9, schoolsReported: 8, why: 'protection' },
      { region: '05112', schoolsExpected: 9, schoolsReported: 1, why: 'few-reports' },
    ]);
    const kept = previewOf({ ...of, next: undefined });
    expect([kept.schoolsExpected, kept.useless]).toEqual([null, []]);
  });
});
