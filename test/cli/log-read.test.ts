/** `kanon log entries|entry|statistics|checkpoint|bundle`: what an auditor reads, as processes against a service. */
import { readFile, stat } from 'node:fs/promises';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { furnish, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { account, kanon, PASSWORD, scratch } from './run-kanon.ts';

describe('kanon log, for auditors', () => {
  let service: TestApp;
  let files: Awaited<ReturnType<typeof scratch>>;
  beforeAll(async () => {
    files = await scratch();
    service = await startApp({ KANON_LOG_STATISTICS: 'agreed' });
    await asDemo(service);
    await furnish(service);
    await account(service, 'revision', 'auditor', {});
    await account(service, 'kreis', 'coordinator', { region: '05111' });
  });
  afterAll(async () => {
    await service.close();
    await files.delete();
  });

  const env = () => ({ KANON_URL: service.url, KANON_PASSWORD: PASSWORD });
  const log = (...args: string[]) => kanon(['log', ...args, '--account', 'revision'], env());

  test('entries are shown, filtered, and a page at a time', async () => {
    await kanon(['status', '--region', '05111', '--period', '2026-Q1', '--account', 'kreis'], env());
    const shown = await log('entries', '--act', 'completeness.schools');
    expect([shown.code, shown.err]).toEqual([0, '']);
    expect(shown.out).toMatch(/^Zeit +Rolle +Dienststelle +Was +Wo +Ergebnis +Gegenstand\n/);
    expect(shown.out).toMatch(
      / coordinator +Erfundenes Amt kreis +completeness\.schools +05111 2026-Q1 +allowed$/m,
    );
    expect((await log('entries', '--act', 'report.submit')).out).toBe('Kein Eintrag passt.\n');

    const first = await log('entries', '--limit', '1', '--json');
    const { entries, next } = JSON.parse(first.out);
    // This reading is the newest entry once it is done: so the next page begins with what was the newest before.
    expect([entries.length, typeof next]).toEqual([1, 'string']);
    const second = JSON.parse((await log('entries', '--limit', '1', '--cursor', next, '--json')).out);
    expect(second.entries[0].at < entries[0].at).toBe(true);
    const of = entries[0].account as string;
    const own = JSON.parse((await log('entries', '--of', of, '--case', 'COMPLAINT', '--json')).out);
    expect(new Set(own.entries.map((one: any) => one.account))).toEqual(new Set([of]));
  });

  test('as a table for spreadsheets, which names the next page beside it', async () => {
    const { out, err } = await log('entries', '--csv', '--limit', '2');
    expect(out.trimEnd().split(/\r?\n/)).toHaveLength(3);
    const cursor = /--cursor (\S+)/.exec(err)?.[1] ?? '';
    const more = await log('entries', '--csv-de', '--limit', '2', '--cursor', cursor);
    expect([more.code, more.out.trimEnd().split(/\r?\n/).length]).toEqual([0, 3]);
    expect(more.out.split(/\r?\n/)[0]).toContain(';');
  });

  test('an entry with its proof, a checkpoint and a bundle are files as kanon verify takes them', async () => {
    await service.app.get(Sequencer).sequence();
    const { entries } = JSON.parse((await log('entries', '--json')).out);
    const one = await log('entry', entries.at(-1).id);
    const [file, key] = [await files.file('entry.json', one.out), files.at('log.vkey')];
    const status = await kanon(['log', 'status'], {
      DATABASE_URL: service.database.serviceUrl,
      KANON_DATA: service.settings.data,
    });
    await files.file('log.vkey', `${/^key +(\S+)$/m.exec(status.out)?.[1] ?? ''}\n`);
    expect((await kanon(['verify', file, '--key', key])).code).toBe(0);
    expect((await log('checkpoint')).out).toMatch(/^\S+\/log\/05\n\d+\n/);
    const out = files.at('bundle.tar');
    const span = ['--from', '2026-01-01T00:00:00Z', '--to', new Date().toISOString()];
    const bundle = await log('bundle', ...span, '--out', out);
    expect([bundle.code, bundle.err]).toEqual([0, '']);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect((await readFile(out)).length).toBeGreaterThan(1024);
    expect((await kanon(['verify', out, '--key', key])).code).toBe(0);
    expect((await log('bundle', ...span, '--out', out)).err).toMatch(/gibt es schon/);
    expect(JSON.parse((await log('statistics', '--from', '2026-01', '--to', '2026-01')).out)).toHaveProperty(
      'days',
    );
  }, 60_000);

  test('a filter that is none is refused before anybody signs in', async () => {
    for (const args of [
      ['entries', '--limit', '0'],
      ['entries', '--of', 'x'],
      ['entries', '--from', '2026-11-05'],
      ['entries', 'x'],
      ['entry'],
      ['entry', 'x'],
      ['statistics', '--from', '2026'],
      ['bundle', '--from', '2026-01-01T00:00:00Z', '--to', '2026-02-01T00:00:00Z'],
    ]) {
      const { code, out } = await kanon(['log', ...args, '--account', 'nobody'], {
        KANON_URL: 'http://localhost:1',
      });
      expect([args, code, out]).toEqual([args, 2, '']);
    }
  });
});
