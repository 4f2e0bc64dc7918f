/** Sums that a table brings along: found under any name, in any dimension and level, and never believed. */
import { readFileSync } from 'node:fs';
import { visibleText, codeKey } from '../../src/disclosure/table/code-text.ts';
import { crossTable, type TableRules } from '../../src/disclosure/table/cross-table.ts';
import { ownTotals } from '../../src/disclosure/table/own-totals.ts';
import { thresholdRule } from '../../src/disclosure/table/primary-rules.ts';
import { runsOf, someAddUp } from '../../src/disclosure/table/subset-sum.ts';
import type { TableRecord, UnsoundTable } from '../../src/disclosure/table/table-record.ts';
import { isNamedLikeTotal } from '../../src/disclosure/table/total-words.ts';
import { failure } from './failure.ts';
import { die } from './random-problem.ts';
import { withShared } from '../setup/shared.ts';
import { sharedFile, sharedRecords } from './shared-tables.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261128);
const RULES: TableRules = {
  primary: [thresholdRule(5)],
  zeros: 'published',
  attacker: 'ge1',
  objective: 'count',
};

/** `A x 3; B x 4`: codes and, last, the value; `-` is an empty code. */
const records = (text: string): TableRecord[] =>
  text.split(';').map((line) => {
    const cells = line.trim().split(/ +/);
    const codes = cells.slice(0, -1).map((code) => (code === '-' ? '' : code.replaceAll('_', ' ')));
    return { codes, value: Number(cells.at(-1)) };
  });
const flat = (count: number): string[][] => Array.from({ length: count }, (_, at) => [`d${at}`]);
const REGION = [['rb', 'kreis'], ['cat']];
const found = (dimensions: string[][], text: string): { sure: string[]; doubtful: string[] } => {
  const { sure, doubtful } = ownTotals(dimensions, records(text));
  return { sure: sure.map(({ code }) => code), doubtful: doubtful.map(({ code }) => code) };
};

const fault = (work: () => unknown): UnsoundTable => failure(work) as UnsoundTable;

