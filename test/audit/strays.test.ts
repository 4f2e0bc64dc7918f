/** Rows that wait for a number and are no entry: set aside and told, and the log goes on. */
import { rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { measureLog } from '../../src/operations/log-figures.ts';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import pg from 'pg';
import { startApp } from '../setup/app.ts';
import { freshDatabase } from '../setup/database.ts';
import { kanon } from '../cli/run-kanon.ts';
import { Inspector, openLog } from './log-scene.ts';

/** One row of each kind, as a superuser puts it in past every trigger. */
const STRAYS: readonly (readonly [string, string])[] = [
  ['is no entry at all', `INSERT INTO log_pending SELECT '05', gen_random_uuid(), now(), sha256('nothing')`],
  [
    'is an entry with its number',
    `INSERT INTO log_pending SELECT '05', entry, now(), (SELECT leaf FROM access_entry WHERE id = entry)
     FROM log_node WHERE level = 0 AND index = 0`,
  ],
  ['is a waiting entry a second time', 'INSERT INTO log_pending SELECT * FROM log_pending LIMIT 1'],
  [
    'is a waiting entry with another commitment',
    `INSERT INTO log_pending SELECT tenant, entry, at - interval '1 day', sha256('other') FROM log_pending LIMIT 1`,
  ],
  [
    'stands before a waiting entry with another commitment',
    `WITH gone AS (DELETE FROM log_pending RETURNING tenant, entry, at, leaf)
     INSERT INTO log_pending SELECT tenant, entry, at, sha256('other') FROM gone UNION ALL SELECT * FROM gone`,
  ],
];

test.each(STRAYS)('a row that %s gets no leaf, and those behind it get theirs', async (_kind, row) => {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'kanon-test-log-'));
  const log = await openLog(database.serviceUrl, folder);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  try {
    const sequencer = log.sequencer();
    await log.access(2);
    await sequencer.sequence();
    await log.access(1);
    await asSuperuser(database.superUrl, (client) => client.query(row));
    await log.access(2);
    await sequencer.sequence();
    expect(await new Inspector(owner, folder).look()).toMatchObject({
      entries: 5,
      leaves: 5,
      pending: 0,
      signed: 5,
      exported: 5,
      wrong: [],
    });
    expect(await sequencer.status()).toMatchObject({ strays: 1, waiting: 0, refusal: undefined });
    await log.access(1);
    await sequencer.sequence();
    expect(await sequencer.status()).toMatchObject({ strays: 1, tree: { signed: 6 } });
  } finally {
    await owner.end();
    await log.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});

test('figures and `kanon log status` tell of them', async () => {
  const service = await startApp();
  try {
    const registry = new Registry();
    measureLog(registry, service.app);
    const status = (...options: string[]) =>
      kanon(['log', 'status', ...options], {
        DATABASE_URL: service.database.serviceUrl,
        KANON_DATA: service.settings.data,
        KANON_URL: service.url,
      });
    await service.app.get(Sequencer).sequence();
    expect(await registry.metrics()).toMatch(/^kanon_log_strays 0$/m);
    expect((await status()).out).not.toContain('strays');
    await asSuperuser(service.database.superUrl, (client) => client.query(STRAYS[0]![1]));
    await service.app.get(Sequencer).sequence();
    expect(await registry.metrics()).toMatch(/^kanon_log_strays 1$/m);
    const german = await status();
    expect([german.code, german.out]).toEqual([
      0,
      expect.stringMatching(/^strays {3}1 wartende .*\nsigns {4}ja\n$/m),
    ]);
    const { code, out } = await status('--lang', 'en');
    expect([code, out]).toEqual([0, expect.stringMatching(/^strays {3}1 row\(s\) .*\nsigns {4}yes\n$/m)]);
  } finally {
    await service.close();
  }
});
