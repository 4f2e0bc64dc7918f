/** Participation from the command line: the list, a change within a period, and what an account ties, as a person reads them. */
import { Reference } from '../../src/reference/reference.ts';
import { kanon, scratch } from '../cli/run-kanon.ts';
import { OPEN_PERIOD, furnish, startApp, type TestApp } from '../setup/app.ts';
import { rows } from '../collection/scene.ts';

let service: TestApp;
let files: Awaited<ReturnType<typeof scratch>>;
let env: Record<string, string>;
beforeAll(async () => {
  service = await startApp();
  await furnish(service);
  files = await scratch();
  env = {
    DATABASE_URL: service.database.serviceUrl,
    DATABASE_OWNER_URL: service.database.ownerUrl,
    KANON_DATA: service.settings.data,
  };
});
afterAll(async () => {
  await service.close();
  await files.delete();
});

test('a list is imported, tried before, and refused whole with line and column', async () => {
  const list = await files.file(
    'list.csv',
    'school;from;to;kind\n990001;01.01.2026;;FUNDED\n990002;;;VACANT\n',
  );
  const tried = await kanon(['import', 'participation', list, '--dry-run'], env);
  expect([tried.code, tried.out]).toEqual([0, expect.stringContaining('2 gelesen: 2 neu')]);
  expect(await rows(service, 'SELECT FROM participation')).toEqual([]);
  expect(await kanon(['import', 'participation', list], env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 gelesen: 2 neu, 0 geändert, 0 unverändert'),
  });
  const wrong = await files.file('wrong.csv', 'school;from;to;kind\n990001;;;besetzt\n');
  const refused = await kanon(['import', 'participation', wrong], env);
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('Zeile 2, Spalte kind: Hier wird FUNDED, OTHER, VACANT oder NONE erwartet.');
  expect(refused.err).not.toContain('besetzt');
}, 60_000);

test('a school changes within a period, says so, and what does not go is told with the way out', async () => {
  await service.app.get(Reference).putSchools(service.admin, []);
  const change = (kind: string, ...more: string[]) =>
    kanon(
      [
        'participation',
        '990003',
        '--period',
        OPEN_PERIOD,
        '--kind',
        kind,
        '--reason',
        'POST_VACANT',
        ...more,
      ],
      env,
    );
  expect(await change('VACANT')).toMatchObject({
    code: 0,
    out: `990003 steht in ${OPEN_PERIOD} jetzt als VACANT.\n`,
  });
  expect(await change('VACANT', '--lang', 'en')).toMatchObject({
    code: 0,
    out: `990003 was VACANT in ${OPEN_PERIOD} already.\n`,
  });
  await rows(
    service,
    `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = gen_random_uuid(), frozen_person = gen_random_uuid()`,
  );
  expect(await change('FUNDED')).toMatchObject({
    code: 1,
    err: 'kanon: Der Zeitraum ist abgeschlossen oder freigegeben; seine Schulen ändern sich nicht mehr.\n',
  });
}, 60_000);

test('an account says what it ties: two schools of a reporter, none of a provider', async () => {
  const account = (name: string, role: string, ...schools: string[]) =>
    kanon(['account', name, '--role', role, '--office', 'Erfundenes Amt', '--school', ...schools], env);
  expect(await account('eine', 'reporter', '990001')).toMatchObject({ code: 0, err: '' });
  const two = await account('zwei', 'reporter', '990001', '990002');
  expect([two.code, two.err]).toEqual([0, expect.stringContaining('als eine Stelle')]);
  const provider = await account('traeger', 'provider', '990001', '990002', '990003');
  expect([provider.code, provider.err]).toEqual([
    0,
    expect.stringContaining('Vertrag zur Auftragsverarbeitung'),
  ]);
  expect(await account('drei', 'reporter', '990001', '990002', '990003')).toMatchObject({
    code: 1,
    err: expect.stringContaining('höchstens zwei Schulen'),
  });
}, 60_000);
