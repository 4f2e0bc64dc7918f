/** `kanon migrate`: brings the schema up to date as its owner, and ends; the service then needs no such login. */
import { loginIn } from '../../foundation/database/addresses.ts';
import { isCurrent, migrate } from '../../foundation/database/migrate.ts';
import { readSettings } from '../../foundation/settings.ts';

export async function migrateOnce(): Promise<number> {
  const { databaseUrl, databaseOwnerUrl } = readSettings(process.env);
  if (!databaseUrl || !databaseOwnerUrl)
    throw new Error(
      'Set DATABASE_URL and DATABASE_OWNER_URL; without them kanon uses its own database and migrates it by itself.',
    );
  if (await isCurrent(databaseUrl)) {
    process.stdout.write('kanon: the schema is up to date\n');
    return 0;
  }
  await migrate(databaseOwnerUrl, loginIn(databaseUrl));
  process.stdout.write('kanon: the schema was brought up to date\n');
  return 0;
}
