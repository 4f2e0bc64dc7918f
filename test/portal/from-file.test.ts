/** Numbers out of a file or a copied range: what is read, what is left out, and that nothing is guessed. */
import fc from 'fast-check';
import {
  emptyEntry,
  outcomeOf,
  pastedRows,
  readNumber,
  withPasted,
  withRows,
} from '../../src/portal/report/entry.ts';
import { rowsOfText } from '../../src/portal/report/from-file.ts';
import { findPolicy } from '../../src/rules/policy.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { schemeOf } from '../../src/rules/schemes/registry.ts';

const SCHEME = schemeOf('but-counselling/1')!;
const POLICY = findPolicy(2)!;

test('a table as German Excel saves it, with title, header and sum, gives its seven rows', () => {
  const text = [
    '\uFEFFBeratungen 2026;;',
    'Leistung;Kinder;Beratungen',
    'Eintägige Ausflüge;5;9',
    'KLASSENFAHRT;0;0',
    '"Persönlicher Schulbedarf";12;20',
    'Schuelerbefoerderung;6;7',
    'Lernförderung;9;11',
    'Gemeinschaftliche Mittagsverpflegung;8;8',
    'Soziale und kulturelle Teilhabe;7;9',
    'Summe;47;64',
  ].join('\r\n');
  const read = rowsOfText(text, SCHEME);
  expect(read).toMatchObject({ taken: 7, left: 3 });
  if (typeof read === 'string') throw new Error(read);
  const outcome = outcomeOf(withRows(emptyEntry(SCHEME), SCHEME, read), SCHEME, 'but-counselling/1', POLICY);
  expect(outcome.kind).toBe('ready');
});

test('what is no table is said, without a word of it; two lines of one benefit count for none', () => {
  expect(rowsOfText('PK\u0003\u0004\0\0', SCHEME)).toBe('not-text');
  expect(rowsOfText('x'.repeat(200_000), SCHEME)).toBe('too-large');
  expect(rowsOfText('', SCHEME)).toBe('no-table');
  expect(rowsOfText('Anna;3;4\nBen;1;2', SCHEME)).toBe('no-table');
  const twice = rowsOfText('MITTAG;5;6\nMITTAG;7;8\nLERNFOERDERUNG;6;7', SCHEME);
  expect(twice).toMatchObject({ rows: { MITTAG: { pupils: '', consultations: '' } } });
});

test('a number is one or it is not: no point, comma, sign, exponent or letter is guessed at', () => {
  expect(['7', ' 7 ', '0', '007', '123456'].map(readNumber)).toEqual([7, 7, 0, 7, 123456]);
  expect(['', '  '].map(readNumber)).toEqual(['empty', 'empty']);
  for (const text of ['1.000', '1,5', '-3', '+3', '1e3', '0x10', '🙂', '٣', '1234567', '3 4'])
    expect([text, readNumber(text)]).toEqual([text, 'fault']);
});

test('a range that was copied is laid over the rows from the field on, and never beyond them', () => {
  const seed = Number(process.env['KANON_TEST_SEED'] ?? Date.now() % 1_000_000);
  const codes = codesOf(SCHEME);
  const cell = fc.integer({ min: 0, max: 99 }).map(String);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 12 }),
      fc.nat(codes.length - 1),
      (lines, top) => {
        const text = lines.map((line) => line.join('\t')).join('\r\n');
        const from = { code: codes[top]!, measure: 'pupils' as const };
        const { rows } = withPasted(emptyEntry(SCHEME), SCHEME, from, pastedRows(text) ?? []);
        expect(Object.keys(rows)).toEqual(codes);
        codes.forEach((code, at) => {
          const [pupils = '', consultations = ''] = lines[at - top] ?? [];
          expect(rows[code]).toEqual({ pupils, consultations });
        });
      },
    ),
    { seed },
  );
  expect(pastedRows('7')).toBeUndefined();
});
