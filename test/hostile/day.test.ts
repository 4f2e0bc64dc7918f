/** Thousands of hostile requests in a row, by everybody, on every route: no 5xx, no leak, and what is stored stays sound. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Role } from '../../src/access/actor.ts';
import { Census } from '../../src/access/census.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { OPEN_PERIOD, SCHOOLS, furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { openPeriod } from '../collection/scene.ts';
import { type Attempt, PLANTED, hostileDay } from './day.ts';

const SEED = Number(process.env['KANON_TEST_SEED'] ?? Date.now() % 1_000_000);
/** Of ten thousand the suite sends a part; `KANON_TEST_REQUESTS=10000` sends them all. */
const COUNT = Number(process.env['KANON_TEST_REQUESTS'] ?? 3_000);
const LANES = 8;

/** Everybody, with the district whose rows they may see. */
const PEOPLE: Readonly<Record<string, { role: Role; region?: string; schools?: string[] }>> = {
  reporter: { role: 'reporter', schools: ['990001', '990002'] },
  colleague: { role: 'provider', schools: ['990001', '990003', '990005'] },
  coordinator: { role: 'coordinator', region: '05111' },
  district: { role: 'district', region: '051' },
  neighbour: { role: 'district', region: '053' },
  state: { role: 'state', region: '05' },
  officer: { role: 'disclosure-officer', region: '05' },
  second: { role: 'disclosure-officer', region: '05' },
  protection: { role: 'protection-officer' },
  auditor: { role: 'auditor' },
  admin: { role: 'admin' },
};

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly type: string;
}

/** What is wrong with an answer, in words. */
function complaints(attempt: Attempt, { status, text, type }: Answered): string[] {
  const found: string[] = [];
  if (status >= 500) found.push(`failed with ${status}`);
  if (status >= 400 && status !== 404 && text !== '' && !type.startsWith('application/problem+json'))
    found.push('is no problem+json');
  if (text.includes(PLANTED)) found.push('repeats what was made up');
  const who = PEOPLE[attempt.who];
  const isAbove = who && ['district', 'state', 'disclosure-officer'].includes(who.role);
  if (
    status < 300 &&
    !isAbove &&
    who?.role !== 'reporter' &&
    who?.role !== 'provider' &&
    /"(pupils|consultations)":|,consultations,/.test(text) &&
    !/openapi|jwks/.test(attempt.path)
  )
    found.push('shows counts to somebody who may see none');
  if (status < 300 && who?.role === 'district' && attempt.path.includes('/summaries/')) {
    const regions = [...text.matchAll(/"region":"(\d+)"|^(\d{2,8})[,;]/gm)].map(([, a, b]) => a ?? b ?? '');
    const foreign = regions.filter((key) => key !== '05' && !key.startsWith(who.region ?? ''));
    if (foreign.length > 0) found.push(`shows a district ${foreign.join(', ')}`);
  }
  return found;
}

