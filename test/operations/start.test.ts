/** Starting and stopping as an operator sees it: one clear sentence each, and nothing lost on the way down. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { answering, freePort, launch, type Service, withoutAge } from '../setup/service.ts';

describe('the service on a database server', () => {
  let database: FreshDatabase;
  let service: Service;
  const onServer = (): Record<string, string> => ({
    DATABASE_URL: database.serviceUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });

  beforeAll(async () => {
    database = await freshDatabase();
    service = await answering(await launch(onServer()));
  });
  afterAll(async () => {
    await service.end();
    await database.drop();
  });

  test('starts empty there unless a demo is asked for', async () => {
    const { periods } = (await (await fetch(`${service.url}/v1/periods`)).json()) as { periods: unknown[] };
    expect(periods).toEqual([]);
    expect(service.output()).not.toContain('Demo accounts');
  });

  test('describes itself in OpenAPI 3.1 without an error, each recorded route with its refusals', async () => {
    const source = await (await fetch(`${service.url}/openapi.json`)).text();
    const document = JSON.parse(source);
    expect(document.openapi).toMatch(/^3\.1/);
    const config = await createConfig({
      extends: ['recommended'],
      rules: { 'info-license': 'off', 'no-server-example.com': 'off' },
    });
    const found = await lintFromString({ source, config });
    expect(
      found
        .filter((problem) => problem.severity === 'error')
        .map((problem) => `${problem.ruleId}: ${problem.message}`),
    ).toEqual([]);
    const submit = document.paths['/v1/schools/{school}/reports/{period}'].put;
    expect(submit.requestBody.content['application/json'].schema.$ref).toBe(
      '#/components/schemas/ReportBody',
    );
    expect(Object.keys(submit.responses)).toEqual(
      expect.arrayContaining(['200', '201', '422', '401', '403']),
    );
    expect((await fetch(`${service.url}/docs`)).status).toBe(200);
  });

  test('says so where its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const second = await launch({ ...onServer(), PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken`);
    taken.close();
    await second.end();
  });

  test('finishes requests on their way when it is told to stop, and ends with 0', async () => {
    const own = await answering(await launch({ ...onServer(), KANON_DATA: service.data }));
    // Sign-in hashes for some 50 ms, so these are on their way when the signal comes.
    const requests = Array.from({ length: 8 }, () =>
      fetch(`${own.url}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: 'nobody', password: 'wrong' }),
      }).then((answer) => answer.status),
    );
    // One is answered, so the others have arrived.
    await Promise.race(requests);
    own.process.kill('SIGTERM');
    expect(await Promise.all(requests)).toEqual(requests.map(() => 401));
    expect(await own.ended).toBe(0);
  });
});

describe('a start that cannot be', () => {
  const refused = async (env: Record<string, string>) => {
    const service = await launch(env);
    const code = await service.ended;
    await service.end();
    return { code, said: withoutAge(service.output()) };
  };

  test('names every fault of the settings at once', async () => {
    const { code, said } = await refused({
      PORT: 'eighty',
      KANON_DEMO: 'perhaps',
      KANON_SPEED: '9',
      DATABASE_URL: 'mysql://x',
    });
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(4);
    for (const name of ['PORT', 'KANON_DEMO', 'KANON_SPEED', 'DATABASE_URL']) expect(said).toContain(name);
  });

  test('says where no database answers, without the password', async () => {
    const port = await freePort();
    const { code, said } = await refused({
      DATABASE_URL: `postgres://someone:geheim-17@127.0.0.1:${port}/kanon`,
    });
    expect(code).toBe(1);
    expect(said).toBe(
      `kanon: The database does not answer at 127.0.0.1:${port}: nothing listens there; is PostgreSQL running?\n`,
    );
  });

  test('says when the password is wrong, without it', async () => {
    const database = await freshDatabase();
    const url = Object.assign(new URL(database.serviceUrl), { password: 'geheim-17' }).href;
    const { code, said } = await refused({ DATABASE_URL: url });
    await database.drop();
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(
        /^kanon: The database does not answer at .*: login refused; check user and password\.\n$/,
      ),
    ]);
  });
});

describe('the first start of all', () => {
  test('fills a demo, keeps its passwords in a private file, and starts again on the same data', async () => {
    const data = await mkdtemp(`${tmpdir()}/kanon-test-first-`);
    const first = await answering(await launch({ KANON_DATA: data }), 120);
    const file = `${data}/demo-accounts.json`;
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const accounts = JSON.parse(await readFile(file, 'utf8')) as {
      account: string;
      password: string;
      role: string;
      scope: string;
    }[];
    expect(new Set(accounts.map((account) => account.role)).size).toBe(8);
    expect(first.output()).toMatch(/9\d % stayed in the totals/);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const again = await answering(await launch({ KANON_DATA: data }));
    const { periods } = (await (await fetch(`${again.url}/v1/periods`)).json()) as {
      periods: { state: string }[];
    };
    expect(periods.map((period) => period.state)).toEqual(['open', 'released']);
    const signIn = await fetch(`${again.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        account: 'bezirk',
        password: accounts.find(({ account }) => account === 'bezirk')?.password,
      }),
    });
    expect(signIn.status).toBe(201);
    await again.end();
    await rm(data, { recursive: true, force: true });
  }, 180_000);
});
