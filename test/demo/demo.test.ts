/** The demo is made once: by one of two processes, and never beside half of an older one without a word. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { query } from '../setup/other-kanon.ts';
import { answering, launch } from '../setup/service.ts';
import { signIns } from '../chaos/steps-demo.ts';

let database: FreshDatabase;
let data: string;
const env = (): Record<string, string> => ({
  DATABASE_URL: database.serviceUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  KANON_DATA: data,
  KANON_DEMO: 'on',
  KANON_POOL: '4',
});

beforeEach(async () => {
  database = await freshDatabase();
  data = await mkdtemp(`${tmpdir()}/kanon-test-demo-`);
});
afterEach(async () => {
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

test('of two starts at once one makes it, and the other waits for it', async () => {
  const services = await Promise.all([launch(env()), launch(env())]);
  await Promise.all(services.map((service) => answering(service, 400)));
  const said = services.map((service) => service.output());
  expect(said.filter((lines) => lines.includes('inventing schools'))).toHaveLength(1);
  expect(said.filter((lines) => lines.includes('Of '))).toHaveLength(1);
  for (const { url } of services) expect(new Set(await signIns(url, data))).toEqual(new Set([201]));
  expect(await query(database.ownerUrl, 'SELECT count(*)::int AS n FROM release')).toEqual([{ n: 1 }]);
  for (const service of services) {
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  }
}, 420_000);

test('half a demo of a version without marks is told, with what to do', async () => {
  await query(
    database.ownerUrl,
    `INSERT INTO school (tenant, number, name, type, region, valid_from)
     VALUES ('05', '900001', 'Erfundene Grundschule 1, Düsseldorf', 'Grundschule', '05111', '2020-08-01')`,
  );
  const service = await answering(await launch(env()));
  expect(service.output()).toContain('An earlier start left half a demo');
  expect(service.output()).toContain('or set KANON_DEMO=off');
  service.process.kill('SIGTERM');
  await service.ended;
});

test('real schools stand alone', async () => {
  await query(
    database.ownerUrl,
    `INSERT INTO school (tenant, number, name, type, region, valid_from)
     VALUES ('05', '123456', 'Wirkliche Schule', 'Grundschule', '05111', '2020-08-01')`,
  );
  const service = await answering(await launch(env()));
  expect(service.output()).not.toContain('half a demo');
  expect(await query(database.ownerUrl, 'SELECT count(*)::int AS n FROM school')).toEqual([{ n: 1 }]);
  service.process.kill('SIGTERM');
  await service.ended;
});
