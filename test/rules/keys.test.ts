/** Keys and code lists: what they spell, and that nothing else is one. */
import { firstDay, frequencyOf, lastDay, parsePeriodKey, yearOf } from '../../src/rules/period.ts';
import { isWithin, levelOf, parseRegionKey, regionAt, type RegionKey } from '../../src/rules/region.ts';
import { codesOf, inSchemeOrder, schemeId } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { schemeOf, SCHEMES } from '../../src/rules/schemes/registry.ts';
import { parseSchoolNumber } from '../../src/rules/school.ts';

const region = (text: string): RegionKey => {
  const key = parseRegionKey(text);
  if (key === undefined) throw new Error(`no region key: ${text}`);
  return key;
};

test.each([
  ['2026-Q1', 2026, 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-Q2', 2026, 'quarter', '2026-04-01', '2026-06-30'],
  ['2026-Q3', 2026, 'quarter', '2026-07-01', '2026-09-30'],
  ['2026-Q4', 2026, 'quarter', '2026-10-01', '2026-12-31'],
  ['2027-S1', 2027, 'half-year', '2027-01-01', '2027-06-30'],
  ['2027-S2', 2027, 'half-year', '2027-07-01', '2027-12-31'],
  ['2000', 2000, 'year', '2000-01-01', '2000-12-31'],
  ['2099', 2099, 'year', '2099-01-01', '2099-12-31'],
])('period %s lies in %i, is a %s and runs from %s to %s', (text, year, frequency, first, last) => {
  const period = parsePeriodKey(text);
  if (period === undefined) throw new Error(text);
  expect([yearOf(period), frequencyOf(period), firstDay(period), lastDay(period)]).toEqual([
    year,
    frequency,
    first,
    last,
  ]);
});

test('the periods of one frequency follow each other without gap or overlap', () => {
  const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  for (const parts of [['-Q1', '-Q2', '-Q3', '-Q4'], ['-S1', '-S2'], ['']]) {
    const keys = ['2027', '2028'].flatMap((year) => parts.map((part) => parsePeriodKey(year + part)!));
    keys.slice(1).forEach((key, i) => expect(firstDay(key)).toBe(nextDay(lastDay(keys[i]!))));
  }
});

test.each([
  '',
  '26',
  '1999',
  '2100',
  '2026-',
  '2026-Q0',
  '2026-Q5',
  '2026-S3',
  '2026-q1',
  '2026Q1',
  '2026-Q1 ',
  '2026-01',
  '2026-Q1\n',
  '٢٠٢٦',
])('the text %j is no period', (text) => expect(parsePeriodKey(text)).toBeUndefined());

test('a region lies within the regions that its key begins with, itself among them', () => {
  expect(isWithin(region('05334'), region('053'))).toBe(true);
  expect(isWithin(region('053'), region('053'))).toBe(true);
  expect(isWithin(region('053'), region('05334'))).toBe(false);
  expect(isWithin(region('055'), region('053'))).toBe(false);
  expect(['05', '053', '05334', '05334002'].map((key) => levelOf(region(key)))).toEqual([
    'state',
    'district',
    'county',
    'municipality',
  ]);
  expect(regionAt(region('05334002'), 'county')).toBe('05334');
  expect(regionAt(region('053'), 'county')).toBeUndefined();
});

test.each(['', '5', '0533', '053340', '0533400', '053340021', '05a', '05\n'])(
  'the text %j is no region key',
  (text) => expect(parseRegionKey(text)).toBeUndefined(),
);

test('a school number has six digits', () => {
  expect(parseSchoolNumber('100123')).toBe('100123');
  for (const text of ['', '10012', '1001234', '10012a', '100123\n'])
    expect(parseSchoolNumber(text)).toBeUndefined();
});

test('the scheme holds the seven benefits in their order, each with labels and a norm', () => {
  expect(codesOf(BUT_COUNSELLING_1)).toEqual([
    'AUSFLUG',
    'KLASSENFAHRT',
    'SCHULBEDARF',
    'BEFOERDERUNG',
    'LERNFOERDERUNG',
    'MITTAG',
    'TEILHABE',
  ]);
  for (const { label, norm } of BUT_COUNSELLING_1.benefits) {
    expect(label.de).not.toBe('');
    expect(label.en).not.toBe('');
    expect(norm).toMatch(/^§ 28 Abs\. [2-7].* SGB II; § 34 Abs\. [2-7].* SGB XII; § 6b BKGG; § 3 AsylbLG$/);
  }
});

test('a scheme is found by the id that reports name it by', () => {
  for (const scheme of SCHEMES) expect(schemeOf(schemeId(scheme))).toBe(scheme);
  expect(schemeId(BUT_COUNSELLING_1)).toBe('but-counselling/1');
  expect(schemeOf('but-counselling/9')).toBeUndefined();
});

test('benefits are put in scheme order, unknown ones are dropped and doubled ones stand once', () => {
  expect(inSchemeOrder(BUT_COUNSELLING_1, ['TEILHABE', 'X', 'AUSFLUG', 'TEILHABE'])).toEqual([
    'AUSFLUG',
    'TEILHABE',
  ]);
});
