/** Every version of a release stays readable for who may read the newest, and one of the first form still verifies. */
import pg from 'pg';
import * as client from '../../src/client/client.ts';
import { isFinding } from '../../src/disclosure/proof/read-certificate.ts';
import { verifyProof } from '../../src/disclosure/proof/verify.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Signer } from '../../src/identity/signer.ts';
import { CERTIFICATE_TYPE, certificateOf, hexDigest, withProof } from '../../src/releases/certificate.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { readReleaseDocument } from '../../src/tables/read-release-document.ts';
import type { ReleaseDocument } from '../../src/tables/release-document.ts';
import { columnsOfRelease, hiddenCellsOf, rowsOfRelease } from '../../src/tables/release-row.ts';
import type { SchoolFacts } from '../../src/tables/table.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { RELEASED_PERIOD, insertion, uuid } from '../access/two-laender.ts';
import { checkDocument } from '../disclosure/independent-checker.ts';
import { fences, readDoc } from '../docs/markdown.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const BENEFITS = ['LERNFOERDERUNG', 'MITTAG'];
/** Four schools in each of three counties; the first release is older than the form of its rows. */
const SCHOOLS = ['05111', '05112', '05315'].flatMap((region, county) =>
  [0, 1, 2, 3].map((n): SchoolFacts => ({
    school: String(990_000 + 10 * county + n),
    region: region as RegionKey,
    type: 'Grundschule',
    roll: 300,
    reporterGroup: null,
  })),
);
const FIRST = uuid(71);
const SECOND = uuid(72);

