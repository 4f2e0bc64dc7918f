/** The tally sheet: exact against brute force, and silent about every child. */
import fc from 'fast-check';
import { anonymise } from '../../src/rules/anonymise.ts';
import { readStrokes, STROKES_BYTES, STROKES_MAX } from '../../src/rules/read-strokes.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { BUT_COUNSELLING_1, codesOf, type Scheme } from '../../src/rules/scheme.ts';
import { countStrokes, type Stroke } from '../../src/rules/strokes.ts';
import { bytes, schemeOf } from './examples.ts';

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
  const scheme = schemeOf(benefits);
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
          new Set(strokes.filter(({ benefit }) => some.includes(benefit)).map(({ child }) => child)).size;
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
    const { distinct = [] } = countStrokes([], schemeOf(3), 1);
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
    expect(
      strokesIn('Kind;Leistung\n"K;1";MITTAG\n"K ""2""";"MITTAG"\nK3\tMITTAG').map(({ child }) => child),
    ).toEqual(['K;1', 'K "2"', 'K3']);
  });

  test('takes spellings that look the same for one child, and others for two', () => {
    const one = ['Kö 1', 'Ko\u0308 1', ' Kö  1', '"Kö 1"', 'Kö\u00a01', 'K\u200bö 1', 'Kö 1\u0007'];
    const count = (children: string[]) =>
      countStrokes(strokesIn(children.map((child) => `${child},MITTAG`).join('\n')), BUT_COUNSELLING_1, 1)
        .counts['MITTAG'];
    expect(count(one)).toEqual({ pupils: 1, consultations: one.length });
    expect(count(['k1', 'K1', 'K 1'])).toEqual({ pupils: 3, consultations: 3 });
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
    ];
    expect(faultsIn(['K1,MITTAG', '', ...lines].join('\n'))).toEqual([
      '3 two-cells',
      '4 two-cells',
      '5 no-child',
      '6 no-child',
      '7 unknown-benefit',
      '8 unknown-benefit',
      '9 long-child',
      '10 two-cells',
    ]);
    expect(faultsIn('K1,MITTAG\nchild,benefit')).toEqual(['2 unknown-benefit']);
  });

  test('says nothing was asked only with a header; an empty file is a mistake', () => {
    expect(strokesIn('child,benefit\n')).toEqual([]);
    for (const text of ['', '\n\n', '# nur ein Kommentar\n']) expect(faultsIn(text)).toEqual(['0 empty']);
  });

  test('is refused as a whole where it is too large or not UTF-8', () => {
    expect(faultsIn('K,MITTAG\n'.repeat(STROKES_MAX + 1))).toEqual(['0 too-large']);
    expect(strokesIn('K,MITTAG\n'.repeat(STROKES_MAX))).toHaveLength(STROKES_MAX);
    const found = readStrokes(new Uint8Array(STROKES_BYTES + 1).fill(0x20), BUT_COUNSELLING_1);
    expect(found).toMatchObject({ faults: [{ cause: 'too-large' }] });
    expect(readStrokes(Uint8Array.of(0x4b, 0xff), BUT_COUNSELLING_1)).toMatchObject({
      faults: [{ cause: 'not-utf-8' }],
    });
  });

  test('is read in one pass, however long a line', () => {
    const begin = performance.now();
    for (const piece of [' ', 'a', '"', '""', '" ', ' "'])
      expect(faultsIn(`K ${piece.repeat(STROKES_BYTES / 4)}x`)).toEqual(['1 two-cells']);
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
