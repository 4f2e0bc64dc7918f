/** `kanon report --all`: a file or a folder of reports in one request, with what was refused by line, and receipts in one file. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { furnish, OPEN_PERIOD, REPORT, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { account, kanon, PASSWORD, scratch, sheet } from './run-kanon.ts';

let service: TestApp;
let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  service = await startApp();
  await furnish(service);
  await asDemo(service);
  await account(service, 'traeger', 'provider', { schools: ['990001', '990002', '990003'] });
  files = await scratch();
});
afterAll(async () => {
  await files.delete();
  await service.close();
});

const all = (file: string, ...more: string[]) =>
  kanon(['report', '--all', file, '--account', 'traeger', '--url', service.url, '--lang', 'en', ...more], {
    KANON_PASSWORD: PASSWORD,
  });
const line = (school: string, report: object = REPORT): string =>
  `${JSON.stringify({ school, period: OPEN_PERIOD, report })}\n`;

test('a folder of tally sheets and counts is protected here, handed in at once, and again without a change', async () => {
  const folder = files.at('reports');
  await mkdir(folder);
  await writeFile(`${folder}/990001.csv`, sheet({ LERNFOERDERUNG: 7, MITTAG: 2 }));
  await writeFile(`${folder}/990002.json`, JSON.stringify(REPORT));
  const receipts = files.at('receipts.txt');
  const first = await all(folder, '--period', OPEN_PERIOD, '--receipt', receipts);
  expect(first).toMatchObject({
    code: 0,
    out: '2 reports: 2 stored, 0 unchanged, 0 only checked, 0 refused\n',
  });
  expect((await readFile(receipts, 'utf8')).trim().split('\n')).toHaveLength(2);
  expect((await all(folder, '--period', OPEN_PERIOD)).out).toBe(
    '2 reports: 0 stored, 2 unchanged, 0 only checked, 0 refused\n',
  );
  await writeFile(`${folder}/Zqx.csv`, '');
  const strange = await all(folder, '--period', OPEN_PERIOD);
  expect(strange.code).toBe(1);
  expect(strange.err).toContain('not called by a school number');
  expect(strange.err).not.toContain('Zqx');
}, 60_000);

test('of a file what is refused is told by line; with --atomic nothing is stored', async () => {
  const small = { ...REPORT, cells: [{ ...REPORT.cells[0], pupils: 4 }, REPORT.cells[1]] };
  const file = await files.file('two.ndjson', line('990003') + line('990004'));
  const wrong = await files.file('wrong.ndjson', line('990003', small));
  const refused = await all(wrong, '--atomic');
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toMatch(/Nothing was stored\.[\s\S]*\/1\/cells\/0\/pupils /);
  const partly = await all(file);
  expect(partly).toMatchObject({
    code: 1,
    out: '2 reports: 1 stored, 0 unchanged, 0 only checked, 1 refused\n',
  });
  expect(partly.err).toContain(`Line 2, school 990004, ${OPEN_PERIOD}: not-allowed`);
  const usage = await all(file, '--period', OPEN_PERIOD);
  expect([usage.code, usage.err]).toEqual([2, expect.stringContaining('--period goes with a folder')]);
}, 60_000);
