/** `kanon tally` and `kanon anonymise`: from strokes to the report, on the device alone. */
import { readFile, stat } from 'node:fs/promises';
import { EXAMPLE_SHEET, kanon, MARK, scratch, sheet } from './run-kanon.ts';

let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  files = await scratch();
});
afterAll(() => files.delete());

const SCHEME = ['--scheme', 'but-counselling/1'];

/** Every file on the way, as a person would run it; nothing of it may hold a pseudonym. */
test('a tally sheet becomes counts, the counts the report of the worked example, as the sheet does at once', async () => {
  const strokes = await files.file('strokes.csv', EXAMPLE_SHEET);
  const tallied = await kanon(['tally', strokes]);
  expect(tallied.code).toBe(0);
  const counts = JSON.parse(tallied.out);
  expect(counts.counts).toMatchObject({
    LERNFOERDERUNG: { pupils: 7, consultations: 19 },
    MITTAG: { pupils: 4, consultations: 6 },
    TEILHABE: { pupils: 3, consultations: 3 },
    AUSFLUG: { pupils: 0, consultations: 0 },
  });
  // The one joint number that decides: of all benefits below k, with those that nobody asked about.
  const small = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'MITTAG', 'TEILHABE'];
  expect(counts.distinct).toEqual([{ benefits: small, pupils: 6 }]);

  const report = {
    scheme: 'but-counselling/1',
    policy: 2,
    cells: [
      { benefits: small, pupils: 6, consultations: 9 },
      { benefits: ['LERNFOERDERUNG'], pupils: 7, consultations: 19 },
    ],
    none: [],
    withheld: [],
  };
  const ofCounts = await kanon(['anonymise', await files.file('counts.json', tallied.out)]);
  const ofStrokes = await kanon(['anonymise', strokes]);
  expect(JSON.parse(ofCounts.out)).toEqual(report);
  expect(ofStrokes).toEqual(ofCounts);
  for (const { out, err } of [tallied, ofCounts]) expect(out + err).not.toContain(MARK);
});

test('for a period of policy 1 the same sheet is pooled by its anonymiser, and its counts hold every union', async () => {
  const strokes = await files.file('first.csv', EXAMPLE_SHEET);
  const counts = await kanon(['tally', strokes, '--policy', '1']);
  expect(JSON.parse(counts.out)).toMatchObject({ policy: 1, distinct: { length: 120 } });
  const report = {
    scheme: 'but-counselling/1',
    policy: 1,
    cells: [
      { benefits: ['AUSFLUG', 'MITTAG', 'TEILHABE'], pupils: 6, consultations: 9 },
      { benefits: ['LERNFOERDERUNG'], pupils: 7, consultations: 19 },
    ],
    none: ['KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG'],
    withheld: [],
  };
  const ofCounts = await kanon(['anonymise', await files.file('first.json', counts.out)]);
  expect(JSON.parse(ofCounts.out)).toEqual(report);
  expect(JSON.parse((await kanon(['anonymise', strokes, '--policy', '1'])).out)).toEqual(report);
  expect(await kanon(['anonymise', strokes, '--policy', 'x'])).toMatchObject({ out: '' });
});

test('where every number stays at the school, the reason does not say that the work counts for nothing', async () => {
  const { code, err } = await kanon(['anonymise', '-'], {}, sheet({ MITTAG: 2 }));
  expect(code).toBe(0);
  expect(err).toContain(
    'Alle Zahlen bleiben zum Schutz der Kinder an der Schule. Auch so sagt die Meldung, dass hier beraten wurde.',
  );
  expect(err).not.toContain('0 %');
});

test('the table of a tally is for the school, in its language; the reasons of anonymise show no count of a benefit', async () => {
  const strokes = await files.file('table.csv', EXAMPLE_SHEET);
  const german = await kanon(['tally', strokes]);
  expect(german.err.split('\n').slice(0, 9)).toEqual([
    'Kinder  Beratungen  Leistung',
    '     0           0  Eintägige Ausflüge (AUSFLUG)',
    '     0           0  Mehrtägige Klassenfahrten (KLASSENFAHRT)',
    '     0           0  Persönlicher Schulbedarf (SCHULBEDARF)',
    '     0           0  Schülerbeförderung (BEFOERDERUNG)',
    '     7          19  Lernförderung (LERNFOERDERUNG)',
    '     4           6  Gemeinschaftliche Mittagsverpflegung (MITTAG)',
    '     3           3  Soziale und kulturelle Teilhabe (TEILHABE)',
    '    13          28  zusammen; jedes Kind einmal',
  ]);
  expect(german.err).toContain('\nGelesen: 28 Striche in 28 Zeilen; übergangen: 1 Bemerkung mit #.\n');
  const english = (await kanon(['tally', strokes, '--lang', 'en'])).err;
  expect(english).toContain('7             19  Learning support');
  expect(english).toContain('\nRead: 28 strokes in 28 lines; left out: 1 remark with #.\n');
  const { err } = await kanon(['anonymise', strokes, '--lang', 'en']);
  expect(err).toContain('LERNFOERDERUNG: At least 5 different pupils stand behind this');
  expect(err).toContain('100 % of the consultations go into the totals.');
  // Only k and the percentage are numbers in it.
  expect(new Set(err.match(/\d+/g))).toEqual(new Set(['5', '100']));
});

