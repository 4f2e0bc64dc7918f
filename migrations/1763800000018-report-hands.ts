/** Whose hands a report went through, for counting contributors; and the role of providers, who report for many schools. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReportHands1763800000018 implements MigrationInterface {
  readonly name = 'ReportHands1763800000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Accounts that put or read a report of the school in the period, in any revision; no count. It goes with the
      -- reports of its period. No foreign keys: a row comes beside a report, and its keys hold for both.
      CREATE TABLE report_hand (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        school text COLLATE "C" NOT NULL,
        account uuid NOT NULL,
        PRIMARY KEY (tenant, period, school, account)
      );
      ALTER TABLE report_hand ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON report_hand TO CURRENT_USER USING (true);
      CREATE POLICY own_schools ON report_hand FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() IN ('reporter', 'provider') AND school = ANY (actor_schools()));
      CREATE POLICY protecting ON report_hand FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      GRANT INSERT ON report_hand TO kanon_app;
      GRANT SELECT ON report_hand TO kanon_publisher;

      -- Of an account the publisher learns whose it is and whether it is a provider's; and no more who might report.
      DROP POLICY grouping ON account_school;
      REVOKE SELECT ON account_school FROM kanon_publisher;
      CREATE POLICY grouping ON account FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      GRANT SELECT (tenant, id, person, role) ON account TO kanon_publisher;

      ALTER TABLE account DROP CONSTRAINT account_role_check;
      ALTER TABLE account ADD CONSTRAINT account_role_check CHECK (role IN ('reporter', 'provider', 'coordinator',
        'benefit-office', 'district', 'state', 'disclosure-officer', 'protection-officer', 'auditor', 'admin'));
      DROP INDEX account_one_side;
      CREATE UNIQUE INDEX account_one_side ON account (tenant, person)
        WHERE role IN ('reporter', 'provider', 'coordinator', 'district');

      ALTER POLICY own_schools ON report
        USING (tenant = actor_tenant() AND actor_role() IN ('reporter', 'provider') AND school = ANY (actor_schools()));
      ALTER POLICY own_schools ON report_revision
        USING (tenant = actor_tenant() AND actor_role() IN ('reporter', 'provider') AND school = ANY (actor_schools()));
      ALTER POLICY own_schools ON report_return
        USING (tenant = actor_tenant() AND actor_role() IN ('reporter', 'provider') AND school = ANY (actor_schools()));

      -- Of earlier revisions and reads the access log knows, as long as it is kept.
      INSERT INTO report_hand (tenant, period, school, account)
        SELECT tenant, period, school, reporter FROM report
        UNION
        SELECT e.tenant, e.period, e.school, e.account FROM access_entry e
        JOIN report r ON r.tenant = e.tenant AND r.period = e.period AND r.school = e.school
        WHERE e.action IN ('report.submit', 'report.read') AND e.decision = 'allowed' AND NOT e.dry_run
          AND e.account IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
