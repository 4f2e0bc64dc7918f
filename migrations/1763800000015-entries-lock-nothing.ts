/** An entry locks no row that others need: each took a lock on the one row of its Land. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EntriesLockNothing1763800000015 implements MigrationInterface {
  readonly name = 'EntriesLockNothing1763800000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The policies hold its Land to that of whoever writes, and no role may delete a Land.
      ALTER TABLE access_entry DROP CONSTRAINT access_entry_tenant_fkey;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
