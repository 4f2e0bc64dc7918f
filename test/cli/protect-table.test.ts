/** `kanon protect`: a table of anybody's own, protected and proved, and what is refused. */
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { SOFTWARE } from '../../src/foundation/software.ts';
import { NoSafePattern } from '../../src/disclosure/search/suppress.ts';
import { failureWithout } from '../../src/cli/commands/protect-table.ts';
import { deskIn } from '../../src/cli/words/words.ts';
import { sharedFile } from '../disclosure/shared-tables.ts';
import { withShared } from '../setup/shared.ts';
import { describeWithShared } from '../setup/shared.ts';
import { kanon, scratch } from './run-kanon.ts';

/** Two districts, one of them with a single county; the 3 is primary. */
const TABLE = [
  'rb,kreis,note,cat,freq',
  'R1,K1,Zqx,a,3',
  'R1,K1,Zqx,b,20',
  'R1,K2,,a,8',
  'R1,K2,,b,9',
  'R2,K3,,a,10',
  'R2,K3,,b,7341',
  '',
].join('\n');
const SHAPE = ['--hierarchy', 'rb,kreis', '--dimensions', 'cat'];

let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  files = await scratch();
});
afterAll(() => files.delete());

const protect = (table: string, ...more: string[]) => kanon(['protect', '-', ...more], {}, table);

