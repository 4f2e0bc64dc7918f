/** Bodies that mean ill, or mean well and are broken: a valid report, bent in a way that the seed decides. */
import { seeded } from '../../src/demo/simulation.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';

export interface Hostile {
  /** The way it was bent, for the message of a failing test. */
  readonly way: string;
  readonly bytes: Buffer;
}

/** A report as plain data, so that anything may stand anywhere in it. */
type Plain = Record<string, unknown> & { cells: Record<string, unknown>[] };

class Die {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = seeded(seed);
  }
  /** 0 to below - 1. */
  roll(below: number): number {
    return Math.floor(this.next() * below);
  }
  of<T>(choices: readonly T[]): T {
    return choices[this.roll(choices.length)]!;
  }
  shuffled<T>(all: readonly T[]): T[] {
    return all
      .map((each) => [this.next(), each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each);
  }
}

/** A report that passes every rule: singles, perhaps one large pool, the rest none or withheld. */
function validReport(die: Die): Plain {
  const codes = die.shuffled(codesOf(BUT_COUNSELLING_1));
  const cells = codes.splice(0, 1 + die.roll(3)).map((code) => cellOf(die, [code], 5 + die.roll(300)));
  if (die.roll(2) === 0) cells.push(cellOf(die, codes.splice(0, 2), 9 + die.roll(300)));
  const none = codes.splice(0, die.roll(codes.length + 1));
  return { scheme: 'but-counselling/1', policy: 1, cells, none, withheld: codes };
}

const cellOf = (die: Die, benefits: string[], pupils: number): Record<string, unknown> => ({
  benefits,
  pupils,
  consultations: pupils * (1 + die.roll(40)),
});

/** Values of every type, most of them large enough to be told again if somebody repeats them. */
const STRANGE = [
  null,
  true,
  false,
  '',
  'Erika Mustermann',
  '7',
  '12345',
  [],
  {},
  [[]],
  [null],
  { pupils: 31415 },
  ['AUSFLUG', 'AUSFLUG'],
  -1,
  -48213,
  0,
  1,
  3,
  4,
  5,
  6,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  9_999_999,
  10_000_000,
  2 ** 53,
  1e21,
  1.5,
  0.1,
  -0.5,
  83422.75,
  'AUSFLUG',
  'ausflug',
  'KEVIN',
  'A'.repeat(32),
  'A'.repeat(33),
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
  '\ufeff',
  '💩',
  'ﷺ',
  '\u202eabc',
] as const;
const NUMERALS = [
  '1e2',
  '1E+2',
  '12.0',
  '12.5',
  '-0',
  '-12345',
  '0012',
  '+12',
  '0x1F',
  '1_000',
  '.5',
  '5.',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '99999999999999999999999',
  '9007199254740993',
  '12345678901',
  '4.9999999999999999',
  '١٢',
  '１２',
  '12n',
  '"12"',
];
const NAMES = [
  'name',
  'Erika Mustermann',
  '__proto__',
  'constructor',
  'toString',
  'total',
  'Pupils',
  'pupils ',
  'cells',
  'policy',
  '',
  'n'.repeat(3000),
  '\ud800',
  'k\u0000',
];

type Bend = (die: Die, report: Plain) => string | Buffer;
const text = JSON.stringify;
const aCell = (die: Die, { cells }: Plain): Record<string, unknown> => die.of(cells);

