/** `kanon migrate`: brings the schema up to date as its owner, and ends; the service then needs no such login. */
import { bringUpToDate } from '../../foundation/database/migrate.ts';
import { readSettings } from '../../foundation/settings.ts';

export async function migrateOnce(): Promise<number> {
  const { databaseUrl, databaseOwnerUrl, databaseUrlsApart } = readSettings(process.env);
  if (!databaseUrl || !databaseOwnerUrl)
    throw new Error(
      'Set DATABASE_URL and DATABASE_OWNER_URL; without them kanon uses its own database and migrates it by itself.',
    );
  const changed = await bringUpToDate(databaseOwnerUrl, databaseUrl, databaseUrlsApart);
  process.stdout.write(`kanon: the schema ${changed ? 'was brought' : 'is'} up to date\n`);
  return 0;
}
