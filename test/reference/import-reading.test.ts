/** Reading a list: every form that is meant to work, and every fault by its line and column. */
import { readFileSync } from 'node:fs';
import { importFindings } from '../../src/reference/import-faults.ts';
import type { List } from '../../src/reference/import-lines.ts';
import { tellNote } from '../../src/reference/import-notes.ts';
import { readRegions, settleRegions } from '../../src/reference/import-regions.ts';
import { readSchools, settleSchools } from '../../src/reference/import-schools.ts';
import { readTable } from '../../src/reference/import-table.ts';
import { describeWithShared } from '../setup/shared.ts';
import { REGION_HEADER, SCHOOL_HEADER, bytesOf, listOf, regionLine, schoolLine } from './lists.ts';

const SHORT = 'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5';
const COUNTIES = new Map([
  ['05111', {}],
  ['05112', {}],
]);

/** Faults as `rule@pointer`, in the order of the file. */
const told = (list: List<unknown>): string[] =>
  importFindings(list.faults).map(({ rule, pointer }) => `${rule}@${pointer}`);

/** What one line of a list of schools, in the short form, is told. */
const schoolTold = (line: string, header = SHORT): string[] => told(readSchools(listOf(header, line)));
const regionTold = (line: string, header = 'ags,name,typ,kreis_key'): string[] =>
  told(readRegions(listOf(header, line)));

describe('a list', () => {
  const expected = {
    number: '990001',
    name: 'Erfundene Schule 990001',
    type: 'Grundschule',
    municipality: '05111000',
    county: '05111',
    roll: 400,
  };
  const text = `${SCHOOL_HEADER}\n${schoolLine('990001', '05111000')}\n`;

  test.each([
    ['with commas and LF', text],
    ['with a byte order mark', `\ufeff${text}`],
    ['with semicolons', text.replaceAll(',', ';')],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with CR', text.replaceAll('\n', '\r')],
    ['without a last line end', text.trimEnd()],
    ['with empty lines, and lines of separators only', `${text}\n\n,,,,,,,,,,,,\n`],
    [
      'with capitals and blanks in its header',
      text.replace('schulnummer,schulform', ' Schulnummer ,SCHULFORM'),
    ],
    ['with blanks around a cell', text.replace('990001,', ' 990001 ,')],
    ['with every cell in quotation marks', text.replaceAll(/[^,\n]+/g, '"$&"')],
  ])('is read %s', (_, form) => {
    const list = readSchools(bytesOf(form));
    expect(list.faults).toEqual([]);
    expect(list.entries).toEqual([
      { line: 2, entry: { ...expected, validFrom: undefined, validTo: undefined, successors: undefined } },
    ]);
  });

  test('is read with its columns in another order', () => {
    const list = readSchools(
      listOf(
        'ort,schueler_gerundet5,kreis_key,ags,bezeichnung,schulform,schulnummer',
        'x,5,05111,05111000,A,B,990001',
      ),
    );
    expect(list.entries[0]?.entry).toMatchObject({ number: '990001', name: 'A', type: 'B', roll: 5 });
  });

  test('keeps separators and doubled quotation marks within a cell', () => {
    const list = readRegions(listOf('ags;name;typ', '05111000;"Erfunden; ""Stadt"", am Rhein";Stadt'));
    expect(list.entries[0]?.entry.name).toBe('Erfunden; "Stadt", am Rhein');
  });

  test('stores a name in composed form', () => {
    const list = readRegions(listOf('ags,name,typ', '05111000,Du\u0308sseldorf,Stadt'));
    expect(list.entries[0]?.entry.name).toBe('Düsseldorf');
  });

  test('may hold 32 MiB and not a byte more', () => {
    const full = new Uint8Array(32 * 1024 * 1024).fill(0x0a);
    full.set(listOf(SHORT, '990001,A,B,05111000,05111,5'));
    expect(readSchools(full).entries).toHaveLength(1);
    expect(told(readSchools(new Uint8Array(32 * 1024 * 1024 + 1)))).toEqual(['file-size@']);
  });

  test('may have 100,000 lines and not one more', () => {
    const columns = { needed: [{ name: 'a' }], optional: [] };
    expect(readTable(bytesOf(`a\n${'1\n'.repeat(100_000)}`), columns).faults).toEqual([]);
    const long = readTable(bytesOf(`a\n${'1\n'.repeat(100_005)}`), columns);
    expect(long.faults).toEqual([{ rule: 'line-count', line: 100_002, about: '100000' }]);
  });

  test('in which everything is wrong is not read to its end', () => {
    const list = readSchools(listOf(SHORT, ...Array.from({ length: 20_000 }, () => 'x,x,x,x,x,x')));
    expect(list.faults.length).toBeLessThan(10_010);
    expect(told(list).at(-1)).toMatch(/^fault-count@\/\d+$/);
  });
});