test('--out writes the counts to a file that only its owner reads, and standard output stays empty', async () => {
  const out = files.at('out.json');
  const { code, out: said } = await kanon([
    'tally',
    await files.file('out.csv', EXAMPLE_SHEET),
    '--out',
    out,
  ]);
  expect([code, said]).toEqual([0, '']);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(out, 'utf8')).policy).toBe(2);
  const denied = await kanon(['tally', files.at('out.csv'), '--out', files.at('nowhere/out.json')]);
  expect([denied.code, denied.err]).toEqual([1, expect.stringContaining('lässt sich nicht schreiben')]);
});

test('--json holds report, steps, loss and what would help, and nothing stands beside it', async () => {
  const { code, out, err } = await kanon(['anonymise', '-', '--json'], {}, EXAMPLE_SHEET);
  expect([code, err]).toEqual([0, '']);
  const { report, steps, loss, wouldHelp } = JSON.parse(out);
  expect(report.cells).toHaveLength(2);
  expect(steps).toHaveLength(2);
  expect(loss).toEqual({ itemised: 19, pooled: 9, withheld: 0, cost: 9 });
  expect(wouldHelp).toEqual([]);
});

test('what was taken for granted is told by every command that reads strokes, and no pseudonym of it', async () => {
  const strokes = `Datum;Kind;Leistung\n1.9.;${MARK} 1;Mittagessen\n2.9.;${MARK.toUpperCase()}-01;mittag + teilhabe\n`;
  for (const args of [['tally'], ['anonymise'], ['anonymise', '--json']]) {
    const { code, err, out } = await kanon([...args, '-', '--lang', 'en', ...SCHEME], {}, strokes);
    expect([code, err.split('\n').slice(0, 2)]).toEqual([
      0,
      [
        'Column 1 was not read.',
        'Lines 2 and 3 look like one child; counted as one. If they are several, please choose pseudonyms that differ more clearly.',
      ],
    ]);
    expect((err + out).toLowerCase()).not.toContain(MARK.toLowerCase());
  }
  const counts = JSON.parse((await kanon(['tally', '-', ...SCHEME], {}, strokes)).out).counts;
  expect(counts).toMatchObject({
    MITTAG: { pupils: 1, consultations: 2 },
    TEILHABE: { pupils: 1, consultations: 1 },
  });
});

test('faulty lines are named by number and reason, never by content', async () => {
  const lines = [`${MARK}1,TAXI`, `${MARK}2`, `,${MARK}3`, `${MARK}4,MITTAG`];
  for (const command of ['tally', 'anonymise']) {
    const { code, out, err } = await kanon([command, '-'], {}, lines.join('\n'));
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^kanon: Zeile 1: Diese Leistung gibt es im Schema nicht\. Es gibt: AUSFLUG, .*TEILHABE\.$/,
      ),
      expect.stringMatching(/^kanon: Zeile 2: Hier werden genau zwei Angaben erwartet/),
      'kanon: Zeile 3: Hier fehlt das Kürzel des Kindes.',
    ]);
  }
  const many = await kanon(['tally', '-', '--lang=en'], {}, `${MARK}\n`.repeat(25));
  const said = many.err.trimEnd().split('\n');
  expect([said.length, said.at(-1)]).toEqual([21, 'kanon: and 5 more']);
  expect(many.err).not.toContain(MARK);
});

test('counts that cannot be are refused by benefit, unread files and wrong kinds by a sentence', async () => {
  const counts = JSON.parse((await kanon(['tally', '-'], {}, sheet({ MITTAG: 6 }))).out);
  counts.counts.MITTAG.consultations = 5;
  const impossible = await kanon(['anonymise', '-', '--lang', 'en'], {}, JSON.stringify(counts));
  expect([impossible.code, impossible.err]).toEqual([
    1,
    'kanon: MITTAG: Fewer consultations are entered than pupils who had one.\n',
  ]);
  const other = await kanon(['anonymise', '-'], {}, JSON.stringify({ ...counts, policy: 99 }));
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('Diese Schutzregel kennt')]);
  const unknown = await kanon(['anonymise', '-'], {}, JSON.stringify({ [MARK]: 1, counts: {} }));
  expect([unknown.code, unknown.err.split('\n')[0]]).toEqual([
    1,
    'kanon: Hier steht ein Feld, das nicht vorgesehen ist. Es könnte einen Namen enthalten; deshalb wird nichts angenommen.',
  ]);
  expect(unknown.err).not.toContain(MARK);

  const report = (await kanon(['anonymise', '-'], {}, EXAMPLE_SHEET)).out;
  expect(await kanon(['anonymise', '-'], {}, report)).toMatchObject({
    code: 1,
    err: 'kanon: Das ist schon eine fertige Meldung; kanon report gibt sie ab.\n',
  });
  expect(await kanon(['tally', '-'], {}, report)).toMatchObject({ code: 1, out: '' });
  for (const path of [files.at('none.csv'), files.at('')])
    expect(await kanon(['anonymise', path])).toEqual({
      code: 1,
      out: '',
      err: 'kanon: Diese Datei lässt sich nicht lesen; bitte Namen und Rechte prüfen.\n',
    });
});
