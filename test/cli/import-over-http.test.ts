/** `kanon import … --account NAME`: a list over the service, as a person runs it. */
import { furnish, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { REGION_HEADER, regionLine, SCHOOL_HEADER, schoolLine } from '../reference/lists.ts';
import { account, kanon, PASSWORD, scratch } from './run-kanon.ts';

describe('kanon import over a service', () => {
  let service: TestApp;
  let files: Awaited<ReturnType<typeof scratch>>;
  beforeAll(async () => {
    files = await scratch();
    service = await startApp();
    await asDemo(service);
    await furnish(service);
    await account(service, 'leitung', 'admin', {});
  });
  afterAll(async () => {
    await service.close();
    await files.delete();
  });

  const run = (...args: string[]) =>
    kanon(['import', ...args, '--account', 'leitung'], { KANON_URL: service.url, KANON_PASSWORD: PASSWORD });

  test('checks, then imports; the figures are those of the service', async () => {
    const list = await files.file('regionen.csv', `${REGION_HEADER}\n${regionLine('05111001')}\n`);
    const dry = await run('regions', list, '--dry-run');
    expect([dry.code, dry.err, dry.out]).toEqual([
      0,
      '',
      expect.stringMatching(
        /^Nur geprüft, nichts gespeichert:\n1 gelesen: 1 neu, 0 geändert, 0 unverändert; /,
      ),
    ]);
    expect((await run('regions', list)).out).toMatch(/^1 gelesen: 1 neu, /);
    const again = await run('regions', list, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ dryRun: false, read: 1, unchanged: 1 });
    const kinds = await files.file('teilnahme.csv', 'school;from;to;kind\n990001;01.08.2031;;FUNDED\n');
    expect((await run('participation', kinds)).out).toMatch(/^1 gelesen: 1 neu/);
  });

  test('names the lines of a list that is refused, and no cell of it', async () => {
    const list = await files.file('schulen.csv', `${SCHOOL_HEADER}\n${schoolLine('Zqx', '05111000')}\n`);
    const { code, out, err } = await run('schools', list);
    expect([code, out, err]).toEqual([
      1,
      '',
      expect.stringMatching(/^kanon: Nichts wurde eingelesen:\nkanon: Zeile 2/),
    ]);
    expect(err).not.toContain('Zqx');
  });

  test('refuses what does not go with a service', async () => {
    const list = await files.file('leer.csv', 'x\n');
    expect((await run('nothing', list)).code).toBe(2);
    expect((await run('participation', list, '--force')).code).toBe(2);
    expect((await run('regions', list, '--operator', 'Zqx')).err).toMatch(/--operator gehört/);
    const large = await files.file('gross.csv', 'x'.repeat(4 * 1024 * 1024 + 1));
    expect((await run('regions', large)).err).toMatch(/bis 4 MiB/);
  });
});
