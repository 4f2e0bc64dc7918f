/** A summary of the API as people read it: every mark, a headline, what is missing, and nothing of what is hidden. */
import fc from 'fast-check';
import {
  citation,
  columnsOf,
  gaps,
  headline,
  legend,
  readCell,
  readRows,
  type Summary,
  type SummaryCell,
  type SummaryRow,
} from '../../src/portal/region/reading.ts';
import de from '../../src/portal/words/de/region.ts';
import en from '../../src/portal/words/en/region.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';

const open = (value: number, to: number | null = value): SummaryCell => ({
  value,
  from: value,
  to,
  status: 'open',
});
const HIDDEN: SummaryCell = { value: null, from: null, to: null, status: 'hidden' };
const PENDING: SummaryCell = { value: null, from: null, to: null, status: 'pending' };
const CODES = BUT_COUNSELLING_1.benefits.map(({ code }) => code);

/** A row whose cells are all the same but for those that are given. */
function row(usual: SummaryCell, given: Record<string, SummaryCell> = {}, more: Partial<SummaryRow> = {}) {
  const cells = Object.fromEntries([...CODES, 'NOT_ITEMISED', 'REPORTED_TOTAL'].map((code) => [code, usual]));
  return {
    region: '05111',
    name: 'Düsseldorf',
    schoolType: null,
    schools: { expected: 40, reported: 38 },
    pending: usual.status === 'pending',
    consultations: { ...cells, ...given },
    pupils: Object.fromEntries(CODES.map((code) => [code, usual])),
    ...more,
  } satisfies SummaryRow;
}

test.each([
  [open(10_741), 'exact', '10.741', '10,741'],
  [open(0), 'nothing', '–', '–'],
  [open(0, 151), 'range', '0 bis 151', '0 to 151'],
  [open(1200, 1510), 'range', '1.200 bis 1.510', '1,200 to 1,510'],
  [open(1200, null), 'least', 'ab 1.200', '1,200+'],
  [open(0, null), 'least', 'ab 0', '0+'],
  [HIDDEN, 'hidden', '.', '.'],
  [PENDING, 'pending', '…', '…'],
])('%j is read as %s: %s, %s', (cell, kind, german, english) => {
  expect(readCell(cell, 'de', de)).toMatchObject({ kind, text: german });
  expect(readCell(cell, 'en', en)).toMatchObject({ kind, text: english });
});

test('a hidden cell and a pending one are read alike whatever stands behind them', () => {
  const seed = Date.now() % 2 ** 31;
  const number = fc.option(fc.integer({ min: 0, max: 100_000 }));
  const property = fc.property(number, number, fc.constantFrom('hidden', 'pending'), (from, to, status) => {
    const empty = { value: null, from: null, to: null, status } as SummaryCell;
    const leaky = { value: from, from, to, status } as SummaryCell;
    expect(readCell(leaky, 'de', de)).toEqual(readCell(empty, 'de', de));
    expect(readCell(leaky, 'de', de)).toMatchObject({ from: 0, to: 0 });
  });
  fc.assert(property, { seed, numRuns: 300 });
});

test('a bare 0 is read nowhere', () => {
  const property = fc.property(fc.option(fc.nat(3)), (to) => {
    const { text } = readCell(open(0, to), 'de', de);
    expect(text).not.toBe('0');
  });
  fc.assert(property, { numRuns: 50 });
});

test('columns stand in the order of the scheme, the total first, and pupils have none', () => {
  const columns = columnsOf('consultations', BUT_COUNSELLING_1, 'de', de);
  expect(columns.map(({ code }) => code)).toEqual(['REPORTED_TOTAL', ...CODES, 'NOT_ITEMISED']);
  expect(columnsOf('pupils', BUT_COUNSELLING_1, 'en', en).map(({ code }) => code)).toEqual(CODES);
  const [read] = readRows([row(open(7), { MITTAG: open(0, 9) })], columns, 'de', de);
  expect(read?.cells.map(({ text }) => text)).toEqual(['7', '7', '7', '7', '7', '7', '0 bis 9', '7', '7']);
});

test.each([
  [open(10_741), 'Im 2. Quartal 2026 wurden 10.741 Beratungen gemeldet'],
  [open(1), 'Im 2. Quartal 2026 wurde 1 Beratung gemeldet'],
  [open(0), 'Im 2. Quartal 2026 wurde keine Beratung gemeldet'],
  [HIDDEN, 'Im 2. Quartal 2026 wird hier keine Zahl gezeigt'],
  [PENDING, 'Im 2. Quartal 2026 haben noch zu wenige Schulen gemeldet'],
])('the headline of %j', (total, sentence) => {
  const asked = { period: '2026-Q2', column: 'REPORTED_TOTAL', title: '' };
  expect(headline(row(open(3), { REPORTED_TOTAL: total }), asked, 'de', de)).toBe(sentence);
});

test('the headline of a benefit says the range and which one', () => {
  const asked = { period: '2026', column: 'MITTAG', title: 'Mittagessen' };
  expect(headline(row(open(3), { MITTAG: open(5, 156) }), asked, 'de', de)).toBe(
    'Im Jahr 2026 wurden 5 bis 156 Beratungen gemeldet: Mittagessen',
  );
});

test('what is missing is said: schools by county, hidden cells, rows without a number, and what is not itemised', () => {
  const own = row(
    open(20),
    { NOT_ITEMISED: open(1151) },
    { region: '051', schools: { expected: 90, reported: 80 } },
  );
  const parts = [
    row(open(20), { MITTAG: HIDDEN }, { schools: { expected: 40, reported: 37 } }),
    row(PENDING, {}, { region: '05154', name: 'Kreis Kleve', schools: { expected: 8, reported: 1 } }),
    row(open(20), {}, { region: '05112', name: 'Duisburg', schools: { expected: 42, reported: 42 } }),
  ];
  expect(gaps(own, parts, 'de', de)).toEqual([
    'Noch keine Meldung haben: Kreis Kleve: 7 Schulen und Düsseldorf: 3 Schulen.',
    '1 von 48 Feldern der Tabelle zeigt keine Zahl. Sie ist geheim, damit niemand auf Kinder schließen kann.',
    'Noch keine Zahl, weil zu wenige Schulen gemeldet haben: Kreis Kleve.',
    '1.151 Beratungen sind nur für mehrere Leistungen zusammen gemeldet. Darum steht bei den Leistungen oft ein Bereich.',
  ]);
});

test('the legend has the signs that stand there, and no other', () => {
  expect(legend([row(open(3))], 'de')).toHaveLength(1);
  expect(legend([row(open(3), { MITTAG: HIDDEN, AUSFLUG: open(0) })], 'de').map((line) => line[0])).toEqual([
    '.',
    '–',
    'A',
  ]);
});

test('the citation names the region, the period, the release and the day', () => {
  const summary = {
    region: '051',
    period: '2026-Q2',
    release: { id: '7c0b', version: 2, releasedAt: '2026-07-18T09:45:00.000Z' },
  } as Summary;
  expect(citation(summary, 'Düsseldorf', '2026-07-31T22:30:00.000Z', de)).toBe(
    'Kanon: Beratungsstatistik Bildung und Teilhabe, Regierungsbezirk Düsseldorf, 2. Quartal 2026. Freigabe 2 vom 18.07.2026, Kennung 7c0b. Abgerufen am 01.08.2026.',
  );
});