/** Some name, and what it does to a report on its way to bytes. */
const WAYS: Readonly<Record<string, Bend>> = {
  'left as it is': (_, report) => text(report),
  'spaced out': (_, report) => text(report, null, 4),
  'spelled in escapes': (_, report) => text(report).replaceAll('A', '\\u0041'),
  'another type for a field': (die, report) =>
    text({ ...report, [die.of(Object.keys(report))]: die.of(STRANGE) }),
  'another type in a cell': (die, report) => {
    aCell(die, report)[die.of(['benefits', 'pupils', 'consultations'])] = die.of(STRANGE);
    return text(report);
  },
  'another type for a cell': (die, report) => {
    report.cells[die.roll(report.cells.length)] = die.of(STRANGE) as never;
    return text(report);
  },
  'another type for the whole': (die) => text(die.of(STRANGE)),
  'a number around k': (die, report) => {
    aCell(die, report)['pupils'] = die.of([3, 4, 5, 6]);
    return text(report);
  },
  'a pool around the number that gives it away': (die, report) => {
    const members = 2 + die.roll(3);
    const codes = codesOf(BUT_COUNSELLING_1);
    report.cells = [cellOf(die, codes.splice(0, members), 4 * (members - 1) + die.roll(6))];
    return text({ ...report, none: codes, withheld: [] });
  },
  'consultations around pupils': (die, report) => {
    const cell = aCell(die, report);
    cell['consultations'] = Number(cell['pupils']) + die.of([-1, 0, 1]);
    return text(report);
  },
  'a numeral of another kind': (die, report) => {
    aCell(die, report)[die.of(['pupils', 'consultations'])] = 'HERE';
    return text(report).replace('"HERE"', die.of(NUMERALS));
  },
  'a field left out': (die, report) => {
    const from = die.of([report, aCell(die, report)]);
    Reflect.deleteProperty(from, die.of(Object.keys(from)));
    return text(report);
  },
  'a field too many': (die, report) => {
    const into = die.of([report, aCell(die, report)]);
    return text(report).replace(
      text(into),
      text(into).replace('{', `{${text(die.of(NAMES))}:${text(die.of(STRANGE))},`),
    );
  },
  'a field twice': (die, report) => {
    const into = die.of([report, aCell(die, report)]);
    const name = die.of(Object.keys(into));
    return text(report).replace(
      text(into),
      text(into).replace('{', `{"${name}":${text(die.of([into[name], ...STRANGE]))},`),
    );
  },
  'a field twice, once in escapes': (die, report) =>
    text(report).replace('"policy"', `"\\u0070olicy":${die.roll(90_000)},"policy"`),
  'a benefit twice, missing or unknown': (die, report) => {
    const lists = [report['none'], report['withheld'], aCell(die, report)['benefits']] as string[][];
    const list = die.of(lists);
    list.splice(
      0,
      die.roll(2),
      ...die.of([
        [],
        ['AUSFLUG'],
        ['KEVIN'],
        ['MITTAG', 'MITTAG'],
        ['AUSFLUG+MITTAG'],
        ['A_1'],
        ['X'.repeat(32)],
      ]),
    );
    return text(report);
  },
  'a list of ten thousand': (die, report) =>
    text({
      ...report,
      [die.of(['cells', 'none', 'withheld'])]: Array(10_000).fill(die.of([die.roll(90_000), 'A', {}])),
    }),
  'a list of 257 codes': (die, report) =>
    text({
      ...report,
      [die.of(['none', 'withheld'])]: Array.from({ length: 250 + die.roll(10) }, (_, i) => `CODE_${i}`),
    }),
  'a long string': (die, report) =>
    text({ ...report, [die.of(['scheme', 'none', 'remark'])]: 'Erika '.repeat(10 ** (1 + die.roll(5)) / 5) }),
  deep: (die, report) => {
    const levels = die.of([7, 8, 9, 50, 5000]);
    return text(report).replace('"policy":1', `"policy":${'['.repeat(levels)}48213${']'.repeat(levels)}`);
  },
  'deep objects': (die) => `${'{"cells":'.repeat(die.of([7, 9, 4000]))}48213`,
  'an escape of its own': (die, report) =>
    text(report).replace(
      'LERN',
      die.of(['\\u0000', '\\ud800', '\\udc00x', '\\x41', '\\u12', '\\ud83d\\ude00', '\\']),
    ),
  'a control character': (die, report) =>
    text(report).replace('AUS', `AUS${String.fromCharCode(die.roll(32))}`),
  'cut off': (die, report) => text(report).slice(0, die.roll(text(report).length)),
  'with more behind it': (die, report) =>
    text(report) + die.of([' ', '\n', 'x', '{}', ',', '\u0000', ' 48213', text(report)]),
  'with more before it': (die, report) =>
    die.of([' ', '\n', '\ufeff', ")]}',\n", '\u0000', '48213 ', '/* Erika */']) + text(report),
  'UTF-16': (die, report) =>
    Buffer.concat([Buffer.from(die.of(['', '\ufeff']), 'utf16le'), Buffer.from(text(report), 'utf16le')]),
  'latin-1': (_, report) => Buffer.from(text({ ...report, scheme: 'Jérôme-Müller' }), 'latin1'),
  'one bit over': (die, report) => {
    const bytes = Buffer.from(text(report));
    bytes[die.roll(bytes.length)]! ^= 1 << die.roll(8);
    return bytes;
  },
  'bytes at random within it': (die, report) => {
    const bytes = Buffer.from(text(report));
    for (let i = 0; i <= die.roll(6); i++) bytes[die.roll(bytes.length)] = die.roll(256);
    return bytes;
  },
  'not a report at all': (die) =>
    die.of([
      '',
      ' ',
      '{',
      'null',
      '[]',
      '{}',
      '""',
      '48213',
      'Erika',
      '<xml>48213</xml>',
      'a=48213&b=2',
      '{"a":48213}',
      '[48213]',
      '"Erika Mustermann"',
      "{'scheme':48213}",
      '// Erika\n{}',
      'undefined',
    ]),
};

/** So many bodies, every way in turn. */
export function hostileBodies(seed: number, count: number): Hostile[] {
  const die = new Die(seed);
  const ways = Object.entries(WAYS);
  return Array.from({ length: count }, (_, i) => {
    const [way, bend] = ways[i % ways.length]!;
    return { way, bytes: Buffer.from(bend(die, validReport(die)) as string) };
  });
}

/** A text in each place of a report where a text can stand, in turn. */
export function withText(strange: string, turn: number): Hostile {
  const die = new Die(turn);
  const report = validReport(die);
  const places: Readonly<Record<string, () => unknown>> = {
    scheme: () => ({ ...report, scheme: strange }),
    policy: () => ({ ...report, policy: strange }),
    benefit: () => ({ ...report, none: [...(report['none'] as string[]), strange] }),
    'benefit of a cell': () => ({ ...report, cells: [{ ...report.cells[0], benefits: [strange] }] }),
    pupils: () => ({ ...report, cells: [{ ...report.cells[0], pupils: strange }] }),
    'unknown field': () => ({ ...report, remark: strange }),
    'name of a field': () => ({ ...report, [strange]: 48_213 }),
    'whole body': () => strange,
  };
  const [place, body] = Object.entries(places)[turn % 8]!;
  return { way: `a naughty string as ${place}`, bytes: Buffer.from(text(body())) };
}