describe('a file that is no such list is refused as a whole', () => {
  test.each([
    ['nothing at all', '', ['nothing@']],
    ['a header only', `${SHORT}\n`, ['empty@/1']],
    ['a header that lacks columns', 'schulnummer,ags,kreis_key\n1,2,3\n', ['columns@/1']],
    ['a column that stands twice', `${SHORT},AGS\n1,2,3,4,5,6,7\n`, ['column-twice@/1']],
  ])('%s', (_, text, expected) => {
    expect(told(readSchools(bytesOf(text)))).toEqual(expected);
  });

  test('the missing columns are named in one sentence', () => {
    const [finding] = importFindings(readSchools(bytesOf('schulnummer,ags,kreis_key\n1,2,3\n')).faults);
    expect(finding?.reason).toEqual({
      de: 'Zeile 1: In der Kopfzeile fehlt: schulform, bezeichnung, schueler_gerundet5. Da steht: schulnummer | ags | kreis_key.',
      en: 'Line 1: The header lacks: schulform, bezeichnung, schueler_gerundet5. It reads: schulnummer | ags | kreis_key.',
    });
  });

  test('an encoding that cannot be told, by its first such line', () => {
    const dos = Uint8Array.from(
      Buffer.from('ags,name,typ\n05111000,A,Stadt\n05112000,D\x81ren,Stadt\n', 'latin1'),
    );
    expect(told(readRegions(dos))).toEqual(['encoding@/3']);
    expect(told(readRegions(Uint8Array.from(Buffer.from('PK\x03\x04', 'latin1'))))).toEqual(['workbook@']);
  });
});

describe('a list in another encoding is read, and that is told', () => {
  test.each([
    ['Windows-1252', Buffer.from('ags;name;typ\n05112000;Düren;Stadt\n', 'latin1'), 'windows-1252'],
    ['UTF-16', Buffer.from('\ufeffags;name;typ\n05112000;Düren;Stadt\n', 'utf16le'), 'utf-16'],
  ])('%s', (_, file, note) => {
    const list = readRegions(Uint8Array.from(file));
    expect([told(list), list.entries[0]?.entry.name]).toEqual([[], 'Düren']);
    expect(list.notes.map(tellNote)).toMatchObject([{ code: note, lines: [] }]);
  });
});

