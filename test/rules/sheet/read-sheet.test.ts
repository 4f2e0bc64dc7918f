/** The one reader of tables: whatever a spreadsheet made of the same table, the same rows come out, with an editor's line numbers. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { asRead, folded } from '../../../src/rules/sheet/as-read.ts';
import { readSheet, type Sheet, type SheetForm } from '../../../src/rules/sheet/read-sheet.ts';
import { eachRecord, type Separator } from '../../../src/rules/sheet/records.ts';
import { filled, linesIn, noteWords, SHEET_FAULTS } from '../../../src/rules/sheet/sheet-faults.ts';

const FORM: SheetForm = {
  needed: [{ name: 'ort' }, { name: 'größe', also: ['groesse'] }],
  optional: [{ name: 'grund' }],
  bytes: 1_000_000,
  lines: 100,
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, form = FORM): Sheet =>
  readSheet(typeof text === 'string' ? bytes(text) : text, form);
/** Line, place and size of each row, as people read them. */
const rowsOf = ({ rows, places }: Sheet): unknown[] =>
  rows.map(({ line, cells }) => [line, ...['ort', 'größe'].map((name) => asRead(cells[places.get(name)!]!))]);
const faultsOf = ({ faults }: Sheet): string[] => faults.map(({ rule, line }) => `${rule}@${line}`);
const notesOf = ({ notes }: Sheet): unknown[] => notes.map(({ note, lines }) => [note, ...lines]);

const TABLE = 'ort,größe,grund\nSüd,7,A\nNord,3,B\n';
const ROWS = [
  [2, 'Süd', '7'],
  [3, 'Nord', '3'],
];
const shifted = (by: number): unknown[] => ROWS.map(([line, ...rest]) => [(line as number) + by, ...rest]);
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const little = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? little : little.swap16());
};
/** Where they differ from Latin-1, German Windows-1252 has quotation marks, dashes and the euro. */
const cp1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => {
    const upper = { '€': 0x80, '…': 0x85, '„': 0x84, '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 }[sign];
    return upper ?? sign.charCodeAt(0);
  });

