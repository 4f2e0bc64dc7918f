/** The tally sheet: exact against brute force, and silent about every child. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { anonymise } from '../../src/rules/anonymise.ts';
import { readStrokes, STROKES_BYTES, STROKES_MAX } from '../../src/rules/read-strokes.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { codesOf, type Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { countStrokes, type Stroke } from '../../src/rules/strokes.ts';
import { describeWithShared } from '../setup/shared.ts';
import { bytes, smallScheme } from './examples.ts';

const CODES = codesOf(BUT_COUNSELLING_1);
const read = (text: string, scheme: Scheme = BUT_COUNSELLING_1) => readStrokes(bytes(text), scheme);
const strokesIn = (text: string): readonly Stroke[] => {
  const found = read(text);
  if ('faults' in found) throw new Error(`faults in lines ${found.faults.map(({ line }) => line).join()}`);
  return found.strokes;
};
/** `line cause` of each fault. */
const faultsIn = (text: string): string[] => {
  const found = read(text);
  return 'faults' in found ? found.faults.map(({ line, cause }) => `${line} ${cause}`) : [];
};

/** Sheets of up to seven benefits, with few children so that unions overlap. */
const sheets = fc.integer({ min: 1, max: 7 }).chain((benefits) => {
  const scheme = smallScheme(benefits);
  const stroke = fc.record({
    child: fc.constantFrom('a', 'b', 'A', 'ab', '__proto__', 'constructor', '7', ''),
    benefit: fc.constantFrom(...codesOf(scheme)),
  });
  return fc.record({ scheme: fc.constant(scheme), strokes: fc.array(stroke, { maxLength: 40 }) });
});

describe('counts from strokes', () => {
  test('are those of brute force, for every benefit and every union of two or more', () => {
    fc.assert(
      fc.property(sheets, ({ scheme, strokes }) => {
        const codes = codesOf(scheme);
        const { counts, distinct = [] } = countStrokes(strokes, scheme, 1);
        const behind = (some: readonly string[]) =>
          new Set(
            strokes.filter(({ benefit }) => some.includes(benefit)).map(({ child }) => child.toLowerCase()),
          ).size;
        expect(Object.keys(counts)).toEqual(codes);
        for (const code of codes)
          expect(counts[code]).toEqual({
            pupils: behind([code]),
            consultations: strokes.filter(({ benefit }) => benefit === code).length,
          });
        for (const { benefits, pupils } of distinct) expect(pupils).toBe(behind(benefits));
        const unions = distinct.map(({ benefits }) => benefits.join());
        expect(new Set(unions).size).toBe(2 ** codes.length - codes.length - 1);
        expect(distinct.every(({ benefits }) => benefits.length > 1)).toBe(true);
      }),
    );
  });

  test('fit together for the anonymiser, and leave it no union to ask for', () => {
    fc.assert(
      fc.property(sheets, ({ scheme, strokes }) => {
        expect(anonymise(countStrokes(strokes, scheme, 1), scheme, POLICY_1).wouldHelp).toEqual([]);
      }),
    );
  });

  test('do not depend on the order of strokes or on how children are called', () => {
    fc.assert(
      fc.property(sheets, fc.infiniteStream(fc.nat()), ({ scheme, strokes }, chance) => {
        const other = strokes
          .map(({ child, benefit }) => ({
            at: chance.next().value as number,
            child: `kind ${child}`,
            benefit,
          }))
          .sort((a, b) => a.at - b.at);
        expect(countStrokes(other, scheme, 1)).toEqual(countStrokes(strokes, scheme, 1));
      }),
    );
  });

  test('name unions by size and in scheme order', () => {
    const { distinct = [] } = countStrokes([], smallScheme(3), 1);
    const [a, b, c] = CODES;
    expect(distinct.map(({ benefits }) => benefits)).toEqual([
      [a, b],
      [a, c],
      [b, c],
      [a, b, c],
    ]);
  });

  test('know no benefit outside the scheme', () => {
    expect(() => countStrokes([{ child: 'Geheim', benefit: 'TAXI' }], BUT_COUNSELLING_1, 1)).toThrow(
      /^the scheme has no such benefit$/,
    );
  });
});

