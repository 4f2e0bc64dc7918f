/** What an act was about, and who sat at the command line: entries say both. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ObjectsOfEntries1763800000021 implements MigrationInterface {
  readonly name = 'ObjectsOfEntries1763800000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- NULL in every entry from before: its leaf commits to fields that knew neither.
      ALTER TABLE access_entry ADD object text, ADD operator text;
      GRANT INSERT (object, operator) ON access_entry
        TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher, kanon_status, kanon_retention;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
