/** The command `kanon import` as a person runs it: the built program, a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { call, startApp, type TestApp } from '../setup/app.ts';
import { REGION_HEADER, SCHOOL_HEADER, listOf, manySchools, regionLine, schoolLine } from './lists.ts';

const program = fileURLToPath(new URL('../../dist/program/main.js', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command with these settings and no others of Kanon. */
function kanonImport(settings: Record<string, string>, ...args: string[]): Promise<Outcome> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(KANON_|DATABASE_|PORT$|NODE_OPTIONS$)/.test(name)),
  );
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, 'import', ...args],
      { env: { ...env, ...settings } },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      },
    );
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanon-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};

describe('beside a running service', () => {
  let kanon: TestApp;
  let settings: Record<string, string>;
  beforeAll(async () => {
    kanon = await startApp();
    const { serviceUrl, ownerUrl } = kanon.database;
    settings = { DATABASE_URL: serviceUrl, DATABASE_OWNER_URL: ownerUrl, KANON_DATA: kanon.settings.data };
  });
  afterAll(() => kanon.close());

  test('both lists arrive, the service shows them, and a second time nothing changes', async () => {
    const regions = await file('regions.csv', listOf(REGION_HEADER, regionLine('05158004')));
    const schools = await file(
      'schools.csv',
      listOf(SCHOOL_HEADER, schoolLine('990001', '05158004'), schoolLine('990002', '05111000')),
    );
    expect(await kanonImport(settings, 'regions', regions)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 gelesen: 1 neu, 0 geändert, 0 unverändert; \d+,\d s\n$/),
      err: '',
    });
    const first = await kanonImport(settings, 'schools', schools);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('2 gelesen: 2 neu, 0 geändert, 0 unverändert;');
    expect(first.out).toContain(
      '1 davon nur ihrem Kreis zugeordnet; nach kanon import regions noch einmal einlesen.',
    );
    expect((await kanonImport(settings, 'schools', schools)).out).toContain(
      '2 gelesen: 0 neu, 0 geändert, 2 unverändert;',
    );

    expect((await call(kanon, 'GET', '/v1/regions/05158004')).body.name).toBe('Erfunden 05158004');
    expect((await call(kanon, 'GET', '/v1/schools?region=05158')).body.schools[0]).toMatchObject({
      number: '990001',
      region: '05158004',
    });
    const entries = await asSuperuser(
      kanon.database.superUrl,
      async (client) =>
        (await client.query('SELECT DISTINCT system, role, scope, action, decision FROM access_entry')).rows,
    );
    expect(entries).toEqual([
      { system: 'command line', role: 'admin', scope: '05', action: 'reference.import', decision: 'allowed' },
    ]);
  }, 120_000);

  test('a faulty list is refused with exit code 1: twenty faults in words, the others by number, no cell repeated', async () => {
    const lines = manySchools(30).map((line) => line.replace(',400,', ',Geheimnis,'));
    const { code, out, err } = await kanonImport(
      settings,
      'schools',
      await file('faulty.csv', listOf(SCHOOL_HEADER, ...lines)),
    );
    expect([code, out]).toEqual([1, '']);
    const said = err.trimEnd().split('\n');
    expect(said).toHaveLength(22);
    expect(said[1]).toBe(
      'kanon: Zeile 2, Spalte schueler_gerundet5: Hier wird eine ganze Zahl von 0 bis 99999 erwartet, oder nichts.',
    );
    expect(said.at(-1)).toBe('kanon: und 10 weitere');
    expect(err).not.toContain('Geheimnis');
    expect(
      (await call(kanon, 'GET', '/v1/schools?region=05111&after=899999')).body.schools,
    ).not.toContainEqual(expect.objectContaining({ number: '900001' }));
  }, 60_000);
});

test('without a database of its own it brings the embedded one along, and says so on standard error only', async () => {
  const settings = { KANON_DATA: join(folder, 'data') };
  const list = await file('alone.csv', listOf(REGION_HEADER, regionLine('05158004')));
  const first = await kanonImport(settings, 'regions', list);
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('1 gelesen: 1 neu')]);
  expect(first.out.trimEnd().split('\n')).toHaveLength(1);
  expect(first.err).toContain('PostgreSQL');
  expect((await kanonImport(settings, 'regions', list)).out).toContain(
    '1 gelesen: 0 neu, 0 geändert, 1 unverändert;',
  );
}, 180_000);

test('wrong use says how to use it, with exit code 2 and without touching a database', async () => {
  const settings = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  for (const args of [[], ['regions'], ['periods', 'x.csv'], ['schools', 'a.csv', 'b.csv']]) {
    const { code, out, err } = await kanonImport(settings, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^kanon: So geht es: kanon import regions DATEI/);
  }
}, 60_000);

test('a file that cannot be read is told so before a database is asked, and not by its name', async () => {
  const settings = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  for (const path of [join(folder, 'none.csv'), folder]) {
    const { code, err } = await kanonImport(settings, 'regions', path);
    expect([code, err]).toEqual([
      1,
      'kanon: Diese Datei lässt sich nicht lesen; bitte Namen und Rechte prüfen.\n',
    ]);
  }
}, 60_000);

test('its help tells the columns and where the lists are published, each with its attribution', async () => {
  const { code, out } = await kanonImport({}, 'help');
  expect(code).toBe(0);
  for (const word of [
    'schueler_gerundet5',
    'GV-ISys',
    'Destatis',
    'Schuldaten',
    'open.nrw',
    'IT.NRW',
    'dl-de/by-2-0',
  ])
    expect(out).toContain(word);
}, 60_000);
