/** Tables that people really bring to `kanon protect`: with sums of their own, in two spellings, unbalanced, with contributors. */
import { copyFile, readFile } from 'node:fs/promises';
import { describeWithShared } from '../setup/shared.ts';
import { kanon, scratch } from './run-kanon.ts';

let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  files = await scratch();
});
afterAll(() => files.delete());

const protect = (table: string, ...more: string[]) => kanon(['protect', '-', ...more], {}, table);
const lines = (out: string): string[] => out.trimEnd().split('\r\n').slice(1);
const OWN = 'kreis;freq\nKreis A;3\nKreis B;20\nKreis C;30\nKreisgebiet;53\n';
const FLAT = ['--dimensions', 'kreis'];

describe('a table with sums of its own', () => {
  test('is refused by line and name, with the two ways out, and writes nothing', async () => {
    const [out, certificate] = [files.at('own.csv'), files.at('own.json')];
    const done = await protect(OWN, ...FLAT, '--out', out, '--certificate', certificate);
    expect([done.code, done.out]).toEqual([1, '']);
    expect(done.err).toContain('Zeile 5 (Kreisgebiet): ');
    expect(done.err).toMatch(/--totals .*--not-a-total/);
    expect(done.err).not.toContain('53');
    await expect(readFile(out)).rejects.toThrow();
    await expect(readFile(certificate)).rejects.toThrow();
    const english = await protect(OWN, ...FLAT, '--lang', 'en');
    expect(english.err).toContain('Line 5 (Kreisgebiet): This is named like a sum');
  });

  test('is protected like the same table without them where they are named, and refused where one is wrong', async () => {
    const without = await protect(OWN.replace('Kreisgebiet;53\n', ''), ...FLAT);
    const told = await protect(OWN, ...FLAT, '--totals', 'kreisgebiet');
    expect([told.code, told.out]).toEqual([0, without.out]);
    const wrong = await protect(OWN.replace('53', '54'), ...FLAT, '--totals', 'Kreisgebiet');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('Zeile 5 (Kreisgebiet): Das soll')]);
    const nobody = await protect(OWN, ...FLAT, '--totals', 'Summe');
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('(Summe): Keine Angabe')]);
  });

  test('keeps a code that is none, and both options may be repeated', async () => {
    const { code, out } = await protect(OWN, ...FLAT, '--not-a-total', 'Kreisgebiet');
    expect([code, lines(out)]).toEqual([0, expect.arrayContaining(['Kreis B,20,open'])]);
    expect(lines(out)).toHaveLength(5);
    const two = 'a,b,freq\nx,p,7\nx,q,8\ny,p,9\ny,q,6\nx,zus,15\ny,zus,15\nalle,p,16\nalle,q,14\n';
    const both = await protect(two, '--dimensions', 'a,b', '--totals', 'zus', '--totals', 'alle');
    expect([both.code, lines(both.out)]).toEqual([0, expect.arrayContaining(['Total,Total,30,open'])]);
    expect(lines(both.out)).toHaveLength(9);
  });

  test('that may be one by chance is protected with a warning, which the certificate repeats', async () => {
    const certificate = files.at('chance.json');
    const { code, err } = await protect('k,freq\nA,13\nB,20\nX,33\n', '--dimensions', 'k', '--certificate', certificate);
    expect([code, err]).toEqual([0, expect.stringContaining('Bitte prüfen: Diese Angaben könnten Summen anderer sein')]);
    expect(err).toContain('X.');
    expect(await readFile(certificate, 'utf8')).toContain('that a code is the sum of others');
  }); // prettier-ignore

  test('that would give a primary cell away if it is one is refused by line and name, until somebody says what it is', async () => {
    const certificate = files.at('third.json');
    // 3 is hidden, and the cheapest beside it is the third one: if that is 3 + 20, it follows from 46 - 20.
    const table = 'k,w,freq\nA,5,3\nB,900,20\nX,50,23\n';
    const shape = ['--dimensions', 'k', '--weight', 'w'];
    const { code, out, err } = await protect(table, ...shape, '--certificate', certificate);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('Zeile 4 (X): Das kann die Summe')]);
    expect(err).not.toMatch(/\b(3|20|23)\b/);
    await expect(readFile(certificate)).rejects.toThrow();
    expect((await protect(table, ...shape, '--lang', 'en')).err).toContain('Line 4 (X): This may be the sum');
    const own = await protect(table, ...shape, '--not-a-total', 'X');
    expect([own.code, lines(own.out)]).toEqual([0, expect.arrayContaining(['B,20,open', 'X,,hidden'])]);
    const sum = await protect(table, ...shape, '--totals', 'X');
    expect([sum.code, lines(sum.out)]).toEqual([0, ['Total,23,open', 'A,,hidden', 'B,,hidden']]);
  });

  test('that gives nothing away where the hidden cells are two of its parts is protected, with the warning', async () => {
    const plain = await protect('k,freq\nA,3\nB,20\nX,23\n', '--dimensions', 'k');
    expect([plain.code, plain.err]).toEqual([1, expect.stringContaining('Zeile 4 (X): Das kann die Summe')]);
    const table = 'k,w,freq\nA,5,3\nB,50,20\nX,900,23\n';
    const { code, out, err } = await protect(table, '--dimensions', 'k', '--weight', 'w');
    expect([code, lines(out)]).toEqual([0, ['Total,46,open', 'A,,hidden', 'B,,hidden', 'X,23,open']]);
    expect(err).toContain('Bitte prüfen');
  });
});

