/** Who has reported, without a count; reports sent back by a coordinator; certificates of releases. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReturnsAndCertificates1763800000008 implements MigrationInterface {
  readonly name = 'ReturnsAndCertificates1763800000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kanon_status') THEN CREATE ROLE kanon_status NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was quicker
      END $$;
      GRANT USAGE ON SCHEMA public TO kanon_status;

      -- Whether a school lies within the actor's region. A school is public, so the lookup needs no scope of its own.
      CREATE FUNCTION is_own_school(tenant text, number text) RETURNS boolean LANGUAGE sql STABLE
        RETURN actor_region() <> '' AND EXISTS (SELECT FROM school s
          WHERE s.tenant = is_own_school.tenant AND s.number = is_own_school.number AND starts_with(s.region, actor_region()));

      CREATE TABLE report_return (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        school text COLLATE "C" NOT NULL,
        revision_number integer NOT NULL CHECK (revision_number > 0),
        reason text NOT NULL CHECK (reason IN ('SCHOOL_ASKED', 'WRONG_SCHOOL', 'WRONG_PERIOD', 'COUNTED_TWICE', 'TEST_REPORT')),
        returned_at timestamptz NOT NULL DEFAULT now(),
        returned_by uuid NOT NULL,
        PRIMARY KEY (tenant, period, school, revision_number),
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number)
      );
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON report_return FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON report_return FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      -- The same lock as a report takes: nothing is sent back once its period is frozen.
      CREATE TRIGGER only_while_open BEFORE INSERT ON report_return FOR EACH ROW EXECUTE FUNCTION only_while_open();

      CREATE TABLE release_certificate (
        tenant text NOT NULL,
        release uuid NOT NULL,
        certificate text NOT NULL,
        PRIMARY KEY (tenant, release),
        FOREIGN KEY (tenant, release) REFERENCES release (tenant, id)
      );
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON release_certificate
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON release_certificate
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE report_return ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE release_certificate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON report_return TO CURRENT_USER USING (true);
      CREATE POLICY owner ON release_certificate TO CURRENT_USER USING (true);

      CREATE POLICY status ON tenant FOR SELECT TO kanon_status USING (tenant = actor_tenant());
      CREATE POLICY status ON region FOR SELECT TO kanon_status USING (tenant = actor_tenant());
      CREATE POLICY status ON school FOR SELECT TO kanon_status USING (tenant = actor_tenant());
      CREATE POLICY status ON policy FOR SELECT TO kanon_status USING (tenant = actor_tenant());
      CREATE POLICY status ON period FOR SELECT TO kanon_status USING (tenant = actor_tenant());
      -- The rows, but by the grants below no count of them.
      CREATE POLICY status ON report FOR SELECT TO kanon_status
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer')
          AND is_own_school(tenant, school));
      CREATE POLICY status ON report_return FOR SELECT TO kanon_status
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer')
          AND is_own_school(tenant, school));
      CREATE POLICY returned ON report_return FOR INSERT TO kanon_status
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'coordinator' AND is_own_school(tenant, school));
      CREATE POLICY own_schools ON report_return FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'reporter' AND school = ANY (actor_schools()));
      CREATE POLICY protecting ON report_return FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      CREATE POLICY readers ON release_certificate FOR SELECT TO kanon_app
        USING (tenant = actor_tenant()
          AND actor_role() IN ('district', 'state', 'disclosure-officer', 'protection-officer', 'auditor'));
      CREATE POLICY published ON release_certificate FOR INSERT TO kanon_publisher
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'publisher');

      GRANT SELECT ON tenant, region, school, policy, period, report_return TO kanon_status;
      GRANT SELECT (tenant, period, school, revision_number, reported_at) ON report TO kanon_status;
      GRANT INSERT (tenant, period, school, revision_number, reason, returned_by) ON report_return TO kanon_status;
      GRANT SELECT ON report_return TO kanon_app, kanon_publisher;
      GRANT SELECT ON release_certificate TO kanon_app;
      GRANT INSERT ON release_certificate TO kanon_publisher;

      CREATE POLICY written_too ON access_entry FOR INSERT TO kanon_status WITH CHECK (tenant = actor_tenant());
      GRANT INSERT (tenant, id, at, account, system, office, role, scope, action, region, school, period, release,
                    release_version, level, "by", dry_run, purpose, decision, rules, policy, token, commitment)
        ON access_entry TO kanon_status;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
