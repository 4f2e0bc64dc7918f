/** Before all tests: one throw-away PostgreSQL with a migrated template, from which each test clones its own. */
import { rm } from 'node:fs/promises';
import { asSuperuser, startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { markedFolder, sweep } from './sweep.ts';
import { migrateTemplate } from './template.ts';

/** What a test worker must know, as JSON in KANON_TEST_CLUSTER. */
export interface TestCluster {
  ownerUrl: string;
  serviceUrl: string;
  superUrl: string;
  version: string;
}

const template = 'kanon_template';

export default async function startCluster(): Promise<void> {
  await sweep();
  const dir = await markedFolder();
  const binDir = process.env['KANON_TEST_PG_BIN'];
  const server = await startEmbeddedPostgres({
    dir,
    fsync: false,
    settings: { max_connections: '200' },
    ...(binDir && { binDir }),
  });
  const remove = async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
  Object.assign(globalThis, { stopTestCluster: remove });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void remove().finally(() => process.kill(process.pid, signal)));
  }
  try {
    await server.createDatabase(template);
    await migrateTemplate(server.urlsFor(template));
    await asSuperuser(
      server.superUrl,
      (client) => client.query(`ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`), // a visitor would block the clones
    );
  } catch (error) {
    await remove();
    throw error;
  }
  const { version } = server;
  const facts: TestCluster = { ...server.urlsFor('postgres'), version };
  process.env['KANON_TEST_CLUSTER'] = JSON.stringify(facts);
  process.stdout.write(`Tests run on PostgreSQL ${version}\n`);
}
