/** How the service ends: out of the way first where it is told to, and at once where it cannot come back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { postmasterPid } from '../setup/other-kanon.ts';
import { answering, launch, pause } from '../setup/service.ts';

describe('told to stop, with lame-duck seconds', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());
  const started = async (seconds: string) =>
    answering(
      await launch({
        DATABASE_URL: database.serviceUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        KANON_LAME_DUCK: seconds,
      }),
    );

  test('it is not ready first, still answers new connections, and then ends with 0', async () => {
    const service = await started('5');
    service.process.kill('SIGTERM');
    let ready = 200;
    while (ready === 200) {
      ready = (await fetch(`${service.url}/health/ready`, { headers: { connection: 'close' } })).status;
      await pause(20);
    }
    expect(ready).toBe(503);
    // Whoever has not heard of it yet is served as before.
    for (const path of ['/health/live', '/v1/periods'])
      expect((await fetch(service.url + path, { headers: { connection: 'close' } })).status).toBe(200);
    expect(service.output()).toContain('not ready any more; stopping in 5 seconds');
    expect(await service.ended).toBe(0);
    await service.end();
  });

  test('a second signal ends it at once', async () => {
    const service = await started('300');
    service.process.kill('SIGTERM');
    while (!service.output().includes('not ready any more')) await pause(20);
    service.process.kill('SIGTERM');
    await service.ended;
    expect(service.process.signalCode).toBe('SIGTERM');
    await service.end();
  });
});

test('without its embedded PostgreSQL it ends with 1 and says so; started again it is whole', async () => {
  const data = await mkdtemp(`${tmpdir()}/kanon-test-ending-`);
  const own = { KANON_DATA: data, KANON_DEMO: 'off' };
  const first = await answering(await launch(own));
  process.kill(await postmasterPid(`${data}/postgres`), 'SIGKILL');
  expect(await first.ended).toBe(1);
  expect(first.output()).toContain('PostgreSQL ended by itself');
  expect(first.output()).toContain('start it again');
  const again = await answering(await launch(own));
  expect((await fetch(`${again.url}/health/ready`)).status).toBe(200);
  expect(await again.end()).toBe(0);
  await rm(data, { recursive: true, force: true });
});
