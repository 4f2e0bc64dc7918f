/** `kanon migrate`: brings the schema up to date as its owner, and ends; the service then needs no such login. */
import { loginIn } from '../../foundation/database/addresses.ts';
import { isCurrent, migrate } from '../../foundation/database/migrate.ts';
import { readSettings } from '../../foundation/settings.ts';
import { Told } from '../../foundation/told.ts';
import { HOST } from './host-words.ts';
import { say } from './terminal.ts';
import type { Desk } from './words.ts';

export async function migrateOnce({ lang }: Desk): Promise<number> {
  const { databaseUrl, databaseOwnerUrl } = readSettings(process.env);
  if (!databaseUrl || !databaseOwnerUrl) throw new Told(HOST.migrateNeeds);
  if (await isCurrent(databaseUrl)) {
    say(HOST.schemaCurrent[lang]);
    return 0;
  }
  await migrate(databaseOwnerUrl, loginIn(databaseUrl));
  say(HOST.schemaBrought[lang]);
  return 0;
}
