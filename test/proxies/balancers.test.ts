/** HAProxy and nginx before two processes, as docs/proxies.md sets them up: one is killed, and the other serves on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OPEN, openWorld, reportNumber, type World } from '../chaos/world.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { answering, freePort, launch, type Service } from '../setup/service.ts';
import { describeWith, type Proxy, put, sample, startProxy } from './sample.ts';

const PATIENCE = 60_000;

for (const [program, file, command] of [
  ['haproxy', 'haproxy.cfg', (path: string) => ['haproxy', '-db', '-f', path] as const],
  [
    'nginx',
    'nginx.conf',
    (path: string) =>
      [
        'nginx',
        '-p',
        join(path, '..'),
        '-c',
        path,
        '-e',
        'stderr',
        '-g',
        'daemon off; pid nginx.pid;',
      ] as const,
  ],
] as const)
  describeWith(program, `behind ${program}`, () => {
    let folder: string;
    let database: FreshDatabase;
    let world: World;
    let proxy: Proxy;
    let url: string;
    const services: Service[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), `kanon-test-${program}-`));
      database = await freshDatabase();
      const env = {
        KANON_DATA: join(folder, 'kanon'),
        KANON_PUBLIC_URL: 'http://localhost:8080',
        DATABASE_URL: database.serviceUrl,
      };
      world = await openWorld(env, database.ownerUrl);
      for (const PORT of [await freePort(), await freePort()])
        services.push(await answering(await launch({ ...env, PORT: String(PORT) })));
      const [one, two] = services.map((service) => new URL(service.url).host);
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      const configuration = put(await sample(file), {
        '127.0.0.1:3001': one!,
        '127.0.0.1:3002': two!,
        '127.0.0.1:8080': `127.0.0.1:${port}`,
        // As whoever runs it may add: answers are compressed on their way, and their ETags weakened.
        ...(program === 'nginx' && {
          'access_log off;': 'access_log off; gzip on; gzip_types application/json;',
        }),
      });
      proxy = await startProxy(folder, file, configuration, port, (path) => {
        const [name, ...args] = command(path);
        return [name, ...args];
      });
    });
    afterAll(async () => {
      await proxy.end();
      for (const service of services) await service.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });

    const asked = async (
      person: World['reader'],
      path: string,
      body?: object,
    ): Promise<{ status: number; headers: Headers; bytes: Buffer }> => {
      const answer = await fetch(url + path, {
        headers: {
          authorization: `Bearer ${person.token()}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { method: 'PUT', body: JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, bytes };
    };
    const place = (): string => `/v1/schools/${world.schools[0]!.number}/reports/${OPEN}`;

    test('a report gets its receipt, and its headers arrive', async () => {
      const { status, headers, bytes } = await asked(world.schools[0]!.reporter, place(), reportNumber(1));
      expect(status).toBe(201);
      expect(JSON.parse(String(bytes)).receipt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(headers.get('etag')).toMatch(/^(W\/)?"[0-9a-f-]{36}"$/);
      expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('a bundle of the log arrives whole', async () => {
      const span = `from=2026-01-01T00:00:00Z&to=${new Date().toISOString()}`;
      for (const until = Date.now() + PATIENCE; ; await sleep(200)) {
        const { status, bytes } = await asked(world.auditor, `/v1/access-log/bundle?${span}`);
        // The first checkpoint takes a moment.
        if (status !== 200 && Date.now() < until) continue;
        expect(status).toBe(200);
        // The end mark of a tar.
        expect(bytes.subarray(-1024).equals(Buffer.alloc(1024))).toBe(true);
        return;
      }
    });

    test('an ETag that a proxy weakened, as nginx does where it compresses, is taken back in both ways', async () => {
      const { reporter } = world.schools[0]!;
      const ask = (method: string, headers: Record<string, string>, body?: object) =>
        fetch(url + place(), {
          method,
          headers: {
            authorization: `Bearer ${reporter.token()}`,
            'accept-encoding': 'gzip',
            ...(body && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body && { body: JSON.stringify(body) }),
        });
      const read = await ask('GET', {});
      const tag = read.headers.get('etag')!;
      expect([read.status, read.headers.get('content-encoding'), tag.startsWith('W/')]).toEqual(
        program === 'nginx' ? [200, 'gzip', true] : [200, null, false],
      );
      const weak = tag.replace(/^(W\/)?/, 'W/');
      expect((await ask('GET', { 'if-none-match': weak })).status).toBe(304);
      expect((await ask('PUT', { 'if-match': weak }, reportNumber(2))).status).toBe(200);
      expect((await ask('PUT', { 'if-match': weak }, reportNumber(3))).status).toBe(412);
    });

    test('one process is killed: reports go on by way of the other, each once', async () => {
      const { number, reporter } = world.schools[1]!;
      const path = `/v1/schools/${number}/reports/${OPEN}`;
      services[0]!.process.kill('SIGKILL');
      await services[0]!.ended;
      const numbers: number[] = [];
      let inARow = 0;
      for (const until = Date.now() + PATIENCE; inARow < 20 && Date.now() < until;) {
        const { status, bytes } = await asked(reporter, path, reportNumber(1000 + numbers.length));
        if (status < 300) {
          numbers.push(JSON.parse(String(bytes)).revisionNumber);
          inARow += 1;
        } else {
          expect([502, 503, 504]).toContain(status);
          inARow = 0;
          await sleep(50);
        }
      }
      expect(inARow).toBe(20);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    });
  });
