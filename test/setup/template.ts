/** A database whose copies share its roles, which no installation may: without suffix, so that tests can name them. */
import { migrate } from '../../src/foundation/database/migrate.ts';
import { writeSuffix } from '../../src/foundation/database/role-suffix.ts';
import { asSuperuser, type DatabaseUrls } from '../../src/embedded/postgres.ts';

/** Migrates an empty database for copying. */
export async function migrateTemplate({ ownerUrl }: DatabaseUrls): Promise<void> {
  await asSuperuser(ownerUrl, (owner) => owner.query(writeSuffix('', true)));
  await migrate(ownerUrl);
}
