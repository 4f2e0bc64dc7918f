/** `kanon account invite`, as a person runs it: a list in, letters out, and every mistake said without a value. */
import { readFile, stat } from 'node:fs/promises';
import { Accounts } from '../../src/identity/accounts.ts';
import { furnish, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { kanon, scratch } from './run-kanon.ts';

describe('kanon account invite', () => {
  let service: TestApp;
  const PASSWORD = 'ein langes Passwort fuer den Test';
  beforeAll(async () => {
    service = await startApp();
    await asDemo(service);
    await furnish(service);
    await service.app
      .get(Accounts)
      .create(service.admin, [
        { name: 'leitung', role: 'admin', office: 'Erfundenes Amt', password: PASSWORD },
      ]);
  });
  afterAll(() => service.close());

  const invite = (...args: string[]) =>
    kanon(['account', 'invite', ...args, '--account', 'leitung'], {
      KANON_URL: service.url,
      KANON_PASSWORD: PASSWORD,
    });

  test('checks a list, then writes its letters into a file of its owner alone', async () => {
    const files = await scratch();
    // As a German Excel saves it without UTF-8.
    const list = await files.file(
      'liste.csv',
      Buffer.from('Konto;Rolle;Dienststelle;Schulen\r\nneu-1;reporter;Erfundene Füchse;990001\r\n', 'latin1'),
    );
    expect(await invite(list, '--dry-run')).toEqual({
      code: 0,
      out: 'Alle 1 Zeilen stimmen. Angelegt wurde nichts.\n',
      err: '',
    });
    const letters = files.at('briefe.pdf');
    const { code, out } = await invite(list, '--letters', letters);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Die Konten sind angelegt/)]);
    expect((await readFile(letters)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stat(letters)).mode & 0o777).toBe(0o600);
    const again = await invite(list, '--letters', letters);
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/gibt es schon/)]);
  });

  test('leaves no file where the list is refused, and names the lines', async () => {
    const files = await scratch();
    const list = await files.file('liste.csv', 'name,role,office,schools\nZqx,reporter,Amt,990001\n');
    const { code, err } = await invite(list, '--letters', files.at('briefe.pdf'));
    expect(code).toBe(1);
    expect(err).toMatch(/Zeile 2, Spalte name/);
    expect(err).not.toContain('Zqx');
    await expect(stat(files.at('briefe.pdf'))).rejects.toThrow();
    const none = await invite(list);
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/So geht es: kanon account invite/)]);
  });
});