/** How many children stand behind these pseudonyms, and the lines of those that were told, from 1. */
const told = (children: readonly string[]): { pupils: number; notes: string[] } => {
  const quoted = children.map((child) => `"${child.replaceAll('"', '""')}",MITTAG`).join('\n');
  const found = read(quoted);
  if ('faults' in found) throw new Error(`faults in lines ${found.faults.map(({ line }) => line).join()}`);
  const { counts } = countStrokes(found.strokes, BUT_COUNSELLING_1, 1);
  return { pupils: counts['MITTAG']?.pupils ?? 0, notes: found.notes.map(({ de }) => de) };
};

describe('one child in several spellings', () => {
  test.each([
    ['no difference on a screen', ['Kö 1', 'Ko\u0308 1', ' Kö  1', 'Kö\u00a01', 'K\u200bö 1', 'Kö 1\u0007']],
    [
      'invisible characters',
      ['a1', 'a1\ufe0f', 'a1\u034f', 'a1\u115f', 'a1\u3164', 'a1\u{e0020}', '\u202aa1'],
    ],
  ])('counts once and needs no word: %s', (_, spellings) => {
    expect(told(spellings)).toEqual({ pupils: 1, notes: [] });
  });

  test.each([
    ['case', ['a', 'A']],
    ['kinds of dashes', ['A-1', 'A‐1', 'A‑1', 'A−1', 'A–1', 'A—1']],
    ['a soft hyphen as a dash', ['A-1', 'A–1', 'A_1']],
    ['kinds of apostrophes', ["K'1", 'K’1', 'K‘1', 'K`1', 'K´1']],
    ['width', ['K1', 'Ｋ１', 'K１']],
    ['leading zeros', ['1', '01', '001', '1.0', 'Kind 1', 'Kind 01', 'kind: 1', 'Nr. 1', 'Kind Nr. 1']],
    ['zeros behind a letter', ['K1', 'K01', 'k-01', 'K 1', 'K.1']],
    ['a decimal comma', ['7', '7,0', '7.00']],
    ['sharp s', ['Strauß', 'STRAUSS', 'strauss']],
    ['signs between two numbers', ['3-1', '3/1', '3 1', '3.1', '3–1', '03-01']],
    ['several differences at once', ['Amsel-1', 'amsel 01', 'AMSEL1', 'Kind Amsel–1']],
  ])('counts once, and its lines are told: %s', (_, spellings) => {
    const lines = spellings.map((__, n) => String(n + 1));
    const named = `${lines.slice(0, -1).join(', ')} und ${lines.at(-1)}`;
    expect(told(spellings)).toEqual({
      pupils: 1,
      notes: [
        `Zeilen ${named} sehen nach einem Kind aus; gezählt als eines. Sind es mehrere, bitte Kürzel wählen, die sich deutlicher unterscheiden.`,
      ],
    });
  });

  test('a soft hyphen makes no difference, drawn or not', () => {
    expect(told(['A-1', 'A\u00ad1']).pupils).toBe(1);
    expect(told(['Amsel', 'Am\u00adsel']).pupils).toBe(1);
  });

  test.each([
    [['1', '2', '10', '11', '1-1', '100']],
    [['a', 'b', 'ab', 'ä', 'ae']],
    [['🦊', '🐻', '★', '☆', '+', '-']],
    [['Kind', 'Kinder', 'Kindermann', 'Mann', 'Kind 1']],
    [['A+', 'A*', 'A']],
    [['Nora', 'ra', 'No']],
    [['__proto__', 'constructor', '0']],
  ])('and others stay several: %j', (children) => {
    expect(told(children)).toEqual({ pupils: children.length, notes: [] });
  });

  test('is named by the first line of each spelling, and no line says the pseudonym', () => {
    const found = read('child,benefit\nZqx1,MITTAG\nZqx1,MITTAG\nZqx2,MITTAG\nzqx01,MITTAG\nZQX 2,MITTAG\n');
    expect(found).toMatchObject({
      notes: [
        { en: expect.stringMatching(/^Lines 2 and 5 look like one child; counted as one\./) },
        { en: expect.stringMatching(/^Lines 4 and 6 look like one child/) },
      ],
    });
    expect(JSON.stringify('notes' in found && [found.notes, found.read])).not.toMatch(/zqx/i);
  });

  test('of very many children the first twenty are told, the others counted', () => {
    const many = Array.from({ length: 30 }, (_, n) => [`x${n + 1}`, `X${n + 1}`]).flat();
    const { pupils, notes } = told(many);
    expect([pupils, notes.length, notes.at(-1)]).toEqual([30, 21, 'Bei 10 weiteren Kindern ist das ebenso.']);
  });

  test('never makes k of fewer than k: whatever the spelling, as many children as there are keys, or fewer', () => {
    const spelling = fc.constantFrom<(name: string) => string>(
      (name: string) => name.toUpperCase(),
      (name: string) => name.toLowerCase(),
      (name: string) => ` ${name} `,
      (name: string) => `Kind ${name}`,
      (name: string) => name.replaceAll('-', '\u2011'),
      (name: string) => name.replaceAll('-', ' '),
      (name: string) => name.replaceAll(/\d+/g, '0$&'),
      (name: string) => name.normalize('NFD'),
      (name: string) => name.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    );
    const child = fc.constantFrom('Ämsel-1', 'drossel-2', 'Fink-10', 'Star-11');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(child, fc.array(spelling, { maxLength: 3 })), { minLength: 1 }),
        (talks) => {
          const written = talks.map(([name, ways]) => ways.reduce<string>((text, way) => way(text), name));
          const unseen = written.map((text, n) => (n % 2 === 0 ? text : text.replaceAll(/./gu, '$&\u2060')));
          expect(told(unseen).pupils).toBe(new Set(talks.map(([name]) => name)).size);
        },
      ),
    );
  });
});