describe('a hostile day', () => {
  let kanon: TestApp;
  let owner: pg.Client;
  const tokens = new Map<string, string>();
  const seen = new Map<number, number>();
  const wrong: string[] = [];

  beforeAll(async () => {
    process.stdout.write(`seed of the hostile day: ${SEED} (KANON_TEST_SEED)\n`);
    kanon = await startApp();
    await furnish(kanon, SCHOOLS);
    for (const period of ['2027-Q1', '2027-Q2', '2027-Q3']) await openPeriod(kanon, period);
    for (const [name, { role, ...scope }] of Object.entries(PEOPLE))
      tokens.set(name, (await signedIn(kanon, role, scope)).token);
    tokens.set('forger', `${tokens.get('admin')?.slice(0, -6)}AAAAAA`);
    owner = new pg.Client(kanon.database.ownerUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  async function send(attempt: Attempt): Promise<Answered> {
    const token = tokens.get(attempt.who);
    const answer = await fetch(kanon.url + attempt.path, {
      method: attempt.method,
      headers: {
        ...attempt.headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(attempt.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(attempt.body && !['GET', 'HEAD'].includes(attempt.method) ? { body: attempt.body } : {}),
    });
    return {
      status: answer.status,
      text: await answer.text(),
      type: answer.headers.get('content-type') ?? '',
    };
  }

  test(`of ${COUNT} requests ends without a failure or a leak`, async () => {
    const routes = kanon.app.get(Census).routes();
    const people = [...tokens.keys(), 'nobody'];
    const day = hostileDay(SEED, COUNT, routes, people)
      // fetch itself refuses to send TRACE; the edge's own tests do.
      .filter(({ method }) => method !== 'TRACE')
      .values();
    const lane = async (): Promise<void> => {
      for (const attempt of day) {
        const answer = await send(attempt);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        for (const complaint of complaints(attempt, answer))
          wrong.push(`${attempt.who} ${attempt.method} ${attempt.path}: ${complaint}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await kanon.app.get(Publisher).publishAsked();
    process.stdout.write(`answers by status: ${JSON.stringify(Object.fromEntries([...seen].sort()))}\n`);
    expect(wrong.slice(0, 20)).toEqual([]);
    // A day on which nothing is allowed, or nothing refused, would prove little.
    // A short day may pass without a report that names no revision.
    for (const status of [200, 201, 400, 401, 403, 404, 422, ...(COUNT < 10_000 ? [] : [428])])
      expect([status, (seen.get(status) ?? 0) > 0]).toEqual([status, true]);
  }, 600_000);

  test('leaves every stored report sound, and its history without a gap', async () => {
    const { rows } = await owner.query<{ pupils: number[]; consultations: number[]; codes: string[] }>(
      `SELECT pupils, consultations, string_to_array(array_to_string(cells || "none" || withheld, '+'), '+') AS codes FROM report`,
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { pupils, consultations, codes } of rows) {
      expect([Math.min(...pupils, 5), new Set(codes).size, codes.length]).toEqual([5, 7, 7]);
      pupils.forEach((count, i) => expect(consultations[i]).toBeGreaterThanOrEqual(count));
    }
    const gaps = await owner.query(
      `SELECT r.school FROM report r JOIN report_revision v USING (tenant, period, school)
       GROUP BY r.school, r.period, r.revision_number HAVING max(v.number) <> r.revision_number OR count(*) <> r.revision_number`,
    );
    expect(gaps.rows).toEqual([]);
  });

  test('lets no period be released by one person, twice, or before it was frozen', async () => {
    const { rows } = await owner.query(
      `SELECT p.key FROM period p LEFT JOIN release r ON r.tenant = p.tenant AND r.period = p.key
       WHERE (p.state = 'released') <> (r.id IS NOT NULL) OR r.version > 1 OR p.frozen_person = p.release_asked_person
         OR r.released_at < p.frozen_at`,
    );
    expect(rows).toEqual([]);
  });

  test('leaves nothing made up in any table', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
    );
    for (const { name } of tables) {
      const { rows } = await owner.query(
        `SELECT 1 FROM ${pg.escapeIdentifier(name)} AS t WHERE t::text LIKE '%${PLANTED}%' LIMIT 1`,
      );
      expect([name, rows]).toEqual([name, []]);
    }
  });

  test('would have told each kind of fault', () => {
    const attempt = (who: string, path: string): Attempt => ({
      who,
      method: 'GET',
      path,
      headers: {},
      body: undefined,
    });
    const at = `/v1/regions/05/summaries/${OPEN_PERIOD}`;
    const json = 'application/json';
    expect(complaints(attempt('state', at), { status: 500, text: '', type: json })).toHaveLength(1);
    expect(complaints(attempt('state', at), { status: 422, text: '{}', type: json })).toEqual([
      'is no problem+json',
    ]);
    expect(
      complaints(attempt('state', at), { status: 200, text: `${PLANTED}-${randomUUID()}`, type: json }),
    ).toHaveLength(1);
    expect(
      complaints(attempt('auditor', at), { status: 200, text: '{"pupils":7}', type: json }),
    ).toHaveLength(1);
    expect(
      complaints(attempt('district', at), { status: 200, text: '{"region":"05315"}', type: json }),
    ).toEqual(['shows a district 05315']);
  });
});
