/** `kanon import` at the command line: dry run, JSON, what a wrong list is told, and what a frozen period holds back. */
import pg from 'pg';
import {
  REGION_HEADER,
  SCHOOL_HEADER,
  listOf,
  manySchools,
  regionLine,
  schoolLine,
} from '../reference/lists.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { kanon, scratch, type Outcome } from './run-kanon.ts';

let database: FreshDatabase;
let owner: pg.Client;
let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  files = await scratch();
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await files.delete();
});

const kanonImport = (...args: string[]): Promise<Outcome> =>
  kanon(['import', ...args], {
    DATABASE_URL: database.serviceUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    KANON_DATA: files.at('data'),
  });
const list = (name: string, ...lines: string[]): Promise<string> =>
  files.file(name, new TextDecoder().decode(listOf(...lines)));

/** All that an import may change, and how many log entries there are. */
async function stored(): Promise<{ data: unknown; entries: number }> {
  const { rows } = await owner.query<{ data: unknown; entries: number }>(
    `SELECT jsonb_build_object(
              'regions', (SELECT jsonb_agg(to_jsonb(region) ORDER BY key) FROM region),
              'schools', (SELECT jsonb_agg(to_jsonb(school) ORDER BY number) FROM school),
              'successions', (SELECT count(*) FROM school_succession) + (SELECT count(*) FROM region_succession)
            ) AS data,
            (SELECT count(*)::int FROM access_entry) AS entries`,
  );
  return rows[0]!;
}

const NOTHING = {
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  closed: 0,
  ignored: 0,
  withoutMunicipality: 0,
  notes: [],
};

