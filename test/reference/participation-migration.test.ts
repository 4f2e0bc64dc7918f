/** A database of an earlier version gets the schools of its periods, and who had their reports in hand. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { asSuperuser, createOwnedDatabase } from '../../src/embedded/postgres.ts';
import { SOUND_RELEASE, SOUND_REPORT, insertion, uuid } from '../access/two-laender.ts';
import { testCluster } from '../setup/database.ts';

const { superUrl, ownerUrl } = testCluster();
const name = `kanon_test_earlier_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href;
/** The last migration that a database before participation had. */
const BEFORE = 'EntriesLockNothing1763800000015';

let owner: pg.Client;
const insert = (table: string, row: Readonly<Record<string, unknown>>) => owner.query(insertion(table, row));
const schoolsOf = async (period: string): Promise<string[]> =>
  (
    await owner.query<{ line: string }>(
      `SELECT concat_ws(' ', school, region, type, roll, kind) AS line FROM period_school WHERE period = $1 ORDER BY school`,
      [period],
    )
  ).rows.map(({ line }) => line);

beforeAll(async () => {
  await createOwnedDatabase(superUrl, name);
  const earlier = MIGRATIONS.slice(0, MIGRATIONS.findIndex((migration) => migration.name === BEFORE) + 1);
  const source = new DataSource({
    type: 'postgres',
    url,
    installExtensions: false,
    migrations: earlier,
    migrationsTableName: 'migration',
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  owner = new pg.Client(url);
  await owner.connect();

  const school = (number: string, more: Readonly<Record<string, unknown>> = {}) =>
    insert('school', {
      tenant: '05',
      number,
      name: 'Erfunden',
      type: 'Grundschule',
      region: '05111',
      roll: 400,
      valid_from: '2000-01-01',
      ...more,
    });
  await school('990001');
  await school('990002', { valid_to: '2025-12-31' });
  await school('990003', { region: '05112', valid_from: '2026-02-01' });
  await owner.query(`SELECT open_year('2025-Q4'), open_year('2026-Q1')`);
  const terms = { tenant: '05', scheme: 'but-counselling/1', policy: 1, k: 5, closes_on: '2095-01-01' };
  const frozen = { state: 'frozen', frozen_at: '2026-01-02', frozen_by: uuid(1), frozen_person: uuid(2) };
  const asked = { release_asked_at: '2026-01-03', release_asked_by: uuid(3), release_asked_person: uuid(4) };
  await insert('period', { ...terms, key: '2026-Q1', opens_on: '2026-01-01' });
  await insert('period', { ...terms, key: '2025-Q4', opens_on: '2025-10-01' });
  await insert('period', {
    ...terms,
    key: '2025-Q3',
    opens_on: '2025-07-01',
    ...frozen,
    ...asked,
    state: 'released',
  });
  await insert('period', { ...terms, key: '2090-Q1', opens_on: '2090-01-01' });
  await insert('period', { ...terms, key: '2090-Q2', opens_on: '2090-04-01', ...frozen });
  const report = (period: string, number: string, account: string) =>
    insert('report', { ...SOUND_REPORT, tenant: '05', period, school: number, reporter: account });
  await report('2026-Q1', '990001', uuid(11));
  // It closed after it had reported.
  await report('2026-Q1', '990002', uuid(12));
  await insert('release', { tenant: '05', id: uuid(50), period: '2025-Q3', ...SOUND_RELEASE, version: 1 });
  await insert('release_source', {
    tenant: '05',
    release: uuid(50),
    schools: JSON.stringify([
      { school: '990002', region: '05112', type: 'Gymnasium', roll: null, reporterGroup: null },
    ]),
    reports: '[]',
  });
  let serial = 700;
  const entry = (account: number, more: Readonly<Record<string, unknown>> = {}) =>
    insert('access_entry', {
      tenant: '05',
      id: uuid((serial += 1)),
      at: '2026-02-01',
      account: uuid(account),
      action: 'report.read',
      school: '990001',
      period: '2026-Q1',
      decision: 'allowed',
      leaf_key: Buffer.alloc(32, serial % 200),
      leaf: Buffer.alloc(32, serial % 200),
      ...more,
    });
  await entry(21);
  await entry(21);
  await entry(22, { action: 'report.submit' });
  await entry(23, { action: 'report.submit', dry_run: true });
  await entry(24, { action: 'report.history' });
  await entry(25, { decision: 'refused' });
  await entry(26, { school: '990003' });
  await migrate(url);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await asSuperuser(superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
});

test('an open period gets the register as it stands, and the school that reported before it closed', async () => {
  expect(await schoolsOf('2026-Q1')).toEqual([
    '990001 05111 Grundschule 400 FUNDED',
    '990002 05111 Grundschule 400 FUNDED',
    '990003 05112 Grundschule 400 FUNDED',
  ]);
  expect(await schoolsOf('2025-Q4')).toEqual([
    '990001 05111 Grundschule 400 FUNDED',
    '990002 05111 Grundschule 400 FUNDED',
  ]);
});

test('a released period keeps the schools that its release was made of', async () => {
  expect(await schoolsOf('2025-Q3')).toEqual(['990002 05112 Gymnasium FUNDED']);
});

test('a period that has not opened goes on following the register, unless it was frozen', async () => {
  expect(await schoolsOf('2090-Q1')).toEqual([]);
  expect(await schoolsOf('2090-Q2')).toEqual([
    '990001 05111 Grundschule 400 FUNDED',
    '990003 05112 Grundschule 400 FUNDED',
  ]);
  const { rows } = await owner.query('SELECT key FROM period WHERE schools_fixed_at IS NULL');
  expect(rows).toEqual([{ key: '2090-Q1' }]);
});

test('who put or read a report is known from the report and from the access log', async () => {
  const { rows } = await owner.query('SELECT school, account FROM report_hand ORDER BY school, account');
  expect(rows).toEqual([
    { school: '990001', account: uuid(11) },
    { school: '990001', account: uuid(21) },
    { school: '990001', account: uuid(22) },
    { school: '990002', account: uuid(12) },
  ]);
});
