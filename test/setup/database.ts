/** A migrated database for one test file or one test: a clone of the template, in about 50 ms. */
import { randomBytes } from 'node:crypto';
import { asSuperuser, createOwnedDatabase, type DatabaseUrls } from '../../src/embedded/postgres.ts';
import type { TestCluster } from './cluster.ts';

export interface FreshDatabase extends DatabaseUrls {
  /** Ends all its connections, then drops it. */
  drop(): Promise<void>;
}

/** Empty but for what the migrations put there, or a copy of one that nobody is connected to; drop it when done. */
export async function freshDatabase(of?: DatabaseUrls): Promise<FreshDatabase> {
  const cluster = testCluster();
  const name = `kanon_test_${randomBytes(8).toString('hex')}`;
  await createOwnedDatabase(
    cluster.superUrl,
    name,
    of ? new URL(of.ownerUrl).pathname.slice(1) : 'kanon_template',
  );
  // PostgreSQL copies no rights on the database itself.
  await asSuperuser(cluster.superUrl, (client) =>
    client.query(
      `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO kanon_service`,
    ),
  );
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    ownerUrl: at(cluster.ownerUrl),
    serviceUrl: at(cluster.serviceUrl),
    superUrl: at(cluster.superUrl),
    async drop() {
      await asSuperuser(cluster.superUrl, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}

/** The cluster all workers share; its URLs lead to the database `postgres`. */
export function testCluster(): TestCluster {
  const facts = process.env['KANON_TEST_CLUSTER'];
  if (!facts)
    throw new Error(
      'There is no test cluster: run the tests with jest and the configuration of this repository.',
    );
  return JSON.parse(facts) as TestCluster;
}
