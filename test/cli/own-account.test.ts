/** `kanon account activate`, `password`, `session` and `people`, as somebody uses them who has just got a letter. */
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { kanon, kanonInDialog } from './run-kanon.ts';

const FIRST = 'sieben-graue-regentonnen';
const SECOND = 'acht-blaue-gartenstuehle';
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe('an own account at the command line', () => {
  let service: TestApp;
  let owner: Owner;
  beforeAll(async () => {
    service = await startApp();
    await furnish(service);
    owner = await ownerOf(service);
  });
  afterAll(async () => {
    await owner.end();
    await service.close();
  });

  const invited = async (name: string): Promise<string> => {
    const { token } = await signedIn(service, 'coordinator', { region: '05111' });
    const account = { name, role: 'reporter', office: 'Erfundene Schule', schools: ['990001'] };
    const { body } = await call(service, 'POST', '/v1/accounts', { token, body: JSON.stringify(account) });
    return body.code as string;
  };
  const env = (password?: string) => ({
    KANON_URL: service.url,
    ...(password !== undefined && { KANON_PASSWORD: password }),
  });
  const isRight = async (account: string, password: string): Promise<boolean> =>
    (await call(service, 'POST', '/v1/sessions', { body: JSON.stringify({ account, password }) })).status ===
    201;

  test('is activated at a terminal, where nothing that is typed is shown', async () => {
    const code = await invited('eins');
    const differ = await kanonInDialog(['account', 'activate', 'eins'], env(), [
      ['Einmal-Code', `${code}\n`],
      ['Neues Passwort', `${FIRST}\n`],
      ['Noch einmal', `${SECOND}\n`],
    ]);
    expect([differ.code, differ.shown]).toEqual([1, expect.stringContaining('zwei verschiedene')]);
    const { code: exit, shown } = await kanonInDialog(['account', 'activate', 'eins'], env(), [
      ['Einmal-Code', `${code}\n`],
      ['Neues Passwort', `${FIRST}\n`],
      ['Noch einmal', `${FIRST}\n`],
    ]);
    expect([exit, shown]).toEqual([0, expect.stringContaining('eins ist freigeschaltet.')]);
    for (const secret of [code, FIRST]) expect(shown).not.toContain(secret);
    expect(await isRight('eins', FIRST)).toBe(true);
  });

  test('is activated from standard input, and the password is changed there; an argument is refused', async () => {
    const code = await invited('zwei');
    const few = await kanon(['account', 'activate', 'zwei'], env(), `${code}\n`);
    expect([few.code, few.err]).toEqual([2, expect.stringContaining('Standardeingabe')]);
    const many = await kanon(['account', 'activate', 'zwei', code, FIRST], env());
    expect([many.code, many.err.includes(code)]).toEqual([2, false]);
    const done = await kanon(['account', 'activate', 'zwei'], env(), `${code}\n${FIRST}\n`);
    expect(done).toEqual({ code: 0, out: 'zwei ist freigeschaltet.\n', err: '' });
    const again = await kanon(['account', 'activate', 'zwei'], env(), `${code}\n${FIRST}\n`);
    expect([again.code, again.err.includes(code)]).toEqual([1, false]);
    const wrong = await kanon(['password', '--account', 'zwei'], env(), `falsch\n${SECOND}\n`);
    expect([wrong.code, await isRight('zwei', FIRST)]).toEqual([1, true]);
    const poor = await kanon(['password', '--account', 'zwei'], env(), `${FIRST}\nkurz\n`);
    expect([poor.code, poor.err.includes('kurz')]).toEqual([1, false]);
    const changed = await kanon(
      ['password', '--account', 'zwei', '--lang', 'en'],
      env(),
      `${FIRST}\n${SECOND}\n`,
    );
    expect([changed.code, changed.out]).toEqual([
      0,
      'The password is changed. All sessions from before have ended.\n',
    ]);
    const back = await kanon(['password', '--account', 'zwei'], env(SECOND), `${FIRST}\n`);
    expect([back.code, await isRight('zwei', FIRST), await isRight('zwei', SECOND)]).toEqual([
      0,
      true,
      false,
    ]);
  });

  test('sees its sessions, ends one of them, and then all', async () => {
    await kanon(['account', 'activate', 'drei'], env(), `${await invited('drei')}\n${FIRST}\n`);
    const run = (...args: string[]) => kanon(['session', ...args, '--account', 'drei'], env(FIRST));
    const { code, out } = await run('list');
    const ids = out.match(UUID) ?? [];
    expect([code, ids.length, out.match(/diese, mit der hier gefragt wird/g)?.length]).toEqual([0, 2, 1]);
    const other = JSON.parse((await run('list', '--json')).out) as { sessions: { id: string }[] };
    expect(other.sessions.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(await run('end', ids[1]!)).toEqual({ code: 0, out: `Beendet: ${ids[1]}.\n`, err: '' });
    const left = async () => (await run('list')).out.match(UUID) ?? [];
    expect(await left()).not.toContain(ids[1]);
    expect((await run('end', 'current')).code).toBe(0);
    expect((await run('end', 'all')).out).toMatch(/^Alle Sitzungen/);
    expect((await left()).length).toBe(1);
    for (const args of [['end'], ['list', 'all'], ['end', 'Zqx'], ['nichts']])
      expect([args, (await run(...args)).code]).toEqual([args, 2]);
    const strange = await run('end', '00000000-0000-4000-8000-000000000000');
    expect(strange.code).toBe(1);
  });

  test('sees who may report for its school and who did, and no count', async () => {
    await kanon(['account', 'activate', 'vier'], env(), `${await invited('vier')}\n${FIRST}\n`);
    const { token } = await signedIn(service, 'reporter', { schools: ['990001'] });
    const path = `/v1/schools/990001/reports/${OPEN_PERIOD}`;
    expect((await call(service, 'PUT', path, { token, body: JSON.stringify(REPORT) })).status).toBe(201);
    const { code, out } = await kanon(['people', '990001', '--account', 'vier'], env(FIRST));
    expect(code).toBe(0);
    expect(out).toMatch(/Erfundene Schule \(reporter\), Sie selbst\n {2}eingeladen von Erfundenes Amt \d+, /);
    expect(out).toMatch(new RegExp(`${OPEN_PERIOD}: gemeldet von Erfundenes Amt \\d+, `));
    const strange = await kanon(['people', '990004', '--account', 'vier', '--lang', 'en'], env(FIRST));
    expect([strange.code, strange.out]).toEqual([1, '']);
  });
});