describe('versions of a release', () => {
  let kanon: TestApp;
  let owner: pg.Client;
  let [reporter, coordinator, district, state, auditor]: Signed[] = [];

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = new pg.Client(kanon.database.ownerUrl);
    await owner.connect();
    await owner.query(
      insertion('period', {
        ...{ tenant: '05', key: RELEASED_PERIOD, scheme: 'but-counselling/1', policy: 1, k: 5 },
        ...{ opens_on: '2020-01-01', closes_on: '2025-12-31' },
      }),
    );
    await released(FIRST, 1, 10);
    await released(SECOND, 2, 20);
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    district = await signedIn(kanon, 'district', { region: '051' });
    state = await signedIn(kanon, 'state', { region: '05' });
    auditor = await signedIn(kanon, 'auditor');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  /** Puts a release there as the publisher of its time did. */
  async function released(id: string, version: number, least: number): Promise<void> {
    const reports = SCHOOLS.map(({ school }, at) => ({
      school,
      cells: [{ benefits: ['MITTAG'], pupils: 5 + at, consultations: least + at }],
      none: ['LERNFOERDERUNG'],
      withheld: [],
    }));
    const input = { schools: SCHOOLS, reports, benefits: BENEFITS, policy: POLICY_1 };
    const { table, proof } = protectTable(input, await highsSolver());
    const columns = columnsOfRelease(BENEFITS);
    const hiddenCells = hiddenCellsOf(table);
    const isFirst = version === 1;
    const rows = rowsOfRelease(table).map(({ pending, ...row }) =>
      isFirst ? { ...row, atLeast: true } : { ...row, pending },
    ) as ReleaseDocument['rows'];
    await owner.query(
      insertion('release', {
        ...{ tenant: '05', id, period: RELEASED_PERIOD, version, scheme: 'but-counselling/1', policy: 1 },
        ...{ columns, hidden_cells: hiddenCells, withholding_schools: 3, released_at: '2026-02-01' },
      }),
    );
    for (const [position, row] of rows.entries())
      await owner.query(
        insertion('release_row', {
          ...{ tenant: '05', release: id, position, region: row.region, school_type: row.schoolType },
          ...{ schools_expected: row.schoolsExpected, schools_reported: row.schoolsReported },
          ...(isFirst ? { at_least: true } : { pending: false }),
          ...{ consultations: row.consultations, pupils: row.pupils },
        }),
      );
    const head = { id, period: RELEASED_PERIOD, scheme: 'but-counselling/1', columns, hiddenCells };
    // Certificates of these forms did not name the form of their document.
    const { document: _, ...claims } = certificateOf(head, rows, POLICY_1, proof);
    const signed = kanon.app.get(Signer).sign(CERTIFICATE_TYPE, new Date(), claims);
    await owner.query(
      insertion('release_certificate', { tenant: '05', release: id, certificate: withProof(signed, proof) }),
    );
  }

  const read = (who: Signed | undefined, query: string, region = '05111') =>
    call(kanon, 'GET', `/v1/regions/${region}/summaries/${RELEASED_PERIOD}${query}`, {
      token: who?.token,
      headers: { 'kanon-purpose': 'FEEDBACK' },
    });

  test('are read by number, in one form, by everybody who may read the newest', async () => {
    for (const who of [reporter, coordinator, district, state]) {
      const [newest, first, second] = [
        await read(who, ''),
        await read(who, '?version=1'),
        await read(who, '?version=2'),
      ];
      expect([newest.status, first.status, newest.body]).toEqual([200, 200, second.body]);
      expect([first.body.release.id, second.body.release.id]).toEqual([FIRST, SECOND]);
      expect(first.body.format).toBe('kanon-summary/2');
      expect(Object.keys(first.body.rows[0])).toEqual(Object.keys(second.body.rows[0]));
      expect(first.body.rows[0].consultations.MITTAG.value).not.toBe(
        second.body.rows[0].consultations.MITTAG.value,
      );
      expect(first.headers.get('etag')).not.toBe(second.headers.get('etag'));
    }
    expect((await read(district, '?version=1&level=county&format=csv', '051')).text).toContain(
      '05112,Duisburg',
    );
  });

  test('that are none are a problem of their own, and the log names the version that was read', async () => {
    for (const version of ['3', '999999']) {
      const { status, body } = await read(district, `?version=${version}`);
      expect([status, body.type]).toEqual([404, 'urn:kanon:problem:no-such-version']);
      expect(body.detail).toContain('1 to 2');
    }
    for (const version of ['0', '-1', '1.0', '01', '1e0', 'newest', '', '%31%20', '9999999'])
      expect([version, (await read(district, `?version=${version}`)).status]).toEqual([version, 400]);
    const before = await read(state, '?version=1', '05');
    expect(before.status).toBe(200);
    const { rows } = await owner.query(
      `SELECT release, release_version, purpose, decision FROM access_entry WHERE account = $1 AND region = '05'`,
      [state?.actor.account],
    );
    expect(rows).toEqual([{ release: FIRST, release_version: 1, purpose: 'FEEDBACK', decision: 'allowed' }]);
    const unreleased = await call(kanon, 'GET', '/v1/regions/051/summaries/2026-Q1', {
      token: district?.token,
      headers: { 'kanon-purpose': 'PLANNING' },
    });
    expect(unreleased.body.type).toBe('urn:kanon:problem:not-released');
  });

  test('are all listed, each with certificate and document, and both documents verify', async () => {
    const { body } = await call(kanon, 'GET', '/v1/releases', { token: district?.token });
    expect(body.releases.map(({ id, version }: any) => [id, version])).toEqual([
      [SECOND, 2],
      [FIRST, 1],
    ]);
    for (const id of [FIRST, SECOND]) {
      const certificate = await call(kanon, 'GET', `/v1/releases/${id}/certificate`, {
        token: auditor?.token,
      });
      expect(certificate.body.certificate.release).toBe(id);
      const document = await call(kanon, 'GET', `/v1/releases/${id}/document`, {
        token: state?.token,
        headers: { 'kanon-purpose': 'AUDIT' },
      });
      expect(document.body.format).toBe(id === FIRST ? undefined : 'kanon-release/2');
      const found = readReleaseDocument(Buffer.from(document.text), hexDigest);
      if (isFinding(found)) throw new Error(found.pointer);
      expect([verifyProof(found.certified), checkDocument(document.text)]).toEqual([[], []]);
    }
  });

  test('tell nobody how many schools withheld something where these are few', async () => {
    for (const version of [1, 2])
      expect((await read(state, `?version=${version}`, '05')).body.rows[0].schools).toEqual({
        expected: 12,
        reported: 12,
      });
  });

  test('are read by a reporter who signs in with a password, around the counties of the own schools only', async () => {
    await kanon.app.get(Accounts).create(kanon.admin, [
      {
        ...{
          name: 'zwei-schulen',
          role: 'reporter',
          office: 'Erfunden',
          password: 'ein-Satz-zum-Ausprobieren',
        },
        schools: ['990001', '990004'] as SchoolNumber[],
      },
    ]);
    const { body } = await call(kanon, 'POST', '/v1/sessions', {
      body: JSON.stringify({ account: 'zwei-schulen', password: 'ein-Satz-zum-Ausprobieren' }),
    });
    const who = { token: body.access_token } as Signed;
    for (const [region, status] of [
      ['05111', 200],
      ['05315', 200],
      ['051', 200],
      ['053', 200],
      ['05', 200],
      ['05112', 403],
      ['05111000', 403],
      ['055', 403],
    ] as const)
      expect([region, (await read(who, '?version=1', region)).status]).toEqual([region, status]);
    for (const query of ['?level=county', '?by=school-type'])
      expect([query, (await read(who, query, '051')).status]).toEqual([query, 403]);
    const silent = await call(kanon, 'GET', `/v1/regions/05111/summaries/${RELEASED_PERIOD}`, {
      token: who.token,
    });
    expect(silent.body.type).toBe('urn:kanon:problem:purpose-missing');
  });

  test('are read as docs/client.md tells it', async () => {
    const lines = fences(await readDoc('docs/client.md')).find(({ text }) => text.includes('/summaries/'));
    const code = (lines?.text ?? '').replace('2026-Q1', RELEASED_PERIOD);
    const AsyncFunction = (async () => {}).constructor as new (
      ...code: string[]
    ) => (...values: unknown[]) => Promise<void>;
    const api = client.createKanonClient({ baseUrl: kanon.url, token: district?.token ?? '' });
    const said: string[][] = [];
    await new AsyncFunction('kanon', 'console', code)(api, { log: (...texts: string[]) => said.push(texts) });
    expect(said).toEqual([['Düsseldorf', '8 of 8 schools', String(8 * 20 + 28)]]);
  });
});
