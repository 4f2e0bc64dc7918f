/** `kanon plan`: a forecast that agrees with the rehearsal of the same design, and with no other; drawn, and refused by place. */
import { readFile } from 'node:fs/promises';
import { consultationsOfPupil } from '../../src/demo/simulation.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { REGION_HEADER, regionLine, SCHOOL_HEADER, schoolLine } from '../reference/lists.ts';
import { kanon, scratch } from './run-kanon.ts';

/** Two a district, since a rehearsal reads all five. */
const CITIES = [
  ...['05111000', '05113000', '05314000', '05315000', '05512000', '05515000'],
  ...['05711000', '05762004', '05911000', '05913000'],
];
const SCHOOLS = 150;
/** A rehearsal is told the pupils, and the plan what their counts come to. */
const PUPILS = 8;
const CONSULTATIONS = (PUPILS * consultationsOfPupil(BUT_COUNSELLING_1)).toFixed(6);

let files: Awaited<ReturnType<typeof scratch>>;
let lists: string[];
beforeAll(async () => {
  files = await scratch();
  const schools = Array.from({ length: SCHOOLS }, (_, n) =>
    schoolLine(String(900_001 + n), CITIES[n % CITIES.length]!),
  );
  const text = (...lines: string[]): string => `${lines.join('\n')}\n`;
  lists = [
    await files.file('regions.csv', text(REGION_HEADER, ...CITIES.map((ags) => regionLine(ags)))),
    await files.file('schools.csv', text(SCHOOL_HEADER, ...schools)),
  ];
});
afterAll(() => files.delete());

/** Itemised, pooled, withheld; shown cells of counties and of school types: per cent. */
type Shares = readonly number[];

async function foreseen(seed: string, scheme: string, ...k: string[]): Promise<Shares[]> {
  const args = ['--consultations', CONSULTATIONS, '--seed', seed, '--scheme', scheme, '--k', ...k, '--json'];
  const { code, out, err } = await kanon(['plan', ...lists, ...args]);
  expect([code, err]).toEqual([0, '']);
  const { designs } = JSON.parse(out) as { designs: Record<string, number>[] };
  return designs.map(({ itemised, pooled, withheld, countyCellsShown, typeCellsShown }) => [
    ...[itemised!, pooled!, withheld!, countyCellsShown!, typeCellsShown!],
  ]);
}

async function rehearsed(seed: string, scheme: string): Promise<Shares> {
  const args = ['rehearse', ...lists, seed, String(PUPILS), '--scheme', scheme, '--lang', 'en'];
  const { out } = await kanon(args);
  const read = (pattern: RegExp): number[] => pattern.exec(out)!.slice(1).map(Number);
  return [
    ...read(/\((\d+) itemised, (\d+) pooled, (\d+) withheld\)/),
    ...read(/(\d+) % of county × benefit/),
    ...read(/(\d+) % of district × school type/),
  ];
}

const farthest = (one: Shares, other: Shares): number =>
  Math.max(...one.map((share, at) => Math.abs(share - other[at]!)));

test('the forecast lies within three points of the rehearsal of the same design, and those of others do not', async () => {
  const rehearsal = await rehearsed('1', 'but-counselling/1');
  const [same, other] = await foreseen('1', 'but-counselling/1', '5', '8');
  expect(farthest(same!, rehearsal)).toBeLessThanOrEqual(3);
  expect(farthest(other!, rehearsal)).toBeGreaterThan(3);
  const [grouped] = await foreseen('1', 'but-counselling/3', '5');
  expect(farthest(grouped!, rehearsal)).toBeGreaterThan(3);
}, 300_000);

test('the same seed foresees the same, in a table, and in a drawing that says it in words too', async () => {
  const svg = files.at('plan.svg');
  const args = ['plan', ...lists, '--consultations', '17,6', '--scheme', 'but-counselling/3', '--k', '5'];
  const first = await kanon([...args, '--svg', svg]);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toMatch(
    /^150 Schulen, 17,6 Beratungen je Schule und Quartal, Saat 1; alle Zahlen sind erfunden$/m,
  );
  const [, itemised] = /^but-counselling\/3 +Halbjahr +5 +(\d+) +\d+ +\d+ +\d+ +\d+$/m.exec(first.out)!;
  expect((await kanon(args)).out).toBe(first.out);
  const drawn = await readFile(svg, 'utf8');
  expect(drawn).toContain(`but-counselling/3, k = 5, einzeln ${itemised} %`);
  const { out } = await kanon([...args, '--seed', '2', '--lang', 'en', '--svg', svg]);
  expect(out).not.toBe(first.out);
  expect(await readFile(svg, 'utf8')).toContain('but-counselling/3, k = 5, itemised ');
}, 120_000);

test('wrong use and a wrong list are told, and nothing is drawn', async () => {
  const svg = files.at('none.svg');
  for (const wrong of [
    ['--consultations', '0'],
    ['--consultations', '1e3'],
    ['--consultations', '20', '--k', '2'],
    ['--consultations', '20', '--seed', '-1'],
    ['--consultations', '20', '--scheme', 'nothing/1'],
  ]) {
    const { code, out } = await kanon(['plan', ...lists, ...wrong, '--svg', svg]);
    expect([wrong, code, out]).toEqual([wrong, 2, '']);
  }
  const elsewhere = await files.file(
    'elsewhere.csv',
    `${SCHOOL_HEADER}\n${schoolLine('900001', '05999000')}\n`,
  );
  const { code, out, err } = await kanon([
    'plan',
    lists[0]!,
    elsewhere,
    '--consultations',
    '20',
    '--svg',
    svg,
  ]);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^kanon: .+\n$/);
  await expect(readFile(svg)).rejects.toThrow('ENOENT');
}, 60_000);