describe('one table, saved in many ways', () => {
  test.each([
    ['with commas', TABLE],
    ['with semicolons', TABLE.replaceAll(',', ';')],
    ['with tabs', TABLE.replaceAll(',', '\t')],
    ['with CRLF', TABLE.replaceAll('\n', '\r\n')],
    ['with CR', TABLE.replaceAll('\n', '\r')],
    ['with a byte order mark', `\ufeff${TABLE}`],
    ['with two byte order marks', `\ufeff\ufeff${TABLE}`],
    ['without a last line end', TABLE.trimEnd()],
    ['with empty rows at its end', `${TABLE},,\n,,\n\n`],
    ['with rows of blanks that do not break', `${TABLE}\u00a0,\u00a0,\u00a0\n`],
    ['with an empty column at its end', TABLE.replaceAll('\n', ',\n')],
    ['with a header that ends in a separator, and lines that do not', TABLE.replace('grund\n', 'grund,\n')],
    ['with lines that end in separators, and a header that does not', TABLE.replace('A\n', 'A,,,\n')],
    ['with capitals in the header', TABLE.replace('ort,größe', 'Ort,GRÖSSE')],
    ['with a header in decomposed form', TABLE.replace('größe', 'gro\u0308ße')],
    ['with ss for ß', TABLE.replace('größe', 'grösse')],
    ['with another known name of a column', TABLE.replace('größe', 'Groesse')],
    ['with a zero-width space in the header', TABLE.replace('ort', 'ort\u200b')],
    ['with a soft byte order mark in the header', TABLE.replace('ort', '\ufefford'.replace('d', 't'))],
    ['with a variation selector in the header', TABLE.replace('ort', 'ort\ufe0f')],
    ['with a blank that does not break around a name', TABLE.replace('ort', '\u00a0ort\u00a0')],
    ['with wide letters in the header', TABLE.replace('ort', 'ｏｒｔ')],
    ['with every cell in quotation marks', TABLE.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with blanks around quotation marks', TABLE.replaceAll(/[^,\n]+/g, ' "$&" ')],
    ['with its columns in another order', 'grund,größe,ort\nA,7,Süd\nB,3,Nord\n'],
    ['with a column that nobody asked for', TABLE.replaceAll(/^(.*)$/gm, '$1,x').replace(/\n,x$/, '')],
    ['with separators of another kind in a quoted head', TABLE.replace('grund\n', '"x;y;z;w;v"\n')],
    ['with separators of another kind in quoted cells', TABLE.replaceAll(/(A|B)\n/g, '"$1;;;;;"\n')],
    ['with invisible characters in cells', TABLE.replace('Nord', '\u2060No\u00adrd\u200d\ufeff')],
    ['with a decomposed cell', TABLE.replace('Süd', 'Su\u0308d')],
    ['with blanks around cells', TABLE.replaceAll(/(Nord|Süd|3|7)/g, ' $1\u00a0 ')],
  ])('%s', (_, text) => {
    expect([faultsOf(read(text)), rowsOf(read(text)), notesOf(read(text))]).toEqual([[], ROWS, []]);
  });

  test.each(['sep=;', 'SEP=;', '"sep=;"', 'sep=;;;', '\n\nsep=;'])('below the line %j', (sep) => {
    const sheet = read(`${sep}\r\n${TABLE.replaceAll(',', ';')}`);
    const by = sep.split('\n').length;
    expect([faultsOf(sheet), rowsOf(sheet), notesOf(sheet)]).toEqual([[], shifted(by), []]);
  });

  test('with a separator that only the first line tells', () => {
    expect(rowsOf(read(`sep=|\n${TABLE.replaceAll(',', '|')}`))).toEqual(shifted(1));
  });

  test('with a first line that tells another separator than it has', () => {
    expect(rowsOf(read(`sep=,\n${TABLE.replaceAll(',', ';')}`))).toEqual(shifted(1));
  });

  test.each([
    ['a title', 'Tabelle 1: erfunden\n\n', [1]],
    ['a title with separators', 'Tabelle 1;erfunden;2026\n', [1]],
    ['titles with line breaks in them', '"Tabelle 1\nerfunden"\nStand: heute\n', [1, 3]],
    ['a title below sep=', 'sep=,\nTabelle 1\n', [2]],
  ])('below %s, and the lines above the header are told', (_, above, lines) => {
    const sheet = read(above + TABLE);
    expect(rowsOf(sheet)).toEqual(shifted(above.split('\n').length - 1));
    expect(notesOf(sheet)).toEqual([['titles', ...lines]]);
  });

  test.each([
    ['UTF-16 little-endian', utf16(`\ufeff${TABLE}`, 'le'), 'utf-16'],
    ['UTF-16 big-endian', utf16(`\ufeff${TABLE}`, 'be'), 'utf-16'],
    ['UTF-16 without a mark', utf16(TABLE, 'le'), 'utf-16'],
    ['UTF-16 of the other order without a mark', utf16(TABLE, 'be'), 'utf-16'],
    ['Windows-1252', cp1252(TABLE), 'windows-1252'],
    ['Windows-1252 with its signs', cp1252(TABLE.replace(',A', ',„Süß“ – so’s … 3 €')), 'windows-1252'],
  ])('in %s, and the encoding is told', (_, file, note) => {
    expect([faultsOf(read(file)), rowsOf(read(file)), notesOf(read(file))]).toEqual([[], ROWS, [[note]]]);
  });
});

describe('an encoding that cannot be told for certain is refused by its first line', () => {
  const head = Buffer.from('ort,groesse\n');
  test.each([
    ['code page 850, where ä is 84', [0x4d, 0x84, 0x72, 0x7a, 0x2c, 0x31]],
    ['code page 850, where ö begins a word', [0x94, 0x72, 0x74, 0x2c, 0x31]],
    ['code page 850, where ß is E1', [0x53, 0x74, 0x72, 0x61, 0xe1, 0x65, 0x2c, 0x31]],
    ['Mac Roman, where ü is 9F', [0x53, 0x9f, 0x64, 0x2c, 0x31]],
    ['Mac Roman, where Ö is 85', [0x85, 0x72, 0x74, 0x2c, 0x31]],
    ['a byte that Windows-1252 does not use', [0x41, 0x81, 0x2c, 0x31]],
    ['UTF-8 beside Windows-1252', [0x53, 0xc3, 0xbc, 0x64, 0xfc, 0x2c, 0x31]],
    [
      'a letter in UTF-8 beside Windows-1252, though both could be that',
      [0xfc, 0x20, 0xc4, 0x93, 0x2c, 0x31],
    ],
    ['a control character beside Windows-1252', [0x53, 0xfc, 0x00, 0x64, 0x2c, 0x31]],
  ])('%s', (_, line) => {
    expect(faultsOf(read(Uint8Array.from([...head, ...line])))).toEqual(['encoding@2']);
  });

  test('an odd byte in UTF-16 is refused too', () => {
    expect(faultsOf(read(Uint8Array.from([...utf16(`\ufeff${TABLE}`, 'le'), 0x41])))).toEqual(['encoding@1']);
  });

  test('a workbook has a sentence of its own', () => {
    for (const magic of ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0'])
      expect(faultsOf(read(Uint8Array.from(Buffer.from(`${magic}xyz`, 'latin1'))))).toEqual(['workbook@0']);
    expect(SHEET_FAULTS.workbook.de).toContain('CSV UTF-8');
  });
});

describe('what is wrong is told by line', () => {
  test.each([
    ['nothing', '', ['nothing@0']],
    ['nothing but blanks', ' \n\u00a0\n', ['nothing@0']],
    ['a header alone', 'ort,größe\n', ['empty@1']],
    ['a header alone below a title', 'Titel\nort,größe\n', ['empty@2']],
    ['a column that lacks', 'ort,grund\nA,1\n', ['columns@1']],
    ['a head that stands there twice', 'ort,größe,ort\nA,1,B\n', ['column-twice@1']],
    ['two heads that look alike', 'ort,größe,Ort\u200b\nA,1,B\n', ['column-twice@1']],
    ['a cell too many', `${TABLE}A,1,B,C\n`, ['cells@4']],
    ['a cell too few', `${TABLE}A,1\n`, ['cells-few@4']],
    ['a line below the table', `${TABLE}\nQuelle: erfunden\n`, ['cells-few@5']],
    ['a mark within a bare cell', `${TABLE}A"B,1,C\nD,2\n`, ['quotes@4', 'cells-few@5']],
    ['text behind a closing mark', `${TABLE}"A"B,1,C\nD,2\n`, ['quotes@4', 'cells-few@5']],
    ['a mark that stays open', `${TABLE}"A,1,C\nD,2\n`, ['quotes@4']],
    ['a mark that stays open for long', `${TABLE}"${'A,1,C\n'.repeat(4000)}"\n`, ['quotes@4']],
    ['lines after a cell with line breaks', `ort,größe\n"A\nB\n",1\nC\n`, ['cells-few@5']],
    ['too many lines', `ort,größe\n${'A,1\n'.repeat(103)}`, ['line-count@102']],
  ])('%s', (_, text, told) => {
    expect(faultsOf(read(text))).toEqual(told);
  });

  test('a file that is too large', () => {
    expect(faultsOf(read(TABLE, { ...FORM, bytes: 10 }))).toEqual(['file-size@0']);
  });

  test.each([
    ['ort|grund|freq\nA|B|3\n', 'ort|grund|freq'],
    ['Kreis;Art;Wert\nA;B;3\n', 'Kreis | Art | Wert'],
    ['Titel\nKreis,"Alter, in Jahren"\nA,3\n', 'Kreis | Alter, in Jahren'],
    ['A;3;1 234\nB;4;5\n', 'A | … | …'],
    ['\u202eKreis\u0007;x\n', 'Kreis | x'],
    [`${'x'.repeat(99)};y\n`, `${'x'.repeat(40)} | y`],
  ])('a header that lacks columns is shown as it reads, without numbers: %j', (text, seen) => {
    const [fault] = read(text).faults;
    expect(fault).toMatchObject({ rule: 'columns', about: 'ort, größe', seen });
    expect(filled(SHEET_FAULTS.columns.de, fault?.about, fault?.seen)).toBe(
      `In der Kopfzeile fehlt: ort, größe. Da steht: ${seen}.`,
    );
  });
});

describe('records', () => {
  const all = (text: string, separator: Separator) => {
    const records: string[][] = [];
    const aside = eachRecord(text, { separator, from: { at: 0, line: 1 } }, (cells) => {
      records.push(cells);
      return true;
    });
    return { records, ...aside };
  };

  test('are those of csv-parse, for any cells that were written with quotation marks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '\t', '"', '\n', ' ', 'ä', '#', "'") });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom<Separator>(',', ';', '\t'), (cells, separator) => {
        const text = cells
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join('\n');
        const parsed = parse(text, { delimiter: separator, relax_column_count: true });
        expect(all(text, separator)).toEqual({ records: parsed, broken: [], remarks: [] });
      }),
    );
  });

  test('have the lines of an editor, whatever stands in the cells before', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\n', ',') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const quoted = cells.map((one) => `"${one.replaceAll('"', '""')}"`);
        const lines: number[] = [];
        eachRecord(quoted.join('\n'), { separator: ',', from: { at: 0, line: 1 } }, (_, line) => {
          lines.push(line);
          return true;
        });
        const before = (n: number): string =>
          quoted
            .slice(0, n)
            .map((one) => `${one}\n`)
            .join('');
        expect(lines).toEqual(quoted.map((_, n) => before(n).split('\n').length));
      }),
    );
  });

  test('are read in one pass, however long a line, whatever separator it lacks', () => {
    const begin = performance.now();
    for (const piece of [' ', 'a', '"', '""', '" ', ',', 'a,', '"",', '"a";'])
      for (const separator of [',', ';'] as const) all(`${piece.repeat(500_000)}x"`, separator);
    const lines = 'a,"b, c",d\n'.repeat(100_000);
    for (const separator of [',', ';'] as const) all(lines, separator);
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});

