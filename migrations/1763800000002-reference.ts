/** Regions, schools, policies and periods: public code lists, written by administrators only. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reference1763800000002 implements MigrationInterface {
  readonly name = 'Reference1763800000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE tenant (
        tenant text PRIMARY KEY CHECK (tenant ~ '^[0-9]{2}$'),
        name text NOT NULL
      );

      CREATE TABLE region (
        tenant text NOT NULL REFERENCES tenant,
        key text COLLATE "C" NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        parent text COLLATE "C",
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (tenant, key),
        FOREIGN KEY (tenant, parent) REFERENCES region (tenant, key),
        CHECK (key ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})$'),
        CHECK (starts_with(key, tenant)),
        CHECK (starts_with(key, parent) AND length(parent) < length(key)),
        CHECK ((parent IS NULL) = (length(key) = 2)),
        CHECK (valid_to >= valid_from)
      );

      CREATE TABLE school (
        tenant text NOT NULL REFERENCES tenant,
        number text COLLATE "C" NOT NULL CHECK (number ~ '^[0-9]{6}$'),
        name text NOT NULL,
        type text NOT NULL,
        region text COLLATE "C" NOT NULL CHECK (length(region) IN (5, 8)),
        roll integer CHECK (roll >= 0),
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (tenant, number),
        FOREIGN KEY (tenant, region) REFERENCES region (tenant, key),
        CHECK (valid_to >= valid_from)
      );
      CREATE INDEX school_region ON school (tenant, region, number);

      CREATE TABLE policy (
        tenant text NOT NULL REFERENCES tenant,
        number integer NOT NULL CHECK (number > 0),
        k integer NOT NULL CHECK (k >= 3),
        minimum_schools integer NOT NULL CHECK (minimum_schools >= 3),
        pooling_weight integer NOT NULL CHECK (pooling_weight >= 1),
        width integer NOT NULL CHECK (width >= 1),
        PRIMARY KEY (tenant, number),
        UNIQUE (tenant, number, k)
      );

      CREATE TABLE period (
        tenant text NOT NULL REFERENCES tenant,
        key text COLLATE "C" NOT NULL CHECK (key ~ '^20[0-9]{2}(-(Q[1-4]|S[12]))?$'),
        scheme text NOT NULL,
        policy integer NOT NULL,
        k integer NOT NULL,
        opens_on date NOT NULL,
        closes_on date NOT NULL CHECK (closes_on >= opens_on),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'frozen', 'released')),
        frozen_at timestamptz,
        frozen_by uuid,
        frozen_person uuid,
        release_asked_at timestamptz,
        release_asked_by uuid,
        release_asked_person uuid,
        release_failure text,
        PRIMARY KEY (tenant, key),
        UNIQUE (tenant, key, policy, k),
        FOREIGN KEY (tenant, policy, k) REFERENCES policy (tenant, number, k),
        CHECK ((state = 'open') = (frozen_at IS NULL)),
        CHECK (num_nulls(frozen_at, frozen_by, frozen_person) IN (0, 3)),
        CHECK (num_nulls(release_asked_at, release_asked_by, release_asked_person) IN (0, 3)),
        CHECK (state <> 'open' OR release_asked_at IS NULL),
        CHECK (state <> 'released' OR release_asked_at IS NOT NULL),
        CONSTRAINT two_persons CHECK (release_asked_person <> frozen_person)
      );

      ALTER TABLE tenant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE region ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE school ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE policy ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE period ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

      -- Without a policy of its own the owner sees no rows, and a later backfill would silently change nothing.
      CREATE POLICY owner ON tenant TO CURRENT_USER USING (true);
      CREATE POLICY owner ON region TO CURRENT_USER USING (true);
      CREATE POLICY owner ON school TO CURRENT_USER USING (true);
      CREATE POLICY owner ON policy TO CURRENT_USER USING (true);
      CREATE POLICY owner ON period TO CURRENT_USER USING (true);

      CREATE POLICY seen ON tenant FOR SELECT TO kanon_app, kanon_publisher USING (tenant = actor_tenant());
      CREATE POLICY seen ON region FOR SELECT TO kanon_app, kanon_publisher USING (tenant = actor_tenant());
      CREATE POLICY seen ON school FOR SELECT TO kanon_app, kanon_publisher USING (tenant = actor_tenant());
      CREATE POLICY seen ON policy FOR SELECT TO kanon_app, kanon_publisher USING (tenant = actor_tenant());
      CREATE POLICY seen ON period FOR SELECT TO kanon_app, kanon_publisher USING (tenant = actor_tenant());

      CREATE POLICY administered ON region FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY corrected ON region FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY administered ON school FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY corrected ON school FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY opened ON period FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin' AND state = 'open');
      CREATE POLICY officer ON period FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY publisher ON period FOR UPDATE TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');

      GRANT SELECT ON tenant, region, school, policy, period TO kanon_app, kanon_publisher;
      GRANT INSERT, UPDATE ON region, school TO kanon_app;
      GRANT INSERT (tenant, key, scheme, policy, k, opens_on, closes_on) ON period TO kanon_app;
      GRANT UPDATE (state, frozen_at, frozen_by, frozen_person,
                    release_asked_at, release_asked_by, release_asked_person, release_failure) ON period TO kanon_app;
      GRANT UPDATE (state, release_asked_at, release_asked_by, release_asked_person, release_failure)
        ON period TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