describe('a sum among the records is found', () => {
  test.each<[string, string[][], string, string[]]>([
    ['under a usual word', flat(1), 'A 3; B 20; C 30; Insgesamt 53', ['Insgesamt']],
    ['under a usual word though its figure is another', flat(1), 'A 3; B 20; C 30; Summe 54', ['Summe']],
    ['under no usual word', flat(1), 'A 3; B 20; C 30; Kreisgebiet 53', ['Kreisgebiet']],
    ['where it stands first', flat(1), 'Kreisgebiet 53; A 3; B 20; C 30', ['Kreisgebiet']],
    ['in the first of two dimensions', flat(2), 'A a 3; A b 21; B a 40; B b 50; X a 43; X b 71', ['X']],
    ['in the last of two', flat(2), 'A a 3; A b 21; A X 24; B a 40; B b 50; B X 90', ['X']],
    ['in the middle of three', flat(3), 'A a x 3; A b x 21; A X x 24; A a y 9; A b y 17; A X y 26; B a x 40; B b x 8; B X x 48', ['X']],
    ['in two dimensions at once', flat(2), 'A a 3; A b 21; A X 24; B a 40; B b 50; B X 90; Y a 43; Y b 71; Y X 114', ['Y', 'X']],
    ['as two margins without the grand total', flat(2), 'A a 3; A b 21; A X 24; B a 40; B b 50; B X 90; Y a 43; Y b 71', ['Y', 'X']],
    ['as the grand total alone', flat(2), 'A a 13; A b 21; B a 40; B b 50; C a 44; D b 70; Y Y 238', ['Y']],
    ['given for some cross-sections only', flat(2), 'A a 3; A b 210; B a 401; B b 500; C a 700; C b 41; D a 9; D c 12; X a 1113; X b 751', ['X']],
    ['in a hierarchy, among siblings', REGION, 'R1 K1 a 3; R1 K2 a 20; R1 K3 a 30; R1 Rest a 53; R2 K4 a 9; R2 K5 a 8', ['Rest']],
    ['in a hierarchy, named by its parent', REGION, 'R1 K1 a 3; R1 K2 a 20; R1 R1 a 23; R2 K4 a 9; R2 K5 a 8', ['R1']],
    ['in a hierarchy, with a word behind', REGION, 'R1 K1 a 3; R1 K2 a 20; R1 R1_gesamt a 23; R2 K4 a 9', ['R1 gesamt']],
    ['at both levels', REGION, 'R1 K1 a 3; R1 K2 a 20; R1 Z1 a 23; R1 K1 b 8; R1 K2 b 9; R1 Z1 b 17; R2 K4 a 9; R2 K5 a 11; R2 Z2 a 20; R2 K4 b 12; R2 K5 b 7; R2 Z2 b 19; L - a 43; L - b 36', ['Z1', 'Z2', 'L']],
    ['as a subtotal of neighbours, with the total of all', flat(1), 'A 311; B 2044; Nord 2355; C 3012; D 4733; E 817; Süd 8562; Land 10917', ['Nord', 'Süd', 'Land']],
    ['as a subtotal of some that are no neighbours', flat(2), 'A a 311; A b 204; M a 355; M b 902; C a 301; C b 477; D a 217; D b 88; E a 612; E b 681', ['E']],
  ])('%s', (_, dimensions, text, codes) => {
    expect(found(dimensions, text).sure.toSorted()).toEqual(codes.toSorted());
    const given = records(text);
    expect(fault(() => crossTable(dimensions, given, RULES)).fault).toBe('ownTotal');
    // The order of the lines does not matter.
    expect(ownTotals(dimensions, given.toReversed()).sure.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  }); // prettier-ignore

  test('and named by its first record', () => {
    const given = records('A 3; B 20; Insgesamt 53; C 30');
    const { message, record, names } = fault(() => crossTable(flat(1), given, RULES));
    expect([record, names]).toEqual([2, ['Insgesamt']]);
    expect(message).not.toContain('53');
  });

  test('among contributors too', () => {
    const given = ['a', 'b', 'c'].flatMap((code, at) =>
      [3, 20, 31, 54].map((value, who) => ({ codes: [code], value: value + at * (who === 3 ? 3 : 1), contributor: `c${who}` })),
    ); // prettier-ignore
    expect(ownTotals(flat(1), given).sure.map(({ code }) => code)).toEqual(['c3']);
  });
});

describe('chance is told from sums', () => {
  test.each<[string, string[][], string, string[]]>([
    ['two parts and one figure', flat(1), 'A 3; B 20; X 23', ['X']],
    ['three small figures', flat(1), 'A 1; B 2; C 3; X 6', ['X']],
    ['a code alone', flat(2), 'A Insgesamt 3; B Insgesamt 20; C Insgesamt 31', []],
    ['zeros', flat(2), 'A a 0; A b 0; B a 0; B b 0; X a 0; X b 0', []],
    ['one code like another', flat(1), 'A 23; X 23', []],
  ])('%s', (_, dimensions, text, doubtful) => {
    expect(found(dimensions, text)).toEqual({ sure: [], doubtful });
    expect(crossTable(dimensions, records(text), RULES).doubtful.map(({ code }) => code)).toEqual(doubtful);
  });

  test('a code that is none, as its owner says, is a part like any other', () => {
    const given = records('A 3; B 20; C 30; Kreisgebiet 53');
    const { problem } = crossTable(flat(1), given, { ...RULES, notTotals: ['kreisgebiet'] });
    expect(problem.values[0]).toBe(106);
    const wrong = (): unknown => crossTable(flat(1), given, { ...RULES, notTotals: ['Kreis'] });
    expect(fault(wrong)).toMatchObject({ fault: 'unknownTotal', names: ['Kreis'] });
  });

  test('hardly ever in tables without sums', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    let refused = 0;
    for (let round = 0; round < 300; round++) {
      const [rows, columns, most] = [2 + Math.floor(random() * 12), 1 + Math.floor(random() * 6), 10 ** (1 + random() * 3)];
      const given = Array.from({ length: rows * columns }, (_, at) => ({
        codes: [`r${Math.floor(at / columns)}`, `c${at % columns}`],
        value: random() < 0.2 ? 0 : Math.floor(most * random() ** 2),
      }));
      if (ownTotals(flat(2), given).sure.length > 0) refused++;
    }
    expect(refused).toBeLessThan(9);
  }); // prettier-ignore

  test('and every sum of all is found in tables with one, wherever it stands', () => {
    const random = die(SEED + 1);
    for (let round = 0; round < 200; round++) {
      const [rows, columns] = [3 + Math.floor(random() * 10), 1 + Math.floor(random() * 5)];
      const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 5 + Math.floor(80 * random())));
      const sum = cells[0]!.map((_, column) => cells.reduce((all, row) => all + row[column]!, 0));
      const all = cells.toSpliced(Math.floor(random() * rows), 0, sum);
      const given = all.flatMap((row, r) => row.map((value, c) => ({ codes: [row === sum ? 'q' : `r${r}`, `c${c}`], value })));
      expect([round, ownTotals(flat(2), given).sure.map(({ code }) => code)]).toEqual([round, ['q']]);
    }
  }); // prettier-ignore
});

