/** `kanon account list`, `invite` and so on, as a person runs them against a service; a code is shown once, at a terminal. */
import { Accounts } from '../../src/identity/accounts.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { furnish, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { kanon, kanonInDialog } from './run-kanon.ts';

const PASSWORD = 'ein langes Passwort fuer den Test';
const CODE = /(?<![\w-])([a-z2-9]{4}-){3}[a-z2-9]{4}(?![\w-])/;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

describe('kanon account', () => {
  let service: TestApp;
  let owner: Owner;
  beforeAll(async () => {
    service = await startApp();
    await asDemo(service);
    await furnish(service);
    owner = await ownerOf(service);
    const office = 'Erfundenes Amt';
    await service.app.get(Accounts).create(
      service.admin,
      (['leitung', 'vertretung'] as const).map((name) => ({
        name,
        role: 'admin',
        office,
        password: PASSWORD,
      })),
    );
  });
  afterAll(async () => {
    await owner.end();
    await service.close();
  });

  const env = () => ({ KANON_URL: service.url, KANON_PASSWORD: PASSWORD });
  const run = (...args: string[]) => kanon(['account', ...args], env());
  const atTerminal = (...args: string[]) => kanonInDialog(['account', ...args], env(), []);
  const as = (name: string) => ['--account', name];
  const WHO = ['--role', 'reporter', '--office', 'Erfundene Schule', '--school', '990001'];
  const stateOf = async (name: string) =>
    (await owner.rows('SELECT active, office, password_hash FROM account WHERE name = $1', [name]))[0];

  test('invites, lists, changes, resets and closes a reporter', async () => {
    const { code, shown } = await atTerminal('invite', 'melderin', ...WHO, ...as('leitung'));
    expect([code, shown]).toEqual([0, expect.stringMatching(CODE)]);
    const [given] = CODE.exec(shown)!;
    // The address beside it is the page that sets the password; the code behind `#` is sent to no server.
    expect(shown).toContain(`Adresse: ${service.settings.publicUrl}/aktivieren#${given}`);
    const typed = { account: 'melderin', code: given, password: 'sieben-graue-regentonnen' };
    const answer = await fetch(`${service.url}/v1/activations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typed),
    });
    expect(answer.status).toBe(201);
    const listed = await run('list', '--role', 'reporter', ...as('leitung'));
    expect(listed).toEqual({
      code: 0,
      out: 'Name      Rolle     Stand  Bereich  Dienststelle      Tage\nmelderin  reporter  aktiv  990001   Erfundene Schule\n',
      err: '',
    });
    const changed = await run(
      'change',
      'melderin',
      '--office',
      'Neues Amt',
      '--to',
      '2090-01-01',
      ...as('leitung'),
    );
    expect([changed.code, changed.out]).toEqual([0, expect.stringMatching(/^Geändert; melderin/)]);
    expect(await stateOf('melderin')).toMatchObject({ office: 'Neues Amt' });
    const reset = await atTerminal('reset', 'melderin', ...as('leitung'));
    expect([reset.code, reset.shown]).toEqual([0, expect.stringMatching(CODE)]);
    expect(await stateOf('melderin')).toMatchObject({ password_hash: null });
    const closed = await run('close', 'melderin', ...as('leitung'));
    expect([closed.code, closed.out]).toEqual([0, 'melderin ist geschlossen, sofort und für immer.\n']);
    expect(await stateOf('melderin')).toMatchObject({ active: false });
    const again = await run('list', '--state', 'closed', '--lang', 'en', ...as('leitung'));
    expect(again.out).toMatch(/^Name .*\nmelderin .* closed /);
  });

  test('shows no code where nobody sits at a terminal, and then does nothing, but for --json', async () => {
    const refused = await run('invite', 'stumm', ...WHO, ...as('leitung'));
    expect([refused.code, refused.out, refused.err]).toEqual([
      2,
      '',
      expect.stringMatching(/nur an einem Terminal/),
    ]);
    expect(await stateOf('stumm')).toBeUndefined();
    const { code, out } = await run('invite', 'stumm', ...WHO, '--json', ...as('leitung'));
    expect([code, (JSON.parse(out) as { code: string }).code]).toEqual([0, expect.stringMatching(CODE)]);
    expect((await run('reset', 'stumm', ...as('leitung'))).code).toBe(2);
  });

  test('asks for a privileged account; a second administrator approves, and is told its code', async () => {
    const asked = await atTerminal(
      'invite',
      'pruefung',
      '--role',
      'auditor',
      '--office',
      'Revision',
      ...as('leitung'),
    );
    expect([asked.code, asked.shown]).toEqual([
      0,
      expect.stringMatching(/^Beantragt: .* Noch ist nichts geschehen/),
    ]);
    expect(asked.shown).not.toMatch(CODE);
    const [id] = UUID.exec(asked.shown)!;
    const waiting = await run('requests', ...as('vertretung'));
    expect(waiting.out).toMatch(
      new RegExp(
        `^${id}: pruefung \\(auditor\\) einladen\n  wartet auf eine zweite Person, bis .*\n  Dienststelle Revision\n$`,
      ),
    );
    const own = await atTerminal('approve', id, ...as('leitung'));
    expect([own.code, own.shown]).toEqual([1, expect.stringMatching(/zwei verschiedene|Person/)]);
    const given = await atTerminal('approve', id, ...as('vertretung'));
    expect([given.code, given.shown]).toEqual([0, expect.stringMatching(/^Genehmigt und getan: pruefung/)]);
    expect(given.shown).toMatch(CODE);
    const listed = await run('requests', '--json', ...as('leitung'));
    expect(listed.out).not.toMatch(CODE);
    expect(listed.out).toContain('"given"');
    const second = await atTerminal('reset', 'pruefung', ...as('leitung'));
    const [other] = UUID.exec(second.shown)!;
    const withdrawn = await run('withdraw', other, ...as('leitung'));
    expect([withdrawn.code, withdrawn.out]).toEqual([0, expect.stringMatching(/zurückgezogen/)]);
    const third = await run('change', 'pruefung', '--office', 'Anderes', '--json', ...as('leitung'));
    const refused = await run('refuse', (JSON.parse(third.out) as { id: string }).id, ...as('vertretung'));
    expect([refused.code, refused.out]).toEqual([0, expect.stringMatching(/abgelehnt/)]);
    expect(await stateOf('pruefung')).toMatchObject({ office: 'Revision' });
  });

  test('says what is wrong before anybody signs in', async () => {
    for (const [args, said] of [
      [['list'], /So geht es: kanon account list/],
      [['list', 'x', ...as('leitung')], /So geht es: kanon account list/],
      [['reset', ...as('leitung')], /So geht es: kanon account list/],
      [['approve', 'Zqx', ...as('leitung')], /Kennung eines Antrags/],
      [['change', 'x', ...as('leitung')], /kanon account change NAME/],
      [['change', 'x', '--role', 'admin', ...as('leitung')], /Rolle ändert sich nie/],
      [['change', 'x', '--from', 'Zqx', ...as('leitung')], /--from ist ein Tag/],
      [['invite', 'x', '--role', 'reporter', '--json', ...as('leitung')], /kanon account invite NAME/],
      [['frei', '--role', 'reporter'], /kanon account NAME --role/],
    ] as const) {
      const { code, out, err } = await kanon(['account', ...args], {});
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toMatch(said);
      expect(err).not.toContain('Zqx');
    }
    const unknown = await run('close', 'gibtesnicht', ...as('leitung'));
    expect([unknown.code, unknown.err]).toEqual([1, 'kanon: Ein Konto dieses Namens sehen Sie nicht.\n']);
  });
});