describe('keys as lists spell them', () => {
  const place = (ags: string, county = ''): unknown => {
    const list = readSchools(listOf(SHORT, `990001,A,B,${ags},${county},5`));
    return list.entries[0] ? [list.entries[0].entry.municipality, list.entries[0].entry.county] : told(list);
  };

  test.each([
    ['eight digits', '05334002', ['05334002', '05334']],
    ['a regional key of twelve', '053340002002', ['05334002', '05334']],
    ['one with a union of municipalities', '053340123002', ['05334002', '05334']],
    ['groups of digits', '05 3 34 002', ['05334002', '05334']],
    ['a county alone', '05334', [null, '05334']],
    ['a zero-width space within', '05334\u200b002', ['05334002', '05334']],
    ['a nought lost of eight', '5334002', ['zero-lost@/2/ags']],
    ['a nought lost of twelve', '53340002002', ['zero-lost@/2/ags']],
    ['a nought lost of five', '5334', ['zero-lost@/2/ags']],
    ['ten digits', '0533400200', ['municipality-key@/2/ags']],
    ['a number as Excel shortens it', '"5,33E+10"', ['municipality-key@/2/ags']],
  ])('%s', (_, ags, expected) => {
    expect(place(ags)).toEqual(expected);
  });

  test('a nought lost of a county key is told, and not of a school number', () => {
    expect(place('', '5334')).toEqual(['zero-lost@/2/kreis_key']);
    expect(schoolTold('5334002,A,B,05334002,,5')).toEqual(['school-number@/2/schulnummer']);
  });

  test('one municipality in two spellings is one key', () => {
    const list = readRegions(listOf('ags,name,typ', '05334002,A,Stadt', '053340002002,B,Stadt'));
    expect(told(list)).toEqual(['duplicate@/3/ags']);
  });

  test.each(['990008 990009', '990008, 990009', '990009/990008', '990008;990009', '990008 + 990009,'])(
    'successors between which people put other signs than blanks: %j',
    (cell) => {
      const header = `${SHORT},gueltig_bis,nachfolger`;
      const list = readSchools(listOf(header, `990001,A,B,05111000,05111,5,2026-07-31,"${cell}"`));
      expect(list.entries[0]?.entry.successors).toEqual(['990008', '990009']);
    },
  );
});

describe("the ministry's list as it is published", () => {
  const HEADER =
    'Schulnummer;Schulform;Schulbezeichnung_1;Schulbezeichnung_2;Schulbezeichnung_3;Gemeindeschluessel;Schulbetriebsschluessel;';
  const published = (...lines: string[]) => readSchools(listOf('sep=;', HEADER, ...lines));

  test('has a name in three parts, a key for the type, and no roll', () => {
    const { entries, faults, notes } = published('990001;08;Erfundene;Schule;am Bach;05334002;1');
    expect([faults, entries[0]]).toEqual([
      [],
      {
        line: 3,
        entry: {
          number: '990001',
          name: 'Erfundene Schule am Bach',
          type: 'Förderschule Grund-/Hauptschule',
          municipality: '05334002',
          county: '05334',
          roll: undefined,
          validFrom: undefined,
          validTo: undefined,
          successors: undefined,
        },
      },
    ]);
    expect(notes.map(tellNote)).toEqual([
      {
        code: 'no-roll',
        lines: [],
        reason: {
          de: 'Diese Liste nennt keine Schülerzahlen; bekannte bleiben stehen.',
          en: 'This list has no numbers of pupils; known ones stay.',
        },
      },
    ]);
  });

  test('dissolved schools and offices are left out and told by line, whatever else is wrong with them', () => {
    const { entries, faults, notes } = published(
      '990001;02;A;;;05334002;1',
      '990002;04;B;;;x;3',
      '690001;0A;C;;;;1',
      '990003;20;D;;;05334002;3',
      '690002;81;E;;;05334002;1',
      '690003;0b;F;;;05334002;1',
    );
    expect([faults, entries.map(({ line }) => line)]).toEqual([[], [3]]);
    expect(notes.map(tellNote)).toMatchObject([
      { code: 'no-roll' },
      {
        code: 'dissolved',
        lines: [4, 6],
        reason: { de: expect.stringMatching(/^2 .*ausgelassen: Zeilen 4 und 6\./) },
      },
      {
        code: 'no-school',
        lines: [5, 7, 8],
        reason: { en: expect.stringMatching(/^3 .*left out: lines 5, 7 and 8\./) },
      },
    ]);
  });

  test('a fault names the column as the list does', () => {
    const list = published('990001;02;A;;;5334002;1', '990002;99;B;;;05334002;1', '990003;2;C;;;05334002;1');
    expect(importFindings(list.faults).map(({ pointer, reason }) => [pointer, reason.de])).toEqual([
      ['/3/ags', expect.stringMatching(/^Zeile 3, Spalte Gemeindeschluessel: Vorn fehlt eine Null\./)],
      [
        '/4/schulform',
        expect.stringMatching(/^Zeile 4, Spalte schulform: Diesen Schlüssel einer Schulform kennt/),
      ],
      ['/5/schulform', expect.stringMatching(/^Zeile 5, Spalte schulform: Vorn fehlt eine Null\./)],
    ]);
  });

  test('keeps the roll that is known', () => {
    const list = published('990001;02;A;;;05111000;1', '990002;02;B;;;05111000;1');
    const known = new Map([
      ['990001', { roll: 250, validFrom: '2010-08-01', validTo: null, successors: [] } as never],
    ]);
    const { rows } = settleSchools(list, '05', COUNTIES, known);
    expect(rows.map(({ row }) => row.roll)).toEqual([250, null]);
  });

  test('a list in our form without a column stays refused, though it names schools', () => {
    expect(
      told(
        readSchools(listOf('schulnummer,schulform,bezeichnung,ags,kreis_key', '990001,A,B,05111000,05111')),
      ),
    ).toEqual(['columns@/1']);
  });
});

