/** What is written as CSV: no program makes a formula of it, no two texts become one, and it can be read back. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv, withoutGuard } from '../../src/foundation/http/csv.ts';
import { eachRecord } from '../../src/rules/sheet/records.ts';

const cells = (text: string): unknown[] => parse(csv('csv', [text], [])).flat();
const line = (...texts: string[]): string => csv('csv', texts, []).toString().trimEnd();

test.each([
  ['=1+1', "'=1+1"],
  ['-18', "'-18"],
  ["'-18", "''-18"],
  ["''-18", "'''-18"],
  ['@x', "'@x"],
  [' =1', "' =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ["it's", "it's"],
  ["'x'", "'x'"],
  ['5-9', '5-9'],
])('%j is written as %j', (text, written) => {
  expect(cells(text)).toEqual([written]);
});

test('a text stands in quotation marks wherever a program could split it, at our separator or another', () => {
  for (const text of ['Schule;=1+1', 'a,b', 'a\t=1', 'a|b', 'a"b', 'a\n=1', 'a\u00a0b', ' a', 'a ', '=1'])
    expect(line(text)).toBe(`"${(text === '=1' ? "'=1" : text).replaceAll('"', '""')}"`);
  for (const text of [
    'Total',
    'R1',
    'Mitte - Nord',
    'A/B (c): d.',
    '–',
    'PRIMUS-Schule + Weiterbildungskolleg',
  ])
    expect(line(text)).toBe(text);
  expect(csv('csv-de', ['a,b'], [['c;d', 1, null, true]]).toString()).toBe(
    '\ufeff"a,b"\r\n"c;d";1;;true\r\n',
  );
});

test('any text comes back as it was, and no two become one', () => {
  const text = fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        "'",
        '=',
        '-',
        '+',
        '@',
        ' ',
        '\t',
        '\n',
        'a',
        '1',
        ',',
        ';',
        '"',
        '＝',
        '\u00a0',
      ),
    }),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
      const [read = []] = parse(csv('csv', texts, []));
      expect(read.map(withoutGuard)).toEqual(texts);
    }),
  );
});

test('the one reader of tables reads it back, under either separator', () => {
  const texts = ['=1', "'=1", 'a;b', 'a,b', '"', 'x', ' -2'];
  for (const [format, separator] of [
    ['csv', ','],
    ['csv-de', ';'],
  ] as const) {
    const written = csv(format, texts, []).toString().replace('\ufeff', '').replaceAll('\r\n', '\n');
    eachRecord(written, { separator, from: { at: 0, line: 1 } }, (read) => {
      expect(read.map(withoutGuard)).toEqual(texts);
      return true;
    });
  }
});