describe('kanon import', () => {
  test('--dry-run says that it only checked, and stores nothing but the entry of the log', async () => {
    const regions = await list('dry.csv', REGION_HEADER, regionLine('05158004'), regionLine('05158008'));
    const before = await stored();
    const { code, out, err } = await kanonImport('regions', regions, '--dry-run');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Nur geprüft, nichts gespeichert:\n2 gelesen: 2 neu, 0 geändert, 0 unverändert; \d+,\d s\n$/,
    );
    expect(await stored()).toEqual({ data: before.data, entries: before.entries + 1 });
  });

  test('--dry-run --json prints one object, the same that --json prints when it is stored', async () => {
    const schools = await list(
      'json.csv',
      SCHOOL_HEADER,
      schoolLine('990001', '05111000'),
      schoolLine('990002', '05111000'),
      schoolLine('990001', '09162000').replace('990001', '999999'),
    );
    const before = await stored();
    const checked = await kanonImport('schools', schools, '--dry-run', '--json');
    expect([checked.code, checked.err]).toEqual([0, '']);
    expect(checked.out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(checked.out)).toEqual({
      ...NOTHING,
      read: 3,
      added: 2,
      ignored: 1,
      withoutMunicipality: 2,
    });
    expect((await stored()).data).toEqual(before.data);

    const done = await kanonImport('schools', schools, '--json');
    expect(done).toEqual(checked);
    expect((await stored()).data).toMatchObject({ schools: [{ number: '990001' }, { number: '990002' }] });
    const again = await kanonImport('schools', schools, '--json');
    expect(JSON.parse(again.out)).toEqual({
      ...NOTHING,
      read: 3,
      unchanged: 2,
      ignored: 1,
      withoutMunicipality: 2,
    });
  }, 120_000);

  test.each([
    {
      what: 'an empty file',
      text: '',
      options: [],
      fault: 'Die Datei ist leer.',
    },
    {
      what: 'a header alone',
      text: `${REGION_HEADER}\n`,
      options: ['--dry-run'],
      fault: 'Zeile 1: Unter der Kopfzeile steht keine Zeile.',
    },
    {
      what: 'a column of another name',
      text: `${REGION_HEADER.replace('name,typ', 'gemeinde,typ')}\n${regionLine('05158004')}\n`,
      options: ['--json'],
      fault:
        'Zeile 1: In der Kopfzeile fehlt: name. Da steht: ags | ars | gemeinde | typ | kreis_key | kreis_name | rb_key | rb_name | einwohner | flaeche_ha.',
    },
    {
      what: 'a list with one wrong cell',
      text: `${REGION_HEADER}\n${regionLine('05158004')}\n${regionLine('5158012')}\n`,
      options: ['--dry-run', '--json'],
      fault:
        'Zeile 3, Spalte ags: Vorn fehlt eine Null. Tabellenprogramme streichen sie; beim Öffnen der Liste diese Spalte als Text einlesen.',
    },
  ])(
    'refuses $what (options: $options) with exit code 1, place and reason, and stores nothing of it',
    async ({ text, options, fault }) => {
      const before = await stored();
      expect(await kanonImport('regions', await files.file('wrong.csv', text), ...options)).toEqual({
        code: 1,
        out: '',
        err: `kanon: Nichts wurde eingelesen:\nkanon: ${fault}\n`,
      });
      expect((await stored()).data).toEqual(before.data);
    },
  );

  test("reads the ministry's list as it is published, says what it left out, and stores a new county with its district", async () => {
    const schools = await files.file(
      'published.csv',
      'sep=;\r\nSchulnummer;Schulform;Schulbezeichnung_1;Schulbezeichnung_2;Gemeindeschluessel;Schulbetriebsschluessel;\r\n' +
        '990051;02;Erfundene;Schule;05335001;1\r\n990052;04;Erfunden;;05335001;3\r\n690001;0A;Erfunden;;05335001;1\r\n',
    );
    const unknown = await kanonImport('schools', schools);
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringContaining('seinem fünfstelligen Schlüssel legt ihn an'),
    ]);
    const regions = await files.file(
      'county.csv',
      'ags;name;typ\n05335001;Erfundene Stadt;Stadt\n05335;Erfundener Kreis;Kreis\n',
    );
    const added = await kanonImport('regions', regions);
    expect([added.code, added.out]).toEqual([
      0,
      expect.stringContaining('1 Kreise eingelesen, mit Namen und Art: Zeile 3.'),
    ]);
    const { code, out } = await kanonImport('schools', schools, '--lang', 'en');
    expect([code, out.split('\n').slice(0, -1)]).toEqual([
      0,
      [
        expect.stringContaining('1 read: 1 added'),
        'This list has no numbers of pupils; known ones stay.',
        '1 dissolved schools left out: line 4. Those still known stay as they are, or are closed with --closes-missing.',
        '1 school offices and other places that are no school left out: line 5.',
      ],
    ]);
    const { rows } = await owner.query(
      `SELECT s.number, s.name, s.type, s.region, r.parent FROM school s JOIN region r ON r.key = s.region WHERE s.number = '990051'`,
    );
    expect(rows).toEqual([
      {
        number: '990051',
        name: 'Erfundene Schule',
        type: 'Grundschule',
        region: '05335001',
        parent: '05335',
      },
    ]);
    await owner.query(`DELETE FROM school WHERE number = '990051'`);
  }, 120_000);

  test('a file that is missing, or a list that is none of the three, leaves the database alone', async () => {
    const before = await stored();
    expect(await kanonImport('schools', files.at('missing.csv'), '--json')).toEqual({
      code: 1,
      out: '',
      err: 'kanon: Diese Datei lässt sich nicht lesen; bitte Namen und Rechte prüfen.\n',
    });
    expect(await kanonImport('teachers', files.at('missing.csv'))).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^kanon: So geht es: kanon import regions DATEI, kanon import schools DATEI oder kanon import participation DATEI;/,
      ),
    });
    const unknown = await kanonImport('schools', files.at('missing.csv'), '--dryrun');
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(await stored()).toEqual(before);
  });

  test('--closes-missing refuses to close more than a fifth, and closes with --force', async () => {
    const all = await list('all.csv', SCHOOL_HEADER, ...manySchools(4));
    const fewer = await list('fewer.csv', SCHOOL_HEADER, ...manySchools(1));
    expect((await kanonImport('schools', all)).code).toBe(0);
    const before = await stored();
    const refused = await kanonImport('schools', fewer, '--closes-missing', '2026-07-31');
    expect([refused.code, refused.out, refused.err]).toEqual([
      1,
      '',
      expect.stringContaining('Mehr als 20 % der bekannten Einträge fehlen in der Liste;'),
    ]);
    expect((await stored()).data).toEqual(before.data);
    const forced = await kanonImport('schools', fewer, '--closes-missing', '2026-07-31', '--force');
    expect([forced.code, forced.err]).toEqual([0, '']);
    expect(forced.out).toContain('5 geschlossen, 0 aus anderen Ländern übergangen');
  }, 120_000);

  test('a frozen period puts nothing off: it keeps the schools that were fixed for it, and the register goes on', async () => {
    const before = await list('before.csv', SCHOOL_HEADER, ...manySchools(2));
    const changed = manySchools(2).map((line) => line.replace('Grundschule,02', 'Förderschule,08'));
    const after = await list('after.csv', SCHOOL_HEADER, ...changed, schoolLine('990077', '05111000'));
    expect((await kanonImport('schools', before)).code).toBe(0);
    // Schools of the frozen period by their days, whatever the day of this test is.
    await owner.query(`UPDATE school SET valid_from = '2020-01-01', valid_to = NULL`);
    await owner.query(
      `INSERT INTO period (tenant, key, scheme, policy, k, opens_on, closes_on, state, frozen_at, frozen_by, frozen_person)
       VALUES ('05', '2026-Q1', 'but-counselling/1', 1, 5, '2026-01-01', '2026-05-15', 'frozen', now(),
               gen_random_uuid(), gen_random_uuid())`,
    );
    const done = await kanonImport('schools', after);
    expect([done.code, done.out, done.err]).toEqual([
      0,
      expect.stringContaining('3 gelesen: 1 neu, 2 geändert'),
      '',
    ]);
    const typesIn = async (from: string) =>
      (await owner.query(`SELECT type FROM ${from} IN ('900001', '990077') ORDER BY 1`)).rows;
    expect(await typesIn('school WHERE number')).toEqual([{ type: 'Förderschule' }, { type: 'Grundschule' }]);
    expect(await typesIn('period_school WHERE school')).toEqual([{ type: 'Grundschule' }]);
  }, 120_000);
});