/** What becomes of each: schools read, lines left out. */
const CASES = {
  'i1-schuldaten-as-published': [
    [3, 4, 5],
    [6, 7],
  ],
  'i1b-schuldaten-without-sep': [
    [2, 3, 4],
    [5, 6],
  ],
  'i1c-schuldaten-renamed': [
    [2, 3, 4],
    [5, 6],
  ],
  'i1d-schuldaten-renamed-no-trailing': [
    [2, 3, 4],
    [5, 6],
  ],
  'i3-ars': [[2], []],
  'i9-zero-width-header': [[2], []],
  'i12-successors-comma': [[2, 3, 4], []],
} as const;
describeWithShared(
  Object.keys(CASES).map((name) => `findings/cases/${name}.csv`),
  'lists that others stumbled over',
  (files) => {
    test.each(Object.values(CASES).map(([read, left], n) => [files[n]!, read, left] as const))(
      '%s is read',
      (file, read, left) => {
        const { entries, faults, notes } = readSchools(readFileSync(file));
        expect([faults, entries.map(({ line }) => line)]).toEqual([[], read]);
        expect(notes.flatMap(({ lines }) => lines)).toEqual(left);
        for (const { entry } of entries) expect(entry.type).not.toMatch(/\d/);
      },
    );
  },
);

describeWithShared(
  ['findings/cases/i10-new-county-regions.csv'],
  'a municipality of a new county',
  ([file = '']) => {
    const district = { name: 'Erfundener Bezirk', validFrom: '2000-01-01' } as never;
    const settled = (bytes: Uint8Array) =>
      settleRegions(readRegions(bytes), '05', new Map([['053', district]]));

    test('is refused at its line as the list stands, with the way out', () => {
      const { rows, faults } = settled(readFileSync(file));
      expect([rows, faults.map(({ rule, line, column }) => `${rule}@${line}/${column}`)]).toEqual([
        [],
        ['county-unknown@2/ags'],
      ]);
      expect(importFindings(faults)[0]!.reason.de).toContain('mit seinem fünfstelligen Schlüssel');
    });

    test('is read with the county in a line of its own', () => {
      const { rows, faults } = settled(
        bytesOf(`${readFileSync(file, 'utf8').trimEnd()}\n05335;Neuer Kreis;Kreis;05335\n`),
      );
      expect([faults, rows.map(({ row }) => row.key)]).toEqual([[], ['05335', '05335001']]);
    });
  },
);