describe('texts that read alike', () => {
  test.each([
    ['Amsel-1', 'amsel-1', 'AMSEL‑1', 'Amsel–1', 'Amsel−1', 'Ａｍｓｅｌ－１'],
    ["O'x", 'O’x', 'O‘x', 'O`x', 'O´x', 'Oʼx', 'O′x', 'O＇x'],
    ['Straße', 'STRASSE', 'STRAẞE', 'strasse'],
    ['a1', 'a1\ufe0f', 'a1\u034f', 'a1\u115f', 'a1\u3164', 'a1\u200b', 'a\u20601', '\u202ea1', 'a\u00ad1'],
    ['ΣΑΣ', 'σας', 'σασ'],
    ['Ö 1', 'O\u0308 1', ' ö  1', 'Ö\u00a01', 'Ö\u20091'],
    ['İx', 'ix', 'IX'],
    ['①', '1', '１', '¹'],
  ])('%j and its like', (...alike) => {
    expect(new Set(alike.map(folded)).size).toBe(1);
  });

  test('are folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(asRead(asRead(text))).toBe(asRead(text));
        expect(folded(folded(text))).toBe(folded(text));
        expect(folded(asRead(text))).toBe(folded(text));
      }),
    );
  });
});

test('lines are named up to ten, the others counted, in either language', () => {
  expect(linesIn('de', [3])).toBe('Zeile 3');
  expect(linesIn('en', [2, 3])).toBe('lines 2 and 3');
  expect(linesIn('de', [2, 3, 4])).toBe('Zeilen 2, 3 und 4');
  expect(
    linesIn(
      'de',
      Array.from({ length: 14 }, (_, n) => n + 1),
    ),
  ).toBe('Zeilen 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 und 4 weitere');
  expect(noteWords({ note: 'titles', lines: [1, 2] })).toEqual({
    de: 'Über der Kopfzeile übergangen: Zeilen 1 und 2.',
    en: 'Passed over above the header: lines 1 and 2.',
  });
});