describe('kanon protect', () => {
  test('writes one row a published cell: totals, hidden cells empty, a county without siblings once', async () => {
    const { code, out, err } = await protect(TABLE, ...SHAPE, '--objective', 'sum');
    expect([code, err]).toEqual([0, '15 Felder, davon 4 geheim: 1 primär, 3 sekundär. Sicher.\n']);
    expect(out.split('\r\n')).toEqual([
      'rb,kreis,cat,value,status',
      'Total,Total,Total,7391,open',
      'Total,Total,a,21,open',
      'Total,Total,b,7370,open',
      'R1,Total,Total,40,open',
      'R1,Total,a,11,open',
      'R1,Total,b,29,open',
      'R1,K1,Total,23,open',
      'R1,K1,a,,hidden',
      'R1,K1,b,,hidden',
      'R1,K2,Total,17,open',
      'R1,K2,a,,hidden',
      'R1,K2,b,,hidden',
      'R2,K3,Total,7351,open',
      'R2,K3,a,10,open',
      'R2,K3,b,7341,open',
      '',
    ]);
  });

  test('writes table and certificate to files, the same bytes each time, and verify-release confirms them', async () => {
    const table = await files.file('table.csv', TABLE);
    const [out, proof] = [files.at('out.csv'), files.at('proof.json')];
    const written: string[] = [];
    for (let time = 0; time < 2; time++) {
      const done = await kanon([
        'protect',
        table,
        ...SHAPE,
        '--out',
        out,
        '--certificate',
        proof,
        '--lang=en',
      ]);
      expect(done).toEqual({
        code: 0,
        out: '',
        err: '15 cells, 4 of them hidden: 1 primary, 3 complementary. Safe.\n',
      });
      written.push(`${await readFile(out, 'utf8')}${await readFile(proof, 'utf8')}`);
    }
    expect(written[1]).toBe(written[0]);
    expect(JSON.parse(await readFile(proof, 'utf8'))).toMatchObject({ certificate: { software: SOFTWARE } });
    expect((await kanon(['verify-release', out, '--certificate', proof])).code).toBe(0);
    // Shown again, R1,K1,a can be calculated; and the proof is one of another table.
    await writeFile(out, (await readFile(out, 'utf8')).replace('R1,K1,a,,hidden', 'R1,K1,a,3,open'));
    expect((await kanon(['verify-release', out, '--certificate', proof])).code).toBe(1);
  });

  test('reads semicolons, several hierarchies, another column of values, and keeps formulas from running', async () => {
    const table = 'half;quarter;cat;n\nH1;Q1;=a;9\nH1;Q2;=a;8\nH2;Q3;=a;7\n';
    const { code, out } = await protect(
      table,
      '--hierarchy',
      'half,quarter',
      '--dimensions',
      'cat',
      '--value',
      'n',
    );
    expect(code).toBe(0);
    expect(out.split('\r\n').slice(0, 3)).toEqual([
      'half,quarter,cat,value,status',
      `Total,Total,"'=a",24,open`,
      `H1,Total,"'=a",17,open`,
    ]);
    const twice = await protect(table, '--hierarchy', 'half,quarter', '--hierarchy', 'cat', '--value', 'n');
    expect(twice.out).toBe(out);
  });

  test('reads a table as it came, and tells what it passed over', async () => {
    const plain = await protect(TABLE, ...SHAPE);
    const dressed = `sep=;\r\nTabelle 1: erfunden\r\n\r\n${TABLE.replaceAll(',', ';').replaceAll('\n', ';;\r\n')};;\r\n`;
    const { code, out, err } = await protect(dressed.replace('rb;kreis', 'RB;"Kreis\u200b"'), ...SHAPE);
    expect([code, out]).toEqual([0, plain.out]);
    expect(err).toBe(`Über der Kopfzeile übergangen: Zeile 2.\n${plain.err}`);
  });

  test('takes columns whose names have a comma, options several times, and its own output again', async () => {
    const table = 'ort;"Alter, in Jahren";n\n"=A";-18;9\n"=A";18+;8\nB;-18;7\nB;18+;9\n';
    const once = await protect(table, '--dimensions', 'ort,"Alter, in Jahren"', '--value', 'n');
    expect(once.code).toBe(0);
    const twice = await protect(
      table,
      '--dimensions',
      'ort',
      '--dimensions',
      '"Alter, in Jahren"',
      '--value',
      'n',
    );
    expect(twice).toEqual(once);
    const inner = once.out
      .split('\r\n')
      .filter((line) => !line.includes('Total'))
      .join('\r\n');
    const again = await protect(inner, '--dimensions', 'ort,"Alter, in Jahren"', '--value', 'value');
    expect([again.code, again.out]).toEqual([0, once.out]);
    const bare = await protect(table, '--dimensions', 'Alter, in Jahren', '--value', 'n', '--lang', 'en');
    expect([bare.code, bare.err]).toEqual([
      1,
      'kanon: Line 1: The header lacks: Alter, in Jahren. It reads: ort | Alter, in Jahren | n. ' +
        'A name of a column that has a comma in it belongs in quotation marks, such as --dimensions \'"Age, in years",cause\'.\n',
    ]);
    const broken = await protect(table, '--dimensions', 'ort,"Alter', '--value', 'n');
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('steht in Anführungszeichen')]);
  });

  const CASES: readonly [string, string[], number, RegExp][] = [
    ['s18-sep', ['ort,grund'], 0, /Sicher/],
    ['s18-tab', ['ort,grund'], 0, /Sicher/],
    ['s18-trailing-empty', ['ort,grund'], 0, /Sicher/],
    ['s18b-quoted-semicolons', ['ort,grund'], 0, /Sicher/],
    ['s18d-title', ['ort,grund'], 0, /übergangen: Zeile 1\.\n.*Sicher/],
    ['s20-comma-name', ['ort', '"Alter, in Jahren"'], 0, /Sicher/],
    ['s20b-case', ['ort,grund'], 0, /Sicher/],
    ['s8-same-look', ['ort,grund'], 1, /^kanon: Zeile 2, Zeile 4 \(ort, Nord\): Das liest sich/],
  ];
  describeWithShared(
    CASES.map(([name]) => `findings/cases/${name}.csv`),
    'and tables that others stumbled over',
    (paths) => {
      test.each(CASES.map(([name, ...rest], n) => [name, paths[n]!, ...rest] as const))(
        '%s',
        async (_, path, dimensions, code, said) => {
          const columns = dimensions.flatMap((names) => ['--dimensions', names]);
          const done = await kanon(['protect', path, ...columns]);
          expect([done.code, done.err]).toEqual([code, expect.stringMatching(said)]);
        },
      );
    },
  );

  test('hides zeros too where they are protected', async () => {
    const table = `cat,freq\n${['a,0', 'b,6', 'c,7', 'd,9'].join('\n')}\n`;
    const shown = await protect(table, '--dimensions', 'cat');
    expect(shown.out).toContain('a,0,open');
    const { code, out } = await protect(
      table,
      '--dimensions',
      'cat',
      '--zeros',
      'protected',
      '--attacker',
      'ge0',
    );
    expect(code).toBe(0);
    expect(out).toContain('a,,hidden');
    expect(out.match(/hidden/g)).toHaveLength(2);
  });

  test('finds a pattern for any table: hiding all but the zeros leaves every value open', async () => {
    const { code, out } = await protect(
      'cat,freq\na,1\nb,1\nc,0\n',
      '--dimensions',
      'cat',
      '--width',
      '5000',
    );
    expect([code, out.split('\r\n').slice(1, -1)]).toEqual([
      0,
      ['Total,,hidden', 'a,,hidden', 'b,,hidden', 'c,0,open'],
    ]);
  });

  test('ends with 3 where the search found none, and names the cells', () => {
    const labels = Array.from({ length: 30 }, (_, at) => `R${at}`);
    const failure = failureWithout(new NoSafePattern([...labels.keys()]), labels, deskIn('en'));
    expect(failure.exitCode).toBe(3);
    expect(failure.sentences).toEqual([
      'No pattern protects this table; nothing was written. It is about:',
      ...labels.slice(0, 20),
      'and 10 more',
    ]);
  });

  withShared('sdc/s1_kreis53x7.csv')('s1 comes out with a row for each of its 472 cells', async () => {
    const out = files.at('s1.csv');
    const { code } = await kanon(['protect', sharedFile('sdc/s1_kreis53x7.csv'), ...SHAPE, '--out', out]);
    expect(code).toBe(0);
    const rows = parse(await readFile(out), { columns: true }) as unknown as Record<string, string>[];
    expect(rows).toHaveLength(472);
    expect(rows.filter(({ status }) => status === 'hidden').length).toBeGreaterThanOrEqual(106 + 14);
    expect(rows.every(({ status, value }) => (status === 'hidden') === (value === ''))).toBe(true);
  });
});

