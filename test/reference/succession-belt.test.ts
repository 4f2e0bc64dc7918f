/** Grants and row-level security of the successions alone: every role reads its own Land, administrators write, nobody deletes. */
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';

const TABLES = [
  { table: 'school_succession', of: 'school', first: '990001', second: '990002' },
  { table: 'region_succession', of: 'region', first: '05158004', second: '05158008' },
] as const;
const READERS = ['kanon_app', 'kanon_publisher', 'kanon_status'];
const OTHERS = ['kanon_identity', 'kanon_auditor'];

let database: FreshDatabase;
let owner: pg.Client;
let service: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.ownerUrl);
  service = new pg.Client(database.serviceUrl);
  await Promise.all([owner.connect(), service.connect()]);
  for (const key of ['05158004', '05158008'])
    await owner.query(`INSERT INTO region VALUES ('05', $1, 'Erfunden', 'Stadt', '05158', '1975-01-01')`, [
      key,
    ]);
  for (const number of ['990001', '990002'])
    await owner.query(
      `INSERT INTO school VALUES ('05', $1, 'Erfunden', 'Grundschule', '05158', 5, '1975-01-01')`,
      [number],
    );
  for (const { table, of, first, second } of TABLES)
    await owner.query(`INSERT INTO ${table} (tenant, ${of}, successor) VALUES ('05', $1, $2)`, [
      first,
      second,
    ]);
});
afterAll(async () => {
  await Promise.all([service.end(), owner.end()]);
  await database.drop();
});

/** One statement in this scope, rolled back again: how many rows it met, or the code of its refusal. */
async function as(role: string, actor: string, tenant: string, text: string): Promise<number | string> {
  await service.query(
    `BEGIN; SELECT set_config('kanon.tenant', '${tenant}', true), set_config('kanon.role', '${actor}', true), set_config('role', '${role}', true)`,
  );
  try {
    return (await service.query(text)).rowCount ?? 0;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'unknown';
  } finally {
    await service.query('ROLLBACK');
  }
}

describe.each(TABLES)('$table', ({ table, of, first, second }) => {
  const insertion = (tenant: string, key: string, successor: string) =>
    `INSERT INTO ${table} (tenant, ${of}, successor) VALUES ('${tenant}', '${key}', '${successor}')`;

  test('is read in its own Land by those who read the code lists', async () => {
    for (const role of READERS) {
      expect([role, await as(role, '', '05', `SELECT FROM ${table}`)]).toEqual([role, 1]);
      expect([role, await as(role, 'admin', '09', `SELECT FROM ${table}`)]).toEqual([role, 0]);
      expect([role, await as(role, 'admin', '', `SELECT FROM ${table}`)]).toEqual([role, 0]);
    }
    for (const role of OTHERS) expect(await as(role, 'admin', '05', `SELECT FROM ${table}`)).toBe('42501');
  });

  test('is written by an administrator of its Land, and by nobody else', async () => {
    expect(await as('kanon_app', 'admin', '05', insertion('05', second, first))).toBe(1);
    expect(await as('kanon_app', 'admin', '09', insertion('05', second, first))).toBe('42501');
    expect(await as('kanon_app', 'admin', '05', `UPDATE ${table} SET withdrawn = true`)).toBe(1);
    expect(await as('kanon_app', 'admin', '09', `UPDATE ${table} SET withdrawn = true`)).toBe(0);
    expect(await as('kanon_app', 'admin', '05', `UPDATE ${table} SET successor = ''`)).toBe('42501');
    for (const actor of ['reporter', 'district', 'disclosure-officer', 'publisher', '']) {
      expect([actor, await as('kanon_app', actor, '05', insertion('05', second, first))]).toEqual([
        actor,
        '42501',
      ]);
      expect([actor, await as('kanon_app', actor, '05', `UPDATE ${table} SET withdrawn = true`)]).toEqual([
        actor,
        0,
      ]);
    }
    for (const role of ['kanon_publisher', 'kanon_status', ...OTHERS]) {
      expect([role, await as(role, 'admin', '05', insertion('05', second, first))]).toEqual([role, '42501']);
      expect([role, await as(role, 'admin', '05', `UPDATE ${table} SET withdrawn = true`)]).toEqual([
        role,
        '42501',
      ]);
    }
  });

  test('is not emptied by anybody', async () => {
    for (const role of [...READERS, ...OTHERS])
      for (const text of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
        expect([role, await as(role, 'admin', '05', text)]).toEqual([role, '42501']);
  });

  test('names known keys, and nobody succeeds itself', async () => {
    const unknown = first.replace(/.$/, '9');
    expect(await as('kanon_app', 'admin', '05', insertion('05', first, unknown))).toBe('23503');
    expect(await as('kanon_app', 'admin', '05', insertion('05', unknown, first))).toBe('23503');
    expect(await as('kanon_app', 'admin', '05', insertion('05', first, first))).toBe('23514');
  });
});

test('each part of the service calls what it has to of participation, and nobody the list behind it', async () => {
  const calls = {
    "SELECT FROM listed_schools('05', '2026-Q1')": [],
    "SELECT fix_period_schools('2026-Q1')": ['kanon_app', 'kanon_publisher', 'kanon_status'],
    "SELECT FROM foreseen_schools('2026-Q1')": ['kanon_app', 'kanon_publisher', 'kanon_status'],
    "SELECT change_participation('2026-Q1', '990001', 'NONE', 'LIST_WRONG', NULL, gen_random_uuid())": [
      'kanon_app',
    ],
  };
  for (const [text, allowed] of Object.entries(calls))
    for (const role of ['kanon_app', 'kanon_publisher', 'kanon_status', ...OTHERS] as const)
      expect([text, role, (await as(role, 'admin', '05', text)) !== '42501']).toEqual([
        text,
        role,
        (allowed as string[]).includes(role),
      ]);
});
