/** `kanon migrate`: brings the schema up to date as its owner, and ends; the service then needs no such login. */
import { bringUpToDate } from '../../foundation/database/migrate.ts';
import { readSettings } from '../../foundation/settings.ts';
import { Told } from '../../foundation/told.ts';
import { HOST } from '../words/host-words.ts';
import { say } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

export async function migrateOnce({ lang }: Desk): Promise<number> {
  const { databaseUrl, databaseOwnerUrl, databaseUrlsApart } = readSettings(process.env);
  if (!databaseUrl || !databaseOwnerUrl) throw new Told(HOST.migrateNeeds);
  const changed = await bringUpToDate(databaseOwnerUrl, databaseUrl, databaseUrlsApart);
  say(HOST[changed ? 'schemaBrought' : 'schemaCurrent'][lang]);
  return 0;
}
