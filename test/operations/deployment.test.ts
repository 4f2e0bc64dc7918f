/** The compose file and the image, as far as they can be tried without an engine: parsed, and their commands run. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { UnusableSettings, readSettings } from '../../src/foundation/settings.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { binDir } from '../setup/other-kanon.ts';
import { answering, freePort, launch, until } from '../setup/service.ts';

const file = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

const LOGINS = ['owner', 'service', 'publisher', 'sequencer', 'retention'] as const;

interface Compose {
  services: Record<
    string,
    { environment?: Record<string, string>; secrets?: string[]; command?: string[]; user?: string }
  >;
  secrets: Record<string, { file: string }>;
}

describe('the compose file', () => {
  let compose: Compose;
  beforeAll(async () => {
    compose = parse(await file('docker-compose.yml')) as Compose;
  });

  test('names only settings that Kanon knows, and only secrets that it declares', () => {
    for (const name of ['migrate', 'kanon']) {
      const faults = (() => {
        try {
          readSettings(compose.services[name]?.environment ?? {});
          return [];
        } catch (error) {
          return error instanceof UnusableSettings ? error.faults : [String(error)];
        }
      })();
      // The secrets' files are not here; nothing else may be wrong.
      expect(faults.filter((fault) => !fault.includes('_FILE names cannot be read'))).toEqual([]);
      expect(faults.length).toBeGreaterThan(0);
    }
    for (const { secrets = [] } of Object.values(compose.services))
      for (const name of secrets) expect(Object.keys(compose.secrets)).toContain(name);
  });

  test('keeps the owner of the schema away from the service, and every password out of the file', async () => {
    expect(compose.services['kanon']?.secrets).toEqual([
      'service_url',
      'publisher_url',
      'sequencer_url',
      'retention_url',
    ]);
    expect(await file('docker-compose.yml')).not.toMatch(/PASSWORD: |postgres:\/\/[^ ]*:[^ ]*@/);
  });
});

test('the secrets are made as operations.md says, and a second time only what is new', async () => {
  const script = /```sh\n(\(umask 077; mkdir -p .data[\s\S]*?)```/.exec(
    await file('docs/operations.md'),
  )?.[1];
  const secrets = (parse(await file('docker-compose.yml')) as Compose).secrets;
  const place = await mkdtemp(`${tmpdir()}/kanon-test-secrets-`);
  const all = (): Promise<string[]> =>
    Promise.all(Object.values(secrets).map((secret) => readFile(`${place}/${secret.file}`, 'utf8')));
  try {
    const make = (): unknown =>
      spawnSync('sh', ['-euc', script ?? 'false'], { cwd: place, encoding: 'utf8' }).status;
    expect(make()).toBe(0);
    const made = await all();
    expect(new Set(made).size).toBe(11);
    await rm(`${place}/.data/secrets/retention_url`);
    expect([make(), await all()]).toEqual([0, made]);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

test('the image runs as a user without rights and keeps its tools out', async () => {
  const [, , final = ''] = (await file('Dockerfile')).split(/^FROM /m);
  expect(final).toContain('USER node');
  expect(final).not.toMatch(/npm install|COPY src/);
});

describe('the jobs of the compose file, run by hand', () => {
  let server: EmbeddedPostgres;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(`${tmpdir()}/kanon-test-deployment-`);
    server = await startEmbeddedPostgres({
      dir: `${dir}/postgres`,
      fsync: false,
      ...(binDir ? { binDir } : {}),
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test('make the logins, migrate as the owner, and start a service that knows only its own login', async () => {
    const passwords = Object.fromEntries(LOGINS.map((name) => [name, `${name}-of-a-test`]));
    const script =
      (parse(await file('docker-compose.yml')) as Compose).services['logins']?.command?.[0] ?? '';
    const sql = /<<'SQL'\n([\s\S]*)\nSQL/.exec(script)?.[1] ?? '';
    expect(sql).toContain('CREATE ROLE kanon_owner');
    for (let twice = 0; twice < 2; twice += 1) {
      const psql = spawnSync(
        'psql',
        [
          '-v',
          'ON_ERROR_STOP=1',
          ...Object.entries(passwords).flatMap(([name, password]) => ['-v', `${name}=${password}`]),
          server.superUrl,
        ],
        { input: sql, encoding: 'utf8' },
      );
      expect([psql.status, psql.stderr]).toEqual([0, '']);
    }
    const login = async (role: (typeof LOGINS)[number]) => {
      const url = Object.assign(new URL(server.superUrl), {
        username: role === 'owner' || role === 'service' ? `kanon_${role}` : `kanon_service_${role}`,
        password: passwords[role],
      });
      await writeFile(`${dir}/${role}_url`, `${url.href}\n`, { mode: 0o600 });
      return `${dir}/${role}_url`;
    };
    const own = {
      KANON_DATA: `${dir}/data`,
      DATABASE_URL_FILE: await login('service'),
      DATABASE_URL_PUBLISHER_FILE: await login('publisher'),
      DATABASE_URL_SEQUENCER_FILE: await login('sequencer'),
      DATABASE_URL_RETENTION_FILE: await login('retention'),
    };
    const early = await launch(own);
    expect(await early.ended).toBe(1);
    await early.end();

    for (const said of [
      'Die Tabellen wurden auf den neuesten Stand gebracht.',
      'Die Tabellen sind auf dem neuesten Stand.',
    ]) {
      const job = await launch({ ...own, DATABASE_OWNER_URL_FILE: await login('owner') }, [
        'migrate',
        '--lang',
        'de',
      ]);
      expect([await job.ended, job.output()]).toEqual([0, `${said}\n`]);
      await job.end();
    }

    const metricsPort = await freePort();
    const service = await answering(await launch({ ...own, KANON_METRICS_PORT: String(metricsPort) }));
    expect(await (await fetch(`${service.url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${service.url}/health/ready`)).json()).toEqual({
      status: 'ok',
      log: 'signing',
    });
    await fetch(`${service.url}/v1/regions/05111`);
    const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(figures).toContain(
      'kanon_http_answers_total{route="/v1/regions/:key",method="GET",status="200"} 1',
    );
    expect(figures).not.toContain('05111');
    // Its keys stay, as in the volume of the compose file: the next start is refused without them.
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });

  test('a service whose database is gone lives but is not ready, from the moment that it listens', async () => {
    const service = await launch({
      KANON_TEST_STOP_AT: 'stop:start.listening',
      KANON_DATA: `${dir}/data`,
      ...Object.fromEntries(
        LOGINS.filter((name) => name !== 'owner').map((name) => [
          `DATABASE_URL_${name === 'service' ? '' : `${name.toUpperCase()}_`}FILE`,
          `${dir}/${name}_url`,
        ]),
      ),
    });
    await until(() => service.output().includes('step start.listening'));
    await server.stop();
    service.process.kill('SIGCONT');
    await answering(service);
    // What it says after its addresses it has said by then.
    await until(() => service.output().includes('"event":"failure"'));
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${service.url}/health/ready`);
    expect([ready.status, ready.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    await service.end();
  });
});
