/** What the catalogue says of rights: nothing is PUBLIC's, and each control that gives something away is found. */
import pg from 'pg';
import type { RunSql } from '../../src/foundation/database/ask.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { faultsOfRights } from './rights-in-catalogue.ts';

/** What somebody might do to a database, and how the census tells it. */
const GIVEN_AWAY: readonly (readonly [string, string | RegExp])[] = [
  ['GRANT CONNECT ON DATABASE {db} TO PUBLIC', /^PUBLIC has CONNECT on database /],
  ['GRANT TEMP ON DATABASE {db} TO PUBLIC', /^PUBLIC has TEMPORARY on database /],
  ['GRANT CREATE ON DATABASE {db} TO kanon_service', /^kanon_service has CREATE on database /],
  ['GRANT CONNECT ON DATABASE {db} TO kanon_app', /^kanon_app has CONNECT on database /],
  ['GRANT USAGE ON SCHEMA public TO PUBLIC', 'PUBLIC has USAGE on schema public'],
  ['GRANT CREATE ON SCHEMA public TO kanon_app', 'kanon_app has CREATE on schema public'],
  [
    'CREATE SCHEMA other AUTHORIZATION kanon_owner; GRANT USAGE ON SCHEMA other TO kanon_app',
    'kanon_app has USAGE on schema other',
  ],
  ['GRANT EXECUTE ON FUNCTION actor_tenant() TO PUBLIC', 'PUBLIC has EXECUTE on function actor_tenant()'],
  [
    'GRANT EXECUTE ON FUNCTION open_year(text) TO kanon_witness',
    'kanon_witness has EXECUTE on function open_year(text)',
  ],
  [
    'GRANT EXECUTE ON FUNCTION await_number() TO kanon_app',
    'await_number() can be made a trigger by kanon_app',
  ],
  ['ALTER FUNCTION only_forward() RESET ALL', 'only_forward() looks for names where its caller says'],
  [
    'ALTER FUNCTION open_year(text) SET search_path = pg_temp, public',
    'open_year(text) looks for names where its caller says',
  ],
  [
    `SET LOCAL ROLE kanon_owner; CREATE FUNCTION more() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS 'SELECT 1'`,
    'more() is known to nobody',
  ],
  ['GRANT SELECT ON tenant TO PUBLIC', 'PUBLIC has SELECT on relation tenant'],
  ['GRANT SELECT (name) ON tenant TO kanon_service', 'kanon_service has SELECT on column tenant.name'],
  ['GRANT USAGE ON TYPE report TO PUBLIC', 'PUBLIC has USAGE on type report'],
  [
    'ALTER DEFAULT PRIVILEGES FOR ROLE kanon_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC',
    'PUBLIC has EXECUTE on default for f',
  ],
  [
    'ALTER DEFAULT PRIVILEGES FOR ROLE kanon_owner GRANT USAGE ON TYPES TO PUBLIC',
    'PUBLIC has USAGE on default for T',
  ],
  [
    'ALTER DEFAULT PRIVILEGES FOR ROLE kanon_owner GRANT SELECT ON TABLES TO kanon_app',
    'kanon_app has SELECT on default for r',
  ],
  [
    'ALTER DEFAULT PRIVILEGES FOR ROLE kanon_owner IN SCHEMA public GRANT SELECT ON TABLES TO kanon_app',
    'kanon_app has SELECT on default in a schema for r',
  ],
  ['CREATE ROLE somebody; GRANT kanon_auditor TO somebody', 'somebody may take kanon_auditor'],
  ['GRANT pg_read_all_data TO kanon_status', 'kanon_status may take pg_read_all_data'],
  ['GRANT kanon_publisher TO kanon_app', 'kanon_app may take kanon_publisher'],
  ['ALTER ROLE kanon_app BYPASSRLS', 'kanon_app can do more than a role of ours should'],
];

describe('a migrated database', () => {
  let database: FreshDatabase;
  let superuser: pg.Client;
  const ask = (async (text: string, values?: unknown[]) =>
    (await superuser.query(text, values)).rows) as RunSql;
  const census = (): Promise<string[]> =>
    faultsOfRights(ask, { suffix: '', owner: 'kanon_owner', service: 'kanon_service' });
  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.ownerUrl);
    superuser = new pg.Client(database.superUrl);
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await database.drop();
  });

  test('gives PUBLIC nothing, and nobody more than was meant', async () => {
    expect(await census()).toEqual([]);
  });

  test.each(GIVEN_AWAY)('%s is found', async (statement, fault) => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    await superuser.query('BEGIN');
    try {
      await superuser.query(statement.replace('{db}', name));
      const found = await census();
      expect(found).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
      expect(found).toHaveLength(1);
    } finally {
      await superuser.query('ROLLBACK');
    }
  });

  test('what its owner makes later is closed from the beginning, and a helper is open to the roles after the next migration', async () => {
    const owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    await owner.query(`CREATE FUNCTION helper() RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION strong() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN NULL; END $$`);
    expect(await census()).toEqual(['strong() looks for names where its caller says']);
    await migrate(database.ownerUrl);
    const { rows } =
      await owner.query(`SELECT has_function_privilege('kanon_witness', 'helper()', 'EXECUTE') AS helper,
      has_function_privilege('kanon_witness', 'strong()', 'EXECUTE') AS strong`);
    expect([rows, await census()]).toEqual([[{ helper: true, strong: false }], []]);
    await owner.query('DROP FUNCTION helper(), strong()');
    await owner.end();
  });

  test('no function of a trigger can be borrowed: not by a role, and not where somebody was given it', async () => {
    const { rows } = await superuser.query<{ name: string; owners: boolean }>(
      `SELECT p.oid::regprocedure::text AS name, prosecdef AS owners FROM pg_proc p
       WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype`,
    );
    expect(rows.filter(({ owners }) => owners).length).toBeGreaterThanOrEqual(3);
    for (const { name, owners } of rows) {
      const borrow = async (right: string): Promise<unknown> => {
        await superuser.query('BEGIN');
        try {
          const place = new URL(database.ownerUrl).pathname.slice(1);
          await superuser.query(`GRANT TEMP ON DATABASE ${place} TO kanon_app; ${right}; SET LOCAL ROLE kanon_app;
            CREATE TEMP TABLE mine (tenant text, id uuid, at timestamptz, leaf bytea, period text, school text, key text, state text);
            CREATE TRIGGER borrowed AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION ${name}`);
          await superuser.query(
            `INSERT INTO mine VALUES ('05', gen_random_uuid(), now(), sha256('forged'), '2026-Q1', '990001', '2026-Q1', 'open')`,
          );
          return 'borrowed';
        } catch (error) {
          return (error as pg.DatabaseError).message;
        } finally {
          await superuser.query('ROLLBACK');
        }
      };
      const bare = name.replace('()', '');
      expect([name, await borrow('SELECT')]).toEqual([name, `permission denied for function ${bare}`]);
      // With the owner's rights it looks for itself where it is.
      if (owners)
        expect([name, await borrow(`GRANT EXECUTE ON FUNCTION ${name} TO kanon_app`)]).toEqual([
          name,
          'not a trigger of this table',
        ]);
    }
  });
});