test.each([
  ['status', 'ort,status,freq\nNord,offen,7\nSued,zu,8\n', 'ort,status'],
  ['VALUE ', 'ort,VALUE ,freq\nNord,offen,7\nSued,zu,8\n', 'ort,Value'],
])(
  'a dimension named like a column of the result (%s) is refused at once with 2',
  async (_, table, columns) => {
    const { code, out, err } = await protect(table, '--dimensions', columns);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('umbenennen')]);
  },
);

test('two codes that read alike are refused with both lines; names of columns are found as people read them', async () => {
  const alike = await protect('Ort,freq\nNord,17\nSüd,8\nNord ,6\n', '--dimensions', 'ort');
  expect([alike.code, alike.err]).toEqual([
    1,
    expect.stringContaining('Zeile 2, Zeile 4 (ort, Nord): Das liest sich wie'),
  ]);
  const guarded = await protect("k,freq\n-18,17\n'-18,6\n", '--dimensions', 'k');
  expect([guarded.code, guarded.err]).toEqual([1, expect.stringContaining('Zeile 3 (-18)')]);
  const table = 'Gro\u0308ße,Freq\nklein,7\ngroß,8\n';
  expect((await protect(table, '--dimensions', 'größe')).code).toBe(0);
});

test('a name with a comma stands in quotation marks', async () => {
  const table = 'ort;"Alter, in Jahren";freq\nNord;A;7\nNord;B;3\nSued;A;9\nSued;B;8\n';
  const { code, out } = await protect(table, '--dimensions', 'ort,"Alter, in Jahren"');
  expect([code, out.split('\r\n')[0]]).toEqual([0, 'ort,"Alter, in Jahren",value,status']);
  const broken = await protect(table, '--dimensions', 'ort,"Alter, in Jahren');
  expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('Anführungszeichen')]);
});

test('an unbalanced hierarchy is read with the lower level empty, or the code repeated; and certified', async () => {
  const shape = ['--hierarchy', 'kreis,ort'];
  const rest = '05154,Kleve,3\n05154,Geldern,20\n05154,Goch,9\n';
  const [out, certificate] = [files.at('ragged.csv'), files.at('ragged.json')];
  for (const first of ['05111,,40', '05111,05111,40']) {
    const done = await protect(`kreis,ort,freq\n${first}\n${rest}`, ...shape, '--out', out, '--certificate', certificate);
    expect(done.code).toBe(0);
    const rows = lines(await readFile(out, 'utf8'));
    expect(rows[1]).toBe(`05111,${first.includes(',,') ? 'Total' : '05111'},40,open`);
    expect((await kanon(['verify-release', out, '--certificate', certificate])).code).toBe(0);
  }
  const beside = await protect(`kreis,ort,freq\n05154,,32\n${rest}`, ...shape);
  expect([beside.code, beside.err]).toEqual([1, expect.stringContaining('Zeile 2 (05154): Unter dieser Angabe')]);
}); // prettier-ignore

