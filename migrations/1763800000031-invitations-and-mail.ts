/** Accounts are invited by a list: whoever invites must see which regions there are, to name the line of an unknown one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvitationsAndMail1763800000031 implements MigrationInterface {
  readonly name = 'InvitationsAndMail1763800000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      GRANT SELECT (tenant, key) ON region TO kanon_identity;
      CREATE POLICY invited ON region FOR SELECT TO kanon_identity USING (tenant = actor_tenant());
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