describe('a benefit', () => {
  const benefitsIn = (cell: string): string[] =>
    strokesIn(`Kind;Leistung\nk;"${cell}"\n`).map(({ benefit }) => benefit);

  test('is written by its code, its label in either language or a word in use, in any case', () => {
    for (const { code, label } of BUT_COUNSELLING_1.benefits)
      for (const name of [code, label.de, label.en])
        for (const spelled of [
          name,
          name.toUpperCase(),
          name.toLowerCase(),
          ` ${name}\u00a0`,
          name.normalize('NFD'),
        ])
          expect(benefitsIn(spelled)).toEqual([code]);
    for (const [name, code] of [
      ['Mittagessen', 'MITTAG'],
      ['BEFÖRDERUNG', 'BEFOERDERUNG'],
      ['Lernfoerderung', 'LERNFOERDERUNG'],
      ['Klassenfahrten', 'KLASSENFAHRT'],
      ['Schul-Bedarf', 'SCHULBEDARF'],
    ] as const)
      expect(benefitsIn(name)).toEqual([code]);
  });

  test('stands in a cell with others, and each of them is a talk', () => {
    for (const between of [', ', ' + ', '/', ';', ' & ', '|', '\n', ' und ', ' and '])
      expect(benefitsIn(`Mittagessen${between}Soziale und kulturelle Teilhabe`)).toEqual([
        'MITTAG',
        'TEILHABE',
      ]);
    expect(benefitsIn('MITTAG, TEILHABE und Lernförderung,')).toEqual([
      'MITTAG',
      'TEILHABE',
      'LERNFOERDERUNG',
    ]);
    expect(faultsIn('k;MITTAG + TAXI')).toEqual(['1 unknown-benefit']);
  });

  test('that is nearly one is told which', () => {
    const said = (cell: string): string | undefined => {
      const found = read(`Kind;Leistung\nk;${cell}\n`);
      return 'faults' in found ? found.faults[0]?.reason.de : undefined;
    };
    for (const [cell, code] of [
      ['Mitag', 'MITTAG'],
      ['Lernförderng', 'LERNFOERDERUNG'],
      ['Klassenf', 'KLASSENFAHRT'],
      ['Teilhaben', 'TEILHABE'],
    ] as const)
      expect(said(cell)).toBe(`Diese Leistung gibt es im Schema nicht. Gemeint ist vielleicht ${code}.`);
    for (const cell of ['Taxi', 'Schul', 'x', ''])
      expect(said(cell)).toBe('Diese Leistung gibt es im Schema nicht.');
  });
});

