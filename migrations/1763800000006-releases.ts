/** Releases: tables that were protected once, as a whole, and never change again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Releases1763800000006 implements MigrationInterface {
  readonly name = 'Releases1763800000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE release (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL,
        period text COLLATE "C" NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        scheme text NOT NULL,
        policy integer NOT NULL,
        columns text[] NOT NULL,
        hidden_cells integer NOT NULL,
        withholding_schools integer,
        released_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, id),
        UNIQUE (tenant, period, version),
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key),
        FOREIGN KEY (tenant, policy) REFERENCES policy (tenant, number)
      );

      -- One published row. A hidden cell is NULL: its number is not in this table.
      CREATE TABLE release_row (
        tenant text NOT NULL,
        release uuid NOT NULL,
        region text COLLATE "C" NOT NULL,
        school_type text NOT NULL DEFAULT '',
        position integer NOT NULL,
        schools_expected integer NOT NULL,
        schools_reported integer NOT NULL,
        at_least boolean NOT NULL,
        consultations integer[] NOT NULL,
        pupils integer[] NOT NULL,
        PRIMARY KEY (tenant, release, region, school_type),
        FOREIGN KEY (tenant, release) REFERENCES release (tenant, id),
        FOREIGN KEY (tenant, region) REFERENCES region (tenant, key)
      );

      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON release FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON release_row FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable_whole BEFORE TRUNCATE ON release_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE release ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE release_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON release TO CURRENT_USER USING (true);
      CREATE POLICY owner ON release_row TO CURRENT_USER USING (true);

      CREATE POLICY readers ON release FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() IN ('district', 'state', 'disclosure-officer'));
      -- A district sees its own rows and the state's; the state row is the one whose key is the tenant.
      CREATE POLICY readers ON release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() IN ('district', 'state', 'disclosure-officer')
          AND actor_region() <> '' AND (starts_with(region, actor_region()) OR region = tenant));
      CREATE POLICY published ON release TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      CREATE POLICY published ON release_row FOR INSERT TO kanon_publisher
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'publisher');

      GRANT SELECT ON release, release_row TO kanon_app;
      GRANT SELECT, INSERT ON release TO kanon_publisher;
      GRANT INSERT ON release_row TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