describe('kanon protect refuses', () => {
  test.each([
    [['--k', '1'], '--k ist eine ganze Zahl ab 2.'],
    [['--k', '5.5'], '--k ist eine ganze Zahl ab 2.'],
    [['--width', '0'], '--width ist eine ganze Zahl ab 1.'],
    [['--zeros', 'perhaps'], 'Bei --zeros <WHAT> ist eines davon möglich: published, protected.'],
    [['--zeros', 'protected', '--attacker', 'ge1'], 'Wo Nullen geschützt werden'],
  ])('%j with 2', async (more, said) => {
    const { code, out, err } = await protect(TABLE, ...SHAPE, ...more);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(said)]);
  });

  test('a call without columns with 2', async () => {
    expect(await protect(TABLE)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Es fehlen die Spalten'),
    });
  });

  test('a column in two dimensions with 2', async () => {
    expect(await protect(TABLE, '--hierarchy', 'rb,kreis', '--dimensions', 'cat,kreis')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('keine zwei'),
    });
  });

  test.each([
    ['an empty file', '', 'Die Datei ist leer.'],
    ['a header alone', 'rb,kreis,cat,freq\n', 'Die Tabelle hat keine Zeilen.'],
    [
      'a missing column',
      'rb,kreis,freq\nR1,K1,7341\n',
      'Zeile 1: In der Kopfzeile fehlt: cat. Da steht: rb | kreis | freq.',
    ],
    ['a missing header', 'R1;K1;a;7341\n', 'fehlt: freq, rb, kreis, cat. Da steht: R1 | K1 | a | ….'],
    [
      'a column that stands twice',
      'rb,kreis,cat,cat,freq\nR1,K1,a,a,7341\n',
      'Zeile 1: Diese Spalte steht mehrfach in der Kopfzeile: cat.',
    ],
    ['a short line', 'rb,kreis,cat,freq\nR1,K1,7341\n', 'Zeile 2: Diese Zeile hat weniger Zellen'],
    [
      'an open quotation mark',
      'rb,kreis,cat,freq\n"R1,K1,a,7341\n',
      'Zeile 2: Ab hier gehen die Anführungszeichen nicht auf',
    ],
    [
      'a fraction',
      'rb,kreis,cat,freq\nR1,K1,a,7341.5\n',
      'Zeile 2 (R1, K1, a): Der Wert muss eine ganze Zahl',
    ],
    ['a negative value', 'rb,kreis,cat,freq\n\nR1,K1,a,-7341\n', 'Zeile 3 (R1, K1, a): Der Wert muss'],
    ['a missing level', 'rb,kreis,cat,freq\n,K1,a,7341\n', 'Zeile 2 (rb): Die Angabe fehlt'],
    [
      'a record twice',
      'rb,kreis,cat,freq\nR1,K1,a,7341\nR1,K1,a,7341\n',
      'Zeile 3 (R1, K1, a): Für dasselbe Feld',
    ],
    [
      'a code with two parents',
      'rb,kreis,cat,freq\nR1,K1,a,7341\nR2,K1,b,7341\n',
      'Zeile 3 (kreis, K1): Das steht',
    ],
    [
      'a sum too large',
      'rb,kreis,cat,freq\nR1,K1,a,9007199254740991\nR1,K1,b,7341\n',
      'Die Werte sind zu groß',
    ],
    [
      'another encoding',
      Buffer.from('rb,kreis,cat,freq\nR1,K\x94ln,a,7341\n', 'latin1'),
      'Zeile 2: In welcher Kodierung',
    ],
    ['a workbook', Buffer.from('PK\x03\x04 7341', 'latin1'), 'Das ist eine Arbeitsmappe (Excel, Calc)'],
    [
      'two codes that differ in case',
      'rb,kreis,cat,freq\nR1,K1,a,7341\nR1,K1,A,7341\n',
      'Zeile 2, Zeile 3 (cat, ',
    ],
    [
      'two codes that differ in a dash',
      'rb,kreis,cat,freq\nR1,K1,a-b,7341\nR1,K1,a–b,7341\n',
      'Zeile 2, Zeile 3 (cat, ',
    ],
    [
      'one cell twice, in two spellings that look the same',
      'rb,kreis,cat,freq\nR1,Süd,a,7341\nR1,Su\u0308d ,a\u200b,7341\n',
      'Zeile 2, Zeile 3 (kreis, Süd)',
    ],
  ])('%s with 1, by line and code, and repeats no value', async (_, table, said) => {
    const path = files.at('wrong.csv');
    await writeFile(path, table);
    const { code, out, err } = await kanon(['protect', path, ...SHAPE]);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(said)]);
    expect(err).not.toContain('7341');
  });

  test('a file that is not there, or that cannot be written, with 1', async () => {
    expect(await kanon(['protect', files.at('nowhere.csv'), ...SHAPE])).toMatchObject({ code: 1, out: '' });
    const denied = await protect(TABLE, ...SHAPE, '--out', files.at('no/where.csv'));
    expect([denied.code, denied.err]).toEqual([1, expect.stringContaining('lässt sich nicht schreiben')]);
  });
});
