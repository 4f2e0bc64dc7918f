/** Bundles of the access log: their entries say which span left, and auditors see how long holds keep entries. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LogBundles1763800000014 implements MigrationInterface {
  readonly name = 'LogBundles1763800000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Of an export: the time asked for, and which leaves of which tree went out.
      ALTER TABLE access_entry ADD span text;
      GRANT INSERT (span) ON access_entry
        TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher, kanon_status, kanon_retention;

      CREATE POLICY audited ON log_hold FOR SELECT TO kanon_auditor USING (tenant = actor_tenant() AND actor_role() = 'auditor');
      GRANT SELECT ON log_hold TO kanon_auditor;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