describe('sums that are told', () => {
  const dimensions = flat(2);
  const inner = 'A a 3; A b 21; B a 40; B b 50';
  test('are checked and left out, and the table is the one without them', () => {
    const told = crossTable(dimensions, records(`A zus 24; ${inner}; alle a 43; alle b 71; alle zus 114`), {
      ...RULES,
      totals: ['Alle', 'zus'],
    });
    expect(told.problem).toEqual(crossTable(dimensions, records(inner), RULES).problem);
  });

  test.each([
    ['a wrong margin', 'A zus 25', 4],
    ['a wrong grand total', 'alle zus 113', 4],
    ['a sum over nothing', 'C zus 7', 4],
  ])('%s is refused with its record', (_, line, record) => {
    const given = records(`${inner}; ${line}`);
    const names = ['alle', 'zus'].filter((name) => line.includes(name));
    const error = fault(() => crossTable(dimensions, given, { ...RULES, totals: names }));
    expect([error.fault, error.record]).toEqual(['wrongTotal', record]);
  });

  test('in hierarchies stand for all that is below, with nothing or another sum below them', () => {
    const given = 'R1 K1 a 3; R1 K2 a 20; R2 K3 a 9; R1 zus a 23; R2 zus a 9; Land - a 32';
    const told = crossTable(REGION, records(given), { ...RULES, totals: ['zus', 'Land'] });
    expect(told.problem.values[0]).toBe(32);
    const bad = records(`${given}; Land K1 a 3`);
    expect(fault(() => crossTable(REGION, bad, { ...RULES, totals: ['zus', 'Land'] }))).toMatchObject({
      fault: 'wrongTotal',
      record: 6,
    });
  }); // prettier-ignore

  test('may be called Total, and later faults are told by their place among all records', () => {
    const given = records('Total 23; A 3; B 20; A 3');
    const rules = { ...RULES, totals: ['total'] };
    expect(fault(() => crossTable(flat(1), given.slice(0, 3), RULES)).fault).toBe('reserved');
    expect(crossTable(flat(1), given.slice(0, 3), rules).problem.values).toHaveLength(3);
    const twice = fault(() => crossTable(flat(1), records('Total 26; A 3; B 20; A 3'), rules));
    expect([twice.fault, twice.record]).toEqual(['duplicate', 3]);
  });
});

