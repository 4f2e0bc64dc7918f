/** A database as an earlier version left it: roles without suffix, open to every login of the server. */
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.ts';
import { asLogin } from '../../src/foundation/database/ask.ts';
import { DATABASE_ROLES } from '../../src/foundation/database/roles.ts';

/** The last migration before databases had roles of their own. */
const LAST = 'Previews1763800000020';

/** Migrates it and lets the login take the roles, as it was done then. */
export async function migrateAsBefore(ownerUrl: string, serviceLogin: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    installExtensions: false,
    migrations: MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name === LAST) + 1),
    migrationsTableName: 'migration',
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  await asLogin(ownerUrl, async (ask) => {
    const [server] = await ask<{ number: number }>(
      `SELECT current_setting('server_version_num')::int AS number`,
    );
    await ask('GRANT SELECT ON migration TO kanon_app');
    for (const role of DATABASE_ROLES)
      await ask(
        `GRANT ${role} TO ${serviceLogin} ${server!.number >= 160_000 ? 'WITH INHERIT FALSE, SET TRUE' : ''}`,
      );
  });
}
