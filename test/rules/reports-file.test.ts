/** Files of many reports: both forms say the same, and what cannot be read is told by line, never by content. */
import fc from 'fast-check';
import { readReports, REPORTS_BYTES, REPORTS_MAX } from '../../src/rules/reports-file.ts';
import { REPORT } from '../setup/app.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = (school: string, more: object = {}): string =>
  JSON.stringify({ school, period: '2026-Q1', report: REPORT, ...more });
const HEAD = 'school;period;scheme;policy;part;benefits;pupils;consultations';
const csv = (school: string, form = 'but-counselling/1;1'): string[] => [
  `${school};2026-Q1;${form};cell;AUSFLUG + MITTAG+TEILHABE;6;9`,
  `${school};2026-Q1;${form};cell;LERNFOERDERUNG;7;19`,
  `${school};2026-Q1;${form};none;KLASSENFAHRT;;`,
  `${school};2026-Q1;${form};withheld;SCHULBEDARF+BEFOERDERUNG;;`,
];
const faultsOf = (file: string | Uint8Array): string[] =>
  readReports(typeof file === 'string' ? bytes(file) : file).faults.map(
    ({ line: at, pointer, cause }) => `${at}${pointer} ${cause}`,
  );

test('NDJSON and CSV of the same reports are read alike, in whatever order the lines of a report stand', () => {
  const json = readReports(bytes(`${line('990001')}\r\n\n${line('990002', { confirm: '1.a-b_c' })}\n`));
  const [first, second] = [csv('990001'), csv('990002')];
  const mixed = first.flatMap((one, at) => [one, second[at]!]);
  const sheet = readReports(bytes([HEAD, ...mixed].join('\n')));
  expect([json.faults, sheet.faults]).toEqual([[], []]);
  const told = ({ school, period, report }: (typeof json.reports)[number]) => ({ school, period, report });
  expect(sheet.reports.map(told)).toEqual(json.reports.map(told));
  expect(json.reports.map(({ line: at, confirm }) => [at, confirm])).toEqual([
    [1, undefined],
    [3, '1.a-b_c'],
  ]);
  expect(sheet.reports.map(({ line: at }) => at)).toEqual([2, 3]);
});

test('German heads, Windows-1252 and sep= are understood', () => {
  const text = ['sep=;', 'Schule;Zeitraum;Schema;Schutzregel;Teil;Leistungen;Kinder;Beratungen;Prüfer', ...csv('990001').map((one) => `${one};Mü`)]; // prettier-ignore
  const { reports, faults } = readReports(Buffer.from(text.join('\r\n'), 'latin1'));
  expect([faults, reports.map(({ school }) => school)]).toEqual([[], ['990001']]);
});

test('a file that is cut off, is in another charset, or names a place twice is refused by line', () => {
  const two = `${line('990001')}\n${line('990002')}`;
  expect(faultsOf(two.slice(0, -20))).toEqual(['2/report/withheld/0 grammar']);
  expect(
    faultsOf(Buffer.concat([bytes(`${line('990001')}\n{"school":"`), Buffer.from([0xfc, 0x22])])),
  ).toEqual(['2 not-utf-8']);
  expect(faultsOf(`${two}\n${line('990001')}`)).toEqual(['3 duplicate']);
  expect(faultsOf(line('990001').replace('{', '{"school":"990002",'))).toEqual(['1 duplicate-key']);
  expect(faultsOf('')).toEqual(['0 nothing']);
  expect(faultsOf(' \n\n')).toEqual(['0 nothing']);
  expect(faultsOf(HEAD)).toEqual(['1 empty']);
  expect(faultsOf(new Uint8Array(REPORTS_BYTES + 1))).toEqual(['0 too-large']);
  expect(faultsOf(`${line('990001')}\n`.repeat(REPORTS_MAX + 1)).at(-1)).toMatch(/ duplicate$/);
});

test('what is wrong in a line is told by its place, and nothing of it is repeated', () => {
  const wrong = [
    line('99'),
    line('990001', { period: '2026-Q9' }),
    line('990001', { name: 'Zaunkönig' }),
    line('990001', { report: { ...REPORT, note: 'Zaunkönig' } }),
    line('990001', { confirm: 'Zaun könig' }),
    JSON.stringify({ school: '990001', period: '2026-Q1' }),
  ];
  const { faults } = readReports(bytes(wrong.join('\n')));
  expect(faults.map(({ line: at, pointer, cause }) => `${at}${pointer} ${cause}`)).toEqual([
    '1/school not-a-school',
    '2/period not-a-period',
    '3 unknown-field',
    '4/report unknown-field',
    '5/confirm not-a-token',
    expect.stringMatching(/^6/),
    ...Array.from({ length: faults.length - 6 }, () => expect.stringMatching(/^6/) as unknown),
  ]);
  expect(JSON.stringify(faults)).not.toMatch(/Zaun|2026-Q9/);
  const sheet = [
    '99;2026-Q1;but-counselling/1;1;cell;MITTAG;7;9',
    '990001;2026-Q1;but-counselling/1;1;total;MITTAG;7;9',
    '990001;2026-Q1;but-counselling/1;1;cell;Zaunkönig;7;9',
    '990001;2026-Q1;but-counselling/1;1;cell;MITTAG;7,5;9',
    '990001;2026-Q1;but-counselling/1;1;none;MITTAG;;4',
    '990002;2026-Q1;but-counselling/1;1;cell;MITTAG;7;9',
    '990002;2026-Q1;but-counselling/1;2;none;AUSFLUG;;',
  ];
  expect(faultsOf([HEAD, ...sheet].join('\n'))).toEqual([
    '2/school not-a-school',
    '3/part not-a-part',
    ...['3/pupils not-empty', '3/consultations not-empty'],
    '4/benefits not-a-code',
    '5/pupils not-a-count',
    '6/consultations not-empty',
    '8/scheme differs',
  ]);
});

test('whatever the bytes, reading ends without a throw, and what is read is a report once', () => {
  const sound = bytes([line('990001'), line('990002'), line('990003')].join('\n'));
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, byte, cut) => {
      const broken = cut
        ? sound.subarray(0, at)
        : Uint8Array.from(sound, (one, i) => (i === at ? byte : one));
      const { reports, faults } = readReports(broken);
      const places = reports.map(({ school, period }) => `${period} ${school}`);
      if (faults.length === 0) expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 300 },
  );
});