test.each([
  ['Insgesamt', true],
  ['INSGESAMT', true],
  [' gesamt ', true],
  ['Gesamtergebnis', true],
  ['R1 gesamt', true],
  ['Summe R1', true],
  ['alle', true],
  ['All', true],
  ['Σ', true],
  ['_T', true],
  ['i\u00adnsgesamt', true],
  ['Gesamtschule', false],
  ['Allee', false],
  ['alle Berufe', false],
  ['Sonstige', false],
])('%s is named like a sum: %s', (code, isNamed) => {
  expect(isNamedLikeTotal(code)).toBe(isNamed);
});

describe('codes as people read them', () => {
  test.each([
    ['Nord', 'nord '],
    ['Süd', 'Su\u0308d'],
    ['a\u200bb', 'ab'],
    ['K\u2011 1', 'K- 1'],
    ["'-18", '-18'],
    ['ＡＢ', 'ab'],
    ['Straße', 'STRASSE'],
    ['a\u3164', 'a'],
    ['x\u202ey', 'xy'],
  ])('%j and %j are one', (one, other) => {
    expect(codeKey(one)).toBe(codeKey(other));
  });
  test('and what is shown of a text is shown of that again', () => {
    for (const text of ['a \u200b b', ' \u202e x\t\ty ', 'e\u034f\u0301', 'n\u00a0 m'])
      expect(visibleText(visibleText(text))).toBe(visibleText(text));
  });
  test('but leading zeros count', () => {
    expect(codeKey('05111')).not.toBe(codeKey('5111'));
  });
});

test('a subset that adds up is found, and the search ends where its budget does', () => {
  const lists = (...all: number[][]): Float64Array[] => all.map((one) => Float64Array.from(one));
  const [target] = lists([11, 7]);
  expect(someAddUp(target!, lists([4, 1], [2, 2], [7, 6], [3, 3]), { left: 1000 })).toBe(true);
  expect(someAddUp(target!, lists([4, 1], [2, 2], [7, 5], [3, 3]), { left: 1000 })).toBe(false);
  expect(someAddUp(target!, lists([11, 7], [1, 1]), { left: 1000 })).toBe(false);
  expect(someAddUp(target!, lists([4, 1], [7, 6]), { left: 3 })).toBe(false);
  expect(runsOf([1, 2, 3, 4, 5], 9)).toEqual([[1, 4], [3, 5]]); // prettier-ignore
});

for (const file of ['s1_kreis53x7', 's2_gem396x7', 's3_gem396x7x4', 's4_school5000x7', 's6_kreis53x7x4x6']) {
  const depth = { s1: 2, s2: 3, s3: 3, s4: 4, s6: 2 }[file.slice(0, 2)]!;
  withShared(`sdc/${file}.csv`)(`${file} has no sums of its own, and is looked through in seconds`, () => {
    const { dimensions, records: given } = sharedRecords(`sdc/${file}.csv`, depth);
    const from = process.cpuUsage();
    const { sure, doubtful } = ownTotals(dimensions, given);
    const { user } = process.cpuUsage(from);
    console.log(file, given.length, 'records', doubtful.length, 'doubtful', Math.round(user / 1e3), 'ms');
    expect(sure).toEqual([]);
    expect(user / 1e6).toBeLessThan(15);
  });
}

for (const [file, dimensions] of [
  ['s4-own-totals', [['kreis']]],
  ['s4b-own-totals-2d', [['kreis'], ['art']]],
  ['s4c-total-lower', [['kreis']]],
  ['s4h-pivot-gesamtergebnis', [['kreis']]],
] as const)
  withShared(`findings/cases/${file}.csv`)(`${file} is refused`, () => {
    const [, ...lines] = readFileSync(sharedFile(`findings/cases/${file}.csv`), 'utf8')
      .trim()
      .split('\n');
    const given = lines.map((line) => {
      const cells = line.split(/[;,]/);
      return { codes: cells.slice(0, -1), value: Number(cells.at(-1)) };
    });
    const { fault: code } = fault(() => crossTable(dimensions, given, RULES));
    expect(['ownTotal', 'reserved']).toContain(code);
  });
