/** Released outcomes: tables of their own beside those of the counselling, with a certificate, and never changed again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReleasedOutcomes1763800000065 implements MigrationInterface {
  readonly name = 'ReleasedOutcomes1763800000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE outcome_release (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL,
        period text COLLATE "C" NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        scheme text NOT NULL,
        policy integer NOT NULL,
        columns text[] NOT NULL,
        released_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, id),
        UNIQUE (tenant, period, version),
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key),
        FOREIGN KEY (tenant, policy) REFERENCES policy (tenant, number)
      );

      -- One published row: a region, or a district and one of its bodies. A row of which no body reported numbers has NULLs.
      CREATE TABLE outcome_release_row (
        tenant text NOT NULL,
        release uuid NOT NULL,
        region text COLLATE "C" NOT NULL,
        body text NOT NULL DEFAULT '',
        position integer NOT NULL,
        bodies_expected integer NOT NULL,
        bodies_reported integer NOT NULL,
        bodies_in_gap integer NOT NULL,
        grants integer[] NOT NULL,
        children integer[] NOT NULL,
        PRIMARY KEY (tenant, release, region, body),
        FOREIGN KEY (tenant, release) REFERENCES outcome_release (tenant, id),
        FOREIGN KEY (tenant, region) REFERENCES region (tenant, key),
        CHECK (bodies_reported + bodies_in_gap <= bodies_expected),
        CONSTRAINT nothing_reported_shows_nothing CHECK (
          bodies_reported > 0 OR num_nonnulls(VARIADIC grants) + num_nonnulls(VARIADIC children) = 0)
      );

      CREATE TABLE outcome_certificate (
        tenant text NOT NULL,
        release uuid NOT NULL,
        certificate text NOT NULL,
        PRIMARY KEY (tenant, release),
        FOREIGN KEY (tenant, release) REFERENCES outcome_release (tenant, id)
      );

      -- What a release was made of, so that a later one takes over no correction whose difference would tell of fewer than k
      -- children; and which corrections it left out. For making releases alone.
      CREATE TABLE outcome_source (
        tenant text NOT NULL,
        release uuid NOT NULL,
        outcomes json NOT NULL,
        PRIMARY KEY (tenant, release),
        FOREIGN KEY (tenant, release) REFERENCES outcome_release (tenant, id)
      );
      ALTER TABLE outcome_source ALTER outcomes SET STATISTICS 0;

      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON outcome_release FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON outcome_release_row FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON outcome_certificate FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON outcome_release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON outcome_release_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON outcome_certificate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE outcome_release ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE outcome_release_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE outcome_certificate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE outcome_source ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON outcome_release TO CURRENT_USER USING (true);
      CREATE POLICY owner ON outcome_release_row TO CURRENT_USER USING (true);
      CREATE POLICY owner ON outcome_certificate TO CURRENT_USER USING (true);
      CREATE POLICY owner ON outcome_source TO CURRENT_USER USING (true);

      CREATE POLICY readers ON outcome_release FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer'));
      -- A district sees its own rows and the state's; the state row is the one whose key is the tenant.
      CREATE POLICY readers ON outcome_release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() IN ('district', 'state', 'disclosure-officer')
          AND actor_region() <> '' AND (starts_with(region, actor_region()) OR region = tenant));
      -- A coordinator sees the rows of the own county, district and state, and none by body.
      CREATE POLICY around_own_county ON outcome_release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND body = '' AND actor_role() = 'coordinator'
          AND actor_region() <> '' AND starts_with(actor_region(), region));
      CREATE POLICY readers ON outcome_certificate FOR SELECT TO kanon_app
        USING (tenant = actor_tenant()
          AND actor_role() IN ('district', 'state', 'disclosure-officer', 'protection-officer', 'auditor'));
      CREATE POLICY releasing ON outcome_release TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY releasing ON outcome_release_row FOR INSERT TO kanon_publisher
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY releasing ON outcome_certificate FOR INSERT TO kanon_publisher
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY releasing ON outcome_source TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');

      GRANT SELECT ON outcome_release, outcome_release_row, outcome_certificate TO kanon_app;
      GRANT SELECT, INSERT ON outcome_release, outcome_source TO kanon_publisher;
      GRANT INSERT ON outcome_release_row, outcome_certificate TO kanon_publisher;
      -- An officer's act runs as this role, so it is asked whether the account still stands.
      GRANT EXECUTE ON FUNCTION account_stands(text, uuid, integer, uuid) TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