describe('a faulty line is told by line and column', () => {
  test.each([
    ['a school number of five digits', '99001,A,B,05111000,05111,5', ['school-number@/2/schulnummer']],
    ['a school number with a letter', '99000x,A,B,05111000,05111,5', ['school-number@/2/schulnummer']],
    ['a municipality key of a district', '990001,A,B,051,05111,5', ['municipality-key@/2/ags']],
    ['a county key of a district', '990001,A,B,05111000,051,5', ['county-key@/2/kreis_key']],
    ['a municipality of another county', '990001,A,B,05112000,05111,5', ['county-differs@/2/kreis_key']],
    ['neither municipality nor county', '990001,A,B,,,5', ['county-key@/2/kreis_key']],
    ['an empty school type', '990001,,B,05111000,05111,5', ['text-empty@/2/schulform']],
    ['a name of blanks', '990001,A,   ,05111000,05111,5', ['text-empty@/2/bezeichnung']],
    [
      'a name of 201 characters',
      `990001,A,${'b'.repeat(201)},05111000,05111,5`,
      ['text-long@/2/bezeichnung'],
    ],
    ['a NUL in a name', '990001,A,B\u0000B,05111000,05111,5', ['text-control@/2/bezeichnung']],
    ['a line break in a name', '990001,A,"B\nB",05111000,05111,5', ['text-control@/2/bezeichnung']],
    ['a turned direction in a name', '990001,A,B\u202eB,05111000,05111,5', ['text-control@/2/bezeichnung']],
    ['a roll with a point', '990001,A,B,05111000,05111,1.5', ['roll@/2/schueler_gerundet5']],
    ['a negative roll', '990001,A,B,05111000,05111,-5', ['roll@/2/schueler_gerundet5']],
    ['a roll beyond any school', '990001,A,B,05111000,05111,100000', ['roll@/2/schueler_gerundet5']],
    ['a cell too many', '990001,A,B,05111000,05111,5,6', ['cells@/2']],
    ['a cell too few', '990001,A,B,05111000,05111', ['cells-few@/2']],
    ['text behind a quotation mark', '990001,A,"B"b,05111000,05111,5', ['quotes@/2']],
    ['a quotation mark within a cell', '990001,A,B"b,05111000,05111,5', ['quotes@/2']],
    ['an open quotation mark', '990001,A,"B,05111000,05111,5', ['quotes@/2']],
    [
      'several faults at once',
      'x,,B,05111000,05111,viele',
      ['school-number@/2/schulnummer', 'text-empty@/2/schulform', 'roll@/2/schueler_gerundet5'],
    ],
  ])('%s', (_, line, expected) => {
    expect(schoolTold(line)).toEqual(expected);
  });

  test.each([
    ['a district key', '051,A,Bezirk,', ['municipality-key@/2/ags']],
    ['a county that is another one', '05111000,A,Stadt,05112', ['county-differs@/2/kreis_key']],
    ['an empty name', '05111000,,Stadt,', ['text-empty@/2/name']],
    ['an empty kind', '05111000,A,,05111', ['text-empty@/2/typ']],
  ])('of municipalities: %s', (_, line, expected) => {
    expect(regionTold(line)).toEqual(expected);
  });

  test.each([
    ['2026-02-30', ['date@/2/valid_from']],
    ['31.04.2026', ['date@/2/valid_from']],
    ['2026-8-1', ['date@/2/valid_from']],
    ['0026-08-01', ['date@/2/valid_from']],
    ['2026-08-01', []],
    ['29.02.2024', []],
    ['', []],
  ])('a date %j', (date, expected) => {
    expect(schoolTold(`990001,A,B,05111000,05111,5,${date}`, `${SHORT},valid_from`)).toEqual(expected);
  });

  test('the same key twice, by the line of the first', () => {
    const list = readSchools(
      listOf(
        SHORT,
        '990001,A,B,05111000,05111,5',
        '990002,A,B,05111000,05111,5',
        '990001,A,B,05111000,05111,5',
      ),
    );
    expect(told(list)).toEqual(['duplicate@/4/schulnummer']);
    expect(importFindings(list.faults)[0]?.reason).toEqual({
      de: 'Zeile 4, Spalte schulnummer: Derselbe Schlüssel steht schon in Zeile 2.',
      en: 'Line 4, column schulnummer: The same key stands in line 2 already.',
    });
  });

  test('every faulty line at once, in the order of the file, beside a quotation mark that breaks it off', () => {
    const list = readSchools(
      listOf(
        SHORT,
        'x,A,B,05111000,05111,5',
        '1',
        '990002,A,B,05111000,05111,5',
        '990003,A,B,05111000,05111,x',
        '"y',
      ),
    );
    expect(told(list)).toEqual([
      'school-number@/2/schulnummer',
      'cells-few@/3',
      'roll@/5/schueler_gerundet5',
      'quotes@/6',
    ]);
    expect(list.entries.map(({ line }) => line)).toEqual([4]);
  });

  test('line numbers are those of an editor, also after empty lines and broken cells', () => {
    const text = `${SHORT}\r\n\r\n990001,A,"B\r\nB\r\nB",05111000,05111,5\r\n\r\nx,A,B,05111000,05111,5\r\n`;
    expect(told(readSchools(bytesOf(text)))).toEqual([
      'text-control@/3/bezeichnung',
      'school-number@/7/schulnummer',
    ]);
  });

  test('and no sentence repeats what stands in a cell or in a foreign column', () => {
    const list = readSchools(
      listOf(
        `${SHORT},Geheimnis`,
        'Geheimnis,"Gehei\tmnis",Geheimnis\u0001,Geheimnis,Geheimnis,Geheimnis,Geheimnis',
      ),
    );
    expect(told(list)).toHaveLength(6);
    expect(JSON.stringify(importFindings(list.faults))).not.toContain('ehei');
  });
});

