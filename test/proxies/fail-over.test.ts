/** Several servers in DATABASE_URL: the one that takes writes is used, and found again after a fail-over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { primaryOf } from '../../src/foundation/database/primary.ts';
import { OPEN, openWorld, reportNumber, type World } from '../chaos/world.ts';
import { answering, freePort, launch, type Service, until, withoutAge } from '../setup/service.ts';
import { openPair, type Pair } from './standby.ts';

describe('two servers in DATABASE_URL', () => {
  let folder: string;
  let pair: Pair;
  let world: World;
  let service: Service;
  /** The standby is named first. */
  let ports: readonly [number, number];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-fail-over-'));
    pair = await openPair(folder);
    ports = [pair.standby.port, pair.primary.port];
    const env = {
      KANON_DATA: join(folder, 'kanon'),
      KANON_PUBLIC_URL: 'http://localhost:3000',
      DATABASE_URL: `${pair.urlOf('kanon_service', ports)}?target_session_attrs=read-write`,
      DATABASE_OWNER_URL: pair.urlOf('kanon_owner', ports),
    };
    world = await openWorld(env, env.DATABASE_OWNER_URL);
    service = await answering(await launch(env));
  });
  afterAll(async () => {
    // Not by SIGTERM: what waits for a standby that is gone would hold the end up.
    service.process.kill('SIGKILL');
    await service.end();
    await pair.end();
    await rm(folder, { recursive: true, force: true });
  });

  const report = async (n: number): Promise<{ status: number; retryAfter: string | null; body: any }> => {
    const { number, reporter } = world.schools[0]!;
    const answer = await fetch(`${service.url}/v1/schools/${number}/reports/${OPEN}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${reporter.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(reportNumber(n)),
    });
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: await answer.json(),
    };
  };

  test('the primary is used, wherever it stands in the list', async () => {
    const url = (order: readonly number[]): string => pair.urlOf('kanon_service', order);
    for (const order of [ports, [...ports].reverse()])
      expect(await primaryOf(url(order))).toBe(url([pair.primary.port]));
    expect((await report(1)).status).toBe(201);
  });

  test('a start is refused where none takes writes, and each server is named with what it said', async () => {
    const nobody = await freePort();
    const asked = pair.urlOf('kanon_service', [pair.standby.port, nobody]);
    const refused = await launch({ DATABASE_URL: asked });
    expect([await refused.ended, withoutAge(refused.output())]).toEqual([
      1,
      `kanon: No server of the database takes writes: 127.0.0.1:${pair.standby.port} takes no writes; 127.0.0.1:${nobody} ECONNREFUSED. Promote a standby, or name the primary.\n`,
    ]);
    await refused.end();
  });

  test('after a fail-over the same process stores again, and nothing that was acknowledged is lost', async () => {
    const told: number[] = [];
    let sent = 1;
    const put = async (): Promise<boolean> => {
      const { status, retryAfter, body } = await report((sent += 1));
      if (status >= 300) expect([status, retryAfter]).toEqual([503, expect.stringMatching(/^\d+$/)]);
      else told.push(body.revisionNumber);
      return status < 300;
    };
    for (let turn = 0; turn < 10; turn += 1) expect(await put()).toBe(true);
    await pair.primary.kill();
    expect(await put()).toBe(false);
    await pair.standby.ask('SELECT pg_promote()');
    await until(put);
    for (let turn = 0; turn < 10; turn += 1) expect(await put()).toBe(true);
    const kept = await pair.standby.ask(`SELECT number FROM report_revision ORDER BY number`);
    const numbers = kept.map(({ number }) => number as number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(told.filter((number) => !numbers.includes(number))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
    expect(service.process.exitCode).toBe(null);
  });

  test('when the old primary comes back and takes writes too, neither is used by a start', async () => {
    await pair.primary.start();
    const refused = await launch({ DATABASE_URL: pair.urlOf('kanon_service', ports) });
    expect(await refused.ended).toBe(1);
    expect(withoutAge(refused.output())).toMatch(
      /^kanon: More than one server of the database takes writes .* two histories arise\.\n$/,
    );
    await refused.end();
  });

  test('a process that has found its primary stays with it', async () => {
    const { status, body } = await report(90);
    expect(status).toBe(200);
    const [row] = await pair.standby.ask(`SELECT count(*)::int AS n FROM report_revision`);
    expect(row?.['n']).toBe(body.revisionNumber);
  });
});
