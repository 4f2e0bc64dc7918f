/** Publisher, sequencer and retention with logins of their own: each takes one role, and the service none of theirs. */
import { type RunSql, asLogin } from '../../src/foundation/database/ask.ts';
import { locksToOwner } from '../../src/foundation/database/locks.ts';
import { bringUpToDate, isCurrent } from '../../src/foundation/database/migrate.ts';
import { APART, type Apart, DATABASE_ROLES, roleName } from '../../src/foundation/database/roles.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { Retention } from '../../src/audit/retention.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { faultsOfRights } from '../access/rights-in-catalogue.ts';
import { between, readDoc } from '../docs/markdown.ts';
import {
  call,
  furnish,
  OPEN_PERIOD,
  REPORT,
  signedIn,
  startApp,
  type TestApp,
  freeze,
} from '../setup/app.ts';
import { type Land, type OwnServer, startOwnServer, VERSIONS } from './own-server.ts';

const WHO = Object.keys(APART) as Apart[];
const nameOf = (which: Apart): string => `${which}_of_nrw`;
const each = <T>(give: (which: Apart) => T) =>
  Object.fromEntries(WHO.map((which) => [which, give(which)])) as Record<Apart, T>;

describe.each(VERSIONS)('on %s', (_name, folder) => {
  let server: OwnServer;
  let nrw: Land;
  let apart: Record<Apart, string>;
  beforeAll(async () => {
    server = await startOwnServer(folder);
    nrw = await server.land('kanon_nrw');
    for (const which of WHO)
      await server.sql(`CREATE ROLE ${nameOf(which)} LOGIN NOINHERIT PASSWORD 'invented-for-tests'`);
    apart = each((which) => server.url(nameOf(which), 'kanon_nrw'));
  }, 60_000);
  afterAll(async () => {
    await server.stop();
  });
  const faults = (logins: Partial<Record<Apart, string>>): Promise<string[]> =>
    asLogin(nrw.ownerUrl, (ask) =>
      faultsOfRights(ask, { suffix: '_nrw', owner: nrw.owner, service: nrw.service, apart: logins }),
    );

  test('with one login for all, and then with logins apart, everybody may take exactly its own roles', async () => {
    expect(await bringUpToDate(nrw.ownerUrl, nrw.serviceUrl, {})).toBe(true);
    expect(await faults({})).toEqual([]);
    expect(await isCurrent(nrw.serviceUrl, apart)).toBe(false);
    expect(await bringUpToDate(nrw.ownerUrl, nrw.serviceUrl, apart)).toBe(true);
    expect(await faults(each(nameOf))).toEqual([]);
    expect(await isCurrent(nrw.serviceUrl, apart)).toBe(true);
    // Who forgets the settings is told, not served by the one login.
    expect(await isCurrent(nrw.serviceUrl)).toBe(false);

    for (const [login, own] of [
      [nrw.service, DATABASE_ROLES.filter((role) => !(Object.values(APART) as string[]).includes(role))],
      ...WHO.map((which) => [nameOf(which), [APART[which]]] as const),
    ] as const)
      await asLogin(server.url(login, 'kanon_nrw'), async (ask) => {
        const taken: string[] = [];
        for (const role of DATABASE_ROLES)
          await ask(`SET ROLE ${roleName(role, '_nrw')}`).then(
            () => taken.push(role),
            () => undefined,
          );
        expect([login, taken]).toEqual([login, [...own]]);
      });
  });

  test('locks are for the roles that lock something: no login alone can make others wait, nor can retention', async () => {
    const lock = (ask: RunSql): Promise<string> =>
      ask(`SELECT pg_advisory_lock(20632, hashtext('05 2026-Q1')), pg_advisory_unlock_all()`).then(
        () => 'held',
        (error: unknown) => (error as { code: string }).code,
      );
    const tried = (login: string, role = 'none'): Promise<string> =>
      asLogin(server.url(login, 'kanon_nrw'), async (ask) => {
        await ask(`SET ROLE ${role}`);
        return lock(ask);
      });
    // So it is where no superuser helps: whoever may connect may lock.
    expect(await tried(nameOf('retention'))).toBe('held');
    await server.sql(locksToOwner(nrw.owner), 'kanon_nrw');
    expect(await isCurrent(nrw.serviceUrl, apart)).toBe(false);
    expect(await bringUpToDate(nrw.ownerUrl, nrw.serviceUrl, apart)).toBe(true);
    expect(await faults(each(nameOf))).toEqual([]);
    for (const login of [nrw.service, ...WHO.map(nameOf)])
      expect([login, await tried(login)]).toEqual([login, '42501']);
    expect(await tried(nameOf('retention'), 'kanon_retention_nrw')).toBe('42501');
    expect(await tried(nrw.service, 'kanon_app_nrw')).toBe('held');
    expect(await tried(nameOf('sequencer'), 'kanon_sequencer_nrw')).toBe('held');
  });

  test('the service does all its work through them', async () => {
    const kanon: TestApp = await startApp({
      DATABASE_URL: nrw.serviceUrl,
      ...Object.fromEntries(WHO.map((which) => [`DATABASE_URL_${which.toUpperCase()}`, apart[which]])),
    });
    try {
      await furnish(kanon);
      const { token } = await signedIn(kanon, 'reporter', { schools: ['990001'] });
      const stored = await call(kanon, 'PUT', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
        token,
        body: JSON.stringify(REPORT),
      });
      expect(stored.status).toBe(201);
      const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
      const frozen = await freeze(kanon, OPEN_PERIOD, officer.token);
      expect(frozen.status).toBe(200);
      const second = await signedIn(kanon, 'disclosure-officer', { region: '05' });
      const asked = await call(kanon, 'POST', `/v1/periods/${OPEN_PERIOD}/release`, { token: second.token });
      expect(asked.status).toBe(202);
      await kanon.app.get(Publisher).publishAsked();
      const state = await call(kanon, 'GET', `/v1/periods/${OPEN_PERIOD}/state`, { token: officer.token });
      expect(state.body).toMatchObject({ state: 'released' });
      expect(await kanon.app.get(Retention).erase()).toBe(0);
      await kanon.app.get(Sequencer).sequence();
      expect(await kanon.app.get(Sequencer).status()).toMatchObject({ waiting: 0, strays: 0 });
      const connected = await asLogin(server.superUrl('kanon_nrw'), (ask) =>
        ask<{ login: string }>(
          `SELECT DISTINCT usename::text AS login FROM pg_stat_activity WHERE application_name = 'kanon' ORDER BY 1`,
        ),
      );
      expect(connected.map(({ login }) => login)).toEqual([...WHO.map(nameOf), nrw.service].sort());
    } finally {
      await kanon.close();
    }
  });

  test('the statements of operations.md make what a sealed database needs', async () => {
    const text = await readDoc('docs/operations.md');
    const block = (name: string): string =>
      between(text, `<!-- ${name} -->`, `<!-- /${name} -->`).replaceAll(/^```(sql)?$/gm, '');
    await asSuperuser(server.superUrl(), async (client) => {
      for (const statement of `${block('roles')}${block('logins apart')}`
        .replaceAll(/'choose [a-z ]+'/g, `'invented-for-tests'`)
        .split(';'))
        await client.query(statement);
    });
    await server.sql(block('locks'), 'kanon');
    const login = (which: Apart): string => `kanon_service_${which}`;
    const logins = each((which) => server.url(login(which), 'kanon'));
    const [ownerUrl, serviceUrl] = ['kanon_owner', 'kanon_service'].map((name) =>
      server.url(name, 'kanon'),
    ) as [string, string];
    expect(await bringUpToDate(ownerUrl, serviceUrl, logins)).toBe(true);
    expect(await isCurrent(serviceUrl, logins)).toBe(true);
    expect(
      await asLogin(ownerUrl, (ask) =>
        faultsOfRights(ask, {
          suffix: '',
          owner: 'kanon_owner',
          service: 'kanon_service',
          apart: each(login),
        }),
      ),
    ).toEqual([]);
  });
});