describe('contributors', () => {
  const TABLE = [
    'ort,wer,freq',
    ...['a', 'b', 'c'].flatMap((who) => [`Nord,${who},9`, `West,${who},30`, `Ost,${who},20`]),
    'Sued,a,40',
    'Sued,b,45',
    'Sued,A ,1',
    '',
  ].join('\n');
  const shape = ['--dimensions', 'ort', '--contributors', 'wer'];

  test('are counted, with all lines of one added up: two are too few', async () => {
    const { code, out, err } = await protect(TABLE, ...shape);
    expect([code, err]).toEqual([0, expect.stringContaining('1 primär')]);
    expect(lines(out)).toContain('Sued,,hidden');
    const two = await protect(TABLE, ...shape, '--minimum-contributors', '2');
    expect(lines(two.out)).toContain('Sued,86,open');
  });

  test('who dominate a cell make it primary', async () => {
    const { out } = await protect(TABLE, ...shape, '--minimum-contributors', '1', '--dominance', '1,50');
    expect(lines(out)).toContain('Sued,,hidden');
  });

  test.each([
    [['--minimum-contributors', '2'], '--minimum-contributors braucht --contributors'],
    [['--dominance', '1,50'], '--dominance braucht --contributors'],
    [['--contributors', 'wer', '--dominance', '0,50'], '--dominance ist eine Anzahl'],
    [['--contributors', 'wer', '--minimum-contributors', '0'], 'ganze Zahl ab 1'],
    [['--contributors', 'ORT'], 'Diese Spalte kann nur eines sein: ORT'],
    [['--weight', 'freq'], 'Diese Spalte kann nur eines sein'],
    [['--weight', 'w', '--objective', 'sum'], '--weight sagt schon'],
  ])('%j is a wrong call', async (more, said) => {
    const { code, err } = await protect(TABLE, '--dimensions', 'ort', ...more);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  test('a line without a contributor, or with a weight that is none, is refused by its place', async () => {
    const nobody = await protect('k,wer,freq\nA,x,7\nB,,8\n', '--dimensions', 'k', '--contributors', 'wer');
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('Zeile 3 (B): Entweder nennen')]);
    const light = await protect('k,w,freq\nA,5,7\nB,-1,8\n', '--dimensions', 'k', '--weight', 'w');
    expect([light.code, light.err]).toEqual([1, expect.stringContaining('Zeile 3 (B): Das Gewicht')]);
  });
});

test('weights say which cell is hidden beside a primary one', async () => {
  const table = (first: number, second: number): string =>
    `k,roll,freq\nA,100,3\nB,${first},20\nC,${second},30\n`;
  const hidden = async (text: string): Promise<string[]> =>
    lines((await protect(text, '--dimensions', 'k', '--weight', 'roll')).out).filter((row) => row.endsWith('hidden'));
  expect(await hidden(table(900, 50))).toEqual(['A,,hidden', 'C,,hidden']);
  expect(await hidden(table(50, 900))).toEqual(['A,,hidden', 'B,,hidden']);
}); // prettier-ignore

test('a sum of hidden cells that is below k itself is told on the screen and in the certificate', async () => {
  const certificate = files.at('small.json');
  const table = 'ort,freq\nA,2\nB,2\nC,50\nD,60\n';
  const { code, err } = await protect(table, '--dimensions', 'ort', '--certificate', certificate);
  expect([code, err]).toEqual([
    0,
    expect.stringContaining('auszurechnen, kein einzelnes Feld davon: A + B.'),
  ]);
  expect(await readFile(certificate, 'utf8')).toContain('together are below the threshold');
  const large = await protect('ort,freq\nA,2\nB,9\nC,50\nD,60\n', '--dimensions', 'ort');
  expect(large.err).not.toContain('auszurechnen');
});

const CASES = [
  ['s4-own-totals', 'kreis', 1, 'Zeile 5 (Insgesamt)'],
  ['s4b-own-totals-2d', 'kreis,art', 1, 'Zeile 4 (zusammen)'],
  ['s4c-total-lower', 'kreis', 1, 'Zeile 5 (kreis, total)'],
  ['s4h-pivot-gesamtergebnis', 'kreis', 1, 'Zeile 5 (Gesamtergebnis)'],
  ['s8-same-look', 'ort,grund', 1, 'Zeile 2, Zeile 4 (ort, Nord)'],
  ['s12-column-status', 'ort,status', 2, 'status'],
  ['s12b-status-open-hidden', 'ort,status', 2, 'status'],
  ['s20b-case', 'ort,grund', 0, 'Sicher.'],
] as const;

describeWithShared(
  [...CASES.map(([name]) => name), 's24-ragged', 's14-small-sum'].map((name) => `findings/cases/${name}.csv`),
  'every case handed over',
  (cases) => {
    test.each(CASES.map((one, at) => [...one, cases[at]!] as const))(
      '%s',
      async (name, columns, code, said, file) => {
        const copy = files.at(`${name}.csv`);
        await copyFile(file, copy);
        const done = await kanon(['protect', copy, '--dimensions', columns]);
        expect([done.code, done.err]).toEqual([code, expect.stringContaining(said)]);
      },
    );

    test('s24-ragged, and s14-small-sum', async () => {
      const [ragged, sums] = cases.slice(-2) as [string, string];
      expect((await kanon(['protect', ragged, '--hierarchy', 'kreis,ort'])).code).toBe(0);
      const small = await kanon(['protect', sums, '--dimensions', 'ort']);
      expect([small.code, small.err]).toEqual([0, expect.stringContaining('A + B')]);
    });
  },
);
