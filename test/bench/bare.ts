/** The yardstick: bare Fastify and pg with Kanon's own statements; no authentication, no rules, a superuser. */
import fastify from 'fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { insertion } from '../../src/access/access-log.ts';
import type { StoredEntry } from '../../src/access/entry-fields.ts';
import { BLANK } from './log-database-kinds.ts';
import type { SqlStatement, Tx } from '../../src/foundation/database/tx.ts';
import { ReportStore } from '../../src/collection/report.store.ts';
import { ReleaseStore } from '../../src/releases/release.store.ts';
import { valuesOfReport } from '../../src/rules/report-row.ts';
import type { Report } from '../../src/rules/report.ts';

interface SchoolPlace {
  readonly school: string;
  readonly period: string;
}
interface RegionPlace {
  readonly region: string;
  readonly period: string;
}

/** The statement that a store sends, so that both sides always run the same SQL. */
async function statementOf(send: (tx: Tx) => unknown): Promise<{ name: string; text: string }> {
  let sent: SqlStatement | undefined;
  const query = (statement: SqlStatement): Promise<object[]> => {
    sent ??= statement;
    return Promise.resolve([{}]);
  };
  await send({ query } as unknown as Tx);
  if (!sent?.name) throw new Error('a statement of a hot path has no name');
  return { name: sent.name, text: sent.text };
}

const any = {} as never;
const releases = new ReleaseStore();
const PUT = await statementOf((tx) =>
  new ReportStore().put(tx, { policy: {}, report: { cells: [], none: [], withheld: [] } } as never),
);
const NEWEST = await statementOf((tx) => releases.newest(tx, any, any));
const ROWS = await statementOf((tx) => releases.rows(tx, any, any, any, any, any));

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });
const reporters = new Map<string, { account: string; tenant: string }>();
for (const { school, account, tenant } of (await pool.query('SELECT * FROM account_school')).rows)
  reporters.set(school, { account, tenant });
const [{ tenant }] = reporters.values() as Iterable<{ tenant: string }> as [{ tenant: string }];

async function within<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** An entry as ours, with values of the same length. */
const entry = (
  action: string,
  at: { region?: string; school?: string; period: string },
  account: string,
): pg.QueryConfig => {
  const { name, text, values } = insertion(
    {
      ...BLANK,
      ...{ tenant, id: randomUUID(), at: new Date(), account, office: 'Erfundenes Amt' },
      ...{ role: 'reporter', scope: at.region ?? at.school ?? null, action, period: at.period, policy: 1 },
      ...{ region: at.region ?? null, school: at.school ?? null },
    } as StoredEntry,
    randomBytes(32),
    randomBytes(32),
  );
  return { ...(name === undefined ? {} : { name }), text, values: [...(values ?? [])] };
};

const server = fastify({ logger: false });
server.get('/health/live', () => ({ status: 'ok' }));

server.put<{ Params: SchoolPlace; Body: Report }>('/v1/schools/:school/reports/:period', ({ params, body }) =>
  within(async (client) => {
    const { account } = reporters.get(params.school)!;
    const values = [
      ...[tenant, params.period, params.school, 5, ...valuesOfReport(body)],
      ...[randomUUID(), account, null, null],
    ];
    const { rows } = await client.query({ ...PUT, values });
    await client.query(entry('report.submit', params, account));
    return rows[0];
  }),
);

server.get<{ Params: RegionPlace }>('/v1/regions/:region/summaries/:period', ({ params }) =>
  within(async (client) => {
    const { region, period } = params;
    const newest = await client.query({ ...NEWEST, values: [tenant, period] });
    const release = newest.rows[0];
    const values = [tenant, release.id, region, `${region}:`, 5, false];
    const { rows } = await client.query({ ...ROWS, values });
    await client.query(entry('summary.read', params, reporters.values().next().value!.account));
    return { release, rows };
  }),
);

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