const CASES = {
  't1-sep': 2,
  't2-labels': 4,
  't3-near-twins': 1,
  't3b-invisible': 1,
  't3e-hyphens': 1,
  't4b-trailing-empty': 1,
};
describeWithShared(
  Object.keys(CASES).map((name) => `findings/cases/${name}.csv`),
  'sheets that others stumbled over',
  (files) => {
    test.each(Object.values(CASES).map((children, n) => [files[n]!, children] as const))(
      '%s is read, with so many children: %i',
      (file, children) => {
        const found = readStrokes(readFileSync(file), BUT_COUNSELLING_1);
        if ('faults' in found) throw new Error(JSON.stringify(found.faults));
        const { distinct = [] } = countStrokes(found.strokes, BUT_COUNSELLING_1, 1);
        expect(distinct.at(-1)?.pupils).toBe(children);
      },
    );
  },
);

describe('a file of strokes', () => {
  test('is one stroke a line; header, blank lines and comments are left out', () => {
    const text =
      '\ufeff# Herbst\nchild,benefit\r\n\r\n K1 , MITTAG \n  # K2,MITTAG\nK2,teilhabe\rK1,MITTAG\n';
    expect(strokesIn(text)).toEqual([
      { child: 'K1', benefit: 'MITTAG' },
      { child: 'K2', benefit: 'TEILHABE' },
      { child: 'K1', benefit: 'MITTAG' },
    ]);
  });

  test('may come from a spreadsheet: semicolon or tab, and quotes', () => {
    const children = (text: string): string[] => strokesIn(text).map(({ child }) => child);
    expect(children('Kind;Leistung\n"K;1";MITTAG\n"K ""2""";"MITTAG"')).toEqual(['K;1', 'K "2"']);
    expect(children('K1\tMITTAG\nK2\tMITTAG')).toEqual(['K1', 'K2']);
    expect(children('"K,1";MITTAG\n"K,2";MITTAG')).toEqual(['K,1', 'K,2']);
    expect(children('sep=;\r\nKind;Leistung\r\nk1;MITTAG\r\n')).toEqual(['k1']);
    expect(children('Kind;Leistung;\r\nk1;MITTAG;\r\n;;\r\n')).toEqual(['k1']);
    expect(children('sep=;\nk1;MITTAG\n')).toEqual(['k1']);
  });

  test('may have other columns, in any order, and says which were not read, by their place', () => {
    const found = read('Datum;Leistung;Zqx;Kürzel\n1.9.;MITTAG;Zqx;k1\n2.9.;TEILHABE;;k2\n');
    expect(found).toMatchObject({
      strokes: [
        { child: 'k1', benefit: 'MITTAG' },
        { child: 'k2', benefit: 'TEILHABE' },
      ],
      notes: [{ de: 'Nicht gelesen wurden die Spalten 1, 3.', en: 'Columns 1, 3 were not read.' }],
    });
    expect(JSON.stringify(found)).not.toContain('Zqx');
  });

  test('may have a title above its header, but no stroke', () => {
    expect(read('Strichliste Herbst\n\nKind;Leistung\nk1;MITTAG\n')).toMatchObject({
      strokes: [{ child: 'k1' }],
      notes: [{ de: 'Über der Kopfzeile übergangen: Zeile 1.' }],
      read: { de: 'Gelesen: 1 Strich in 1 Zeile.', en: 'Read: 1 stroke in 1 line.' },
    });
    expect(faultsIn('k1;MITTAG\nKind;Leistung\nk2;MITTAG\n')).toEqual(['2 unknown-benefit']);
  });

  test('may be saved in Windows-1252, and says so', () => {
    const file = Uint8Array.from(Buffer.from('Kind;Leistung\nJörg;Lernförderung\n', 'latin1'));
    expect(readStrokes(file, BUT_COUNSELLING_1)).toMatchObject({
      strokes: [{ child: 'Jörg', benefit: 'LERNFOERDERUNG' }],
      notes: [{ en: 'The file is saved in Windows-1252, not in UTF-8; it was read as such.' }],
    });
  });

  test('names every faulty line by its number', () => {
    const lines = [
      'K1',
      'K1,MITTAG,heute',
      ',MITTAG',
      '"",MITTAG',
      'K1,',
      'K1,TAXI',
      `${'x'.repeat(65)},MITTAG`,
      'a"b,MITTAG',
      'MITTAG,K1',
      'K1,MITAG',
    ];
    expect(faultsIn(['K1,MITTAG', '', ...lines].join('\n'))).toEqual([
      '3 two-cells',
      '4 two-cells',
      '5 no-child',
      '6 no-child',
      '7 unknown-benefit',
      '8 unknown-benefit',
      '9 long-child',
      '10 quotes',
      '11 swapped',
      '12 near-benefit',
    ]);
    expect(faultsIn('K1,MITTAG\nchild,benefit')).toEqual(['2 unknown-benefit']);
    expect(faultsIn('Kind;Datum\nk1;MITTAG\n')).toEqual(['1 header']);
    expect(faultsIn('Kind;Leistung;leistung\nk1;MITTAG;MITTAG\n')).toEqual(['1 column-twice']);
    expect(faultsIn('Kind;Leistung\nk1;MITTAG;TEILHABE\nk2\n')).toEqual(['2 cells', '3 cells-few']);
  });

  test('says nothing was asked only with a header; an empty file is a mistake', () => {
    expect(strokesIn('child,benefit\n')).toEqual([]);
    for (const text of ['', '\n\n', '# nur ein Kommentar\n']) expect(faultsIn(text)).toEqual(['0 empty']);
  });

  test('is refused as a whole where it is too large or no text', () => {
    expect(faultsIn('K,MITTAG\n'.repeat(STROKES_MAX + 1))).toEqual(['0 too-large']);
    expect(strokesIn('K,MITTAG\n'.repeat(STROKES_MAX))).toHaveLength(STROKES_MAX);
    const found = readStrokes(new Uint8Array(STROKES_BYTES + 1).fill(0x20), BUT_COUNSELLING_1);
    expect(found).toMatchObject({ faults: [{ cause: 'too-large' }] });
    expect(readStrokes(Uint8Array.of(0x4b, 0xff), BUT_COUNSELLING_1)).toMatchObject({
      faults: [{ line: 1, cause: 'encoding' }],
    });
    const workbook = Uint8Array.from(Buffer.from('PK\u0003\u0004 Zqx', 'latin1'));
    expect(readStrokes(workbook, BUT_COUNSELLING_1)).toMatchObject({ faults: [{ cause: 'workbook' }] });
  });

  test('is read in one pass, however long a line', () => {
    const begin = performance.now();
    for (const piece of [' ', 'a', '"', '""', '" ', ' "'])
      expect(faultsIn(`K ${piece.repeat(STROKES_BYTES / 4)}x`)).toEqual([
        piece.includes('"') ? '1 quotes' : '1 two-cells',
      ]);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test('repeats nothing of a line, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (cells) => {
        const marked = cells.map((cell) => `Zqx${cell}`);
        const found = read(marked.join(','));
        if ('faults' in found) expect(JSON.stringify(found)).not.toContain('Zqx');
      }),
    );
  });
});
