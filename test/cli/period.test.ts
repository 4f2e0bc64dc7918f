/** `kanon period` and `kanon period list`, as processes of their own beside the database of a service. */
import { startApp, type TestApp } from '../setup/app.ts';
import { kanon } from './run-kanon.ts';

describe('kanon period', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startApp();
  });
  afterAll(() => service.close());

  const env = () => ({ DATABASE_URL: service.database.serviceUrl, KANON_DATA: service.settings.data });
  const period = (...args: string[]) => kanon(['period', ...args], env());

  test('list says where there is none yet', async () => {
    expect(await period('list')).toEqual({ code: 0, err: '', out: 'Es gibt noch keinen Zeitraum.\n' });
    expect((await period('list', '--lang', 'en')).out).toBe('There is no period yet.\n');
  });

  test('opens periods, and list shows each with its days and where it stands, newest first', async () => {
    for (const [key, opens, closes] of [
      ['2026-Q3', '2026-07-01', '2026-08-12'],
      ['2026-Q4', '2026-10-01', '2999-01-01'],
      ['2027-Q1', '2999-01-01', '2999-05-12'],
    ] as const)
      expect((await period(key, '--opens', opens, '--closes', closes)).code).toBe(0);

    const { code, out, err } = await period('list');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual([
      ['Zeitraum', 'Stand', 'von', 'bis'],
      ['2027-Q1', 'noch nicht offen', '2999-01-01', '2999-05-12'],
      ['2026-Q4', 'offen', '2026-10-01', '2999-01-01'],
      ['2026-Q3', 'vorbei', '2026-07-01', '2026-08-12'],
      [''],
    ]);
    const english = await period('list', '--lang', 'en');
    expect(english.out).toMatch(/^Period {3}State {2,}From/);
    expect(english.out).toMatch(/^2027-Q1 {2}upcoming/m);
    const listed = JSON.parse((await period('list', '--json')).out);
    expect(listed.map(({ key, state }: any) => [key, state])).toEqual([
      ['2027-Q1', 'upcoming'],
      ['2026-Q4', 'open'],
      ['2026-Q3', 'over'],
    ]);
  });

  test('takes no days for a list, and no list for a period', async () => {
    expect((await period('list', '--opens', '2024-01-01')).code).toBe(2);
    expect((await period('2024-Q3', '--json')).code).toBe(2);
  });
});