describe('beside what is known', () => {
  const known = {
    number: '990001',
    name: 'Alt',
    type: 'A',
    region: '05111',
    roll: 5,
    validFrom: '2010-08-01',
    validTo: '2030-07-31',
    successors: [],
  } as never;

  test.each([
    ['without columns of dates the known ones stay', SHORT, '', ['2010-08-01', '2030-07-31']],
    ['an empty beginning says nothing', `${SHORT},valid_from`, ',', ['2010-08-01', '2030-07-31']],
    ['an empty end means that there is none', `${SHORT},valid_to`, ',', ['2010-08-01', null]],
    [
      'the German names count too',
      `${SHORT},gueltig_ab,gueltig_bis`,
      ',01.08.2011,31.07.2031',
      ['2011-08-01', '2031-07-31'],
    ],
  ])('%s', (_, header, dates, expected) => {
    const list = readSchools(listOf(header, `990001,A,B,05111000,05111,5${dates}`));
    const { rows } = settleSchools(list, '05', COUNTIES, new Map([['990001', known]]));
    expect([rows[0]?.row.validFrom, rows[0]?.row.validTo]).toEqual(expected);
  });

  test.each([
    ['without a column of successors the known ones stay', SHORT, '', ['990007', '990008']],
    ['an empty cell means that there is none', `${SHORT},successor`, ',', []],
    [
      'several stand in one cell, in any order and each counted once',
      `${SHORT},nachfolger`,
      ',990009  990008 990009',
      ['990008', '990009'],
    ],
  ])('%s', (_, header, cell, expected) => {
    const list = readSchools(listOf(header, `990001,A,B,05111000,05111,5${cell}`));
    const entry = { ...(known as object), successors: ['990007', '990008'] } as never;
    const { rows } = settleSchools(list, '05', COUNTIES, new Map([['990001', entry]]));
    expect(rows[0]?.row.successors).toEqual(expected);
  });

  test.each([
    ['with a successor that is no key', `${SHORT},nachfolger`, ',990002 x', ['school-number@/2/nachfolger']],
    [
      'of a region with a successor of another level',
      'ags,name,typ,successor',
      '05112',
      ['municipality-key@/2/successor'],
    ],
  ])('a line %s is told its place', (_, header, cell, expected) => {
    expect(
      header.startsWith('ags')
        ? regionTold(`05111000,A,Stadt,${cell}`, header)
        : schoolTold(`990001,A,B,05111000,05111,5${cell}`, header),
    ).toEqual(expected);
  });

  test('a successor without an end of its predecessor is refused by its line', () => {
    const list = readSchools(
      listOf(
        `${SHORT},valid_to,successor`,
        '990001,A,B,05111000,05111,5,,990002',
        '990002,A,B,05111000,05111,5,2026-07-31,990003',
        '990003,A,B,05111000,05111,5,,',
      ),
    );
    expect(settleSchools(list, '05', COUNTIES, new Map()).faults).toEqual([
      { rule: 'successor-open', line: 2, column: 'successor' },
    ]);
  });

  test('lines about another Land are counted and passed over', () => {
    const schools = readSchools(listOf(SHORT, '990001,A,B,09111000,09111,5', '990002,A,B,05111000,05111,5'));
    const settled = settleSchools(schools, '05', COUNTIES, new Map());
    expect([settled.ignored, settled.faults, settled.rows.map(({ line }) => line)]).toEqual([1, [], [3]]);
    const regions = readRegions(listOf(REGION_HEADER, regionLine('09111000')));
    expect(settleRegions(regions, '05', new Map())).toMatchObject({ ignored: 1, faults: [], rows: [] });
  });

  test('an end before the known beginning is refused by its line', () => {
    const list = readSchools(listOf(`${SHORT},valid_to`, '990001,A,B,05111000,05111,5,2009-07-31'));
    const { faults } = settleSchools(list, '05', COUNTIES, new Map([['990001', known]]));
    expect(faults).toEqual([{ rule: 'date-order', line: 2, column: 'valid_to' }]);
  });

  test('a school lies in its municipality where that is known, else in its county; a new one has always been there', () => {
    const list = readSchools(
      listOf(SHORT, '990001,A,B,05111000,05111,5', '990002,A,B,05112000,,', '990003,A,B,,05112,5'),
    );
    const { rows } = settleSchools(list, '05', new Map([...COUNTIES, ['05111000', {}]]), new Map());
    expect(rows.map(({ row }) => [row.region, row.roll, row.validFrom, row.validTo])).toEqual([
      ['05111000', 5, '1900-01-01', null],
      ['05112', null, '1900-01-01', null],
      ['05112', 5, '1900-01-01', null],
    ]);
  });

  test('a county that is not known is refused by its line, for schools and for municipalities', () => {
    const schools = readSchools(listOf(SHORT, '990001,A,B,05999000,05999,5', '990002,A,B,05111000,05111,5'));
    expect(settleSchools(schools, '05', COUNTIES, new Map()).faults).toEqual([
      { rule: 'county-unknown', line: 2, column: 'kreis_key' },
    ]);
    const regions = readRegions(listOf(REGION_HEADER, regionLine('05999000')));
    expect(settleRegions(regions, '05', new Map()).faults).toEqual([
      { rule: 'county-unknown', line: 2, column: 'ags' },
    ]);
  });

  test('a county is added by a line with its key of five digits, under its district, before its municipalities', () => {
    const list = readRegions(
      listOf(
        'ags;name;typ;kreis_key;gueltig_ab',
        '05335001;Erfundene Stadt;Stadt;05335;',
        '05335;Erfundener Kreis;Kreis;;2027-01-01',
        '05335002;Zweite Stadt;Stadt;05335;',
      ),
    );
    const district = { key: '053', validFrom: '1975-01-01', validTo: null, successors: [] } as never;
    const { rows, faults } = settleRegions(list, '05', new Map([['053', district]]));
    expect(faults).toEqual([]);
    expect(rows.map(({ line, row }) => [line, row.key, row.parent, row.validFrom])).toEqual([
      [3, '05335', '053', '2027-01-01'],
      [2, '05335001', '05335', '2027-01-01'],
      [4, '05335002', '05335', '2027-01-01'],
    ]);
    expect(list.notes).toEqual([{ note: 'counties', lines: [3] }]);
    expect(settleRegions(list, '05', new Map()).faults.map(({ rule, line }) => `${rule}@${line}`)).toEqual([
      'district-unknown@3',
      'county-unknown@2',
      'county-unknown@4',
    ]);
  });
});
