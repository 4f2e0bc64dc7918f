/** A released period is opened again, corrected and released anew, over HTTP. */
import pg from 'pg';
import { Database } from '../../src/foundation/database/within.ts';
import { Publisher } from '../../src/releases/publish.ts';
import type { School } from '../../src/reference/reference.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import {
  OPEN_PERIOD,
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
  freeze,
} from '../setup/app.ts';

const COUNTIES = ['05111', '05112', '05113', '05315', '05316', '05314'];
const TYPES = ['Grundschule', 'Gymnasium', 'Grundschule', 'Gymnasium', 'Grundschule', 'Gymnasium'];
const SCHOOLS = COUNTIES.flatMap((region, county) =>
  TYPES.map((type, n): School => ({
    number: String(990_000 + 10 * county + n) as SchoolNumber,
    name: `Erfundene ${type} ${n}`,
    type,
    region: region as RegionKey,
    roll: 300,
    validFrom: '2000-08-01',
    validTo: null,
  })),
);
const OTHERS = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];

describe('a released period that is corrected', () => {
  let kanon: TestApp;
  let owner: pg.Client;
  let [first, second, state]: Signed[] = [];
  const reporters = new Map<string, Signed>();

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon, SCHOOLS);
    owner = new pg.Client(kanon.database.ownerUrl);
    await owner.connect();
    first = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    second = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    state = await signedIn(kanon, 'state', { region: '05' });
    for (const [i, { number }] of SCHOOLS.entries()) {
      reporters.set(number, await signedIn(kanon, 'reporter', { schools: [number] }));
      await report(number, 6 + (i % 7));
    }
    await release();
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (step: string, who: Signed | undefined) =>
    call(kanon, 'POST', `/v1/periods/${OPEN_PERIOD}/${step}`, { token: who?.token });

  async function report(school: string, pupils: number): Promise<void> {
    const answer = await call(kanon, 'PUT', `/v1/schools/${school}/reports/${OPEN_PERIOD}`, {
      token: reporters.get(school)!.token,
      body: JSON.stringify({
        scheme: 'but-counselling/1',
        policy: 1,
        cells: [{ benefits: ['MITTAG'], pupils, consultations: 2 * pupils }],
        none: OTHERS,
        withheld: [],
      }),
    });
    if (answer.status > 201) throw new Error(answer.text);
  }

  async function release(): Promise<string | null> {
    expect((await freeze(kanon, OPEN_PERIOD, first?.token)).status).toBe(200);
    expect((await post('release', second)).status).toBe(202);
    await kanon.app.get(Publisher).publishAsked();
    const { body } = await call(kanon, 'GET', `/v1/periods/${OPEN_PERIOD}/state`, { token: first?.token });
    expect(body.state).toBe('released');
    return body.failure;
  }

  const CORRECTIONS = `/v1/periods/${OPEN_PERIOD}/corrections`;
  const reopen = async (until = '2099-12-31', who = first) => {
    const body = JSON.stringify({ until });
    const { status } = await call(kanon, 'POST', CORRECTIONS, { token: who?.token, body });
    return status;
  };
  const kept = async (): Promise<string[]> =>
    (await call(kanon, 'GET', CORRECTIONS, { token: first?.token })).body.kept;
  const counties = async (district: string, more = ''): Promise<any[]> =>
    (
      await call(kanon, 'GET', `/v1/regions/${district}/summaries/${OPEN_PERIOD}?level=county${more}`, {
        token: state?.token,
        headers: { 'kanon-purpose': 'PLANNING' },
      })
    ).body.rows;

  test('takes reports again only once it is opened, and is opened only if it was released', async () => {
    await expect(report('990000', 30)).rejects.toThrow('released');
    expect(await reopen('2020-01-01')).toBe(400);
    expect(await reopen('2099-02-30')).toBe(400);
    expect(await reopen('2099-12-31', state)).toBe(403);
    expect(await reopen()).toBe(200);
    expect(await reopen()).toBe(409);
    const { body } = await call(kanon, 'GET', `/v1/periods/${OPEN_PERIOD}/state`, { token: first?.token });
    expect(body).toEqual({ period: OPEN_PERIOD, state: 'open', failure: null });
  });

  test('gets a second release that takes over what enough schools of every row corrected', async () => {
    const before = await counties('053');
    for (const school of ['990000', '990002', '990004']) await report(school, 16);
    await report('990030', 25);
    expect(await release()).toBeNull();
    const { rows } = await owner.query('SELECT version FROM release ORDER BY version');
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
    expect(await kept()).toEqual(['990030']);
    expect(await counties('053')).toEqual(before);
  });

  test('stays readable in every version', async () => {
    const versions = await Promise.all([counties('051', '&version=1'), counties('051', '&version=2')]);
    expect(await counties('051')).toEqual(versions[1]);
    expect(versions[0]).not.toEqual(versions[1]);
    // Of 05112 and 05113 nobody corrected anything.
    expect(versions[0].slice(1)).toEqual(versions[1].slice(1));
  });

  test('stays as it is where too few corrected something, and the officer learns whose correction waits', async () => {
    const list = async () => (await call(kanon, 'GET', '/v1/releases', { token: state?.token })).text;
    const before = await list();
    await reopen();
    await report('990001', 11);
    expect(await release()).toBe('corrections-kept');
    expect(await list()).toBe(before);
    expect(await kept()).toEqual(['990001', '990030']);
  });

  test('keeps what a release was made of for the publisher alone', async () => {
    const reads = (role: string) =>
      kanon.app
        .get(Database)
        .within({ role, settings: { 'kanon.tenant': '05', 'kanon.role': 'publisher' } }, (tx) =>
          tx.query({ text: 'SELECT release FROM release_source' }),
        );
    expect(await reads('kanon_publisher')).toHaveLength(2);
    for (const role of ['kanon_app', 'kanon_identity', 'kanon_auditor', 'kanon_status'])
      await expect(reads(role)).rejects.toThrow();
  });

  test('is not opened where a release has a row of two schools of a type beside others, as none has now', async () => {
    const id = '00000000-0000-4000-8000-000000000003';
    const copied = (table: string, change: string, which: string) =>
      owner.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(t, ${change})).* FROM ${table} t
         WHERE ${which} = (SELECT id FROM release WHERE version = 2)`,
      );
    await copied('release', `'{"id": "${id}", "version": 3}'`, 'id');
    await copied('release_source', `'{"release": "${id}"}'`, 'release');
    const few = `CASE WHEN (region, school_type) = ('053', 'Gymnasium') THEN 2 ELSE schools_expected END`;
    await copied(
      'release_row',
      `jsonb_build_object('release', '${id}', 'at_least', false, 'schools_expected', ${few})`,
      'release',
    );
    const answer = await call(kanon, 'POST', CORRECTIONS, {
      token: first?.token,
      body: JSON.stringify({ until: '2099-12-31' }),
    });
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      expect.stringContaining('no later release of it could be protected'),
    ]);
    const { body } = await call(kanon, 'GET', `/v1/periods/${OPEN_PERIOD}/state`, { token: first?.token });
    expect(body.state).toBe('released');
  });
});
