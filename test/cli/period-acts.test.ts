/** `kanon period …`, `kanon return`, `kanon releases`: what the administration, officers and coordinators do, as processes against a service. */
import { ownerOf } from '../access/house.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { call, furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { account, kanon, PASSWORD } from './run-kanon.ts';

describe('over a service, by an account', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startApp();
    await asDemo(service);
    await furnish(service);
    await account(service, 'leitung', 'admin', {});
    for (const name of ['eins', 'zwei']) await account(service, name, 'disclosure-officer', { region: '05' });
    await account(service, 'kreis', 'coordinator', { region: '05111' });
  });
  afterAll(() => service.close());

  const run = (by: string, ...args: string[]) =>
    kanon([...args, '--account', by], { KANON_URL: service.url, KANON_PASSWORD: PASSWORD });
  const period = (by: string, ...args: string[]) => run(by, 'period', ...args);
  /** Last entry of an act: what it says it was about. */
  const objectOf = async (action: string) => {
    const owner = await ownerOf(service);
    const rows = await owner.rows<{ period: string; object: string }>(
      'SELECT period, object FROM access_entry WHERE action = $1 ORDER BY at DESC LIMIT 1',
      [action],
    );
    await owner.end();
    return rows[0];
  };

  test('the administration opens a period, changes its days, prolongs it and takes it back', async () => {
    const days = ['--opens', '2030-01-01', '--closes', '2030-05-12'];
    const opened = await period('leitung', 'open', '2030-Q1', ...days, '--scheme', 'but-counselling/1');
    expect(opened).toEqual({
      code: 0,
      err: '',
      out: '2030-Q1 ist geöffnet: Meldungen von 2030-01-01 bis 2030-05-12.\n',
    });
    const changed = await period(
      'leitung',
      'change',
      '2030-Q1',
      '--opens',
      '2030-01-08',
      '--closes',
      '2030-05-12',
    );
    expect(changed.out).toBe('2030-Q1 nimmt Meldungen von 2030-01-08 bis 2030-05-12.\n');
    expect(await objectOf('period.change')).toMatchObject({
      period: '2030-Q1',
      object: 'opens=2030-01-08 closes=2030-05-12 oldOpens=2030-01-01 oldCloses=2030-05-12',
    });
    const prolonged = await period('leitung', 'prolong', '2030-Q1', '--closes', '2030-06-30', '--json');
    expect(JSON.parse(prolonged.out)).toEqual({
      period: '2030-Q1',
      opensOn: '2030-01-08',
      closesOn: '2030-06-30',
    });
    const listed = await kanon(['period', 'list', '--url', service.url, '--lang', 'en']);
    expect(listed.out).toMatch(/^2030-Q1 +upcoming +2030-01-08 +2030-06-30 +but-counselling\/1/m);
    expect((await period('leitung', 'withdraw', '2030-Q1', '--lang', 'en')).out).toBe('2030-Q1 is gone.\n');
    expect((await period('leitung', 'withdraw', '2030-Q1')).code).toBe(1);
  });

  test('a coordinator sees who is expected, and changes it with a reason', async () => {
    const where = ['--region', '05111', '--period', OPEN_PERIOD];
    const why = ['--kind', 'VACANT', '--reason', 'POST_VACANT'];
    const changed = await run('kreis', 'participation', '990002', ...where, ...why);
    expect(changed).toEqual({ code: 0, err: '', out: `990002 steht in ${OPEN_PERIOD} jetzt als VACANT.\n` });
    expect(await objectOf('participation.change')).toEqual({
      period: OPEN_PERIOD,
      object: 'kind=VACANT reason=POST_VACANT',
    });
    const { out } = await run('kreis', 'participation', 'list', ...where);
    expect(out).toMatch(/^990002 .*Stelle unbesetzt +Die Stelle ist nicht mehr besetzt\.$/m);
    expect(out).toMatch(/^Erwartet werden 2 von 2 Schulen\.$/m);
    const json = await run('kreis', 'participation', 'list', ...where, '--json');
    expect(JSON.parse(json.out).schools).toHaveLength(2);
    expect((await run('eins', 'participation', 'list', ...where)).code).toBe(1);
    for (const args of [
      ['990002', '--period', OPEN_PERIOD, ...why],
      ['990002', ...where],
      ['list', ...where, ...why],
    ])
      expect([args, (await run('kreis', 'participation', ...args)).code]).toEqual([args, 2]);
    const back = ['--kind', 'FUNDED', '--reason', 'POST_FILLED'];
    expect((await run('kreis', 'participation', '990002', ...where, ...back)).code).toBe(0);
  });

  test('the administration reads the settings, and no secret', async () => {
    const shown = await run('leitung', 'settings');
    expect(shown.out).toMatch(/^Einstellung +Wert +woher\nDATABASE_OWNER_URL +\(wird nicht gezeigt\)/);
    expect(shown.out).toMatch(/^KANON_POOLER +session +Vorgabe$/m);
    expect((await run('kreis', 'settings')).code).toBe(1);
  });

  test('says before anybody signs in what a deed lacks or does not take', async () => {
    for (const [args, said] of [
      [['change', '2030-Q1', '--opens', '2030-01-01'], /--closes fehlt/],
      [['prolong', '2030-Q1', '--closes', '30.06.2030'], /--closes fehlt oder ist kein Tag/],
      [['reopen', '2030-Q1'], /--until fehlt/],
      [['withdraw', '2030-Q1', '--closes', '2030-01-01'], /--closes gehört nicht zu kanon period withdraw/],
      [['freeze', '2030-13'], /Ein Zeitraum wird geschrieben wie/],
      [['freeze'], /So geht es: kanon period open/],
      [['list', '--until', '2030-01-01'], /So geht es: kanon period open/],
    ] as const) {
      const { code, err } = await kanon(['period', ...args, '--account', 'nobody'], {
        KANON_URL: 'http://localhost:1',
      });
      expect([args, code, err]).toEqual([args, 2, expect.stringMatching(said)]);
    }
  });

  test('two officers freeze, thaw, look and release; a coordinator returns a report unseen', async () => {
    const { token } = await signedIn(service, 'reporter', { schools: ['990001'] });
    const put = () =>
      call(service, 'PUT', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
        token,
        body: JSON.stringify(REPORT),
      });
    expect((await put()).status).toBe(201);
    const returned = await run(
      'kreis',
      ...['return', '990001', '--region', '05111', '--period', OPEN_PERIOD, '--reason', 'SCHOOL_ASKED'],
    );
    expect([returned.code, returned.out]).toEqual([
      0,
      expect.stringMatching(/^Die Meldung der Schule 990001/),
    ]);
    const status = await run('kreis', 'status', '--region', '05111', '--period', OPEN_PERIOD);
    expect(status.out).toContain('zurückgegeben');
    expect((await put()).status).toBeLessThan(300);

    const unusual = await period('eins', 'freeze', OPEN_PERIOD);
    expect([unusual.code, unusual.out]).toEqual([7, '']);
    expect(unusual.err).toMatch(/noch nicht vorbei\.\n.*Weniger als 80 %.*\n.*--confirm/);
    const frozen = await period('eins', 'freeze', OPEN_PERIOD, '--confirm');
    expect([frozen.code, frozen.out]).toEqual([0, expect.stringMatching(/ist eingefroren/)]);
    expect(frozen.err).toMatch(/^Mit --confirm bestätigt: .*\nMit --confirm bestätigt: /);

    expect((await period('eins', 'thaw', OPEN_PERIOD)).out).toMatch(/^Beantragt: /);
    expect((await period('eins', 'state', OPEN_PERIOD)).out).toMatch(/: eingefroren\nBeantragt: /);
    const alone = await period('eins', 'thaw', OPEN_PERIOD, '--confirm');
    expect([alone.code, alone.err]).toEqual([1, expect.stringMatching(/zweite Person/)]);
    expect((await period('zwei', 'thaw', OPEN_PERIOD, '--confirm')).out).toMatch(/nimmt wieder Meldungen/);

    await period('eins', 'freeze', OPEN_PERIOD, '--confirm');
    const looking = period('eins', 'preview', OPEN_PERIOD);
    const worked = setInterval(() => void service.app.get(Publisher).publishAsked(), 500);
    const look = await looking;
    clearInterval(worked);
    expect([look.code, look.out]).toEqual([0, expect.stringMatching(/: Freigegeben würde Fassung 1\.\n/)]);
    expect(look.out).toMatch(/^state: \d+ von \d+ Feldern verborgen/m);
    expect((await period('eins', 'release', OPEN_PERIOD)).code).toBe(1);
    expect((await period('zwei', 'release', OPEN_PERIOD)).out).toMatch(/wird geschützt und freigegeben/);
    await service.app.get(Publisher).publishAsked();
    expect((await period('zwei', 'state', OPEN_PERIOD)).out).toBe(`${OPEN_PERIOD}: freigegeben\n`);

    const listed = await run('zwei', 'releases', 'list');
    expect(listed.out).toMatch(/^Zeitraum +Fassung +freigegeben +Kennung\n2026-Q1 +1 /);
    const { releases } = JSON.parse((await run('zwei', 'releases', 'list', '--json')).out);
    const certificate = await run('zwei', 'releases', 'certificate', releases[0].id);
    expect(JSON.parse(certificate.out)).toHaveProperty('jws');
    expect((await run('zwei', 'releases', 'document', releases[0].id)).code).toBe(2);
    const document = await run('zwei', 'releases', 'document', releases[0].id, '--purpose', 'AUDIT');
    expect(JSON.parse(document.out)).toMatchObject({ format: 'kanon-release/3', release: releases[0].id });

    const reopened = await period('eins', 'reopen', OPEN_PERIOD, '--until', '2090-01-01');
    expect(reopened.out).toMatch(/nimmt Korrekturen bis 2090-01-01/);
    expect((await period('eins', 'corrections', OPEN_PERIOD)).out).toMatch(/Keine Korrektur wartet/);
  }, 120_000);
});
