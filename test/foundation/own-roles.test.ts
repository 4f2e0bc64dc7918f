/** Several Länder on one server: each database has roles of its own, and nobody gets from one into another. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { asLogin, type RunSql } from '../../src/foundation/database/ask.ts';
import { locksToOwner } from '../../src/foundation/database/locks.ts';
import { bringUpToDate, isCurrent, migrate } from '../../src/foundation/database/migrate.ts';
import { ownRoles } from '../../src/foundation/database/role-suffix.ts';
import { DATABASE_ROLES, roleName, spelled, suffixOf } from '../../src/foundation/database/roles.ts';
import { type Expected, faultsOfRights } from '../access/rights-in-catalogue.ts';
import { type Land, type OwnServer, startOwnServer, VERSIONS } from './own-server.ts';
import { migrateAsBefore } from './old-kanon.ts';

const FORBIDDEN = expect.objectContaining({ code: '42501' }) as Error;
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'worked',
    (error: unknown) => error,
  );

test('a role is spelled with the suffix of its database, and nothing else in a statement changes', () => {
  expect(
    spelled(`GRANT SELECT ON kanon_app_log TO kanon_app, "kanon_status" -- kanon_appx kanon.role`, '_nrw'),
  ).toBe(`GRANT SELECT ON kanon_app_log TO kanon_app_nrw, "kanon_status_nrw" -- kanon_appx kanon.role`);
  expect(['kanon_app', 'kanon_owner', 'none'].map((role) => roleName(role, '_b'))).toEqual([
    'kanon_app_b',
    'kanon_owner',
    'none',
  ]);
});

test.each([
  ['kanon_nrw', '_nrw'],
  ['bayern', '_bayern'],
  ['Kanon-Test', '_kanon_test'],
  ['ü'.repeat(63), `_${'_'.repeat(39)}`],
])('the roles of a database called %s end in %s', (database, suffix) => {
  expect(suffixOf(database)).toBe(suffix);
  expect(Math.max(...DATABASE_ROLES.map((role) => roleName(role, suffixOf(database)).length))).toBeLessThan(
    64,
  );
});

describe.each(VERSIONS)('on %s', (_name, folder) => {
  let server: OwnServer;
  beforeEach(async () => {
    server = await startOwnServer(folder);
  }, 60_000);
  afterEach(async () => {
    await server.stop();
  });

  const faults = (land: Land, expected: Omit<Expected, 'owner' | 'service'>): Promise<string[]> =>
    asLogin(land.ownerUrl, (ask) =>
      faultsOfRights(ask, { owner: land.owner, service: land.service, ...expected }),
    );
  const suffixIn = (land: Land): Promise<string | undefined> =>
    asLogin(land.serviceUrl, async (ask) => (await ownRoles(ask))?.suffix);

  test('two Länder share nothing: neither login gets into the other database, or becomes one of its roles', async () => {
    const [kanon, nrw] = [await server.land('kanon'), await server.land('kanon_nrw')];
    for (const land of [kanon, nrw]) await migrate(land.ownerUrl, land.service);
    expect([await suffixIn(kanon), await suffixIn(nrw)]).toEqual(['', '_nrw']);
    expect([await faults(kanon, { suffix: '' }), await faults(nrw, { suffix: '_nrw' })]).toEqual([[], []]);
    expect([await isCurrent(kanon.serviceUrl), await isCurrent(nrw.serviceUrl)]).toEqual([true, true]);

    await server.sql(`CREATE ROLE stranger LOGIN PASSWORD 'invented-for-tests'`);
    for (const [login, database] of [
      [nrw.service, 'kanon'],
      [nrw.owner, 'kanon'],
      [kanon.service, 'kanon_nrw'],
      ['stranger', 'kanon'],
      ['stranger', 'kanon_nrw'],
    ] as const)
      // Not even for an advisory lock.
      expect(
        await failureOf(asLogin(server.url(login, database), (ask) => ask('SELECT pg_advisory_lock(1)'))),
      ).toEqual(FORBIDDEN);
    await asLogin(nrw.serviceUrl, async (ask) => {
      for (const role of DATABASE_ROLES) {
        expect(await failureOf(ask(`SET ROLE ${role}`))).toEqual(FORBIDDEN);
        expect(await failureOf(ask(`SELECT set_config('role', '${role}_nrw', false)`))).toBe('worked');
      }
      expect(await failureOf(ask('CREATE TEMP TABLE mine ()'))).toEqual(FORBIDDEN);
    });
  });

  test('a copy of a database is refused, since its logins could read the other; the sentence says what to do', async () => {
    const [bayern, copy] = [await server.land('bayern'), await server.land('bayern_test')];
    await migrate(bayern.ownerUrl, bayern.service);
    await server.sql(`DROP DATABASE bayern_test`);
    await server.sql(`CREATE DATABASE bayern_test TEMPLATE bayern OWNER ${bayern.owner}`);
    const refused =
      /^The roles of this database \(kanon_app_bayern and the others\) are those of the database bayern too, .*: put one of them on a server of its own, .*docs\/operations\.md\.$/;
    await expect(migrate(server.url(bayern.owner, 'bayern_test'), copy.service)).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message: expect.stringMatching(refused),
    });
    expect(await isCurrent(server.url(bayern.service, 'bayern_test'))).toBe(false);
    // The first one is closed to others and goes on: nobody stops it by granting something elsewhere.
    expect(await bringUpToDate(bayern.ownerUrl, bayern.serviceUrl, {})).toBe(false);
    await migrate(bayern.ownerUrl, bayern.service);
  });

  test('two names that give the same roles are told apart before anything is made', async () => {
    const [first, second] = [await server.land('kanon_hessen'), await server.land('hessen')];
    await migrate(first.ownerUrl, first.service);
    await expect(migrate(second.ownerUrl, second.service)).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message: expect.stringContaining('kanon_app_hessen'),
    });
    expect(
      await asLogin(second.ownerUrl, (ask) => ask(`SELECT FROM pg_class WHERE relname = 'report'`)),
    ).toEqual([]);
  });

  test('an earlier version that is alone on its server keeps its names, and is closed to strangers', async () => {
    const land = await server.land('kanon_alone');
    await migrateAsBefore(land.ownerUrl, land.service);
    await server.sql(`CREATE ROLE kanon_backup LOGIN BYPASSRLS PASSWORD 'invented-for-tests'`);
    await server.sql(`CREATE ROLE curious LOGIN; GRANT kanon_publisher TO curious`);
    expect(await faults(land, { suffix: '' })).toEqual(
      expect.arrayContaining([
        'PUBLIC has CONNECT on database kanon_alone',
        'curious may take kanon_publisher',
      ]),
    );
    expect(await isCurrent(land.serviceUrl)).toBe(false);
    const migration = migrate(land.ownerUrl, land.service);
    if (!folder?.includes('/15/')) {
      // From 16 on only whoever gave it may take it back.
      await expect(migration).rejects.toMatchObject({
        name: 'UnfitDatabase',
        message: expect.stringContaining('REVOKE "kanon_publisher" FROM "curious" GRANTED BY "postgres"'),
      });
      await server.sql('REVOKE kanon_publisher FROM curious');
      await migrate(land.ownerUrl, land.service);
    } else await migration;
    expect(await suffixIn(land)).toBe('');
    // The backup that ran every night runs on.
    expect(await faults(land, { suffix: '', visitors: ['kanon_backup'] })).toEqual([]);
    expect(await isCurrent(land.serviceUrl)).toBe(true);
  });

  test('of two earlier versions with the same roles the first gets its own, the second keeps them, and data stays', async () => {
    const [first, second] = [await server.land('kanon'), await server.land('kanon_second')];
    await migrateAsBefore(first.ownerUrl, first.service);
    await server.sql(`GRANT ${DATABASE_ROLES.join(', ')} TO ${second.owner} WITH ADMIN OPTION`);
    await migrateAsBefore(second.ownerUrl, second.service);
    const write = (ask: RunSql): Promise<unknown> =>
      ask(`INSERT INTO access_entry (tenant, id, at, action, decision, leaf_key, leaf) VALUES
           ('05', gen_random_uuid(), now() - interval '2 months', 'report.read', 'allowed', sha256('a'), sha256('b'))`);
    for (const land of [first, second]) await asLogin(land.ownerUrl, write);

    await migrate(first.ownerUrl, first.service);
    expect(await suffixIn(first)).toBe('_kanon');
    expect(await faults(first, { suffix: '_kanon' })).toEqual([]);
    // Now nobody shares them with the second, but some memberships are not its owner's to take back.
    const told = await failureOf(migrate(second.ownerUrl, second.service));
    if (told !== 'worked') await server.sql(/run (REVOKE .*;)$/.exec((told as Error).message)?.[1] ?? '');
    await migrate(second.ownerUrl, second.service);
    expect(await suffixIn(second)).toBe('');
    expect(await faults(second, { suffix: '' })).toEqual([]);

    for (const [land, suffix] of [
      [first, '_kanon'],
      [second, ''],
    ] as const) {
      await asLogin(land.serviceUrl, async (ask) => {
        const as = async (role: string, kind: string, statement: string): Promise<unknown> => {
          await ask(
            `BEGIN; SELECT set_config('role', '${role}${suffix}', true), set_config('kanon.tenant', '05', true),
             set_config('kanon.role', '${kind}', true)`,
          );
          return failureOf(ask(statement).then((rows) => rows)).finally(() => ask('ROLLBACK'));
        };
        // The trigger that lets retention alone erase names its role.
        expect(await as('kanon_retention', 'retention', 'DELETE FROM access_entry')).toBe('worked');
        expect(await as('kanon_auditor', 'auditor', 'SELECT FROM access_entry')).toBe('worked');
        expect(await as('kanon_auditor', 'auditor', 'DELETE FROM access_entry')).toEqual(FORBIDDEN);
      });
      const left = await asLogin(land.ownerUrl, (ask) =>
        ask('DELETE FROM access_entry').then(() => 'gone', String),
      );
      expect(left).toMatch(/append-only/);
      expect(await bringUpToDate(land.ownerUrl, land.serviceUrl, {})).toBe(false);
    }
  });

  const dump = `${folder ?? ''}/pg_dump`;
  (existsSync(dump) ? test : test.skip)(
    'a restored database is open to nobody after the next start, and its roles are those it had',
    async () => {
      const land = await server.land('kanon_saar');
      await migrate(land.ownerUrl, land.service);
      await server.sql(locksToOwner(land.owner), land.database);
      await migrate(land.ownerUrl, land.service);
      const whole = spawnSync(dump, ['--format=custom', server.superUrl(land.database)], {
        maxBuffer: 2 ** 26,
      });
      expect([whole.status, whole.stderr.toString()]).toEqual([0, '']);
      await server.sql(`DROP DATABASE ${land.database}`);
      // Under another name, as somebody may; the roles go with what stands in it.
      await server.sql(`CREATE DATABASE saar_neu OWNER ${land.owner}`);
      const restored = spawnSync(
        `${folder}/pg_restore`,
        ['--exit-on-error', `--dbname=${server.superUrl('saar_neu')}`],
        { input: whole.stdout },
      );
      expect([restored.status, restored.stderr.toString()]).toEqual([0, '']);
      const [ownerUrl, serviceUrl] = [
        server.url(land.owner, 'saar_neu'),
        server.url(land.service, 'saar_neu'),
      ];
      const census = () =>
        asLogin(ownerUrl, (ask) =>
          faultsOfRights(ask, { suffix: '_saar', owner: land.owner, service: land.service }),
        );
      expect(await census()).toContain('PUBLIC has CONNECT on database saar_neu');
      expect(await bringUpToDate(ownerUrl, serviceUrl, {})).toBe(true);
      expect(await census()).toEqual([]);
      expect(await isCurrent(serviceUrl)).toBe(true);
    },
  );
});
