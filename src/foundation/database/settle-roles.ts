/** Decides, once for each database, which roles are its own; a database of an earlier version is brought there. */
import { type RunSql, inOne } from './ask.ts';
import { takeOwnRoles } from './own-roles.ts';
import { mustBeAlone, ownRoles, type OwnRoles, usersElsewhere, writeSuffix } from './role-suffix.ts';
import { suffixOf } from './roles.ts';

/**
 * The roles of a database, written into it where they were not yet; as its owner, before any migration runs.
 *
 * A new database is called by its name, and the one that is named `kanon` has no suffix where that is free. One of an
 * earlier version keeps the roles it has, unless another database of the server has them too.
 *
 * isSealed  whether strangers are kept out already; what others grant in databases of their own then harms nobody here
 * throws    UnfitDatabase where another database has these roles
 */
export async function settleRoles(ask: RunSql, isSealed: boolean): Promise<OwnRoles> {
  const own = await ownRoles(ask);
  if (own) {
    if (!isSealed) await mustBeAlone(ask, own);
    return own;
  }
  const [{ name } = { name: '' }] = await ask<{ name: string }>('SELECT current_database() AS name');
  const isTaken = (await usersElsewhere(ask, '')).length > 0;
  const isEarlier = await hasMigrations(ask);
  const suffix = !isTaken && (isEarlier || name === 'kanon') ? '' : suffixOf(name);
  const settled = { suffix, shared: false };
  await mustBeAlone(ask, settled);
  await inOne(ask, async () => {
    if (isEarlier && isTaken) await takeOwnRoles(ask, suffix);
    await ask(writeSuffix(suffix));
  });
  return settled;
}

async function hasMigrations(ask: RunSql): Promise<boolean> {
  const [row] = await ask<{ there: boolean }>(`SELECT to_regclass('public.migration') IS NOT NULL AS there`);
  return row?.there === true && (await ask('SELECT FROM migration LIMIT 1')).length > 0;
}
