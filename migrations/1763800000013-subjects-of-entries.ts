/** Which entry, or whose entries, an auditor asked for: the log of the log says it too. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SubjectsOfEntries1763800000013 implements MigrationInterface {
  readonly name = 'SubjectsOfEntries1763800000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE access_entry ADD subject uuid;
      GRANT INSERT (subject) ON access_entry
        TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher, kanon_status, kanon_retention;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
