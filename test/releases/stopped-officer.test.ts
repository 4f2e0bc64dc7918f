/** A process stands still in the request of an officer, another officer asks by another process, and the first one wakes: one request counts. */
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import type { Publisher } from '../../src/releases/publish.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { Owner } from '../access/house.ts';
import { uuid } from '../access/two-laender.ts';
import { call, signedIn, type Signed, type TestApp } from '../setup/app.ts';
import { answering, launch, type Service, until } from '../setup/service.ts';
import { publisherByHand } from './publisher-by-hand.ts';
import { REQUESTS, reportedPeriod, startWithSchools } from './reported-period.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

interface Ask {
  readonly path: string;
  readonly first: object | undefined;
  readonly second: object | undefined;
  /** How far the period has to come before. */
  readonly after: 'open' | 'frozen' | 'released';
  readonly act: string;
  /** The column that tells whose request it is by now. */
  readonly stands: string;
}

const CONFIRM = { confirm: ['not-over', 'incomplete'] };
const ASKS: Readonly<Record<string, Ask>> = {
  'period.frozen': {
    path: 'freeze',
    first: CONFIRM,
    second: CONFIRM,
    after: 'open',
    act: 'period.freeze',
    stands: 'frozen_by::text',
  },
  'period.asked': {
    path: 'release',
    first: undefined,
    second: undefined,
    after: 'frozen',
    act: 'period.release',
    stands: 'release_asked_by::text',
  },
  'correction.opened': {
    path: 'corrections',
    first: { until: '2098-01-31' },
    second: { until: '2099-02-28' },
    after: 'released',
    act: 'period.reopen',
    stands: 'closes_on::text',
  },
};

describe('an officer whose process stands still', () => {
  let kanon: TestApp;
  let owner: Owner;
  let publisher: Publisher;
  let officers: Signed[];
  let service: Service | undefined;
  let year = 2026;
  beforeAll(async () => {
    silenceLog();
    ({ kanon, owner } = await startWithSchools());
    publisher = await publisherByHand(kanon.app, kanon.settings);
    officers = [];
    for (let n = 0; n < 4; n += 1)
      officers.push(await signedIn(kanon, 'disclosure-officer', { region: '05' }));
  });
  afterEach(async () => {
    service?.process.kill('SIGKILL');
    await service?.ended;
    await owner.rows(`DELETE FROM release_claim`);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (officer: Signed, period: PeriodKey, path: string, body?: object) =>
    call(kanon, 'POST', `/v1/periods/${period}/${path}`, {
      token: officer.token,
      ...(body && { body: JSON.stringify(body) }),
    });

  async function prepared(after: Ask['after']): Promise<PeriodKey> {
    year += 1;
    const period = await reportedPeriod(kanon, owner, year);
    if (after === 'open') return period;
    expect((await post(officers[2]!, period, 'freeze', CONFIRM)).status).toBeLessThan(300);
    if (after === 'frozen') return period;
    expect((await post(officers[3]!, period, 'release')).status).toBeLessThan(300);
    await publisher.publishAsked();
    return period;
  }

  /** Another process of the installation, which stops at that step; it publishes nothing that is asked meanwhile. */
  async function stopping(step: string): Promise<Service> {
    await owner.rows(
      `INSERT INTO release_claim (tenant, work, holder, until) VALUES ('05', 'protect', $1, now() + interval '1 hour')`,
      [uuid(9)],
    );
    const { databaseUrl, data, pool, publicUrl } = kanon.settings;
    service = await launch({
      DATABASE_URL: databaseUrl!,
      DATABASE_OWNER_URL: kanon.database.ownerUrl,
      KANON_DATA: data,
      KANON_PUBLIC_URL: publicUrl,
      KANON_POOL: String(pool),
      KANON_TEST_STOP_AT: `stop:${step}`,
    });
    return answering(service, 110);
  }

  test('is tried at each step that such a request has', () => {
    expect(Object.keys(ASKS).sort()).toEqual([...REQUESTS].sort());
  });

  test.each(REQUESTS)(
    'at %s: the other request counts, and the first is not told that it did',
    async (step) => {
      const { path, first, second, after, act, stands } = ASKS[step]!;
      const period = await prepared(after);
      const process = await stopping(step);
      const answer = fetch(`${process.url}/v1/periods/${period}/${path}`, {
        method: 'POST',
        headers: { ...(first && JSON_TYPE), authorization: `Bearer ${officers[0]!.token}` },
        ...(first && { body: JSON.stringify(first) }),
      }).then(({ status }) => status);
      await until(() => process.output().includes(`step ${step}`));
      // As long as that takes, its transaction ends.
      await asSuperuser(kanon.database.superUrl, (client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
        ),
      );
      expect((await post(officers[1]!, period, path, second)).status).toBeLessThan(300);
      const standing = () => owner.rows(`SELECT ${stands} AS stands FROM period WHERE key = $1`, [period]);
      const before = await standing();
      process.process.kill('SIGCONT');
      expect(await answer).toBeGreaterThanOrEqual(500);
      expect(await standing()).toEqual(before);
      const entries = await owner.rows<{ account: string }>(
        `SELECT account FROM access_entry WHERE action = $1 AND period = $2 AND decision = 'allowed' AND account = ANY ($3)`,
        [act, period, [officers[0]!.actor.account, officers[1]!.actor.account]],
      );
      expect(entries).toEqual([{ account: officers[1]!.actor.account }]);
    },
  );
});
