/** What was granted: which bodies an office reports for, and its outcomes, with the rules of storage as a second belt. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outcomes1763800000064 implements MigrationInterface {
  readonly name = 'Outcomes1763800000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The bodies that an account of a benefit office hands in for; the county is that of the account when it was said.
      -- An account that moves to another county has none there until somebody says so.
      CREATE TABLE benefit_body (
        tenant text NOT NULL,
        account uuid NOT NULL,
        county text COLLATE "C" NOT NULL CHECK (length(county) = 5),
        body text NOT NULL CHECK (body ~ '^[A-Z][A-Z0-9_]{0,31}$'),
        PRIMARY KEY (tenant, account, county, body),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        FOREIGN KEY (tenant, county) REFERENCES region (tenant, key)
      );

      -- One row a period, county and body: a partition of the benefits, or the reason why there is none.
      CREATE TABLE outcome (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        county text COLLATE "C" NOT NULL CHECK (length(county) = 5),
        body text NOT NULL CHECK (body ~ '^[A-Z][A-Z0-9_]{0,31}$'),
        scheme text NOT NULL,
        policy integer NOT NULL,
        k integer NOT NULL,
        gap text CHECK (gap IN ('NOT_COLLECTED', 'NOT_SEPARABLE', 'NO_LEGAL_BASIS', 'LATE')),
        -- Benefits of a pooled cell are joined by '+', in scheme order.
        cells text[] NOT NULL,
        children integer[] NOT NULL,
        grants integer[] NOT NULL,
        "none" text[] NOT NULL,
        withheld text[] NOT NULL,
        revision uuid NOT NULL,
        revision_number integer NOT NULL CHECK (revision_number > 0),
        reported_at timestamptz NOT NULL,
        reporter uuid NOT NULL,
        PRIMARY KEY (tenant, period, county, body),
        FOREIGN KEY (tenant, county) REFERENCES region (tenant, key),
        FOREIGN KEY (tenant, period, policy, k) REFERENCES period (tenant, key, policy, k),
        -- A CHECK passes what it cannot decide, such as a NULL among the numbers: so each asks IS TRUE.
        CONSTRAINT outcome_no_cell_below_k CHECK ((k >= 3 AND k <= ALL (children)) IS TRUE),
        CONSTRAINT grants_cover_children CHECK (all_at_least(grants, children) IS TRUE),
        CONSTRAINT outcome_every_benefit_once CHECK (
          (gap IS NOT NULL AND cardinality(cells || "none" || withheld) + cardinality(children) + cardinality(grants) = 0
            OR gap IS NULL AND is_partition(cells, children, grants, "none", withheld)) IS TRUE)
      );
      -- ANALYZE would copy single offices' numbers into its statistics, and keep them after a correction.
      ALTER TABLE outcome ALTER cells SET STATISTICS 0, ALTER children SET STATISTICS 0, ALTER grants SET STATISTICS 0,
        ALTER "none" SET STATISTICS 0, ALTER withheld SET STATISTICS 0;

      ALTER TABLE benefit_body ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE outcome ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON benefit_body TO CURRENT_USER USING (true);
      CREATE POLICY owner ON outcome TO CURRENT_USER USING (true);

      CREATE POLICY administered ON benefit_body TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY own ON benefit_body FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'benefit-office' AND account = actor_account()
          AND county = actor_region());
      CREATE POLICY own_bodies ON outcome TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'benefit-office' AND county = actor_region()
          AND EXISTS (SELECT FROM benefit_body b WHERE b.tenant = outcome.tenant AND b.account = actor_account()
            AND b.county = outcome.county AND b.body = outcome.body));
      -- Within the officer's one act, which publishes; nothing of it is shown to the officer.
      CREATE POLICY releasing ON outcome FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      -- The rows, but by the grants below no count of them.
      CREATE POLICY status ON outcome FOR SELECT TO kanon_status
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer')
          AND actor_region() <> '' AND starts_with(county, actor_region()));

      GRANT SELECT, INSERT, DELETE ON benefit_body TO kanon_identity;
      GRANT SELECT ON benefit_body TO kanon_app;
      -- No UPDATE of place: outcomes can be corrected where they stand, never moved.
      GRANT SELECT, INSERT ON outcome TO kanon_app;
      GRANT UPDATE (gap, cells, children, grants, "none", withheld, revision, revision_number, reported_at, reporter)
        ON outcome TO kanon_app;
      GRANT SELECT ON outcome TO kanon_publisher;
      GRANT SELECT (tenant, period, county, body, gap, revision_number, reported_at) ON outcome TO kanon_status;

      -- Outcomes hang on a period as reports do.
      CREATE OR REPLACE FUNCTION hangs_on_period(land text, of_period text) RETURNS text LANGUAGE sql STABLE
      SET search_path = public, pg_temp AS $$
        SELECT CASE
          WHEN EXISTS (SELECT FROM release r WHERE r.tenant = land AND r.period = of_period) THEN 'released'
          WHEN EXISTS (SELECT FROM report r WHERE r.tenant = land AND r.period = of_period)
            OR EXISTS (SELECT FROM report_revision r WHERE r.tenant = land AND r.period = of_period)
            OR EXISTS (SELECT FROM outcome o WHERE o.tenant = land AND o.period = of_period) THEN 'reported'
          WHEN EXISTS (SELECT FROM participation_change c WHERE c.tenant = land AND c.period = of_period) THEN 'participation-changed'
        END
      $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
